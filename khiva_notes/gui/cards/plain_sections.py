"""Fields that hold words, a figure or one of several choices."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from khiva_notes.gui.cards.direction import direction_of
from khiva_notes.gui.cards.inputs import Choice, TextInput
from khiva_notes.gui.cards.saving import Autosave
from khiva_notes.gui.cards.section import Section
from khiva_notes.gui.desk import Desk
from khiva_notes.model.items import FieldValue
from khiva_notes.model.kinds import Field
from khiva_notes.services import cards


class PlainSection(Section):
    """What all plain fields have in common: the declared field and how it is saved."""

    parts = frozenset({"items.fields"})

    def __init__(
        self, desk: Desk, item_id: int, field: Field, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, item_id, field.label, parent)
        self.declared = field
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)

    def dress(self, widget: QWidget) -> None:
        """Name the widget after the field and put it in."""
        widget.setObjectName(f"field-{self.declared.name}")
        widget.setAccessibleName(self.declared.label)
        if self.declared.hint:
            widget.setToolTip(self.declared.hint)
        self.column.addWidget(widget)
        self.setFocusProxy(widget)

    @property
    def value(self) -> str:
        """The field's value in words, empty for none."""
        return str(self.item.fields.get(self.declared.name, ""))

    def save(self, value: FieldValue | None) -> None:
        """Write the value into the library."""
        library, name = self.desk.session.library, self.declared.name
        self.desk.attempt(lambda: cards.set_field(library, self.item_id, name, value))


class TextSection(PlainSection):
    """Some words without a line break, which wrap rather than clip; Enter goes on."""

    def __init__(
        self, desk: Desk, item_id: int, field: Field, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, item_id, field, parent)
        self.field = TextInput(self, single=True)
        self.field.setPlaceholderText(field.hint)
        self.dress(self.field)
        self._saver = Autosave(self.field, self._save)
        self.refresh()
        self.field.textChanged.connect(self._saver.touch)
        self.field.entered.connect(self.focusNextChild)

    @property
    def words(self) -> str:
        """What is typed, as one line."""
        return " ".join(self.field.toPlainText().split())

    def refresh(self) -> None:
        """Show the words."""
        if not self._saver.dirty and self.words != " ".join(self.value.split()):
            blocked = self.field.blockSignals(True)
            self.field.show_text(self.value)
            self.field.blockSignals(blocked)

    def flush(self) -> None:
        """Save now."""
        self._saver.flush()

    def _save(self) -> None:
        if self.words != " ".join(self.value.split()):
            self.save(self.words)


class NumberSection(TextSection):
    """A figure; what is none stays in the field and is said to be none."""

    def __init__(
        self, desk: Desk, item_id: int, field: Field, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, item_id, field, parent)
        self._doubt = QLabel(self.tr("That is no number, so it is not saved."))
        self._doubt.setProperty("role", "danger")
        self._doubt.hide()
        self.column.addWidget(self._doubt)

    def _save(self) -> None:
        words = self.words.replace("\u2212", "-")
        number = _number(words)
        self._doubt.setVisible(bool(words) and number is None)
        if not words or number is not None:
            self.save(number)


class LongTextSection(PlainSection):
    """Several lines of words."""

    def __init__(
        self, desk: Desk, item_id: int, field: Field, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, item_id, field, parent)
        self.field = TextInput(self, least=2)
        self.field.setPlaceholderText(field.hint)
        self.dress(self.field)
        self._saver = Autosave(self.field, lambda: self.save(self.field.toPlainText().strip()))
        self.refresh()
        self.field.textChanged.connect(self._saver.touch)

    def refresh(self) -> None:
        """Show the words."""
        if not self._saver.dirty and self.field.toPlainText().strip() != self.value:
            blocked = self.field.blockSignals(True)
            self.field.show_text(self.value)
            self.field.blockSignals(blocked)

    def flush(self) -> None:
        """Save now."""
        self._saver.flush()


class ChoiceSection(PlainSection):
    """One of the declared choices, or none; a value from elsewhere is kept as one more."""

    def __init__(
        self, desk: Desk, item_id: int, field: Field, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, item_id, field, parent)
        self.field = Choice(self)
        self.field.addItem("", "")
        for choice in field.choices:
            self.field.addItem(choice, choice)
        self.dress(self.field)
        self.refresh()
        self.field.activated.connect(self._choose)

    def refresh(self) -> None:
        """Show what is chosen."""
        if self.value and self.field.findData(self.value) < 0:
            self.field.addItem(self.value, self.value)
        self.field.setCurrentIndex(max(0, self.field.findData(self.value)))
        self.field.setLayoutDirection(direction_of(self.value))

    def _choose(self, index: int) -> None:
        self.save(self.field.itemData(index))


def _number(words: str) -> int | float | None:
    try:
        return int(words)
    except ValueError:
        pass
    try:
        number = float(words.replace(",", "."))
    except ValueError:
        return None
    return number if abs(number) < 1e300 else None
