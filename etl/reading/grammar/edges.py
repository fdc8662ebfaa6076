"""Where phrases of nouns end: the words that belong to none, and the verbs around them.

A language takes part whose file names its `prepositions`, `openers` of clauses and `auxiliaries`.
"""

from __future__ import annotations

from etl.reading.grammar.once import once_a_clause
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.words.phrases import Hit

JOINS = frozenset({" ", "-", "'", "", ' "', '" '})
"""What may stand between two words of one phrase."""
_LONG_ADVERB = 6
_EDGES = ("prepositions", "openers", "auxiliaries", "relative", "and", "by", "passive", "pronouns")
_SPEAKING = ("says", "accuse", "deny", "claim")
_ARTICLES = ("definite", "indefinite")


def has_edges(scanned: Scan) -> bool:
    """Whether the language's file tells where its phrases end, and the case of letters is that of the text."""
    return "prepositions" in scanned.language.words


def is_edge(scanned: Scan, clause: Clause, at: int, inside: bool) -> bool:
    """Whether a token belongs to no phrase of nouns, or punctuation parts it from the phrase it would be in."""
    tokens, language = scanned.tokens, scanned.language
    word = tokens.words[at]
    if inside and scanned.text.plain[tokens.ends[at - 1] : tokens.starts[at]] not in JOINS:
        return True
    if word in language.any_of(*_EDGES) or (inside and is_article(scanned, at)):
        return True
    compound = inside and scanned.text.plain[tokens.ends[at - 1] : tokens.starts[at]] == "-"
    # "two parked cars", but "a car parked".
    if inside and not compound and not is_number(scanned, at - 1) and language.is_one_of(word, "participles"):
        return True
    if at in verbs_in(clause) or at in spoken(clause)[0] or is_adverb(scanned, at):
        return True
    if inside and _has_object(scanned, clause, at):
        return True
    return any(time.start <= tokens.starts[at] < time.end for time in clause.times)


def _has_object(scanned: Scan, clause: Clause, at: int) -> bool:
    """Whether a token ends as verbs of the past do and an article follows: "gunmen blocked the road"."""
    endings = tuple(scanned.language.words.get("past_endings", ()))
    follows = at + 1 < clause.last and is_article(scanned, at + 1)
    return follows and bool(endings) and scanned.tokens.words[at].endswith(endings)


@once_a_clause
def verbs_in(clause: Clause) -> frozenset[int]:
    """The tokens of words of act or harm that are verbs."""
    hits = (hit for layer in ("event", "flight", "toll") for hit in clause.of(layer))
    return frozenset(at for hit in hits if "verb" in hit.phrase.marks for at in range(hit.first, hit.last))


@once_a_clause
def spoken(clause: Clause) -> tuple[frozenset[int], frozenset[int]]:
    """The tokens of words of saying; those of all words by which somebody says, accuses, denies or claims."""
    cues = [clause.of("cue", *kinds) for kinds in (_SPEAKING[:1], _SPEAKING)]
    said, told = (frozenset(at for cue in found for at in range(cue.first, cue.last)) for found in cues)
    return said, told


def is_adverb(scanned: Scan, at: int) -> bool:
    """Whether a token in small letters ends as adverbs do: "reportedly"."""
    word = scanned.tokens.words[at]
    endings = tuple(scanned.language.words.get("adverb_endings", ()))
    written_small = scanned.text.plain[scanned.tokens.starts[at]].islower()
    return bool(endings) and len(word) >= _LONG_ADVERB and written_small and word.endswith(endings)


def is_auxiliary(scanned: Scan, at: int) -> bool:
    """Whether a token is an auxiliary verb, of the passive or another, or an adverb beside one."""
    word, language = scanned.tokens.words[at], scanned.language
    return language.is_one_of(word, "auxiliaries") or language.is_one_of(word, "passive") or is_adverb(scanned, at)


def is_article(scanned: Scan, at: int) -> bool:
    """Whether a token is an article or stands where one does."""
    return scanned.tokens.words[at] in scanned.language.any_of(*_ARTICLES)


def is_plural_article(scanned: Scan, at: int) -> bool:
    """Whether a token is a preposition elsewhere, but an article where a phrase begins: "des civils"."""
    return scanned.language.is_one_of(scanned.tokens.words[at], "plural_articles")


def is_number(scanned: Scan, at: int) -> bool:
    """Whether a token is a number in words or figures."""
    word = scanned.tokens.words[at]
    return word in scanned.language.numbers.words or word[:1].isdecimal()


def is_led(scanned: Scan, clause: Clause, hit: Hit) -> bool:
    """Whether a preposition other than "of" leads to somebody, in a language whose file names them: "fired at X"."""
    words, language = scanned.tokens.words, scanned.language
    at = hit.first - 1
    if at > clause.first and any(
        language.is_one_of(words[at], kind) for kind in ("definite", "indefinite", "plural_articles")
    ):
        at -= 1
    leads = at >= clause.first and language.is_one_of(words[at], "prepositions")
    return leads and not language.is_one_of(words[at], "of") and not language.is_one_of(words[at], "by")
