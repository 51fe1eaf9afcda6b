"""One voice of a dispute, to be edited beside the table."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QToolButton, QVBoxLayout, QWidget

from khiva_notes.gui.cards.date_field import DateField
from khiva_notes.gui.cards.inputs import Choice, LineInput, TextInput
from khiva_notes.gui.cards.saving import Autosave
from khiva_notes.gui.compare.card_field import CardField
from khiva_notes.gui.compare.editor import Editor
from khiva_notes.gui.compare.introduction import Introduction
from khiva_notes.gui.desk import Desk
from khiva_notes.model.disputes import Account
from khiva_notes.model.kinds.claim import HOW_KNOWN
from khiva_notes.services import disputes
from khiva_notes.services.dispute_reading import DisputeTable


class AccountEditor(Editor):
    """Who speaks, from where, how they know, when they wrote, and what they draw on."""

    def __init__(self, desk: Desk, account: Account) -> None:
        super().__init__(desk, account.dispute_id, "account-editor")
        self.account = account
        self.label = LineInput(self)
        self._label_saver = self.keep(Autosave(self.label, self._save_label))
        self.label.textEdited.connect(self._label_saver.touch)
        self.add(self.tr("Called"), self.label, "account-label")
        self.voice = self._card_field("voice", ("person", "group", "source"), makes=True)
        self.add(self.tr("Who speaks"), self.voice)
        self.source = self._card_field("source", ("source",))
        self.add(self.tr("In which source"), self.source)
        self.how_known = Choice()
        for how in HOW_KNOWN:
            self.how_known.addItem(how, how)
        self.how_known.activated.connect(self._set_how_known)
        self.add(self.tr("How they know"), self.how_known, "account-how-known")
        self.written = DateField(desk.theme, self)
        self._written_saver = self.keep(Autosave(self.written.words, self._save_written))
        self.written.edited.connect(self._written_saver.touch)
        self.add(self.tr("Written"), self.written, "account-written")
        self.place = self._card_field("place", ("place",), makes=True)
        self.add(self.tr("Written where"), self.place)
        self.introduced = Introduction(desk)
        self.introduced.chosen.connect(lambda i: self._edit(passage_id=i))
        self.introduced.opened.connect(self.opened)
        self.add(self.tr("Introduced by the words"), self.introduced, "account-introduced")
        self._bases = QWidget()
        self._bases_column = QVBoxLayout(self._bases)
        self._bases_column.setContentsMargins(4, 0, 0, 0)
        self._bases_column.setSpacing(2)
        self._bases_label = self.add(self.tr("Draws on"), self._bases, "account-bases")
        self._checks: dict[int, QCheckBox] = {}
        self.basis_sources = self._card_field("basis-sources", ("source",), many=True)
        self.column.addWidget(self.basis_sources)
        self.claims = self._card_field("claims", ("claim",), many=True)
        self.add(self.tr("Rests on the claims"), self.claims)
        self.interest = self._text("interest", self.tr("What they stood to gain"))
        self.note = self._text("note", self.tr("Note"))
        self._remove = QToolButton()
        self._remove.setObjectName("account-remove")
        self._remove.setText(self.tr("Remove the account"))
        self._remove.setToolTip(self.tr("Take the account with its cells out of the dispute"))
        self._remove.clicked.connect(self._remove_account)
        self.column.addSpacing(12)
        self.column.addWidget(self._remove, alignment=Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.setFocusProxy(self.label)

    @property
    def heading(self) -> str:
        """Whose account it is."""
        return self.tr("Account: {}").format(self.account.label)

    def begin(self) -> None:
        """Begin with the name."""
        self.label.setFocus(Qt.FocusReason.OtherFocusReason)
        self.label.selectAll()

    def refresh(self, table: DisputeTable) -> None:
        """Show the account as the library has it."""
        columns = {column.account.id: column for column in table.comparison.columns}
        self.setEnabled(self.account.id in columns)
        if self.account.id not in columns:
            return
        column = columns[self.account.id]
        self.account = account = column.account
        if not self._label_saver.dirty and self.label.text().strip() != account.label:
            self.label.setText(account.label)
        self.voice.set_cards([account.voice_id] if account.voice_id else [])
        self.place.set_cards([account.place_id] if account.place_id else [])
        self.source.set_cards([account.source_id] if account.source_id else [])
        self.how_known.setCurrentIndex(max(0, self.how_known.findData(account.how_known)))
        if not self._written_saver.dirty and self.written.date() != account.written:
            self.written.set_date(account.written)
        self.introduced.show_account(account, column.introduced)
        self._show_bases([c.account for c in table.comparison.columns if c is not column])
        self.basis_sources.set_cards(account.basis_source_ids)
        self.claims.set_cards(account.claim_ids)
        for field, words in ((self.interest, account.interest), (self.note, account.note)):
            self._show_text(field, words)

    def _card_field(
        self, name: str, kinds: tuple[str, ...], *, many: bool = False, makes: bool = False
    ) -> CardField:
        field = CardField(self.desk, kinds, many=many, makes=makes)
        field.setObjectName(f"account-{name}")
        field.setAccessibleName(name.replace("-", " "))
        field.opened.connect(self.opened)
        field.edited.connect(partial(self._set_cards, name))
        return field

    def _text(self, name: str, label: str) -> TextInput:
        field = TextInput(self)
        saver = self.keep(Autosave(field, lambda: self._save_text(name, field)))
        field.textChanged.connect(saver.touch)
        self.add(label, field, f"account-{name}")
        return field

    def _show_text(self, field: TextInput, words: str) -> None:
        saver = next(saver for saver in self._savers if saver.parent() is field)
        if not saver.dirty and field.toPlainText().strip() != words:
            blocked = field.blockSignals(True)
            field.show_text(words)
            field.blockSignals(blocked)

    def _show_bases(self, others: list[Account]) -> None:
        if set(self._checks) != {other.id for other in others}:
            for check in self._checks.values():
                self._bases_column.removeWidget(check)
                check.deleteLater()
            self._checks = {}
            for other in others:
                check = QCheckBox(other.label)
                check.setObjectName(f"basis-{other.id}")
                check.clicked.connect(self._save_bases)
                self._bases_column.addWidget(check)
                self._checks[other.id] = check
        for other in others:
            self._checks[other.id].setText(other.label)
            self._checks[other.id].setChecked(other.id in self.account.basis_account_ids)
        self._bases.setVisible(bool(others))

    def _edit(self, **columns: object) -> None:
        account_id = self.account.id
        self.desk.attempt(lambda: disputes.edit_account(self.library, account_id, **columns))

    def _save_label(self) -> None:
        label = " ".join(self.label.text().split())
        if label and label != self.account.label:
            self._edit(label=label)

    def _save_text(self, name: str, field: TextInput) -> None:
        words = field.toPlainText().strip()
        if words != getattr(self.account, name):
            self._edit(**{name: words})

    def _save_written(self) -> None:
        date, account_id = self.written.date(), self.account.id
        if date != self.account.written:
            self.desk.attempt(lambda: disputes.set_written(self.library, account_id, date))

    def _set_how_known(self, index: int) -> None:
        self._edit(how_known=self.how_known.itemData(index))

    def _set_cards(self, name: str, held: list[int]) -> None:
        if name == "claims":
            account_id = self.account.id
            self.desk.attempt(lambda: disputes.set_claims(self.library, account_id, held))
        elif name == "basis-sources":
            self._save_bases()
        else:
            self._edit(**{f"{name}_id": held[0] if held else None})

    def _save_bases(self) -> None:
        accounts = [number for number, check in self._checks.items() if check.isChecked()]
        sources, account_id = list(self.basis_sources.cards), self.account.id
        self.desk.attempt(lambda: disputes.set_bases(self.library, account_id, accounts, sources))

    def _remove_account(self) -> None:
        account_id = self.account.id
        self.done.emit()
        self.desk.attempt(lambda: disputes.remove_account(self.library, account_id))
