"""What one can do with an essay, each with its key: the table that the menu is made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from khiva_notes.gui.compare.keys import LINE, Key
from khiva_notes.gui.own_keys import claims

KEYS: tuple[Key, ...] = (
    Key("edit-part", "Write Here", ("Return",), "Edit the words of the current part", own=True),
    Key("add-prose", "Add Prose Below", ("Insert", "Ctrl+Return"), own=True),
    Key("add-heading", "Add a Heading", ("H",)),
    Key("add-card", "Add a Card …", ("C",), "Find a card or source by any spelling"),
    Key("add-quotation", "Add a Quotation …", ("Q",), "Find a card and quote one of its passages"),
    Key("add-dispute", "Add a Dispute …", ("D",)),
    LINE,
    Key("part-up", "Move Up", ("Alt+Up",), own=True),
    Key("part-down", "Move Down", ("Alt+Down",), own=True),
    Key("nest", "Nest", ("Tab",), "Put the part inside the one above", own=True),
    Key("outdent", "Take out of Its Section", ("Shift+Tab",), own=True),
    Key("duplicate-part", "Duplicate", ("Ctrl+D",)),
    Key("remove-part", "Remove from the Essay", ("Delete",), "The card itself stays"),
    LINE,
    Key("next-way", "Show in Another Way", ("S",), "Quotation, paraphrase, both, table"),
    Key("part-note", "Note beside the Part", ("N",)),
    Key("part-locator", "Page to Cite", ("L",)),
    Key("open-part", "Open the Card or Dispute", ("O",)),
    Key("open-part-source", "Open the Source at the Passage", ("Shift+O",)),
    LINE,
    Key("unused", "What Is Not Used Yet", ("F7",), near=False, checks=True),
    Key("export-essay", "Export the Essay …", ("F8",), "Markdown, Word, PDF ...", near=False),
    Key("check-essay", "Check an Exported Essay …", ("Shift+F8",), near=False),
    Key("essay-details", "Fields and Notes of the Essay", ("F4",), near=False),
    Key("rename-essay", "Rename the Essay", ("F2",), near=False),
    Key("essay-next-pane", "Next Pane", ("F6",), near=False),
    Key("essay-previous-pane", "Previous Pane", ("Shift+F6",), near=False),
    LINE,
    Key("trash-essay", "Move Essay to the Trash", ("Ctrl+Delete",), near=False),
)


class EssayActions(QObject):
    """Makes an action of each key; those near to the text work in each of ``near`` widgets."""

    def __init__(
        self, near: Sequence[QWidget], page: QWidget, run: dict[str, Callable[[], object]]
    ) -> None:
        """Let ``run`` say by name what each action does."""
        super().__init__(page)
        self.by_name: dict[str, QAction] = {}
        self._all: list[QAction] = []
        for key in KEYS:
            action = QAction(self.tr(key.text) if key.name else "", page)
            self._all.append(action)
            if not key.name:
                action.setSeparator(True)
                continue
            action.setObjectName(f"action-{key.name}")
            action.setCheckable(key.checks)
            if key.own:
                action.setText(f"{self.tr(key.text)}\t{key.keys[0]}")
            else:
                action.setShortcuts([QKeySequence(one) for one in key.keys])
            context = Qt.ShortcutContext
            action.setShortcutContext(
                context.WidgetShortcut if key.near else context.WidgetWithChildrenShortcut
            )
            action.setToolTip(f"{self.tr(key.tip or key.text)} ({' / '.join(key.keys)})")
            action.triggered.connect(lambda _=False, name=key.name: run[name]())
            for widget in near if key.near else (page,):
                widget.addAction(action)
            self.by_name[key.name] = action

    def of_menu(self, menu: str) -> list[QAction]:
        """Return the actions that belong into a menu."""
        return list(self._all) if menu == "Card" else []

    def own(self) -> dict[str, Callable[[], object]]:
        """Return what the views take themselves, by key."""
        return {
            QKeySequence(one).toString(): self.by_name[key.name].trigger
            for key in KEYS
            if key.own
            for one in key.keys
        }


class OwnKeys(QObject):
    """Gives some views keys that come before any shortcut of the window, Tab among them."""

    def __init__(
        self, views: Sequence[QWidget], run: dict[str, Callable[[], object]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._run = run
        for view in views:
            view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Act on a key that is in the table."""
        if claims(event, lambda key: _words(key) in self._run):
            return True
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        act = self._run.get(_words(event))
        if act is None:
            return False
        act()
        return True


def _words(event: QKeyEvent) -> str:
    if event.key() == Qt.Key.Key_Backtab:
        return "Shift+Tab"
    key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else Qt.Key(event.key())
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(modifiers.value | key.value).toString()
