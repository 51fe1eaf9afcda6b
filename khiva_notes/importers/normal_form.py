"""Decoded characters brought to the form that the library keeps: NFC, one kind of line end."""

from __future__ import annotations

import re
import unicodedata

from khiva_notes.model.errors import UserError

_NEWLINES = re.compile("\r\n|[\r\v\x85\u2028\u2029]")
_DROPPED = {
    code: None
    for code in (*range(0x20), 0x7F, *range(0x80, 0xA0), 0xFEFF)
    if chr(code) not in "\t\n\f"
}
_SOFT_HYPHEN_AT_END = re.compile(r"(?<!\u00ad)\u00ad++[ \t]*+\n[ \t]*+([^\s\u00ad]++)[ \t]*+\n?")
_STACKED_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u06d6-\u06ed"
    "\u0730-\u074a\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u302a-\u302f\ufe20-\ufe2f]{500}"
)


def normalise(text: str, file_name: str) -> str:
    r"""NFC, ``\n`` for every line's end, ``\f`` kept for pages, no other control code.

    A soft hyphen goes; one at a line's end takes the rest of its word up to its line, since it says
    for certain that the word is one. ``UserError`` for a text of stacked accents, which is none and
    would take hours to put in order.
    """
    text = _NEWLINES.sub("\n", text).translate(_DROPPED)
    text = _SOFT_HYPHEN_AT_END.sub(r"\1\n", text).replace("\u00ad", "")
    return composed(text, file_name)


def composed(text: str, file_name: str) -> str:
    """NFC; ``UserError`` for a text of stacked accents."""
    if _STACKED_MARKS.search(text):
        raise UserError(
            f"The file “{file_name}” has hundreds of accents on one letter; that is not text.",
            "Choose another file.",
        )
    return unicodedata.normalize("NFC", text)
