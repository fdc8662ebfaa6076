"""Days that only the text around tells: of no incident, of who says so; and ages that are no tolls."""

from __future__ import annotations

from collections.abc import Callable

from etl.records import Reading


def test_the_next_day_is_reckoned_from_the_day_told_last(reading: Callable[..., Reading]) -> None:
    text = "Mercredi, le ministre est arrivé à Gao. Le lendemain, une bombe a tué deux gardes à Bria."
    (incident,) = reading(text, "fr").incidents
    assert str(incident.date_start) == "2020-07-02"


def test_the_day_of_a_voice_is_not_that_of_the_dead(reading: Callable[..., Reading]) -> None:
    text = (
        "Une bombe a explosé jeudi devant l'hôpital de Gao. Douze morts et trente blessés, disait-on vendredi au "
        "ministère ; une infirmière rencontrée samedi parlait de quinze."
    )
    (incident,) = reading(text, "fr").incidents
    assert str(incident.date_start) == "2020-07-02"
    assert incident.wounded is not None
    assert incident.wounded.best == 30


def test_an_age_told_roughly_counts_nobody(reading: Callable[..., Reading]) -> None:
    text = "Un maçon, la cinquantaine, a été abattu vendredi à Gao."
    (incident,) = reading(text, "fr").incidents
    assert incident.killed is not None
    assert incident.killed.best == 1


def test_suicide_attacks_are_nobody_who_killed_himself(reading: Callable[..., Reading]) -> None:
    text = "Vendredi, 33 personnes ont perdu la vie dans les attentats-suicides contre le marché de Gao."
    (incident,) = reading(text, "fr").incidents
    assert incident.killed is not None
    assert incident.killed.best == 33


def test_what_is_counted_over_days_is_no_incident(reading: Callable[..., Reading]) -> None:
    text = "La Croix-Rouge compte 394 morts en trois jours à Bangassou ; 1 600 soldats y sont déployés ce soir."
    assert reading(text, "fr").incidents == ()


def test_a_town_that_changed_hands_is_where_it_was_fought_for(reading: Callable[..., Reading]) -> None:
    text = "Goma a changé de mains vendredi : trente soldats ont été tués."
    (incident,) = reading(text, "fr").incidents
    assert incident.places == ("Goma",)
