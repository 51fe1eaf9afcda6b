"""The program's colours in light and in dark, and the way to follow the system between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette

Scheme = Literal["system", "light", "dark"]


@dataclass(frozen=True, slots=True)
class KindTone:
    """How one kind looks: ``tint`` behind words, ``ink`` for its glyph and edge (AA on paper)."""

    tint: str
    ink: str


@dataclass(frozen=True, slots=True)
class Tones:
    """Every colour the program sets itself; what is not here is the platform's own.

    ``paper`` and ``ink`` are the reading page, ``chrome`` the window round it, ``surface`` a card
    on it, ``line`` a hairline, ``muted`` secondary words (AA on paper and surface).
    """

    dark: bool
    paper: str
    ink: str
    chrome: str
    surface: str
    line: str
    muted: str
    accent: str
    accent_ink: str
    found: str
    focus: str
    danger: str
    kinds: dict[str, KindTone]
    states: dict[str, str]

    def kind(self, name: str) -> KindTone:
        """Return the tone of a kind; a plain highlight's for none."""
        return self.kinds.get(name, self.kinds["highlight"])


LIGHT = Tones(
    dark=False,
    paper="#fdfcf8",
    ink="#22201c",
    chrome="#f1efe9",
    surface="#ffffff",
    line="#d9d5ca",
    muted="#686257",
    accent="#24598f",
    accent_ink="#ffffff",
    found="#ffd54a",
    focus="#24598f",
    danger="#a3262f",
    kinds={
        "person": KindTone("#d9e8f8", "#1d5796"),
        "event": KindTone("#fae5bd", "#865200"),
        "claim": KindTone("#e6f3e2", "#2b6a2a"),
        "place": KindTone("#cdeeea", "#0b6660"),
        "group": KindTone("#e8def6", "#663c9f"),
        "source": KindTone("#e8e4da", "#5d564a"),
        "dispute": KindTone("#f8dbdf", "#9c2540"),
        "essay": KindTone("#e4e4e4", "#4d4d4d"),
        "highlight": KindTone("#fff1a8", "#6b5c00"),
    },
    states={
        "agree": "#2b6a2a",
        "compatible": "#0b6660",
        "conflict": "#a3262f",
        "single": "#865200",
        "silent": "#686257",
    },
)

DARK = Tones(
    dark=True,
    paper="#1d1c1a",
    ink="#e9e4d9",
    chrome="#262522",
    surface="#2b2a27",
    line="#45423c",
    muted="#aaa396",
    accent="#8cb8ea",
    accent_ink="#10243a",
    found="#7a5f00",
    focus="#8cb8ea",
    danger="#f2939a",
    kinds={
        "person": KindTone("#233d59", "#93c1f2"),
        "event": KindTone("#4f3b16", "#efbf66"),
        "claim": KindTone("#223222", "#98d494"),
        "place": KindTone("#17443f", "#76d1c7"),
        "group": KindTone("#3f2f59", "#c8a9f0"),
        "source": KindTone("#3d3a33", "#cbc3b3"),
        "dispute": KindTone("#552a34", "#f2a3b2"),
        "essay": KindTone("#3a3a3a", "#d0d0d0"),
        "highlight": KindTone("#4a4314", "#e6d467"),
    },
    states={
        "agree": "#98d494",
        "compatible": "#76d1c7",
        "conflict": "#f2939a",
        "single": "#efbf66",
        "silent": "#aaa396",
    },
)

STATE_SIGNS = {
    "agree": "●",
    "compatible": "◐",
    "conflict": "✕",
    "single": "○",
    "silent": "–",
}
"""A shape for each state of a row, so that colour alone says nothing."""

STATE_WORDS = {
    "agree": "agree",
    "compatible": "compatible",
    "conflict": "conflict",
    "single": "only one speaks",
    "silent": "all silent",
}


class Theme(QObject):
    """Which tones are in force; views ask for ``tones`` and repaint when ``changed`` is sent."""

    changed = Signal()

    def __init__(
        self, app: QGuiApplication, scheme: Scheme = "system", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._app = app
        self.scheme: Scheme = scheme
        self.tones = LIGHT
        self.use(scheme)
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def use(self, scheme: Scheme) -> None:
        """Follow the system, or be light or dark whatever the system is."""
        self.scheme = scheme
        wanted = {
            "system": Qt.ColorScheme.Unknown,
            "light": Qt.ColorScheme.Light,
            "dark": Qt.ColorScheme.Dark,
        }[scheme]
        self._app.styleHints().setColorScheme(wanted)
        self._follow()

    def _follow(self) -> None:
        if self.scheme == "system":
            dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        else:
            dark = self.scheme == "dark"
        self.tones = DARK if dark else LIGHT
        self._app.setPalette(_palette(self.tones))
        self.changed.emit()


def _palette(tones: Tones) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette(QColor(tones.chrome))
    for colour, roles in (
        (tones.chrome, (role.Window, role.Button)),
        (tones.surface, (role.Base, role.ToolTipBase)),
        (tones.paper, (role.AlternateBase,)),
        (tones.ink, (role.WindowText, role.Text, role.ButtonText, role.ToolTipText)),
        (tones.accent, (role.Highlight, role.Link, role.Accent)),
        (tones.accent_ink, (role.HighlightedText,)),
        (tones.muted, (role.PlaceholderText, role.LinkVisited)),
        (tones.line, (role.Mid,)),
    ):
        for one in roles:
            palette.setColor(one, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for one in (role.WindowText, role.Text, role.ButtonText):
        faded = QColor(tones.muted)
        faded.setAlpha(150)
        palette.setColor(disabled, one, faded)
    return palette
