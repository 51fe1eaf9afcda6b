"""A line over the table that names whatever keeps it from being plain, each with its way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from khiva_notes.gui.cards.discard import discard
from khiva_notes.gui.cards.flow import FlowBox
from khiva_notes.gui.compare.arrangement import Arrangement
from khiva_notes.gui.compare.layout import SORT_WORDS
from khiva_notes.gui.compare.what_if import Supposed
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.theme import STATE_WORDS
from khiva_notes.services.dispute_reading import DisputeTable

_LONGEST = 32


class Strip(QWidget):
    """Hidden rows and columns, the filter, the sort and the accounts left out, as buttons.

    ``arranged`` bears the arrangement that a button asks for, ``supposed`` the accounts to leave
    out, ``left`` asks for the keyboard to go back to the table.
    """

    arranged = Signal(object)
    supposed = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("comparison-strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._table: DisputeTable | None = None
        self._now = Arrangement()
        self._supposed = Supposed()
        self._box = FlowBox()
        self._buttons: list[QWidget] = []
        self._what_if = QLabel()
        self._what_if.setObjectName("what-if-words")
        self._what_if.setWordWrap(True)
        self._what_if.setTextFormat(Qt.TextFormat.PlainText)
        self._legend = QLabel(
            self.tr("Underlined words differ between accounts that go back to one text.")
        )
        self._legend.setObjectName("collation-legend")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 5)
        column.setSpacing(3)
        column.addWidget(self._box)
        row = QHBoxLayout()
        row.addWidget(self._what_if, 1)
        column.addLayout(row)
        column.addWidget(self._legend)
        desk.theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def show_table(self, table: DisputeTable | None, *, marked: bool = False) -> None:
        """Show what is out of the plain for a dispute as it now is."""
        self._table = table
        self._legend.setVisible(marked)
        self._rebuild()

    def show_arrangement(self, now: Arrangement) -> None:
        """Show how the table is laid out."""
        self._now = now
        self._rebuild()

    def show_supposed(self, now: Supposed) -> None:
        """Show who is left out, and what that changes."""
        self._supposed = now
        self._rebuild()

    def first(self) -> QWidget | None:
        """Return the first button, if there is one."""
        return self._buttons[0] if self._buttons else None

    def _rebuild(self) -> None:
        focus = QApplication.focusWidget()
        had_focus = focus is not None and focus in self._buttons
        for button in self._buttons:
            self._box.flow.removeWidget(button)
            discard(button)
        self._buttons = []
        if self._table is not None:
            self._add_left_out(self._table)
            self._add_hidden(self._table)
        now = self._now
        if now.conflicts_only:
            plain = replace(now, conflicts_only=False)
            self._add("strip-conflicts", self.tr("only conflicts"), plain)
        if now.sorted_by:
            words = self.tr("accounts {}").format(self.tr(SORT_WORDS[now.sorted_by]))
            self._add("strip-sorted", words, replace(now, sorted_by=""))
        self._box.setVisible(bool(self._buttons))
        self._box.fit()
        self._tell_what_if()
        self.setVisible(bool(self._buttons) or not self._legend.isHidden())
        if had_focus:
            first = self.first()
            if first is not None:
                first.setFocus()
            else:
                self.left.emit()

    def _add_left_out(self, table: DisputeTable) -> None:
        left_out = self._supposed.left_out
        for column in table.comparison.columns:
            account = column.account
            if account.id in left_out:
                words = self.tr("without {}").format(_short(account.label))
                tip = self.tr("Let this account count again (W)")
                act = lambda gone=account.id: self.supposed.emit(left_out - {gone})  # noqa: E731
                self._button(f"strip-without-{account.key}", words, tip, act)
        if len(left_out) > 1:
            tip = self.tr("Let every account count again (Esc)")
            self._button("strip-all-back", self.tr("all back"), tip, self._all_back)

    def _all_back(self) -> None:
        self.supposed.emit(frozenset())

    def _add_hidden(self, table: DisputeTable) -> None:
        now = self._now
        for column in table.comparison.columns:
            if column.account.key in now.hidden:
                words = self.tr("hidden: {}").format(_short(column.account.label))
                shown = replace(now, hidden=now.hidden - {column.account.key})
                self._add(f"strip-hidden-{column.account.key}", words, shown)
        for row in table.comparison.rows:
            if row.aspect.key in now.hidden_aspects:
                words = self.tr("hidden row: {}").format(_short(row.aspect.name))
                shown = replace(now, hidden_aspects=now.hidden_aspects - {row.aspect.key})
                self._add(f"strip-hidden-row-{row.aspect.key}", words, shown)

    def _add(self, name: str, words: str, wanted: Arrangement) -> None:
        tip = self.tr("Take this back")
        self._button(name, words, tip, lambda: self.arranged.emit(wanted))

    def _button(self, name: str, words: str, tip: str, act: Callable[[], object]) -> None:
        button = QToolButton(self._box)
        button.setObjectName(name)
        button.setText(f"{words}  ×")
        button.setToolTip(tip)
        button.setAccessibleName(f"{words}. {tip}")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _=False: act())
        self._box.flow.addWidget(button)
        self._buttons.append(button)
        button.show()

    def _tell_what_if(self) -> None:
        now = self._supposed
        self._what_if.setVisible(bool(now.left_out))
        if not now.left_out or self._table is None:
            return
        names = {row.aspect.id: row.aspect.name for row in self._table.comparison.rows}
        changed = [
            f"{names[aspect]} → {self.tr(STATE_WORDS[state.state])}"
            for aspect, state in now.after.items()
            if aspect in names
        ]
        words = self.tr("What if, for the moment:") + " "
        if changed:
            one = self.tr("{} row changes ({}).")
            many = one if len(changed) == 1 else self.tr("{} rows change ({}).")
            words += many.format(len(changed), "; ".join(changed))
        else:
            words += self.tr("no row changes its state.")
        if now.support is not None:
            words += " " + self.tr("The verdict: {}").format(now.support.why)
        words += " " + self.tr("Esc puts everything back.")
        self._what_if.setText(words)

    def _restyle(self) -> None:
        tones = self._desk.theme.tones
        self.setStyleSheet(
            f"QWidget#comparison-strip {{ background: {tones.chrome}; "
            f"border-top: 1px solid {tones.line}; }}"
            f"QLabel {{ color: {tones.ink}; background: transparent; }}"
            f"QLabel#collation-legend {{ color: {tones.muted}; }}"
            f"QToolButton {{ color: {tones.ink}; background: {tones.surface}; "
            f"border: 1px solid {tones.line}; border-radius: 9px; padding: 1px 8px; }}"
            f"QToolButton:hover {{ border-color: {tones.muted}; }}"
            f"QToolButton:focus {{ border-color: {tones.focus}; }}"
        )


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
