"""Whether a number before a word of harm counts those harmed: its subject, near enough and no doer."""

from __future__ import annotations

from etl.reading.grammar.edges import has_edges, is_auxiliary
from etl.reading.grammar.persons import is_passive, words_between
from etl.reading.scan.clauses import Scan
from etl.reading.scan.quantity import Quantity, is_plural
from etl.reading.tolls.toll_bounds import AFTER_WITHIN, BEFORE_WITHIN
from etl.reading.words.phrases import Hit

_PASSIVE_FURTHER = 3
_SEVERAL, _NOUN_WITHIN = 2, 3


def counts_subject(
    scanned: Scan,
    quantity: Quantity,
    hit: Hit,
) -> bool:
    """Whether a number before a word of harm counts its subject."""
    gap = words_between(scanned, quantity.last, hit.first)
    bare = quantity.last - quantity.first == 1 and not quantity.whom
    if bare and scanned.tokens.words[quantity.first] in scanned.language.numbers.articles:
        return _is_somebody(scanned, quantity, hit)
    if quantity.whom == "attacker" and not is_passive(scanned, hit) and gap <= 1 and quantity.high != 0:
        return hit.phrase.kind == "killed" or gap == 0
    if quantity.high == 0 and not quantity.whom:
        tokens = scanned.tokens
        return gap <= AFTER_WITHIN and "," not in scanned.text.plain[tokens.ends[quantity.last - 1] : hit.start]
    passive = is_passive(scanned, hit)
    if not quantity.whom:
        near = gap <= 2 or (passive and gap <= AFTER_WITHIN and _is_of_theirs(scanned, quantity.last))
        return near or _counts_unknown(scanned, quantity, hit)
    return gap <= BEFORE_WITHIN + _PASSIVE_FURTHER * passive


def _is_somebody(scanned: Scan, article: Quantity, hit: Hit) -> bool:
    """Whether an unknown noun after an article is one person harmed: "a barman was shot dead", no "X, a writer, is"."""
    language, tokens = scanned.language, scanned.tokens
    if "known" in hit.phrase.marks or not is_passive(scanned, hit):
        return False
    if scanned.text.plain[: tokens.starts[article.first]].rstrip().endswith(","):
        return False
    noun = [word for word in tokens.words[article.last : hit.first] if not language.is_one_of(word, "passive")]
    plain = not any(word in language.stop_words or language.is_one_of(word, "relative") for word in noun)
    return plain and 0 < len(noun) <= AFTER_WITHIN


def _counts_unknown(scanned: Scan, quantity: Quantity, hit: Hit) -> bool:
    """Whether a number counts an unknown noun that is the subject of a verb: "fifteen herders had been killed"."""
    language, words = scanned.language, scanned.tokens.words
    if "verb" not in hit.phrase.marks or not has_edges(scanned) or quantity.low < _SEVERAL:
        return False
    first = quantity.last + language.is_one_of(words[quantity.last], "of")
    last = first
    while last < hit.first and not is_auxiliary(scanned, last) and words[last].isalpha():
        last += 1
    told = is_passive(scanned, hit) or "intransitive" in hit.phrase.marks
    plain = all(
        word not in language.stop_words and not language.is_one_of(word, "prepositions") for word in words[first:last]
    )
    verbs = all(is_auxiliary(scanned, at) for at in range(last, hit.first))
    return told and plain and verbs and 0 < last - first <= _NOUN_WITHIN and is_plural(words[first], language)


def _is_of_theirs(scanned: Scan, at: int) -> bool:
    """Whether a number counts some of people told before: "four of his customers were wounded"."""
    return any(scanned.language.is_one_of(word, "of") for word in scanned.tokens.words[at : at + 1])
