"""What one account says on one aspect, to be edited beside the table."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from khiva_notes.gui.cards.inputs import Choice, TextInput
from khiva_notes.gui.cards.row import RowList
from khiva_notes.gui.cards.saving import Autosave
from khiva_notes.gui.compare.editor import Editor
from khiva_notes.gui.compare.model import Place as CellPlace
from khiva_notes.gui.compare.quote_rows import QuoteRow
from khiva_notes.gui.compare.value_field import ValueField
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import place_of_passage
from khiva_notes.model.comparison import ComparedCell, Quote
from khiva_notes.model.disputes import STANCES, Account, Aspect, Cell
from khiva_notes.services import disputes
from khiva_notes.services.dispute_reading import DisputeTable
from khiva_notes.services.offers import read_offers

STANCE_WORDS = {
    "asserts": "asserts it",
    "denies": "denies it",
    "silent": "is silent, though it tells of this",
    "out-of-scope": "does not reach so far",
    "not-read": "is not yet read for it",
}


class CellEditor(Editor):
    """Stance, value, paraphrase and quotations; what is typed is saved at a pause."""

    def __init__(self, desk: Desk, account: Account, aspect: Aspect) -> None:
        super().__init__(desk, account.dispute_id, "cell-editor")
        self.account = account
        self.aspect = aspect
        self._cell = Cell(0, account.id, aspect.id)
        self._quotes: tuple[Quote, ...] = ()
        self._offered: tuple[Quote, ...] | None = None
        self.stance = Choice()
        for stance in STANCES:
            self.stance.addItem(self.tr(STANCE_WORDS[stance]), stance)
        self.stance.activated.connect(self._set_stance)
        self.add(self.tr("The account"), self.stance, "cell-stance")
        self.value = ValueField(desk, aspect.value_type)
        self.value.edited.connect(self._save_value)
        self.value.opened.connect(self.opened)
        self.add(self.tr("Value"), self.value)
        self.quotes = RowList(self)
        self.quotes.setObjectName("cell-quotes")
        self._quotes_label = self.add(self.tr("In its words"), self.quotes)
        self.paraphrase = TextInput(self)
        self.paraphrase.setPlaceholderText(self.tr("In your own words, if need be"))
        self._paraphrase_saver = self.keep(Autosave(self.paraphrase, self._save_paraphrase))
        self.paraphrase.textChanged.connect(self._paraphrase_saver.touch)
        self.add(self.tr("Paraphrase"), self.paraphrase, "cell-paraphrase")
        self.offers = RowList(self)
        self.offers.setObjectName("cell-offers")
        self._offers_label = self.add(self.tr("Other words of this account"), self.offers)
        self._clear = QToolButton()
        self._clear.setObjectName("cell-clear")
        self._clear.setText(self.tr("Clear the cell"))
        self._clear.setToolTip(self.tr("Empty the cell: it is then not yet read"))
        self._clear.clicked.connect(self._clear_cell)
        self.column.addSpacing(12)
        self.column.addWidget(self._clear, alignment=Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.setFocusProxy(self.value)
        self._load_offers()

    @property
    def heading(self) -> str:
        """The aspect and the account."""
        return f"{self.aspect.name} · {self.account.label}"

    @property
    def place(self) -> CellPlace:
        """Which cell is edited."""
        return self.account.id, self.aspect.id

    def begin(self) -> None:
        """Begin with the value."""
        self.value.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self.value.words.selectAll()

    def refresh(self, table: DisputeTable) -> None:
        """Show the cell as the library has it."""
        found = _compared(table, self.place)
        self.setEnabled(found is not None)
        if found is None:
            return
        self._cell = found.cell or Cell(0, self.account.id, self.aspect.id)
        self.stance.setCurrentIndex(self.stance.findData(self._cell.stance))
        self.value.show_cell(self._cell)
        paraphrase = self._cell.paraphrase
        if not self._paraphrase_saver.dirty and self.paraphrase.toPlainText() != paraphrase:
            blocked = self.paraphrase.blockSignals(True)
            self.paraphrase.show_text(paraphrase)
            self.paraphrase.blockSignals(blocked)
        self._clear.setVisible(found.cell is not None)
        if found.quotes != self._quotes or not self.quotes.rows:
            self._quotes = found.quotes
            self._show_quotes()
            self._show_offers()

    def flush(self) -> None:
        """Save now what is not saved yet."""
        self.value.flush()
        super().flush()

    def _show_quotes(self) -> None:
        rows = []
        for quote in self._quotes:
            row = QuoteRow(quote, removable=True)
            row.opened.connect(partial(self._open, quote))
            row.removed.connect(partial(self._remove, quote))
            rows.append(row)
        self.quotes.replace(rows, self.paraphrase)
        self._quotes_label.setVisible(bool(rows))

    def _show_offers(self) -> None:
        taken = {(q.passage.version_id, q.passage.start, q.passage.end) for q in self._quotes}
        rows = []
        for quote in self._offered or ():
            span = (quote.passage.version_id, quote.passage.start, quote.passage.end)
            if span not in taken:
                row = QuoteRow(quote, removable=False)
                row.opened.connect(partial(self._take, quote))
                rows.append(row)
        self.offers.replace(rows, self._clear)
        self._offers_label.setVisible(bool(rows))

    def _load_offers(self) -> None:
        path, account = self.desk.session.path, self.account
        self.desk.session.tasks.start(
            lambda task: read_offers(path, account, task.cancelled), self._take_offers
        )

    def _take_offers(self, offered: tuple[Quote, ...]) -> None:
        self._offered = offered
        self._show_offers()

    def _open(self, quote: Quote) -> None:
        if quote.source is not None:
            self.opened.emit(place_of_passage(quote.source.id, quote.passage))

    def _take(self, quote: Quote) -> None:
        ids = (*self._stored().passage_ids, quote.passage.id)
        self._save(replace(self._stored(), passage_ids=ids))

    def _remove(self, quote: Quote) -> None:
        ids = tuple(i for i in self._stored().passage_ids if i != quote.passage.id)
        self._save(replace(self._stored(), passage_ids=ids))

    def _set_stance(self, index: int) -> None:
        self.value.flush()
        stance = self.stance.itemData(index)
        self._save(replace(self._stored(), stance=stance), keep_stance=True)

    def _save_value(self, changed: Cell) -> None:
        self._save(
            replace(
                self._stored(),
                value=changed.value,
                card_id=changed.card_id,
                date=changed.date,
                number=changed.number,
            )
        )

    def _save_paraphrase(self) -> None:
        words = self.paraphrase.toPlainText().strip()
        self._save(replace(self._stored(), paraphrase=words))

    def _save(self, cell: Cell, *, keep_stance: bool = False) -> None:
        """Write the cell; whoever gives a value or words to an unread one has read it."""
        says = cell.value or cell.card_id or cell.date or cell.passage_ids
        if cell.stance == "not-read" and says and not keep_stance:
            cell = replace(cell, stance="asserts")
        if cell != self._stored():
            self._cell = cell
            self.desk.attempt(lambda: disputes.set_cell(self.library, cell))

    def _stored(self) -> Cell:
        """Return the cell as the library has it now, which the table may not show yet."""
        dispute = self.library.data.disputes.get(self.dispute_id)
        return dispute.cell(*self.place) or Cell(0, self.account.id, self.aspect.id)

    def _clear_cell(self) -> None:
        self.value.saver.drop()
        self._paraphrase_saver.drop()
        cell = self.library.data.disputes.get(self.dispute_id).cell(*self.place)
        if cell is not None:
            cell_id = cell.id
            self.desk.attempt(lambda: disputes.clear_cell(self.library, cell_id))
        self.begin()


def _compared(table: DisputeTable, place: CellPlace) -> ComparedCell | None:
    for row in table.comparison.rows:
        if row.aspect.id == place[1]:
            return next((cell for cell in row.cells if cell.account.id == place[0]), None)
    return None
