"""Where the keyboard was before something popped up, so that it can go back there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from khiva_notes.gui.window_actions import trigger


class FocusReturn:
    """Remembers a widget, which may be gone by the time the keyboard is to go back to it."""

    def __init__(self) -> None:
        self._widget: QWidget | None = None

    def remember(self, widget: QWidget | None) -> None:
        """Take note of the widget that has the keyboard; None changes nothing."""
        if widget is not None:
            self._widget = widget

    def go_back(self, leaving: QWidget) -> None:
        """Give the keyboard back, to the page in sight where the widget is gone or hidden."""
        widget, self._widget = self._widget, None
        if widget is not None and isValid(widget) and widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            trigger(leaving, "focus-page")
        if leaving.hasFocus():
            leaving.clearFocus()
