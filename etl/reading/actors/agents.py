"""Who does what a clause tells by its place in the sentence: subjects of verbs and agents, in whatever words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from etl.reading.actors.doers import STATE, is_before_object
from etl.reading.actors.flown import flown_by, is_downing
from etl.reading.actors.joined_doers import in_company, joined_to
from etl.reading.grammar.acts import Act
from etl.reading.grammar.edges import has_edges
from etl.reading.grammar.noun_phrases import Group, behind_times, phrase_from, subject_of
from etl.reading.grammar.passive import is_finite, is_passive_act
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.words.phrases import Hit, Phrase

_PRONOUN_WITHIN = 3
_OWN = ("pronouns", "possessives", "having_done")
_TAKEN = frozenset({"arrest_raid", "detained"})
_STOPPING = frozenset({"fended", "stopped"})
_BY_WITHIN, _LED_WITHIN, _OF_ASIDE = 16, 6, 2


def doing(scanned: Scan, clause: Clause, told: Sequence[Act]) -> list[Group]:
    """The phrases of who does what a clause tells: subjects of active verbs, and agents right behind "by"."""
    if not has_edges(scanned):
        return []
    verbs = [act.hit for act in told] + clause.of("toll", "killed", "wounded", "detained")
    found = [
        one
        for verb in [*verbs, *_freeing(clause, told)]
        if (group := _doer_of(scanned, clause, verb)) is not None
        for one in (group, *joined_to(scanned, clause, group, verb), *in_company(scanned, clause, group))
    ]
    taken = [hit for hit in verbs if hit.phrase.kind in _TAKEN]
    found += [group for verb in taken if (group := _speaker(scanned, clause, verb)) is not None]
    return list(dict.fromkeys(found))


def _doer_of(scanned: Scan, clause: Clause, verb: Hit) -> Group | None:
    within = [hit for hit in _bearers(clause) if verb.first <= hit.first and hit.last < verb.last]
    flown = [hit for hit in within if scanned.language.is_one_of(scanned.tokens.words[hit.first - 1], "of_part")]
    own = [(hit.first, hit.last) for hit in flown or within if flown or verb.first == hit.first]
    own = own if "verb" in verb.phrase.marks and verb.phrase.layer != "toll" and _has_done(scanned, verb) else []
    own += flown_by(scanned, clause, verb)
    if own:
        return own[0]
    by = _by_behind(scanned, clause, verb)
    if by is not None:
        return phrase_from(scanned, clause, by + 1)
    meant = [cue for cue in clause.of("cue", "threat_to", "tried") if 0 <= verb.first - cue.last <= 1]
    if meant:
        return subject_of(scanned, clause, meant[-1])
    if "verb" not in verb.phrase.marks or verb.phrase.marks & {"intransitive", *_STOPPING} or is_downing(clause, verb):
        return None
    if is_passive_act(scanned, verb) or not _is_done_to_others(scanned, clause, verb):
        return None
    return subject_of(scanned, clause, verb)


def speaking(scanned: Scan, clause: Clause, told: Sequence[Act]) -> list[Group]:
    """The phrases of who says that they themselves did what a clause tells: "The army said it had killed"."""
    if not has_edges(scanned):
        return []
    verbs = [act.hit for act in told if act.kind != "arrest_raid"] + clause.of("toll", "killed", "wounded")
    own = [verb for verb in verbs if "verb" in verb.phrase.marks and not verb.phrase.marks & _STOPPING]
    active = [verb for verb in own if not is_passive_act(scanned, verb)]
    found = [group for verb in active if (group := _speaker(scanned, clause, verb)) is not None]
    return list(dict.fromkeys(found))


def _by_behind(scanned: Scan, clause: Clause, verb: Hit) -> int | None:
    """The "by" that a word of act ends in or is followed by, with nothing but where and when between."""
    words, language = scanned.tokens.words, scanned.language
    if language.is_one_of(words[verb.last - 1], "by"):
        return verb.last - 1
    if (led := _led_behind(clause, verb)) is not None:
        return led
    reach = range(verb.last, min(verb.last + _BY_WITHIN, clause.last))
    at = next((at for at in reach if language.is_one_of(words[at], "by")), None)
    if at is None or at == verb.last:
        return at
    others = [hit for layer in ("event", "flight", "toll") for hit in clause.of(layer)]
    others += clause.of("cue", "says", "accuse", "claim")
    # Two commas, the last right before "by", close an aside: "in X, a quarter of Y, by gunmen".
    pauses = scanned.text.plain[verb.end : scanned.tokens.starts[at]]
    aside = pauses.count(",") == _OF_ASIDE and pauses.rstrip().endswith(",")
    parted = any(verb.last <= hit.first < at for hit in others) or ("," in pauses and not aside)
    return None if parted or not is_passive_act(scanned, verb) else at


def _led_behind(clause: Clause, verb: Hit) -> int | None:
    """The "by" behind a noun of act and a word for carrying it out: "the attack, carried out by"."""
    told = [*clause.of("event"), *clause.of("toll"), *clause.of("cue", "claim", "accuse")]
    for cue in clause.of("cue", "by"):
        near = cue.last - cue.first > 1 and 0 <= cue.first - verb.last <= _LED_WITHIN
        if near and "noun" in verb.phrase.marks and not any(verb.last <= one.first < cue.last for one in told):
            return cue.last - 1
    return None


def _speaker(scanned: Scan, clause: Clause, verb: Hit) -> Group | None:
    """Who says so, where a pronoun or nothing stands for them: "said they had captured", "said its drones hit"."""
    words, language = scanned.tokens.words, scanned.language
    reach = range(verb.first - 1, max(clause.first, verb.first - _PRONOUN_WITHIN) - 1, -1)
    at = next((at for at in reach if any(language.is_one_of(words[at], kind) for kind in _OWN)), None)
    if at is None or (language.is_one_of(words[at], "that") and not language.is_one_of(words[at], "having_done")):
        return None
    dated = next((time for time in clause.times if scanned.tokens.at_or_after(time.end) == at), None)
    begins = at if dated is None else scanned.tokens.at_or_after(dated.start)
    said = [cue for cue in clause.of("cue", "says") if 0 <= begins - cue.last <= 1]
    return subject_of(scanned, clause, said[-1]) if said else None


def _freeing(clause: Clause, told: Sequence[Act]) -> list[Hit]:
    """Verbs of freeing captives, where a raid is told: who frees them carries it out."""
    return clause.of("cue", "freed") if any("raid" in act.hit.phrase.marks for act in told) else []


def _bearers(clause: Clause) -> list[Hit]:
    return [*clause.of("people"), *clause.of("actor"), *clause.of("cue", "agency", "crowd")]


def _is_done_to_others(scanned: Scan, clause: Clause, verb: Hit) -> bool:
    """Whether a verb is no bare participle: harm has its object right behind it, an act that or a word of having."""
    tokens = scanned.tokens
    has = _has_done(scanned, verb)
    follows = verb.last < len(tokens.words) and scanned.text.plain[verb.end : tokens.starts[verb.last]] == " "
    if not follows and verb.phrase.kind in _TAKEN and verb.last - verb.first == 1:  # "... and 43 people arrested."
        return False
    if follows and scanned.language.is_one_of(tokens.words[verb.last], "object"):
        return has
    layers = ("vague", "rough", "people") if has else ("vague", "people")
    told = (hit for layer in layers for hit in scanned.between(layer, verb.end, verb.end + 2))
    at = behind_times(scanned, clause, verb.last)
    takes = follows and (any(hit.first == verb.last for hit in told) or is_before_object(scanned, verb, at))
    if verb.phrase.kind == "abduction" and follows and at < len(tokens.words):
        has &= not scanned.language.is_one_of(tokens.words[at], "prepositions")
    return has and (takes or is_finite(scanned, verb)) if verb.phrase.layer == "toll" else has or takes


def _has_done(scanned: Scan, verb: Hit) -> bool:
    """Whether the word of having stands before a verb in a language that tells it from its participle by that alone."""
    tokens, words = scanned.tokens, scanned.language.words
    endings = tuple(words.get("participle_endings", ()))
    needed = words.get("active_with", frozenset())
    if endings and tokens.words[verb.first].endswith(endings):
        needed = words.get("having", needed)
    return not needed or any(word in needed for word in tokens.words[max(0, verb.first - 2) : verb.last])


def heads(clause: Clause, hit: Hit, groups: Sequence[Group]) -> bool:
    """Whether somebody is the one a phrase is of: the last told in it, so that "police" is not in "police killers"."""
    # The words for somebody may begin with the article that no phrase holds: "la policía".
    around = [last for first, last in groups if first <= hit.first < last or first < hit.last <= last]
    if not around:
        return False
    others = [one for one in (*clause.of("people"), *clause.of("actor"), *clause.of("thing")) if one != hit]
    return any(not any(hit.last <= one.first < last for one in others) for last in around)


def unlisted(scanned: Scan, clause: Clause, groups: Sequence[Group]) -> Iterator[Hit]:
    """Those who do it in words that no list holds, by the endings of words for who does something ("nationalists")."""
    tokens, endings = scanned.tokens, tuple(scanned.language.words.get("agent_endings", ()))
    if not endings or not groups:
        return
    listed = [*_bearers(clause), *clause.of("thing"), *clause.of("weapon"), *clause.of("event"), *clause.of("vague")]
    for first, last in groups:
        places = any(tokens.starts[first] <= name.start < tokens.ends[last - 1] for name in clause.names)
        known = any(hit.first < last and first < hit.last for hit in listed)
        vague = scanned.language.is_one_of(tokens.words[last - 1], "vague_heads")
        if tokens.words[last - 1].endswith(endings) and not (known or vague) and not (places and last - first == 1):
            yield Hit(Phrase("people", "people"), first, last, tokens.starts[first], tokens.ends[last - 1])


def _tells_whose(scanned: Scan, group: Group, first: int, last: int) -> bool:
    """Whether an adjective begins a phrase, or stands in it in a language that sets it behind its noun, in small."""
    if scanned.text.plain[scanned.tokens.starts[first]].isupper():
        return group[0] == first and last < group[1]
    return group[0] < first and last <= group[1]


def nations_in(scanned: Scan, clause: Clause, groups: Sequence[Group]) -> Iterator[Hit]:
    """Adjectives of nations before what their forces fire or fly: "Turkish warplanes hit", "Russian shells fell"."""
    tokens = scanned.tokens
    for name in clause.names:
        first, last = tokens.at_or_after(name.start), tokens.at_or_after(name.end)
        for group in groups:
            others = (*clause.of("people"), *clause.of("actor"), *clause.of("thing", "site"))
            people = any(first < hit.last and hit.first < group[1] for hit in others)
            if name.kind == "demonym" and _tells_whose(scanned, group, first, last) and not people:
                country = name.countries[0] if name.countries else ""
                act = any(group[0] <= hit.first < first for hit in clause.of("event") if "noun" in hit.phrase.marks)
                begins = first if act else min(first, group[0])
                phrase = Phrase("actor", STATE, name=f"country:{country}")
                yield Hit(phrase, begins, last, tokens.starts[begins], name.end)
