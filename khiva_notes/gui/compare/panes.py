"""Two reading panes under the table: the current cell's source, and another account's beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from khiva_notes.gui.cards.inputs import Choice
from khiva_notes.gui.compare.reading_pane import ReadingPane
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.theme import STATE_SIGNS, STATE_WORDS
from khiva_notes.model.comparison import ComparedCell, Comparison, Row

NEXT = 0
FREE = -1


class Panes(QWidget):
    """Follows the current cell; the second pane shows the next account that speaks.

    Instead it can stay with one account, or with the words it shows. ``opened`` bears a Place.
    """

    opened = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparison-panes")
        self._desk = desk
        self._row: Row | None = None
        self._account = 0
        self._why = QLabel()
        self._why.setObjectName("comparison-why")
        self._why.setWordWrap(True)
        self._why.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._why.setContentsMargins(16, 7, 16, 7)
        self.first = ReadingPane(desk, "pane-first")
        self.second = ReadingPane(desk, "pane-second")
        self.follow = Choice()
        self.follow.setObjectName("pane-follows")
        self.follow.setAccessibleName(self.tr("What the second pane shows"))
        self.follow.setToolTip(self.tr("What this pane shows: P keeps it with the current account"))
        self.follow.setSizeAdjustPolicy(
            Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.follow.setMinimumContentsLength(12)
        self.follow.activated.connect(self._chosen)
        self.second.head.addWidget(self.follow)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName("pane-splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        for pane in (self.first, self.second):
            self.splitter.addWidget(pane)
            pane.opened.connect(self.opened)
        self.splitter.setSizes([500, 500])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._why)
        column.addWidget(self.splitter, 1)
        desk.theme.changed.connect(self._restyle)
        self._restyle()

    def set_accounts(self, comparison: Comparison | None) -> None:
        """Offer the accounts of a dispute to stay with."""
        chosen = self.follow.currentData()
        self.follow.clear()
        self.follow.addItem(self.tr("next account"), NEXT)
        self.follow.addItem(self.tr("stays as it is"), FREE)
        for column in comparison.columns if comparison else ():
            words = self.tr("always {}").format(column.account.label)
            self.follow.addItem(words, column.account.id)
        self.follow.setCurrentIndex(max(0, self.follow.findData(chosen)))

    def pin(self, account_id: int) -> None:
        """Let the second pane stay with an account, or follow again if it does already."""
        now = self.follow.currentData()
        wanted = NEXT if now == account_id else account_id
        self.follow.setCurrentIndex(max(0, self.follow.findData(wanted)))
        self._chosen()

    def show_row(self, row: Row | None, account_id: int) -> None:
        """Show what an account says on an aspect, and beside it what another says."""
        self._row, self._account = row, account_id
        if row is None:
            self._why.setText("")
            self.first.show_cell(None)
            self.second.show_cell(None)
            return
        self._tell_why(row)
        own = next((cell for cell in row.cells if cell.account.id == account_id), None)
        self.first.show_cell(own)
        self._show_second()

    def _show_second(self) -> None:
        if self._row is None:
            return
        wanted = self.follow.currentData()
        if wanted == FREE and self.second.cell is not None:
            return
        if wanted in (NEXT, FREE, None):
            self.second.show_cell(_next_speaking(self._row, self._account))
        else:
            cells = [cell for cell in self._row.cells if cell.account.id == wanted]
            self.second.show_cell(cells[0] if cells else None)

    def _chosen(self) -> None:
        self._show_second()

    def _tell_why(self, row: Row) -> None:
        colour = QColor(self._desk.theme.tones.states[row.state]).name()
        sign, word = STATE_SIGNS[row.state], self.tr(STATE_WORDS[row.state])
        self._why.setTextFormat(Qt.TextFormat.RichText)
        self._why.setText(
            f'<span style="color:{colour}; font-weight:600;">{sign} {word}</span>'
            f"&nbsp;&nbsp;{_html(row.why)}"
        )
        self._why.setAccessibleName(f"{word}: {row.why}")

    def _restyle(self) -> None:
        tones = self._desk.theme.tones
        self.setStyleSheet(
            f"QWidget#comparison-panes {{ background: {tones.paper}; }}"
            f"QLabel#comparison-why {{ background: {tones.chrome}; color: {tones.ink}; "
            f"border-top: 1px solid {tones.line}; border-bottom: 1px solid {tones.line}; }}"
            f"QSplitter#pane-splitter::handle {{ background: {tones.line}; }}"
            f"QComboBox#pane-follows {{ color: {tones.muted}; background: transparent; "
            f"border: 1px solid transparent; border-radius: 3px; padding: 0 4px; }}"
            f"QComboBox#pane-follows:hover {{ background: {tones.chrome}; }}"
            f"QComboBox#pane-follows:focus {{ border-color: {tones.focus}; }}"
        )
        if self._row is not None:
            self._tell_why(self._row)


def _next_speaking(row: Row, account_id: int) -> ComparedCell | None:
    """Return the next account's cell that quotes something, else simply the next one."""
    ids = [cell.account.id for cell in row.cells]
    if account_id not in ids:
        return None
    here = ids.index(account_id)
    others = [*row.cells[here + 1 :], *row.cells[:here]]
    return next((cell for cell in others if cell.quotes), others[0] if others else None)


def _html(text: str) -> str:
    from html import escape

    return escape(text)
