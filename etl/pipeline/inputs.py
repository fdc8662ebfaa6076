"""What a build is made of: which files, of which source, with which content."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from etl.errors import InputError
from etl.items import Rejected
from etl.lexicon import DATA
from etl.sources import files_of, on_disk, recognise
from etl.store import Store

ROOT = DATA.parent
_CODE = (
    "etl/**/*.py",
    "data/languages/**/*",
    "data/reader/*",
    "data/actors/*.csv",
    "data/types/*.csv",
    "data/sources/*.toml",
    "data/gazetteer/*",
)


@dataclass(frozen=True, slots=True)
class Input:
    """One input as a user names it: a file or folder, and its source where it was named (NAME:PATH)."""

    path: Path
    source: str = ""

    @classmethod
    def parse(cls, text: str) -> Input:
        """From "PATH" or "NAME:PATH"; a path that exists as it stands is taken as it stands."""
        name, colon, path = text.partition(":")
        if colon and name.isidentifier() and not Path(text).exists():
            return cls(Path(path), name)
        return cls(Path(text))

    def __str__(self) -> str:
        return f"{self.source}:{shown(self.path)}" if self.source else shown(self.path)


@dataclass(frozen=True, slots=True)
class InputFile:
    """One file to read, by its absolute path: a worker may stand elsewhere. `shown` is how people see it."""

    path: str
    shown: str
    source: str
    sha256: str
    size: int


def shown(path: Path) -> str:
    """A file as people see it: inside the project by its path there, else by the whole path."""
    whole = path.resolve()
    return str(whole.relative_to(ROOT) if whole.is_relative_to(ROOT) else whole)


def bundled_inputs() -> tuple[Input, ...]:
    """The inputs that ship with the project."""
    return (Input(DATA / "reports"),)


def last_inputs(store: Store) -> tuple[Input, ...]:
    """The inputs of the store's last build, also where its tables are damaged; none where nothing was built yet.

    Raises NoBuildError where something was built and no manifest tells of what.
    """
    if not store.builds():
        return ()
    named: list[str] = store.last_manifest()["inputs_given"]
    # A path inside the project is kept relative to it, so that the project can be moved.
    parsed = (Input.parse(text) for text in named)
    return tuple(i if i.path.is_absolute() else Input(ROOT / i.path, i.source) for i in parsed)


def files_to_read(inputs: Sequence[Input]) -> tuple[list[InputFile], list[Rejected]]:
    """Every file of the inputs once, in order, and those that cannot be read at all, as rejects of row 0."""
    found: dict[str, InputFile] = {}
    unreadable: list[Rejected] = []
    for given in inputs:
        try:
            for path in files_of(given.path):
                found.setdefault(str(path.resolve()), _input_file(path.absolute(), given.source))
        except InputError as error:
            unreadable.append(_whole_file(error))
    readable = [f for f in found.values() if f.source]
    unreadable.extend(_unrecognised(f) for f in found.values() if not f.source)
    return readable, unreadable


def _input_file(path: Path, named: str) -> InputFile:
    seen = shown(path)
    try:
        source = recognise(path, named or None)
        content = _content(path, *(source.beside(path) if source.beside else ()))
        size = on_disk(path).stat().st_size
    except (InputError, OSError):
        return InputFile(str(path), seen, "", "", 0)
    return InputFile(str(path), seen, source.name, content, size)


def _content(path: Path, *beside: Path) -> str:
    """The SHA-256 of a file, of a table in an archive that of the archive and the table's name.

    With files beside it that decide how it is read, that of all their hashes.
    """
    holder = on_disk(path)
    hashes = [] if holder == path else [path.relative_to(holder).as_posix()]
    for one in (holder, *beside):
        with one.open("rb") as stream:
            hashes.append(hashlib.file_digest(stream, "sha256").hexdigest())
    return hashes[0] if len(hashes) == 1 else hashlib.sha256("".join(hashes).encode()).hexdigest()


def _unrecognised(file: InputFile) -> Rejected:
    try:
        recognise(Path(file.path), None)
    except InputError as error:
        return Rejected(file.shown, 0, "", "", error.problem, error.remedy)
    return Rejected(file.shown, 0, "", "", "the file cannot be read", "Check that it exists and may be read.")


def _whole_file(error: InputError) -> Rejected:
    return Rejected(error.file, 0, "", "", error.problem, error.remedy)


@cache
def code_version() -> str:
    """Twelve hex digits that change with the code and the data that decide how a file is read."""
    return content_hash(path for pattern in _CODE for path in sorted(ROOT.glob(pattern)))[:12]


def content_hash(paths: Iterable[Path]) -> str:
    """SHA-256 over the names and bytes of files, in the order given."""
    total = hashlib.sha256()
    for path in paths:
        if path.is_file() and path.suffix != ".pyc":
            total.update(path.name.encode())
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
