"""All forms under which the card is known, each with its kind, language and attesting words."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from khiva_notes.gui.cards.inputs import LineInput
from khiva_notes.gui.cards.name_row import NameRow
from khiva_notes.gui.cards.row import RowList
from khiva_notes.gui.cards.section import Section
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import place_of_passage
from khiva_notes.model.items import Name
from khiva_notes.services import names


class NamesSection(Section):
    """One row a form, the preferred one left out because it is the title; a line adds another."""

    parts = frozenset({"names"})

    def __init__(self, desk: Desk, item_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, item_id, "Also spelt", parent)
        self.setObjectName("card-names")
        self._names: list[Name] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._rows = RowList(self)
        column.addWidget(self._rows)
        self._line = LineInput(self)
        self._line.setObjectName("add-name")
        self._line.setPlaceholderText(self.tr("Another spelling …"))
        self._line.setAccessibleName(self.tr("Add another spelling"))
        self._line.setToolTip(self.tr("Enter adds the form"))
        self._line.editingFinished.connect(self._add)
        column.addWidget(self._line)
        self.setFocusProxy(self._line)
        self.refresh()

    def refresh(self) -> None:
        """Show the forms."""
        found = self.desk.session.library.data.names.of(self.item_id)
        shown = [name for name in found if name.kind != "preferred"]
        if shown == self._names:
            return
        self._names = shown
        rows = []
        for name in shown:
            row = NameRow(name)
            row.opened.connect(partial(self._show_passage, name.passage_id))
            row.removed.connect(partial(self._remove, name.id))
            row.preferred.connect(partial(self._prefer, name.id))
            row.changed.connect(partial(self._change, name.id))
            rows.append(row)
        self._rows.replace(rows, self._line)

    def flush(self) -> None:
        """Take the form that is typed in the line."""
        self._add()

    def _add(self) -> None:
        words = self._line.text().strip()
        self._line.clear()
        if words:
            library = self.desk.session.library
            self.desk.attempt(lambda: names.add_name(library, self.item_id, words, "variant"))

    def _remove(self, name_id: int) -> None:
        self.desk.attempt(lambda: names.remove_name(self.desk.session.library, name_id))

    def _prefer(self, name_id: int) -> None:
        self.desk.attempt(lambda: names.prefer_name(self.desk.session.library, name_id))

    def _change(self, name_id: int, text: str, kind: str, language: str) -> None:
        library = self.desk.session.library
        self.desk.attempt(lambda: names.edit_name(library, name_id, text, kind, language))

    def _show_passage(self, passage_id: int | None) -> None:
        if passage_id is None:
            return
        data = self.desk.session.library.data
        passage = data.passages.get(passage_id)
        source = data.texts.info(passage.version_id).item_id
        self.opened.emit(place_of_passage(source, passage))
