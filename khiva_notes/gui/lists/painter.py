"""How a list's rows look, and the small editors that open in its cells."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from khiva_notes.gui.cards.direction import direction_of
from khiva_notes.gui.fonts import reading_font
from khiva_notes.gui.lists.model import ROW_ROLE, Index, RowsModel
from khiva_notes.gui.theme import Theme
from khiva_notes.model.kinds import KINDS
from khiva_notes.services.listing import ListRow

_EDGE = 8
_GLYPH = 20
_TITLE_POINTS = 11.0
HEIGHT = 30


class ListPainter(QStyledItemDelegate):
    """Titles in the reading face, all else small and quiet, a hairline under each row.

    ``mixed`` lists show each row's kind by its glyph.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.mixed = False
        self._title_font = reading_font(_TITLE_POINTS)
        self._title_metrics = QFontMetrics(self._title_font)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the same height for each cell."""
        return QSize(80, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        tones = self._theme.tones
        rect: QRect = option.rect
        state = option.state.value
        model = self._model(index)
        column, row = model.columns[index.column()], index.data(ROW_ROLE)
        if state & _SELECTED:
            tint = QColor(tones.accent)
            tint.setAlpha(56 if tones.dark else 40)
            painter.fillRect(rect, tint)
        painter.setPen(QColor(tones.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if state & _FOCUSED:
            painter.setPen(QColor(tones.focus))
            painter.drawRect(rect.adjusted(0, 0, -1, -2))
        text = column.text(row)
        line = rect.adjusted(_EDGE, 0, -_EDGE, -1)
        if index.column() == 0:
            self._title(painter, line, text, row)
        elif text:
            font: QFont = option.font
            painter.setFont(font)
            painter.setPen(QColor(tones.ink if index.column() < 2 else tones.muted))
            words = option.fontMetrics.elidedText(text, _RIGHT_ELIDED, line.width())
            painter.drawText(line, _RIGHT if column.number else _LEFT, words)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Open a line, or a choice where the field declares choices."""
        field = self._model(index).columns[index.column()].field
        if field is not None and field.type == "choice":
            box = QComboBox(parent)
            box.addItems(["", *field.choices])
            box.setAccessibleName(field.label)
            return box
        line = QLineEdit(parent)
        line.setObjectName("cell-editor")
        line.setAccessibleName(field.label if field else self.tr("Title"))
        line.setFont(self._title_font if index.column() == 0 else option.font)
        line.setLayoutDirection(direction_of(str(index.data(Qt.ItemDataRole.EditRole) or "")))
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what the cell holds."""
        words = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentText(words)
        elif isinstance(editor, QLineEdit):
            editor.setText(words)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show the whole of a text that did not fit, and a date's words and why."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, ListRow):
            return False
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        font = self._title_font if index.column() == 0 else option.font
        room = option.rect.width() - 2 * _EDGE - (_GLYPH if self.mixed else 0)
        tip = "" if _elided(font, text, room) == text else text
        date = row.dates.get(self._model(index).columns[index.column()].name)
        if date is not None:
            words = f"“{date.original}”" if date.original else ""
            tip = "\n".join(part for part in (text, words, date.note) if part)
        QToolTip.showText(event.globalPos(), tip, view)
        return True

    def _title(self, painter: QPainter, line: QRect, text: str, row: ListRow) -> None:
        tones = self._theme.tones
        if self.mixed:
            painter.setPen(QColor(tones.kind(row.kind).ink))
            painter.drawText(line, _LEFT, KINDS[row.kind].glyph)
            line.setLeft(line.left() + _GLYPH)
        painter.setFont(self._title_font)
        painter.setPen(QColor(tones.ink))
        words = f"★ {text}" if row.starred else text
        shown = self._title_metrics.elidedText(words, _RIGHT_ELIDED, line.width())
        painter.drawText(line, _LEFT, shown)

    def _model(self, index: Index) -> RowsModel:
        model = index.model()
        assert isinstance(model, RowsModel)
        return model


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_RIGHT_ELIDED = Qt.TextElideMode.ElideRight
_SELECTED = QStyle.StateFlag.State_Selected.value
_FOCUSED = QStyle.StateFlag.State_HasFocus.value


def _elided(font: QFont, text: str, width: int) -> str:
    return QFontMetrics(font).elidedText(text, _RIGHT_ELIDED, width)
