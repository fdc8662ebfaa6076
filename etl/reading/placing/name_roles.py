"""What a place name does in its clause: where something happened, where it was launched, which government acts."""

from __future__ import annotations

from etl.reading.grammar.passive import is_passive_act
from etl.reading.placing.name_speaks import speaks
from etl.reading.placing.sites import is_of_mission, site_around
from etl.reading.placing.stretches import stretch_between
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.scan.names import Name
from etl.reading.scan.place_nouns import named_after
from etl.reading.scan.quarters import quarter_around

_WORDS_BACK = 6
_ASIDE = 2
_PLANNED_WITHIN = 8
_BOUND_WITHIN = 4


def is_of_actor(scanned: Scan, clause: Clause, name: Name) -> bool:
    """Whether a name is a part of an actor's name, or tells whom an actor is close to ("backed by Iran")."""
    if any(actor.start <= name.start and name.end <= actor.end for actor in clause.of("actor")):
        return True
    at = scanned.tokens.at_or_after(name.start)
    if at and name.kind != "site" and scanned.language.is_one_of(scanned.tokens.words[at - 1], "by"):
        return True
    return _is_of_ally(scanned, clause, name) or is_of_mission(scanned, clause, name)


def _is_of_ally(scanned: Scan, clause: Clause, name: Name) -> bool:
    """Whether a name tells whom somebody is close to, and not which district a village belongs to."""
    at, tokens, language = scanned.tokens.at_or_after(name.start), scanned.tokens, scanned.language
    return any(
        0 <= at - cue.last <= 1 and not any(language.is_one_of(word, "areas") for word in tokens.words[cue.last : at])
        for cue in clause.of("cue", "allied")
    )


def is_bound_for(scanned: Scan, clause: Clause, name: Name) -> bool:
    """Whether something hit elsewhere was only on its way to a place ("a convoy bound for Gao")."""
    return follows(scanned, clause, name, "bound", _BOUND_WITHIN) and stretch_between(scanned, clause, name) is None


def follows(scanned: Scan, clause: Clause, name: Name, kind: str, reach: int) -> bool:
    """Whether a cue ends within so many words before a name."""
    at = scanned.tokens.at_or_after(name.start)
    return any(0 <= at - cue.last <= reach for cue in clause.of("cue", kind))


def is_origin(scanned: Scan, clause: Clause, name: Name) -> bool:
    """Whether a launch word stands before a name, and no word of arrival between them."""
    at = scanned.tokens.at_or_after(name.start)
    for cue in clause.of("cue", "launched"):
        if any(scanned.language.is_one_of(word, "that") for word in scanned.tokens.words[cue.last : cue.last + 1]):
            continue
        arrives = any(cue.last <= other.first < at for other in clause.of("cue", "against", "toward"))
        aside = scanned.text.plain[cue.end : name.start].rpartition(",")
        if _is_from_thing(scanned, clause, cue.last, at):
            continue
        if 0 <= at - cue.last <= _WORDS_BACK and not arrives and not (aside[1] and len(aside[2].split()) > _ASIDE):
            return True
    return False


def _is_from_thing(scanned: Scan, clause: Clause, last: int, at: int) -> bool:
    """Whether it was done from something that is no site, at a name told behind: "desde un carro en X"."""
    words, language = scanned.tokens.words, scanned.language
    counted = last < at and language.is_one_of(words[last], "indefinite")
    sited = any(last <= thing.first < at for thing in clause.of("thing", "site"))
    return counted and not sited and any(last < cue.first < at for cue in clause.of("cue", "names_follow"))


def is_located(scanned: Scan, clause: Clause, name: Name) -> bool:
    """Whether a name stands where a place stands: after a word of place, as a site, or tied to one."""
    if scanned.language.verb_first and follows(scanned, clause, name, "says", 1):
        return False
    if after_place_word(scanned, clause, name):
        return not follows(scanned, clause, name, "says_at", 3)
    if follows(scanned, clause, name, "village_befallen", 0) and not speaks(scanned, clause, name):
        return True
    if _is_of_act(scanned, clause, name) or (scanned.language.verb_first and heads_item(scanned, clause, name)):
        return True
    is_site = name.kind in ("site", "neighbourhood") and not speaks(scanned, clause, name)
    if is_site or site_around(scanned, clause, name) is not None:
        return True
    return quarter_around(name, scanned.tokens, scanned.language) is not None


