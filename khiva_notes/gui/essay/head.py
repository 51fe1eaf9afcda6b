"""Above the writing: the essay's title, and how long it is and is to be."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from khiva_notes.gui.cards.inputs import LineInput
from khiva_notes.gui.cards.saving import Autosave
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.fonts import reading_font
from khiva_notes.model.items import Item
from khiva_notes.services import cards


class EssayHead(QWidget):
    """The title is typed where it stands."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("essay-head")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._essay: Item | None = None
        self.title = LineInput(self)
        self.title.setObjectName("essay-title")
        self.title.setAccessibleName(self.tr("Title of the essay"))
        self.title.setPlaceholderText(self.tr("Title"))
        self._saver = Autosave(self.title, self._save)
        self.title.textEdited.connect(lambda _: self._saver.touch())
        self.count = QLabel()
        self.count.setObjectName("essay-count")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 10, 16, 8)
        row.setSpacing(12)
        row.addWidget(self.title, 1)
        row.addWidget(self.count)
        desk.theme.changed.connect(self._restyle)
        self._restyle()

    def show_essay(self, essay: Item) -> None:
        """Show an essay's title."""
        if self._essay is None or essay.id != self._essay.id or not self._saver.dirty:
            self._saver.drop()
            if self.title.text() != essay.title:
                self.title.setText(essay.title)
                self.title.setCursorPosition(0)
        self._essay = essay

    def show_count(self, whole: int, section: int | None, goal: int) -> None:
        """Show the words of the whole, of the section one is in, and how many are aimed at."""
        words = self.tr("{:,} of {:,} words").format(whole, goal)
        if not goal:
            words = self.tr("1 word") if whole == 1 else self.tr("{:,} words").format(whole)
        if section is not None:
            words += self.tr(" · this section {:,}").format(section)
        self.count.setText(words)
        tones = self._desk.theme.tones
        met = goal and whole >= goal
        ink = tones.states["agree"] if met else tones.muted
        self.count.setStyleSheet(f"color: {ink};")

    def rename(self) -> None:
        """Bring the keyboard to the title."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.selectAll()

    def flush(self) -> None:
        """Save what is typed now."""
        self._saver.flush()

    def _save(self) -> None:
        essay, title = self._essay, self.title.text()
        if essay is not None and title.strip() and title != essay.title:
            self._desk.attempt(lambda: cards.rename(self._desk.session.library, essay.id, title))

    def _restyle(self) -> None:
        tones = self._desk.theme.tones
        font = reading_font(17)
        self.title.setFont(font)
        self.setStyleSheet(
            f"QWidget#essay-head {{ background: {tones.paper}; }}"
            f"QLineEdit {{ background: transparent; color: {tones.ink}; "
            f"border: 1px solid transparent; border-radius: 3px; padding: 2px 4px; }}"
            f"QLineEdit:focus {{ border: 1px solid {tones.focus}; }}"
        )
