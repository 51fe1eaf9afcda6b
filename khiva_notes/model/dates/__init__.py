"""Historical dates: words to EDTF to days and back, in three calendars; pure functions."""

from __future__ import annotations

from .calendars import Calendar, from_jdn, to_jdn
from .compare import Relation, explain, relation
from .describe import describe
from .finder import find_dates
from .historical import FoundDate, HistoricalDate, from_edtf
from .reader import read_phrase

__all__ = [
    "Calendar",
    "FoundDate",
    "HistoricalDate",
    "Relation",
    "describe",
    "explain",
    "find_dates",
    "from_edtf",
    "from_jdn",
    "read_phrase",
    "relation",
    "to_jdn",
]