def _is_of_act(scanned: Scan, clause: Clause, name: Name) -> bool:
    """Whether a town tells which act is meant: "the attack of Komanda", "l'attentat de Bria"."""
    words, language = scanned.tokens.words, scanned.language
    at = scanned.tokens.at_or_after(name.start) - 1
    of = at > clause.first and (language.is_one_of(words[at], "of") or language.is_one_of(words[at], "of_agent"))
    nouns = [hit.last for layer in ("event", "toll") for hit in clause.of(layer) if "noun" in hit.phrase.marks]
    return name.kind in ("town", "unknown", "site") and of and at in nouns


def after_place_word(scanned: Scan, clause: Clause, name: Name) -> bool:
    """Whether a word of place stands before a name, with no more than an article or a side between them."""
    at = scanned.tokens.at_or_after(name.start)
    between = scanned.tokens.words[at - 1] if at else ""
    small = any(scanned.language.is_one_of(between, kind) for kind in ("definite", "particles", "directions", "links"))
    nouns = clause.of("cue", "place_noun")
    told = any(named_after(cue, scanned.tokens, scanned.text.plain, scanned.language) == at for cue in nouns)
    return told or follows(scanned, clause, name, "locative", 1 if small else 0)


def is_planned(scanned: Scan, clause: Clause, name: Name) -> bool:
    """Whether an act that was only planned stands between a word of plan and a name: "preparing an attack on X"."""
    at = scanned.tokens.at_or_after(name.start)
    acts = [hit.first for layer in ("event", "flight") for hit in clause.of(layer)]
    return any(
        0 <= at - cue.last <= _PLANNED_WITHIN and any(cue.last <= act <= cue.last + 2 and act < at for act in acts)
        for cue in clause.of("cue", "plan")
    )


def heads_item(scanned: Scan, clause: Clause, name: Name) -> bool:
    """Whether a name stands at the head of its sentence, parted from it: a dateline, or an item of a list of places."""
    plain = scanned.text.plain
    begins = not plain[clause.sentence.start : name.start].strip(" -–—•*(")
    return begins and plain[name.end : name.end + 4].lstrip()[:1] in tuple("-–—:(/")


def is_government(scanned: Scan, clause: Clause, name: Name) -> bool:
    """Whether a capital or country stands for its government: it speaks or acts, after no word of place."""
    if name.kind in ("site", "neighbourhood") or after_place_word(scanned, clause, name):
        return False
    if scanned.language.verb_first:
        return speaks(scanned, clause, name)
    if name.kind == "town" and not scanned.language.is_one_of(scanned.text.folded[name.start : name.end], "capitals"):
        return speaks(scanned, clause, name) and site_around(scanned, clause, name) is None
    at = scanned.tokens.at_or_after(name.end)
    acts = [
        hit
        for layer in ("event", "flight")
        for hit in clause.of(layer)
        if "verb" in hit.phrase.marks and not is_passive_act(scanned, hit)
    ]
    replies = clause.of("cue", "reply")
    return speaks(scanned, clause, name) or any(
        0 <= hit.first - at <= 1 or hit.first < at < hit.last for hit in (*acts, *replies)
    )


def is_of_people(scanned: Scan, clause: Clause, name: Name) -> bool:
    """Whether a country's name only tells whose people or things follow it: "where U.S. troops are stationed"."""
    if name.kind != "country" or after_place_word(scanned, clause, name):
        return False
    at = scanned.tokens.at_or_after(name.end)
    if scanned.language.is_one_of(scanned.text.folded[name.start : name.end], "attributive"):
        return True
    return any(hit.first == at for layer in ("people", "actor") for hit in clause.of(layer))


def is_of_street(scanned: Scan, name: Name) -> bool:
    """Whether a province or country only lends a street its name: "avenida Carabobo", "place d'Italie"."""
    at = scanned.tokens.at_or_after(name.start) - 1
    words, language = scanned.tokens.words, scanned.language
    while at > 0 and (language.is_one_of(words[at], "of") or language.is_one_of(words[at], "of_part")):
        at -= 1
    after = at >= 0 and language.is_one_of(words[at], "streets")
    return name.kind in ("area", "country") and (after or _heads_street(scanned, name))


def _heads_street(scanned: Scan, name: Name) -> bool:
    at = scanned.tokens.at_or_after(name.end)
    words = scanned.tokens.words[at : at + 1]
    joined = scanned.text.plain[name.end : name.end + 1] == " "
    return joined and any(scanned.language.is_one_of(word, "streets") for word in words)


def stands_apart(scanned: Scan, name: Name) -> bool:
    """Whether a name is told in brackets or heads what it is told of: "in X (Nigeria)", "Yemen: ..."."""
    plain = scanned.text.plain
    return plain[: name.start].endswith("(") or plain[name.end : name.end + 2].lstrip().startswith(":")
