"""Measures a text's paragraphs: at once those in view, the others in idle moments."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QTextEdit

from khiva_notes.gui.reader.paper import Paper

_SECONDS = 0.003


class Measuring(QObject):
    """Keeps the words in view where they are while paragraphs above turn out other than guessed.

    ``settled`` tells that lines in view may stand elsewhere now.
    """

    settled = Signal()

    def __init__(self, view: QTextEdit) -> None:
        super().__init__(view)
        self._view = view
        self._paper: Paper | None = None
        self._next = 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._some)

    def begin(self, paper: Paper) -> None:
        """Measure another paper, or the same one set anew."""
        if paper is not self._paper:
            self._paper = paper
            paper.remeasured.connect(self._keep_place)
        self._next = 0
        self.in_view(self._top())
        self.announce()
        self._timer.start()

    def announce(self) -> None:
        """Tell the view how long the page is now."""
        if self._paper is not None:
            self._paper.documentSizeChanged.emit(self._paper.documentSize())

    def in_view(self, y: int) -> None:
        """Measure the paragraphs from ``y`` on for somewhat more than a view."""
        paper = self._paper
        if paper is None:
            return
        height = self._view.viewport().height()
        number = max(0, paper.block_at(y) - 1)
        measured = False
        while number < len(paper.heights):
            if not paper.heights.is_measured(number):
                paper.measure(number)
                measured = True
            if paper.heights.top(number) > y + height:
                break
            number += 1
        if measured:
            self.announce()

    def _some(self) -> None:
        """Measure guessed paragraphs for a few milliseconds, from the beginning on."""
        paper = self._paper
        if paper is None:
            return
        until = perf_counter() + _SECONDS
        while perf_counter() < until:
            self._next = paper.heights.next_guess(self._next)
            if self._next < 0:
                self._next = 0
                self._timer.stop()
                break
            paper.measure(self._next)
        self.announce()
        height = self._view.viewport().height()
        paper.trim(paper.block_at(self._top()), paper.block_at(self._top() + height))
        self.settled.emit()

    def _keep_place(self, number: int, wrong: float) -> None:
        paper = self._paper
        if paper is None or paper is not self.sender():
            return
        below = paper.heights.top(number) + paper.heights.height(number) - wrong
        if below <= self._top():
            self.announce()
            bar = self._view.verticalScrollBar()
            bar.setValue(bar.value() + round(wrong))
            self._view.viewport().update()

    def _top(self) -> int:
        return self._view.verticalScrollBar().value()
