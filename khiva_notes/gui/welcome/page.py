"""The welcome page of an open library: what it holds, and what to do first when that is nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from khiva_notes.gui.cards.flow import FlowBox
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.fonts import reading_font
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.page import Page
from khiva_notes.gui.tasks import Task
from khiva_notes.gui.welcome.choices import Choice
from khiva_notes.gui.window_actions import trigger
from khiva_notes.model.changes import ChangeSet
from khiva_notes.model.items import Item
from khiva_notes.model.kinds import KINDS, Kind
from khiva_notes.services.outline import read_latest

_MEASURE = 720
_SHOWN, _LATEST = 12, 6


class LibraryWelcome(Page):
    """An overview: the library's title, its counts, its texts and disputes, and the latest work."""

    views = ("welcome",)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("overview")
        self._choices: list[Choice] = []
        self._latest: list[Item] = []
        self._latest_at = 0
        self._arriving = False
        self._latest_box = QVBoxLayout()
        self._task: Task[list[Item]] | None = None
        self._scroll = QScrollArea()
        self._scroll.setObjectName("overview-scroll")
        self._scroll.setAccessibleName(self.tr("Overview"))
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self.setFocusProxy(self._scroll)
        desk.theme.changed.connect(self._fill)

    def open(self, place: Place) -> None:
        """Show the overview as the library now is."""
        self._fill()
        self._arriving = not self._choices
        if self._choices:
            self._choices[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, change: ChangeSet) -> None:
        """Count anew if the page is in sight; else it does so when it next is."""
        if self.isVisible():
            self._fill()

    def title(self) -> str:
        """Return the library's title."""
        return self.desk.session.library.data.library.get().title

    def _fill(self) -> None:
        """Make the page anew, with the keyboard where it was."""
        name = self._focused()
        self._choices = []
        data, tones = self.desk.session.library.data, self.desk.theme.tones
        column = QVBoxLayout()
        column.setSpacing(2)
        heading = QLabel(self.title())
        heading.setObjectName("overview-title")
        heading.setFont(reading_font(22))
        heading.setStyleSheet(f"color: {tones.ink};")
        heading.setWordWrap(True)
        column.addWidget(heading)
        column.addSpacing(4)
        counts = data.items.counts()
        column.addWidget(self._counts(counts))
        column.addSpacing(12)
        if counts:
            for kind in ("source", "dispute", "essay"):
                self._list_kind(column, kind, counts.get(kind, 0))
            self._list_latest(column)
        else:
            self._forget_latest()
            self._invite(column)
        column.addStretch(1)
        self._put(column)
        self._focus(name)

    def _focused(self) -> str:
        """Return the name of the choice that has the keyboard, if one has."""
        focus = self.focusWidget()
        return focus.objectName() if isinstance(focus, Choice) and focus.hasFocus() else ""

    def _focus(self, name: str) -> None:
        for choice in self._choices:
            if choice.objectName() == name and not choice.hasFocus():
                choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _counts(self, counts: dict[str, int]) -> QWidget:
        """Return a line of counts, each of which opens its list."""
        tones = self.desk.theme.tones
        line = FlowBox()
        line.setObjectName("overview-counts")
        for kind in KINDS.values():
            count = counts.get(kind.name, 0)
            if not count:
                continue
            button = QPushButton(f"{kind.glyph}  {count:,} {_word(kind, count)}")
            button.setObjectName(f"count-{kind.name}")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setFlat(True)
            button.setStyleSheet(
                f"QPushButton {{ color: {tones.kind(kind.name).ink}; background: transparent; "
                f"border: 1px solid transparent; border-radius: 4px; padding: 4px 8px; }}"
                f"QPushButton:hover {{ background: {tones.surface}; border-color: {tones.line}; }}"
                f"QPushButton:focus {{ border-color: {tones.focus}; }}"
            )
            button.clicked.connect(self._going(Place("list", kind=kind.name)))
            line.flow.addWidget(button)
        if not counts:
            line.flow.addWidget(self._muted(self.tr("Nothing is in this library yet.")))
        return line

    def _list_kind(self, column: QVBoxLayout, name: str, count: int) -> None:
        if not count:
            return
        data, kind = self.desk.session.library.data, KINDS[name]
        items = data.items.all(name, limit=_SHOWN)
        details: dict[int, str] = {}
        if name == "dispute":
            details = {
                item_id: self._state(len(dispute.accounts), dispute.verdict is not None)
                for item_id, dispute in data.disputes.many([item.id for item in items]).items()
            }
        self._heading(column, kind.plural)
        for item in items:
            self._add(column, item, details.get(item.id, ""), f"open-{item.key}")
        if count > len(items):
            more = Choice(
                self.tr("All {} …").format(f"{count:,}"), self.desk.theme, name=f"all-{name}"
            )
            more.clicked.connect(self._going(Place("list", kind=name)))
            self._listed(column, more)

    def _list_latest(self, column: QVBoxLayout) -> None:
        """List what was changed last as it is known, and ask what it is now."""
        self._heading(column, self.tr("Changed last"))
        self._latest_at = len(self._choices)
        self._latest_box = QVBoxLayout()
        self._latest_box.setSpacing(2)
        column.addLayout(self._latest_box)
        self._show_latest()
        if self._task is not None:
            self._task.cancel()
        path = self.desk.session.path
        self._task = self.desk.session.tasks.start(
            lambda _: read_latest(path, _LATEST), self._take_latest
        )

    def _take_latest(self, items: list[Item]) -> None:
        self._task = None
        if items == self._latest:
            return
        self._latest = items
        name = self._focused()
        for choice in self._choices[self._latest_at :]:
            self._latest_box.removeWidget(choice)
            choice.hide()
            choice.deleteLater()
        del self._choices[self._latest_at :]
        self._show_latest()
        self._focus(name)
        if self._arriving and self._choices and self.isVisible():
            self._arriving = False
            self._choices[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget_latest(self) -> None:
        self._latest = []
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _show_latest(self) -> None:
        for item in self._latest:
            self._add(self._latest_box, item, item.modified[:10], f"latest-{item.key}")

    def _add(self, column: QVBoxLayout, item: Item, detail: str, name: str) -> None:
        kind = KINDS[item.kind]
        choice = Choice(
            item.title,
            self.desk.theme,
            name=name,
            detail=detail,
            sign=kind.glyph,
            kind=kind.name,
        )
        view = item.kind if item.kind in ("source", "dispute", "essay") else "card"
        choice.clicked.connect(self._going(Place(view, item.id)))
        self._listed(column, choice)

    def _state(self, accounts: int, decided: bool) -> str:
        words = self.tr("{} accounts") if accounts != 1 else self.tr("{} account")
        verdict = self.tr("decided") if decided else self.tr("open")
        return f"{words.format(accounts)}, {verdict}"

    def _listed(self, column: QVBoxLayout, choice: Choice) -> None:
        place = len(self._choices)
        self._choices.append(choice)
        choice.stepped.connect(lambda step: self._step(place + step))
        column.addWidget(choice)

    def _step(self, number: int) -> None:
        if 0 <= number < len(self._choices):
            self._choices[number].setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(self._choices[number], 0, 80)

    def _going(self, place: Place) -> Callable[[], None]:
        return lambda: self.desk.navigator.go(place)

    def _heading(self, column: QVBoxLayout, words: str) -> None:
        label = self._muted(words)
        label.setStyleSheet(label.styleSheet() + "font-weight: 600; padding-left: 10px;")
        column.addSpacing(14)
        column.addWidget(label)
        column.addSpacing(2)

    def _muted(self, words: str) -> QLabel:
        label = QLabel(words)
        label.setStyleSheet(f"color: {self.desk.theme.tones.muted};")
        return label

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
        column.addSpacing(12)
        button = QPushButton(self.tr("Import texts …"))
        button.setObjectName("overview-import")
        button.setToolTip(self.tr("Import texts (Ctrl+I)"))
        button.clicked.connect(lambda: trigger(self, "import-files"))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _put(self, column: QVBoxLayout) -> None:
        """Show what was made in place of what was shown before, scrolled as that was."""
        bar = self._scroll.verticalScrollBar()
        scrolled = bar.value()
        inside = QWidget()
        inside.setLayout(column)
        inside.setMaximumWidth(_MEASURE)
        ground = QWidget()
        ground.setObjectName("overview-ground")
        paper = self.desk.theme.tones.paper
        ground.setStyleSheet(f"QWidget#overview-ground {{ background: {paper}; }}")
        row = QHBoxLayout(ground)
        row.setContentsMargins(24, 32, 24, 32)
        row.addStretch(1)
        row.addWidget(inside, 100)
        row.addStretch(1)
        before = self._scroll.takeWidget()
        if before is not None:
            before.hide()
            before.deleteLater()
        self._scroll.setWidget(ground)
        bar.setValue(scrolled)


def _word(kind: Kind, count: int) -> str:
    return (kind.label if count == 1 else kind.plural).lower()
