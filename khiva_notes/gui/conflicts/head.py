"""The head of the page: what was found, how far a search is, and what was settled."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QVBoxLayout, QWidget

from khiva_notes.gui.conflicts.watch import ConflictWatch
from khiva_notes.gui.conflicts.wording import tr
from khiva_notes.gui.fonts import reading_font

_TITLE_POINTS = 17.0


class ConflictsHead(QWidget):
    """``settled_wanted`` bears whether what was settled is to be shown."""

    settled_wanted = Signal(bool)

    def __init__(self, watch: ConflictWatch) -> None:
        super().__init__()
        self._watch = watch
        title = QLabel(tr("Conflicts"))
        title.setFont(reading_font(_TITLE_POINTS))
        self._words = QLabel()
        self._words.setObjectName("conflicts-words")
        self._words.setProperty("role", "muted")
        self._words.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setObjectName("conflicts-progress")
        self._bar.setAccessibleName(tr("How far the search is"))
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(120, 6)
        self._stop = _button("conflicts-stop", tr("Stop"), tr("Stop searching (Esc)"))
        self._stop.clicked.connect(watch.cancel)
        self._again = _button("conflicts-again", tr("Search again"), tr("Search again (F5)"))
        self._again.clicked.connect(watch.search)
        self.settled = _button("conflicts-settled", tr("Settled"), tr("What was settled (S)"))
        self.settled.setCheckable(True)
        self.settled.toggled.connect(self.settled_wanted)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(title)
        row.addStretch(1)
        for widget in (self._bar, self._stop, self._again, self.settled):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 12)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._words)
        watch.progressed.connect(self._bar.setValue)

    def tell(self, settled: int) -> None:
        """Say how the search stands, and how many conflicts were settled."""
        watch = self._watch
        self._bar.setVisible(watch.running)
        self._stop.setVisible(watch.running)
        self._again.setVisible(not watch.running)
        self.settled.setText(tr("Settled ({:,})").format(settled))
        self._words.setText(
            tr("These were called no conflict, each for a reason; R lets one be told again.")
            if self.settled.isChecked()
            else self._standing()
        )

    def _standing(self) -> str:
        watch, found = self._watch, self._watch.survey
        if found is None:
            return tr("Comparing all claims …") if watch.running else tr("Not searched yet.")
        words = tr("{:,} conflicts among what is said of {:,} events, people and places.")
        if len(found.found) == 1:
            words = tr("{:,} conflict among what is said of {:,} events, people and places.")
        words = words.format(len(found.found), found.subjects)
        if not found.whole:
            words += " " + tr("There are more, or the search was stopped before the end.")
        if watch.running:
            words += " " + tr("Comparing all claims anew …")
        elif watch.stale:
            words += " " + tr("△ The library has been changed since.")
        return words


def _button(name: str, text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setProperty("role", "act")
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    return button
