"""Nouns of place and of sites behind which a name may begin."""

from __future__ import annotations

from etl.reading.words.language import Language
from etl.reading.words.phrases import Hit
from etl.reading.words.text import Tokens


def named_after(cue: Hit, tokens: Tokens, plain: str, language: Language) -> int | None:
    """The token where a name may begin after a noun of place, an adjective and "of" ("la ville syrienne de")."""
    adjective, of = cue.last, cue.last + 1
    if of + 1 >= len(tokens.words) or not language.is_one_of(tokens.words[of], "of"):
        return None
    small = plain[tokens.starts[adjective]].islower() and tokens.words[adjective] not in language.stop_words
    return of + 1 if small and tokens.starts[adjective] - tokens.ends[adjective - 1] == 1 else None


def of_site(thing: Hit, tokens: Tokens, language: Language) -> int | None:
    """The token "of" right behind a word for a site, after which its name may begin ("l'école de", "the port of")."""
    words, at = tokens.words, thing.last
    is_of = at < len(words) and any(language.is_one_of(words[at], kind) for kind in ("of", "of_part"))
    owned = is_of and language.is_one_of(words[thing.last - 1], "dwellings")
    return at if thing.phrase.kind == "site" and is_of and not owned else None
