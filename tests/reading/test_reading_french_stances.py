"""French sentences of their own on who did it: accusers, those accused, those who deny, and doers by their names."""

from __future__ import annotations

import pytest

ACT = "Une bombe a tué deux gardes lundi à Gao. "
STANCES = [
    ("L'État islamique a endossé l'attaque.", [("État islamique", "claimed")]),
    ("Le GSIM, affilié à Al-Qaïda, s'est dit l'auteur de l'attentat.", [("GSIM", "claimed")]),
    ("La police suit la piste de l'extrême droite.", [("extrême droite", "accused")]),
    ("Selon Kiev, l'attaque est l'œuvre des services russes.", [("services russes", "accused")]),
    ("Les FSR accusent l'armée d'avoir posé la bombe.", [("armée", "accused")]),
    ("L'armée et les rebelles s'accusent mutuellement.", [("armée", "accused"), ("rebelles", "accused")]),
    ("Le GSIM, montré du doigt par la police, nie.", [("GSIM", "accused"), ("GSIM", "denied")]),
    ("Le Front de libération du Nord a revendiqué.", [("Front de libération du Nord", "claimed")]),
    ("Le FLEC a revendiqué cet attentat.", [("FLEC", "claimed")]),
]


@pytest.mark.parametrize(("sentence", "told"), STANCES)
def test_a_sentence_of_its_own_tells_who_is_said_to_have_done_it(reading, sentence, told):
    (incident,) = reading(ACT + sentence, "fr").incidents
    assert sorted((one.actor, one.stance) for one in incident.attributions) == told


DOERS = [
    ("Le chauffeur, un ancien détenu, a ouvert le feu lundi sur des policiers à Nice.", ["chauffeur"]),
    ("Radouane Martin, 25 ans, a tué deux passants lundi à Carcassonne.", ["Radouane Martin"]),
    ("Un camp a été attaqué lundi à Goma par des villageois et des soldats.", ["soldats", "villageois"]),
    ("Des heurts entre indépendantistes et loyalistes ont fait deux blessés lundi à Thio.",
     ["indépendantistes", "loyalistes"]),
    ("Un homme a été abattu lundi à Goma, une ville de l'est, par deux inconnus.", ["deux inconnus"]),
    ("Un soldat a fait irruption lundi dans un bar à Goma, tuant deux clients.", ["soldat"]),
    ("Un groupe de chasseurs dozos a attaqué lundi un hameau près de Bankass.", ["chasseurs dozos"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "doers"), DOERS)
def test_who_does_it_is_told_whole_with_those_beside(reading, text, doers):
    (incident,) = reading(text, "fr").incidents
    assert sorted(one.actor for one in incident.attributions if one.stance == "stated") == doers
    assert incident.event_type != "air_strike"


def test_the_month_before_is_counted_from_what_was_told(reading):
    text = "Une bombe a tué deux gardes jeudi à Gao. Le mois précédent, un policier avait été assassiné à Mopti."
    first, second = reading(text, "fr").incidents
    assert (second.date_end.month - first.date_end.month) % 12 == 11
    assert second.date_precision == "month"
