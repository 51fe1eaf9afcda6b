"""Finds dates in running text."""

from __future__ import annotations

import re

from .historical import FoundDate
from .reader import read_phrase

_ISO = re.compile(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")


def find_dates(text: str, *, language: str = "", country: str = "") -> list[FoundDate]:
    """List the dates in a text, in order, not overlapping."""
    found = (
        FoundDate(m.start(), m.end(), read_phrase(m[0], language=language, country=country))
        for m in _ISO.finditer(text)
    )
    return [f for f in found if f.date.edtf]
