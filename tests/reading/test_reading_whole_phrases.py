"""What an act was done to, in words that no list holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from etl.records import Reading

Read = Callable[..., Reading]

TOLD = [
    ("en", "Gunmen stormed a farming settlement near Gao on Friday.", "farming settlement"),
    ("en", "Militants ambushed an army search party near Gao on Friday.", "army search party"),
    ("en", "Two missiles slammed into a print works in Kramatorsk on Friday.", "print works"),
    ("en", "A bomb exploded outside a carpet showroom in Kabul on Friday.", "carpet showroom"),
    ("en", "A suicide bomber struck a religious procession in Kabul on Friday, killing nine.", "religious procession"),
    ("en", "A roadside bomb went off in Kabul on Friday as a police van passed.", "police van"),
    ("en", "A gas pumping hall near Marib was bombed on Friday.", "gas pumping hall"),
    ("en", "The ELN destroyed a pumping hall near Tame on Friday.", "pumping hall"),
    ("en", "Nine bombs exploded on Friday and destroyed several state-owned kiosks in Cali.", "state-owned kiosks"),
    ("en", "The blast on Friday caused serious damage to the consulate in Kabul.", "consulate"),
    ("en", "The residence in Kabul was the target of an attack on Friday.", "residence"),
    ("en", "Seven bank branches in Cali were shaken by explosives on Friday.", "bank branches"),
    ("fr", "Une bombe a détruit vendredi un pressoir près de Gao.", "pressoir"),
    ("es", "Una bomba destruyó el viernes un molino cerca de Gao.", "molino"),
]


@pytest.mark.parametrize(("language", "text", "target"), TOLD)
def test_what_was_hit_is_a_target_whatever_it_is(reading: Read, language: str, text: str, target: str) -> None:
    (incident,) = reading(text, language).incidents
    assert any(target in told for told in incident.targets)


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded on the outskirts of Kabul on Friday.",
        "A bomb exploded in Kabul on Friday night, police said.",
        "Rockets were fired at Kabul on Friday in the direction of the border.",
    ],
)
def test_words_that_tell_only_where_or_when_are_no_target(reading: Read, text: str) -> None:
    (incident,) = reading(text).incidents
    assert incident.targets == ()
