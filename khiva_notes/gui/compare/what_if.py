"""What a dispute would be without some of its accounts."""

from __future__ import annotations

from dataclasses import dataclass, field

from khiva_notes.model.conflicts import RowState
from khiva_notes.model.conflicts.without import Support
from khiva_notes.services.dispute_reading import DisputeTable
from khiva_notes.services.what_if import without_accounts


@dataclass(frozen=True, slots=True)
class Supposed:
    """Which accounts are left out, which rows change by that, and how the verdict stands then.

    ``after`` gives what the rows become, by the numbers of their aspects.
    """

    left_out: frozenset[int] = frozenset()
    after: dict[int, RowState] = field(default_factory=dict)
    support: Support | None = None


def suppose(table: DisputeTable, left_out: frozenset[int]) -> Supposed:
    """Work out what a dispute would be without some accounts."""
    if not left_out:
        return Supposed()
    found = without_accounts(table, left_out)
    after = {change.row: change.after for change in found.changes}
    return Supposed(
        left_out,
        {
            row.aspect.id: after[row.aspect.name]
            for row in table.comparison.rows
            if row.aspect.name in after
        },
        found.support,
    )
