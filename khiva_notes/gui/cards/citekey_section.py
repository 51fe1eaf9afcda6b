"""The citation key of a source, in its form: given by itself, changed at will, never twice."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from khiva_notes.gui.cards.inputs import LineInput
from khiva_notes.gui.cards.section import Section
from khiva_notes.gui.desk import Desk
from khiva_notes.model.errors import UserError
from khiva_notes.services import works


class CitekeySection(Section):
    """Saves when the line is left or Enter is pressed; what is wrong with a key stands below it."""

    parts = frozenset({"works", "items.title", "items.fields"})

    def __init__(self, desk: Desk, item_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, item_id, "Citation key", parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.field = LineInput(self)
        self.field.setObjectName("field-citekey")
        self.field.setAccessibleName(self.tr("Citation key"))
        self.field.setToolTip(
            self.tr("By this a text in Markdown or LaTeX cites the source; Enter saves")
        )
        self._wrong = QLabel()
        self._wrong.setObjectName("citekey-wrong")
        self._wrong.setProperty("role", "danger")
        self._wrong.setWordWrap(True)
        self._wrong.hide()
        column.addWidget(self.field)
        column.addWidget(self._wrong)
        self.setFocusProxy(self.field)
        self.field.returnPressed.connect(self.flush)
        self.field.editingFinished.connect(self.flush)
        self.field.textEdited.connect(lambda: self._wrong.hide())
        self.refresh()

    def refresh(self) -> None:
        """Show the key, or the one it would be given; what is being typed stays."""
        if self.desk.session.library.data.items.find(self.item_id) is None:
            return
        if not self.field.isModified():
            self.field.setText(works.citekey_of(self.desk.session.library.data, self.item_id))

    def flush(self) -> None:
        """Save now; a key that is taken, or none, stays to be put right."""
        if not self.field.isModified():
            return
        library, key = self.desk.session.library, self.field.text().strip()
        self.field.setModified(False)
        if not key or key == works.citekey_of(library.data, self.item_id):
            self.refresh()
            return
        try:
            works.set_citekey(library, self.item_id, key)
        except UserError as error:
            self._wrong.setText(str(error))
            self._wrong.show()
            self.field.setModified(True)
