"""What can be done with a cell, an account or an aspect, as a menu at the pointer or the cell."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from khiva_notes.gui.compare.keys import CompareActions

_CELL = (
    "edit-cell",
    "open-source",
    "copy-cell",
    "paste",
    "more",
    "",
    "accept-proposal",
    "refuse-proposal",
    "change-proposal",
    "",
    "say-asserts",
    "say-denies",
    "say-silent",
    "say-out-of-scope",
    "say-not-read",
    "clear-cell",
)
_ACCOUNT = (
    "edit-account",
    "open-voice",
    "open-account-source",
    "",
    "pin-account",
    "hide-account",
    "column-left",
    "column-right",
    "",
    "leave-out",
    "leave-source-out",
    "put-back",
    "",
    "pin",
    "next-unread",
    "",
    "remove-account",
)
_ASPECT = (
    "edit-aspect",
    "row-up",
    "row-down",
    "hide-aspect",
    "",
    "add-aspect",
    "conflicts-only",
    "",
    "remove-aspect",
)
_SORTS = ("sort-own", "sort-time", "sort-hand", "sort-place")


class HeadMenus:
    """Builds the menus of cells and heads from the page's own actions, keys included."""

    def __init__(self, actions: CompareActions, page: QWidget) -> None:
        self._actions = actions
        self._page = page

    def pop_up(self, what: str, point: QPoint, account: str, aspect: str) -> None:
        """Show the menu of a ``cell``, an ``account`` or an ``aspect``, named as they are."""
        menu = self.build(what, account, aspect)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)

    def build(self, what: str, account: str, aspect: str) -> QMenu:
        """Return the menu; a cell's has those of its account and its aspect within."""
        menu = QMenu(self._page)
        menu.setObjectName(f"{what}-menu")
        if what == "cell":
            self._fill(menu, _CELL)
            menu.addSeparator()
            self._account(menu.addMenu(self._page.tr("Account: {}").format(_short(account))))
            self._fill(menu.addMenu(self._page.tr("Aspect: {}").format(_short(aspect))), _ASPECT)
        elif what == "account":
            self._account(menu)
        else:
            self._fill(menu, _ASPECT)
        if not self._actions.by_name["show-accounts"].isChecked():
            menu.addSeparator()
            menu.addAction(self._actions.by_name["show-accounts"])
        return menu

    def _account(self, menu: QMenu) -> None:
        self._fill(menu, _ACCOUNT)
        sorts = menu.addMenu(self._page.tr("Order the Accounts"))
        self._fill(sorts, _SORTS)

    def _fill(self, menu: QMenu, names: tuple[str, ...]) -> None:
        for name in names:
            action: QAction | None = self._actions.by_name.get(name)
            if action is not None:
                menu.addAction(action)
            else:
                menu.addSeparator()


def _short(words: str) -> str:
    words = words.replace("&", "&&")
    return words if len(words) <= 40 else f"{words[:39]}…"
