"""What an act was done to, by its place in the sentence: objects and subjects in whatever words they are told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from etl.reading.grammar.acts import MEANS, Act
from etl.reading.grammar.edges import has_edges, is_article, is_number
from etl.reading.grammar.marked_persons import Person
from etl.reading.grammar.noun_phrases import Group, behind_times, phrase_from, subject_of
from etl.reading.grammar.passive import is_passive_act
from etl.reading.grammar.persons import is_passive, persons_in
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.words.phrases import Hit

_NOT_DONE_TO = frozenset({"protest", "armed_clash"})
_DONE_TO_PEOPLE = frozenset({"attack", "armed_attack", "abduction", "bombing", "sexual_violence"})
_AIMED_WITHIN = 5
_NO_HEADS = ("vague_heads", "quarters")
_PAUSE = re.compile(r"[,;:.(]|--")
_OWN_LAYERS = ("weapon", "event", "flight", "toll", "actor", "rough", "vague")


def things_befallen(scanned: Scan, clause: Clause, acts: Sequence[Act]) -> list[Group]:
    """The phrases of what the acts of a clause were done to, people by name and places left out."""
    if not has_edges(scanned) or scanned.shouted:
        return []
    told = [act.hit for act in acts if act.kind not in _NOT_DONE_TO]
    found = [_with_whole(scanned, clause, group) for hit in told for group in _done_to(scanned, clause, hit)]
    return [group for group in found if _is_of_nouns(scanned, clause, group) or _is_body(scanned, clause, group)]


def _is_body(scanned: Scan, clause: Clause, group: Group) -> bool:
    """Whether a phrase right behind a word of aim names a body: "the attack on UNICEF", no place, no people."""
    tokens, plain = scanned.tokens, scanned.text.plain
    start, end = tokens.starts[group[0]], tokens.ends[group[1] - 1]
    aims = {cue.last for cue in clause.of("cue", "against")}
    article = group[0] > clause.first and is_article(scanned, group[0] - 1)
    if not aims & {group[0], group[0] - article} or group[0] == clause.first:
        return False
    taken = [(name.start, name.end) for name in clause.names if name.kind != "unknown"]
    taken += [(time.start, time.end) for time in clause.times]
    taken += [(hit.start, hit.end) for layer in ("people", "actor", "thing") for hit in clause.of(layer)]
    written = all(plain[tokens.starts[at]].isupper() for at in range(*group))
    return written and not any(a < end and start < b for a, b in taken)


def _with_whole(scanned: Scan, clause: Clause, group: Group) -> Group:
    """A part with what it is of: "a section of the pipeline", "the front of the bank"."""
    words, language = scanned.tokens.words, scanned.language
    part = language.is_one_of(words[group[1] - 1], "partitives")
    if not part or group[1] >= clause.last or not language.is_one_of(words[group[1]], "of"):
        return group
    whole = phrase_from(scanned, clause, group[1] + 1)
    return (group[0], whole[1]) if whole is not None else group


def people_befallen(scanned: Scan, clause: Clause) -> list[Group]:
    """The phrases of whom words of harm befell, in whatever words; numbers alone left out."""
    if not has_edges(scanned) or scanned.shouted:
        return []
    found: list[Group | None] = []
    for hit in clause.of("toll", "killed", "wounded", "detained"):
        if "verb" not in hit.phrase.marks:
            continue
        suffers = is_passive(scanned, hit) or "intransitive" in hit.phrase.marks
        found.append(subject_of(scanned, clause, hit) if suffers else phrase_from(scanned, clause, hit.last))
    return [group for group in found if group is not None and _is_of_nouns(scanned, clause, group)]


def persons_aimed_at(scanned: Scan, clause: Clause, acts: Sequence[Act]) -> list[tuple[int, int]]:
    """The spans of persons named right behind an act and a word of aim: "the attack on General X", "attacked X"."""
    found: list[Group] = []
    named: list[Person] = []
    for act in acts:
        if act.kind not in _DONE_TO_PEOPLE:
            continue
        hit = act.hit
        ends = [
            cue.last
            for cue in clause.of("cue", "against")
            if hit.first < cue.last and _goes_on(scanned, clause, hit.last, cue.first)
        ]
        named = named or [one for one in persons_in(scanned, clause) if one.is_named]
        behind = [(end, one) for one in named for end in ends if 0 <= one.first - end <= _AIMED_WITHIN]
        found += [_with_office(clause, one) for end, one in behind[:1] if _is_reached(scanned, clause, end, one)]
    tokens = scanned.tokens
    return [(tokens.starts[first], tokens.ends[last - 1]) for first, last in found]


def is_of_doer(clause: Clause, aim: Hit) -> bool:
    """Whether a word of aim only says how or where somebody is who acts: "gunmen on motorcycles"."""
    if aim.first not in {hit.first for hit in clause.of("cue", "locative")}:
        return False
    doers = [hit for hit in clause.of("people", "attacker", "force") if hit.last == aim.first]
    return any(not any(act.start < doer.start for act in clause.of("event")) for doer in doers)


def _goes_on(scanned: Scan, clause: Clause, first: int, last: int) -> bool:
    """Whether only a day and places stand between two tokens: "the attack on Friday in Cali against X"."""
    tokens, language = scanned.tokens, scanned.language
    told = [(one.start, one.end) for one in clause.times] + [(one.start, one.end) for one in clause.names]
    return all(
        language.is_one_of(tokens.words[at], "prepositions") or any(a <= tokens.starts[at] < b for a, b in told)
        for at in range(first, last)
    )


def _is_reached(scanned: Scan, clause: Clause, at: int, one: Person) -> bool:
    """Whether no pause, thing, "of" or other act stands between an act and a person told behind it."""
    tokens, language = scanned.tokens, scanned.language
    between = tokens.words[at : one.first]
    if _PAUSE.search(scanned.text.plain, tokens.ends[at - 1], tokens.starts[one.first]):
        return False
    if any(language.is_one_of(word, "of") or language.is_one_of(word, "by") for word in between):
        return False
    others = (hit for layer in ("thing", "event", "toll", "actor") for hit in clause.of(layer))
    return not any(at <= other.first < one.first for other in others)


def _with_office(clause: Clause, one: Person) -> Group:
    """A person with the words for an office right before the name: "minister General X"."""
    offices = [hit for hit in clause.of("people") if hit.last == one.first]
    return min([one.first, *(hit.first for hit in offices)]), one.last


def _done_to(scanned: Scan, clause: Clause, hit: Hit) -> Iterator[Group]:
    """The object of an active verb, the subject of a passive one, and what an aim word right behind either tells."""
    verb = "verb" in hit.phrase.marks
    if verb and is_passive_act(scanned, hit):
        found = subject_of(scanned, clause, hit)
    else:
        aim = next((cue for cue in clause.of("cue", "against") if hit.first < cue.last and cue.first <= hit.last), None)
        at = max(aim.last, hit.last) if aim is not None else hit.last
        found = phrase_from(scanned, clause, at) if verb or (aim is not None and aim.last >= hit.last) else None
    if found is not None:
        yield found
    if (placed := _placed_in(scanned, clause, hit)) is not None:
        yield placed
    for cue in clause.of("cue", "passing"):
        if cue.first > hit.last and (passed := subject_of(scanned, clause, cue)) is not None:
            yield passed


def _placed_in(scanned: Scan, clause: Clause, hit: Hit) -> Group | None:
    """What a weapon that explodes was put in or went off in: "placed a bomb under a bridge"."""
    arms = clause.of("weapon", "bombing") if "partitives" in scanned.language.words else ()
    if not any(hit.first <= arm.first < hit.last for arm in arms):
        return None
    at = behind_times(scanned, clause, hit.last)
    word = next((cue for cue in clause.of("cue", "locative") if cue.first == at), None)
    return phrase_from(scanned, clause, word.last) if word is not None else None


def _is_of_nouns(scanned: Scan, clause: Clause, group: Group) -> bool:
    """Whether a phrase is made of words of its own: its last one no weapon, act, number or vague word, nor a name."""
    tokens, language = scanned.tokens, scanned.language
    head = group[1] - 1
    start, end = tokens.starts[group[0]], tokens.ends[head]
    if any(language.is_one_of(tokens.words[head], kind) for kind in _NO_HEADS) or not _is_introduced(
        scanned, clause, group
    ):
        return False
    if tokens.words[head][:1].isdecimal() or tokens.words[head] in language.numbers.words:
        return False
    if any(hit.first <= head < hit.last for layer in _OWN_LAYERS for hit in clause.of(layer)):
        return False
    if any(name.start <= tokens.starts[head] < name.end for name in clause.names):
        return False
    if any(group[0] <= hit.first < group[1] for hit in clause.of("weapon", *MEANS)):
        return False
    return any(scanned.text.plain[tokens.starts[at]].islower() for at in range(*group)) and start < end


def _is_introduced(scanned: Scan, clause: Clause, group: Group) -> bool:
    """Whether an article or a number tells a phrase from a verb, or its ending in a language that needs neither."""
    tokens, language = scanned.tokens, scanned.language
    first, head = tokens.words[group[0]], tokens.words[group[1] - 1]
    if group[0] > clause.first and is_article(scanned, group[0] - 1):
        return True
    counted = is_number(scanned, group[0]) or language.is_one_of(first, "quantifiers")
    if counted and group[1] - group[0] > 1:
        return True
    endings = tuple(language.words.get("bare_noun_endings", ()))
    return bool(endings) and head.endswith(endings) and not first.isdecimal()
