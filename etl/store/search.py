"""Full text: an SQLite FTS5 file beside the tables of a version.

Words are folded (no case, no accents) when they are written and when they are asked for. The index holds no text of
its own, only which event has which word where.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import duckdb

from etl.lexicon import fold

FIELDS = ("places", "actors", "weapons", "targets", "sentences", "publishers")

_BATCH = 5_000
"""Events read at a time."""
_GATHERED = 32 << 20
"""Bytes of words that SQLite gathers before it writes them: fewer pieces to merge, and a smaller file."""

# Of a row's cells the words are kept, not the names of columns and the bare numbers that every row has.
_WORDS = r"""
with said as (
    select i.incident_id, string_agg(case r.form when 'row' then regexp_replace(
            substring(r.text, e.start + 1, e."end" - e.start), '(?m)^\w+: ([-0-9.: ]*$)?', ' ', 'g')
        else substring(r.text, e.start + 1, e."end" - e.start) end, ' | ') as words
    from (select incident_id, report_id, unnest(evidence) as e from read_parquet($incidents)) i
    join read_parquet($reports) r using (report_id)
    where e.field = 'incident' group by all
), told as (
    select m.event_id, string_agg(s.words, ' | ') as sentences
    from (select event_id, unnest(incident_ids) as incident_id from read_parquet($events)) m
    join said s using (incident_id) group by all
)
select e.event_id, concat_ws(' | ', array_to_string(places, ' | '), array_to_string(launched_from, ' | '), admin1),
    concat_ws(' | ', array_to_string(actors, ' | '), array_to_string([x.actor for x in attributions], ' | ')),
    array_to_string(weapons, ' | '), array_to_string(targets, ' | '), t.sentences, array_to_string(publishers, ' | ')
from read_parquet($events) e left join told t using (event_id)
"""


def write_index(folder: Path, target: Path) -> int:
    """Index the events of a version's folder into the SQLite file `target`; the number of events indexed."""
    with closing(sqlite3.connect(target)) as index:
        index.execute("pragma journal_mode = off")
        index.execute("pragma synchronous = off")
        index.execute("create table entry (id integer primary key, event_id text not null)")
        index.execute(
            f"create virtual table words using fts5({', '.join(FIELDS)}, content='', "
            'tokenize="unicode61 remove_diacritics 2")'
        )
        index.execute("insert into words (words, rank) values ('hashsize', ?)", (_GATHERED,))
        number = 0
        with duckdb.connect(config={"threads": 1}) as reader:  # each thread would hold texts of its own
            files = {name: str(folder / f"{name}.parquet") for name in ("events", "incidents", "reports")}
            asked = reader.execute(_WORDS, files)
            while batch := asked.fetchmany(_BATCH):
                first, number = number + 1, number + len(batch)
                numbered = [(n, event_id) for n, (event_id, *_) in enumerate(batch, start=first)]
                index.executemany("insert into entry values (?, ?)", numbered)
                index.executemany(
                    "insert into words (rowid, " + ", ".join(FIELDS) + ") values (?,?,?,?,?,?,?)",
                    ((n, *map(_folded, cells)) for n, (_, *cells) in enumerate(batch, start=first)),
                )
        index.execute("insert into words (words) values ('optimize')")
        index.commit()
        return number


def _folded(cell: str | None) -> str | None:
    """A cell without case and accents; of ASCII the index folds the letters itself."""
    return cell if not cell or cell.isascii() else fold.__wrapped__(cell)


def expression(query: str) -> str:
    """What a reader typed as an FTS5 expression: every word must occur (as a beginning), words in "quotes" together."""
    parts = []
    for quoted, loose in re.findall(r'"([^"]*)"|([^"]+)', fold(query)):
        if phrase := re.findall(r"\w+", quoted):
            parts.append('"' + " ".join(phrase) + '"')
        parts += [f'"{word}"*' for word in re.findall(r"\w+", loose)]
    return " AND ".join(parts)


def ask(target: Path, query: str, limit: int) -> list[str]:
    """Ids of the events that hold every word of the query, most relevant (bm25) first; none for a query of no words."""
    wanted = expression(query)
    if not wanted:
        return []
    with closing(sqlite3.connect(f"{target.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as index:
        found = index.execute(
            "select event_id from words join entry on entry.id = words.rowid where words match ? "
            "order by bm25(words), event_id limit ?",
            (wanted, limit),
        )
        return [event_id for (event_id,) in found]


def indexed(target: Path) -> int:
    """The number of events in the index."""
    with closing(sqlite3.connect(f"{target.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as index:
        (number,) = index.execute("select count(*) from entry").fetchone()
        return int(number)
