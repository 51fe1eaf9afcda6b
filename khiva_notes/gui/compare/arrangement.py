"""How each dispute's table was last laid out, kept with the program's settings."""

from __future__ import annotations

import json
from dataclasses import dataclass

from khiva_notes.gui.compare.layout import SORT_WORDS, Layout
from khiva_notes.gui.desk import Desk
from khiva_notes.services.dispute_reading import DisputeTable


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A layout by the keys of accounts and aspects, which a copy of the library has too."""

    transposed: bool = False
    conflicts_only: bool = False
    hidden: frozenset[str] = frozenset()
    hidden_aspects: frozenset[str] = frozenset()
    pinned: frozenset[str] = frozenset()
    sorted_by: str = ""

    def layout(self, table: DisputeTable) -> Layout:
        """Return the same by the numbers that a dispute's accounts and aspects now have."""
        accounts = [column.account for column in table.comparison.columns]
        aspects = [row.aspect for row in table.comparison.rows]
        return Layout(
            self.transposed,
            self.conflicts_only,
            frozenset(each.id for each in accounts if each.key in self.hidden),
            frozenset(each.id for each in aspects if each.key in self.hidden_aspects),
            frozenset(each.id for each in accounts if each.key in self.pinned),
            self.sorted_by,
        )


def load(desk: Desk, dispute_key: str) -> Arrangement:
    """Return how a dispute was laid out last; the plain way if it never was."""
    value = desk.preferences.get(_name(desk, dispute_key), None)
    if not isinstance(value, str):
        return Arrangement()
    try:
        kept = json.loads(value)
    except ValueError:
        return Arrangement()
    if not isinstance(kept, dict):
        return Arrangement()
    sorted_by = str(kept.get("sorted-by", ""))
    return Arrangement(
        kept.get("transposed") is True,
        kept.get("conflicts-only") is True,
        _keys(kept.get("hidden")),
        _keys(kept.get("hidden-aspects")),
        _keys(kept.get("pinned")),
        sorted_by if sorted_by in SORT_WORDS else "",
    )


def save(desk: Desk, dispute_key: str, arrangement: Arrangement) -> None:
    """Keep how a dispute is laid out."""
    kept = {
        "transposed": arrangement.transposed,
        "conflicts-only": arrangement.conflicts_only,
        "hidden": sorted(arrangement.hidden),
        "hidden-aspects": sorted(arrangement.hidden_aspects),
        "pinned": sorted(arrangement.pinned),
        "sorted-by": arrangement.sorted_by,
    }
    desk.preferences.set(_name(desk, dispute_key), json.dumps(kept))


def _keys(value: object) -> frozenset[str]:
    return frozenset(map(str, value)) if isinstance(value, list) else frozenset()


def _name(desk: Desk, dispute_key: str) -> str:
    return f"compare/{desk.session.library.data.library.get().uid}/{dispute_key}"
