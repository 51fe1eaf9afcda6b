"""The page that searches everywhere: all hits of a query, with the kinds to choose from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.page import Page
from khiva_notes.gui.search.row_delegate import RowDelegate
from khiva_notes.gui.search.rows import TEXT, RowModel, glyph_of, plural_of, row_of
from khiva_notes.model.changes import ChangeSet
from khiva_notes.model.kinds import KINDS
from khiva_notes.services.finding import Answer

_LIMIT = 200


class SearchPage(Page):
    """A box, a tick for each kind with its count, and the hits, best first."""

    views = ("search",)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("search-page")
        self._number = 0
        self._line = QLineEdit()
        self._line.setObjectName("search-line")
        self._line.setPlaceholderText(self.tr("Words, “phrases”, person:Junaid, date:1918..1920 …"))
        self._line.setAccessibleName(self.tr("Search everywhere"))
        self._line.setClearButtonEnabled(True)
        self._line.textChanged.connect(self._ask)
        self._line.returnPressed.connect(self._to_list)
        self._counts = QLabel()
        self._counts.setObjectName("search-count")
        self._model = RowModel()
        self._view = QListView()
        self._view.setObjectName("search-hits")
        self._view.setAccessibleName(self.tr("What was found"))
        self._view.setModel(self._model)
        self._view.setItemDelegate(RowDelegate(desk.theme, self._view))
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.activated.connect(lambda _: self._open(own_page=False))
        self._kinds: dict[str, QCheckBox] = {}
        side = QVBoxLayout()
        side.setSpacing(4)
        for kind in (*KINDS, TEXT):
            box = QCheckBox(f"{glyph_of(kind)}  {plural_of(kind)}")
            box.setObjectName(f"search-kind-{kind}")
            box.toggled.connect(self._ask)
            self._kinds[kind] = box
            side.addWidget(box)
        side.addStretch(1)
        found = QVBoxLayout()
        found.addWidget(self._line)
        found.addWidget(self._counts)
        found.addWidget(self._view, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 24, 24, 8)
        row.setSpacing(24)
        row.addLayout(side)
        row.addLayout(found, 1)
        self.setFocusProxy(self._line)
        desk.session.indexer.answered.connect(self._answered)
        desk.session.indexer.caught_up.connect(self._again)
        desk.theme.changed.connect(self._restyle)
        self._restyle()

    def open(self, place: Place) -> None:
        """Search for the place's words, or for those of last time."""
        if place.query:
            self._line.setText(place.query)
        self._line.setFocus()
        self._line.selectAll()
        self._ask()

    def follow(self, change: ChangeSet) -> None:
        """Wait: what changed is found once the index has caught up."""

    def title(self) -> str:
        """Return what is searched for."""
        return (
            self.tr("Search: {}").format(self._line.text())
            if self._line.text()
            else self.tr("Search")
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a hit's own page with Ctrl+Enter."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._open(own_page=True)
        else:
            super().keyPressEvent(event)

    def _again(self) -> None:
        if self.isVisible():
            self._ask()

    def _ask(self) -> None:
        words = self._line.text()
        if not words.strip():
            self._model.show([])
            self._counts.setText(self.tr("Type a word, a name in any spelling, or a year."))
            return
        kinds = tuple(kind for kind, box in self._kinds.items() if box.isChecked()) or None
        self._number = self.desk.session.indexer.ask(words, limit=_LIMIT, kinds=kinds)
        self.desk.navigator.stay(Place("search", query=words))

    def _answered(self, number: int, answer: Answer) -> None:
        if number != self._number:
            return
        self._model.show([row_of(found) for found in answer.found])
        if answer.found:
            self._view.setCurrentIndex(self._model.index(0))
        for kind, box in self._kinds.items():
            count = answer.by_kind.get(kind, 0)
            box.setText(f"{glyph_of(kind)}  {plural_of(kind)}  {count:,}")
        words = (
            self.tr("{} found").format(f"{answer.total:,}")
            if answer.total
            else self.tr("Nothing found.")
        )
        if answer.total > len(answer.found):
            words += self.tr(", the best {} shown").format(len(answer.found))
        if answer.suggestion:
            words += self.tr(" Did you mean “{}”?").format(answer.suggestion)
        self._counts.setText(words)

    def _to_list(self) -> None:
        self._view.setFocus()

    def _open(self, *, own_page: bool) -> None:
        index = self._view.currentIndex()
        if index.isValid():
            row = self._model.row(index)
            place = row.card if own_page else row.place
            if place is not None:
                self.desk.navigator.go(place)

    def _restyle(self) -> None:
        tones = self.desk.theme.tones
        self._counts.setStyleSheet(f"color: {tones.muted};")
        self._view.setStyleSheet(f"QListView {{ background: {tones.paper}; }}")
