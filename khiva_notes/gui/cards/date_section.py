"""A date of the card, saved while its words are typed."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from khiva_notes.gui.cards.date_field import DateField
from khiva_notes.gui.cards.saving import Autosave
from khiva_notes.gui.cards.section import Section
from khiva_notes.gui.desk import Desk
from khiva_notes.model.kinds import Field
from khiva_notes.services import cards


class DateSection(Section):
    """One date field that the kind declares."""

    parts = frozenset({"dates"})

    def __init__(
        self, desk: Desk, item_id: int, field: Field, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, item_id, field.label, parent)
        self.declared = field
        self.setObjectName(f"field-{field.name}")
        self.field = DateField(desk.theme, self)
        self.field.language = self._language()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)
        self._saver = Autosave(self.field.words, self._save)
        self.refresh()
        self.field.edited.connect(self._saver.touch)

    def refresh(self) -> None:
        """Show the date."""
        date = self.desk.session.library.data.dates.of(self.item_id).get(self.declared.name)
        if not self._saver.dirty and date != self.field.date():
            self.field.set_date(date)

    def flush(self) -> None:
        """Save now."""
        self._saver.flush()

    def _save(self) -> None:
        library, name, date = self.desk.session.library, self.declared.name, self.field.date()
        self.desk.attempt(lambda: cards.set_date(library, self.item_id, name, date))

    def _language(self) -> str:
        data = self.desk.session.library.data
        passages = data.passages.of(self.item_id)
        return data.texts.info(passages[0].version_id).language if passages else ""
