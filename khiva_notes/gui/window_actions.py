"""Running the window's own actions from a view, which does not know the window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def trigger(widget: QWidget, name: str) -> None:
    """Run the action of the command table called ``name``, if there is one and it is not grey."""
    for action in widget.window().actions():
        if action.objectName() == f"action-{name}" and action.isEnabled():
            action.trigger()
            return
