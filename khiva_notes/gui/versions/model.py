"""The passages to be confirmed as rows of a list, of all sorts or of one."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from khiva_notes.model.kinds import KINDS
from khiva_notes.services.version_review import Doubt

Index = QModelIndex | QPersistentModelIndex

DOUBT_ROLE = int(Qt.ItemDataRole.UserRole)

SIGNS = {"orphan": "✕", "fuzzy": "≈", "moved": "→"}
"""A shape for each sort of doubt, so that colour alone says nothing."""

TONES = {"orphan": "conflict", "fuzzy": "single", "moved": "compatible"}
"""The state of a comparison whose colour a sort of doubt has."""


class DoubtsModel(QAbstractListModel):
    """Rows are Doubts; ``status`` shows one sort only, empty for all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Doubt, ...] = ()
        self._shown: list[Doubt] = []
        self.status = ""
        self._words = {
            "orphan": self.tr("not found"),
            "fuzzy": self.tr("uncertain"),
            "moved": self.tr("moved"),
        }

    def show(self, doubts: tuple[Doubt, ...], status: str | None = None) -> None:
        """Show other rows, or those of another sort."""
        self.beginResetModel()
        self._all = doubts
        self.status = self.status if status is None else status
        self._shown = [d for d in doubts if self.status in ("", d.passage.status)]
        self.endResetModel()

    def drop(self, passage_ids: Collection[int]) -> None:
        """Take rows away at once, before the library has been read anew."""
        gone = set(passage_ids)
        self._all = tuple(d for d in self._all if d.passage.id not in gone)
        for row in range(len(self._shown) - 1, -1, -1):
            if self._shown[row].passage.id in gone:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._shown[row]
                self.endRemoveRows()

    def doubts(self) -> list[Doubt]:
        """Return the rows that are shown."""
        return list(self._shown)

    def count(self, status: str = "") -> int:
        """Return how many passages are of a sort, or of any, shown or not."""
        return sum(status in ("", doubt.passage.status) for doubt in self._all)

    def row_of(self, passage_id: int) -> int:
        """Return a passage's row, -1 if it is not shown."""
        ids = [doubt.passage.id for doubt in self._shown]
        return ids.index(passage_id) if passage_id in ids else -1

    def word(self, status: str) -> str:
        """Return the word for a sort of doubt."""
        return self._words[status]

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row, or the words by which a screen reader tells it."""
        if not index.isValid():
            return None
        doubt = self._shown[index.row()]
        if role == DOUBT_ROLE:
            return doubt
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            now = doubt.now.exact if doubt.now else self._words["orphan"]
            said = self.tr("{0}: {1}. Was “{2}”, now “{3}”")
            return said.format(
                self._words[doubt.passage.status], card_title(doubt), doubt.was.exact, now
            )
        return None


def card_title(doubt: Doubt) -> str:
    """Return the title of the card that a passage belongs to."""
    return doubt.card.title if doubt.card else "Highlight"


def card_glyph(doubt: Doubt) -> str:
    """Return the sign of the kind of card that a passage belongs to."""
    return KINDS[doubt.card.kind].glyph if doubt.card else "✎"
