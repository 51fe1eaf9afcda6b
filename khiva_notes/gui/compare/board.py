"""The parts of the page and where they stand: question, table, panes, side panel, verdict."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from khiva_notes.gui.compare.balance_line import BalanceLine
from khiva_notes.gui.compare.empty import EmptyTable
from khiva_notes.gui.compare.layout import Layout
from khiva_notes.gui.compare.model import ComparisonModel, Place
from khiva_notes.gui.compare.panes import Panes
from khiva_notes.gui.compare.question import Question
from khiva_notes.gui.compare.side import WIDTH, Side
from khiva_notes.gui.compare.strip import Strip
from khiva_notes.gui.compare.table import ComparisonTable
from khiva_notes.gui.compare.trash_bar import TrashBar
from khiva_notes.gui.compare.typesetter import Typesetter
from khiva_notes.gui.compare.verdict_line import VerdictLine
from khiva_notes.gui.desk import Desk
from khiva_notes.model.conflicts import RowState
from khiva_notes.services.dispute_page import DisputePage
from khiva_notes.services.dispute_reading import DisputeTable

_SETTING = "compare-splitter"


class Board(QWidget):
    """Holds what the page shows of one dispute, and keeps the current cell while that changes."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("comparison-board")
        self._desk = desk
        self.table: DisputeTable | None = None
        self.question: Question | None = None
        self.setter = Typesetter(desk.theme, desk.preferences, self)
        self.model = ComparisonModel(self)
        self.view = ComparisonTable(self.model, self.setter)
        self.empty = EmptyTable(desk)
        self.strip = Strip(desk)
        self.trash = TrashBar(desk)
        self.balance = BalanceLine(desk)
        self.panes = Panes(desk)
        self.side = Side(desk)
        self.verdict = VerdictLine(desk)
        self._lay_out()
        self.view.turned.connect(self._turn)
        desk.theme.changed.connect(self._restyle)
        self._restyle()

    def set_question(self, question: Question | None) -> None:
        """Show another dispute's question, with nothing below it yet."""
        if self.question is not None:
            self.question.flush()
            self._left.removeWidget(self.question)
            self.question.hide()
            self.question.deleteLater()
        self.question = question
        if question is not None:
            self._left.insertWidget(self._left.indexOf(self.trash) + 1, question)
        self.show_table(None)

    def show_table(self, page: DisputePage | None, wanted: Place | None = None) -> None:
        """Show a dispute as it now is; ``wanted`` becomes the current cell."""
        table, marks = (page.table, page.marks) if page else (None, {})
        self.table = table
        current = self.view.place
        bars = self.view.horizontalScrollBar(), self.view.verticalScrollBar()
        places = [bar.value() for bar in bars]
        anew = self.model.show(table, marks)
        self.strip.show_table(table, marked=bool(marks))
        self.panes.set_accounts(table.comparison if table else None)
        self.show_emptiness()
        self.verdict.setVisible(table is not None)
        self.trash.setVisible(bool(table and table.comparison.dispute.trashed))
        self.balance.load(table.comparison.dispute.id if table else 0)
        if page is None or table is None:
            self.panes.show_row(None, 0)
            return
        if self.question is not None:
            self.question.show_table(table)
        self.verdict.show_page(page)
        if anew and current is not None:
            for bar, place in zip(bars, places, strict=True):
                bar.setValue(place)
        if not self.view.go_to(wanted or current) and not self.view.go_near(current):
            self.panes.show_row(None, 0)
        elif self.view.place is not None:
            self._turn(self.view.place)

    def show_emptiness(self) -> None:
        """Show the table, or what to do where it has no cell."""
        bare = not (self.model.rows and self.model.columns)
        focus = QApplication.focusWidget()
        was_here = focus is not None and self._stack.isAncestorOf(focus)
        self.empty.show_table(self.table)
        self._stack.setCurrentWidget(self.empty if bare else self.view)
        self.panes.setVisible(not bare)
        if was_here:
            self.focus_table()

    def arrange(self, layout: Layout) -> None:
        """Lay the table out otherwise, keeping the current cell."""
        current = self.view.place
        self.model.arrange(layout)
        self.show_emptiness()
        if not self.view.go_to(current):
            self.view.go_near(current)

    def suppose(self, left_out: frozenset[int], after: Mapping[int, RowState]) -> None:
        """Show the table as it would be without some accounts."""
        self.model.suppose(left_out, after)
        if self.view.place is not None:
            self._turn(self.view.place)

    def focus_table(self) -> None:
        """Bring the keyboard to the table, or to what there is instead."""
        if self._stack.currentWidget() is self.view:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.table is not None:
            self.empty.begin()

    def cycle(self, by: int) -> None:
        """Bring the keyboard to the next of table, panes, side panel and question."""
        bare = self._stack.currentWidget() is self.empty
        stops: list[QWidget] = [self.empty if bare else self.view]
        button = self.strip.first() if self.strip.isVisible() else None
        stops += [button] if button is not None else []
        stops += [pane.text for pane in (self.panes.first, self.panes.second) if pane.isVisible()]
        if self.side.isVisible() and self.side.editor is not None:
            stops.append(self.side.editor)
        if self.question is not None:
            stops.append(self.question.title)
        focus = QApplication.focusWidget()
        here = next(
            (i for i, s in enumerate(stops) if focus and (s is focus or s.isAncestorOf(focus))), 0
        )
        target = stops[(here + by) % len(stops)]
        if target is self.empty:
            self.empty.begin()
        else:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def save_sizes(self) -> None:
        """Keep how the room is shared."""
        self._desk.preferences.save_bytes(_SETTING, self._upright.saveState())

    def _turn(self, place: Place) -> None:
        self.model.set_current(place)
        row = next((row for row in self.model.rows if row.aspect.id == place[1]), None)
        self.panes.show_row(self.model.row_now(row) if row else None, place[0])

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self._upright = QSplitter(Qt.Orientation.Vertical)
        self._upright.setObjectName("compare-splitter")
        self._upright.setChildrenCollapsible(False)
        self._upright.setHandleWidth(1)
        self._upright.addWidget(self._stack)
        self._upright.addWidget(self.panes)
        self._upright.setStretchFactor(0, 3)
        self._upright.setStretchFactor(1, 2)
        self._stack.setMinimumHeight(120)
        self.panes.setMinimumHeight(96)
        self._upright.setSizes([340, 220])
        if not self._desk.preferences.bytes(_SETTING).isEmpty():
            self._upright.restoreState(self._desk.preferences.bytes(_SETTING))
        self._upright.splitterMoved.connect(self.save_sizes)
        left = QWidget()
        self._left = QVBoxLayout(left)
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.setSpacing(0)
        self._left.addWidget(self.trash)
        self._left.addWidget(self.balance)
        self._left.addWidget(self.strip)
        self._left.addWidget(self._upright, 1)
        self._left.addWidget(self.verdict)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setObjectName("compare-across")
        across.setChildrenCollapsible(False)
        across.setHandleWidth(1)
        across.addWidget(left)
        across.addWidget(self.side)
        across.setStretchFactor(0, 1)
        across.setStretchFactor(1, 0)
        across.setSizes([1000, WIDTH])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(across)

    def _restyle(self) -> None:
        tones = self._desk.theme.tones
        self.setStyleSheet(
            f"QWidget#comparison-board, QStackedWidget, QWidget#comparison-question "
            f"{{ background: {tones.paper}; }}"
            f"QTableView {{ background: {tones.paper}; border: none; outline: none; "
            f"border-top: 1px solid {tones.line}; }}"
            f"QHeaderView {{ background: {tones.chrome}; border: none; }}"
            f"QTableCornerButton::section {{ background: {tones.chrome}; border: none; "
            f"border-right: 1px solid {tones.line}; border-bottom: 1px solid {tones.line}; }}"
            f"QSplitter::handle {{ background: {tones.line}; }}"
        )
        self.setter.forget()
        if self.table is not None and self.question is not None:
            self.question.show_table(self.table)
        QTimer.singleShot(0, self, self.view.viewport().update)
