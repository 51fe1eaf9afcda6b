"""The window's own actions: their words, keys and menus in one table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

Keys = QKeySequence.StandardKey | str | None

MENUS = ("File", "Edit", "Card", "Compare", "View", "Go", "Help")


@dataclass(frozen=True, slots=True)
class Command:
    """One action of the window: ``keys`` lists its shortcuts, the first one shown.

    ``needs_library`` actions are grey while none is open, those that ``writes`` while the one that
    is open can only be read; an empty ``text`` is a separator.
    """

    name: str
    menu: str
    text: str
    keys: tuple[Keys, ...] = ()
    needs_library: bool = True
    writes: bool = False


SEPARATOR = ""


class Menus:
    """The menu bar, built from commands; a page's own actions come after them."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self.menus: dict[str, QMenu] = {}
        self.actions: dict[str, QAction] = {}
        self._needs_library: list[QAction] = []
        self._guests: list[tuple[QMenu, QAction]] = []

    def build(self, commands: list[Command], run: dict[str, Callable[[], object]]) -> None:
        """Make an action of each command; ``run`` says by name what it does."""
        for name in MENUS:
            menu = self._window.menuBar().addMenu(self._window.tr(name))
            menu.setObjectName(f"menu-{name.lower()}")
            menu.setToolTipsVisible(True)
            self.menus[name] = menu
        for command in commands:
            menu = self.menus[command.menu]
            if not command.text:
                menu.addSeparator()
                continue
            action = QAction(self._window.tr(command.text), self._window)
            action.setObjectName(f"action-{command.name}")
            sequences = [QKeySequence(key) for key in command.keys if key is not None]
            distinct = {one.toString(): one for one in sequences if not one.isEmpty()}
            action.setShortcuts(list(distinct.values()))
            action.triggered.connect(lambda _=False, name=command.name: run[name]())
            menu.addAction(action)
            self._window.addAction(action)
            self.actions[command.name] = action
            if command.needs_library:
                self._needs_library.append(action)

    def enable(self, library_open: bool) -> None:
        """Grey out what needs a library, or not."""
        for action in self._needs_library:
            action.setEnabled(library_open)

    def host(self, actions_for: Callable[[str], list[QAction]] | None) -> None:
        """Show the actions of the page in sight in the menus, in place of the last page's."""
        for menu, action in self._guests:
            menu.removeAction(action)
        self._guests.clear()
        if actions_for is None:
            return
        for name, menu in self.menus.items():
            actions = actions_for(name)
            if actions and menu.actions():
                line = menu.addSeparator()
                self._guests.append((menu, line))
            for action in actions:
                menu.addAction(action)
                self._guests.append((menu, action))
