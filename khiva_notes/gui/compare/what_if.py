"""What a dispute would be without some of its accounts."""

from __future__ import annotations

from dataclasses import dataclass, field

from khiva_notes.model.conflicts import RowState
from khiva_notes.model.conflicts.without import Support, support, without
from khiva_notes.services.dispute_reading import DisputeTable


@dataclass(frozen=True, slots=True)
class Supposed:
    """Which accounts are left out, which rows change by that, and how the verdict stands then."""

    left_out: frozenset[int] = frozenset()
    after: dict[int, RowState] = field(default_factory=dict)
    support: Support | None = None


def suppose(table: DisputeTable, left_out: frozenset[int]) -> Supposed:
    """Work out what a dispute would be without some accounts."""
    comparison = table.comparison
    ids = [column.account.id for column in comparison.columns]
    gone = {place for place, account in enumerate(ids) if account in left_out}
    if not gone:
        return Supposed()
    names: dict[str, int] = {}
    for row in comparison.rows:
        name = row.aspect.name
        while name in names:
            name += " (again)"
        names[name] = row.aspect.id
    rows = {name: row.statements for name, row in zip(names, comparison.rows, strict=True)}
    after = {names[change.row]: change.after for change in without(rows, gone)}
    elected = comparison.elected
    found = support(rows, ids.index(elected.id), gone) if elected and rows else None
    return Supposed(frozenset(left_out & set(ids)), after, found)
