"""What one can do in the text, each with its key: the table that menus and bar are made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


@dataclass(frozen=True, slots=True)
class Key:
    """One action: ``bar`` is its word on the selection bar, empty for none.

    ``near`` keys work only while the text has the focus, since they are plain letters or moves;
    ``own`` ones the text takes before any other shortcut of the window.
    """

    name: str
    menu: str
    text: str
    keys: tuple[str, ...]
    tip: str = ""
    bar: str = ""
    near: bool = True
    own: bool = False


KEYS: tuple[Key, ...] = (
    Key("make-person", "Card", "Person from the Words", ("P",), "", "Person"),
    Key("make-event", "Card", "Event from the Words", ("E",), "", "Event"),
    Key("make-claim", "Card", "Claim from the Words", ("C",), "", "Claim"),
    Key("make-place", "Card", "Place from the Words", ("L",), "", "Place"),
    Key("make-group", "Card", "Group from the Words", ("G",), "", "Group"),
    Key("attach", "Card", "Attach the Words to a Card …", ("A",), "", "Attach"),
    Key(
        "to-dispute",
        "Card",
        "Add the Words to a Dispute …",
        ("D",),
        "Quotes the words in a cell of a dispute, which may be made on the way",
        "Dispute",
    ),
    Key("highlight", "Card", "Highlight the Words", ("H",), "", "Highlight"),
    Key(
        "make-about",
        "Card",
        "Claim about the Card Used Last",
        ("N",),
        "Makes a claim of the words, about the card that was made or attached last",
    ),
    Key("edit-here", "Card", "Edit the Card at the Caret", ("Return",), "", own=True),
    Key("open-here", "Card", "Open the Card at the Caret", ("Ctrl+Return",), "", own=True),
    Key("remove", "Card", "Take the Words off the Card", ("Delete", "Backspace")),
    Key("end-later", "Card", "Passage Ends a Word Later", ("Alt+Shift+Right",)),
    Key("end-earlier", "Card", "Passage Ends a Word Earlier", ("Alt+Shift+Left",)),
    Key("start-later", "Card", "Passage Begins a Word Later", ("Ctrl+Alt+Shift+Right",)),
    Key("start-earlier", "Card", "Passage Begins a Word Earlier", ("Ctrl+Alt+Shift+Left",)),
    Key(
        "copy-citation",
        "Edit",
        "Copy with Citation",
        ("Ctrl+Shift+C",),
        "Copies the words in quotation marks with their source and page",
        "Copy with citation",
    ),
    Key("find", "Edit", "Find in the Text …", ("Ctrl+F",), near=False),
    Key("find-next", "Edit", "Find Next", ("F3",), near=False),
    Key("find-previous", "Edit", "Find Previous", ("Shift+F3",), near=False),
    Key("leave", "Edit", "Close the Find Bar", ("Esc",), "Closes the find bar, or selects nothing"),
    Key("to-cards", "Go", "Cards beside the Text", ("F6",)),
    Key(
        "read-to-here",
        "Go",
        "Read to Here",
        ("R",),
        "Marks the selected sentences as read, or all from the last mark to this sentence's end",
    ),
    Key(
        "unread",
        "Go",
        "Not Read from Here",
        ("Shift+R",),
        "Takes the mark off the selected sentences, or off all from this sentence on",
    ),
    Key("to-unread", "Go", "Where Reading Goes On", ("U",), "Goes to the first unread words"),
    Key("next-passage", "Go", "Next Passage", ("Alt+PgDown", "J")),
    Key("previous-passage", "Go", "Previous Passage", ("Alt+PgUp", "K")),
    Key("next-sentence", "Go", "Next Sentence", ("Alt+Down",)),
    Key("previous-sentence", "Go", "Previous Sentence", ("Alt+Up",)),
    Key("select-sentence", "Edit", "Select to the Next Sentence", ("Alt+Shift+Down",)),
    Key("select-back", "Edit", "Select to the Sentence Before", ("Alt+Shift+Up",)),
    Key("offers", "Card", "Other Places of This Name …", ("Alt+A",), near=False),
    Key(
        "suggestions",
        "Card",
        "Suggestions for This Text",
        ("F7",),
        "Names, dates, figures and quotations that could become cards",
        near=False,
    ),
    Key("accept-offers", "Card", "Accept All Other Places", ("Alt+Shift+A",), near=False),
)


_MENU = (
    tuple(key.name for key in KEYS if key.name.startswith("make-")),
    ("attach", "to-dispute", "highlight", "copy-citation"),
    ("edit-here", "open-here", "remove"),
    ("next-passage", "previous-passage", "find"),
    ("read-to-here", "unread", "to-unread"),
)


class ReaderActions(QObject):
    """Makes an action of each key; those that are ``near`` belong to the text alone."""

    def __init__(self, text: QWidget, page: QWidget, run: dict[str, Callable[[], object]]) -> None:
        """Let ``run`` say by name what each action does."""
        super().__init__(page)
        self._text = text
        self._rtl = False
        self._by_name: dict[str, QAction] = {}
        self._menus: dict[str, list[QAction]] = {}
        for key in KEYS:
            action = QAction(self.tr(key.text), page)
            action.setObjectName(key.name)
            action.setIconText(self.tr(key.bar or key.text))
            if key.own:
                action.setText(f"{self.tr(key.text)}\t{key.keys[0]}")
            else:
                action.setShortcuts([QKeySequence(one) for one in key.keys])
            action.setShortcutContext(
                Qt.ShortcutContext.WidgetShortcut
                if key.near
                else Qt.ShortcutContext.WidgetWithChildrenShortcut
            )
            action.setToolTip(f"{self.tr(key.tip or key.text)} ({' / '.join(key.keys)})")
            action.triggered.connect(lambda _=False, name=key.name: run[name]())
            (text if key.near else page).addAction(action)
            self._by_name[key.name] = action
            self._menus.setdefault(key.menu, []).append(action)

    def follow_direction(self, *, rtl: bool) -> None:
        """Let the arrows that move an edge later or earlier point where the words run."""
        if rtl == self._rtl:
            return
        self._rtl = rtl
        for edge in ("end", "start"):
            later, earlier = self._by_name[f"{edge}-later"], self._by_name[f"{edge}-earlier"]
            keys = later.shortcuts(), earlier.shortcuts()
            later.setShortcuts(keys[1])
            earlier.setShortcuts(keys[0])

    def own(self) -> dict[str, Callable[[], None]]:
        """Return what the text's own keys do, by key."""
        return {one: self._by_name[key.name].trigger for key in KEYS if key.own for one in key.keys}

    def of_menu(self, menu: str) -> list[QAction]:
        """Return the actions that belong into a menu."""
        return list(self._menus.get(menu, ()))

    def pop_up(self, point: QPoint) -> None:
        """Show what can be done with the words in hand as a menu at a point of the screen."""
        menu = QMenu(self._text)
        menu.setObjectName("reader-menu")
        menu.setToolTipsVisible(True)
        for number, names in enumerate(_MENU):
            if number:
                menu.addSeparator()
            menu.addActions([self._by_name[name] for name in names])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)

    def on_bar(self) -> list[QAction]:
        """Return the actions that stand on the selection bar."""
        return [self._by_name[key.name] for key in KEYS if key.bar]
