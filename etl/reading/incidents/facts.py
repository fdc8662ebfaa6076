"""All that one clause tells, gathered from the rules of each field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from etl.reading.actors.who import Who, actors_in, weapons_in
from etl.reading.dating.offsets import news_of
from etl.reading.dating.when import event_time
from etl.reading.grammar.acts import Act, acts_in, is_stopped
from etl.reading.grammar.going_back import by_pronoun, is_setting, names_again
from etl.reading.grammar.leads import lead_of
from etl.reading.incidents.events import means_in, type_of
from etl.reading.incidents.remarks import remark_in
from etl.reading.incidents.status import told_status
from etl.reading.placing.where import Where, where_in
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.targets.targets import Target, targets_in
from etl.reading.tolls.captives import DEAD_CAPTIVES
from etl.reading.tolls.clause_tolls import tolls_of
from etl.reading.tolls.toll_sums import Toll
from etl.reading.words.temporal import TimeExpression
from etl.records import EventType, RemarkKind, Status


@dataclass(frozen=True, slots=True)
class Facts:
    """What a clause tells. `time` is the expression its day comes from; day words of a statement are left out."""

    clause: Clause
    acts: tuple[Act, ...]
    event_type: EventType | None
    means: EventType | None
    status: Status
    status_span: tuple[int, int] | None
    time: TimeExpression | None
    where: Where
    tolls: tuple[Toll, ...]
    actors: tuple[Who, ...]
    targets: tuple[Target, ...]
    weapons: tuple[tuple[int, int], ...]
    remark: RemarkKind | None
    goes_back: bool
    by_pronoun: bool
    is_perceived: bool
    is_retold: bool
    is_one_more: bool
    is_dud: bool
    is_another: bool
    denies: bool
    claims: bool
    is_twin: bool = False

    @property
    def hits_home(self) -> bool:
        """Whether a weapon is told to have come down."""
        return self.means is not None and any("impact" in hit.phrase.marks for hit in self.clause.of("flight"))

    @property
    def only_claims(self) -> bool:
        """Whether it says no more than that somebody claims what was told: its day is that of the claim."""
        return self.claims and not self.tolls and all(act.definite for act in self.acts)

    @property
    def is_telling(self) -> bool:
        """Whether the clause alone can open an incident."""
        if self.clause.has_cue("accuse") and self.time is None and not self.tolls and not self.where.names:
            return False
        if any(act.is_single and not act.definite for act in self.acts):
            return True
        weak = any(not act.is_single or act.definite for act in self.acts)
        harmed = any(toll.kind in ("killed", "wounded", "detained") for toll in self.tolls)
        if (harmed and (self.clause.is_cause or self.clause.is_charge)) or (self.acts and self.clause.has_cue("reply")):
            return True
        if self.status != "carried_out" and self.acts and not is_stopped(self.acts):
            return True
        many = all("many" in act.hit.phrase.marks for act in self.acts)
        placed = self.where.located and not many
        if harmed and self.targets and any(who.stance == "stated" for who in self.actors):
            return True
        dated = self.time is not None and not (many and self.time.means in _WIDE)
        return (weak and (dated or harmed or placed)) or (harmed and (self.time is not None or self.where.located))


_WIDE = frozenset({"month", "season", "year", "last_unit", "this_unit", "recent_days"})
_ADJUNCT_WITHIN = 3


def facts_of(scanned: Scan, clause: Clause, before: Facts | None = None) -> Facts:
    """Read one clause. `before` is the one it follows: its weapons may be what "two of them" stands for."""
    news = news_of(scanned, clause)
    stands_for = by_pronoun(scanned, clause)
    named_again = lead_of(scanned, clause) is None and names_again(scanned, news)
    goes_on = stands_for or named_again or clause.has_cue("part_of")
    means = means_in(news)
    if goes_on and before is not None and _is_next_to(before.clause, clause) and (stands_for or means is None):
        means = before.means or means
    acts = acts_in(scanned, clause, goes_on and means is not None)
    own = acts if news is clause else [act for act in acts if act.hit in news.of(act.hit.phrase.layer)]
    tolls = tolls_of(scanned, news, before.tolls if before is not None else ())
    harmful = any(toll.kind in ("killed", "wounded") and toll.low > toll.attackers for toll in tolls)
    deadly = any(toll.kind == "killed" and toll.low and DEAD_CAPTIVES not in toll.marks for toll in tolls)
    taken = max((toll.low for toll in tolls if toll.kind == "detained"), default=0)
    outweighed = deadly and taken <= max(toll.low for toll in tolls if toll.kind == "killed")
    status, cue = told_status(news, own, harmful, tolls)
    whos = actors_in(scanned, news, own)
    return Facts(
        clause=clause,
        acts=tuple(acts),
        event_type=type_of(scanned, news, _telling(scanned, news, own, outweighed), deadly, means),
        means=means,
        status=status,
        status_span=(cue.start, cue.end) if cue else None,
        time=event_time(scanned, clause, acts),
        where=where_in(scanned, news, [act.hit for act in own]),
        tolls=tuple(tolls),
        actors=tuple(whos),
        targets=tuple(one for one in targets_in(scanned, news, own) if not _is_doer(scanned, one, whos)),
        weapons=tuple(weapons_in(news)),
        remark=remark_in(scanned, clause, acts),
        goes_back=not (clause.is_cause or clause.is_lead)
        and (named_again or any(act.definite and not _is_adjunct(scanned, act, own) for act in own)),
        by_pronoun=stands_for,
        is_perceived=bool(acts) and clause.has_cue("perceived"),
        is_one_more=_is_one_more(clause),
        is_retold=clause.has_cue("retold"),
        is_dud=(cue is not None and cue.phrase.kind == "dud") or is_stopped(acts),
        is_another=clause.is_cause or clause.is_since or _is_another(clause, tolls),
        denies=_denies(clause),
        claims=clause.has_cue("claim") and not clause.has_cue("nobody_claimed"),
    )


def _is_one_more(clause: Clause) -> bool:
    """Whether a clause begins with one more weapon: "another rocket"."""
    arms = {arm.first for arm in clause.of("weapon")}
    return any(cue.first == clause.first and cue.last in arms for cue in clause.of("cue", "another"))


def _is_another(clause: Clause, tolls: Sequence[Toll]) -> bool:
    """Whether a clause tells of another event, and not only of other people: "six others were led away"."""
    cues = clause.of("cue", "another")
    return any(not any(toll.start <= cue.start < toll.end for toll in tolls) for cue in cues)


def _telling(scanned: Scan, clause: Clause, acts: Sequence[Act], outweighed: bool) -> list[Act]:
    """The acts that tell the type: none that only dates another, no abduction outweighed by those killed with it."""
    lead = lead_of(scanned, clause)
    news = [act for act in acts if lead is None or act.hit.start >= lead.end]
    telling = [act for act in news if not _is_adjunct(scanned, act, acts) and not is_setting(scanned, act, acts)]
    return [act for act in telling if not (outweighed and act.kind == "abduction")]


def _is_doer(scanned: Scan, one: Target, whos: Sequence[Who]) -> bool:
    """Whether a target is who did it; a name may stand for both sides where the verb does not come first."""
    doers = [who for who in whos if who.stance == "stated" and (scanned.language.verb_first or not who.is_name)]
    return any(one.start < who.end and who.start < one.end for who in doers)


def _is_adjunct(scanned: Scan, act: Act, acts: Sequence[Act]) -> bool:
    """Whether an act only dates another ("two days before the strike a judge was shot")."""
    # A verb that comes first may follow a whole phrase of time ("the day after the strike clashed ...").
    reach = _ADJUNCT_WITHIN - (scanned.language.verb_first and "verb" in act.hit.phrase.marks)
    back = scanned.tokens.words[max(act.hit.first - reach, 0) : act.hit.first]
    dates = any(scanned.language.is_one_of(word, kind) for word in back for kind in ("after", "before"))
    return dates and any(
        "verb" in other.hit.phrase.marks or (act.definite and other.indefinite) for other in acts if other is not act
    )


def _is_next_to(one: Clause, other: Clause) -> bool:
    return one.sentence.paragraph == other.sentence.paragraph


def _denies(clause: Clause) -> bool:
    """Whether a denial is told whose subject is no other place or government ("Moscow denies")."""
    denials = [] if clause.has_cue("mutual") else clause.of("cue", "deny")
    return any(not any(0 <= cue.start - name.end <= 2 for name in clause.names) for cue in denials)
