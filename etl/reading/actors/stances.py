"""Which claim, accusation or denial is of whom in a clause, and who accuses."""

from __future__ import annotations

from collections.abc import Sequence

from etl.reading.actors.antecedents import is_known_group
from etl.reading.actors.blamed import closes_saying
from etl.reading.grammar.acts import Act
from etl.reading.grammar.edges import has_edges, is_article, is_led
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.words.phrases import Hit

_REACH = 9
_HEARSAY_WITHIN = 10
_SOURCE_WITHIN = 30
_ANSWERS_WITHIN = 4
_SUBJECT_WITHIN = 24
_CLAIMS_WITHIN = 2
_ASIDE_WITHIN = 2
_ARTICLE_AND_HEAD = 2


def parties_to_blame(clause: Clause, candidates: Sequence[Hit]) -> list[Hit]:
    """The two who blame each other in a clause, empty where none do or the clause does not name them both."""
    if not clause.has_cue("mutual") or not clause.has_cue("accuse"):
        return []
    sorts = ("agency", "attacker", "force")
    named = [hit for hit in candidates if hit.phrase.layer == "actor" or hit.phrase.kind in sorts]
    return named[:2] if len(named) > 1 else []


def stance_cues(clause: Clause) -> list[Hit]:
    """The cues of a clause that tell who claims, is accused or denies; none of claim where nobody claimed it."""
    if clause.has_cue("nobody_claimed"):
        return clause.of("cue", "accuse", "deny")
    claims = clause.of("cue", "claim")
    # A reflexive claim holds a word that, without it, accuses: "se atribuyó el ataque".
    accusing = [cue for cue in clause.of("cue", "accuse") if not any(c.first < cue.first < c.last for c in claims)]
    return sorted([*claims, *accusing, *clause.of("cue", "deny")], key=lambda cue: (cue.start, cue.end))


def stance_cue(scanned: Scan, clause: Clause, hit: Hit, cues: Sequence[Hit], named: bool) -> Hit | None:
    """A claim or denial by the actor before (or after "by"); an accusation of the actor after it."""
    for cue in sorted(cues, key=lambda cue: min(abs(hit.first - cue.last), abs(cue.first - hit.last))):
        if scanned.language.verb_first and (_answers(clause, cue, hit, named) or _is_accused(clause, cue, hit)):
            return cue
        if cue.phrase.kind == "accuse":
            if _accuses(scanned, clause, cue, hit, named):
                return cue
        elif (named or is_known_group(scanned, hit)) and _tells_own(scanned, clause, cue, hit, cues):
            return cue
    return None


def _by_between(scanned: Scan, cue: Hit, hit: Hit) -> bool:
    """Whether a word for "by" ends a cue or stands between it and somebody behind it."""
    words = [*scanned.tokens.words[cue.last : hit.first], scanned.tokens.words[cue.last - 1]]
    return any(scanned.language.is_one_of(word, "by") for word in words)


def _accuses(scanned: Scan, clause: Clause, cue: Hit, hit: Hit, named: bool) -> bool:
    """Whether a word of accusation accuses somebody told near it."""
    after, before = hit.first - cue.last, cue.first - hit.last
    is_people = hit.phrase.kind == "people"
    if ("verb" in cue.phrase.marks and scanned.language.verb_first) or closes_saying(scanned, clause, cue, hit):
        return False
    if _is_by_somebody(scanned, cue):
        return 0 <= before <= _ASIDE_WITHIN or (0 <= after <= _REACH and _is_behind_aside(scanned, cue, hit))
    if "of_subject" in cue.phrase.marks:
        return 0 <= before <= _REACH and not is_people and not is_led(scanned, clause, hit)
    by = not named and "by" not in cue.phrase.marks and _by_between(scanned, cue, hit)
    beside = (
        is_people
        and has_edges(scanned)
        and all(is_article(scanned, at) or _is_plural(scanned, at) for at in range(cue.last, hit.first))
    )
    if 0 <= after <= _REACH and (beside or not is_people) and not _is_beyond(scanned, clause, cue, hit) and not by:
        return True
    if "suspected" in cue.phrase.marks and before == 0:
        return True
    held = "around" in cue.phrase.marks and cue.first < hit.first and hit.last < cue.last
    passive = any(scanned.language.is_one_of(w, "passive") for w in scanned.tokens.words[hit.last : cue.first])
    return held or (0 <= before <= 3 and passive)


