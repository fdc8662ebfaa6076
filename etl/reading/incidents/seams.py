"""Where one sentence tells of two events: it is parted there, each part a clause of its own.

A sentence is parted at a conjunction, semicolon or comma only where both sides hold a word of event and the further
side brings a day or a place of its own, a reply to the first, or a crowd.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, zip_longest

from etl.reading.dating.offsets import offset_cuts
from etl.reading.dating.since import since_cuts
from etl.reading.dating.statements import is_of_statement
from etl.reading.grammar.acts import MEANS, words_of_event
from etl.reading.grammar.causes import causes_in, charges_in, is_told_of
from etl.reading.grammar.joints import begins_aside, joins_nothing
from etl.reading.grammar.leads import lead_of
from etl.reading.grammar.reckoned import is_dated_from
from etl.reading.incidents.twins import twin_cuts
from etl.reading.placing.name_roles import heads_item
from etl.reading.placing.name_speaks import speaks
from etl.reading.scan.clauses import Clause, Scan, part_of
from etl.reading.scan.names import Name
from etl.reading.scan.sentences import Sentence
from etl.reading.words.phrases import Hit
from etl.reading.words.temporal import TimeExpression

_PAUSE = re.compile(r"[;,:]|--? |[()]")
_STRONG = re.compile(r"[;:]")
_JOINTS = ("after", "before", "separators", "and")


Side = tuple[int, int]


def clauses_of(scanned: Scan) -> Iterator[Clause]:
    """The clauses of a text in its order."""
    wholes = [part for sentence in scanned.sentences for part in _by_offsets(scanned, sentence)]
    for whole, after in zip_longest(wholes, wholes[1:]):
        words = words_of_event(whole.hits, goes_on=True)
        cuts, causes = _cuts(scanned, whole), causes_in(scanned, whole, words)
        twins = twin_cuts(scanned, whole, words or whole.of("toll", "killed", "wounded"))
        charges = charges_in(scanned, whole)
        if not cuts and not twins and not causes and not charges:
            yield whole
            continue
        edges = {whole.start, *cuts, *twins, *(edge for cause in (*causes, *charges) for edge in cause), whole.end}
        for start, end in pairwise(sorted(edges)):
            part = part_of(scanned, whole.sentence, start, end)
            part = replace(part, is_twin=start in twins, is_cause=any(start == cause[0] for cause in causes))
            part = replace(part, is_charge=any(start == charge[0] for charge in charges))
            if not part.is_cause or is_told_of(scanned, part, after if part.end == whole.end else None):
                yield part


def _by_offsets(scanned: Scan, sentence: Sentence) -> Iterator[Clause]:
    """A sentence, parted where an offset reckons from an act of another day; the news comes first."""
    whole = part_of(scanned, sentence, sentence.start, sentence.end)
    acts = [*words_of_event(whole.hits), *whole.of("toll", "killed", "wounded")]
    lead = lead_of(scanned, whole)
    if lead is not None and not lead.is_known:
        yield part_of(scanned, sentence, lead.end, sentence.end)
        yield replace(part_of(scanned, sentence, sentence.start, lead.end), is_lead=True)
        return
    since = since_cuts(scanned, whole)
    cuts = [*offset_cuts(scanned, whole, acts), *since]
    if not cuts:
        yield whole
        return
    for start, end in pairwise([sentence.start, *sorted(cuts), sentence.end]):
        yield replace(part_of(scanned, sentence, start, end), is_since=start in since)


def _cuts(scanned: Scan, whole: Clause) -> list[int]:
    """Where a sentence is parted."""
    acts = [hit for hit in words_of_event(whole.hits, whole.has_cue("part_of")) if "weak" not in hit.phrase.marks]
    acts = [hit for hit in [*acts, *whole.of("toll", "killed")] if not is_dated_from(scanned, whole, hit)]
    acts.sort(key=lambda hit: hit.start)
    if len(acts) < 2:
        return []
    own = [name for name in whole.names if not heads_item(scanned, whole, name)]
    whole = replace(whole, names=[name for name in own if not speaks(scanned, whole, name)])
    whole = replace(whole, times=[time for time in whole.times if not is_of_statement(scanned, whole, time, ())])
    cuts: list[int] = []
    start = whole.start
    seams = _seams(scanned, whole)
    for cut, kind in seams:
        left = [hit for hit in acts if start <= hit.start < cut]
        if kind == "after" and left and all(hit.phrase.layer == "toll" for hit in left):
            # "Four soldiers dead after an ambush": the harm is that of the act.
            continue
        if _heads(scanned, whole, left, cut):
            continue
        said = max([at for at, joint in seams if joint == "strong" and left and at <= left[0].start], default=start)
        right = [hit for hit in acts if hit.start >= cut]
        if not left or not right or _is_outranked(seams, (left[-1].end, cut, right[0].start)):
            continue
        reach = min([other for other, _ in seams if other > right[0].end], default=whole.end)
        closer = [other for other, _ in seams if cut < other <= right[0].start]
        joints = [other for other, joint in seams if other in closer and joint != "pause" and kind != "strong"]
        if _stands_alone(whole, (max(start, said), cut), (cut, reach), kind, not closer) and not _is_news_later(
            whole, (cut, reach), joints
        ):
            cuts.append(cut)
            start = cut
    return cuts


def _heads(scanned: Scan, whole: Clause, left: list[Hit], cut: int) -> bool:
    """Whether nouns without a verb or day stand before a colon as a heading: "New attack in Djibo: nine died on"."""
    bare = all("verb" not in hit.phrase.marks for hit in left) and not _times_in(whole, (whole.start, cut))
    return bool(left) and bare and scanned.text.plain[cut - 1] == ":"


def _is_news_later(whole: Clause, right: Side, joints: list[int]) -> bool:
    """Whether the day or place a side brings comes after a later joint before its act: the sentence parts there."""
    days = [time.start for time in _times_in(whole, right)]
    news = days or [name.start for name in _places_in(whole, right)]
    return bool(news) and any(joint <= min(news) for joint in joints)


def _is_outranked(seams: list[tuple[int, str]], gap: tuple[int, int, int]) -> bool:
    """Whether a semicolon or colon lies between the same two acts: the sentence parts there, at no other place."""
    last, cut, first = gap
    strong = [at for at, kind in seams if kind == "strong" and last <= at <= first]
    return bool(strong) and cut not in strong


def _seams(scanned: Scan, whole: Clause) -> list[tuple[int, str]]:
    """(offset, kind) of each place where a sentence may part: "strong", "pause", or its class of word."""
    tokens, language = scanned.tokens, scanned.language
    seams: dict[int, str] = {}
    for pause in _PAUSE.finditer(scanned.text.plain, whole.start, whole.end):
        if begins_aside(scanned, whole, pause.start()):
            continue
        seams[pause.end()] = "strong" if _STRONG.match(pause.group()) else "pause"
    for at in tokens.which(language.any_of(*_JOINTS), whole.first + 1, whole.last):
        word, start = tokens.words[at], tokens.starts[at]
        if any(time.start <= start < time.end for time in whole.times):
            continue
        for kind in _JOINTS:
            if language.is_one_of(word, kind) and not joins_nothing(scanned, whole, at, kind):
                seams[tokens.starts[at]] = kind
    return sorted(seams.items())


def _stands_alone(whole: Clause, left: Side, right: Side, kind: str, nearest: bool) -> bool:
    """Whether the right side tells of an event of its own: another day or place, a reply, or what a crowd does."""
    days = [_times_in(whole, side) for side in (left, right)]
    places = [_places_in(whole, side) for side in (left, right)]
    own_day = bool(days[1]) and (bool(days[0]) or kind in ("after", "before", "separators"))
    own_place = bool(places[1]) and bool(places[0])
    if own_day or (own_place and kind != "pause"):
        return True
    kinds = [{hit.phrase.kind for hit in whole.of("event") if side[0] <= hit.start < side[1]} for side in (left, right)]
    if kind in ("strong", "after", "before") and all(side & _MEANS for side in kinds) and not kinds[0] & kinds[1]:
        return True
    return nearest and any(_is_only_right(whole, left, right, cue) for cue in _OWN_CUES)


_OWN_CUES = ("reply", "crowd")
_MEANS = frozenset(MEANS)


def _is_only_right(whole: Clause, left: Side, right: Side, kind: str) -> bool:
    """Whether a cue stands in the right side only, before its next seam."""
    groups = whole.of("actor")
    cues = [cue for cue in whole.of("cue", kind) if not any(one.start <= cue.start < one.end for one in groups)]
    starts = [cue.start for cue in cues]
    return any(right[0] <= at < right[1] for at in starts) and not any(left[0] <= at < left[1] for at in starts)


def _times_in(whole: Clause, side: Side) -> list[TimeExpression]:
    return [time for time in whole.times if side[0] <= time.start < side[1]]


def _places_in(whole: Clause, side: Side) -> list[Name]:
    found = [name for name in whole.names if side[0] <= name.start < side[1]]
    return [name for name in found if name.kind not in ("country", "demonym", "area")]
