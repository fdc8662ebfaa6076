"""Stories: files that tell what the data show, step by step; read, written, and checked against a build."""

from dashboard.stories.checked_values import filled
from dashboard.stories.checks import check, faults_of, is_web
from dashboard.stories.shelf import FOLDER, stories_in
from dashboard.stories.story import Fault, Step, Story, Telling
from dashboard.stories.story_file import FILE_NAME, read_story, write_story

__all__ = [
    "FILE_NAME",
    "FOLDER",
    "Fault",
    "Step",
    "Story",
    "Telling",
    "check",
    "faults_of",
    "filled",
    "is_web",
    "read_story",
    "stories_in",
    "write_story",
]
