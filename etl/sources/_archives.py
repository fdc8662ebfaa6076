"""Zip archives as folders of tables: `archive.zip/inner/table.csv` names one of several.

Nothing is unpacked to the disk; a name inside is looked up, never opened as a path.
"""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path, PurePosixPath

from etl.errors import InputError

BROKEN = (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError)
"""What the standard library raises for a damaged or unknown packing."""

ZIP = b"PK\x03\x04"
_TABLES = (".csv", ".tsv", ".json", ".geojson", ".jsonl")
_LARGEST = 8 * 1024**3
"""Bytes that a member may unpack to: twenty times the full UCDP GED."""


def on_disk(path: Path) -> Path:
    """The file that holds what a path names: the archive of a member, else the path itself."""
    return path if path.exists() else next((parent for parent in path.parents if parent.is_file()), path)


def is_readable(path: Path) -> bool:
    """Whether a path names a file, or a member of an archive."""
    if path.is_file():
        return True
    archive = on_disk(path)
    return archive != path and path in members_of(archive)


def members_of(path: Path) -> list[Path]:
    """The tables of a zip archive that holds several, in the order of their names; none of any other file.

    None either where names come twice, or lead out of the archive, which `member_of` refuses.
    """
    try:
        with path.open("rb") as raw:
            if raw.read(4) != ZIP:
                return []
            raw.seek(0)
            with zipfile.ZipFile(raw) as archive:
                names = [PurePosixPath(member.filename) for member in _named_tables(archive)]
    except BROKEN:
        return []
    if len(names) < 2 or len(set(names)) < len(names) or any(map(_leads_out, names)):
        return []
    return sorted(path.joinpath(*name.parts) for name in names)


def member_of(archive: zipfile.ZipFile, path: Path) -> zipfile.ZipInfo:
    """The member that a path names, or the only table of an archive. Raises InputError where there is none to read."""
    holder, tables = on_disk(path), _named_tables(archive) or _inside(archive)
    if out := [member.filename for member in tables if _leads_out(PurePosixPath(member.filename))]:
        reason = f"the archive holds names that lead out of it, such as {out[0]!r}"
        raise InputError(str(path), reason, "Ask whoever made it for a sound one, or unpack it with care.")
    if holder != path:
        named = PurePosixPath(path.relative_to(holder).as_posix())
        tables = [member for member in tables if PurePosixPath(member.filename) == named]
    if len(tables) != 1:
        names = ", ".join(sorted(member.filename for member in tables)[:5]) or "nothing"
        raise InputError(
            str(path), f"the archive should hold one table and holds {names}", "Unpack it and name the file."
        )
    if tables[0].flag_bits & 1:
        raise InputError(str(path), "the archive is locked by a password", "Unpack it and name the file inside.")
    if tables[0].file_size > _LARGEST:
        raise InputError(
            str(path), f"the archive unpacks to more than {_LARGEST >> 30} GB", "Unpack and split it first."
        )
    return tables[0]


def _named_tables(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """What is named like a table; of our own exports not the evidence, which tells of the rows beside it."""
    names = {member.filename for member in _inside(archive)}
    beside = {name.removesuffix("about.txt") + "evidence.csv" for name in names if name.endswith("about.txt")}
    tables = [member for member in _inside(archive) if member.filename.lower().endswith(_TABLES)]
    return [member for member in tables if member.filename not in beside]


def _inside(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    return [m for m in archive.infolist() if not m.is_dir() and not _is_hidden(PurePosixPath(m.filename))]


def _is_hidden(name: PurePosixPath) -> bool:
    return name.parts[:1] == ("__MACOSX",) or any(part.startswith(".") and part != ".." for part in name.parts)


def _leads_out(name: PurePosixPath) -> bool:
    return name.is_absolute() or ".." in name.parts
