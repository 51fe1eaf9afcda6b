"""The rows of a ledger: headings, and findings of two lines under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""Under this role a row gives its LedgerRow."""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A finding, or with ``heading`` the title of those below it.

    ``sign`` stands before the title in the colour of ``tone``, a state's or a kind's; ``beside``
    at the right; ``value`` is what the row stands for, and ``key`` tells it from others when the
    rows are read anew.
    """

    title: str
    sub: str = ""
    sign: str = ""
    tone: str = ""
    beside: str = ""
    heading: bool = False
    key: object = None
    value: object = None

    @property
    def words(self) -> str:
        """The row as a screen reader says it."""
        return ", ".join(part for part in (self.title, self.beside, self.sub) if part)


class LedgerModel(QAbstractListModel):
    """Holds as many rows as there are; none is measured, all are of one height."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[LedgerRow] = ()

    def show(self, rows: Sequence[LedgerRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def row_of(self, key: object) -> int:
        """Return where the row with a key stands, or -1."""
        return next(
            (i for i, row in enumerate(self.rows) if not row.heading and row.key == key), -1
        )

    def near(self, number: int) -> int:
        """Return the finding at a place or the nearest after it, else before it; -1 for none."""
        after = (i for i in range(max(0, number), len(self.rows)) if not self.rows[i].heading)
        found = next(after, -1)
        if found >= 0:
            return found
        last = min(number, len(self.rows) - 1)
        return next((i for i in range(last, -1, -1) if not self.rows[i].heading), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row, or its words."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.words
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.sub or row.title
        return row if role == ROW_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be passed over."""
        if not index.isValid() or self.rows[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
