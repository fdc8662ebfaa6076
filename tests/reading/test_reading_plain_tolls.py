"""How many people news tells of, in three languages: what follows "a bomb exploded"; a dash where no number is told."""

from __future__ import annotations

from datetime import date

import pytest

from etl.pipeline.intake import read_report
from etl.records import Count, Report

TOLD = {
    "en": """
2..2 - , killing two people
5..5 - , killing at least five
10..10 20..20 , leaving ten dead and 20 injured
3..3 4..4 , killing three soldiers and wounding four others
0..0 0..0 . There were no casualties
? 0..0 . No one was hurt
2..2 7..7 . Two people died and seven were hurt
9..9 - . The death toll rose to nine
3..3 - , killing a teacher and two pupils
10..15 - , killing between 10 and 15 people
12..12 - , killing more than a dozen people
- 6..6 , wounding six people, two of them seriously
14..14 - , killing 14 civilians, including three children
8..8 - . Eight bodies were taken to the morgue
? ? . Three of the wounded later died in hospital
12..12 - . At least 12 people lost their lives
1..1 1..1 . One soldier was killed and another wounded
0..0 3..3 . Nobody was killed, but three people were injured
3..3 - . A woman and her two children were killed
- 40..40 . Some 40 people were injured
- 30..30 , injuring about 30
5..5 - . Five people, among them two women, were killed
17..17 - . The blast left 17 dead
11..11 - . The attack claimed 11 lives
- - . Dozens were injured
1..1 41..41 , which killed one woman and left 41 visitors hurt
140..140 500..500 , with 140 mourners killed and 500 hurt
1..1 4..4 . A barman was killed and four customers were wounded
1..1 4..4 . A barman was killed and four of his customers were wounded
1..1 - . A ten-year-old girl was killed
1..1 - . A seven-year-old was killed
12..12 12..12 , killing a dozen people and injuring a dozen more
- - . The militants were hit in an operation
""",
    "fr": """
2..2 - , tuant deux personnes
5..5 - , faisant au moins cinq morts
10..10 20..20 , faisant dix morts et vingt blessés
3..3 4..4 , tuant trois soldats et en blessant quatre autres
0..0 0..0 . Il n'y a pas de victime
? 0..0 . Personne n'a été blessé
2..2 7..7 . Deux personnes sont mortes et sept ont été blessées
9..9 - . Le bilan s'élève à neuf morts
10..15 - , tuant entre dix et quinze personnes
10..10 - , tuant une dizaine de personnes
- 6..6 , blessant six personnes, dont deux grièvement
14..14 - , tuant quatorze civils, dont trois enfants
1..1 1..1 . Un soldat a été tué et un autre blessé
12..12 - . Douze personnes ont perdu la vie
3..3 - . Une femme et ses deux enfants ont été tués
- 40..40 . On compte une quarantaine de blessés
11..11 - . L'attentat a coûté la vie à onze personnes
- - . Des dizaines de personnes ont été blessées
3..3 8..8 . Trois morts et huit blessés, selon la police
5..5 - . Cinq personnes ont péri
""",
    "es": """
2..2 - , matando a dos personas
5..5 - , con al menos cinco muertos
10..10 20..20 , con diez muertos y veinte heridos
3..3 4..4 . Murieron tres soldados y otros cuatro resultaron heridos
0..0 0..0 . No hubo víctimas
? 0..0 . Nadie resultó herido
2..2 7..7 . Dos personas murieron y siete resultaron heridas
9..9 - . La cifra de muertos subió a nueve
3..3 - , matando a una maestra y dos alumnos
10..15 - . Murieron entre 10 y 15 personas
- 6..6 . Hirió a seis personas, dos de ellas de gravedad
14..14 - . Murieron catorce civiles, entre ellos tres niños
1..1 1..1 . Un soldado murió y otro resultó herido
- 20..20 . Una veintena de personas resultaron heridas
11..11 - . El atentado dejó once muertos
- - . Decenas de personas resultaron heridas
""",
}
FRAMES = {
    "en": "A bomb exploded in Gao, Mali, on Monday{}.",
    "fr": "Une bombe a explosé à Gao, au Mali, lundi{}.",
    "es": "Una bomba explotó en Gao, Malí, el lunes{}.",
}
CASES = [(language, *line.split(" ", 2)) for language, lines in TOLD.items() for line in lines.strip().splitlines()]


def told(count: Count | None) -> str:
    if count is None:
        return "-"
    return f"{count.low}..{count.low if count.high is None else count.high}"


@pytest.mark.parametrize(("language", "killed", "wounded", "words"), CASES)
def test_the_numbers_are_those_told(language: str, killed: str, wounded: str, words: str) -> None:
    report = Report("r", "s", "s", language, "", FRAMES[language].format(words), date(2021, 3, 12))
    (one,) = read_report(report)[1]
    assert killed in ("?", told(one.killed))
    assert wounded in ("?", told(one.wounded))
