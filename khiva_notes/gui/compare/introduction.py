"""The passage in which a voice is introduced, chosen among those that the account rests on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from khiva_notes.gui.cards.row import RowList
from khiva_notes.gui.compare.quote_rows import QuoteRow
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import place_of_passage
from khiva_notes.model.comparison import Quote
from khiva_notes.model.disputes import Account
from khiva_notes.services.offers import read_offers


class Introduction(QWidget):
    """``chosen`` bears the passage's number, or None for none; ``opened`` a Place."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._account: Account | None = None
        self._quote: Quote | None = None
        self._shown = RowList(self)
        self._offers = RowList(self)
        self._choose = QToolButton()
        self._choose.setObjectName("introduction-choose")
        self._choose.setText(self.tr("+ choose"))
        self._choose.setToolTip(self.tr("Choose among the passages that the account rests on"))
        self._choose.clicked.connect(self._load)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (self._shown, self._offers):
            column.addWidget(widget)
            widget.hide()
        column.addWidget(self._choose, alignment=Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self._choose)

    def show_account(self, account: Account, quote: Quote | None) -> None:
        """Show the passage of an account."""
        self._account = account
        if quote == self._quote and self._shown.rows:
            return
        self._quote = quote
        rows = []
        if quote is not None:
            row = QuoteRow(quote, removable=True)
            row.opened.connect(partial(self._open, quote))
            row.removed.connect(lambda: self.chosen.emit(None))
            rows.append(row)
        self._shown.replace(rows, self._choose)
        self._choose.setText(self.tr("change") if rows else self.tr("+ choose"))

    def _load(self) -> None:
        account = self._account
        if account is None:
            return
        if self._offers.rows:
            self._offers.replace([], self._choose)
            return
        path = self._desk.session.path
        self._desk.session.tasks.start(
            lambda task: read_offers(path, account, task.cancelled), self._offer
        )

    def _offer(self, offered: tuple[Quote, ...]) -> None:
        rows = []
        for quote in offered:
            row = QuoteRow(quote, removable=False)
            row.opened.connect(partial(self._take, quote))
            rows.append(row)
        self._offers.replace(rows, self._choose)
        if rows:
            rows[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._desk.said.emit(self.tr("This account rests on no passage yet: add claims first."))

    def _take(self, quote: Quote) -> None:
        self._choose.setFocus(Qt.FocusReason.OtherFocusReason)
        self._offers.replace([], self._choose)
        self.chosen.emit(quote.passage.id)

    def _open(self, quote: Quote) -> None:
        if quote.source is not None:
            self.opened.emit(place_of_passage(quote.source.id, quote.passage))
