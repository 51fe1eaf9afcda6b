"""Fields into which words are typed: lines, and texts that grow with what is in them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionFrame,
    QToolTip,
    QWidget,
)

from khiva_notes.gui.cards.direction import direction_of

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEAST_CHOICE = 72
_INSET = 2
_EDGES = 8
"""Height of frame and padding before the style has told it."""


class LineInput(QLineEdit):
    """A line that runs the way its words do; Enter goes on to the next field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textChanged.connect(self._turn)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go on, unless it is held with Ctrl, which is the editor's."""
        if event.key() in _ENTER and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.returnPressed.emit()
            self.focusNextChild()
            return
        if event.key() in _ENTER:
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shorten what does not fit with an ellipsis, as long as nobody types here."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        room = (
            self.style()
            .subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
            .adjusted(_INSET, 0, -_INSET, 0)
        )
        if self.hasFocus() or self.fontMetrics().horizontalAdvance(self.text()) <= room.width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        painter.setPen(self.palette().text().color())
        words = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), words)

    def event(self, event: QEvent) -> bool:
        """Show the whole text, where it is shortened, before the tooltip's own words."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            wide = self.fontMetrics().horizontalAdvance(self.text()) > self.width() - 4 * _INSET
            words = f"{self.text()}\n{self.toolTip()}".strip() if wide else self.toolTip()
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _turn(self, text: str) -> None:
        self.setLayoutDirection(direction_of(text) if text else self.parentDirection())

    def parentDirection(self) -> Qt.LayoutDirection:
        """Return the way the form runs."""
        parent = self.parentWidget()
        return parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight


class TextInput(QPlainTextEdit):
    """A plain text as high as its lines; in a ``single`` one Enter leaves instead of breaking.

    ``entered`` is sent for Enter in a single one.
    """

    entered = Signal()
    left = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, single: bool = False, least: int = 1
    ) -> None:
        super().__init__(parent)
        self._single = single
        self._least = least
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(1)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.document().setDefaultTextOption(option)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._turn)
        self._fit()

    def show_text(self, text: str) -> None:
        """Show another text, with the caret kept as near as can be."""
        if text == self.toPlainText():
            return
        cursor = self.textCursor()
        place = min(cursor.position(), len(text))
        self.setPlainText(text)
        self._turn()
        cursor = self.textCursor()
        cursor.setPosition(place)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave a single one with Enter; Ctrl+Enter is the editor's."""
        if event.key() in _ENTER:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()
                return
            if self._single:
                self.entered.emit()
                return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the page, since all of the text is in sight."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the lines of the new width."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the height that the text needs."""
        return QSize(160, self._wanted())

    def minimumSizeHint(self) -> QSize:
        """Return the height that the text needs, at whatever width."""
        return QSize(40, self._wanted())

    def _turn(self) -> None:
        """Set the text to the side where its script begins."""
        to_left = direction_of(self.toPlainText()) == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if to_left else Qt.AlignmentFlag.AlignLeft
        option = self.document().defaultTextOption()
        if option.alignment() != side:
            option.setAlignment(side)
            self.document().setDefaultTextOption(option)

    def _wanted(self) -> int:
        lines = max(self._least, round(self.document().size().height()))
        edges = self.height() - self.viewport().height() if self.isVisible() else _EDGES
        margin = round(2 * self.document().documentMargin())
        return lines * self.fontMetrics().lineSpacing() + margin + edges

    def _fit(self) -> None:
        wanted = self._wanted()
        if wanted != self.height():
            self.setFixedHeight(wanted)


class Choice(QComboBox):
    """A choice that the wheel does not change in passing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumWidth(_LEAST_CHOICE)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the page."""
        event.ignore()
