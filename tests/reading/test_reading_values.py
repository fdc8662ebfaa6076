"""Values of an incident: tolls, places, targets and who says so, each with words that must not be taken for them."""

from collections.abc import Callable

import pytest

from etl.records import Count, Reading

Read = Callable[..., Reading]
BOMB = "A bomb exploded in Goma on Friday."


def told(count: Count | None) -> tuple[int | None, int | None] | None:
    return None if count is None else (count.low, count.high)


@pytest.mark.parametrize(
    ("language", "text", "killed", "wounded"),
    [
        ("en", f"{BOMB} No one was killed or injured.", (0, 0), (0, 0)),
        ("en", f"{BOMB} Nobody was killed or hurt, and more was to be announced.", (0, 0), (0, 0)),
        ("en", f"{BOMB} There was neither damage nor casualties.", (0, 0), (0, 0)),
        ("en", f"{BOMB} No one was killed, but two people were injured.", (0, 0), (2, 2)),
        ("fr", "Une bombe a explosé vendredi à Bria. On ne signale ni victime ni dégât.", (0, 0), (0, 0)),
        ("fr", "Une bombe a explosé vendredi à Bria. Personne n'avait été touché.", (0, 0), (0, 0)),
        ("fr", "Une bombe a explosé vendredi à Bria sans blesser personne.", None, (0, 0)),
        (
            "fr",
            "Une bombe a tué vendredi vingt-quatre mineurs à Bria ; on n'exclut pas d'autres décès.",
            (24, 24),
            None,
        ),
    ],
)
def test_none_is_zero_for_what_it_names(
    reading: Read, language: str, text: str, killed: tuple[int, int] | None, wounded: tuple[int, int] | None
) -> None:
    (one,) = reading(text, language).incidents
    assert (told(one.killed), told(one.wounded)) == (killed, wounded)


@pytest.mark.parametrize(
    ("language", "text", "killed"),
    [
        (
            "en",
            "An air strike in Kabul on Friday killed Omar Haleem, who led a brigade, and Karim Noor, his deputy.",
            2,
        ),
        ("en", "On January 3 an airstrike in Kabul killed Omar Haleem.", 1),
        ("en", "A bomb in Gao on Friday killed two Kenyans and one Malian, according to the police.", 3),
        ("en", "Seven people were killed on Friday by a bomb in Kabul. Karim Noor, a writer, is also dead.", 7),
        (
            "fr",
            "Omar Haleem, chef d'un bataillon, et Karim Noor, son adjoint, ont été tués jeudi à Gao par un drone.",
            2,
        ),
        ("fr", "Une mine a sauté jeudi à Gao. L'officier et trois de ses compagnons sont morts.", 4),
    ],
)
def test_the_dead_are_counted_once_each(reading: Read, language: str, text: str, killed: int) -> None:
    (one,) = reading(text, language).incidents
    assert told(one.killed) == (killed, killed)


def test_a_number_told_after_what_it_counts(reading: Read) -> None:
    (one,) = reading("A bomb exploded in Goma on Friday. The army put the number of wounded men at 11.").incidents
    assert told(one.wounded) == (11, 11)


def test_several_is_no_number_and_no_zero(reading: Read) -> None:
    text = f"{BOMB} Several soldiers were wounded. The army had said at first that no soldier was wounded."
    (one,) = reading(text).incidents
    assert one.wounded is None


def test_those_who_say_so_are_not_counted(reading: Read) -> None:
    text = "Police arrested three men in Garissa on Friday and seized rifles, two officials said."
    (one,) = reading(text).incidents
    assert told(one.detained) == (3, 3)


def test_what_dates_something_else_is_no_toll(reading: Read) -> None:
    text = "Une bombe a explosé vendredi à Bria. C'est la première depuis la mort de Karim Noor."
    (one,) = reading(text, "fr").incidents
    assert one.killed is None


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Two rockets hit Taji, some 30 kilometres north of Baghdad, on Friday.", ("Taji",)),
        ("Militants backed by Kenya killed six men in the south of Gao on Friday.", ("south of Gao", "Gao")),
        ("A bomb exploded at the consulate of Kenya in Goma on Friday.", ("consulate of Kenya in Goma", "Goma")),
    ],
)
def test_the_place_is_where_it_happened(reading: Read, text: str, places: tuple[str, ...]) -> None:
    (one,) = reading(text).incidents
    assert one.places == places


def test_a_base_without_a_name_is_not_the_place_told_before(reading: Read) -> None:
    text = "A bomb killed two men in Goma on Friday. In March three rockets hit a military base."
    first, second = reading(text).incidents
    assert first.places == ("Goma",)
    assert second.places == ("military base",)


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Three rockets hit the Taji base on Friday, where soldiers live, two officials said.", ("Taji base",)),
        ("A drone attacked a convoy in Gao on Friday and killed Omar Haleem.", ("Omar Haleem",)),
        ("Gunmen attacked a convoy on the road to Gao on Friday.", ("convoy",)),
    ],
)
def test_the_target_is_what_was_meant(reading: Read, text: str, targets: tuple[str, ...]) -> None:
    (one,) = reading(text).incidents
    assert one.targets == targets


def test_an_accusation_names_the_accuser(reading: Read) -> None:
    text = "A bomb exploded in Gao on Friday. Moscow accused Boko Haram, which denied any role."
    (one,) = reading(text).incidents
    assert {(a.actor, a.stance, a.by) for a in one.attributions} == {
        ("Boko Haram", "accused", "Moscow"), ("Boko Haram", "denied", "Boko Haram"),
    }  # fmt: skip


def test_a_description_keeps_whom_they_are_close_to_and_stands_beside_a_denial(reading: Read) -> None:
    text = (
        "Une roquette est tombée vendredi à Bagdad. Les Kataeb Hezbollah démentent. "
        "Paris, pour sa part, accuse des factions proches du Mali."
    )
    (one,) = reading(text, "fr").incidents
    assert {(a.actor, a.stance) for a in one.attributions} == {
        ("Kataeb Hezbollah", "denied"), ("factions proches du Mali", "accused"),
    }  # fmt: skip
