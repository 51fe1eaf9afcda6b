"""Says a date in words."""

from __future__ import annotations

from .historical import HistoricalDate


def describe(date: HistoricalDate) -> str:
    """Say a date as it was understood."""
    return date.edtf or date.original
