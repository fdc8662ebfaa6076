"""Full text: an SQLite FTS5 file beside the tables of a version.

Words are folded (no case, no accents) when they are written and when they are asked for. The index holds no text of
its own, only which event has which word where.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from etl.lexicon import fold

FIELDS = ("places", "actors", "weapons", "targets", "publishers", "sentences")

_STRETCH = 32_768
"""Events whose words are gathered at a time, at least: all that they tell stands in memory once."""
_STRETCHES = 16
"""Stretches at most: all incidents and reports are read once for each, so that more would cost what rows squared do."""
_BATCH = 4_096
"""Events of which the words are put into the index at a time."""
_GATHERED = 32 << 20
"""Bytes of words that SQLite gathers before it writes them: fewer pieces to merge, and a smaller file."""

# Of a row's cells the words are kept, not the names of columns and the bare numbers that every row has.
_NO_WORDS = re.compile(r"^\w+: ([-0-9.: ]*$)?", re.ASCII)
_WORDS = """
with asked as (
    select * from read_parquet($events, file_row_number = true)
    where file_row_number >= $first and file_row_number < $behind
), spans as (
    select event_id, report_id, unnest(list_filter(evidence, lambda e: e.field = 'incident')) as e
    from read_parquet($incidents) join (select event_id, unnest(incident_ids) as incident_id from asked)
    using (incident_id)
), said as (
    select event_id, form is not distinct from 'row' as is_row,
        substring(text, e.start + 1, e."end" - e.start) as words
    from spans join read_parquet($reports) using (report_id)
), told as (
    select event_id, string_agg(words, chr(10)) filter (is_row) as cells,
        string_agg(words, ' | ') filter (not is_row) as sentences
    from said group by event_id
)
select event_id, concat_ws(' | ', array_to_string(places, ' | '), array_to_string(launched_from, ' | '), admin1),
    concat_ws(' | ', array_to_string(actors, ' | '), array_to_string([x.actor for x in attributions], ' | ')),
    array_to_string(weapons, ' | '), array_to_string(targets, ' | '), array_to_string(publishers, ' | '),
    t.sentences, t.cells
from asked left join told t using (event_id)
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
        for ids, *cells in _told(folder):
            first, number = number + 1, number + len(ids)
            index.executemany("insert into entry values (?, ?)", zip(range(first, number + 1), ids, strict=True))
            index.executemany(
                "insert into words (rowid, " + ", ".join(FIELDS) + ") values (?,?,?,?,?,?,?)",
                zip(range(first, number + 1), *cells, strict=True),
            )
        index.execute("insert into words (words) values ('optimize')")
        index.commit()
        return number


def _told(folder: Path) -> Iterator[list[list[str]]]:
    """The ids of some events, and beside them their words under each of FIELDS, folded; then those of the next."""
    files = {name: str(folder / f"{name}.parquet") for name in ("events", "incidents", "reports")}
    total = pq.read_metadata(files["events"]).num_rows
    stretch = max(_STRETCH, -(-total // _STRETCHES))
    for first in range(0, total, stretch):
        words = _Words()
        with duckdb.connect(config={"threads": 1}) as reader:  # each thread would hold texts of its own
            asked = reader.sql(_WORDS, params={**files, "first": first, "behind": first + stretch})
            for part in asked.to_arrow_reader(_BATCH):
                ids, *plain, cells = (column.to_pylist() for column in part.columns)
                folded = [list(map(_folded, column)) for column in plain]
                folded[-1] = [
                    f"{said} {words.of(row)}" if row else said for said, row in zip(folded[-1], cells, strict=True)
                ]
                yield [ids, *folded]


def _folded(cell: str | None) -> str:
    """A cell without case and accents; of ASCII the index folds the letters itself."""
    return cell or "" if not cell or cell.isascii() else fold.__wrapped__(cell)


class _Words(dict[str, str]):
    """The words of lines "column: cell" of rows of datasets, each looked at once: rows share most of their lines."""

    def __missing__(self, line: str) -> str:
        words = self[line] = _folded(_NO_WORDS.sub(" ", line))
        return words

    def of(self, lines: str) -> str:
        """The words of a row."""
        return " ".join(map(self.__getitem__, lines.split("\n")))


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
