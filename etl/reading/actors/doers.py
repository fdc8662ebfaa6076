"""Who does what a clause tells: the subject of an active verb, the agent after "by", a party of a clash, a nation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from etl.reading.actors.flown import forces_from
from etl.reading.grammar.acts import Act
from etl.reading.grammar.edges import has_edges, is_led, is_number
from etl.reading.grammar.passive import is_finite, is_passive_act, is_shared
from etl.reading.grammar.verb_first import follows_verb, has_own_subject, is_small
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.words.phrases import Hit, Phrase

STATE = "state"
"""The kind of a nation's name that stands for its government or forces."""
ACTING_GROUPS = ("attacker", "force")
_ARTICLES = ("definite", "indefinite", "plural_articles")
_SUBJECT_REACH, _STATE_REACH, _CONDUCTED_WITHIN = 7, 2, 6
_NATIONAL = frozenset({"demonym", "country"})
_OF_NATIONS = frozenset({"air_strike", "shelling", "arrest_raid", "attack"})
"""Acts that a nation's adjective tells the doer of ("American strikes"); elsewhere it tells the place."""


def acts(scanned: Scan, clause: Clause, hit: Hit, told: Sequence[Act], named: bool) -> bool:
    """Whether someone does what a clause tells."""
    tokens, language = scanned.tokens, scanned.language
    before = tokens.words[max(clause.first, hit.first - 4) : hit.first]
    by_at = next((i for i, word in enumerate(before[::-1]) if language.is_one_of(word, "by")), None)
    harm = [*(act.hit for act in told), *clause.of("toll", "killed", "wounded", "detained")]
    allied = any(0 <= hit.first - cue.last <= 1 for cue in clause.of("cue", "allied"))
    if (
        by_at is not None
        and by_at <= 2
        and not allied
        and any(verb.first < hit.first <= verb.last + 8 for verb in harm)
    ):
        return True
    if _owns(scanned, clause, hit):
        return False
    if any(act.kind == "armed_clash" for act in told) and (named or hit.phrase.kind in (*ACTING_GROUPS, "agency")):
        return hit.phrase.kind != "force" or not _is_counted(scanned, hit)
    if _conducts(scanned, clause, hit, told):
        return True
    if hit.phrase.kind == "force" and not any(act.kind == "arrest_raid" for act in told):
        return any(hit.last == verb.first and has_own_subject(scanned, verb) for verb in harm)
    # "La mort de X", "the murder of X": told of whom it befell.
    victims = [verb for verb in clause.of("toll") if "noun" in verb.phrase.marks and "prepositions" in language.words]
    return any(
        _is_subject(scanned, clause, hit, verb)
        or follows_verb(scanned, clause, hit, verb)
        or (verb not in victims and _is_agent(scanned, hit, verb, named, before))
        for verb in harm
    )


def nations_acting(scanned: Scan, clause: Clause, told: Sequence[Act]) -> Iterator[Hit]:
    """Adjectives of nations right beside a noun of act: "American strikes", "raid israélien"."""
    tokens = scanned.tokens
    nouns = [act.hit for act in told if "noun" in act.hit.phrase.marks and act.kind in _OF_NATIONS]
    arms = _arms_of_nations(scanned, clause)
    for name in clause.names:
        first, last = tokens.at_or_after(name.start), tokens.at_or_after(name.end)
        # Only a language that does not write such adjectives with a capital puts them behind the noun.
        behind = not scanned.text.plain[name.start].isupper()
        ahead = not scanned.language.verb_first
        beside = any(
            (ahead and 0 <= noun.first - last <= 1) or (behind and noun.first < first <= noun.last) for noun in nouns
        )
        beside |= ahead and any(act.hit.first == last and _flies(act.hit) for act in told)
        if (name.kind == "demonym" and beside) or (name.kind in _NATIONAL and first in arms):
            country = name.countries[0] if name.countries else ""
            first = forces_from(scanned, clause, nouns, first, last)
            yield Hit(Phrase("actor", STATE, name=f"country:{country}"), first, last, tokens.starts[first], name.end)


def _flies(verb: Hit) -> bool:
    """Whether a verb of act begins with what flies: "drone had targeted"."""
    several = verb.last - verb.first > 1 and "verb" in verb.phrase.marks
    return several and verb.phrase.kind in ("air_strike", "shelling")


def _arms_of_nations(scanned: Scan, clause: Clause) -> frozenset[int]:
    """The tokens behind aircraft and shells that strike, where adjectives stand there ("مقاتلات إسرائيلية")."""
    if not scanned.language.verb_first or clause.has_cue("foiled"):
        return frozenset()
    struck = [hit for hit in clause.of("event") if hit.phrase.kind in ("air_strike", "shelling")]
    inside = {at for hit in struck if "verb" in hit.phrase.marks for at in range(hit.first + 1, hit.last)}
    return frozenset(inside | {hit.last for hit in clause.of("weapon", "air_strike", "shelling")})


def _conducts(scanned: Scan, clause: Clause, hit: Hit, told: Sequence[Act]) -> bool:
    """Whether someone is told to have conducted an act, or to have answered with one ("retaliated with strikes")."""
    if scanned.language.verb_first and is_conducted_by(clause, hit, told):
        return True
    for cue in clause.of("cue", "conducts", "reply"):
        between = range(hit.last, cue.first)
        spoken = any(said.first in between for said in clause.of("cue", "says"))
        others = any(other.first in between for other in (*clause.of("actor"), *clause.of("people")))
        near = 0 <= cue.first - hit.last <= _STATE_REACH and not spoken and not others
        passive = any(scanned.language.is_one_of(scanned.tokens.words[at], "passive") for at in between)
        if near and not passive and any(0 <= act.hit.first - cue.last <= _CONDUCTED_WITHIN for act in told):
            return True
    return False


