"""The essay's outline as an item model: its parts, one inside another, to be dragged about."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, Qt
from PySide6.QtCore import QPersistentModelIndex as Persistent

from khiva_notes.gui.dragging import FORMAT
from khiva_notes.model.essay_counting import Tally
from khiva_notes.model.essay_text import EssayPart, EssayText
from khiva_notes.model.essays import Slot

Index = QModelIndex | Persistent
PART_ROLE = Qt.ItemDataRole.UserRole
COUNT_ROLE = Qt.ItemDataRole.UserRole + 1
OWN = "application/x-khiva-notes-essay-parts"
"""The media type of parts dragged within an outline: JSON, their numbers."""

Take = Callable[[QMimeData, Slot], bool]


class OutlineModel(QAbstractItemModel):
    """Shows an EssayText; ``take`` is called with what is dropped and where."""

    def __init__(self, take: Take, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._take = take
        self.tally = Tally()
        self._parts: dict[int, EssayPart] = {}
        self._children: dict[int, list[int]] = {0: []}
        self._rows: dict[int, int] = {}

    def show_essay(self, essay: EssayText | None) -> bool:
        """Show an essay; True if its outline is another. Rows that stay keep their indexes."""
        children: dict[int, list[int]] = {0: []}
        parts: dict[int, EssayPart] = {}
        for part in essay.walk() if essay else ():
            parts[part.part.id] = part
            children.setdefault(part.part.parent_id or 0, []).append(part.part.id)
        if children == self._children:
            for part_id, part in parts.items():
                if part is not self._parts[part_id]:
                    self._parts[part_id] = part
                    self.dataChanged.emit(self.index_of(part_id), self.index_of(part_id))
            return False
        first = not self._parts or not parts
        if first:
            self.beginResetModel()
        else:
            self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        self._parts, self._children = parts, children
        self._rows = {i: row for group in children.values() for row, i in enumerate(group)}
        if first:
            self.endResetModel()
        else:
            now = [self.index_of(index.internalId()) for index in kept]
            self.changePersistentIndexList(kept, now)
            self.layoutChanged.emit()
        return True

    def holders(self) -> list[int]:
        """Return the parts that hold others."""
        return [part_id for part_id, held in self._children.items() if part_id and held]

    def part(self, index: Index) -> EssayPart | None:
        """Return the part of a row, None for no row."""
        return self._parts.get(index.internalId()) if index.isValid() else None

    def index_of(self, part_id: int) -> QModelIndex:
        """Return the row of a part, an invalid one if there is no such part."""
        if part_id not in self._parts:
            return QModelIndex()
        return self.createIndex(self._rows[part_id], 0, part_id)

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """Return the index of a row under another."""
        held = self._children.get(self._number(parent), [])
        return self.createIndex(row, 0, held[row]) if 0 <= row < len(held) else QModelIndex()

    def parent(self, child: Index | None = None) -> QModelIndex:  # type: ignore[override]
        """Return the row that a row stands under."""
        part = self.part(child) if child is not None else None
        return self.index_of(part.part.parent_id or 0) if part else QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many parts stand inside one."""
        return len(self._children.get(self._number(parent), []))

    def columnCount(self, parent: Index | None = None) -> int:
        """Return 1."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a part's words; under the roles above the part, and its section's length."""
        part = self.part(index)
        if part is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return label(part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{part.part.sort}: {label(part)}"
        if role == COUNT_ROLE:
            return self.tally.total([part]) if part.part.sort == "heading" else -1
        return part if role == PART_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every part be dragged, and dropped on."""
        flags = Qt.ItemFlag.ItemIsDropEnabled
        if index.isValid():
            flags |= Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def supportedDropActions(self) -> Qt.DropAction:
        """Return that the view itself need not take anything away."""
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        """Return the formats that are taken."""
        return [OWN, FORMAT]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return parts as data for a drag within the outline."""
        mime = QMimeData()
        mime.setData(OWN, json.dumps([index.internalId() for index in indexes]).encode())
        return mime

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Take what is dropped between two rows, into a heading, or behind another part."""
        onto = self.part(parent)
        if row >= 0 or onto is None:
            at = row if row >= 0 else self.rowCount()
            slot = Slot(onto.part.id if onto else None, at)
        elif onto.part.sort == "heading":
            slot = Slot(onto.part.id, self.rowCount(parent))
        else:
            slot = Slot(onto.part.parent_id, self._rows[onto.part.id] + 1)
        return self._take(data, slot)

    def _number(self, index: Index | None) -> int:
        return index.internalId() if index is not None and index.isValid() else 0


def label(part: EssayPart) -> str:
    """Return a part in one line, as the outline shows it."""
    own = part.part
    if own.sort in ("heading", "prose"):
        return " ".join(own.text.split())[:200]
    if own.sort == "quotation":
        return f"“{part.quotes[0].passage.exact[:200]}”" if part.quotes else ""
    return part.item.title if part.item else ""
