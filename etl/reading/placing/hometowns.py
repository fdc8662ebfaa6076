"""Where people come from: "soldiers from Monywa burnt the village", "a father and his son from Quetta"."""

from __future__ import annotations

from etl.reading.scan.clauses import Clause, Scan
from etl.reading.scan.names import Name

_PEOPLE = frozenset({"people", "force", "attacker"})


def is_hometown(scanned: Scan, clause: Clause, name: Name) -> bool:
    """Whether a name right behind "from" says where the people told right before it come from.

    Not in a language whose word for it means "of" as well.
    """
    at, language = scanned.tokens.at_or_after(name.start), scanned.language
    word = scanned.tokens.words[at - 1] if at >= clause.first + 2 else ""
    if not language.is_one_of(word, "from") or language.is_one_of(word, "of"):
        return False
    return any(hit.last == at - 1 and hit.phrase.kind in _PEOPLE for hit in clause.of("people"))
