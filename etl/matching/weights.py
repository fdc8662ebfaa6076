"""What each comparison weighs, in bits: log2 of how much more often it comes out so for one event told twice than for
two events of the same block (I. P. Fellegi and A. B. Sunter, A Theory for Record Linkage, 1969)."""

from __future__ import annotations

import duckdb

from etl.matching import confusions
from etl.matching.frequency import MOST_WORDS

_MACROS = (
    """create macro haversine_km(a, b, c, d) as 2 * 6371.0 * asin(least(1, sqrt(
        sin(radians(c - a) / 2) ** 2 + cos(radians(a)) * cos(radians(c)) * sin(radians(d - b) / 2) ** 2)))""",
    # The same day is 1 of the 128 that a conflict's busy season has; a wider date says less; a gap costs more, the
    # more exact the dates claim to be.
    # A report that tells no day ("on or before" its own) tells mostly of the days before it: one in six of its own day,
    # and of each day back as much less as it lies back.
    """create macro since(open_a, first_a, last_a, open_b, first_b, last_b) as case
        when open_a and open_b then 2 * (1 + abs(last_a - last_b))
        when open_a then 1 + greatest(last_a, last_b) - first_b
        when open_b then 1 + greatest(last_a, last_b) - first_a end""",
    """create macro date_bits(gap, span, since, basis, one_origin) as case when gap is null then -1.0
        else if(since is null, greatest(0.0, 7 - log2(span)), greatest(-2.0, 4.4 - log2(greatest(1, since))))
            - least(9.0, gap / sqrt(span)
                * case when basis = 'published' then 2.0 when one_origin then 7.0 else 3.5 end) end""",
    # A two-dimensional heavy tail around what the radii say, against a spread over 300 km; at most as much as the
    # rarity of the place allows, for incidents crowd in few towns.
    """create macro tail_bits(km, reach, most) as
        least(most, greatest(0.0, 2 * log2(300 / reach))) - 1.3 * log2(1 + (km / reach) ** 2)""",
    # Some points stray far beyond what is stated; a share and a spread say how many and how far.
    """create macro point_bits(km, reach, most, stray, spread) as case when km is null then -1.0 else greatest(-6.0,
        log2((1 - stray) * 2 ** tail_bits(km, reach, most)
            + stray * 2 ** tail_bits(km, greatest(reach, spread), 3.5))) end""",
    # The most exact name in common, letters that differ by a transcription included, says most where points miss.
    """create macro same_name(a, b) as coalesce(jaro_winkler_similarity(a[1], b[1]) >= 0.94, false)
        or coalesce(list_contains(a, b[1]) or list_contains(b, a[1]), false)""",
    # Not so where our own gazetteer placed both: then one name at two points stands for two places.
    """create macro name_bits(km, reach, ours, a, b) as case when same_name(a, b)
            then case when km is null then 2.5 when km > reach then if(ours, 0.0, 2.5) else 0.75 end
        when list_has_any(a, b) then case when km is null then 2.5 when km > reach and not ours then 1.0 else 0.0 end
        else 0.0 end""",
    """create macro actor_bits(a, b) as case when len(a) = 0 or len(b) = 0 then 0.0
        when list_has_any(a, b) then 1.5 + 1.0 * len(list_intersect(a, b)) / greatest(1, least(len(a), len(b)))
        when len(list_filter(list_concat(a, b), lambda x: x[1] = '?')) > 0 then 0.0 else -1.5 end""",
    # Ranges that overlap say the more the narrower they are; those that do not, the less the nearer.
    """create macro range_bits(al, ah, bl, bh) as case
        when least(ah, bh) >= greatest(al, bl) then if(greatest(al, bl) = 0, 0.3,
            0.3 + 1.5 * (least(ah, bh) - greatest(al, bl) + 1) / (greatest(ah, bh) - least(al, bl) + 1))
        else -least(10.0, 2 * log2((greatest(al, bl) + 1) / (least(ah, bh) + 1))) end""",
    """create macro count_bits(al, ab, ah, bl, bb, bh) as case when ab is null or bb is null then 0.0
        when ab = bb then case when ab >= 10 then 4.0 when ab >= 3 then 2.5 when ab >= 1 then 1.5 else 0.5 end
            + if(al = bl and coalesce(ah, -1) = coalesce(bh, -1) and al < coalesce(ah, ab), 1.0, 0.0)
        else range_bits(al, coalesce(ah, greatest(ab, bb)), bl, coalesce(bh, greatest(ab, bb))) end""",
    # An origin knows what it told before: the same day's toll that it raises is an update (and two days of its own are
    # two incidents, above).
    """create macro raised(one_origin, told, a, told_there, b) as
        coalesce(one_origin and told <> told_there and (told < told_there) = (a < b), false)""",
    # A text often tells the toll of a moment, or of those it names.
    """create macro told_bits(bits, in_texts, is_raised) as case when bits >= 0 then bits when is_raised then 0.0
        when in_texts then 0.5 * bits else greatest(-5.0, bits) end""",
    """create macro target_bits(a, b) as case when not list_has_any(a, b) then 0.0
        else greatest(0.5, least({most}, list_sum(list_transform(list_intersect(a, b), lambda x: x.bits)))) end""",
    """create macro status_bits(a, b) as case when a = b then 0.0
        when 'carried_out' in (a, b) then -6.0 else -2.0 end""",
)


def define(reader: duckdb.DuckDBPyConnection) -> None:
    """Make the macros and the table "confusion" (ours, theirs, bits)."""
    for macro in _MACROS:
        reader.execute(macro.replace("{most}", str(MOST_WORDS)))
    reader.execute("create table confusion (ours varchar, theirs varchar, bits double)")
    reader.executemany("insert into confusion values (?, ?, ?)", confusions.bits())
