"""Who is blamed in words that no list holds, and who only says so behind what is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from etl.reading.grammar.edges import has_edges
from etl.reading.grammar.noun_phrases import Group, phrase_from
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.words.phrases import Hit, Phrase

BLAMED = Phrase("people", "blamed")
"""What somebody stands for whom only an accusation tells."""
_NATIONS = ("demonym", "country")


def blamed(scanned: Scan, clause: Clause, listed: Sequence[Hit]) -> Iterator[Hit]:
    """Hits for the phrases right behind words of accusation where none of `listed` stands: "blamed Ukrainian services".

    Or inside such words: "holds the Lebanese government responsible". A phrase counts that holds a nation or its
    adjective, ends as words for who does something, or begins with a word for a body (`collectives` of the language's
    file: "the opposition").
    """
    if not has_edges(scanned):
        return
    for cue in clause.of("cue", "accuse"):
        if cue.phrase.marks & {"suspected", "of_subject"}:
            continue
        inside = "around" in cue.phrase.marks
        group = phrase_from(scanned, clause, cue.first + 1 if inside else cue.last, cue.last - 1 if inside else None)
        if group is None or any(group[0] < hit.last and hit.first < group[1] for hit in listed):
            continue
        if _is_somebody(scanned, clause, group):
            tokens = scanned.tokens
            yield Hit(BLAMED, *group, tokens.starts[group[0]], tokens.ends[group[1] - 1])


def _is_somebody(scanned: Scan, clause: Clause, group: Group) -> bool:
    tokens, language = scanned.tokens, scanned.language
    words = tokens.words[group[0] : group[1]]
    start, end = tokens.starts[group[0]], tokens.ends[group[1] - 1]
    if any(hit.start < end and start < hit.end for layer in ("weapon", "event", "thing") for hit in clause.of(layer)):
        return False
    nations = [name for name in clause.names if name.kind in _NATIONS and start <= name.start < end]
    # "Lebanon's government", but not "pro-Iran".
    peoples = any(name.kind == "demonym" or name.end < end for name in nations)
    endings = tuple(language.words.get("agent_endings", ()))
    small = scanned.text.plain[tokens.starts[group[1] - 1]].islower()
    ends = bool(endings) and small and words[-1].endswith(endings)
    return (peoples and len(words) > 1) or ends or language.is_one_of(words[0], "collectives")


def closes_saying(scanned: Scan, clause: Clause, cue: Hit, hit: Hit) -> bool:
    """Whether an accusation ends what it accuses of, with who says so right behind it: "..., accuse l'armée."."""
    words, plain, language = scanned.tokens.words, scanned.text.plain, scanned.language
    first = cue.first
    while first > clause.first and language.is_one_of(words[first - 1], "having"):
        first -= 1
    behind = hit.first - cue.last
    article = behind == 1 and language.is_one_of(words[cue.last], "definite")
    ends = plain[hit.end : hit.end + 1] in (".", ",", ";", "")
    paused = plain[: scanned.tokens.starts[first]].rstrip().endswith(",")
    return "having" in language.words and paused and ends and cue.last - cue.first == 1 and (behind == 0 or article)