def _is_plural(scanned: Scan, at: int) -> bool:
    return scanned.language.is_one_of(scanned.tokens.words[at], "plural_articles")


def _is_in_aside(scanned: Scan, hit: Hit) -> bool:
    """Whether somebody is told in a relative aside that ends with them: "X, who control Y, have said"."""
    plain = scanned.text.plain
    pause = plain.rfind(",", 0, hit.start)
    opened = plain[pause + 1 : hit.start].lower().split() if pause >= 0 else []
    return bool(opened) and plain[hit.end : hit.end + 1] == "," and scanned.language.is_one_of(opened[0], "relative")


def _tells_own(scanned: Scan, clause: Clause, cue: Hit, hit: Hit, cues: Sequence[Hit]) -> bool:
    """Whether a claim or denial is that of somebody told before it, or after "by", and not of who accuses him."""
    after, before = hit.first - cue.last, cue.first - hit.last
    reach = _CLAIMS_WITHIN if scanned.language.verb_first else _REACH
    if not 0 <= before <= reach and not (0 <= after <= 4 and _by_between(scanned, cue, hit)):
        return False
    allied = any(0 <= hit.first - one.last <= 1 for one in clause.of("cue", "allied"))
    if _is_in_aside(scanned, hit) or allied:
        return False
    # "The Taliban condemned it; a local branch of X claimed it" is no claim of the former.
    parted = any(hit.last <= other.first < cue.first for other in (*cues, *clause.of("cue", "opinion")))
    accusing = [one for one in cues if one.phrase.kind == "accuse" and _is_by_somebody(scanned, one)]
    accuses = any(0 <= hit.first - one.last <= _ASIDE_WITHIN for one in accusing)
    aside = any(0 <= one.first - hit.last <= _ASIDE_WITHIN for one in accusing)
    return (not parted or aside) and not accuses


def _is_by_somebody(scanned: Scan, cue: Hit) -> bool:
    """Whether a word of accusation is told with who accuses right behind it: "accused by X"."""
    words, language = scanned.tokens.words[cue.last : cue.last + 1], scanned.language
    by = any(language.is_one_of(word, "by") for word in words)
    return by and not any(language.is_one_of(word, "by") for word in scanned.tokens.words[cue.first : cue.last])


def _is_behind_aside(scanned: Scan, cue: Hit, hit: Hit) -> bool:
    """Whether a comma and an article at most part somebody from an aside on him: "Accused by X, the militia denies"."""
    tokens = scanned.tokens
    parts = scanned.text.plain[cue.end : hit.start].split(",")
    return len(parts) == 2 and len(parts[1].split()) <= _ARTICLE_AND_HEAD and tokens.starts[cue.last] < hit.start


def _is_beyond(scanned: Scan, clause: Clause, cue: Hit, hit: Hit) -> bool:
    """Whether somebody else is accused right behind the cue, and an act or a thing parts the two.

    Or a pause with a word of saying beside it: "blamed on X, the army said", "imputée à X, a dit l'armée".
    """
    countries = [scanned.tokens.at_or_after(name.start) for name in clause.names if name.kind == "country"]
    others = [at for at in (*countries, *(one.first for one in clause.of("actor"))) if cue.last <= at < hit.first]
    told = [one.first for layer in ("event", "flight", "toll", "thing") for one in clause.of(layer)]
    pause = scanned.text.plain.rfind(",", cue.end, hit.start)
    aside = [said for said in clause.of("cue", "says") if pause >= 0 and said.start > pause]
    says = any(0 <= said.first - hit.last <= 1 or 0 <= hit.first - said.last <= 1 for said in aside)
    return bool(others) and (says or any(min(others) < at < hit.first for at in told))


