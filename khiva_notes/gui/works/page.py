"""The page on which the works that a text lists and cites are looked through and entered."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from khiva_notes.gui.cards.row import Row, RowList
from khiva_notes.gui.cards.style import card_style
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.fonts import reading_font
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.page import Page
from khiva_notes.gui.tasks import Task
from khiva_notes.gui.works.reference_row import ReferenceRow
from khiva_notes.gui.works.unlisted_row import UnlistedRow
from khiva_notes.model.changes import ChangeSet
from khiva_notes.services import references
from khiva_notes.services.references import Proposed, References, Unlisted, read_references

_TITLE_POINTS = 17.0
_WIDEST = 1000
_SHOWN = 60
"""Entries that are laid out at a time; the next come when some of these are settled."""


class ReferencesPage(Page):
    """Shows entries that wait first, then those that are works already, then bare numbers."""

    views = ("references",)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("references-page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._source_id = 0
        self._found: References | None = None
        self._task: Task[References] | None = None
        self._title = QLabel()
        self._title.setObjectName("references-title")
        self._title.setFont(reading_font(_TITLE_POINTS))
        self._title.setWordWrap(True)
        self._words = QLabel()
        self._words.setObjectName("references-words")
        self._words.setProperty("role", "muted")
        self._words.setWordWrap(True)
        self._words.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._rows = RowList(self, spacing=8)
        self._numbers_title = QLabel(self.tr("Cited by a number that no list here explains"))
        self._numbers_title.setProperty("role", "heading")
        self._numbers_title.setContentsMargins(0, 16, 0, 0)
        self._numbers = RowList(self, spacing=4)
        self._accept_all = QAction(self.tr("Accept All References"), self)
        self._accept_all.setObjectName("action-accept-references")
        self._accept_all.setShortcut(QKeySequence("Ctrl+Shift+Return"))
        self._accept_all.triggered.connect(self.accept_all)
        self._lay_out()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._read)
        self.setFocusProxy(self._words)
        desk.theme.changed.connect(self._restyle)
        self._restyle()

    def open(self, place: Place) -> None:
        """Look for the list of a source's text."""
        if place.item_id != self._source_id:
            self._source_id = place.item_id
            self._found = None
            self._rows.replace([], self._words)
            self._numbers.replace([], self._words)
            self._numbers_title.hide()
            self._title.setText(self.title())
            self._words.setText(self.tr("Looking for the list of works …"))
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()

    def follow(self, change: ChangeSet) -> None:
        """Look again when works, marks or texts have changed, but only while in sight."""
        if self.isVisible() and self._source_id:
            self._later.start()

    def actions_for(self, menu: str) -> list[QAction]:
        """Return what can be done with all entries at once."""
        return [self._accept_all] if menu == "Card" else []

    def title(self) -> str:
        """Return whose references these are."""
        item = self.desk.session.library.data.items.find(self._source_id)
        return self.tr("Works listed in '{}'").format(item.title) if item else ""

    def status(self) -> str:
        """Return how many entries wait."""
        if self._found is None or not self._found.proposed:
            return ""
        waiting = sum(not one.work_id for one in self._found.proposed)
        return self.tr("{} of {} references wait").format(waiting, len(self._found.proposed))

    def accept_all(self) -> None:
        """Enter every entry that waits, as one step."""
        found, library = self._found, self.desk.session.library
        if found is not None:
            count = self.desk.attempt(lambda: references.accept_all(library, found))
            if count:
                self.desk.said.emit(
                    self.tr("{} works entered; Ctrl+Z takes them back.").format(count)
                )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc, into the entries with the arrow."""
        first = (*self._rows.rows, *self._numbers.rows)
        if event.key() == Qt.Key.Key_Escape:
            self.desk.navigator.back()
        elif event.key() == Qt.Key.Key_Down and first:
            first[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        paper = QWidget()
        paper.setObjectName("references-paper")
        paper.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(paper)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(8)
        for widget in (self._title, self._words, self._rows, self._numbers_title, self._numbers):
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

    def _read(self) -> None:
        if self._task is not None:
            self._task.cancel()
        path, source_id = self.desk.session.path, self._source_id
        self._task = self.desk.session.tasks.start(
            lambda task: read_references(path, source_id), self._take
        )

    def _take(self, found: References) -> None:
        self._task = None
        if found.source_id == self._source_id:
            first = self._found is None
            self._found = found
            self._show()
            rows = (*self._rows.rows, *self._numbers.rows)
            if first and rows and self._words.hasFocus():
                rows[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self.turned.emit()

    def _show(self) -> None:
        found = self._found
        assert found is not None
        self._title.setText(self.title())
        self._words.setText(self._told(found))
        ordered = sorted(found.proposed, key=lambda one: bool(one.work_id))
        self._rows.replace([self._row(one) for one in ordered[:_SHOWN]], self._words)
        self._numbers_title.setVisible(bool(found.unlisted))
        self._numbers.replace([self._bare(one) for one in found.unlisted[:_SHOWN]], self._words)

    def _told(self, found: References) -> str:
        if not found.version_id:
            return self.tr("This source has no text here, so there is no list to read.")
        if found.proposed:
            return self.tr(
                "Read from the list at the end of the text. Enter accepts an entry as understood, "
                "E changes it first, N refuses it, Ctrl+Shift+Enter accepts all that wait."
            )
        if found.refused:
            return self.tr("All entries of the list were refused; Ctrl+Z brings the last back.")
        if found.unlisted:
            return self.tr(
                "This text ends without a list of works. What its numbers stand for can be entered "
                "below; all marks with the number follow."
            )
        return self.tr("This text has no list of works, and cites none by number.")

    def _row(self, proposed: Proposed) -> Row:
        row = ReferenceRow(proposed, self.desk.theme)
        row.accepted.connect(partial(self._accept, proposed))
        row.refused.connect(partial(self._refuse, proposed))
        row.shown.connect(partial(self._show_in_text, proposed))
        row.work_opened.connect(self._open_work)
        return row

    def _bare(self, unlisted: Unlisted) -> Row:
        row = UnlistedRow(unlisted)
        row.typed.connect(partial(self._enter, unlisted.number))
        row.work_opened.connect(self._open_work)
        return row

    def _accept(self, proposed: Proposed, item: dict[str, object] | None) -> None:
        found, library = self._found, self.desk.session.library
        if found is not None:
            self.desk.attempt(lambda: references.accept(library, found, proposed, item))

    def _refuse(self, proposed: Proposed) -> None:
        found, library = self._found, self.desk.session.library
        if found is not None:
            self.desk.attempt(lambda: references.refuse(library, found, proposed))

    def _enter(self, number: str, words: str) -> None:
        found, library = self._found, self.desk.session.library
        if found is not None:
            self.desk.attempt(lambda: references.enter(library, found, number, words))

    def _show_in_text(self, proposed: Proposed) -> None:
        one = proposed.reference
        self.desk.navigator.go(
            Place("source", item_id=self._source_id, start=one.start, end=one.end)
        )

    def _open_work(self, work_id: int) -> None:
        self.desk.navigator.go(Place("source", item_id=work_id))

    def _restyle(self) -> None:
        tones = self.desk.theme.tones
        self.setStyleSheet(
            card_style(tones) + "QWidget#references-page, QWidget#references-paper, QScrollArea {"
            f"background: {tones.paper}; border: none; }}"
            f'QFrame[role="row"] {{ background: {tones.surface}; border: 1px solid {tones.line}; }}'
            f'QFrame[role="row"]:focus {{ border: 1px solid {tones.focus}; }}'
            f"QToolButton {{ color: {tones.accent}; }}"
        )
        if self._found is not None:
            self._show()
