"""What one can do with two sources side by side, each with its key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

_SPLIT_ONLY = ("other-half", "together", "only-this")


class AbreastActions(QObject):
    """Makes the actions of the reader's page as a whole; they work wherever in it the focus is."""

    def __init__(self, page: QWidget, run: dict[str, Callable[[], object]]) -> None:
        """Let ``run`` say by name what each action does."""
        super().__init__(page)
        self._by_name: dict[str, QAction] = {}
        self._menus: dict[str, list[QAction]] = {}
        for name, menu, text, short, key in (
            ("beside", "View", self.tr("Read Beside …"), "", "Ctrl+Shift+B"),
            ("only-this", "View", self.tr("Read Only This Text"), "✕", "Ctrl+Alt+B"),
            ("together", "View", self.tr("Scroll Together"), self.tr("Together"), "Ctrl+Alt+T"),
            ("fold-cards", "View", self.tr("Cards beside the Text Folded"), "", "F8"),
            ("other-half", "Go", self.tr("The Other Text"), "", "Ctrl+Tab"),
        ):
            action = QAction(text, page)
            action.setObjectName(name)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.setIconText(short or text)
            action.setToolTip(f"{text} ({key})")
            action.setCheckable(name == "together")
            action.triggered.connect(lambda _=False, name=name: run[name]())
            page.addAction(action)
            self._by_name[name] = action
            self._menus.setdefault(menu, []).append(action)

    def show(self, *, split: bool, together: bool) -> None:
        """Grey out what needs two texts while there is one."""
        for name in _SPLIT_ONLY:
            self._by_name[name].setEnabled(split)
        self._by_name["together"].setChecked(split and together)

    def of_menu(self, menu: str) -> list[QAction]:
        """Return the actions that belong into a menu."""
        return list(self._menus.get(menu, ()))

    def on_header(self) -> list[QAction]:
        """Return the actions that have a button above each of two texts."""
        return [self._by_name["together"], self._by_name["only-this"]]
