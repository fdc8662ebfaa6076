"""Names of persons: whole ones, and surnames alone of whom the text names in full or by title elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from etl.reading.scan.clauses import Clause, Scan

WHOLE = re.compile(
    r"[^\W\d_a-zß-öø-ÿœ][\w']*(?:[ -](?:(?:al|el|bin|ibn|abu|abou|de|van|von|da|del)[ -])*[^\W\d_a-zß-öø-ÿœ][\w']*)+"
)
"""Two capitalised words or more, with the small words that names hold between them."""
_SINGLE = re.compile(r"\b[^\W\d_a-zß-öø-ÿœ][^\W\d_]{3,}\b")
_AGED = re.compile(r", \d{1,2}(?: [^\W\d_]{2,5})?,| \(\d{1,2}(?: [^\W\d_]{2,5})?\)")


def names_in(scanned: Scan, clause: Clause) -> list[tuple[int, int]]:
    """Offsets of the names of persons in a clause, in the order of the text; places and actors are not left out."""
    plain = scanned.text.plain
    whole = [_unowned(plain, *match.span()) for match in WHOLE.finditer(plain, clause.start, clause.end)]
    titles = {hit.end + 1 for hit in clause.of("people") if plain[hit.end : hit.end + 1] == " "}
    known = surnames_of(scanned)
    single = [
        match.span()
        for match in _SINGLE.finditer(plain, clause.start, clause.end)
        if not any(start <= match.start() < end for start, end in whole)
        and not match.group().isupper()
        and _is_name(scanned, match.start(), match.group(), titles, known)
    ]
    return sorted(whole + single)


def _unowned(plain: str, start: int, end: int) -> tuple[int, int]:
    """A name without the ending of its possessive: "Ramos" of "Ramos's murder"."""
    return start, start + len(plain[start:end].removesuffix("'s").removesuffix("'"))


def _is_name(scanned: Scan, start: int, word: str, titles: set[int], known: frozenset[str]) -> bool:
    """Whether a single capitalised word is a surname known from elsewhere, follows a title or has an age behind it."""
    folded = scanned.text.folded[start : start + len(word)]
    if folded in scanned.language.ordinary or folded in scanned.language.stop_words:
        return False
    return folded in known or start in titles or _AGED.match(scanned.text.plain, start + len(word)) is not None


def surnames_of(scanned: Scan) -> frozenset[str]:
    """The folded last words of the whole names in a text that are no ordinary words, no places and no actors."""
    if scanned.surnames is None:
        scanned.surnames = frozenset(_last_words(scanned))
    return scanned.surnames


def _last_words(scanned: Scan) -> Iterator[str]:
    others: Sequence[tuple[int, int]] = sorted(
        [(name.start, name.end) for name in scanned.names]
        + [(hit.start, hit.end) for layer in ("actor", "thing", "event") for hit in scanned.hits.get(layer, ())]
    )
    taken = {at for start, end in others for at in range(start, end)}
    for match in WHOLE.finditer(scanned.text.plain):
        last = scanned.text.folded[match.start() : match.end()].replace("-", " ").split()[-1].removesuffix("'s")
        if match.end() - 1 not in taken and last not in scanned.language.ordinary:
            yield last
