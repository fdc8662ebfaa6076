"""Marks that everyone can tell apart: contrast, a shape of its own for each type, a legend that shows the same."""

from itertools import combinations

import pytest

from dashboard.figures import legend, statuses
from dashboard.figures.marks import SHAPES, mark
from dashboard.figures.palette import DARK, LIGHT, Palette
from dashboard.i18n import translator
from etl.records import EVENT_TYPES, PLACE_PRECISIONS, STATUSES


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_marks_and_words_stand_out_from_the_map(colours: Palette) -> None:
    for name in EVENT_TYPES:
        for ground in (colours.land, colours.water, colours.paper):
            assert contrast(colours.types[name], ground) >= 3, (name, ground)
    for words in (colours.ink, colours.quiet, colours.country_label, colours.city_label):
        assert contrast(words, colours.land) >= 4.5
    assert contrast(colours.ink, colours.paper) >= 7


def test_every_type_has_a_shape_of_its_own() -> None:
    assert set(SHAPES) == set(EVENT_TYPES)
    for one, other in combinations(EVENT_TYPES, 2):
        assert SHAPES[one] != SHAPES[other]


def test_marks_that_differ_in_type_status_exactness_or_dispute_have_images_of_their_own() -> None:
    names = {
        mark(kind, status, precision, LIGHT, signs=(contested, chosen))[0]
        for kind in EVENT_TYPES
        for status in STATUSES
        for precision in PLACE_PRECISIONS
        for contested in (False, True)
        for chosen in (False, True)
    }
    looks = 3  # exact, soft, coarse
    assert len(names) == len(EVENT_TYPES) * len(STATUSES) * looks * 4


def test_what_was_foiled_is_hollow_and_what_was_threatened_is_dashed() -> None:
    done, foiled, threatened = (mark("bombing", status, "site", LIGHT)[1] for status in STATUSES)
    assert done["fill"] == LIGHT.types["bombing"]
    assert foiled["fill"] == LIGHT.paper
    assert not foiled["dash"]
    assert threatened["dash"]


def test_the_legend_names_every_type_once_in_the_readers_language() -> None:
    shown = legend(translator("fr"), "dark")
    assert list(shown["event_type"]) == list(EVENT_TYPES)
    assert shown["label"].is_unique
    assert shown["picture"].str.startswith("data:image/svg+xml;base64,").all()
    assert list(statuses(translator("en"), "light")["status"]) == list(STATUSES)
