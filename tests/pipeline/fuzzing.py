"""Files made wrong in every way that is known to happen: torn, in other encodings, with other columns and cells."""

from __future__ import annotations

import bz2
import gzip
import io
import random
import string
import zipfile
from collections.abc import Callable

import openpyxl

CELLS = (
    "", " ", "0", "-1", "-99", "1e309", "NaN", "inf", "1,5", "1.5", "99999999999999999999", "null", "None", "TRUE",
    "2021-02-30", "0000-00-00", "31/12/2020", "12/31/2020", "2020", "1/1", "=1+1", "@x", "\x00", "\ufeff", "é" * 300,
    "بغداد", "\u202egnihton", "<script>alert(1)</script>", "a|b", '"', "'", "a\nb", "a,b;c\td", "90.1", "-180.5", "181",
    "🙂" * 50, "POINT (1 2)", "[]", "{}", "\\N",
)  # fmt: skip
"""What stands in cells of real files, and what should not."""

Mutation = Callable[[random.Random, bytes], bytes]


def _cell(chance: random.Random, content: bytes) -> bytes:
    """Another value in some cells of a line-based file."""
    lines = content.split(b"\n")
    for _ in range(chance.randint(1, 12)):
        number = chance.randrange(len(lines))
        mark = chance.choice([b",", b"\t", b";", b": ", b'":'])
        cells = lines[number].split(mark)
        cells[chance.randrange(len(cells))] = chance.choice(CELLS).encode()
        lines[number] = mark.join(cells)
    return b"\n".join(lines)


def _flip(chance: random.Random, content: bytes) -> bytes:
    made = bytearray(content)
    for _ in range(chance.randint(1, 30)):
        if made:
            made[chance.randrange(len(made))] = chance.randrange(256)
    return bytes(made)


def _cut(chance: random.Random, content: bytes) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _twice(_chance: random.Random, content: bytes) -> bytes:
    return content + content


def _lines_moved(chance: random.Random, content: bytes) -> bytes:
    lines = content.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join(lines)


def _line_dropped_or_doubled(chance: random.Random, content: bytes) -> bytes:
    lines = content.split(b"\n")
    at = chance.randrange(len(lines))
    lines[at:at] = [lines[at]] * chance.choice([0, 1, 3])
    del lines[at]
    return b"\n".join(lines)


def _column_dropped(chance: random.Random, content: bytes) -> bytes:
    mark = chance.choice([b",", b"\t"])
    at = chance.randrange(40)
    return b"\n".join(mark.join(c for n, c in enumerate(line.split(mark)) if n != at) for line in content.split(b"\n"))


def _other_encoding(chance: random.Random, content: bytes) -> bytes:
    text = content.decode("utf-8", "replace")
    return text.encode(chance.choice(["utf-16", "utf-8-sig", "cp1252", "latin-1", "utf-32"]), "replace")


def _other_line_ends(chance: random.Random, content: bytes) -> bytes:
    return content.replace(b"\n", chance.choice([b"\r\n", b"\r", b"\n\n", b"\x0b"]))


def _noise(chance: random.Random, _content: bytes) -> bytes:
    return chance.randbytes(chance.randint(0, 4_000))


def _words(chance: random.Random, content: bytes) -> bytes:
    """Strange text in the middle: very long words, signs without letters, marks of other formats."""
    at = chance.randrange(len(content) + 1)
    words = "".join(chance.choice([*CELLS, *string.punctuation, " ", "\n", "\u200f", "َ"]) for _ in range(60))
    return content[:at] + words.encode() + content[at:]


MUTATIONS: tuple[Mutation, ...] = (
    _cell, _cell, _cell, _flip, _cut, _twice, _lines_moved, _line_dropped_or_doubled, _column_dropped, _other_encoding,
    _other_line_ends, _noise, _words,
)  # fmt: skip


def packed(chance: random.Random, name: str, content: bytes) -> tuple[str, bytes]:
    """The file, sometimes in an archive, which is sometimes torn."""
    kind = chance.choice(["", "", "", "gz", "zip", "bz2", "torn", "two", "xlsx"])
    if kind == "xlsx" and name.lower().endswith(".csv"):
        return f"{name}.xlsx", _workbook(chance, content)
    if kind in ("gz", "torn"):
        made = gzip.compress(content)
        return f"{name}.gz", made[: -chance.randint(1, 12)] if kind == "torn" else made
    if kind in ("zip", "two"):
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as whole:
            whole.writestr(chance.choice([name, f"../{name}", f"a/{name}"]), content)
            if kind == "two":
                whole.writestr(f"second-{name}", content)
        return f"{name}.zip", target.getvalue()
    return (f"{name}.bz2", bz2.compress(content)) if kind == "bz2" else (name, content)


def _workbook(chance: random.Random, content: bytes) -> bytes:
    """The lines of a table as a workbook, sometimes with wrong bytes in it."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for line in content.decode("utf-8", "replace").splitlines():
        sheet.append(["".join(filter(str.isprintable, cell))[:30_000].lstrip("=") for cell in line.split(",")])
    target = io.BytesIO()
    book.save(target)
    return _flip(chance, target.getvalue()) if chance.random() < 0.3 else target.getvalue()


def mutated(chance: random.Random, content: bytes) -> bytes:
    """One to four things wrong, or none."""
    for _ in range(chance.randint(0, 4)):
        content = chance.choice(MUTATIONS)(chance, content)
    return content
