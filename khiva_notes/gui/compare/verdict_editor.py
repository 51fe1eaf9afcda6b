"""The researcher's conclusion: which account is preferred, how surely, and why."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton

from khiva_notes.gui.cards.inputs import Choice, TextInput
from khiva_notes.gui.cards.link_highlighter import LinkHighlighter
from khiva_notes.gui.cards.saving import Autosave
from khiva_notes.gui.compare.card_field import CardField
from khiva_notes.gui.compare.editor import Editor
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.fonts import reading_font
from khiva_notes.model.disputes import CERTAINTIES, Verdict
from khiva_notes.services import disputes
from khiva_notes.services.dispute_reading import DisputeTable
from khiva_notes.services.verdicts import set_verdict_bases

_POINTS = 11.5


class VerdictEditor(Editor):
    """What is written here is the reader's alone; nothing in the program changes it."""

    def __init__(self, desk: Desk, dispute_id: int) -> None:
        super().__init__(desk, dispute_id, "verdict-editor")
        self._verdict = Verdict(dispute_id)
        self._exists = False
        self.notice = QLabel()
        self.notice.setObjectName("verdict-changed")
        self.notice.setWordWrap(True)
        self.notice.setProperty("role", "danger")
        self.notice.setContentsMargins(6, 4, 0, 4)
        self.column.addWidget(self.notice)
        self._confirm = QToolButton()
        self._confirm.setObjectName("verdict-confirm")
        self._confirm.setText(self.tr("Still holds"))
        self._confirm.setToolTip(self.tr("Confirm the verdict for the inputs as they are now"))
        self._confirm.clicked.connect(self._confirm_it)
        self.column.addWidget(self._confirm, alignment=Qt.AlignmentFlag.AlignLeft)
        self.bases = CardField(desk, ("dispute",), many=True)
        self.bases.setObjectName("verdict-bases")
        self.bases.opened.connect(self.opened)
        self.bases.edited.connect(self._set_bases)
        self.elected = Choice()
        self.elected.activated.connect(self._choose)
        self.add(self.tr("Preferred account"), self.elected, "verdict-elected")
        self.certainty = Choice()
        for certainty in CERTAINTIES:
            self.certainty.addItem(self.tr(certainty.replace("-", " ")), certainty)
        self.certainty.activated.connect(self._choose)
        self.add(self.tr("How sure"), self.certainty, "verdict-certainty")
        self.reasons = TextInput(self, least=6)
        self.reasons.setFont(reading_font(_POINTS))
        self.reasons.setPlaceholderText(self.tr("Why; Markdown, and [[key]] links to a card"))
        self._paint = LinkHighlighter(self.reasons.document(), desk.theme)
        self._saver = self.keep(Autosave(self.reasons, self._save_reasons))
        self.reasons.textChanged.connect(self._saver.touch)
        self.add(self.tr("Reasons"), self.reasons, "verdict-reasons")
        self.add(self.tr("Builds on the verdicts on"), self.bases)
        self.decided = QLabel()
        self.decided.setObjectName("verdict-decided")
        self.decided.setProperty("role", "muted")
        self.decided.setContentsMargins(6, 8, 0, 0)
        self.column.addWidget(self.decided)
        self._remove = QToolButton()
        self._remove.setObjectName("verdict-remove")
        self._remove.setText(self.tr("Remove the verdict"))
        self._remove.setToolTip(self.tr("Leave the question open again"))
        self._remove.clicked.connect(self._remove_it)
        self.column.addSpacing(8)
        self.column.addWidget(self._remove, alignment=Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.setFocusProxy(self.elected)

    @property
    def heading(self) -> str:
        """What is edited."""
        return self.tr("Verdict")

    def refresh(self, table: DisputeTable) -> None:
        """Show the verdict as the library has it."""
        comparison = table.comparison
        self._exists = comparison.verdict is not None
        self._verdict = comparison.verdict or Verdict(self.dispute_id)
        self.notice.setText(
            self.tr(
                "What this rests on has changed since it was written. Read the table again, then "
                "change the verdict or say that it still holds."
            )
        )
        self.notice.setVisible(comparison.changed)
        self._confirm.setVisible(comparison.changed)
        self.elected.clear()
        self.elected.addItem(self.tr("none"), None)
        for column in comparison.columns:
            self.elected.addItem(column.account.label, column.account.id)
        self.elected.setCurrentIndex(max(0, self.elected.findData(self._verdict.elected_id)))
        self.certainty.setCurrentIndex(self.certainty.findData(self._verdict.certainty))
        if not self._saver.dirty and self.reasons.toPlainText().strip() != self._verdict.reasons:
            blocked = self.reasons.blockSignals(True)
            self.reasons.show_text(self._verdict.reasons)
            self.reasons.blockSignals(blocked)
        bases = self.library.data.verdict_bases.of(self.dispute_id)
        self.bases.set_cards(bases)
        day = self._verdict.decided[:10]
        self.decided.setText(self.tr("Decided on {}").format(day) if day else "")
        self._remove.setVisible(self._exists)

    def _choose(self) -> None:
        self._save(
            replace(
                self._verdict,
                elected_id=self.elected.currentData(),
                certainty=self.certainty.currentData(),
            )
        )

    def _save_reasons(self) -> None:
        self._save(replace(self._verdict, reasons=self.reasons.toPlainText().strip()))

    def _save(self, verdict: Verdict) -> None:
        if verdict != self._verdict:
            self._verdict = verdict
            self.desk.attempt(lambda: disputes.set_verdict(self.library, verdict))

    def _set_bases(self, held: list[int]) -> None:
        dispute_id = self.dispute_id
        self.desk.attempt(lambda: set_verdict_bases(self.library, dispute_id, held))
        self.bases.set_cards(self.library.data.verdict_bases.of(dispute_id))

    def _confirm_it(self) -> None:
        self._saver.flush()
        self.desk.attempt(lambda: disputes.confirm_verdict(self.library, self.dispute_id))
        self.elected.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove_it(self) -> None:
        self._saver.drop()
        self.desk.attempt(lambda: disputes.remove_verdict(self.library, self.dispute_id))
        self.elected.setFocus(Qt.FocusReason.OtherFocusReason)
