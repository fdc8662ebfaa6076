"""The error tree of Incident Atlas.

    AtlasError
    ├── InputError            a file, row or field that cannot be used (also a ValueError)
    ├── UsageError            a command or an option that makes no sense (also a ValueError)
    ├── StoreError            the store is missing, locked or damaged (also an OSError)
    │   └── NoBuildError      the store holds no finished build yet
    ├── DataError             a file that ships with the project is out of step (also a ValueError)
    ├── FetchError            a dataset could not be downloaded, or is not what it should be (also a ConnectionError)
    ├── ModelServiceError     a language model gave no answer that can be used (also a ConnectionError)
    └── MissingExtraError     an optional package is not installed (also an ImportError)

Every message names the file, the row where there is one, and the remedy.
"""

from __future__ import annotations


class AtlasError(Exception):
    """Anything that Incident Atlas raises on purpose."""


class InputError(AtlasError, ValueError):
    """Raised for a file, row or field that cannot be used."""

    def __init__(self, file: str, problem: str, remedy: str, row: int | None = None) -> None:
        self.file, self.problem, self.remedy, self.row = file, problem, remedy, row
        where = file if row is None else f"{file}, row {row}"
        super().__init__(f"{where}: {problem}. {remedy}")


class UsageError(AtlasError, ValueError):
    """Raised for a command, an option or a value that makes no sense."""


class StoreError(AtlasError, OSError):
    """Raised when the store is missing, locked or damaged."""


class NoBuildError(StoreError):
    """Raised when a store holds no finished build yet."""


class DataError(AtlasError, ValueError):
    """Raised when a file that ships with the project is out of step with the code."""


class FetchError(AtlasError, ConnectionError):
    """Raised when a dataset could not be downloaded, or is not what its publisher tells."""


class ModelServiceError(AtlasError, ConnectionError):
    """Raised when a language model gave no answer that can be used; the report is then read by rules."""


class MissingExtraError(AtlasError, ImportError):
    """Raised when an optional package is needed and not installed; the message names what to install."""
