"""A quiet line that tells how much of each source has been used, and leads to what is unread."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from khiva_notes.gui.cards.elided import ElidedLabel
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.tasks import Task
from khiva_notes.services.balance import Balance, SourceBalance
from khiva_notes.services.dispute_page import read_balance

_REST_MS = 400
"""How long nothing has to happen before the sources' texts are read."""


class BalanceLine(QWidget):
    """Reads the sources' shares in the background; ``wanted`` asks for the next unread cell."""

    wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("balance-line")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._task: Task[Balance | None] | None = None
        self._dispute = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REST_MS)
        self._soon.timeout.connect(self._read)
        self._words = ElidedLabel()
        self._words.setObjectName("balance-words")
        self._words.setProperty("role", "muted")
        self._next = QToolButton()
        self._next.setObjectName("balance-next")
        self._next.setToolTip(self.tr("Go to the next cell that is not yet read (U)"))
        self._next.clicked.connect(self.wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 4)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._next)
        desk.theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def load(self, dispute_id: int) -> None:
        """Read a dispute's balance anew when there is time for it; 0 for none."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if dispute_id != self._dispute:
            self.hide()
        self._dispute = dispute_id
        self._soon.start()

    def _read(self) -> None:
        path, dispute_id = self._desk.session.path, self._dispute
        if not dispute_id:
            return
        self._task = self._desk.session.tasks.start(
            lambda task: read_balance(path, dispute_id, task.cancelled), self._show
        )

    def _show(self, found: Balance | None) -> None:
        self._task = None
        if found is None or not found.sources:
            self.hide()
            return
        parts = [self._source(each) for each in found.sources]
        if found.sourceless:
            words = self.tr("no source named for {}").format(", ".join(found.sourceless))
            parts.append(words)
        self._words.setText("  ·  ".join(parts))
        self._words.setToolTip("\n".join(parts))
        unread = len(found.unread)
        self._next.setVisible(unread > 0)
        many = self.tr("{} of {} cells not yet read").format(unread, found.cells)
        self._next.setText(self.tr("next unread cell ▸"))
        self._next.setAccessibleName(many)
        self.show()

    def _source(self, each: SourceBalance) -> str:
        if each.read is None or each.extracted is None:
            return self.tr("{}: no text here").format(_apart(each.source.title))
        where = _apart(each.source.title)
        if each.text_of is not None and each.text_of.id != each.source.id:
            where = self.tr("{} (as quoted in {})").format(where, _apart(each.text_of.title))
        return self.tr("{}: {} read, {} of its paragraphs quoted").format(
            where, f"{each.read:.0%}", f"{each.extracted:.0%}"
        )

    def _restyle(self) -> None:
        tones = self._desk.theme.tones
        self.setStyleSheet(
            f"QWidget#balance-line {{ background: {tones.paper}; }}"
            f"QLabel {{ color: {tones.muted}; background: transparent; }}"
            f"QToolButton {{ color: {tones.accent}; border: 1px solid transparent; "
            f"border-radius: 3px; padding: 0 6px; background: transparent; }}"
            f"QToolButton:focus {{ border-color: {tones.focus}; }}"
        )


def _apart(title: str) -> str:
    """Keep a title's own direction to itself, whichever way it is written."""
    return f"\u2068{title}\u2069"
