"""The days that news names, in three languages, reckoned from a Friday, 12 March 2021."""

from __future__ import annotations

from datetime import date

import pytest

from etl.pipeline.intake import read_report
from etl.records import Report

PUBLISHED = date(2021, 3, 12)
TOLD = {
    "en": """
11 11 yesterday
9 9 on Tuesday
9 9 last Tuesday
11 12 overnight
11 11 last night
8 8 early on Monday
12 12 this morning
7 7 on Sunday night
3 3 on 3 March
3 3 on March 3
9 9 three days ago
10 10 the day before yesterday
6 6 on the night of 6 March
11 11 in the early hours of Thursday
10 10 late on Wednesday
9 9 at dawn on Tuesday
1 10 in early March
10 10 two days ago
10 10 on Wednesday evening
6 7 on the night of Saturday to Sunday
4 4 on Thursday, March 4
9 9 Tuesday
8 9 between Monday and Tuesday
5 5 on the 5th
3 3 on March 3, 2021
6 7 over the weekend
7 12 earlier this week
""",
    "fr": """
11 11 hier
9 9 mardi
9 9 mardi dernier
11 12 dans la nuit de jeudi à vendredi
11 11 hier soir
8 8 lundi matin
12 12 ce matin
7 7 dimanche soir
3 3 le 3 mars
9 9 il y a trois jours
10 10 avant-hier
6 7 dans la nuit du 6 au 7 mars
11 11 tôt jeudi
10 10 tard mercredi
9 9 mardi à l'aube
1 10 début mars
10 10 mercredi en fin de journée
6 7 dans la nuit de samedi à dimanche
4 4 jeudi 4 mars
6 7 le week-end dernier
9 9 dans la soirée de mardi
1 1 le 1er mars
11 11 jeudi après-midi
10 10 mercredi vers midi
""",
    "es": """
11 11 ayer
9 9 el martes
9 9 el pasado martes
11 11 anoche
8 8 el lunes por la mañana
12 12 esta mañana
7 7 el domingo por la noche
3 3 el 3 de marzo
9 9 hace tres días
10 10 anteayer
6 7 en la noche del 6 al 7 de marzo
11 11 la madrugada del jueves
10 10 el miércoles por la tarde
1 10 a principios de marzo
6 7 en la noche del sábado al domingo
4 4 el jueves 4 de marzo
6 7 el pasado fin de semana
9 9 la noche del martes
1 1 el 1 de marzo
10 10 el mediodía del miércoles
12 12 este viernes
""",
}
FRAMES = {
    "en": "A bomb killed two people in Gao, Mali, {}.",
    "fr": "Une bombe a tué deux personnes à Gao, au Mali, {}.",
    "es": "Una bomba mató a dos personas en Gao, Malí, {}.",
}
CASES = [
    (language, int(first), int(last), words)
    for language, lines in TOLD.items()
    for first, last, words in (line.split(" ", 2) for line in lines.strip().splitlines())
]


@pytest.mark.parametrize(("language", "first", "last", "words"), CASES)
def test_the_day_is_the_one_told(language: str, first: int, last: int, words: str) -> None:
    text = FRAMES[language].format(words)
    (one,) = read_report(Report("r", "s", "s", language, "", text, PUBLISHED))[1]
    assert (one.date_start, one.date_end) == (date(2021, 3, first), date(2021, 3, last))
