"""How a name is written in a text: where it may begin and end, and what looks like one."""

from __future__ import annotations

from collections.abc import Sequence

from etl.places.gazetteer import Gazetteer
from etl.places.names import ARTICLES, name_key
from etl.places.tokens import Token, is_arabic

_LONGEST_SHORT = 3
"""Letters of the longest abbreviation in a name ("St. Louis")."""
_MERGED = frozenset({"'", "’", "."})
"""What between two words makes them one word of a key."""
_LEADS = frozenset({"la", "las", "los", "el", "del", "de", "le", "les", "du", "des", "san", "da", "do", "dos"})
"""Words that begin names of towns, or stand in them, and are no name by themselves."""
_CLITICS = ("و", "ب", "ل", "ف", "ك", "وب", "ول", "فب")


def is_half(gazetteer: Gazetteer, words: Sequence[Token], end: int) -> bool:
    """Whether a hyphen ties a name to a word that is no place: "Au Cap" of "Au Cap-Haïtien", not "Abuja-Kaduna"."""
    following = words[end] if end < len(words) else None
    tied = following is not None and following.after == "-" and following.is_capital
    return tied and following is not None and not gazetteer.named(following.text)


def may_go_on(gazetteer: Gazetteer, text: str, words: Sequence[Token]) -> bool:
    """Whether a name of several words may begin with the first two: True where they are not plain words of its key."""
    first, second = words[0], words[1]
    if is_arabic(first.text) or second.after in _MERGED or (len(words) > 2 and words[2].after in _MERGED):
        return True
    return gazetteer.begins(text[first.start : second.end])


def ends(gazetteer: Gazetteer, text: str, word: Token) -> bool:
    """True where a full stop follows a word that is too long to be an abbreviation, or a name by itself ("Gao.")."""
    stopped = text[word.end : word.end + 1] == "."
    return stopped and (len(word.text) > _LONGEST_SHORT or (len(word.text) > 1 and bool(gazetteer.named(word.text))))


def stop(text: str, first: Token, last: Token) -> int:
    """Where the words from one to another end; the last dot of "U.S." belongs to them."""
    dotted = len(last.text) == 1 and text[last.end : last.end + 1] == "." and "." in text[first.start : last.end]
    return last.end + 1 if dotted else last.end


def starts(text: str, start: int, stop: int) -> Sequence[int]:
    """The start itself; in Arabic script also the start without a joined "and", "in" or "to"."""
    if text[start].isascii() or not is_arabic(text[start]):
        return (start,)
    joined = [len(c) for c in _CLITICS if text.startswith(c, start) and stop - start - len(c) >= 3]
    return (start, *(start + length for length in joined))


def looks_like_name(first: Token, last: Token, name: str, lower_case: frozenset[str]) -> bool:
    """A name begins and ends with a capital; a short one is all capitals; or it is a known lower-case name."""
    if first is last and name[0].isdigit():
        return False
    letters = name.replace(".", "")
    if len(letters) <= 3 and not is_arabic(letters):
        return letters.isupper() or (len(letters) == 3 and letters[0].isupper())
    begins = first.is_capital or first.text in ARTICLES
    if begins and (last.is_capital or (first.is_capital and first is not last and len(last.text) > 3)):
        return True
    return name_key(name) in lower_case


def leads_name(words: Sequence[Token], at: int) -> bool:
    """Whether a word is the article of the name behind it, and no shortened area: "LA" of "LA TIENDITA", "Del"."""
    following = words[at + 1] if at + 1 < len(words) else None
    leads = following is not None and following.after == " " and following.is_capital
    return leads and name_key(words[at].text) in _LEADS
