"""The stories of a folder, each in a folder of its own."""

from __future__ import annotations

import os
from pathlib import Path

from dashboard.stories.story import Fault, Story
from dashboard.stories.story_file import FILE_NAME, read_story

SHIPPED = Path(__file__).resolve().parents[2] / "data" / "stories"
"""The stories and the glossary that ship with the atlas."""
FOLDER = Path(os.environ.get("ATLAS_STORIES") or SHIPPED)
"""Where stories lie: $ATLAS_STORIES, else those that ship."""


def stories_in(folder: Path = FOLDER) -> list[tuple[Story | None, tuple[Fault, ...]]]:
    """Every story of a folder with what is wrong in how it is written, by name; none where there is no such folder."""
    return [story_at(path) for path in sorted(folder.glob(f"*/{FILE_NAME}"))]


def story_at(path: Path) -> tuple[Story | None, tuple[Fault, ...]]:
    """As `read_story`, of a file; one that is not UTF-8 is a fault."""
    shown = "/".join(path.parts[-3:])
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as problem:
        return None, (Fault(shown, 1, f"the file is not UTF-8 text ({problem.reason}). Save it as UTF-8."),)
    return read_story(text, path.parent.name, shown)
