"""The status bar: whether all is saved, what the page shows, and how the index is."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QStatusBar

from khiva_notes.gui.cards.elided import ElidedLabel
from khiva_notes.gui.theme import Theme

_SAID_MS = 6000


class StatusLine(QStatusBar):
    """Three quiet fields, and for a moment whatever has just been said; none clips its words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("status")
        self.setSizeGripEnabled(False)
        self._theme = theme
        self._saved = self._label("status-saved", self.tr("Whether everything is saved"))
        self._page = self._label("status-page", self.tr("What the page shows"))
        self._index = self._label("status-index", self.tr("How the search index is"))
        self._said = self._label("status-said", self.tr("What was done last"))
        self.addWidget(self._saved)
        self.addWidget(self._page)
        self.addWidget(self._said, 1)
        self.addPermanentWidget(self._index)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._unsay)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _label(self, name: str, meaning: str) -> ElidedLabel:
        label = ElidedLabel()
        label.setObjectName(name)
        label.setAccessibleDescription(meaning)
        label.hide()
        return label

    def saved(self) -> None:
        """Tell that everything is written."""
        self._show(self._saved, self.tr("Saved"))

    def reads_only(self) -> None:
        """Tell that nothing can be changed."""
        self._show(self._saved, self.tr("Read only"))

    def set_page(self, words: str) -> None:
        """Show what the page in sight says of itself."""
        self._show(self._page, words)

    def set_index(self, words: str) -> None:
        """Show how the index is."""
        self._show(self._index, words)

    def say(self, sentence: str) -> None:
        """Show a sentence for some seconds, and have a screen reader read it."""
        self._show(self._said, sentence)
        self._timer.start(_SAID_MS)
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def clear(self) -> None:
        """Show nothing, as without a library."""
        for label in (self._saved, self._page, self._index, self._said):
            self._show(label, "")

    def _unsay(self) -> None:
        self._show(self._said, "")

    def _show(self, label: ElidedLabel, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))

    def _restyle(self) -> None:
        tones = self._theme.tones
        self.setStyleSheet(
            f"QStatusBar {{ background: {tones.chrome}; border-top: 1px solid {tones.line}; }}"
            f"QStatusBar::item {{ border: none; }}"
            f"QStatusBar QLabel {{ color: {tones.muted}; padding: 2px 8px; }}"
        )
