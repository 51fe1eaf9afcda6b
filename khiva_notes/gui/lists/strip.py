"""The strip above a list on which something is done to all selected rows at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from khiva_notes.gui.cards.discard import discard
from khiva_notes.gui.cards.style import card_style
from khiva_notes.gui.desk import Desk

_LONGEST = 32


class Strip(QWidget):
    """Shows buttons for some actions, or in their place a question that is answered by typing.

    ``closed`` is sent when a question was answered or given up.
    """

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("list-strip")
        self._desk = desk
        self._question: QWidget | None = None
        self._words = QLabel()
        self._words.setObjectName("strip-words")
        self._buttons = QWidget()
        self._row = QHBoxLayout(self._buttons)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addWidget(self._words)
        self._row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 2, 24, 6)
        self._column.addWidget(self._buttons)
        desk.theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def offer(self, words: str, actions: list[QAction]) -> None:
        """Show some words and a button for each action, or nothing for no words."""
        self._words.setText(words)
        for button in self._buttons.findChildren(QToolButton):
            self._row.removeWidget(button)
            discard(button)
        for place, action in enumerate(actions, 1):
            self._row.insertWidget(place, _button(action))
        self.setVisible(bool(words) or self._question is not None)

    def ask_tag(self, words: str, known: list[str], answer: Callable[[str], None]) -> None:
        """Ask for a tag."""
        line = QLineEdit()
        line.setObjectName("strip-tag")
        line.setAccessibleName(words)
        line.setPlaceholderText(self.tr("tag …"))
        line.setMaximumWidth(240)
        completer = QCompleter(known, line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        line.setCompleter(completer)
        line.returnPressed.connect(lambda: self._answer(lambda: answer(line.text())))
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(QLabel(words))
        row.addWidget(line)
        row.addStretch(1)
        self.ask(box, line)

    def ask_choice(self, words: str, answers: list[tuple[str, Callable[[], object]]]) -> None:
        """Ask by buttons, of which the first has the focus; Esc gives up."""
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(QLabel(words))
        buttons = []
        for number, (text, answer) in enumerate(answers):
            button = QToolButton()
            button.setObjectName(f"strip-answer-{number}")
            button.setText(_brief(text))
            button.setToolTip(text)
            button.setAccessibleName(f"{words} {text}")
            button.clicked.connect(partial(self._answer, answer))
            button.installEventFilter(self)
            row.addWidget(button)
            buttons.append(button)
        row.addStretch(1)
        self.ask(box, buttons[0])

    def ask_sure(self, words: str, yes: str, answer: Callable[[], object]) -> None:
        """Ask whether something that cannot be taken lightly is meant; no has the focus."""
        self.ask_choice(words, [(self.tr("Keep"), lambda: None), (yes, answer)])

    def ask(self, question: QWidget, focus: QWidget) -> None:
        """Put a widget in the place of the buttons and the focus into a part of it."""
        self.close_question()
        self._question = question
        question.installEventFilter(self)
        focus.installEventFilter(self)
        self._buttons.hide()
        self._column.addWidget(question)
        self.show()
        focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_question(self) -> None:
        """Show the buttons again."""
        question, self._question = self._question, None
        if question is None:
            return
        self._column.removeWidget(question)
        discard(question)
        self._buttons.show()
        self.setVisible(bool(self._words.text()))
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give up a question with Esc."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress:
                self.close_question()
                return True
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
        return False

    def _answer(self, answer: Callable[[], object], *_: object) -> None:
        self.close_question()
        answer()

    def _restyle(self) -> None:
        tones = self._desk.theme.tones
        self.setStyleSheet(
            card_style(tones) + f"QLabel#strip-words {{ color: {tones.muted}; }}"
            f"QToolButton {{ color: {tones.accent}; }}"
        )


def _brief(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def _button(action: QAction) -> QToolButton:
    words, _, key = action.text().partition("\t")
    key = key or action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
    button = QToolButton()
    button.setObjectName(f"strip-{action.objectName()}")
    button.setText(words)
    button.setToolTip(f"{words} ({key})" if key else words)
    button.setAccessibleName(words)
    button.setEnabled(action.isEnabled())
    button.clicked.connect(action.trigger)
    return button
