"""A capital told without its name: "in the capital", "la capital haitiana", "في العاصمة"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from etl.reading.scan.names import Name
from etl.reading.words.language import Language
from etl.reading.words.phrases import Hit
from etl.reading.words.text import Text, Tokens

SEAT = "seat"
"""The kind of a capital told without its name."""
_NAMED_WITHIN = 3
"""A name so few letters behind is that of the capital itself: "the capital, Quito"."""
_OWNS = "'s "
"""Between a country and what is its own: "Somalia's capital"."""
_OPENS = frozenset({"", ",", "("})


def capitals_told(
    text: Text, tokens: Tokens, hits: Mapping[str, Sequence[Hit]], known: Sequence[Name], language: Language
) -> Iterator[Name]:
    """A capital after a word of place and an article, with the adjective of its nation, unless its name follows."""
    placed = {cue.last for cue in hits.get("cue", ()) if cue.phrase.kind == "locative"}
    starts = {tokens.at_or_after(name.start): name for name in known}
    ends = {tokens.at_or_after(name.end): name for name in known if name.kind in ("demonym", "country")}
    for at in tokens.which(language.any_of("capital_city", "the_capital")):
        word, nation, owner = tokens.words[at], ends.get(at), ends.get(at - 1)
        owned = owner is not None and text.plain[owner.end : tokens.starts[at]] == _OWNS
        nation = owner if owned else nation
        first = tokens.at_or_after(nation.start) if nation is not None else at
        if owned:
            article = first
        elif language.is_one_of(word, "capital_city"):
            article = first - 1
            if first == 0 or not language.is_one_of(tokens.words[article], "definite"):
                continue
        else:
            article = at
        if placed.isdisjoint((article, article + 1)):
            continue
        start = tokens.starts[first]
        end, after = tokens.ends[at], starts.get(at + 1) or starts.get(at + 2)
        if after is not None and after.kind == "demonym":
            end, after = after.end, starts.get(tokens.at_or_after(after.end))
        if after is None or not _is_its_name(text, end, after):
            yield Name(start, end, SEAT, nation.countries[:1] if nation is not None else ())


def _is_its_name(text: Text, end: int, after: Name) -> bool:
    """Whether a town right behind, after a comma or a bracket at most, names the capital."""
    gap = text.plain[end : after.start]
    return after.kind != "country" and len(gap) <= _NAMED_WITHIN and gap.strip() in _OPENS
