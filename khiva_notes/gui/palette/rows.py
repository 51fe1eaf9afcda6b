"""The rows of the palette: what matches, the best and the lately used first, and their look."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from khiva_notes.gui.palette.listing import Entry
from khiva_notes.gui.palette.matching import rank
from khiva_notes.gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE = Qt.ItemDataRole.UserRole
ROW = 28
_PAD, _GAP = 12, 16
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ELIDE = Qt.TextElideMode.ElideRight


def matching(entries: list[Entry], typed: str, recent: list[str]) -> list[Entry]:
    """Return the entries that answer to what was typed, the best first.

    Among equals, those used lately come first, then those that can be done now.
    """
    ranked = []
    for number, entry in enumerate(entries):
        worth = rank(typed, f"{entry.path} {entry.words}")
        if worth is None:
            continue
        own = rank(typed, entry.words)
        lately = recent.index(entry.name) if entry.name in recent else len(recent)
        grey = not entry.action.isEnabled() and bool(typed.strip())
        ranked.append(((-worth - (own or 0), lately, grey, number), entry))
    return [entry for _, entry in sorted(ranked, key=lambda pair: pair[0])]


class EntryModel(QAbstractListModel):
    """Lists entries; grey ones are shown but can't be run."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []

    def show(self, entries: list[Entry]) -> None:
        """List other entries."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return an entry's words; a screen reader is told its path and keys too."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{entry.path} › {entry.words}"
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.action.toolTip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join([f"{entry.path}: {entry.words}", *entry.keys])
        return None


class EntryPainter(QStyledItemDelegate):
    """Draws the path and the words at the left, the keys at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(0, max(ROW, QFontMetrics(option.font).height() + 8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        entry: Entry = index.data(ENTRY_ROLE)
        tones, metrics = self._theme.tones, QFontMetrics(option.font)
        rect: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tones.kind("person").tint))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(tones.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(tones.chrome))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        quiet, ink = QColor(tones.ink if chosen else tones.muted), QColor(tones.ink)
        if not entry.action.isEnabled():
            quiet, ink = QColor(tones.muted), QColor(tones.muted)
            quiet.setAlpha(150)
            ink.setAlpha(150)
        line = rect.adjusted(_PAD, 0, -_PAD, 0)
        keys = "   ".join(entry.keys[:2])
        painter.setPen(quiet)
        painter.drawText(line, _RIGHT, keys)
        line.setRight(line.right() - metrics.horizontalAdvance(keys) - _GAP)
        path = f"{entry.path} › "
        painter.drawText(line, _LEFT, path)
        line.setLeft(line.left() + metrics.horizontalAdvance(path))
        painter.setPen(ink)
        painter.drawText(line, _LEFT, metrics.elidedText(entry.words, _ELIDE, line.width()))
        painter.restore()
