"""Who did it according to whom: actors with a stance and who says so; the weapons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from etl.reading.acts import Act
from etl.reading.clauses import Clause, Scan
from etl.reading.doers import ACTING_GROUPS, STATE, acts, nations_acting
from etl.reading.members import in_full, with_members
from etl.reading.phrases import Hit, Phrase
from etl.reading.verb_first import with_adjectives
from etl.records import Stance

_CUE_STANCE: dict[str, Stance] = {"claim": "claimed", "accuse": "accused", "deny": "denied"}
_REACH = 9
_SOURCE_WITHIN = 30
_ANSWERS_WITHIN = 4
_SUBJECT_WITHIN = 24
_CLAIMS_WITHIN = 2
_NATIONS = frozenset({"country", "demonym"})


@dataclass(frozen=True, slots=True)
class Who:
    """An actor named at [start, end). is_name: a proper name, not a description. by: the words for who says so."""

    start: int
    end: int
    stance: Stance
    is_name: bool
    actor_id: str = ""
    by: tuple[int, int] | None = None


def actors_in(scanned: Scan, clause: Clause, told: Sequence[Act]) -> list[Who]:
    """The actors of a clause that did, or are said to have done, what it tells."""
    found: list[Who] = []
    cues = _stance_cues(clause)
    nations = list(nations_acting(scanned, clause, told))
    candidates = sorted([*_candidates(scanned, clause), *nations], key=lambda hit: (hit.start, -hit.end))
    for hit in with_members(scanned, candidates):
        if any(other.start <= hit.start < other.end for other in found):
            continue
        named = hit.phrase.layer == "actor"
        cue = _stance_cue(scanned, clause, hit, cues, named)
        by: tuple[int, int] | None = None
        if cue is not None:
            stance = _CUE_STANCE[cue.phrase.kind]
            by = _accuser(scanned, clause, cue, hit) if stance == "accused" else (hit.start, hit.end)
            if by == (hit.start, hit.end) and stance == "accused":
                continue
            if "suspected" in cue.phrase.marks and not acts(scanned, clause, hit, told, named):
                continue
            by = None if "suspected" in cue.phrase.marks else by
        elif hit in nations or acts(scanned, clause, hit, told, named):
            stance = "stated"
        else:
            continue
        name = in_full(scanned, hit)
        start, end = (name.start, name.end) if named else _described(scanned, clause, hit)
        found.append(Who(start, end, stance, named, hit.phrase.name, by))
    return found


def _candidates(scanned: Scan, clause: Clause) -> list[Hit]:
    """All who may be told as actors: names, groups of people, agencies and crowds by description, states."""
    accusing = clause.of("cue", "accuse")
    groups = [hit for hit in clause.of("people", *ACTING_GROUPS) if not _overlaps(hit, accusing)]
    described = [hit for hit in clause.of("cue", "agency", "crowd") if not _overlaps(hit, clause.of("actor"))]
    return [*clause.of("actor"), *groups, *described, *_states(scanned, clause)]


def _overlaps(hit: Hit, others: Sequence[Hit]) -> bool:
    return any(hit.start < other.end and other.start < hit.end for other in others)


def _states(scanned: Scan, clause: Clause) -> list[Hit]:
    """Names of countries as actors: "Iran fired missiles", "accused Iran"."""
    tokens = scanned.tokens
    actors = clause.of("actor")
    hits = []
    for name in clause.names:
        if name.kind != "country" or any(a.start < name.end and name.start < a.end for a in actors):
            continue
        first, last = tokens.at_or_after(name.start), tokens.at_or_after(name.end)
        owns = scanned.text.plain[name.end : name.end + 2] == "'s"
        if last > first and not owns and not _is_place(scanned, clause, first):
            phrase = Phrase("actor", STATE, name=f"country:{name.countries[0] if name.countries else ''}")
            hits.append(Hit(phrase, first, last, name.start, name.end))
    return hits


def _is_place(scanned: Scan, clause: Clause, first: int) -> bool:
    """Whether a word of place or of alliance stands right before ("in Iran", "backed by Iran")."""
    reach = 1 if first and scanned.language.is_one_of(scanned.tokens.words[first - 1], "definite") else 0
    return any(0 <= first - cue.last <= reach for cue in clause.of("cue", "locative", "allied", "beside"))


def _described(scanned: Scan, clause: Clause, hit: Hit) -> tuple[int, int]:
    """A description with whom the people are close to: "militias backed by Iran", "factions pro-Iran"."""
    tokens = scanned.tokens
    first, last = with_adjectives(scanned, clause, hit)
    nations = {tokens.at_or_after(n.start): tokens.at_or_after(n.end) for n in clause.names if n.kind in _NATIONS}
    while first > clause.first and (first - 1 in nations or tokens.words[first - 1] == "pro"):
        first -= 1
    while last < clause.last and last in nations and tokens.starts[last] - tokens.ends[last - 1] == 1:
        last = nations[last]
    if last + 1 < clause.last and tokens.words[last] == "pro":
        last = nations.get(last + 1, last + 2)
    for cue in clause.of("cue", "allied"):
        if cue.first - last <= (not scanned.language.verb_first) and cue.last > last:
            last = next((end for start, end in nations.items() if 0 <= start - cue.last <= 2), last)
    return tokens.starts[first], tokens.ends[last - 1]


def _stance_cues(clause: Clause) -> list[Hit]:
    if clause.has_cue("nobody_claimed"):
        return clause.of("cue", "accuse", "deny")
    return clause.of("cue", "claim", "accuse", "deny")


def _stance_cue(scanned: Scan, clause: Clause, hit: Hit, cues: Sequence[Hit], named: bool) -> Hit | None:
    """A claim or denial by the actor before (or after "by"); an accusation of the actor after it."""
    for cue in sorted(cues, key=lambda cue: min(abs(hit.first - cue.last), abs(cue.first - hit.last))):
        after, before = hit.first - cue.last, cue.first - hit.last
        if scanned.language.verb_first and (_answers(cue, hit, named) or _is_accused(clause, cue, hit)):
            return cue
        between = scanned.tokens.words[cue.last : hit.first]
        by = any(scanned.language.is_one_of(word, "by") for word in [*between, scanned.tokens.words[cue.last - 1]])
        if cue.phrase.kind == "accuse":
            passive = any(scanned.language.is_one_of(w, "passive") for w in scanned.tokens.words[hit.last : cue.first])
            if "verb" in cue.phrase.marks and scanned.language.verb_first:
                continue
            if 0 <= after <= _REACH and not (by and "by" not in cue.phrase.marks and named is False):
                return cue
            if 0 <= before <= 3 and passive:
                return cue
        elif named and (
            (0 <= before <= (_CLAIMS_WITHIN if scanned.language.verb_first else _REACH)) or (0 <= after <= 4 and by)
        ):
            return cue
    return None


def _answers(cue: Hit, hit: Hit, named: bool) -> bool:
    """Whether a name follows a claim or denial told verb first ("denied X any role"), or stands inside its words."""
    return named and cue.phrase.kind != "accuse" and cue.first < hit.first <= cue.last + _ANSWERS_WITHIN


def _is_accused(clause: Clause, cue: Hit, hit: Hit) -> bool:
    """Whether somebody is accused where the verb comes first: the second told after it, or the only one."""
    if cue.phrase.kind != "accuse" or "verb" not in cue.phrase.marks or not cue.first < hit.first <= cue.last + _REACH:
        return False
    beside = _subject_of(clause, cue)
    return beside is None or beside[1] <= hit.start


def _subject_of(clause: Clause, cue: Hit) -> tuple[int, int] | None:
    """Who accuses where the verb comes first: the first told after it, if another follows."""
    told = [(hit.start, hit.end) for hit in (*clause.of("actor"), *clause.of("people"))]
    told += [(name.start, name.end) for name in clause.names if name.kind != "demonym"]
    after = sorted(span for span in told if cue.start < span[0])
    apart = [span for span in after if span[0] >= after[0][1]]
    return after[0] if apart and after[0][0] - cue.start <= _SUBJECT_WITHIN else None


def _accuser(scanned: Scan, clause: Clause, cue: Hit, accused: Hit) -> tuple[int, int] | None:
    """Who accuses: the name or the people nearest before the cue, or after "by" or a word of source."""
    tokens = scanned.tokens
    if scanned.language.verb_first and "verb" in cue.phrase.marks and (first := _subject_of(clause, cue)) is not None:
        return first
    spans = [(hit.start, hit.end) for hit in (*clause.of("actor"), *clause.of("people"))]
    spans += [(name.start, name.end) for name in clause.names if name.kind != "demonym"]
    spans = [span for span in spans if not (span[0] < accused.end and accused.start < span[1])]
    sources = [
        said for said in clause.of("cue", "says") if scanned.language.is_one_of(tokens.words[said.first], "source")
    ]
    for source in sources:
        after = [span for span in spans if 0 <= span[0] - source.end <= _SOURCE_WITHIN]
        if after:
            return min(after)
    before = [span for span in spans if span[1] <= cue.start and tokens.at_or_after(span[0]) >= clause.first]
    near = [span for span in before if cue.first - tokens.at_or_after(span[1]) <= _REACH]
    return max(near, key=lambda span: (span[1], span[0] - span[1])) if near else None


def weapons_in(clause: Clause) -> list[tuple[int, int]]:
    """The weapons of a clause as written."""
    return [(hit.start, hit.end) for hit in clause.of("weapon")]
