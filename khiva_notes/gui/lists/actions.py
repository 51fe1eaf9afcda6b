"""What can be done with the selected rows of a list, as actions with their keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from khiva_notes.model.kinds import KINDS
from khiva_notes.services.listing import TRASH, ListRow


class ListActions:
    """The actions of a list page; those whose key stands after a tab act in the table alone."""

    def __init__(
        self,
        page: QWidget,
        run: dict[str, Callable[[], None]],
        dispute: QAction,
        history: QAction,
    ) -> None:
        tr = page.tr
        self._actions: dict[str, QAction] = {"dispute": dispute, "history": history}
        for name, text, key in (
            ("open", tr("Open\tEnter"), ""),
            ("details", tr("Details"), "Ctrl+Shift+I"),
            ("rename", tr("Rename\tF2"), ""),
            ("tag", tr("Tag …"), "Ctrl+T"),
            ("link", tr("Link …"), "Ctrl+Shift+L"),
            ("star", tr("Star or Unstar"), "Ctrl+D"),
            ("compare", tr("Compare Claims"), "Ctrl+Shift+D"),
            ("merge", tr("Merge into One …"), "Ctrl+M"),
            ("doubles", tr("Find Cards That May Be One"), "Ctrl+Shift+M"),
            ("trash", tr("Move to the Trash\tDelete"), ""),
            ("restore", tr("Restore"), "Ctrl+R"),
            ("empty", tr("Empty the Trash …"), ""),
            ("filter", tr("Filter the List"), "Ctrl+F"),
            ("columns", tr("Columns …"), "Ctrl+Shift+K"),
        ):
            action = QAction(text, page)
            action.setObjectName(f"list-{name}")
            if key:
                action.setShortcut(QKeySequence(key))
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _=False, name=name: run[name]())
            page.addAction(action)
            self._actions[name] = action

    def update(self, what: str, rows: list[ListRow], total: int) -> None:
        """Grey out what cannot be done with these rows."""
        in_trash = what == TRASH
        alike = len(rows) > 1 and len({row.kind for row in rows}) == 1
        claims = sum(row.kind == "claim" for row in rows)
        for name, able in (
            ("open", len(rows) == 1),
            ("details", len(rows) == 1),
            ("history", len(rows) == 1),
            ("rename", len(rows) == 1 and not in_trash),
            ("tag", bool(rows) and not in_trash),
            ("link", bool(rows) and not in_trash),
            ("star", bool(rows) and not in_trash),
            ("compare", claims >= 2 and claims == len(rows) and not in_trash),
            ("dispute", any(r.kind != "dispute" for r in rows) and not in_trash),
            ("merge", alike and KINDS[rows[0].kind].is_card and not in_trash),
            ("doubles", what in KINDS and KINDS[what].named and total > 1),
            ("trash", bool(rows) and not in_trash),
            ("restore", bool(rows) and in_trash),
            ("empty", in_trash and total > 0),
        ):
            self._actions[name].setEnabled(able)

    def for_menu(self, menu: str, what: str) -> list[QAction]:
        """Return the actions that a menu of the window, or the context menu, shows."""
        if menu == "Compare":
            return [] if what == TRASH else self._named("compare", "dispute")
        if menu == "View":
            return self._named("columns")
        if menu == "Edit":
            return self._named("filter")
        if menu not in ("Card", "context"):
            return []
        if what == TRASH:
            return self._named("open", "restore", "empty")
        names = ["open", "rename", "tag", "link", "star", "history", "merge", "trash"]
        if what == "source":
            names.insert(1, "details")
        if menu == "Card" and what in KINDS and KINDS[what].named:
            names.insert(-1, "doubles")
        if menu == "context":
            names[-1:-1] = ["compare", "dispute"]
        return self._named(*names)

    def for_strip(self, what: str) -> list[QAction]:
        """Return the actions that make sense for many rows and can be done with these."""
        names = (
            ("restore",)
            if what == TRASH
            else ("compare", "dispute", "tag", "link", "star", "merge", "trash")
        )
        return [action for action in self._named(*names) if action.isEnabled()]

    def _named(self, *names: str) -> list[QAction]:
        return [self._actions[name] for name in names]
