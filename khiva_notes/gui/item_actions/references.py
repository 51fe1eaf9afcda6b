"""What the pages of a source offer about the works that its text lists and cites."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place


def references_action(desk: Desk, parent: QWidget, source_id: Callable[[], int]) -> QAction:
    """Make the action for a page that shows a source; ``source_id`` says which, 0 for none."""
    action = QAction(QCoreApplication.translate("References", "Works This Text Lists"), parent)
    action.setObjectName("action-show-references")
    action.setShortcut(QKeySequence("Ctrl+Alt+R"))

    def show() -> None:
        if source_id():
            desk.navigator.go(Place("references", item_id=source_id()))

    action.triggered.connect(show)
    return action
