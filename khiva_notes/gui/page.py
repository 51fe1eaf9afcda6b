"""A page of the window: a view of one place, of which the window shows one at a time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.model.changes import ChangeSet


class Page(QWidget):
    """Shows places of the ``views`` it names; made once for each open library.

    Subclasses fill in ``open``, ``follow`` and, where they have any, ``actions``. ``turned`` tells
    that title, status or actions have become others, as when a text has been loaded.
    """

    turned = Signal()

    views: tuple[str, ...] = ()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk

    def open(self, place: Place) -> None:
        """Show a place; called again for each new place of the page's views."""
        raise NotImplementedError

    def follow(self, change: ChangeSet) -> None:
        """Show what a step has changed, also while the page is out of sight."""

    def actions_for(self, menu: str) -> list[QAction]:
        """Return the page's own actions for a menu such as ``Card`` or ``Compare``.

        They are in the menus, and their keys work, only while the page is in sight.
        """
        return []

    def title(self) -> str:
        """Return what the page shows, in a few words, for the window's title."""
        return ""

    def status(self) -> str:
        """Return a few words for the status bar, such as how many cards are in view."""
        return ""
