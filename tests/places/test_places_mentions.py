"""Place mentions of conflict reporting in four languages, each with the public source of its point."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.benchmarks.place_mentions import answer, mentions


@pytest.fixture(scope="module")
def answers(gazetteer):
    return [answer(gazetteer, mention) for mention in mentions()]


def test_the_set_is_broad_and_every_point_names_its_source():
    rows = list(mentions())
    assert len(rows) >= 150
    assert min(Counter(row.language for row in rows).values()) >= 35
    assert all(row.source and row.mention in row.text for row in rows)
    assert len({row.id for row in rows}) == len(rows)


def test_most_mentions_are_answered_and_nearly_all_answers_are_right(answers):
    given = [one for one in answers if one.km is not None]
    assert len(given) >= 0.85 * len(answers)
    assert sum(one.is_right for one in given) >= 0.90 * len(given)


def test_no_mention_is_put_on_the_far_side_of_the_world(answers):
    assert [one.mention.mention for one in answers if one.km is not None and one.km > 1000] == []
