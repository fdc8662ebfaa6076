"""What the sentence after an act says of it: whom it befell, or that it was none."""

from __future__ import annotations

from etl.reading.incidents.draft import Draft
from etl.reading.incidents.facts import Facts

_HARMS = frozenset({"killed", "wounded"})


def tells_toll_of(last: Facts, one: Facts) -> bool:
    """Whether a clause right behind another of its paragraph tells only whom that one's act befell.

    It has neither a day, a place nor a doer of its own, and the dead or hurt of the act were not told before.
    """
    apart = one.clause.sentence.number - last.clause.sentence.number
    same = one.clause.sentence.paragraph == last.clause.sentence.paragraph
    own = one.time is not None or bool(one.where.places) or any(who.is_name for who in one.actors) or one.is_another
    own = own or bool(one.clause.of("thing", "site"))
    harms = {toll.kind for toll in one.tolls if toll.low and toll.kind in _HARMS}
    told = {toll.kind for toll in last.tolls}
    return same and apart == 1 and bool(last.acts) and bool(harms) and not own and not harms & told


def follows_overnight(one: Facts) -> bool:
    """Whether arrests told without a place came in the night after what they followed: "were arrested overnight"."""
    overnight = one.time is not None and one.time.means == "overnight"
    return overnight and one.event_type == "arrest_raid" and not one.where.located


def kept_from_accident(drafts: list[Draft], latest: Draft | None, one: Facts) -> Draft | None:
    """The incident told last, None where a clause calls it an accident: it is then left out of `drafts`."""
    if latest is None or latest is not drafts[-1] or not _tells_accident(latest, one):
        return latest
    drafts.remove(latest)
    return None


def _tells_accident(draft: Draft, one: Facts) -> bool:
    """Whether a clause calls an accident what its paragraph told by its harm, its blast or its fire alone."""
    acts = [act for part in draft.parts for act in part.acts]
    meant = any("burst" not in act.hit.phrase.marks for act in acts) or any(part.means for part in draft.parts)
    beside = one.clause.sentence.paragraph == draft.last.clause.sentence.paragraph
    doubted = one.clause.has_cue("not_done", "no_accident") or bool(one.acts or one.tolls)
    return beside and not meant and not doubted and one.clause.has_cue("accident")
