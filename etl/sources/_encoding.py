"""The bytes of a text file as text."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_USUAL = ["cp1252", "cp1256", "iso8859_6"]
"""What texts in the languages that are read are written in, where not in UTF-8; tried before all others."""

_ARABIC_WORD = re.compile("[\u0621-\u064a]{3,}")


def text_of_bytes(content: bytes) -> tuple[str, str]:
    """The text and, where it is not UTF-8, the encoding that it was taken for. ValueError where none can be told.

    Without a mark or UTF-8 the encoding is a guess of charset-normalizer from how plausible the text looks,
    the usual ones first: many others differ from them in a few letters only.
    Line ends become "\\n", as in every text of the atlas.
    """
    marked = next((name for mark, name in _MARKS.items() if content.startswith(mark)), "utf-8")
    try:
        text, guessed = content.decode(marked), "" if marked != "utf-16" else "UTF-16"
    except UnicodeDecodeError as error:
        best = from_bytes(content, cp_isolation=_USUAL).best() or from_bytes(content).best()
        if best is None:
            raise ValueError("the file is not UTF-8, and its encoding cannot be told") from error
        text, guessed = str(best), best.encoding
    return text.replace("\r\n", "\n").replace("\r", "\n"), guessed


def fallback_of(beginning: bytes) -> str:
    """What the lines of a table that are not UTF-8 are in, by those at its beginning.

    Windows-1256 where that makes Arabic words of most of their letters, else Windows-1252: a letter of French, Spanish
    or German is Arabic in the other one, too, but no three in a row are.
    """
    odd = b"\n".join(line for line in beginning.splitlines() if not _is_utf8(line)).decode("cp1256")
    letters = sum(sign.isalpha() and not sign.isascii() for sign in odd)
    return "cp1256" if 2 * sum(map(len, _ARABIC_WORD.findall(odd))) > letters else "cp1252"


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