def is_conducted_by(clause: Clause, hit: Hit, told: Sequence[Act]) -> bool:
    """Whether someone stands between a verb that comes first and the act it conducts: "conducted X three strikes"."""
    cues = [cue for cue in clause.of("cue", "conducts") if 0 <= hit.first - cue.last <= _STATE_REACH]
    return bool(cues) and any(0 <= act.hit.first - hit.last <= _CONDUCTED_WITHIN for act in told)


def _is_subject(scanned: Scan, clause: Clause, hit: Hit, verb: Hit) -> bool:
    """Whether an active verb follows, and nobody else nor a word of saying stands between."""
    reach = _STATE_REACH if hit.phrase.kind == STATE else _SUBJECT_REACH
    if not 0 <= verb.first - hit.last <= reach or "verb" not in verb.phrase.marks or is_passive_act(scanned, verb):
        return False
    if "intransitive" in verb.phrase.marks or is_led(scanned, clause, hit) or is_shared(scanned, clause, hit, verb):
        return False
    speaks = any(hit.last <= cue.first <= verb.first for cue in clause.of("cue", "says"))
    if scanned.language.verb_first:
        speaks |= scanned.language.is_one_of(scanned.tokens.words[verb.first], "verbal_nouns")
        between = scanned.tokens.words[hit.last : verb.first]
        ends = (word for word in between if not scanned.language.is_one_of(word, "of"))
        speaks |= any(scanned.language.is_one_of(word, "breaks") for word in ends)
    others = any(hit.last <= other.first < verb.first for other in (*clause.of("people"), *clause.of("thing")))
    others |= has_edges(scanned) and any(is_number(scanned, at) for at in range(hit.last, verb.first))
    gapless = verb.phrase.layer == "toll" and verb.first == hit.last and not is_finite(scanned, verb)
    return not speaks and not others and not (gapless and not is_before_object(scanned, verb))


def _owns(scanned: Scan, clause: Clause, hit: Hit) -> bool:
    """Whether somebody is only told to own what was hit ("stormed a base of X and arrested", "hit a truck of X")."""
    hits = [one.last for one in clause.of("event") if "verb" in one.phrase.marks]
    return any(
        0 < hit.first - one.last <= 2
        and (one.phrase.kind == "site" or any(last <= one.first for last in hits))
        and all(scanned.language.is_one_of(word, "of_part") for word in scanned.tokens.words[one.last : hit.first])
        for one in clause.of("thing")
    )


def is_before_object(scanned: Scan, verb: Hit, at: int | None = None) -> bool:
    """Whether somebody killed or wounded is told right after the verb, so that it is no participle.

    Words such as "at least" may stand between. at: the first token behind the verb that is of no day.
    """
    language, tokens = scanned.language, scanned.tokens
    at = verb.last if at is None else at
    if at >= len(tokens.words):
        return False
    begins = tokens.starts[at]
    rough = scanned.between("rough", begins, begins + 1)
    word = tokens.words[min(rough[0].last if rough else at, len(tokens.words) - 1)]
    numbers = language.numbers
    is_number = word in numbers.words or word in numbers.articles or word[:1].isdecimal()
    return is_number or language.is_one_of(word, "definite") or language.is_one_of(word, "indefinite")


def _is_agent(scanned: Scan, hit: Hit, verb: Hit, named: bool, before: Sequence[str]) -> bool:
    """Whether a name stands beside a noun of act: "US strikes", "an attack of Boko Haram"."""
    if "noun" not in verb.phrase.marks:
        return False
    if hit.phrase.layer != "actor":
        return _is_of_forces(scanned, hit, verb)
    between = scanned.tokens.words[hit.last : verb.first + 1]
    parted = any(scanned.language.is_one_of(word, "prepositions") for word in between)
    adjective = not scanned.language.verb_first and 0 <= verb.first - hit.last <= 1 and not parted
    of = named and 0 < hit.first - verb.last <= 3
    if scanned.language.verb_first and named and 0 <= hit.first - verb.last <= 1:
        return all(is_small(scanned, at) for at in range(verb.last, hit.first))
    return adjective or (of and any(scanned.language.is_one_of(word, "of_agent") for word in before[-2:]))


def _is_of_forces(scanned: Scan, hit: Hit, verb: Hit) -> bool:
    """Whether an act such as forces carry out is told as theirs: "a raid of the special forces"."""
    words, language = scanned.tokens.words[verb.last : hit.first], scanned.language
    theirs = hit.phrase.kind in ("agency", "force") and verb.phrase.kind in _OF_NATIONS
    return (
        theirs
        and 1 <= len(words) <= 2
        and all(language.is_one_of(word, "of_agent") or language.is_one_of(word, "of_part") for word in words)
    )


def _is_counted(scanned: Scan, hit: Hit) -> bool:
    if scanned.language.numbers.in_nouns and hit.phrase.marks & {"one", "two"}:
        return True
    word = scanned.tokens.words[hit.first - 1] if hit.first else ""
    return word in scanned.language.numbers.words or word[:1].isdecimal()
