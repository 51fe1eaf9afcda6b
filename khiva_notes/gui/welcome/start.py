"""The page that is shown while no library is open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from khiva_notes.gui.fonts import reading_font
from khiva_notes.gui.preferences import Preferences
from khiva_notes.gui.theme import Theme
from khiva_notes.gui.welcome.choices import choice

_MEASURE = 520


class StartPage(QWidget):
    """Offers the sample, a new library, one to open, and those opened last."""

    sample_wanted = Signal()
    new_wanted = Signal()
    open_wanted = Signal()
    library_chosen = Signal(object)

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        super().__init__()
        self.setObjectName("start")
        self._theme = theme
        self._preferences = preferences
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._inside = QWidget()
        self._outer.addWidget(self._inside)
        theme.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the recent libraries as they now are."""
        tones = self._theme.tones
        fresh = QWidget()
        fresh.setMaximumWidth(_MEASURE)
        fresh.setMinimumWidth(_MEASURE)
        column = QVBoxLayout(fresh)
        column.setSpacing(4)
        title = QLabel(self.tr("Khiva Notes"))
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
        for name, text, signal in (
            ("start-sample", self.tr("Open the sample library"), self.sample_wanted),
            ("start-new", self.tr("New library …    Ctrl+N"), self.new_wanted),
            ("start-open", self.tr("Open library …    Ctrl+O"), self.open_wanted),
        ):
            button = choice(text, self._theme, name=name)
            button.clicked.connect(signal)
            column.addWidget(button)
        recent = self._preferences.recent
        if recent:
            label = QLabel(self.tr("Recent"))
            label.setStyleSheet(f"color: {tones.muted}; font-weight: bold;")
            column.addSpacing(16)
            column.addWidget(label)
        for number, path in enumerate(recent):
            button = choice(f"{path.stem}    {path.parent}", self._theme, name=f"recent-{number}")
            button.setToolTip(str(path))
            button.clicked.connect(lambda _=False, path=path: self.library_chosen.emit(path))
            column.addWidget(button)
        column.addStretch(3)
        self._outer.removeWidget(self._inside)
        self._inside.deleteLater()
        self._inside = fresh
        self._outer.addWidget(fresh, 0, Qt.AlignmentFlag.AlignHCenter)
        self.setStyleSheet(f"QWidget#start {{ background: {tones.paper}; }}")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
