"""Letting a widget go that may be in the midst of its own event."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def discard(widget: QWidget) -> None:
    """Take a widget out of sight now and out of memory later, nameless meanwhile.

    Nobody who looks for the widget that takes its place finds the old one instead.
    """
    widget.hide()
    for each in (widget, *widget.findChildren(QWidget)):
        each.setObjectName("")
    widget.deleteLater()
