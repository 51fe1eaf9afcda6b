"""The card's title, set large, which wraps rather than clips."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from khiva_notes.gui.cards.inputs import TextInput
from khiva_notes.gui.cards.saving import Autosave
from khiva_notes.gui.cards.section import Section
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.fonts import reading_font
from khiva_notes.model.kinds import KINDS
from khiva_notes.services import cards


class TitleSection(Section):
    """Renames while one types; ``entered`` is sent for Enter. An empty title is never saved."""

    entered = Signal()
    parts = frozenset({"items.title"})

    def __init__(
        self, desk: Desk, item_id: int, points: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, item_id, "", parent)
        self.field = TextInput(self, single=True)
        self.field.setObjectName("card-title")
        font = reading_font(points)
        font.setBold(True)
        self.field.setFont(font)
        kind = KINDS[self.item.kind].label
        self.field.setAccessibleName(self.tr("Title of the {}").format(kind.lower()))
        self.field.setPlaceholderText(self.tr("Title"))
        self.field.setToolTip(self.tr("Enter goes back to where you came from"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)
        self._saver = Autosave(self.field, self._save)
        self.refresh()
        self.field.textChanged.connect(self._saver.touch)
        self.field.entered.connect(self.entered)
        self.field.left.connect(self._tidy)

    def select(self) -> None:
        """Put the focus here with all words selected, so that typing replaces them."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def refresh(self) -> None:
        """Show the title, unless what stands here is the same but for blanks."""
        title = self.item.title
        if not self._saver.dirty and " ".join(self.field.toPlainText().split()) != title:
            blocked = self.field.blockSignals(True)
            self.field.show_text(title)
            self.field.blockSignals(blocked)

    def flush(self) -> None:
        """Save now."""
        self._saver.flush()

    def _save(self) -> None:
        words = " ".join(self.field.toPlainText().split())
        if words and words != self.item.title:
            self.desk.attempt(lambda: cards.rename(self.desk.session.library, self.item_id, words))

    def _tidy(self) -> None:
        if self.desk.session.library.data.items.find(self.item_id) is None:
            return
        if not self.field.toPlainText().strip():
            self.desk.said.emit(self.tr("A card needs a title; the old one was kept."))
        self._saver.drop()
        self.refresh()
