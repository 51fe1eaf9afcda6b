"""Adding voices to a dispute: by a name, or by the claims in which they speak."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from khiva_notes.gui.cards.chooser import CardChooser
from khiva_notes.gui.compare.editor import Editor
from khiva_notes.gui.compare.entry_line import EntryLine
from khiva_notes.gui.desk import Desk
from khiva_notes.services import disputes
from khiva_notes.services.dispute_reading import DisputeTable


class NewAccount(Editor):
    """``added`` bears the number of the account that was made."""

    added = Signal(int)

    def __init__(self, desk: Desk, dispute_id: int) -> None:
        super().__init__(desk, dispute_id, "new-account")
        self.label = EntryLine(self)
        self.label.setPlaceholderText(self.tr("Such as “Yusupov”; Enter adds the account"))
        self.label.entered.connect(self._add_typed)
        self.add(self.tr("Whose account"), self.label, "new-account-label")
        self.claims = CardChooser(desk, ("claim",), self)
        self.claims.chosen.connect(self._add_claim)
        self.claims.cancelled.connect(self.done)
        self.add(
            self.tr("Or a claim: its speaker becomes the account, its aspect the row"),
            self.claims,
            "new-account-claim",
        )
        self.column.addStretch(1)
        self.setFocusProxy(self.label)

    @property
    def heading(self) -> str:
        """What is done here."""
        return self.tr("Add an account")

    def refresh(self, table: DisputeTable) -> None:
        """Leave out the claims that are in the dispute already."""
        columns = table.comparison.columns
        self.claims.leave_out(frozenset(i for c in columns for i in c.account.claim_ids))

    def _add_typed(self, label: str) -> None:
        made = self.desk.attempt(lambda: disputes.add_account(self.library, self.dispute_id, label))
        if made is not None:
            self.added.emit(made)

    def _add_claim(self, claim_id: int) -> None:
        self.desk.attempt(lambda: disputes.add_claims(self.library, self.dispute_id, [claim_id]))
        self.claims.set_text("")
        self.claims.setFocus(Qt.FocusReason.OtherFocusReason)
