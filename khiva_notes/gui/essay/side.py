"""Beside the writing: the source of the current part, how it is shown, and a note to self."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSplitter, QVBoxLayout, QWidget

from khiva_notes.gui.cards.inputs import Choice, TextInput
from khiva_notes.gui.cards.saving import Autosave
from khiva_notes.gui.cards.style import card_style
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.essay.source_pane import SourcePane
from khiva_notes.model.essay_text import EssayPart
from khiva_notes.model.essays import SHOWN
from khiva_notes.services import essays


class EssaySide(QWidget):
    """``opened`` bears the Place of words that were asked for; ``left`` is sent for Esc."""

    opened = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("essay-side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._part: EssayPart | None = None
        self.source = SourcePane(desk, "essay-source")
        self.source.opened.connect(self.opened)
        self._nothing = QLabel(self.tr("The source of a card, quotation or dispute stands here."))
        self._nothing.setObjectName("essay-no-source")
        self._nothing.setWordWrap(True)
        self._nothing.setMargin(16)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.way = Choice()
        self.way.setObjectName("essay-way")
        self.way.setAccessibleName(self.tr("How the part is shown"))
        self.way.setToolTip(self.tr("How the part is shown (S goes on to the next way)"))
        self.way.activated.connect(self._choose_way)
        self.locator = QLineEdit()
        self.locator.setObjectName("essay-locator")
        self.locator.setAccessibleName(self.tr("Page or other place to cite"))
        self.locator.setToolTip(self.tr("In place of what the text itself says, such as p. 107"))
        self.locator.editingFinished.connect(self._keep_locator)
        self.note = TextInput(self, least=3)
        self.note.setObjectName("essay-note")
        self.note.setAccessibleName(self.tr("Note to self on this part"))
        self.note.setPlaceholderText(self.tr("Note to self, not part of the essay"))
        self._saver = Autosave(self.note, self._keep_note)
        self.note.textChanged.connect(self._touch)
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.way, 2)
        row.addWidget(self.locator, 1)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(6)
        column.addWidget(self._row)
        column.addWidget(self.note)
        column.addStretch(1)
        above = QWidget()
        top = QVBoxLayout(above)
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self.source, 1)
        top.addWidget(self._nothing, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setObjectName("essay-side-splitter")
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(above)
        split.addWidget(below)
        split.setStretchFactor(0, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split)
        desk.theme.changed.connect(self._restyle)
        self._restyle()
        self.show_part(None)

    def show_part(self, part: EssayPart | None) -> None:
        """Show what belongs to a part."""
        if self._part is not None and (part is None or part.part.id != self._part.part.id):
            self.flush()
        other = self._part is None or part is None or part.part.id != self._part.part.id
        self._part = part
        own = part.part if part else None
        has_source = bool(part and (part.quotes or part.comparison))
        self.source.setVisible(has_source)
        self._nothing.setVisible(not has_source)
        self.source.show_part(part if has_source else None)
        ways = SHOWN[own.sort] if own else ()
        self._row.setVisible(bool(ways))
        if own is not None and ways:
            self.way.clear()
            for way in ways:
                self.way.addItem(self._named(own.sort, way), way)
            self.way.setCurrentIndex(ways.index(own.way))
        self.locator.setVisible(bool(part and part.quotes and own and own.sort != "dispute"))
        if own is not None and not self.locator.hasFocus():
            self.locator.setText(own.locator)
        self.locator.setPlaceholderText(part.locators[0] if part and part.locators else "")
        self.note.setEnabled(own is not None)
        if other or not self._saver.dirty:
            self.note.show_text(own.note if own else "")
            self._saver.drop()

    def next_way(self) -> None:
        """Show the part in the next of its ways."""
        if self._part is None or not SHOWN[self._part.part.sort]:
            return
        ways, own = SHOWN[self._part.part.sort], self._part.part
        way = ways[(ways.index(own.way) + 1) % len(ways)]
        library = self._desk.session.library
        self._desk.attempt(lambda: essays.set_shown(library, own.id, way))
        self._desk.said.emit(self.tr("Shown as {}").format(self._named(own.sort, way).lower()))

    def flush(self) -> None:
        """Save what is typed now."""
        self._saver.flush()

    def _choose_way(self, place: int) -> None:
        if self._part is not None:
            library, part_id, way = (
                self._desk.session.library,
                self._part.part.id,
                self.way.itemData(place),
            )
            self._desk.attempt(lambda: essays.set_shown(library, part_id, way))

    def _keep_locator(self) -> None:
        if self._part is not None and self.locator.text() != self._part.part.locator:
            library, part_id, words = (
                self._desk.session.library,
                self._part.part.id,
                self.locator.text(),
            )
            self._desk.attempt(lambda: essays.set_locator(library, part_id, words))

    def _touch(self) -> None:
        if self._part is not None and self.note.toPlainText() != self._part.part.note:
            self._saver.touch()

    def _keep_note(self) -> None:
        if self._part is not None:
            library, part_id, note = (
                self._desk.session.library,
                self._part.part.id,
                self.note.toPlainText().rstrip(),
            )
            self._desk.attempt(lambda: essays.set_note(library, part_id, note))

    def _named(self, sort: str, way: str) -> str:
        return {
            "quotation": self.tr("Quotation"),
            "paraphrase": self.tr("Paraphrase"),
            "both": self.tr("Both sides") if sort == "dispute" else self.tr("Both"),
            "table": self.tr("Comparison table"),
        }[way]

    def _restyle(self) -> None:
        tones = self._desk.theme.tones
        self.setStyleSheet(
            card_style(tones) + f"QWidget#essay-side {{ background: {tones.paper}; }}"
            f"QLabel#essay-no-source {{ color: {tones.muted}; }}"
        )
