"""What one can do with a conflict, each with its key."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from khiva_notes.gui.conflicts.wording import tr

_KEYS = (
    ("make-dispute", "Make a Dispute", "D"),
    ("not-a-conflict", "Not a Conflict …", "N"),
    ("open-first", "Open the First Voice's Words", "Return"),
    ("open-second", "Open the Second Voice's Words", "2"),
    ("open-subject", "Open What It Is About", "O"),
    ("reopen", "Let It Be Told Again", "R"),
    ("toggle-settled", "What Was Settled", "S"),
    ("search-conflicts", "Search for Conflicts Again", "F5"),
)


class ConflictActions(QObject):
    """Actions for the menus, and for the list the same by key."""

    def __init__(self, page: QWidget, run: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(page)
        self.by_name: dict[str, QAction] = {}
        self.keys: dict[str, Callable[[], object]] = {}
        for name, text, key in _KEYS:
            action = QAction(f"{tr(text)}\t{key}", page)
            action.setObjectName(f"action-{name}")
            action.setToolTip(f"{tr(text)} ({key})")
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _=False, name=name: run[name]())
            page.addAction(action)
            self.by_name[name] = action
            self.keys[key] = action.trigger

    def update(self, *, chosen: bool, settled: bool, disputed: bool) -> None:
        """Grey out what cannot be done."""
        for name in ("make-dispute", "not-a-conflict"):
            self.by_name[name].setEnabled(chosen and not settled)
        words = tr("Open the Dispute") if disputed else tr("Make a Dispute")
        self.by_name["make-dispute"].setText(f"{words}\tD")
        self.by_name["not-a-conflict"].setEnabled(chosen and not settled and not disputed)
        self.by_name["reopen"].setEnabled(chosen and settled)
        self.by_name["open-subject"].setEnabled(chosen and not settled)
        for name in ("open-first", "open-second"):
            self.by_name[name].setEnabled(chosen)
