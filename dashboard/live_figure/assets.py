"""What the browser loads beside the page: served as static files, copied into place when the app starts.

Streamlit serves only real files below dashboard/static/, so plotly.min.js of the installed plotly package, the basemap
and our own script and style are copied there; nothing is ever asked from another machine.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile

import plotly

from etl.errors import DataError

HERE = Path(__file__).resolve().parent
DASHBOARD = HERE.parent
STATIC = DASHBOARD / "static"
BASEMAP = DASHBOARD.parent / "data" / "basemap"


def sources() -> Iterator[tuple[str, Path]]:
    """(name below static/, the file it is a copy of)."""
    yield "plotly.min.js", Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    for script in ("live_figure.js", "gestures.js", "marks.js", "ground.js", "picture.js", "play.js", "tracing.js"):
        yield script, HERE / script
    yield "live_figure.css", DASHBOARD / "style" / "live_figure.css"
    for path in sorted(BASEMAP.glob("*.geojson")):
        yield f"basemap/{path.name}", path


def prepare(folder: Path = STATIC) -> None:
    """Bring the served folder, beside the app's script, up to date. Raises DataError where a file to copy is missing.

    Files that are already the same are left alone. Each copy is moved into place whole, so that two processes that
    start at once, or a reader in between, never see half a file.
    """
    for name, source in sources():
        if not source.is_file():
            raise DataError(f"{source}: missing; the map cannot be drawn. Install the project again")
        content, target = source.read_bytes(), folder / name
        if target.is_file() and _checksum(target.read_bytes()) == _checksum(content):
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as half:
            half.write(content)
        Path(half.name).chmod(0o644)
        os.replace(half.name, target)


@cache
def address(name: str) -> str:
    """The address of a served file, relative to the page; its checksum keeps browsers from using an older copy."""
    source = dict(sources())[name]
    return f"app/static/{name}?v={_checksum(source.read_bytes())[:12]}"


def _checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
