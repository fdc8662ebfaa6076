"""Reading by a language model, where a user asks for it: what it quotes is kept, what it makes up is not.

Needs the extra `llm`. Nothing leaves this machine unless a `ModelReader` is made and asked. See docs/reading.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.errors import MissingExtraError
from etl.reading.llm.request import TIMEOUT, Settings, prompt_version, request_of

if TYPE_CHECKING:
    from etl.reading.llm.reader import ModelReader

__all__ = ["TIMEOUT", "Settings", "open_reader", "prompt_version", "request_of"]


def open_reader(settings: Settings) -> ModelReader:
    """A reader that asks the model of the settings. Raises MissingExtraError where its packages are not installed."""
    try:
        from etl.reading.llm.reader import ModelReader  # noqa: PLC0415 - optional packages
    except ImportError as missing:
        told = "--reader llm needs httpx and jsonschema. Install them: pip install '.[llm]' in the project's folder"
        raise MissingExtraError(told) from missing
    return ModelReader(settings)
