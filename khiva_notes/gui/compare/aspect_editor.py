"""Rows of the comparison: naming one, and adding further ones from templates or one's own."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from khiva_notes.gui.cards.flow import FlowBox
from khiva_notes.gui.cards.inputs import Choice, LineInput
from khiva_notes.gui.cards.saving import Autosave
from khiva_notes.gui.compare.editor import Editor
from khiva_notes.gui.compare.entry_line import EntryLine
from khiva_notes.gui.desk import Desk
from khiva_notes.model.aspect_templates import Template, templates
from khiva_notes.model.disputes import VALUE_TYPES, Aspect
from khiva_notes.services import disputes
from khiva_notes.services.dispute_reading import DisputeTable

_TYPE_WORDS = {
    "text": "words",
    "person": "a person or group",
    "place": "a place",
    "date": "a date",
    "number": "a figure",
}


class AspectEditor(Editor):
    """The name of one row, and of what sort its values are."""

    def __init__(self, desk: Desk, aspect: Aspect) -> None:
        super().__init__(desk, aspect.dispute_id, "aspect-editor")
        self.aspect = aspect
        self.name = LineInput(self)
        self._saver = self.keep(Autosave(self.name, self._save))
        self.name.textEdited.connect(self._saver.touch)
        self.add(self.tr("What is compared"), self.name, "aspect-name")
        self.value_type = _type_choice()
        self.value_type.activated.connect(self._save)
        self.add(self.tr("Its values are"), self.value_type, "aspect-type")
        self._remove = QToolButton()
        self._remove.setObjectName("aspect-remove")
        self._remove.setText(self.tr("Remove the aspect"))
        self._remove.setToolTip(self.tr("Take the row with its cells out of the dispute"))
        self._remove.clicked.connect(self._remove_aspect)
        self.column.addSpacing(12)
        self.column.addWidget(self._remove, alignment=Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.setFocusProxy(self.name)

    @property
    def heading(self) -> str:
        """Which row it is."""
        return self.tr("Aspect: {}").format(self.aspect.name)

    def begin(self) -> None:
        """Begin with the name."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def refresh(self, table: DisputeTable) -> None:
        """Show the row as the library has it."""
        own = [row.aspect for row in table.comparison.rows if row.aspect.id == self.aspect.id]
        self.setEnabled(bool(own))
        if not own:
            return
        self.aspect = own[0]
        if not self._saver.dirty and " ".join(self.name.text().split()) != self.aspect.name:
            self.name.setText(self.aspect.name)
        self.value_type.setCurrentIndex(self.value_type.findData(self.aspect.value_type))

    def _save(self) -> None:
        name, value_type = " ".join(self.name.text().split()), self.value_type.currentData()
        if name and (name, value_type) != (self.aspect.name, self.aspect.value_type):
            aspect_id = self.aspect.id
            self.desk.attempt(
                lambda: disputes.edit_aspect(self.library, aspect_id, name, value_type)
            )

    def _remove_aspect(self) -> None:
        aspect_id = self.aspect.id
        self._saver.drop()
        self.done.emit()
        self.desk.attempt(lambda: disputes.remove_aspect(self.library, aspect_id))


class NewAspect(Editor):
    """Adds rows: Enter adds what is typed, a click or Space one of the usual ones."""

    def __init__(self, desk: Desk, dispute_id: int) -> None:
        super().__init__(desk, dispute_id, "new-aspect")
        self.name = EntryLine(self)
        self.name.setPlaceholderText(self.tr("Such as “On what occasion”; Enter adds it"))
        self.name.entered.connect(self._add_typed)
        self.add(self.tr("What is compared"), self.name, "new-aspect-name")
        self.value_type = _type_choice()
        self.add(self.tr("Its values are"), self.value_type, "new-aspect-type")
        self._usual = FlowBox(self)
        self._label = self.add(self.tr("Usual for such a question"), self._usual, "usual-aspects")
        self._buttons: list[QToolButton] = []
        self._shown: tuple[Template, ...] = ()
        self.column.addStretch(1)
        self.setFocusProxy(self.name)

    @property
    def heading(self) -> str:
        """What is done here."""
        return self.tr("Add an aspect")

    def refresh(self, table: DisputeTable) -> None:
        """Offer the usual rows that are not there yet."""
        there = {row.aspect.name.casefold() for row in table.comparison.rows}
        kind = str(table.comparison.dispute.fields.get("question-kind") or "")
        wanted = tuple(t for t in templates(kind) if t[0].casefold() not in there)
        if wanted == self._shown:
            return
        focused = next((i for i, b in enumerate(self._buttons) if b.hasFocus()), -1)
        for button in self._buttons:
            self._usual.flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._shown = wanted
        self._buttons = [self._button(template) for template in wanted]
        self._label.setVisible(bool(wanted))
        self._usual.fit()
        if focused >= 0:
            target = self._buttons[min(focused, len(wanted) - 1)] if wanted else self.name
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, template: Template) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"usual-{template[0].lower().replace(' ', '-')}")
        button.setText(f"+ {template[0]}")
        button.setToolTip(self.tr("Add the row “{}”").format(template[0]))
        button.clicked.connect(partial(self._add_row, *template))
        self._usual.flow.addWidget(button)
        return button

    def _add_typed(self, name: str) -> None:
        self._add_row(name, self.value_type.currentData())

    def _add_row(self, name: str, value_type: str) -> None:
        self.desk.attempt(
            lambda: disputes.add_aspect(self.library, self.dispute_id, name, value_type)
        )


def _type_choice() -> Choice:
    choice = Choice()
    for value_type in VALUE_TYPES:
        choice.addItem(choice.tr(_TYPE_WORDS[value_type]), value_type)
    return choice
