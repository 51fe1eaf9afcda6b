"""The rows of a chooser: cards that were found, and the offer to make a new one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from khiva_notes.gui.theme import Theme
from khiva_notes.model.kinds import KINDS

Index = QModelIndex | QPersistentModelIndex
_HEIGHT = 28
_EDGE = 8
_GLYPH = 22


@dataclass(frozen=True, slots=True)
class ChooserRow:
    """A card to choose, or with ``item_id`` 0 a new one of ``kind`` to make."""

    item_id: int
    kind: str
    title: str
    form: str = ""

    @property
    def words(self) -> str:
        """The row in words, as a screen reader says it."""
        if not self.item_id:
            return f"New {KINDS[self.kind].label.lower()} “{self.title}”"
        other = f", also {self.form}" if self.form else ""
        return f"{self.title}{other}, {KINDS[self.kind].label.lower()}"


class ChooserRows(QAbstractListModel):
    """A short list that is replaced with every key."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[ChooserRow] = []

    def show_rows(self, rows: list[ChooserRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's words; ``UserRole`` gives the row itself."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.words
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.words
        return row if role == Qt.ItemDataRole.UserRole else None


class ChooserPainter(QStyledItemDelegate):
    """Draws a row: the kind's glyph, the title, the other spelling, the kind in words."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the same height for each row."""
        return QSize(200, max(_HEIGHT, option.fontMetrics.height() + 10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row: ChooserRow = index.data(Qt.ItemDataRole.UserRole)
        tones = self._theme.tones
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect: QRect = option.rect
        font: QFont = option.font
        painter.save()
        if chosen:
            painter.fillRect(rect, QColor(tones.accent))
        ink = QColor(tones.accent_ink if chosen else tones.ink)
        muted = QColor(tones.accent_ink if chosen else tones.muted)
        line = rect.adjusted(_EDGE, 0, -_EDGE, 0)
        painter.setFont(font)
        painter.setPen(ink if chosen else QColor(tones.kind(row.kind).ink))
        glyph = "+" if not row.item_id else KINDS[row.kind].glyph
        painter.drawText(QRect(line.left(), line.top(), _GLYPH, line.height()), _LEFT, glyph)
        line.setLeft(line.left() + _GLYPH)
        if row.item_id:
            kind = KINDS[row.kind].label.lower()
            width = QFontMetrics(font).horizontalAdvance(kind)
            painter.setPen(muted)
            painter.drawText(line, _RIGHT, kind)
            line.setRight(line.right() - width - _EDGE)
            self._title(painter, line, row, ink, muted, font)
        else:
            painter.setPen(ink)
            painter.drawText(line, _LEFT, _elided(font, row.words, line.width()))
        painter.restore()

    def _title(
        self,
        painter: QPainter,
        line: QRect,
        row: ChooserRow,
        ink: QColor,
        muted: QColor,
        font: QFont,
    ) -> None:
        room = line.width()
        shown = _elided(font, row.title, int(room * 0.6) if row.form else room)
        painter.setPen(ink)
        painter.drawText(line, _LEFT, shown)
        if row.form:
            line.setLeft(line.left() + QFontMetrics(font).horizontalAdvance(shown) + _EDGE)
            slanted = QFont(font)
            slanted.setItalic(True)
            painter.setFont(slanted)
            painter.setPen(muted)
            painter.drawText(line, _LEFT, _elided(slanted, row.form, line.width()))


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def _elided(font: QFont, text: str, width: int) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
