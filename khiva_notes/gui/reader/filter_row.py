"""Which kinds of card are shown beside the text: a small switch for each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from khiva_notes.gui.preferences import Preferences
from khiva_notes.gui.theme import Theme
from khiva_notes.model.kinds import KINDS
from khiva_notes.services.reading import card_glyph

_KINDS = ("person", "event", "claim", "place", "group", "source", "dispute", "highlight")
_SETTING = "reader-hidden"


class FilterRow(QWidget):
    """A toggle for each kind; what is chosen is kept. ``changed`` bears the kinds not shown."""

    changed = Signal(object)

    def __init__(
        self, theme: Theme, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("reader-filter")
        self.setAccessibleName(self.tr("Kinds of card to show"))
        self._theme = theme
        self._preferences = preferences
        self._buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 12, 4)
        row.setSpacing(4)
        hidden = str(preferences.get(_SETTING, "dispute")).split()
        for number, kind in enumerate(_KINDS, start=1):
            button = QToolButton()
            button.setObjectName(f"filter-{kind}")
            button.setText(card_glyph(kind))
            button.setCheckable(True)
            button.setChecked(kind not in hidden)
            plural = self.tr(KINDS[kind].plural) if kind in KINDS else self.tr("Highlights")
            button.setAccessibleName(plural)
            key = QShortcut(QKeySequence(f"Alt+{number}"), parent or self, button.click)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            button.setToolTip(self.tr("Show {0} (Alt+{1})").format(plural.lower(), number))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.toggled.connect(self._tell)
            self._buttons[kind] = button
            row.addWidget(button)
        row.addStretch(1)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def hidden(self) -> frozenset[str]:
        """The kinds that are not shown."""
        return frozenset(kind for kind, one in self._buttons.items() if not one.isChecked())

    def take_focus(self) -> None:
        """Put the keyboard on the first switch."""
        self._buttons[_KINDS[0]].setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self) -> None:
        self._preferences.set(_SETTING, " ".join(sorted(self.hidden)))
        self._restyle()
        self.changed.emit(self.hidden)

    def _restyle(self) -> None:
        tones = self._theme.tones
        for kind, button in self._buttons.items():
            tone = tones.kind(kind)
            on = button.isChecked()
            button.setStyleSheet(
                f"QToolButton {{ color: {tone.ink if on else tones.muted};"
                f" background: {tone.tint if on else 'transparent'};"
                f" border: 1px solid {tone.tint if on else tones.line};"
                f" border-radius: 4px; padding: 2px 4px; min-width: 18px; }}"
                f"QToolButton:focus {{ border-color: {tones.focus}; }}"
            )
