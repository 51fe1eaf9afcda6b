"""Historical dates: words to EDTF to days and back, in three calendars; pure functions.

The value and its days are loaded at once; the readers of words, the descriptions and comparisons
when first asked for, because a window is to open before anybody reads a date.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from khiva_notes.model.dates.calendars import Calendar, from_jdn, to_jdn
from khiva_notes.model.dates.historical import FoundDate, HistoricalDate, from_edtf

if TYPE_CHECKING:
    from khiva_notes.model.dates.compare import Relation, explain, relation
    from khiva_notes.model.dates.finder import find_dates
    from khiva_notes.model.dates.reader import read_phrase
    from khiva_notes.model.dates.wording import describe

_LATER = {
    "Relation": "compare",
    "describe": "wording",
    "explain": "compare",
    "find_dates": "finder",
    "read_phrase": "reader",
    "relation": "compare",
}

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


def __getattr__(name: str) -> Any:
    """Load what is asked for the first time, and keep it (PEP 562)."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_LATER[name]}", __name__), name)
    globals()[name] = value
    return value
