"""Text as a spreadsheet may be given it."""

from __future__ import annotations

import re

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe(text: str) -> str:
    """Return ``text`` with an apostrophe before what a spreadsheet would take for a formula."""
    if text.startswith(_FORMULA) and not re.fullmatch(r"[+-]?[\d.,]+", text):
        return f"'{text}"
    return text
