"""Which place names stand for somebody who speaks: a capital for its government, the seat of an officer."""

from __future__ import annotations

from collections.abc import Sequence

from etl.reading.scan.clauses import Clause, Scan
from etl.reading.scan.names import Name
from etl.reading.words.phrases import Hit

_WORDS_BACK = 6
_SHORT_ASIDE = 24  # letters


def speaks(scanned: Scan, clause: Clause, name: Name) -> bool:
    """Whether a name stands for a government that says something ("Washington accuses")."""
    at = scanned.tokens.at_or_after(name.end)
    if scanned.language.verb_first:
        return _speaks_after_verb(scanned, clause, name)
    if name.kind in ("site", "neighbourhood") and scanned.text.plain[name.end : name.end + 1] == ",":
        return False
    words, follows_it = scanned.tokens.words, scanned.text.plain[name.end : name.end + 1]
    if follows_it in (";", ":"):  # what follows somebody else says
        return False
    if _is_said_by(scanned, clause, name) or _is_source(scanned, clause, name):
        return True
    aside = scanned.text.plain.find(",", name.end + 1, name.end + _SHORT_ASIDE) if follows_it == "," else -1
    ends = {at, scanned.tokens.at_or_after(aside)} if aside >= 0 else {at}  # "Washington, for its part, blames"
    return any(
        any((follows_it == "," and end == at) <= cue.first - end <= 2 for end in ends)
        and "suspected" not in cue.phrase.marks
        and not scanned.language.is_one_of(words[cue.first], "source")
        for cue in clause.of("cue", "says", "accuse", "deny", "opinion", "retold")
    )


def _is_said_by(scanned: Scan, clause: Clause, name: Name) -> bool:
    """Whether a name with its article stands right behind a verb of saying: "a annoncé l'Élysée"."""
    words, language = scanned.tokens.words, scanned.language
    first = scanned.tokens.at_or_after(name.start)
    first -= first > clause.first and language.is_one_of(words[first - 1], "definite")
    verbs = (cue for cue in clause.of("cue", "says") if not language.is_one_of(words[cue.first], "source"))
    return "auxiliaries" in language.words and any(cue.last == first and cue.last - cue.first > 1 for cue in verbs)


def _is_source(scanned: Scan, clause: Clause, name: Name) -> bool:
    """Whether a town or country alone stands behind a word of source: "according to Ankara, ..."."""
    words, language = scanned.tokens.words, scanned.language
    first, last = scanned.tokens.within(name.start, name.end)
    first -= first > clause.first and language.is_one_of(words[first - 1], "definite")
    sources = (cue for cue in clause.of("cue", "says") if language.is_one_of(words[cue.first], "source"))
    ends = scanned.text.plain[name.end : name.end + 1] in (",", ".", "") or last >= clause.last
    return name.kind in ("town", "country") and ends and any(cue.last == first for cue in sources)


def _speaks_after_verb(scanned: Scan, clause: Clause, name: Name) -> bool:
    """The same where the verb comes first: right behind a word of saying, or before one without a pause (headlines)."""
    first, last = scanned.tokens.within(name.start, name.end)
    cues = clause.of("cue", "says", "accuse", "deny", "opinion")
    return any(
        cue.last == first or (cue.first == last and scanned.text.plain[name.end : cue.start] == " ") for cue in cues
    )


def is_of_speaker(scanned: Scan, clause: Clause, name: Name, acts: Sequence[Hit]) -> bool:
    """Whether a name tells where those sit who say so: "an officer at the command in Kabul said that ..."."""
    first, at = scanned.tokens.at_or_after(name.start), scanned.tokens.at_or_after(name.end)
    told = [*acts, *clause.of("toll")]
    return _closes_speaker(scanned, clause, name, told) or (
        any(
            0 <= cue.first - at <= _WORDS_BACK and "," not in scanned.text.plain[name.end : cue.start]
            for cue in clause.of("cue", "says")
        )
        and any(hit.last <= first and first - hit.last <= _WORDS_BACK for hit in clause.of("people", "people", "force"))
        and any(hit.start > name.end for hit in told)
        and not any(hit.start < name.start for hit in told)
    )


def _closes_speaker(scanned: Scan, clause: Clause, name: Name, told: Sequence[Hit]) -> bool:
    """Whether a name ends the words for who says so, behind what is said: "..., the command in Kabul said"."""
    begin = scanned.text.plain.rfind(",", clause.start, name.start)
    words, language = scanned.tokens.words, scanned.language
    verbs = [cue for cue in clause.of("cue", "says") if not language.is_one_of(words[cue.first], "source")]
    said = any(not scanned.text.plain[name.end : cue.start].strip() for cue in verbs)
    if begin < 0 or not said or any(hit.start > begin for hit in told) or not told:
        return False
    who = [*clause.of("people"), *clause.of("cue", "agency"), *clause.of("actor"), *clause.of("thing")]
    return any(begin < hit.start < name.start for hit in who)
