"""What was understood of a reference, field by field, to be put right before it is entered."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from khiva_notes.model.bibliography.csl import parts_of
from khiva_notes.model.bibliography.csl_names import names_of
from khiva_notes.model.kinds import KINDS

_NAMES = {"authors": "author", "editors": "editor"}
_PLAIN = {
    "title": "title",
    "container-title": "container-title",
    "volume": "volume",
    "issue": "issue",
    "page": "page",
    "publisher-place": "publisher-place",
    "publisher": "publisher",
}
_ORDER = (
    "authors",
    "title",
    "editors",
    "container-title",
    "volume",
    "issue",
    "page",
    "publisher-place",
    "publisher",
    "published",
)


def label_of(name: str) -> str:
    """Return a field's name as the source's own form has it."""
    if name == "title":
        return "Title"
    return next((one.label for one in KINDS["source"].fields if one.name == name), name)


class ChangeForm(QWidget):
    """Lines for the fields; ``entered`` bears the item as changed, for Enter in any of them.

    ``given_up`` is sent for Esc.
    """

    entered = Signal(object)
    given_up = Signal()

    def __init__(self, item: Mapping[str, object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reference-form")
        self._item = dict(item)
        parts = parts_of(self._item)
        held = {**parts.fields, "title": parts.title}
        if date := parts.dates.get("published"):
            held["published"] = date.edtf or date.original
        self._lines: dict[str, QLineEdit] = {}
        self._before: dict[str, str] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for row, name in enumerate(_ORDER):
            label = QLabel(label_of(name))
            label.setProperty("role", "label")
            line = QLineEdit(str(held.get(name, "")))
            line.setObjectName(f"reference-{name}")
            line.setAccessibleName(label_of(name))
            line.setCursorPosition(0)
            line.setToolTip(self.tr("Enter enters the work, Esc leaves it as it was"))
            label.setBuddy(line)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(line, row, 1)
            self._lines[name] = line
            self._before[name] = line.text()
        self.setFocusProxy(self._lines["authors"])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter with Enter, give up with Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(self.item())
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def item(self) -> dict[str, object]:
        """Return the item with what was changed in it."""
        item = dict(self._item)
        for name, line in self._lines.items():
            words = " ".join(line.text().split())
            if words == self._before[name]:
                continue
            if name in _NAMES:
                _put(item, _NAMES[name], names_of(words))
            elif name == "published":
                _put(item, "issued", {"raw": words} if words else {})
            else:
                _put(item, _PLAIN[name], words)
        return item


def _put(item: dict[str, object], name: str, value: object) -> None:
    if value:
        item[name] = value
    else:
        item.pop(name, None)
