"""What is proposed for a cell, to be weighed, changed and taken at the side of the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout

from khiva_notes.gui.cards.date_reading import read_words
from khiva_notes.gui.cards.direction import direction_of
from khiva_notes.gui.cards.row import Row, RowList
from khiva_notes.gui.compare.editor import Editor
from khiva_notes.gui.compare.entry_line import EntryLine
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.fonts import reading_font
from khiva_notes.model.conflicts import read_number
from khiva_notes.services import proposals
from khiva_notes.services.dispute_reading import DisputeTable
from khiva_notes.services.proposals import Proposal, is_open

_POINTS = 11.0


class ProposalEditor(Editor):
    """Enter in the line takes the proposal in the words typed there; Enter on a row chooses it."""

    def __init__(self, desk: Desk, chosen: Proposal, offers: Sequence[Proposal]) -> None:
        super().__init__(desk, chosen.dispute_id, "proposal-editor")
        self._chosen = chosen
        self.value = EntryLine(self)
        self.value.entered.connect(self._accept)
        self.add(
            self.tr("Take it as"),
            self.value,
            "proposal-value",
            self.tr("Enter takes the proposal in these words"),
        )
        self._why = QLabel()
        self._why.setProperty("role", "muted")
        self._words = QLabel()
        self._words.setObjectName("proposal-words")
        self._words.setFont(reading_font(_POINTS))
        self._where = QLabel()
        self._where.setProperty("role", "muted")
        for label in (self._words, self._where, self._why):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setContentsMargins(6, 6, 0, 0)
            self.column.addWidget(label)
        self._others = RowList(self)
        self._others.setObjectName("proposal-others")
        label = self.add(self.tr("Also proposed"), self._others)
        label.setVisible(len(offers) > 1)
        refuse = QToolButton()
        refuse.setObjectName("proposal-refuse")
        refuse.setText(self.tr("Refuse"))
        refuse.setToolTip(self.tr("Not propose this again (X in the table)"))
        refuse.clicked.connect(self._refuse)
        self.column.addSpacing(12)
        self.column.addWidget(refuse, alignment=Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        rows = [_OfferRow(one) for one in offers] if len(offers) > 1 else []
        for row, one in zip(rows, offers, strict=False):
            row.opened.connect(partial(self._choose, one))
        self._others.replace(rows, refuse)
        self.setFocusProxy(self.value)
        self._choose(chosen)

    @property
    def heading(self) -> str:
        """The aspect and the account."""
        return self.tr("Proposed: {} · {}").format(
            self._chosen.aspect.name, self._chosen.account.label
        )

    def begin(self) -> None:
        """Begin with the words."""
        self.value.setFocus(Qt.FocusReason.OtherFocusReason)
        self.value.selectAll()

    def refresh(self, table: DisputeTable) -> None:
        """Go away when something stands in the cell."""
        dispute = self.library.data.disputes.get(self.dispute_id)
        self.setEnabled(is_open(dispute, self._chosen.account, self._chosen.aspect))

    def _choose(self, one: Proposal) -> None:
        self._chosen = one
        self.value.setText(one.found.value)
        context = " ".join(one.found.context.split())
        self._words.setText(context)
        self._words.setLayoutDirection(direction_of(context))
        self._where.setText(one.found.citation)
        self._why.setText(one.found.why)
        self.begin()

    def _accept(self, words: str) -> None:
        wanted = _in_words(self._chosen, words)
        done = self.desk.attempt(lambda: proposals.accept(self.library, wanted))
        if done is not None:
            self.done.emit()

    def _refuse(self) -> None:
        self.desk.attempt(lambda: proposals.refuse(self.library, self._chosen))
        self.done.emit()


class _OfferRow(Row):
    """One proposal in its words."""

    def __init__(self, one: Proposal) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 3, 2, 3)
        words = QLabel(f"? {one.found.value}")
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column.addWidget(words)
        self.setAccessibleName(one.found.value)
        self.setToolTip(self.tr("Enter takes this one up to be changed"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nothing is removed from here by Delete."""
        if event.key() not in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            super().keyPressEvent(event)


def _in_words(one: Proposal, words: str) -> Proposal:
    """Return a proposal in other words, its date or figure read from them anew."""
    found = one.found
    if words == found.value:
        return one
    sort = one.aspect.value_type
    return replace(
        one,
        found=replace(
            found,
            value=words,
            date=read_words(words, found.date) if sort == "date" else found.date,
            number=read_number(words) if sort == "number" else found.number,
        ),
    )
