"""Whether people told beside a verb of harm are its object or its subject."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.reading.grammar.gaps import apart
from etl.reading.grammar.passive import is_bare_participle
from etl.reading.scan.clauses import Scan
from etl.reading.scan.quantity import Quantity, is_plural
from etl.reading.tolls.toll_bounds import AFTER_WITHIN
from etl.reading.words.phrases import Hit

_AUXILIARY_WITHIN = 3
_OBJECT_WITHIN = 4
_FAR_WITHIN = 12
"""Words between a verb and whom it befell, where a word marks them or the verb comes before its subject."""
_PARTED_WITHIN = 18
"""The same where small words are written with the next, which makes more words of a sentence."""
_TWO, _DOER_WITHIN = 2, 3
_PAUSE = re.compile(r"[;:()]")


def is_marked_object(scanned: Scan, at: int, first: int) -> bool:
    """Whether a word that marks whom a verb befell stands right before a token ("mató el lunes en Cali a tres")."""
    return _is_near(scanned, at, first) and scanned.language.is_one_of(scanned.tokens.words[first - 1], "object")


def marked_objects(scanned: Scan, hit: Hit, after: Sequence[Quantity]) -> Sequence[Quantity]:
    """The numbers from the first that is marked as whom a verb befell; none where one with a noun comes before it."""
    for at, one in enumerate(after):
        if is_marked_object(scanned, hit.last, one.first):
            return after[at:]
        if one.whom:
            break
    return ()


def late_subjects(scanned: Scan, hit: Hit, after: Sequence[Quantity]) -> Sequence[Quantity]:
    """The numbers from the first with a noun that follows its verb from afar ("murieron en Cali tres agentes").

    Or its noun, an aside between ("la captura, el lunes en Cali, de tres agentes").

    Where verbs come first, any verb does so ("قتل مسلحون أمس في تكريت سبعة رجال"), but for one with the mark `near`,
    whose object may be a thing.
    """
    words = scanned.tokens.words
    first = scanned.language.verb_first and "verb" in hit.phrase.marks and "near" not in hit.phrase.marks
    lead = words[max(0, hit.first - 1) : hit.last]
    leads = first or any(scanned.language.is_one_of(word, "before_subject") for word in lead)
    leads = leads or _is_behind_aside(scanned, hit, after)
    told = (at for at, one in enumerate(after) if one.whom)
    at = next(told, None) if leads else None
    if at is None or not _is_near(scanned, hit.last, after[at].first):
        return ()
    return () if scanned.language.is_one_of(words[after[at].first - 1], "by") else after[at:]


def _is_behind_aside(scanned: Scan, hit: Hit, after: Sequence[Quantity]) -> bool:
    """Whether "of" and a number follow an aside between commas right behind a noun of harm."""
    tokens, plain = scanned.tokens, scanned.text.plain
    one = next((one for one in after if one.whom), None)
    if one is None or "noun" not in hit.phrase.marks or plain[hit.end : hit.end + 1] != ",":
        return False
    of = scanned.language.is_one_of(tokens.words[one.first - 1], "of")
    return of and plain[: tokens.starts[one.first - 1]].rstrip().endswith(",")


def does(scanned: Scan, one: Quantity) -> bool:
    """Whether a verb of doing stands right before a number, where verbs come first ("an attack three gunmen made")."""
    if not scanned.language.verb_first:
        return False
    start, end = scanned.tokens.starts[max(one.first - 2, 0)], scanned.tokens.starts[one.first]
    return any(cue.phrase.kind in ("conducts", "by") for cue in scanned.between("cue", start, end))


def without_doer(scanned: Scan, hit: Hit, after: Sequence[Quantity]) -> Sequence[Quantity]:
    """The numbers after a verb that comes first, without who did it: "killed three gunmen four policemen".

    Two that suffered it would be joined by "and".
    """
    if not scanned.language.verb_first or "verb" not in hit.phrase.marks or len(after) < _TWO:
        return after
    doer, other = after[:2]
    between = scanned.tokens.words[doer.last : other.first]
    joined = any(scanned.language.is_one_of(word, kind) for word in between for kind in ("and", "with"))
    beside = (
        len(between) <= _DOER_WITHIN and "," not in scanned.text.plain[hit.end : scanned.tokens.starts[other.first]]
    )
    is_pair = doer.whom == "attacker" and other.whom not in ("", "attacker") and beside and not joined
    return after[1:] if is_pair else after


def _is_near(scanned: Scan, at: int, first: int) -> bool:
    tokens = scanned.tokens
    reach = _PARTED_WITHIN if scanned.language.verb_first else _FAR_WITHIN
    return at < first <= at + reach and not _PAUSE.search(scanned.text.plain, tokens.ends[at - 1], tokens.starts[first])


def is_parted(scanned: Scan, hit: Hit, quantity: Quantity) -> bool:
    """Whether a verb that takes no object and a number behind it stand on either side of a semicolon."""
    pause = ";" in scanned.text.plain[hit.end : scanned.tokens.starts[quantity.first]]
    return pause and "intransitive" in hit.phrase.marks


def takes_object(scanned: Scan, hit: Hit) -> bool:
    """Whether an active verb of harm has its own object, so that a number before it counts those who did it.

    "Two gunmen shot dead a baker": an article or a number ("at least 12") right after the verb, and a person, no day
    ("killed the day before").
    """
    if (
        "verb" not in hit.phrase.marks
        or "intransitive" in hit.phrase.marks
        or hit.last + 1 >= len(scanned.tokens.words)
        or "," in scanned.text.plain[hit.end : scanned.tokens.starts[hit.last]]
    ):
        return False
    words, language = scanned.tokens.words, scanned.language
    auxiliary = words[max(0, hit.first - _AUXILIARY_WITHIN) : hit.first]
    pause = scanned.text.plain[hit.end : scanned.tokens.starts[hit.last]].strip()
    if pause or is_bare_participle(scanned, hit) or any(language.is_one_of(word, "passive") for word in auxiliary):
        return False
    if _is_titled(scanned, hit.last):
        return True
    begins = scanned.tokens.starts[hit.last]
    rough = scanned.between("rough", begins, begins + 1)
    at = min(rough[0].last if rough else hit.last, len(words) - 1)
    numbers, following = language.numbers, words[at]
    counted = following in numbers.words or following.isdecimal()
    article = language.is_one_of(following, "definite") or following in numbers.articles or counted
    beside = not scanned.text.plain[hit.end : begins].strip()
    return (article and beside) and any(
        at < person.first <= at + _OBJECT_WITHIN and "," not in scanned.text.plain[hit.end : person.start]
        for person in scanned.between("people", hit.end, scanned.tokens.ends[min(at + _OBJECT_WITHIN, len(words) - 1)])
    )


def _is_titled(scanned: Scan, at: int) -> bool:
    """Whether a person with a title and a name, but no article, begins at a token: "shot dead journalist X"."""
    tokens, plain = scanned.tokens, scanned.text.plain
    title = scanned.between("people", tokens.starts[at], tokens.starts[at] + 1)
    if not title or is_plural(tokens.words[title[0].last - 1], scanned.language):
        return False
    name = title[0].end + 1
    return plain[title[0].end : name] == " " and plain[name : name + 1].isupper() and not scanned.shouted


def goes_on(scanned: Scan, hit: Hit, one: Quantity) -> bool:
    """Whether a number after a verb joins those before it: "13 marines were killed and, the army says, 20 rebels".

    Or has its own circumstance, the noun left out: "seven died in the first blast and five in the second".
    """
    tokens = scanned.tokens
    joins = [at for at in range(hit.last, one.first) if scanned.language.is_one_of(tokens.words[at], "and")]
    if not joins or one.first - hit.last > _FAR_WITHIN:
        return False
    if not one.whom:
        behind = tokens.words[one.last : one.last + 1]
        beside = one.first - joins[-1] == 1 and scanned.text.plain[tokens.ends[one.last - 1] :][:1] == " "
        return beside and any(scanned.language.is_one_of(word, "prepositions") for word in behind)
    between = scanned.text.plain[tokens.ends[joins[-1]] : tokens.starts[one.first]].strip()
    ends = scanned.text.plain[tokens.ends[one.last - 1] : tokens.ends[one.last - 1] + 1] in ("", ".", ";", ":")
    return ends and (not between or (between.startswith(",") and between.endswith(",")))


def reaches(
    scanned: Scan,
    at: int,
    quantity: Quantity,
) -> bool:
    """Whether a number after a verb counts its object: near, with a noun or right after, and not "by two gunmen"."""
    if is_marked_object(scanned, at, quantity.first):
        return True
    gap = quantity.first - at
    between = scanned.tokens.words[at : quantity.first]
    parted = any(scanned.language.is_one_of(word, kind) for word in between for kind in ("by", "separators"))
    plain = scanned.text.plain[scanned.tokens.ends[at - 1] : scanned.tokens.starts[quantity.first]]
    if parted or plain.count(",") == 1 or (gap > AFTER_WITHIN and apart(scanned, at, quantity.first) > AFTER_WITHIN):
        return False
    numbers = scanned.language.numbers
    others = quantity.other and numbers.in_nouns
    bare = not quantity.whom and scanned.tokens.words[quantity.first] in numbers.articles
    return bool(quantity.whom) or others or gap <= (not numbers.in_nouns and not bare)
