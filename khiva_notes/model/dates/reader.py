"""Reads a date as words."""

from __future__ import annotations

from ..errors import UserError
from .historical import HistoricalDate, from_edtf, unread


def read_phrase(
    words: str, *, language: str = "", country: str = "", context_year: int | None = None
) -> HistoricalDate:
    """Read a date phrase; what is not understood comes back with empty ``edtf``."""
    try:
        return from_edtf(words, original=words)
    except UserError:
        return unread(words)
