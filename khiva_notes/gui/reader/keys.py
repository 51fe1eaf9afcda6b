"""What one can do in the text, each with its key: the table that menus and bar are made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Key:
    """One action: ``bar`` is its word on the selection bar, empty for none.

    ``near`` keys work only while the text has the focus, since they are plain letters or moves.
    """

    name: str
    menu: str
    text: str
    keys: tuple[str, ...]
    tip: str = ""
    bar: str = ""
    near: bool = True


KEYS: tuple[Key, ...] = (
    Key("make-person", "Card", "Person from the Words", ("P",), "", "Person"),
    Key("make-event", "Card", "Event from the Words", ("E",), "", "Event"),
    Key("make-claim", "Card", "Claim from the Words", ("C",), "", "Claim"),
    Key("make-place", "Card", "Place from the Words", ("L",), "", "Place"),
    Key("make-group", "Card", "Group from the Words", ("G",), "", "Group"),
    Key("make-about", "Card", "Claim about the Card Used Last", ("N",)),
    Key("attach", "Card", "Attach the Words to a Card …", ("A",), "", "Attach"),
    Key("highlight", "Card", "Highlight the Words", ("H",), "", "Highlight"),
    Key(
        "copy-citation",
        "Edit",
        "Copy with Citation",
        ("Ctrl+Shift+C",),
        "Copies the words in quotation marks with their source and page",
        "Copy with citation",
    ),
)


class ReaderActions(QObject):
    """Makes an action of each key; those that are ``near`` belong to the text alone."""

    def __init__(self, text: QWidget, page: QWidget, run: dict[str, Callable[[], object]]) -> None:
        super().__init__(page)
        self.actions: dict[str, QAction] = {}
        self._menus: dict[str, list[QAction]] = {}
        for key in KEYS:
            action = QAction(self.tr(key.text), page)
            action.setObjectName(key.name)
            action.setIconText(self.tr(key.bar or key.text))
            action.setShortcuts([QKeySequence(one) for one in key.keys])
            action.setShortcutContext(
                Qt.ShortcutContext.WidgetShortcut
                if key.near
                else Qt.ShortcutContext.WidgetWithChildrenShortcut
            )
            keys = " / ".join(key.keys)
            action.setToolTip(f"{self.tr(key.tip or key.text)} ({keys})")
            action.triggered.connect(lambda _=False, name=key.name: run[name]())
            (text if key.near else page).addAction(action)
            self.actions[key.name] = action
            self._menus.setdefault(key.menu, []).append(action)

    def of_menu(self, menu: str) -> list[QAction]:
        """Return the actions that belong into a menu."""
        return list(self._menus.get(menu, ()))

    def on_bar(self) -> list[QAction]:
        """Return the actions that stand on the selection bar."""
        return [self.actions[key.name] for key in KEYS if key.bar]
