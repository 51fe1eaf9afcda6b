"""The line above the text: what is being read, and the way to what is known about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from khiva_notes.gui.theme import Theme
from khiva_notes.services.reading import card_glyph


class Header(QWidget):
    """Names the source; ``asked`` tells that its own page is wanted."""

    asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reader-header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._whole = ""
        self._title = QLabel()
        self._title.setObjectName("reader-title")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._details = QToolButton()
        self._details.setObjectName("reader-details")
        self._details.setText(self.tr("About this source"))
        self._details.setToolTip(self.tr("Author, date, archive and notes of this source"))
        self._details.setAutoRaise(True)
        self._details.clicked.connect(self.asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.addWidget(self._title, 1)
        row.addWidget(self._details)
        self._row = row
        self._tools: list[QToolButton] = []
        self._active: bool | None = None
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_title(self, title: str, line: str) -> None:
        """Show a source's title and a few words about it."""
        self._whole = f"{card_glyph('source')}  {title}" + (f"  ·  {line}" if line else "")
        self._title.setToolTip(title)
        self._elide()

    def set_tools(self, actions: Sequence[QAction]) -> None:
        """Give the header a button for each action, seen while there are two texts."""
        for action in actions:
            button = QToolButton()
            button.setDefaultAction(action)
            button.setObjectName(f"header-{action.objectName()}")
            button.setAccessibleName(action.text())
            button.setAutoRaise(True)
            button.hide()
            self._tools.append(button)
            self._row.addWidget(button)

    def show_active(self, active: bool | None) -> None:
        """Show whether keys go to this text and not to the one beside it; None for alone."""
        if active == self._active:
            return
        self._active = active
        for button in self._tools:
            button.setVisible(active is not None)
        self._details.setText(self.tr("About this source") if active is None else self.tr("About"))
        self._restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the title to the room there is."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        metrics = self._title.fontMetrics()
        room = self._title.width()
        self._title.setText(
            metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, max(40, room))
        )

    def _restyle(self) -> None:
        tones = self._theme.tones
        line = tones.focus if self._active else tones.line
        width = 1 if self._active is None else 2
        self.setStyleSheet(
            f"#reader-header {{ background: {tones.paper};"
            f" border-bottom: {width}px solid {line}; }}"
            f"#reader-title {{ color: {tones.ink if self._active else tones.muted}; }}"
            f"QToolButton {{ color: {tones.accent}; border: 1px solid transparent;"
            f" border-radius: 4px; padding: 2px 6px; }}"
            f"QToolButton:hover {{ background: {tones.chrome}; }}"
            f"QToolButton:checked {{ background: {tones.chrome}; border-color: {tones.line}; }}"
            f"QToolButton:focus {{ border-color: {tones.focus}; }}"
        )