def _answers(clause: Clause, cue: Hit, hit: Hit, named: bool) -> bool:
    """Whether a name follows a claim or denial told verb first ("denied X any role"), or stands inside its words.

    Of two it is the first: "announced X that it had hit a post of Y".
    """
    if not named or cue.phrase.kind == "accuse" or not cue.first < hit.first <= cue.last + _ANSWERS_WITHIN:
        return False
    inside = [one for one in clause.of("actor") if cue.first < one.first < cue.last and one.last <= hit.first]
    return not inside


def _is_accused(clause: Clause, cue: Hit, hit: Hit) -> bool:
    """Whether somebody is accused where the verb comes first: the second told after it, or the only one."""
    if cue.phrase.kind != "accuse" or "verb" not in cue.phrase.marks or not cue.first < hit.first <= cue.last + _REACH:
        return False
    beside = _subject_of(clause, cue)
    return beside is None or beside[1] <= hit.start


def _subject_of(clause: Clause, cue: Hit) -> tuple[int, int] | None:
    """Who accuses where the verb comes first: the first told after it, if another follows."""
    told = [(hit.start, hit.end) for hit in (*clause.of("actor"), *clause.of("people"))]
    told += [(name.start, name.end) for name in clause.names if name.kind != "demonym"]
    acts = (hit.start for layer in ("event", "flight", "toll") for hit in clause.of(layer) if hit.first >= cue.last)
    upto = min(acts, default=clause.end)
    after = sorted((span for span in told if cue.start < span[0] < upto), key=lambda span: (span[0], -span[1]))
    apart = [span for span in after if span[0] >= after[0][1]]
    return after[0] if apart and after[0][0] - cue.start <= _SUBJECT_WITHIN else None


def accuser(scanned: Scan, clause: Clause, cue: Hit, accused: Hit) -> tuple[int, int] | None:
    """Who accuses: the name or the people nearest before the cue, or after "by" or a word of source."""
    tokens = scanned.tokens
    if scanned.language.verb_first and "verb" in cue.phrase.marks and (first := _subject_of(clause, cue)) is not None:
        return first
    spans = [(hit.start, hit.end) for hit in (*clause.of("actor"), *clause.of("people"))]
    spans += [(name.start, name.end) for name in clause.names if name.kind != "demonym"]
    spans = [span for span in spans if not (span[0] < accused.end and accused.start < span[1])]
    sources = [
        said for said in clause.of("cue", "says") if scanned.language.is_one_of(tokens.words[said.first], "source")
    ]
    for source in sources:
        after = [span for span in spans if 0 <= span[0] - source.end <= _SOURCE_WITHIN]
        if after:
            return min(after)
    before = [span for span in spans if span[1] <= cue.start and tokens.at_or_after(span[0]) >= clause.first]
    near = [span for span in before if cue.first - tokens.at_or_after(span[1]) <= _REACH]
    return max(near, key=lambda span: (span[1], span[0] - span[1])) if near else None


def is_hearsay(scanned: Scan, clause: Clause, hit: Hit, told: Sequence[Act]) -> bool:
    """Whether the form of a verb right behind somebody tells that they are only said to have done it ("auraient")."""
    verbs = [act.hit for act in told] + clause.of("toll", "killed", "wounded", "detained")
    after = [verb.first for verb in verbs if 0 <= verb.first - hit.last <= _HEARSAY_WITHIN]
    words = scanned.tokens.words[hit.last : min(after, default=hit.last)]
    return any(scanned.language.is_one_of(word, "hearsay") for word in words)
