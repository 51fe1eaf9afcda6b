"""What one can do with a comparison, each with its key: the table that the menus are made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Key:
    """One action: ``near`` keys work only while the table has the focus, as plain letters must.

    ``own`` ones the table takes itself, before any other shortcut of the window; ``checks`` are
    switches. An empty name is a line in the menu.
    """

    name: str
    text: str
    keys: tuple[str, ...] = ()
    tip: str = ""
    near: bool = True
    own: bool = False
    checks: bool = False


LINE = Key("", "")

KEYS: tuple[Key, ...] = (
    Key("edit-cell", "Edit Cell", ("Return",), "Edit what the account says here", own=True),
    Key("open-source", "Open Source at the Passage", ("Ctrl+Return", "O"), own=True),
    Key("clear-cell", "Clear Cell", ("Delete",), "Empty the cell: it is then not yet read"),
    Key("say-asserts", "Account Asserts", ("1",)),
    Key("say-denies", "Account Denies", ("2",)),
    Key("say-silent", "Account Is Silent", ("3",), "It tells of this, and does not mention it"),
    Key("say-out-of-scope", "Account Does Not Reach So Far", ("4",)),
    Key("say-not-read", "Account Is Not Yet Read", ("5",)),
    Key("paste", "Paste into the Cell", ("Ctrl+V",), "Quote what was copied from a text or a list"),
    Key("copy-cell", "Copy Cell with Citation", ("Ctrl+C",)),
    LINE,
    Key("accept-proposal", "Take the Proposal", ("Y",), "Write what is proposed into the cell"),
    Key("accept-row", "Take All Proposals of the Row", ("Shift+Y",)),
    Key("refuse-proposal", "Refuse the Proposal", ("X",), "It is not proposed again"),
    Key("change-proposal", "Change the Proposal First …", ("E",)),
    Key("next-proposal", "Next Proposal for the Cell", ("J",)),
    Key("next-proposed", "Next Cell with a Proposal", ("G",)),
    Key("propose-again", "Propose Again What Was Refused", ("Shift+X",)),
    LINE,
    Key("edit-question", "Edit the Question", ("F2",), near=False),
    Key("add-aspect", "Add an Aspect …", ("Insert",), "Add rows to the table", near=False),
    Key("edit-aspect", "Edit the Aspect", ("R",), "Rename the row, or change its values' sort"),
    Key("add-account", "Add an Account …", ("Ctrl+Insert",), "Add a column", near=False),
    Key("edit-account", "Edit the Account", ("A",), "Who speaks, and how they know"),
    Key("open-voice", "Open the Card of Who Speaks", ("Shift+A",)),
    Key("open-account-source", "Open the Account's Source", ("Shift+O",)),
    Key("remove-account", "Remove the Account", ("Ctrl+Shift+Delete",)),
    Key("remove-aspect", "Remove the Aspect", ("Shift+Delete",)),
    Key("unfold-verdict", "Verdict in Full", ("Shift+V",), "Its reasons, or one line again"),
    Key("edit-verdict", "Verdict …", ("V",), "Write or review the verdict"),
    LINE,
    Key("row-up", "Move Up", ("Alt+Up",)),
    Key("row-down", "Move Down", ("Alt+Down",)),
    Key("column-left", "Move to the Left", ("Alt+Shift+Left",)),
    Key("column-right", "Move to the Right", ("Alt+Shift+Right",)),
    Key("hide-account", "Hide the Account", ("H",), "The account stays in the dispute"),
    Key("hide-aspect", "Hide the Aspect", ("Ctrl+Shift+H",), "The row stays in the dispute"),
    Key("show-accounts", "Show All That Is Hidden", ("Shift+H",)),
    Key("pin-account", "Hold the Account in Sight", ("K",), "The others scroll beside it"),
    Key("transpose", "Accounts as Rows", ("T",), "Lay the table the other way", checks=True),
    Key("conflicts-only", "Only Conflicts", ("F",), "Show only rows in conflict", checks=True),
    Key("sort-next", "Order Accounts by Distance", ("D",), "By time, hearsay, place, or their own"),
    Key("sort-own", "In Their Own Order", ("6",)),
    Key("sort-time", "By Time between Event and Writing", ("7",)),
    Key("sort-hand", "By Links of Hearsay", ("8",)),
    Key("sort-place", "By Place of Writing", ("9",)),
    LINE,
    Key("leave-out", "What If without This Account", ("W",), "Leave it out for the moment"),
    Key("leave-source-out", "What If without Its Source", ("Shift+W",), "And all that rests on it"),
    Key("put-back", "Put Everything Back", ("Backspace",), "Let every account count again (Esc)"),
    LINE,
    Key("next-unread", "Next Cell Not Yet Read", ("U",)),
    Key("previous-unread", "Previous Cell Not Yet Read", ("Shift+U",)),
    Key("next-conflict", "Next Conflict", ("N",)),
    Key("previous-conflict", "Previous Conflict", ("Shift+N",)),
    Key("more", "Whole Quotations", ("M",), "Show the cell's quotations whole, or cut short"),
    Key("pin", "Keep the Second Pane with This Account", ("P",)),
    Key("next-pane", "Next Pane", ("F6",), near=False),
    Key("previous-pane", "Previous Pane", ("Shift+F6",), near=False),
    LINE,
    Key("show-order", "Order of Events", ("S",), "What the accounts put before what"),
    Key("copy-markdown", "Copy the Table as Markdown", ("Ctrl+Shift+C",), near=False),
    Key("copy-prose", "Copy the Table in Sentences", ("Ctrl+Alt+C",), near=False),
    Key("save-as", "Save the Table as …", ("Ctrl+Shift+S",), near=False),
    Key("print", "Print …", ("Ctrl+P",), near=False),
    LINE,
    Key("trash-dispute", "Move Dispute to the Trash", ("Ctrl+Delete",), near=False),
)


class CompareActions(QObject):
    """Makes an action of each key; ``of_menu`` gives them in order, with lines between."""

    def __init__(self, table: QWidget, page: QWidget, run: dict[str, Callable[[], object]]) -> None:
        """Let ``run`` say by name what each action does."""
        super().__init__(page)
        self.by_name: dict[str, QAction] = {}
        self._all: list[QAction] = []
        for key in KEYS:
            if not key.name:
                line = QAction(page)
                line.setSeparator(True)
                self._all.append(line)
                continue
            action = QAction(self.tr(key.text), page)
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
            shown = " / ".join(key.keys)
            tip = self.tr(key.tip or key.text)
            action.setToolTip(f"{tip} ({shown})" if shown else tip)
            action.triggered.connect(lambda _=False, name=key.name: run[name]())
            (table if key.near else page).addAction(action)
            self.by_name[key.name] = action
            self._all.append(action)

    def of_menu(self, menu: str) -> list[QAction]:
        """Return the actions that belong into a menu."""
        return list(self._all) if menu == "Compare" else []

    def own(self) -> dict[str, Callable[[], None]]:
        """Return what the table's own keys do, by key."""
        return {one: self.by_name[key.name].trigger for key in KEYS if key.own for one in key.keys}
