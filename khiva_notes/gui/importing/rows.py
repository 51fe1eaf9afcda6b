"""The list of an import's files: each with its state, its name and what is to be said of it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from khiva_notes.gui.importing.entries import SIGNS, Entry
from khiva_notes.gui.importing.queue import ImportQueue
from khiva_notes.gui.theme import Theme, Tones

Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE = Qt.ItemDataRole.UserRole
"""Under this role a row gives its Entry."""

_PAD, _SIGN = 12, 20
_LINE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class EntryRows(QAbstractListModel):
    """The queue's entries, brought up to date one by one."""

    def __init__(self, queue: ImportQueue) -> None:
        super().__init__(queue)
        self._queue = queue
        queue.began.connect(self._reset)
        queue.changed.connect(self._change)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many files there are."""
        return 0 if parent is not None and parent.isValid() else len(self._queue.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's name, all it says for screen readers and tooltips, or its entry."""
        if not index.isValid():
            return None
        entry = self._queue.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.path.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.path.name}, {self._queue.state_words(entry)}. {entry.words}"
        if role == Qt.ItemDataRole.ToolTipRole:
            where = str(entry.path) if entry.path.is_absolute() else ""
            return "\n".join(words for words in (where, entry.words) if words)
        return entry if role == ENTRY_ROLE else None

    def state_words(self, entry: Entry) -> str:
        """Return an entry's state in words."""
        return self._queue.state_words(entry)

    def _reset(self) -> None:
        self.beginResetModel()
        self.endResetModel()

    def _change(self, number: int) -> None:
        index = self.index(number)
        self.dataChanged.emit(index, index)


class EntryPainter(QStyledItemDelegate):
    """Draws the state's sign and words beside the file's name, and under it what is to be said."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the same height for each row."""
        return QSize(200, 2 * option.fontMetrics.height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one file."""
        entry: Entry = index.data(ENTRY_ROLE)
        model, tones, rect = index.model(), self._theme.tones, QRect(option.rect)
        assert isinstance(model, EntryRows)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tones.surface))
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), QColor(tones.accent))
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QColor(tones.focus))
                painter.drawRect(rect.adjusted(0, 0, -1, -1))
        metrics, elide = option.fontMetrics, Qt.TextElideMode.ElideRight
        half = (rect.height() - 8) // 2
        line = QRect(rect.left() + _PAD, rect.top() + 4, rect.width() - 2 * _PAD, half)
        painter.setPen(QColor(_ink(entry, tones)))
        painter.drawText(line, _LINE, SIGNS[entry.state])
        told = model.state_words(entry)
        room = metrics.horizontalAdvance(told)
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(line, right, told)
        name = line.adjusted(_SIGN, 0, -room - _PAD, 0)
        painter.setPen(QColor(tones.ink))
        middle = Qt.TextElideMode.ElideMiddle
        painter.drawText(name, _LINE, metrics.elidedText(entry.path.name, middle, name.width()))
        under = line.adjusted(_SIGN, 0, 0, 0).translated(0, half)
        painter.setPen(QColor(tones.muted))
        painter.drawText(under, _LINE, metrics.elidedText(entry.words, elide, under.width()))
        painter.restore()


def _ink(entry: Entry, tones: Tones) -> str:
    return {
        "came": tones.states["agree"],
        "failed": tones.danger,
        "twin": tones.states["single"],
        "reading": tones.accent,
    }.get(entry.state, tones.muted)
