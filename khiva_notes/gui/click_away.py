"""Noticing that something else was clicked than what has popped up."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget


class ClickAway(QObject):
    """``away`` is sent for a press of the mouse outside all of some widgets, while it watches."""

    away = Signal()

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__(widgets[0])
        self._widgets = widgets
        self._watching = False

    def watch(self, on: bool) -> None:
        """Begin or cease to watch."""
        app = QApplication.instance()
        if app is not None and on != self._watching:
            self._watching = on
            app.installEventFilter(self) if on else app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at presses of the mouse, and let everything through."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            spot = event.globalPosition().toPoint()
            inside = any(w.rect().contains(w.mapFromGlobal(spot)) for w in self._widgets)
            if not inside:
                self.away.emit()
        return False
