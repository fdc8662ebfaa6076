"""How many were harmed, as news tells it: totals that are corrected, those who died with others, asides and lists."""

from __future__ import annotations

from datetime import date

import pytest

from etl.pipeline.intake import read_report
from etl.records import Report

TOLD = [
    ("en", "A woman pulled from the rubble in Kramatorsk has died in hospital, which brings the dead to "
     "four. A missile struck a block of flats in Kramatorsk on Monday.", 4, None),
    ("en", "Artillery rounds struck a hospital in El Fasher on Monday, killing at least 11. The death toll "
     "at the hospital now stands at nine, not the 11 first given.", 9, None),
    ("en", "The number of sailors killed by the truck bomb at Kandy on Monday now stands at 103, as against "
     "93 in our report of yesterday.", 103, None),
    ("en", "A bomb in Kandy on Monday killed four people, including a teacher. The hospital's register "
     "lists 17 bodies and 32 injured.", 17, 32),
    ("en", "Two gunmen shot dead a teacher in Genoa on Monday.", 1, None),
    ("fr", "Un raid à Tyr lundi a fait douze morts. La Défense civile ramène de douze à neuf le nombre des "
     "morts.", 9, None),
    ("fr", "Lundi, des militaires ont exécuté quatorze paysans à Kivyuka.", 14, None),
    ("fr", "Un drone a frappé lundi un dépôt à Nahariya, blessant légèrement sept mécaniciens.", None, 7),
    ("fr", "Des hommes ont intercepté vendredi un autocar à Gonaïves, blessé le chauffeur par balle et "
     "emmené dix-sept passagers.", None, 1),
    ("fr", "Une bombe a explosé lundi à Gao. La chaîne fait état de trois morts et de 80 brûlés.", 3, 80),
    ("es", "Un atentado en Cali dejó el lunes doce muertos. La cifra de fallecidos asciende ahora a quince.", 15, None),
    ("es", "El lunes una bomba mató en Cali a doce personas; el balance se eleva a quince muertos.", 15, None),
    ("en", "A mine went off under a taxi near Rutshuru on Monday. The driver lost a leg.", None, 1),
    ("en", "Rebels attacked a post at Derik on Monday. Nine of the attackers and two privates lost their "
     "lives. Four privates are under treatment.", 11, 4),
    ("en", "Thirteen marines were killed at Jolo on Monday and, the command says, 20 rebels.", 33, None),
    ("en", "The driver of the truck and 60 other people perished in the blast at Tyre on Friday.", 61, None),
    ("en", "A suicide bomber blew himself up in Jamrud on Saturday. Five passers-by died with him and seven "
     "were hurt.", 6, 7),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "killed", "wounded"), TOLD)
def test_the_toll_is_the_one_told(language: str, text: str, killed: int | None, wounded: int | None) -> None:
    report = Report("r", "s", "s", language, "", text, date(2021, 3, 12))
    (one,) = read_report(report)[1]
    assert (one.killed.low if one.killed else None) == killed
    assert (one.wounded.low if one.wounded else None) == wounded
