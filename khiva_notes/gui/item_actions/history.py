"""The command that shows an item's past, for every page that shows an item."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place

KEY = "Ctrl+H"


def history_action(desk: Desk, page: QWidget, item_id: Callable[[], int]) -> QAction:
    """Make the action for a page; ``item_id`` says whose past is meant, 0 for nobody's."""

    def show() -> None:
        if item_id():
            desk.navigator.go(Place("history", item_id=item_id()))

    words = QCoreApplication.translate("History", "History")
    tip = QCoreApplication.translate("History", "What was changed, when, and the way back ({})")
    action = QAction(words, page)
    action.setObjectName("show-history")
    action.setShortcut(QKeySequence(KEY))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.setToolTip(tip.format(KEY))
    action.triggered.connect(show)
    page.addAction(action)
    return action
