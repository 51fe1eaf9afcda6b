"""The page that is shown while no library is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from khiva_notes.gui.fonts import reading_font
from khiva_notes.gui.preferences import Preferences
from khiva_notes.gui.theme import Theme
from khiva_notes.gui.welcome.choices import Choice

_MEASURE = 560


class StartPage(QWidget):
    """Offers the sample, a new library, one to open, and those opened last.

    The arrows walk through all of it, and Delete takes a library off the list, not off the disk.
    """

    sample_wanted = Signal()
    new_wanted = Signal()
    open_wanted = Signal()
    library_chosen = Signal(object)

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        super().__init__()
        self.setObjectName("start")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._preferences = preferences
        self._choices: list[Choice] = []
        self._scroll = QScrollArea()
        self._scroll.setObjectName("start-scroll")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        theme.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the recent libraries as they now are."""
        self._choices = []
        tones = self._theme.tones
        column = QVBoxLayout()
        column.setSpacing(2)
        title = QLabel(self.tr("Khiva Notes"))
        title.setObjectName("start-title")
        title.setFont(reading_font(28))
        column.addStretch(2)
        column.addWidget(title)
        words = QLabel(
            self.tr(
                "An article beside its people, events and claims; disputed accounts side by side."
            )
        )
        words.setWordWrap(True)
        words.setStyleSheet(f"color: {tones.muted};")
        column.addWidget(words)
        column.addSpacing(24)
        for name, text, detail, signal in (
            (
                "start-sample",
                self.tr("Open the sample library"),
                self.tr("a copy of your own"),
                self.sample_wanted,
            ),
            ("start-new", self.tr("New library …"), "Ctrl+N", self.new_wanted),
            ("start-open", self.tr("Open library …"), "Ctrl+O", self.open_wanted),
        ):
            button = Choice(text, self._theme, name=name, detail=detail)
            button.clicked.connect(signal)
            column.addWidget(self._listed(button))
        recent = self._preferences.recent
        if recent:
            label = QLabel(self.tr("Recent libraries"))
            label.setStyleSheet(f"color: {tones.muted}; font-weight: 600; padding-left: 10px;")
            column.addSpacing(20)
            column.addWidget(label)
            column.addSpacing(4)
        for number, path in enumerate(recent):
            column.addLayout(self._recent_row(number, path))
        column.addStretch(3)
        self._put(column)
        self.setStyleSheet(f"QWidget#start, QWidget#start-ground {{ background: {tones.paper}; }}")

    def _recent_row(self, number: int, path: Path) -> QHBoxLayout:
        middle = Qt.TextElideMode.ElideMiddle
        button = Choice(
            path.stem, self._theme, name=f"recent-{number}", detail=_home(path.parent), elide=middle
        )
        button.clicked.connect(lambda: self.library_chosen.emit(path))
        button.thrown.connect(lambda: self._forget(path, number))
        tones = self._theme.tones
        cross = QToolButton()
        cross.setObjectName(f"forget-{number}")
        cross.setText("✕")
        cross.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        cross.setAccessibleName(self.tr("Take {} off this list").format(path.stem))
        cross.setToolTip(self.tr("Take it off this list (Delete); the library itself stays"))
        cross.setStyleSheet(
            f"QToolButton {{ color: {tones.muted}; background: transparent; padding: 4px 6px; "
            f"border: 1px solid transparent; border-radius: 4px; }}"
            f"QToolButton:hover {{ color: {tones.ink}; background: {tones.surface}; }}"
            f"QToolButton:focus {{ border-color: {tones.focus}; }}"
        )
        cross.clicked.connect(lambda: self._forget(path, number))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._listed(button), 1)
        row.addWidget(cross)
        return row

    def _listed(self, button: Choice) -> Choice:
        place = len(self._choices)
        self._choices.append(button)
        button.stepped.connect(lambda step: self._step(place + step))
        return button

    def _step(self, number: int) -> None:
        if 0 <= number < len(self._choices):
            self._choices[number].setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(self._choices[number])

    def _forget(self, path: Path, number: int) -> None:
        self._preferences.forget_recent(path)
        self.refresh()
        recent = len(self._preferences.recent)
        first = len(self._choices) - recent
        self._step(first + min(number, recent - 1) if recent else first - 1)

    def _put(self, column: QVBoxLayout) -> None:
        """Show what was made in place of what was shown before."""
        inside = QWidget()
        inside.setLayout(column)
        inside.setMaximumWidth(_MEASURE)
        ground = QWidget()
        ground.setObjectName("start-ground")
        row = QHBoxLayout(ground)
        row.setContentsMargins(16, 24, 16, 24)
        row.addStretch(1)
        row.addWidget(inside, 100)
        row.addStretch(1)
        before = self._scroll.takeWidget()
        if before is not None:
            before.hide()
            before.deleteLater()
        self._scroll.setWidget(ground)


def _home(folder: Path) -> str:
    """Return a folder in words, with the user's own as ``~``."""
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(folder)
