"""Finds words in the open text: a bar below it, every match marked and counted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.reader.contents import Contents
from khiva_notes.gui.reader.text_view import TextView
from khiva_notes.gui.tasks import Task
from khiva_notes.model.folded import FoldedText
from khiva_notes.model.names import find_mentions
from khiva_notes.services.query_marks import mark_query, wanted

_PAUSE_MS = 60
_OWN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)

Spans = list[tuple[int, int]]


class FindBar(QWidget):
    """A field, a count, and whether any spelling of a name is meant; Enter and F3 go on."""

    closed = Signal()

    def __init__(self, desk: Desk, text: TextView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find-bar")
        self.setAccessibleName(self.tr("Find in the text"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._text = text
        self._contents: Contents | None = None
        self._folded: FoldedText | None = None
        self._task: Task[tuple[FoldedText, Spans]] | None = None
        self._from = 0
        self._query = ""
        self._shown = (0, 0)
        self._field = QLineEdit()
        self._field.setObjectName("find-field")
        self._field.setAccessibleName(self.tr("Words to find"))
        self._field.setPlaceholderText(self.tr("Find in the text …"))
        self._field.setClearButtonEnabled(True)
        self._field.setMinimumWidth(120)
        self._field.setMaximumWidth(320)
        self._spellings = QCheckBox(self.tr("Any &spelling"))
        self._spellings.setObjectName("find-spellings")
        self._spellings.setToolTip(
            self.tr("Finds the name in other spellings and scripts too (Alt+S)")
        )
        self._count = QLabel()
        self._count.setObjectName("find-count")
        self._count.setMinimumWidth(84)
        previous = self._button("find-up", "▴", self.tr("Previous match (Shift+F3)"))
        following = self._button("find-down", "▾", self.tr("Next match (F3)"))
        close = self._button("find-close", "✕", self.tr("Close (Esc)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(self._field, 2)
        row.addWidget(self._count)
        row.addWidget(previous)
        row.addWidget(following)
        row.addWidget(self._spellings)
        row.addStretch(1)
        row.addWidget(close)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self._field.textChanged.connect(self._ask_anew)
        self._spellings.toggled.connect(self._ask_anew)
        previous.clicked.connect(lambda: self.step(-1))
        following.clicked.connect(lambda: self.step(1))
        close.clicked.connect(self.close_bar)
        desk.theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def show_text(self, contents: Contents | None) -> None:
        """Look in another text from now on."""
        self._contents, self._folded = contents, None
        self._from = 0
        self._mark([])
        if self._query:
            self._query = ""
            self.hide()
        if self.isVisible():
            self._search()

    def begin(self) -> None:
        """Open the bar, with the selected words in the field if they are few."""
        cursor = self._text.textCursor()
        words = cursor.selectedText()
        self._from = cursor.selectionStart()
        if words and len(words) <= 80 and "\u2029" not in words:
            self._field.setText(words)
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        self._pause.start()

    def look_for(self, query: str, start: int, end: int) -> None:
        """Mark what a search of the library found in this text; the keyboard stays where it is.

        ``start`` and ``end`` are the span that is shown, in code points.
        """
        words = wanted(query).text
        if not words or self._contents is None:
            return
        self._field.setText(words)
        self._query = query
        to_qt = self._contents.offsets.to_qt
        self._shown = (to_qt(start), to_qt(max(start, end)))
        self._from = self._shown[0]
        self.show()
        self._pause.stop()
        self._search()

    def step(self, by: int) -> None:
        """Go to the next match (1) or to the one before (-1) from the caret on, round the end."""
        if self.isHidden():
            self.begin()
            return
        found = self._text.washes.found
        if found:
            number = self._text.washes.current
            cursor = self._text.textCursor()
            here = (cursor.selectionStart(), cursor.selectionEnd())
            if number >= 0 and found[number] == here:
                number += by
            elif by > 0:
                number = bisect_left([start for start, _ in found], here[0])
            else:
                number = bisect_right([end for _, end in found], here[0]) - 1
            self._go(number % len(found))

    def close_bar(self) -> None:
        """Close the bar and take the marks away; the last match stays selected."""
        if self.isHidden():
            return
        self.hide()
        self._query = ""
        self._mark([])
        self._text.setFocus()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, back with Shift+Enter, close with Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Enter and Esc from the window's own shortcuts."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in _OWN:
            event.accept()
            return True
        return bool(super().event(event))

    def _search(self) -> None:
        contents, words = self._contents, self._field.text()
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if contents is None or not words.strip():
            self._mark([])
            self._count.setText("")
            return
        text, folded, any_spelling = contents.body.text, self._folded, self._spellings.isChecked()
        query = self._query

        def work(task: Task[tuple[FoldedText, Spans]]) -> tuple[FoldedText, Spans]:
            ready = folded or FoldedText(text)
            if query:
                return ready, mark_query(text, ready, query)
            if any_spelling:
                return ready, [(m.start, m.end) for m in find_mentions(text, [words])]
            return ready, list(ready.find(words))

        self._task = self._desk.session.tasks.start(work, self._found)

    def _found(self, answer: tuple[FoldedText, Spans]) -> None:
        self._task = None
        contents = self._contents
        if contents is None or self.isHidden():
            return
        self._folded, spans = answer
        offsets = contents.offsets
        self._mark([(offsets.to_qt(start), offsets.to_qt(end)) for start, end in spans])
        if spans and self._query:
            self._settle_on_shown()
        elif spans:
            self._go(self._nearest())
        elif self._query:
            self._query = ""
            self.hide()
        else:
            self._count.setText(self.tr("No match"))

    def _ask_anew(self) -> None:
        """Look for what is typed now, and no longer for what a search of the library meant."""
        self._query = ""
        self._pause.start()

    def _settle_on_shown(self) -> None:
        """Let the match that the search led to be the current one; the view stays where it is."""
        found, number = self._text.washes.found, self._nearest()
        start, end = self._shown
        if found[number][0] < max(end, start + 1) and found[number][1] > start:
            self._text.washes.current = number
            self._count.setText(self.tr("{0} of {1}").format(number + 1, len(found)))
        else:
            self._count.setText(self.tr("{0} matches").format(len(found)))

    def _nearest(self) -> int:
        starts = [start for start, _ in self._text.washes.found]
        return bisect_left(starts, self._from) % len(starts)

    def _go(self, number: int) -> None:
        found = self._text.washes.found
        self._text.washes.current = number
        self._text.goto(*found[number])
        self._count.setText(self.tr("{0} of {1}").format(number + 1, len(found)))

    def _mark(self, spans: Spans) -> None:
        self._text.washes.found = spans
        self._text.viewport().update()

    def _button(self, name: str, sign: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(sign)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setAutoRaise(True)
        return button

    def _restyle(self) -> None:
        tones = self._desk.theme.tones
        self.setStyleSheet(
            f"#find-bar {{ background: {tones.chrome}; border-top: 1px solid {tones.line}; }}"
            f"#find-count {{ color: {tones.muted}; }}"
            f"QLineEdit {{ background: {tones.surface}; border: 1px solid {tones.line};"
            f" border-radius: 4px; padding: 4px 6px; }}"
            f"QLineEdit:focus {{ border-color: {tones.focus}; }}"
        )
