"""All actions of the window as a palette and a page of keys list them: path, words and keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

Actions = Callable[[], list[tuple[str, QAction]]]
"""Gives every action with the path of the menu in which it stands."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One action: ``path`` is that of its menu, ``keys`` are as the platform writes them."""

    path: str
    words: str
    keys: tuple[str, ...]
    action: QAction

    @property
    def name(self) -> str:
        """What the action is called in code, so that it is known again another day."""
        return self.action.objectName() or f"{self.path} {self.words}"


def entry_of(path: str, action: QAction) -> Entry:
    """Return the entry of an action; a key may stand in its text, after a tab."""
    words, _, told = action.text().replace("&", "").partition("\t")
    native = [key.toString(key.SequenceFormat.NativeText) for key in action.shortcuts()]
    keys = dict.fromkeys([*([told] if told else []), *native])
    return Entry(path, words, tuple(keys), action)


def actions_of(path: str, menu: QMenu) -> Iterator[tuple[str, QAction]]:
    """Yield every action of a menu and of the menus in it, each with its path."""
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            below.aboutToShow.emit()
            yield from actions_of(f"{path} › {action.text().replace('&', '')}", below)
        elif action.text() and not action.isSeparator():
            yield path, action
