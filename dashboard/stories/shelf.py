"""The stories of a folder, each in a folder of its own."""

from __future__ import annotations

import os
from pathlib import Path

from dashboard.stories.story import Fault, Story
from dashboard.stories.story_file import FILE_NAME, story_at

SHIPPED = Path(__file__).resolve().parents[2] / "data" / "stories"
"""The stories and the glossary that ship with the atlas."""
FOLDER = Path(os.environ.get("ATLAS_STORIES") or SHIPPED)
"""Where stories lie: $ATLAS_STORIES, else those that ship."""


def stories_in(folder: Path = FOLDER) -> list[tuple[Story | None, tuple[Fault, ...]]]:
    """Every story of a folder with what is wrong in how it is written, by name; none where there is no such folder."""
    return [story_at(path) for path in sorted(folder.glob(f"*/{FILE_NAME}"))]
