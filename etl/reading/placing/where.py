"""Where it happened and where it was launched from, as written, most exact name first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from etl.reading.grammar.leads import lead_of
from etl.reading.placing.chains import RANK, chains_of, names_a_house
from etl.reading.placing.frames import heads_clause, is_finer, is_town_of, opens_sentence, reference_of
from etl.reading.placing.hometowns import is_hometown
from etl.reading.placing.name_roles import (
    follows,
    heads_item,
    is_bound_for,
    is_government,
    is_located,
    is_of_actor,
    is_of_people,
    is_of_street,
    is_origin,
    is_planned,
)
from etl.reading.placing.name_speaks import is_of_speaker, speaks
from etl.reading.placing.sites import as_areas, distance_to, generic_site, part_of, site_around
from etl.reading.placing.stretches import is_one_of_two_governments, stretch_between
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.scan.names import Name
from etl.reading.scan.quarters import is_part_of_town, quarter_around
from etl.reading.words.phrases import Hit

_HOUSE = 20
"""Letters by which a house with a name of its own counts as nearer than a town."""
_OPENS = 400
"""What an area counts as farther that heads its sentence ("In the Gaza Strip, ... west of Khan Yunis")."""


@dataclass(frozen=True, slots=True)
class Where:
    """Spans of the levelled text: places most exact first, launch places; names are those of the gazetteer.

    generic: the place has no name of its own ("an Iraqi base"), so that it is known by its country alone.
    """

    places: tuple[tuple[int, int], ...] = ()
    origins: tuple[tuple[int, int], ...] = ()
    names: tuple[Name, ...] = ()
    countries: tuple[str, ...] = ()
    located: bool = False
    generic: bool = False


def where_in(scanned: Scan, clause: Clause, acts: Sequence[Hit]) -> Where:
    """The place of a clause; empty where it tells none."""
    begins = lead.end if (lead := lead_of(scanned, clause)) is not None and not clause.is_lead else clause.start
    own = [name for name in clause.names if name.start >= begins]
    names = [name for name in own if name.kind != "demonym" and not is_of_actor(scanned, clause, name)]
    names = [n for n in names if not is_of_people(scanned, clause, n) and not is_hometown(scanned, clause, n)]
    names = [name for name in names if not is_bound_for(scanned, clause, name)]
    names = [name for name in names if not is_one_of_two_governments(scanned, clause, name)]
    names = [name for name in names if not (clause.of("toll", "detained") and is_planned(scanned, clause, name))]
    names = [name for name in names if not is_of_speaker(scanned, clause, name, acts)]
    names = [name for name in names if not follows(scanned, clause, name, "bordering", 2)] or names
    names = [name for name in names if not is_of_street(scanned, name)] or names
    names = as_areas(scanned, clause, [name for name in names if not is_government(scanned, clause, name)])
    origins = tuple(name for name in names if is_origin(scanned, clause, name))
    launched = tuple((name.start, name.end) for name in origins)
    told = _told(scanned, clause, [name for name in names if name not in origins])
    countries = all(name.kind == "country" for name in told.usable)
    if countries and (site := _site_of(scanned, clause, told.usable)) is not None:
        parts = [span for name in told.usable if (span := part_of(scanned, clause, name)) is not None]
        spans = (site, *parts, *((name.start, name.end) for name in told.usable))
        return Where(spans, launched, told.usable, codes_of(told.usable), bool(told.located), generic=True)
    if not told.usable:
        return Where(origins=launched)
    return replace(_named(scanned, clause, acts, told), origins=launched)


@dataclass(frozen=True, slots=True)
class _Told:
    """The names of a clause that are no launch place; those after a word of place; those to choose from."""

    names: tuple[Name, ...]
    located: tuple[Name, ...]
    usable: tuple[Name, ...]


def _told(scanned: Scan, clause: Clause, names: Sequence[Name]) -> _Told:
    located = tuple(name for name in names if is_located(scanned, clause, name))
    heads = [name for name in located if scanned.language.verb_first and heads_item(scanned, clause, name)]
    located = tuple(name for name in located if name not in heads) or located
    # A town that is only told beside an unknown village is nearer to it than where the report was sent from.
    known = [name for name in names if name not in heads and name.kind != "unknown"]
    if all(name.kind == "unknown" for name in located) and not (located and known):
        seats = scanned.language.any_of("capitals") if located else ()
        nearer = (name for name in heads if scanned.text.folded[name.start : name.end] not in seats)
        located = tuple(dict.fromkeys((*located, *nearer)))
    other = tuple(name for name in names if not speaks(scanned, clause, name) and name.kind != "country")
    return _Told(tuple(names), located, located or other)


def _named(scanned: Scan, clause: Clause, acts: Sequence[Hit], told: _Told) -> Where:
    """The names nearest to the act, the most exact first, with the words that make it more exact."""
    chains = chains_of(scanned, clause, told.names, told.usable)
    heads = [chain for chain in chains if heads_clause(scanned, clause, chain)]
    finer = [
        chain for chain in chains if heads and chain not in heads and is_finer(scanned, clause, told.located, chain)
    ]
    best = min(finer or chains, key=lambda chain: _distance(scanned, clause, chain, acts))
    # A town near which it happened is nearer than the ends of the road.
    ends = [name for name in best if stretch_between(scanned, clause, name) is not None]
    ordered = sorted(best, key=lambda name: (_rank(scanned, clause, name), name in ends, name.start))
    unknown = all(name.kind == "unknown" for name in best)
    larger = [name for name in told.located if name not in best and (unknown or _may_hold(scanned, name, ordered[0]))]
    first = ordered[0]
    around = site_around(scanned, clause, first)
    towns = [name for name in told.located if is_town_of(scanned, name, first, around)]
    towns += [name for chain in heads if finer for name in chain]
    larger += [name for name in towns if name not in (*best, *larger)]
    if (stretch := stretch_between(scanned, clause, first)) is not None:
        ordered += [stretch[1]] if stretch[1] not in ordered else []
    exact = around or distance_to(scanned, clause, first)
    exact = stretch[0] if stretch else exact or quarter_around(first, scanned.tokens, scanned.language)
    spans = [span for span in (exact, part_of(scanned, clause, first)) if span is not None]
    known = any(one.kind not in ("unknown", "country") for one in (*ordered[1:], *larger))
    if not (known and names_a_house(clause, first)):
        spans.append((first.start, first.end))
    if unknown:  # "the village of X, some 55 kilometres north of Y"
        spans += [far for n in told.names if n not in best and (far := distance_to(scanned, clause, n)) is not None]
    around_it = [*ordered[1:], *larger]
    spans += [(n.start, n.end) if stretch else reference_of(scanned, clause, n) for n in around_it]
    countries = [name for name in (*ordered, *larger) if name.kind == "country"]
    return Where(tuple(spans), (), tuple(ordered), codes_of(countries), bool(told.located))


def _rank(scanned: Scan, clause: Clause, name: Name) -> int:
    """How exact a name is, less for more; one told as a part of a town comes before the town."""
    is_quarter = name.kind == "unknown" and quarter_around(name, scanned.tokens, scanned.language) is not None
    is_quarter |= is_part_of_town(name, clause.names, scanned.tokens, scanned.language)
    return 0 if is_quarter else RANK.get(name.kind, 1)


def codes_of(names: Sequence[Name]) -> tuple[str, ...]:
    """The countries (ISO 3166-1 alpha-2) of names that have one, the likeliest of each."""
    return tuple(name.countries[0] for name in names if name.countries)


def _site_of(scanned: Scan, clause: Clause, countries: Sequence[Name]) -> tuple[int, int] | None:
    """A base without a name, tied to a country or alone: "a base in western Iraq", "an Iraqi base"."""
    tied = [site for name in countries if (site := site_around(scanned, clause, name)) is not None]
    return tied[0] if tied else generic_site(scanned, clause)


def _may_hold(scanned: Scan, name: Name, exact: Name) -> bool:
    """Whether a name told apart may be what the place lies in: large, of its country, and of no relative clause."""
    between = scanned.tokens.words[slice(*scanned.tokens.within(exact.end, name.start))]
    if RANK.get(name.kind, 1) < 2 or any(scanned.language.is_one_of(word, "relative") for word in between):
        return False
    return not exact.countries or not name.countries or name.countries[0] in exact.countries


def _distance(scanned: Scan, clause: Clause, chain: Sequence[Name], acts: Sequence[Hit]) -> float:
    """How far a chain stands from the acts; a country, an area or a mere point of reference counts as farther."""
    exact = min(RANK.get(name.kind, 1) for name in chain)
    start = chain[0].start
    near = min((max(start - act.end, act.start - chain[0].end, 0) for act in acts), default=start - clause.start)
    is_reference = start > clause.names[0].start and (
        distance_to(scanned, clause, chain[0]) or follows(scanned, clause, chain[0], "beside", 0)
    )
    opens = exact >= 2 and opens_sentence(scanned, clause, chain)
    house = chain[0].kind == "unknown" and site_around(scanned, clause, chain[0]) is not None
    far = (260 if exact >= 3 else 60 if exact == 2 else 0) + (200 if is_reference else 0) + (_OPENS if opens else 0)
    return near + far - _HOUSE * house
