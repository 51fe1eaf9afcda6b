"""One passage to be confirmed: the words it stood at beside the words it stands at now."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from khiva_notes.gui.cards.direction import direction_of
from khiva_notes.gui.cards.elided import ElidedLabel
from khiva_notes.gui.cards.flow import FlowLayout
from khiva_notes.gui.fonts import reading_font
from khiva_notes.gui.theme import Theme
from khiva_notes.gui.versions.model import SIGNS, TONES, card_glyph, card_title
from khiva_notes.model.anchors import Spans, differences
from khiva_notes.services.version_review import Doubt, Words

_POINTS = 13.0
_WIDEST = 480
_LONGEST = 4_000
"""Code points of a passage that are shown; a longer one is read in the text itself."""


class Detail(QWidget):
    """Two columns; what is gone is struck through at the left, what has come underlined."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("versions-detail")
        self._theme = theme
        self._doubt: Doubt | None = None
        self._newest = 0
        self._title = ElidedLabel()
        self._title.setObjectName("versions-card")
        self._title.setFont(reading_font(15.0))
        self._why = QLabel()
        self._why.setObjectName("versions-why")
        self._why.setWordWrap(True)
        self._was, self._was_head = self._column("versions-was")
        self._now, self._now_head = self._column("versions-now")
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 16)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._why)
        column.addSpacing(16)
        row = QHBoxLayout()
        row.setSpacing(32)
        for head, words in ((self._was_head, self._was), (self._now_head, self._now)):
            side = QVBoxLayout()
            side.setSpacing(8)
            side.addWidget(head)
            side.addWidget(words)
            row.addLayout(side, 1)
        column.addLayout(row)
        column.addSpacing(16)
        self._buttons = FlowLayout(spacing=8)
        column.addLayout(self._buttons)
        column.addStretch(1)
        theme.changed.connect(self._fill)

    def show_doubt(self, doubt: Doubt | None, newest: int) -> None:
        """Show a passage, or nothing; ``newest`` is the number of the current version."""
        self._doubt, self._newest = doubt, newest
        self._fill()

    def add_button(self, button: QToolButton) -> None:
        """Put a button under the words, after those that are there."""
        self._buttons.addWidget(button)

    def _column(self, name: str) -> tuple[QLabel, QLabel]:
        words = QLabel()
        words.setObjectName(name)
        words.setFont(reading_font(_POINTS))
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.RichText)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        words.setMaximumWidth(_WIDEST)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        head = QLabel()
        head.setObjectName(f"{name}-head")
        return words, head

    def _fill(self) -> None:
        doubt, tones = self._doubt, self._theme.tones
        if doubt is None:
            return
        status = doubt.passage.status
        self._title.setText(f"{card_glyph(doubt)}  {card_title(doubt)}")
        self._title.setStyleSheet(f"color: {tones.ink};")
        why = {
            "orphan": self.tr("These words are not in the new text. They stay readable here."),
            "fuzzy": self.tr("The new text has other words in this place. Are they the same?"),
            "moved": self.tr("The same words stand elsewhere, or among other words."),
        }[status]
        self._why.setText(f"{SIGNS[status]}  {why}")
        self._why.setStyleSheet(f"color: {tones.states[TONES[status]]};")
        gone: Spans = ()
        come: Spans = ()
        if doubt.now is not None:
            gone, come = differences(doubt.was.exact[:_LONGEST], doubt.now.exact[:_LONGEST])
        muted = f"color: {tones.muted};"
        for head in (self._was_head, self._now_head):
            head.setStyleSheet(muted)
        struck = f"color: {tones.danger}; text-decoration: line-through;"
        added = f"color: {tones.accent}; text-decoration: underline;"
        self._was_head.setText(self._head(doubt.was))
        self._set(self._was, doubt.was, gone, struck)
        if doubt.now is not None:
            self._now_head.setText(self._head(doubt.now))
            self._set(self._now, doubt.now, come, added)
        else:
            self._now_head.setText(self.tr("Version {}").format(self._newest))
            self._now.setText(
                f'<span style="{muted}">'
                + escape(self.tr("Not found. R chooses other words, Delete takes it away."))
                + "</span>"
            )

    def _head(self, words: Words) -> str:
        return self.tr("Version {0}, {1}").format(words.version, words.place)

    def _set(
        self, label: QLabel, words: Words, marks: tuple[tuple[int, int], ...], style: str
    ) -> None:
        tones = self._theme.tones
        exact, last = [], 0
        shown = words.exact[:_LONGEST]
        for start, end in marks:
            exact.append(escape(shown[last:start]))
            exact.append(f'<span style="{style}">{escape(shown[start:end])}</span>')
            last = end
        exact.append(escape(shown[last:]) + (" …" if len(words.exact) > _LONGEST else ""))
        faint = f'<span style="color: {tones.muted};">'
        ink = f'<span style="color: {tones.ink};">'
        whole = (
            f"{faint}{escape(words.before)}</span>{ink}{''.join(exact)}</span>"
            f"{faint}{escape(words.after)}</span>"
        )
        label.setText(whole.replace("\n", "<br>"))
        label.setLayoutDirection(direction_of(words.exact))
        label.setAccessibleName(words.exact)
