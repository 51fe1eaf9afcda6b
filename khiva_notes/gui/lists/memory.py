"""How the user has arranged the columns of each sort of list, kept with the preferences."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field

from khiva_notes.gui.preferences import Preferences
from khiva_notes.services.listing import TAG


@dataclass(frozen=True, slots=True)
class Layout:
    """Names of columns in their order, those hidden, widths in pixels if given by hand, the sort.

    ``sort`` is empty for the order that a list has at first.
    """

    order: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    widths: dict[str, int] = field(default_factory=dict)
    sort: str = ""
    descending: bool = False


class ListMemory:
    """Reads and writes layouts; all lists of tags share one."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def get(self, what: str) -> Layout | None:
        """Return how a list was arranged, or None if it never was."""
        kept = str(self._preferences.get(_name(what), ""))
        try:
            read = json.loads(kept) if kept else None
            if read is None:
                return None
            widths = {str(name): int(width) for name, width in read["widths"].items()}
            return Layout(
                tuple(map(str, read["order"])),
                tuple(map(str, read["hidden"])),
                widths,
                str(read["sort"]),
                bool(read["descending"]),
            )
        except (ValueError, KeyError, TypeError, AttributeError):
            return None

    def put(self, what: str, layout: Layout) -> None:
        """Keep how a list is arranged."""
        if layout != self.get(what):
            self._preferences.set(_name(what), json.dumps(asdict(layout)))

    def forget(self, what: str) -> None:
        """Arrange a list as at first from now on."""
        self._preferences.set(_name(what), "")


def _name(what: str) -> str:
    return f"list-columns-{'tag' if what.startswith(TAG) else what}"
