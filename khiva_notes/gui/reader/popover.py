"""A small panel that stands beside words of the text and goes away when it is done with."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from khiva_notes.gui.reader.text_view import TextView
from khiva_notes.gui.theme import Theme

_WIDTH = 340


class Popover(QFrame):
    """Holds one widget below a position of the text; Esc or a focus elsewhere closes it.

    ``closed`` tells whether it was given up, rather than closed by what it holds.
    """

    closed = Signal(bool)

    def __init__(self, theme: Theme, text: TextView, ground: QWidget, name: str) -> None:
        super().__init__(ground)
        self.setObjectName(name)
        self._theme = theme
        self._text = text
        self._ground = ground
        self._position = 0
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(12, 12, 12, 12)
        self._inside.setSpacing(8)
        self.setFixedWidth(_WIDTH)
        text.moved.connect(self._stand)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def hold(self, position: int, *widgets: QWidget) -> None:
        """Show widgets below the line of a position, in place of those shown before."""
        self._empty()
        for widget in widgets:
            self._inside.addWidget(widget)
        self._position = position
        self.show()
        self.raise_()
        self.fit()
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def fit(self) -> None:
        """Take the height that the contents now need."""
        self._inside.activate()
        self.adjustSize()
        self._stand()

    def close_panel(self, *, given_up: bool = False) -> None:
        """Go away and give the keyboard back to the text."""
        if self.isHidden():
            return
        application = QApplication.instance()
        assert application is not None
        application.removeEventFilter(self)
        self.hide()
        self._empty()
        self._text.setFocus()
        self.closed.emit(given_up)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close when the mouse is pressed elsewhere; follow the contents' size."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            if watched.window() is self.window() and not self._has(watched):
                self.close_panel(given_up=True)
        elif event.type() == QEvent.Type.LayoutRequest and watched is self:
            self.adjustSize()
            self._stand()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel(given_up=True)
        else:
            super().keyPressEvent(event)

    def _has(self, widget: QWidget) -> bool:
        return widget is self or self.isAncestorOf(widget)

    def _stand(self) -> None:
        if self.isHidden():
            return
        line = self._text.line_rect(self._position)
        view = self._text.viewport()
        x = int(self._text.x_of(self._position)) - 12
        y = int(line.bottom()) + 4
        if y + self.height() > view.height() and line.top() - 4 - self.height() > 0:
            y = int(line.top()) - 4 - self.height()
        spot = view.mapTo(self._ground, QPoint(x, y))
        right = self._ground.width() - self.width() - 8
        bottom = self._ground.height() - self.height() - 8
        self.move(max(8, min(spot.x(), right)), max(8, min(spot.y(), bottom)))

    def _empty(self) -> None:
        while self._inside.count():
            item = self._inside.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _restyle(self) -> None:
        tones = self._theme.tones
        self.setStyleSheet(
            f"#{self.objectName()} {{ background: {tones.surface}; border: 1px solid {tones.line};"
            f" border-radius: 6px; }}"
            f"#{self.objectName()} > QLabel {{ color: {tones.ink}; }}"
            f"#{self.objectName()} > QLabel[quiet='true'] {{ color: {tones.muted}; }}"
        )
