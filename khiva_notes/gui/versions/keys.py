"""What one can do with a passage to be confirmed, each with its key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolButton, QWidget

_NEAR = ("confirm", "open", "reattach", "remove")
"""Plain keys, which work only while the list has the keyboard."""


class ReviewActions(QObject):
    """Makes an action of each deed; ``run`` says by name what it does."""

    def __init__(self, rows: QWidget, page: QWidget, run: dict[str, Callable[[], None]]) -> None:
        super().__init__(page)
        self._by_name: dict[str, QAction] = {}
        context = Qt.ShortcutContext
        for name, text, keys in (
            ("confirm", self.tr("Confirm and Go On"), ("Return", "Enter")),
            ("open", self.tr("Open in the Text"), ("O",)),
            ("reattach", self.tr("Choose Other Words …"), ("R",)),
            ("remove", self.tr("Take the Passage Away"), ("Delete",)),
            ("confirm-all", self.tr("Confirm All Shown"), ("Ctrl+Shift+Return",)),
            ("import", self.tr("Import a Corrected Text …"), ("Ctrl+Alt+I",)),
        ):
            near = name in _NEAR
            action = QAction(text, page)
            action.setObjectName(f"versions-{name}")
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.setShortcutContext(
                context.WidgetShortcut if near else context.WidgetWithChildrenShortcut
            )
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{text} ({key})")
            action.triggered.connect(lambda _=False, name=name: run[name]())
            (rows if near else page).addAction(action)
            self._by_name[name] = action

    def all(self) -> list[QAction]:
        """Return the actions in the order of a menu."""
        return list(self._by_name.values())

    def enable(self, *, any_row: bool, found: bool, some_found: bool) -> None:
        """Grey out what cannot be done: with the row in hand, and with all rows."""
        for name, able in (
            ("confirm", found),
            ("open", found),
            ("reattach", any_row),
            ("remove", any_row),
            ("confirm-all", some_found),
        ):
            self._by_name[name].setEnabled(able)

    def button(self, name: str) -> QToolButton:
        """Make a button of an action, for the mouse and the Tab key."""
        action = self._by_name[name]
        button = QToolButton()
        button.setDefaultAction(action)
        button.setObjectName(f"button-{action.objectName()}")
        button.setAccessibleName(action.text())
        button.setProperty("quiet", "true")
        return button

    @staticmethod
    def near() -> tuple[str, ...]:
        """Return the names of what is done with one passage."""
        return _NEAR
