"""A table of the cards of one kind, of what bears a tag, of everything, or of the trash."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from khiva_notes.gui.cards.add_to_dispute import dispute_action
from khiva_notes.gui.cards.add_to_essay import Meant, essay_action
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.dragging import begin_drag
from khiva_notes.gui.fonts import reading_font
from khiva_notes.gui.item_actions.history import history_action
from khiva_notes.gui.lists.actions import ListActions
from khiva_notes.gui.lists.arrangement import Arrangement
from khiva_notes.gui.lists.columns import first_order
from khiva_notes.gui.lists.commands import ListCommands
from khiva_notes.gui.lists.head import ListHead
from khiva_notes.gui.lists.memory import ListMemory
from khiva_notes.gui.lists.model import RowsModel
from khiva_notes.gui.lists.painter import ListPainter
from khiva_notes.gui.lists.shelf import ListShelf, Shown
from khiva_notes.gui.lists.strip import Strip
from khiva_notes.gui.lists.view import ListView
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.page import Page
from khiva_notes.model.changes import ChangeSet
from khiva_notes.model.kinds import KINDS
from khiva_notes.services.listing import EVERYTHING, TAG, TRASH, ListRow

_EMPTY_POINTS = 13.0


class ListPage(Page):
    """Lists what a place asks for; keeps selection and filter of each list for coming back."""

    views = ("list", "trash")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("list-page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shelf = ListShelf(desk, self)
        self._shown: Shown | None = None
        self._memory = ListMemory(desk.preferences)
        self._keep_later = QTimer(self)
        self._keep_later.setSingleShot(True)
        self._keep_later.setInterval(0)
        self._keep_later.timeout.connect(self._keep_layout)
        self.head = ListHead(desk.theme)
        self.strip = Strip(desk)
        self._commands = ListCommands(desk, self.strip)
        self._model = RowsModel(self._commands.edit, self)
        self.table = ListView(self._model)
        self._painter = ListPainter(desk.theme, self.table)
        self.table.setItemDelegate(self._painter)
        self._empty = QLabel()
        self._empty.setObjectName("list-empty")
        self._empty.setFont(reading_font(_EMPTY_POINTS))
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.setContentsMargins(16, 0, 0, 0)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.strip)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.table)
        self._actions = ListActions(
            self,
            {
                "open": lambda: self._commands.open(self._one()),
                "details": lambda: self._commands.details(self._one()),
                "rename": self._rename,
                "tag": lambda: self._commands.tag(self.table.selected()),
                "link": lambda: self._commands.link(self.table.selected()),
                "star": lambda: self._commands.star(self.table.selected()),
                "compare": lambda: self._commands.compare(self.table.selected()),
                "merge": lambda: self._commands.merge(self.table.selected()),
                "doubles": self._find_doubles,
                "trash": lambda: self._commands.trash(self.table.selected()),
                "restore": lambda: self._commands.restore(self.table.selected()),
                "empty": lambda: self._commands.empty_trash(self._total()),
                "filter": self._go_to_filter,
                "columns": self.table.offer_columns,
            },
            dispute_action(desk, self, self._ids),
            history_action(desk, self, lambda: next(iter(self._ids()), 0)),
        )
        self._connect()
        self._restyle()
        self._essay = essay_action(desk, self, lambda: Meant(tuple(self._ids())))

    def open(self, place: Place) -> None:
        """Show the list of a place."""
        what = TRASH if place.view == "trash" else place.kind or EVERYTHING
        self._remember()
        before = self._shown
        self._shown = self._shelf.get(what)
        if before is not self._shown:
            self.strip.close_question()
            self._show(self._shown)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, change: ChangeSet) -> None:
        """Show the rows that a step touched as they now are."""
        if self._shown is not None:
            self._shelf.follow(change, self._shown)

    def actions_for(self, menu: str) -> list[QAction]:
        """Return what can be done with the selected rows."""
        if self._shown is None:
            return []
        essay = [self._essay] if menu == "Card" and self._shown.what != TRASH else []
        return [*self._actions.for_menu(menu, self._shown.what), *essay]

    def title(self) -> str:
        """Return the list's name."""
        return self._name()[1] if self._shown else ""

    def status(self) -> str:
        """Return how many rows there are, and how many are selected."""
        if self._shown is None or not self._shown.loaded:
            return ""
        selected = len(self.table.selected())
        count = self.tr("{:,} of {:,}").format(len(self._shown.rows), self._shown.rows.total)
        return self.tr("{} · {} selected").format(count, selected) if selected > 1 else count

    def _connect(self) -> None:
        self._shelf.arrived.connect(self._arrive)
        self._shelf.touched.connect(self._touch)
        self.head.filtered.connect(self._filter)
        self.head.left.connect(self._go_to_rows)
        self.strip.closed.connect(self._go_to_rows)
        self.table.opened.connect(self._commands.open)
        self.table.thrown.connect(lambda: self._commands.trash(self.table.selected()))
        self.table.left_upwards.connect(self._go_to_filter)
        self.table.chosen.connect(self._choose)
        self.table.arranged.connect(self._keep_later.start)
        self.table.usual_wanted.connect(self._use_usual)
        self.table.carried.connect(lambda: begin_drag(self.table, self.desk, self._ids()))
        self.table.customContextMenuRequested.connect(self._offer)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._sort)
        self.desk.theme.changed.connect(self._restyle)

    def _show(self, shown: Shown) -> None:
        glyph, name = self._name()
        kind = shown.what if shown.what in KINDS else ""
        self.head.show_list(kind, glyph, name, shown.rows.query)
        self._painter.mixed = not kind
        self.table.setAccessibleName(name)
        self._model.show(shown.columns, shown.rows)
        self.table.set_columns(self._memory.get(shown.what))
        self._show_order(shown)
        self.table.select(shown.selected, shown.current)
        self._tell()

    def _show_order(self, shown: Shown) -> None:
        header = self.table.horizontalHeader()
        order = Qt.SortOrder.DescendingOrder if shown.descending else Qt.SortOrder.AscendingOrder
        blocked = header.blockSignals(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(shown.columns.index(shown.column), order)
        header.blockSignals(blocked)
        header.viewport().update()

    def _arrive(self, shown: Shown, rows: Arrangement) -> None:
        """Take rows that were read or sorted, with the filter and the selection kept."""
        if shown is self._shown:
            self._remember()
        rows.filter(shown.rows.query)
        shown.rows = rows
        if shown is self._shown:
            self._model.show(shown.columns, rows)
            self.table.select(shown.selected, shown.current)
            self._tell()

    def _touch(self, shown: Shown, rows: dict[int, ListRow], numbers: set[int]) -> None:
        if shown is self._shown and self._model.rows is shown.rows:
            self._model.update(rows, numbers)
            self._tell()
            return
        for number in numbers:
            if number in rows:
                shown.rows.put(rows[number])
            elif shown.rows.holds(number):
                shown.rows.remove(number)

    def _filter(self, query: str) -> None:
        self._remember()
        self._model.arrange(lambda rows: rows.filter(query))
        if self._shown is not None:
            self.table.select(self._shown.selected, self._shown.current)
        self._tell()

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        if self._shown is not None:
            self._remember()
            by = self._shown.columns[column]
            self._shelf.sort(self._shown, by, descending=order == Qt.SortOrder.DescendingOrder)
            self._keep_later.start()

    def _keep_layout(self) -> None:
        shown = self._shown
        if shown is not None:
            layout = replace(
                self.table.layout_now(), sort=shown.column.name, descending=shown.descending
            )
            self._memory.put(shown.what, layout)

    def _use_usual(self) -> None:
        """Arrange the columns and rows as at first."""
        shown = self._shown
        if shown is not None:
            self._memory.forget(shown.what)
            self.table.set_columns()
            name, descending = first_order(shown.what)
            column = next(column for column in shown.columns if column.name == name)
            self._shelf.sort(shown, column, descending=descending)
            self._show_order(shown)

    def _remember(self) -> None:
        if self._shown is not None and len(self._shown.rows):
            rows = self.table.selected()
            index = self.table.currentIndex()
            if rows and index.isValid():
                self._shown.selected = {row.id for row in rows}
                self._shown.current = self._shown.rows.row(index.row()).id

    def _tell(self) -> None:
        """Show the count, or why there is nothing to be seen."""
        shown = self._shown
        if shown is None:
            return
        if shown.loaded or shown.rows.total:
            self.head.show_count(len(shown.rows), shown.rows.total)
        nothing = not len(shown.rows) and shown.loaded
        if nothing:
            self._empty.setText(self._why_empty(shown))
        focused = self.table.hasFocus() or self._empty.hasFocus()
        self._stack.setCurrentWidget(self._empty if nothing else self.table)
        if focused and nothing and shown.rows.query:
            self.head.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._choose()

    def _choose(self) -> None:
        if self._shown is None:
            return
        rows = self.table.selected()
        self._actions.update(self._shown.what, rows, self._shown.rows.total)
        words = self.tr("{} selected").format(len(rows)) if len(rows) > 1 else ""
        if self._shown.what == TRASH and self._shown.rows.total and not words:
            words = self.tr("Nothing here is gone yet; emptying the trash takes it for good.")
            actions = self._actions.for_menu("Card", TRASH)[1:]
        else:
            actions = self._actions.for_strip(self._shown.what)
        self.strip.offer(words, actions if words else [])

    def _why_empty(self, shown: Shown) -> str:
        if shown.rows.query:
            return self.tr("Nothing here holds “{}”. Esc clears the filter.").format(
                shown.rows.query
            )
        if shown.what == TRASH:
            return self.tr("The trash is empty.")
        if shown.what.startswith(TAG):
            return self.tr("Nothing bears this tag. Add it to a card, or to many in a list.")
        kind = KINDS.get(shown.what)
        return kind.empty if kind else self.tr("The library is empty. Import a text with Ctrl+I.")

    def _name(self) -> tuple[str, str]:
        what = self._shown.what if self._shown else ""
        if what in KINDS:
            return KINDS[what].glyph, KINDS[what].plural
        if what.startswith(TAG):
            return "#", what.removeprefix(TAG)
        return ("⊘", self.tr("Trash")) if what == TRASH else ("", self.tr("Everything"))

    def _one(self) -> ListRow | None:
        rows = self.table.selected()
        return rows[0] if rows else None

    def _ids(self) -> list[int]:
        return [row.id for row in self.table.selected()]

    def _total(self) -> int:
        return self._shown.rows.total if self._shown else 0

    def _rename(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.setCurrentIndex(self.table.currentIndex().siblingAtColumn(0))
        self.table.edit_cell()

    def _find_doubles(self) -> None:
        if self._shown is not None:
            self.desk.navigator.go(Place("doubles", kind=self._shown.what))

    def _go_to_filter(self) -> None:
        self.head.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.head.line.selectAll()

    def _go_to_rows(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, point: QPoint) -> None:
        if self._shown is None or not self.table.indexAt(point).isValid():
            return
        menu = QMenu(self)
        menu.setObjectName("list-menu")
        menu.addActions(
            [a for a in self._actions.for_menu("context", self._shown.what) if a.isEnabled()]
        )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.table.viewport().mapToGlobal(point))

    def _restyle(self) -> None:
        tones = self.desk.theme.tones
        self.setStyleSheet(
            f"QWidget#list-page, QStackedWidget {{ background: {tones.paper}; }}"
            f"QTableView {{ background: {tones.paper}; color: {tones.ink}; border: none; "
            f"outline: none; selection-background-color: transparent; }}"
            f"QHeaderView {{ background: {tones.paper}; border: none; }}"
            f"QHeaderView::section {{ background: {tones.paper}; color: {tones.muted}; "
            f"border: none; border-bottom: 1px solid {tones.muted}; padding: 4px 8px; }}"
            f"QLabel#list-empty {{ color: {tones.muted}; background: {tones.paper}; "
            f"padding: 48px; }}"
            f"QLineEdit#cell-editor {{ background: {tones.surface}; color: {tones.ink}; "
            f"border: 1px solid {tones.focus}; padding: 0 6px; }}"
        )
