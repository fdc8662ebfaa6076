"""Words and commas at which a sentence does not part, though others like them part it."""

from __future__ import annotations

from etl.reading.scan.clauses import Clause, Scan

_LIST_WITHIN = 2
_ASIDE = 60
"""Letters of the longest aside between a noun of act and whom it befell."""


def begins_aside(scanned: Scan, whole: Clause, comma: int) -> bool:
    """Whether a comma behind a noun of act begins an aside before whom it befell: "the arrest, on Monday, of X"."""
    plain, tokens = scanned.text.plain, scanned.tokens
    nouns = (hit.end for layer in ("event", "toll") for hit in whole.of(layer) if "noun" in hit.phrase.marks)
    if plain[comma] != "," or comma not in nouns:
        return False
    closing = [at for at in range(comma + 1, min(comma + _ASIDE, whole.end)) if plain[at] == ","]
    after = [tokens.at_or_after(at) for at in closing]
    return any(at < whole.last and scanned.language.is_one_of(tokens.words[at], "of") for at in after)


def joins_nothing(scanned: Scan, whole: Clause, at: int, kind: str) -> bool:
    """Whether a word of this class parts nothing here: "after being held", "على بعد" (at a distance), "X and Y"."""
    words, language = scanned.tokens.words, scanned.language
    start, end = scanned.tokens.starts[at], scanned.tokens.ends[at]
    if "-" in scanned.text.plain[max(0, start - 1) : start] + scanned.text.plain[end : end + 1]:
        return True
    if kind == "after" and any(language.is_one_of(word, "being") for word in words[at + 1 : at + 3]):
        return True
    if kind in ("after", "before") and any(cue.first < at < cue.last for cue in whole.of("cue", "locative")):
        return True
    if kind in ("after", "before") and _tells_no_act(scanned, whole, at):
        return True
    if kind == "and" and language.verb_first and _goes_on_noun(scanned, whole, at):
        return True
    return _joins_alike(scanned, whole, at)


def _tells_no_act(scanned: Scan, whole: Clause, at: int) -> bool:
    """Whether what a word of time brings ends at a comma without any act: "after Friday prayers, leaving 52 dead"."""
    start = scanned.tokens.starts[at]
    comma = scanned.text.plain.find(",", start, whole.end)
    told = [hit for layer in ("event", "flight", "toll") for hit in whole.of(layer)]
    return comma > 0 and not any(start < hit.start < comma for hit in told)


def _goes_on_noun(scanned: Scan, whole: Clause, at: int) -> bool:
    """Whether "and" stands before a noun with its article or before "between", where a clause begins with its verb."""
    tokens, language = scanned.tokens, scanned.language
    between = {cue.first for cue in whole.of("cue", "between")}
    if at + 1 in between and min(between) < at:
        return True
    begins = at + 1 < len(tokens.words) and language.is_one_of(tokens.words[at + 1], "definite")
    pause = scanned.text.plain[tokens.ends[at - 1] : tokens.starts[at]].strip()
    timed = any(time.start == tokens.starts[at + 1] for time in whole.times) if begins else False
    return begins and not pause and not timed


def _joins_alike(scanned: Scan, whole: Clause, at: int) -> bool:
    """Whether a word stands right between two words for people or two names, where nothing parts."""
    tokens, people = scanned.tokens, whole.of("people")
    before, after = tokens.ends[at - 1], tokens.starts[at + 1] if at + 1 < len(tokens.words) else -1
    if any(time.end == before for time in whole.times) and any(time.start == after for time in whole.times):
        return True
    if at + 2 < len(tokens.words) and scanned.language.is_one_of(tokens.words[at + 1], "definite"):
        near = any(0 <= at - one.last <= _LIST_WITHIN for one in people)
        if near and any(one.first == at + 2 for one in people):
            return True
    names = any(name.end == before for name in whole.names) and any(name.start == after for name in whole.names)
    return names or (any(one.end == before for one in people) and any(one.start == after for one in people))
