"""A dispute as its page needs it: the table, who is independent, and how far each voice stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from khiva_notes.model.comparison import Comparison
from khiva_notes.model.conflicts.independence import Independence, Voice, independence
from khiva_notes.services.comparison import compare
from khiva_notes.services.derivations import derivations_of
from khiva_notes.services.witnesses import Witness, witnesses
from khiva_notes.store.repositories import Repositories
from khiva_notes.store.store import Reader

__all__ = ["DisputeTable", "Witness", "dispute_table", "read_dispute"]


@dataclass(frozen=True, slots=True)
class DisputeTable:
    """A comparison with what follows from it; ``witnesses`` stand in the order of the columns.

    ``derivations`` gives, by a source's key, the keys of the sources that it derives from as a
    whole, ``quoted`` of those that it only quotes.
    """

    comparison: Comparison
    witnesses: tuple[Witness, ...]
    voices: tuple[Voice, ...]
    derivations: Mapping[str, tuple[str, ...]]
    independence: Independence
    quoted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def read_dispute(
    path: Path, dispute_id: int, cancelled: Callable[[], bool] = lambda: False
) -> DisputeTable | None:
    """Read a dispute of the library at ``path`` on a connection of its own, from any thread.

    None if it is gone, or no longer wanted.
    """
    reader = Reader(path)
    try:
        with reader.moment() as data:
            item = data.items.find(dispute_id)
            if item is None or item.kind != "dispute" or cancelled():
                return None
            return dispute_table(data, dispute_id)
    finally:
        reader.close()


def dispute_table(data: Repositories, dispute_id: int) -> DisputeTable:
    """Return one dispute with all that its page shows."""
    comparison = compare(data, dispute_id)
    derivations, quoted, titles = derivations_of(data, comparison)
    voices = _voices(data, comparison)
    return DisputeTable(
        comparison,
        witnesses(data, comparison),
        voices,
        derivations,
        independence(voices, derivations, titles, quoted),
        quoted,
    )


def _voices(data: Repositories, comparison: Comparison) -> tuple[Voice, ...]:
    keys = {column.account.id: column.account.key for column in comparison.columns}
    wanted = {i for column in comparison.columns for i in column.account.basis_source_ids}
    sources = data.items.many(wanted)
    return tuple(
        Voice(
            account.key,
            account.label,
            column.source.key if column.source else "",
            tuple(keys[i] for i in account.basis_account_ids if i in keys),
            tuple(sources[i].key for i in account.basis_source_ids if i in sources),
            column.voice.key if column.voice else "",
        )
        for column in comparison.columns
        for account in [column.account]
    )
