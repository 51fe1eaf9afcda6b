"""The rows under the search box: a heading for each kind found, and its best hits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from khiva_notes.gui.navigation import Place
from khiva_notes.model.kinds import KINDS
from khiva_notes.services.finding import Answer, Found

TEXT = "text"
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: a heading, a hit, or a suggestion; ``place`` is where Enter leads."""

    kind: str
    words: str
    detail: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    beside: str = ""
    place: Place | None = None
    card: Place | None = None
    query: str = ""
    heading: bool = False


def rows_of(answer: Answer) -> list[Row]:
    """Return the rows that show an answer, kind by kind in the order of the kinds' table."""
    groups: dict[str, list[Found]] = {}
    for found in answer.found:
        groups.setdefault(found.kind, []).append(found)
    order = [*(name for name in KINDS if name != "source"), "source", TEXT]
    rows: list[Row] = []
    for kind in sorted(groups, key=lambda name: order.index(name) if name in order else 99):
        count = answer.by_kind.get(kind, len(groups[kind]))
        rows.append(Row(kind, plural_of(kind), beside=f"{count:,}", heading=True))
        rows += [row_of(found) for found in groups[kind]]
    if answer.suggestion:
        words = _tr("Did you mean “{}”?").format(answer.suggestion)
        rows.append(Row("suggestion", words, query=answer.suggestion))
    return rows


def row_of(found: Found) -> Row:
    """Return the row of one hit: Enter leads to its words where it has any."""
    beside = found.place
    if found.source is not None and found.kind != TEXT:
        beside = found.source.title
    return Row(
        found.kind,
        found.item.title,
        found.snippet.text.replace("\n", " "),
        found.snippet.marks,
        beside,
        place_of(found),
        card_of(found),
    )


def place_of(found: Found) -> Place:
    """Return where a hit's words are: in its source's text, else on its own page."""
    if found.kind == "dispute":
        return Place("dispute", found.item.id)
    if found.version_id is not None and found.source is not None:
        return Place("source", found.source.id, start=found.start, end=found.end)
    return card_of(found)


def card_of(found: Found) -> Place:
    """Return a hit's own page."""
    if found.kind == "dispute":
        return Place("dispute", found.item.id)
    if found.item.kind == "source":
        return Place("source", found.item.id)
    return Place("card", found.item.id)


def plural_of(kind: str) -> str:
    """Return a kind's heading."""
    return _tr("Texts") if kind == TEXT else KINDS[kind].plural


def glyph_of(kind: str) -> str:
    """Return a kind's sign."""
    return "¶" if kind == TEXT else KINDS[kind].glyph if kind in KINDS else "→"


class RowModel(QAbstractListModel):
    """The rows as a list; headings can't be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []

    def show(self, rows: list[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, index: Index) -> Row:
        """Return the row at an index."""
        return self._rows[index.row()]

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row's words, for the screen reader too."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.ToolTipRole and not row.heading:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(part for part in (row.words, row.detail, row.beside) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be passed over."""
        if not index.isValid() or self._rows[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def next_row(self, row: int, step: int) -> int:
        """Return the nearest row that can be chosen from ``row`` on, or ``row`` itself."""
        wanted = row + step
        direction = 1 if step > 0 else -1
        wanted = max(0, min(len(self._rows) - 1, wanted))
        while 0 <= wanted < len(self._rows) and self._rows[wanted].heading:
            wanted += direction
        return wanted if 0 <= wanted < len(self._rows) else row


def _tr(words: str) -> str:
    return QCoreApplication.translate("Search", words)
