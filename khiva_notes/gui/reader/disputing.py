"""Puts the words in hand into a cell of a dispute, which may be made on the way."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from khiva_notes.gui.cards.inputs import Choice
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.reader.maker import Maker
from khiva_notes.gui.reader.popover import Popover
from khiva_notes.gui.reader.text_view import TextView
from khiva_notes.model.disputes import Dispute
from khiva_notes.services.cell_filling import quote_in_dispute
from khiva_notes.services.library import Library


class CellForm(QWidget):
    """Which dispute, which account, which row; each is chosen, or typed to be made.

    ``entered`` is sent for Enter.
    """

    entered = Signal()

    def __init__(self, library: Library, source_id: int, last: tuple[int, int]) -> None:
        """``last`` are the dispute and the aspect used before, 0 for none."""
        super().__init__()
        self._library = library
        self._source_id = source_id
        self._shown = 0
        self.setObjectName("cell-form")
        self.dispute = self._field("cell-form-dispute", self.tr("Dispute, or a new question"))
        self.account = self._field("cell-form-account", self.tr("Account, or a new name"))
        self.aspect = self._field("cell-form-aspect", self.tr("Row, or a new one"))
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Dispute"), self.dispute)
        form.addRow(self.tr("Account"), self.account)
        form.addRow(self.tr("Row"), self.aspect)
        for item in library.data.items.heads("dispute"):
            self.dispute.addItem(item.title, item.id)
        self.dispute.currentIndexChanged.connect(lambda _: self._fill(0))
        self.dispute.editTextChanged.connect(self._typed)
        place = self.dispute.findData(last[0])
        self.dispute.setCurrentIndex(place)
        self._fill(last[1] if place >= 0 else 0)
        self.setFocusProxy(self.aspect if place >= 0 else self.dispute)

    def chosen(self) -> tuple[int | str, int | str, int | str]:
        """Return dispute, account and row, each as a number or as the words of a new one."""
        return _choice(self.dispute), _choice(self.account), _choice(self.aspect)

    def begin(self) -> None:
        """Put the keyboard where the first choice is to be made."""
        proxy = self.focusProxy()
        assert isinstance(proxy, Choice)
        proxy.setFocus(Qt.FocusReason.OtherFocusReason)
        line = proxy.lineEdit()
        if line is not None:
            line.selectAll()

    def _field(self, name: str, tip: str) -> Choice:
        field = Choice()
        field.setObjectName(name)
        field.setEditable(True)
        field.setInsertPolicy(Choice.InsertPolicy.NoInsert)
        field.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMinimumContentsLength(16)
        line = field.lineEdit()
        assert line is not None
        line.returnPressed.connect(self.entered)
        field.setToolTip(tip)
        field.setAccessibleName(tip)
        return field

    def _typed(self, words: str) -> None:
        """Offer the accounts and rows of the question that is typed, none for a new one."""
        chosen = _choice(self.dispute)
        if chosen != self._shown and (isinstance(chosen, int) or self._shown):
            self._fill(0)

    def _fill(self, aspect: int) -> None:
        chosen = _choice(self.dispute)
        self._shown = chosen if isinstance(chosen, int) else 0
        data = self._library.data
        self._show(data.disputes.get(self._shown) if self._shown else Dispute(0), aspect)

    def _show(self, dispute: Dispute, aspect: int) -> None:
        """Offer a dispute's accounts, this text's own first, and its rows, the next one to fill."""
        self.account.clear()
        for account in dispute.accounts:
            self.account.addItem(account.label, account.id)
        own = [each.id for each in dispute.accounts if each.source_id == self._source_id]
        if own:
            self.account.setCurrentIndex(self.account.findData(own[0]))
        else:
            self.account.setCurrentIndex(-1)
            self.account.setEditText(self._library.data.items.get(self._source_id).title)
        self.aspect.clear()
        for row in dispute.aspects:
            self.aspect.addItem(row.name, row.id)
        filled = {cell.aspect_id for cell in dispute.cells if own and cell.account_id == own[0]}
        rows = [row.id for row in dispute.aspects]
        free = next((row for row in rows if row not in filled), 0)
        if rows:
            self.aspect.setCurrentIndex(max(0, self.aspect.findData(aspect or free)))
        else:
            self.aspect.setEditText(self.tr("What"))


class Disputing(QObject):
    """Asks in a panel at the words; Enter puts them into the cell, Esc leaves all as it was."""

    def __init__(self, desk: Desk, text: TextView, maker: Maker, ground: QWidget) -> None:
        super().__init__(ground)
        self._desk = desk
        self._text = text
        self._maker = maker
        self._span = (0, 0)
        self._last = (0, 0)
        self._form: CellForm | None = None
        self._panel = Popover(desk.theme, text, ground, "dispute-panel")
        self._panel.setAccessibleName(self.tr("Add the words to a dispute"))

    def begin(self) -> None:
        """Ask which cell the words in hand belong to."""
        contents = self._maker.contents
        if contents is None:
            return
        start, end = self._maker.span("claim")
        if start >= end:
            self._desk.said.emit(self.tr("Put the caret on some words first, or select them."))
            return
        self._span = (start, end)
        self._text.goto(contents.offsets.to_qt(start), contents.offsets.to_qt(end))
        self._form = CellForm(self._desk.session.library, contents.source.id, self._last)
        self._form.entered.connect(self._enter)
        hint = QLabel(self.tr("Enter quotes the words there; a name that is new is made"))
        hint.setProperty("quiet", "true")
        hint.setWordWrap(True)
        self._panel.hold(contents.offsets.to_qt(start), self._form, hint)
        self._form.begin()

    def _enter(self) -> None:
        contents, form = self._maker.contents, self._form
        if contents is None or form is None:
            return
        library, version, span = self._desk.session.library, contents.version_id, self._span
        dispute, account, aspect = form.chosen()
        made = self._desk.attempt(
            lambda: quote_in_dispute(library, version, span, dispute, account, aspect)
        )
        if made is None:
            return
        self._form = None
        self._panel.close_panel()
        rows = [row.id for row in library.data.disputes.get(made[0]).aspects]
        after = rows.index(made[2]) + 1
        self._last = made[0], rows[after] if after < len(rows) else 0
        title = library.data.items.get(made[0]).title
        self._desk.said.emit(self.tr("Quoted in “{}”").format(title))

    def show_last(self) -> None:
        """Turn to the dispute that words were put into last."""
        if self._last[0]:
            self._desk.navigator.go(Place("dispute", self._last[0]))


def _choice(field: Choice) -> int | str:
    """Return the number of what is shown if it is one of those offered, else the words typed."""
    words = " ".join(field.currentText().split())
    place = field.findText(words, Qt.MatchFlag.MatchFixedString)
    current = field.currentIndex()
    if current >= 0 and " ".join(field.itemText(current).split()) == words:
        place = current
    return int(field.itemData(place)) if place >= 0 else words
