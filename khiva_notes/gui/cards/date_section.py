"""A date of the card, saved while its words are typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from khiva_notes.gui.cards.date_field import DateField
from khiva_notes.gui.cards.saving import Autosave
from khiva_notes.gui.cards.section import Section
from khiva_notes.gui.desk import Desk
from khiva_notes.model.kinds import Field
from khiva_notes.services import cards
from khiva_notes.services.dating import DateContext, read_date_context


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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)
        self._saver = Autosave(self.field.words, self._save)
        self._asked = False
        self.field.words.installEventFilter(self)
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Find out what year the text speaks of as soon as somebody is about to type a date."""
        if event.type() == QEvent.Type.FocusIn and not self._asked:
            self._asked = True
            path, item_id = self.desk.session.path, self.item_id
            self.desk.session.tasks.start(
                lambda _: read_date_context(path, item_id), self._take_context
            )
        return False

    def _take_context(self, context: DateContext) -> None:
        self.field.language = context.language
        self.field.context_year = context.year
        self.field.context_date = context.date
