"""The welcome page of an open library: what it holds, and what to do first when that is nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.fonts import reading_font
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.page import Page
from khiva_notes.gui.welcome.choices import choice
from khiva_notes.model.changes import ChangeSet
from khiva_notes.model.kinds import KINDS, Kind

_MEASURE = 640
_SHOWN = 12


class LibraryWelcome(Page):
    """An overview: the library's title, its counts, its sources and disputes."""

    views = ("welcome",)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("overview")
        self._stale = True
        self._scroll = QScrollArea()
        self._scroll.setObjectName("overview-scroll")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        desk.theme.changed.connect(self._fill)

    def open(self, place: Place) -> None:
        """Show the overview as the library now is."""
        self._stale = False
        self._fill()

    def follow(self, change: ChangeSet) -> None:
        """Count anew, now or when the page is next in sight."""
        self._stale = True
        if self.isVisible():
            self.open(Place("welcome"))

    def title(self) -> str:
        """Return the library's title."""
        return self.desk.session.library.data.library.get().title

    def _fill(self) -> None:
        data = self.desk.session.library.data
        tones = self.desk.theme.tones
        inside = QWidget()
        inside.setObjectName("overview-inside")
        inside.setStyleSheet(f"QWidget#overview-inside {{ background: {tones.paper}; }}")
        column = QVBoxLayout(inside)
        column.setContentsMargins(32, 40, 32, 40)
        column.setSpacing(8)
        heading = QLabel(self.title())
        heading.setObjectName("overview-title")
        heading.setFont(reading_font(22))
        heading.setWordWrap(True)
        column.addWidget(heading)
        counts = data.items.counts()
        words = " · ".join(
            f"{counts[kind.name]:,} {_word(kind, counts[kind.name])}"
            for kind in KINDS.values()
            if counts.get(kind.name)
        )
        summary = QLabel(words or self.tr("Nothing is in this library yet."))
        summary.setObjectName("overview-counts")
        summary.setWordWrap(True)
        summary.setStyleSheet(f"color: {tones.muted};")
        column.addWidget(summary)
        column.addSpacing(16)
        if counts:
            self._list_kind(column, "source")
            self._list_kind(column, "dispute")
        else:
            self._invite(column)
        column.addStretch(1)
        frame = QWidget()
        frame.setStyleSheet(f"background: {tones.paper};")
        outer = QVBoxLayout(frame)
        outer.setContentsMargins(0, 0, 0, 0)
        inside.setMaximumWidth(_MEASURE)
        outer.addWidget(inside, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.setMinimumWidth(min(_MEASURE, 480))
        self._scroll.setWidget(frame)

    def _list_kind(self, column: QVBoxLayout, name: str) -> None:
        items = self.desk.session.library.data.items.all(name)
        if not items:
            return
        kind = KINDS[name]
        tones = self.desk.theme.tones
        label = QLabel(kind.plural)
        label.setStyleSheet(f"color: {tones.muted}; font-weight: bold;")
        column.addSpacing(8)
        column.addWidget(label)
        view = "dispute" if name == "dispute" else "source"
        for item in items[:_SHOWN]:
            button = choice(f"{kind.glyph}  {item.title}", self.desk.theme, name=f"open-{item.key}")
            button.clicked.connect(
                lambda _=False, item_id=item.id: self.desk.navigator.go(Place(view, item_id))
            )
            column.addWidget(button)
        if len(items) > _SHOWN:
            more = choice(
                self.tr("All {} …").format(len(items)), self.desk.theme, name=f"all-{name}"
            )
            more.clicked.connect(lambda: self.desk.navigator.go(Place("list", kind=name)))
            column.addWidget(more)

    def _invite(self, column: QVBoxLayout) -> None:
        words = QLabel(
            self.tr(
                "Bring in a text first: press Ctrl+I and choose a file, or drop one here. Then "
                "select words in it and press P for a person, E for an event, C for a claim."
            )
        )
        words.setObjectName("overview-invitation")
        words.setFont(reading_font(13))
        words.setWordWrap(True)
        column.addWidget(words)
        button = QPushButton(self.tr("Import texts …"))
        button.setObjectName("overview-import")
        button.clicked.connect(self._import)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _import(self) -> None:
        for action in self.window().actions():
            if action.objectName() == "action-import-files":
                action.trigger()


def _word(kind: Kind, count: int) -> str:
    return (kind.label if count == 1 else kind.plural).lower()
