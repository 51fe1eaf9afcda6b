"""One entry of a printed list: its number, its words, what was understood, and what to do."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from khiva_notes.gui.cards.direction import direction_of
from khiva_notes.gui.cards.row import Row
from khiva_notes.gui.fonts import reading_font
from khiva_notes.gui.theme import Theme
from khiva_notes.gui.works.change_form import ChangeForm, label_of
from khiva_notes.services.references import Proposed, summary, unread

_POINTS = 12.0
_NUMBER_WIDTH = 44


class ReferenceRow(Row):
    """Enter accepts, E changes, N or Delete refuses, O shows it in the text.

    Of an entry that is a work already, Enter opens the work.
    """

    accepted = Signal(object)
    refused = Signal()
    shown = Signal()
    work_opened = Signal(int)

    def __init__(self, proposed: Proposed, theme: Theme) -> None:
        super().__init__()
        self._proposed = proposed
        self._theme = theme
        self._form: ChangeForm | None = None
        reference = proposed.reference
        self.setObjectName(f"reference-row-{reference.number or reference.start}")
        outer = QHBoxLayout(self)
        outer.setContentsMargins(12, 8, 12, 8)
        outer.setSpacing(12)
        number = QLabel(reference.number or "–")
        number.setFont(reading_font(_POINTS))
        number.setProperty("role", "muted")
        number.setFixedWidth(_NUMBER_WIDTH)
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        outer.addWidget(number)
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        outer.addLayout(self._column, 1)
        raw = QLabel(reference.words)
        raw.setObjectName("reference-raw")
        raw.setTextFormat(Qt.TextFormat.PlainText)
        raw.setFont(reading_font(_POINTS))
        raw.setWordWrap(True)
        raw.setLayoutDirection(direction_of(reference.words))
        self._column.addWidget(raw)
        self._column.addWidget(self._understood())
        self._column.addLayout(self._foot())
        self.setAccessibleName(self.tr("Reference {}: {}").format(number.text(), reference.words))
        self.setToolTip(
            self.tr("Enter opens the work")
            if proposed.work_id
            else self.tr("Enter accepts, E changes, N refuses, O shows it in the text")
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the entry's own keys."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif key in (Qt.Key.Key_E, Qt.Key.Key_F2) and not self._proposed.work_id:
            self.change()
        elif key in (Qt.Key.Key_N, Qt.Key.Key_Delete) and not self._proposed.work_id:
            self.refused.emit()
        elif key == Qt.Key.Key_O:
            self.shown.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do nothing on a click beside the buttons."""

    def change(self) -> None:
        """Show the fields to be put right."""
        if self._form is None:
            self._form = ChangeForm(self._proposed.reference.item)
            self._form.entered.connect(self.accepted)
            self._form.given_up.connect(self._give_up)
            self._column.addWidget(self._form)
        self._form.show()
        self._form.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _give_up(self) -> None:
        if self._form is not None:
            self._column.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
            self._form = None
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self) -> None:
        if self._proposed.work_id:
            self.work_opened.emit(self._proposed.work_id)
        else:
            self.accepted.emit(None)

    def _understood(self) -> QWidget:
        item = self._proposed.reference.item
        faint = f'<span style="color: {self._theme.tones.muted};">'
        parts = [
            f"{faint}{escape(label_of(name))}</span>&nbsp;{escape(words)}"
            for name, words in summary(item)
        ]
        missing = [self._missing(name) for name in unread(item)]
        if missing:
            danger = f'<span style="color: {self._theme.tones.danger};">'
            parts.append(
                f"{danger}{escape(self.tr('not found: {}').format(', '.join(missing)))}</span>"
            )
        label = QLabel(" &nbsp;·&nbsp; ".join(parts))
        label.setObjectName("reference-understood")
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        return label

    def _missing(self, name: str) -> str:
        names = {"author": self.tr("author"), "title": self.tr("title"), "issued": self.tr("year")}
        return names[name]

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        state = QLabel(self._state())
        state.setObjectName("reference-state")
        state.setProperty("role", "muted")
        state.setWordWrap(True)
        row.addWidget(state, 1)
        if self._proposed.work_id:
            self._button(row, "reference-open", self.tr("Open the work"), "Enter", self._take)
        else:
            self._button(row, "reference-accept", self.tr("Accept"), "Enter", self._take)
            self._button(row, "reference-change", self.tr("Change"), "E", self.change)
            self._button(row, "reference-refuse", self.tr("Refuse"), "N", self.refused.emit)
        return row

    def _state(self) -> str:
        one = self._proposed
        cited = (
            self.tr("cited {} times").format(one.cited) if one.cited != 1 else self.tr("cited once")
        )
        cited = cited if one.cited else self.tr("not cited by its number")
        if one.work_id:
            return self.tr("Entered as '{}'; {}.").format(one.work_title, cited)
        if one.like_id:
            return self.tr("In the library already as '{}'; {}.").format(one.like_title, cited)
        return self.tr("New; {}.").format(cited)

    def _button(self, row: QHBoxLayout, name: str, text: str, key: str, act: object) -> None:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(text)
        button.setToolTip(f"{text} ({key})")
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda _=False: act())  # type: ignore[operator]
        row.addWidget(button)
