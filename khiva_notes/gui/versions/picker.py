"""Chooses words of the current text by hand, for a passage that was not found in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from khiva_notes.gui.fonts import reading_font
from khiva_notes.gui.theme import Theme
from khiva_notes.model.offsets import Utf16

_HALF = 12_000
"""Code points shown on either side of a place; all else is reached by looking for its words."""

_POINTS = 13.0


class WordsPicker(QWidget):
    """Shows a part of the text: select with Shift and the arrows, Enter takes, Esc gives up.

    ``chosen`` bears start and end in code points of the whole text.
    """

    chosen = Signal(int, int)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("words-picker")
        self._theme = theme
        self._text = ""
        self._begin = 0
        self._offsets = Utf16("")
        self.line = QLineEdit()
        self.line.setObjectName("picker-find")
        self.line.setAccessibleName(self.tr("Words to look for in the new text"))
        self.line.setPlaceholderText(self.tr("Look for words …"))
        self.line.setToolTip(self.tr("Enter goes to the next place with these words"))
        self.view = QPlainTextEdit()
        self.view.setObjectName("picker-text")
        self.view.setAccessibleName(self.tr("The new text: select the words, then Enter"))
        self.view.setReadOnly(True)
        self.view.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.view.setFont(reading_font(_POINTS))
        self.view.setMinimumHeight(220)
        hint = QLabel(self.tr("Select the words, then Enter attaches them; Esc leaves."))
        hint.setObjectName("picker-hint")
        hint.setWordWrap(True)
        take = self._button("picker-take", self.tr("Attach"), self.tr("Attach the words (Enter)"))
        take.clicked.connect(self._take)
        leave = self._button("picker-leave", self.tr("Leave"), self.tr("Leave it as it is (Esc)"))
        leave.clicked.connect(self.closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 12, 32, 16)
        column.setSpacing(8)
        column.addWidget(self.line)
        column.addWidget(self.view, 1)
        row = QHBoxLayout()
        row.addWidget(hint, 1)
        row.addWidget(take)
        row.addWidget(leave)
        column.addLayout(row)
        for widget in (self.line, self.view):
            widget.installEventFilter(self)
        theme.changed.connect(self._restyle)
        self._restyle()

    def begin(self, text: str, place: int) -> None:
        """Show the text round a place, a code point."""
        self._text = text
        self._show(place, place)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the words with Enter, give up with Esc, look further from the line."""
        if not isinstance(event, QKeyEvent) or event.type() not in (
            QEvent.Type.KeyPress,
            QEvent.Type.ShortcutOverride,
        ):
            return False
        acts = {
            Qt.Key.Key_Return: self._take if watched is self.view else self._find,
            Qt.Key.Key_Enter: self._take if watched is self.view else self._find,
            Qt.Key.Key_Escape: self.closed.emit,
        }
        act = acts.get(Qt.Key(event.key()))
        if act is None:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        act()
        return True

    def _find(self) -> None:
        """Select the next place with the words of the line, from the top again after the last."""
        words = self.line.text().casefold()
        if not words:
            return
        folded = self._text.casefold()
        if len(folded) != len(self._text):
            folded, words = self._text, self.line.text()
        end = self._begin + self._offsets.to_code_points(self.view.textCursor().selectionEnd())
        place = folded.find(words, end)
        place = folded.find(words) if place < 0 else place
        if place >= 0:
            self._show(place, place + len(words))
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, start: int, end: int) -> None:
        text = self._text
        first = text.rfind("\n", 0, max(0, start - _HALF)) + 1
        last = text.find("\n", min(len(text), end + _HALF))
        part = text[first : last if last >= 0 else len(text)]
        self._begin, self._offsets = first, Utf16(part)
        self.view.setPlainText(part)
        cursor = self.view.textCursor()
        cursor.setPosition(self._offsets.to_qt(start - first))
        cursor.setPosition(self._offsets.to_qt(end - first), QTextCursor.MoveMode.KeepAnchor)
        self.view.setTextCursor(cursor)
        self.view.centerCursor()

    def _take(self) -> None:
        cursor = self.view.textCursor()
        start = self._begin + self._offsets.to_code_points(cursor.selectionStart())
        end = self._begin + self._offsets.to_code_points(cursor.selectionEnd())
        self.chosen.emit(start, end)

    @staticmethod
    def _button(name: str, words: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(words)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button

    def _restyle(self) -> None:
        tones = self._theme.tones
        self.setStyleSheet(
            f"QPlainTextEdit, QLineEdit {{ background: {tones.surface}; color: {tones.ink};"
            f" border: 1px solid {tones.line}; border-radius: 3px; padding: 4px 6px; }}"
            f"QPlainTextEdit:focus, QLineEdit:focus {{ border-color: {tones.focus}; }}"
            f"QLabel {{ color: {tones.muted}; }}"
            f"QToolButton {{ color: {tones.accent}; border: 1px solid {tones.line};"
            f" border-radius: 4px; padding: 3px 10px; }}"
            f"QToolButton:focus {{ border-color: {tones.focus}; }}"
        )
