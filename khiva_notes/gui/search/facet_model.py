"""What a search can be narrowed down by, as a list of ticks under headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, Qt

from khiva_notes.gui.search.row_model import Index
from khiva_notes.gui.search.rows import ORDER, glyph_of, plural_of
from khiva_notes.services.facets import Facet

TICK_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Tick:
    """One line: a heading, a kind, or a value with the clause that asks for it."""

    words: str
    count: int = 0
    kind: str = ""
    clause: str = ""
    chosen: bool = False
    heading: bool = False


class FacetModel(QAbstractListModel):
    """Keeps its rows in place while only counts and ticks change, so that focus stays."""

    def __init__(self) -> None:
        super().__init__()
        self.ticks: list[Tick] = []

    def show(self, ticks: list[Tick]) -> None:
        """Show other lines."""
        same = [(t.words, t.clause, t.kind) for t in ticks] == [
            (t.words, t.clause, t.kind) for t in self.ticks
        ]
        if same and ticks:
            self.ticks = ticks
            self.dataChanged.emit(self.index(0), self.index(len(ticks) - 1))
            return
        self.beginResetModel()
        self.ticks = ticks
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self.ticks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a line's words; a screen reader is told the count and the tick as well."""
        if not index.isValid():
            return None
        tick = self.ticks[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return tick.words
        if role == TICK_ROLE:
            return tick
        if role == Qt.ItemDataRole.CheckStateRole and not tick.heading:
            return Qt.CheckState.Checked if tick.chosen else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole and not tick.heading:
            return f"{tick.words}\n{tick.clause}" if tick.clause else tick.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tick.words if tick.heading else f"{tick.words}, {tick.count:,}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be passed over."""
        if not index.isValid() or self.ticks[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
        )


def ticks_of(
    by_kind: Mapping[str, int],
    kinds: Sequence[str],
    facets: Sequence[Facet],
    clauses: frozenset[str],
) -> list[Tick]:
    """Return the lines for what was counted; ``kinds`` and ``clauses`` are those chosen."""
    found = [
        Tick(f"{glyph_of(kind)}  {plural_of(kind)}", count, kind=kind, chosen=kind in kinds)
        for kind in ORDER
        if (count := by_kind.get(kind, 0)) or kind in kinds
    ]
    ticks = [Tick(_tr("Kind"), heading=True), *found] if found else []
    for group, name in (
        ("source", _tr("Texts of")),
        ("person", _tr("Tied to")),
        ("tag", _tr("Tag")),
        ("year", _tr("Year")),
    ):
        values = [facet for facet in facets if facet.group == group]
        if values:
            ticks.append(Tick(name, heading=True))
        ticks += [
            Tick(facet.label, facet.count, clause=facet.clause, chosen=facet.clause in clauses)
            for facet in values
        ]
    return ticks


def _tr(words: str) -> str:
    return QCoreApplication.translate("Facets", words)
