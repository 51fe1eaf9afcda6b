"""The cards of a kind that are probably one, pair by pair; nothing is merged unasked."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from khiva_notes.gui.cards.row import Row, RowList
from khiva_notes.gui.cards.style import card_style
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.fonts import reading_font
from khiva_notes.gui.lists.pair_row import PairRow
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.page import Page
from khiva_notes.gui.tasks import Task
from khiva_notes.model.changes import ChangeSet
from khiva_notes.model.kinds import KINDS
from khiva_notes.services import merging
from khiva_notes.services.doubles import Pair, read_doubles, refuse

_TITLE_POINTS = 17.0
_WIDEST = 1100
_SHOWN = 40
"""Pairs that are laid out at a time; the next come when some of these are settled."""


class DoublesPage(Page):
    """Shows the likeliest pairs first, each with the evidence of both cards."""

    views = ("doubles",)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("doubles-page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._kind = ""
        self._pairs: tuple[Pair, ...] = ()
        self._task: Task[tuple[Pair, ...]] | None = None
        self._stale = False
        self._title = QLabel()
        self._title.setFont(reading_font(_TITLE_POINTS))
        self._words = QLabel()
        self._words.setObjectName("doubles-words")
        self._words.setProperty("role", "muted")
        self._words.setWordWrap(True)
        self._words.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._rows = RowList(self, spacing=8)
        paper = QWidget()
        paper.setObjectName("doubles-paper")
        paper.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(paper)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(8)
        for widget in (self._title, self._words, self._rows):
            column.addWidget(widget)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(paper)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self._area = area
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._read)
        self.setFocusProxy(self._words)
        desk.theme.changed.connect(self._restyle)
        self._restyle()

    def open(self, place: Place) -> None:
        """Look for doubles among the cards of the place's kind."""
        if place.kind != self._kind:
            self._kind = place.kind
            self._pairs = ()
            self._rows.replace([], self._words)
            self._title.setText(self.title())
            self._words.setText(self.tr("Comparing all names …"))
            self._stale = True
        if self._stale:
            self._read()
        first = self._rows.rows[0] if self._rows.rows else self._words
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, change: ChangeSet) -> None:
        """Compare anew when names came, went or were changed, but only while in sight."""
        parts = {"names", "items.title", "items.trashed", "refusals", "passages"}
        if any(touch.verb != "edited" or touch.parts & parts for touch in change.touched):
            self._stale = True
            if self.isVisible():
                self._later.start()

    def title(self) -> str:
        """Return what is looked for."""
        kind = KINDS.get(self._kind)
        return self.tr("{} that may be one").format(kind.plural) if kind else ""

    def status(self) -> str:
        """Return how many pairs there are."""
        return self.tr("{} pairs").format(len(self._pairs)) if self._pairs else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.desk.navigator.back()
        else:
            super().keyPressEvent(event)

    def _read(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._stale = False
        path, kind = self.desk.session.path, self._kind
        self._task = self.desk.session.tasks.start(
            lambda task: read_doubles(path, kind, task.cancelled), self._take
        )

    def _take(self, pairs: tuple[Pair, ...]) -> None:
        self._task = None
        self._pairs = pairs
        waits = self._words.hasFocus()
        self._show()
        if waits and self._rows.rows:
            self._rows.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        rows: list[Row] = []
        for pair in self._pairs[:_SHOWN]:
            row = PairRow(pair, self.desk.theme)
            row.merged.connect(partial(self._merge, pair))
            row.kept_apart.connect(partial(self._keep_apart, pair))
            row.shown.connect(self._open_card)
            rows.append(row)
        self._rows.replace(rows, self._words)
        self._words.setText(
            self.tr(
                "Names alone cannot tell: two khans of one name look the same. Weigh the passages; "
                "what is merged can be taken apart again."
            )
            if rows
            else self.tr("No two names here look like one and the same.")
        )

    def _merge(self, pair: Pair, into_id: int) -> None:
        library = self.desk.session.library
        both = [pair.one.item.id, pair.other.item.id]
        self.desk.attempt(lambda: merging.merge(library, into_id, both))

    def _keep_apart(self, pair: Pair) -> None:
        library = self.desk.session.library
        self.desk.attempt(lambda: refuse(library, pair.one.item.id, pair.other.item.id))

    def _open_card(self, item_id: int) -> None:
        self.desk.navigator.go(Place("card", item_id=item_id))

    def _restyle(self) -> None:
        tones = self.desk.theme.tones
        self.setStyleSheet(
            card_style(tones) + f"QWidget#doubles-page, QWidget#doubles-paper, QScrollArea {{ "
            f"background: {tones.paper}; border: none; }}"
            f'QFrame[role="row"] {{ background: {tones.surface}; border: 1px solid {tones.line}; }}'
            f'QFrame[role="row"]:focus {{ border: 1px solid {tones.focus}; }}'
            f"QToolButton {{ color: {tones.accent}; }}"
        )
        self._show_again()

    def _show_again(self) -> None:
        if self._pairs:
            self._show()
