"""A question above the hits that is answered in one line: a name, or a title old or new."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QLineEdit, QWidget

from khiva_notes.gui.lists.strip import Strip

_WIDTH = 320


class LineQuestion(QWidget):
    """Asks with ``words``; ``known`` titles complete, and ``hint`` says what the answer will do.

    Enter hands what is typed to ``answer`` unless that is empty, Esc gives up.
    """

    def __init__(
        self,
        strip: Strip,
        words: str,
        answer: Callable[[str], object],
        *,
        text: str = "",
        known: Sequence[str] = (),
        hint: Callable[[str], str] = lambda _: "",
    ) -> None:
        super().__init__()
        self._strip = strip
        self._answer = answer
        self._hint = hint
        self._line = QLineEdit(text)
        self._line.setObjectName("hits-answer")
        self._line.setAccessibleName(words)
        self._line.setFixedWidth(_WIDTH)
        self._line.selectAll()
        if known:
            completer = QCompleter(list(known), self._line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self._line.setCompleter(completer)
        self._effect = QLabel()
        self._effect.setObjectName("hits-answer-hint")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(QLabel(words))
        row.addWidget(self._line)
        row.addWidget(self._effect, 1)
        self._line.textChanged.connect(self._tell)
        self._line.returnPressed.connect(self._take)
        self._tell(text)

    def begin(self) -> None:
        """Stand in the strip with the keyboard in the line."""
        self._strip.ask(self, self._line)

    def _tell(self, text: str) -> None:
        self._effect.setText(self._hint(" ".join(text.split())))

    def _take(self) -> None:
        words = " ".join(self._line.text().split())
        if words:
            self._strip.close_question()
            self._answer(words)
