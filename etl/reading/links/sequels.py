"""Which incident a text places after another by reckoning one from the other: "two days after the raid", "hours later".

The words say which came first and how long after, and nothing of why. What is reckoned from is the incident that they
name (told before, or right behind them), and where they name none the one told last, if its day is that of the sum.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from etl.reading.dating.days import days_of
from etl.reading.dating.offsets import is_turned, tells_no_day
from etl.reading.dating.statements import is_of_statement, is_of_voice
from etl.reading.grammar.leads import is_definite, reckoned_from
from etl.reading.incidents.draft import Draft
from etl.reading.incidents.tellings import GENERAL, LOOK_BACK, Telling, told_of_kind
from etl.reading.scan.clauses import Scan
from etl.reading.scan.sentences import Sentence
from etl.reading.words.phrases import Hit
from etl.reading.words.temporal import TimeExpression

_WAYS = {"event_after": True, "event_before": False}
_NAMED_WITHIN = 4
"""Words between an offset and the noun of what it is reckoned from."""


def sequels_of(scanned: Scan, told: Sequence[Telling], drafts: Sequence[Draft]) -> Iterator[tuple[int, int, Sentence]]:
    """(the incident that came after, the one before it, the sentence that says so), in the order of the text."""
    for number, one in enumerate(told):
        for time in one.clause.times:
            is_after = _is_after(scanned, time)
            if is_after is None:
                continue
            pair = _reckoned(scanned, told[max(0, number - LOOK_BACK) : number + 1], drafts, time)
            if pair is None or pair[0] == pair[1]:
                continue
            later, first = pair if is_after else pair[::-1]
            if _fit(drafts, pair, time):
                yield later, first, one.clause.sentence


def _is_after(scanned: Scan, time: TimeExpression) -> bool | None:
    """Whether an offset leads on in time, or back; None where it does neither ("the same night")."""
    if time.means != "event_same":
        return _WAYS.get(time.means)
    tokens, language = scanned.tokens, scanned.language
    words = tokens.words[tokens.at_or_after(time.start) : tokens.at_or_after(time.end)]
    if any(language.is_one_of(word, "earlier") for word in words):
        return False
    return True if any(language.is_one_of(word, "later") for word in words) else None


def _reckoned(
    scanned: Scan, told: Sequence[Telling], drafts: Sequence[Draft], time: TimeExpression
) -> tuple[int, int] | None:
    """The incident that the last clause dates by an offset, and the one it is reckoned from."""
    one, clause = told[-1], told[-1].clause
    acts = one.facts.acts
    if not (acts or one.facts.tolls) or len(one.owners) > 1 or is_of_statement(scanned, clause, time, acts):
        return None
    if is_of_voice(scanned, clause, time) or tells_no_day(scanned, clause, time) or _dates_news(scanned, one, time):
        return None
    if is_turned(scanned, clause, time):
        main = [other for other in told[:-1] if other.clause.sentence.start == clause.sentence.start]
        return (main[-1].owners[-1], one.owners[0]) if main else None
    (dated,) = one.owners
    earlier = [other for other in told[:-1] if dated not in other.owners]
    if named := _named(scanned, one, time):
        again = [hit for hit in named if is_definite(scanned, hit)]
        first = _told_before(again[0], earlier, drafts) if again else None
    else:
        first = _unnamed(scanned, one, earlier, time)
    return None if first is None else (dated, first)


def _unnamed(scanned: Scan, one: Telling, earlier: Sequence[Telling], time: TimeExpression) -> int | None:
    """The incident told last, where an offset without a name dates the act and no other day stands before it."""
    clause = one.clause
    dated_first = any(other.end <= time.start and other.means not in _WAYS for other in clause.times)
    is_far = time.slots.get("unit") == "year"
    if not earlier or dated_first or is_far or one.facts.time != time or reckoned_from(scanned, time) is not None:
        return None
    apart = clause.sentence.paragraph - earlier[-1].clause.sentence.paragraph
    return earlier[-1].owners[-1] if apart <= 1 else None


def _dates_news(scanned: Scan, one: Telling, time: TimeExpression) -> bool:
    """Whether an offset dates when it was told: "hours later the police announced that they had found a bomb"."""
    words = scanned.tokens.words
    return any(
        time.end <= cue.start
        and any(scanned.language.is_one_of(word, "that") for word in words[cue.last : cue.last + 1])
        and all(act.hit.start >= cue.end for act in one.facts.acts)
        for cue in one.clause.of("cue", "says")
    )


def _named(scanned: Scan, one: Telling, time: TimeExpression) -> list[Hit]:
    """The nouns of what an offset is reckoned from, in the offset or right behind it; none where nothing is named."""
    tokens, language = scanned.tokens, scanned.language
    at = tokens.at_or_after(time.end)
    leads_on = reckoned_from(scanned, time) is not None or (
        at < len(tokens.words)
        and language.is_one_of(tokens.words[at], "of")
        and not scanned.text.plain[time.end : tokens.starts[at]].strip()
    )
    nouns = [hit for layer in ("event", "toll") for hit in one.clause.of(layer) if "noun" in hit.phrase.marks]
    return [
        hit
        for hit in nouns
        if time.start <= hit.start < time.end or (leads_on and 0 <= hit.first - at <= _NAMED_WITHIN)
    ]


def _told_before(named: Hit, earlier: Sequence[Telling], drafts: Sequence[Draft]) -> int | None:
    """The incident told before that a noun of act or of harm goes back to."""
    done = [one for one in earlier if one.facts.status == "carried_out"]
    if named.phrase.layer == "event":
        return told_of_kind({named.phrase.kind}, done, drafts)
    harmed = [one for one in done if any(kind == named.phrase.kind for kind, _ in drafts[one.owners[-1]].told)]
    return told_of_kind({GENERAL}, harmed, drafts)


def _fit(drafts: Sequence[Draft], pair: tuple[int, int], time: TimeExpression) -> bool:
    """Whether the days told agree with what the offset says: it may be reckoned from something else in between."""
    dated, first = (drafts[number].days for number in pair)
    if dated is None:
        return first is None
    reckoned = days_of(time, None, first) if first is not None else None
    return reckoned is not None and reckoned.overlaps(dated)
