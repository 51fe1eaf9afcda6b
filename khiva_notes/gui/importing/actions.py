"""What can be done with an import and with one file of it, as buttons and as menu entries."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget


class ImportActions(QWidget):
    """A row of buttons under the list; each is an action with a key of the page's own."""

    def __init__(self, page: QWidget, run: dict[str, Callable[[], None]]) -> None:
        super().__init__(page)
        self.actions_by_name: dict[str, QAction] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for name, words, key, tip in (
            ("open", self.tr("Open"), "", self.tr("Shows the source (Enter)")),
            ("anyway", self.tr("Import Anyway"), "Alt+A",
             self.tr("Brings it in once more, as a source of its own")),
            ("version", self.tr("As a New Version of …"), "Alt+N",
             self.tr("Takes it as the corrected text of a source; its passages move over")),
            ("copy", self.tr("Copy the Report"), "Alt+C",
             self.tr("Puts the whole report on the clipboard")),
        ):  # fmt: skip
            action = QAction(words, page)
            action.setIconText(words)
            action.setObjectName(f"action-import-{name}")
            if key:
                action.setShortcut(QKeySequence(key))
                tip = f"{tip} ({key})"
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _=False, name=name: run[name]())
            page.addAction(action)
            self.actions_by_name[name] = action
            button = QToolButton()
            button.setObjectName(f"import-{name}")
            button.setDefaultAction(action)
            button.setToolTip(tip)
            button.setAccessibleName(words)
            row.addWidget(button)
        row.addStretch(1)

    def enable(self, **able: bool) -> None:
        """Grey out what has no use for the chosen file, or not."""
        for name, can in able.items():
            self.actions_by_name[name].setEnabled(can)

    def all(self) -> list[QAction]:
        """Return the actions in their order."""
        return list(self.actions_by_name.values())
