"""What one can do with the order of events, each with its key."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from khiva_notes.gui.order.wording import tr

_KEYS = (
    ("state-order", "State an Order …", "Ins"),
    ("accept-order", "Take the Proposal", "Y"),
    ("refuse-order", "Refuse the Proposal", "X"),
    ("withdraw-order", "Withdraw the Statement", "Del"),
    ("open-words", "Open the Words", "Return"),
    ("next-circle", "Next That Cannot All Hold", "N"),
    ("to-dispute", "Go to the Dispute", "D"),
)


class OrderActions(QObject):
    """Actions for the menus, and for the list the same by key."""

    def __init__(self, page: QWidget, run: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(page)
        self.by_name: dict[str, QAction] = {}
        self.keys: dict[str, Callable[[], object]] = {}
        for name, text, key in _KEYS:
            action = QAction(f"{tr(text)}\t{key}", page)
            action.setObjectName(f"action-{name}")
            action.setToolTip(f"{tr(text)} ({key})")
            action.triggered.connect(lambda _=False, name=name: run[name]())
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            page.addAction(action)
            self.by_name[name] = action
            self.keys[key] = action.trigger
