"""A calm strip above the content: for what went wrong, for long work, for what was done."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QWidget,
)

from khiva_notes.gui.theme import Theme
from khiva_notes.model.errors import UserError

_log = logging.getLogger(__name__)

_LINES = 8


class NoticeBar(QFrame):
    """Hidden unless it has something to say; dismissed with its cross, or with Esc from anywhere.

    It never takes the keyboard; a screen reader is told of what it shows.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAccessibleName(self.tr("Notice"))
        self._theme = theme
        self._bad = False
        self._watched: QWidget | None = None
        self._sign = QLabel()
        self._words = QLabel()
        self._words.setObjectName("notice-words")
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._bar = QProgressBar()
        self._bar.setObjectName("notice-progress")
        self._bar.setAccessibleName(self.tr("How far it is"))
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(120, 6)
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.setObjectName("notice-cancel")
        self._cancel.setToolTip(self.tr("Cancel what is under way (Esc)"))
        self._cancel.clicked.connect(self._cancelled)
        self._act: Callable[[], None] | None = None
        self._offer = QPushButton()
        self._offer.setObjectName("notice-offer")
        self._offer.clicked.connect(self._take_offer)
        self._close = QToolButton()
        self._close.setObjectName("notice-close")
        self._close.setText("✕")
        self._close.setAutoRaise(True)
        self._close.setAccessibleName(self.tr("Dismiss"))
        self._close.setToolTip(self.tr("Dismiss (Esc)"))
        self._close.clicked.connect(self.dismiss)
        self._stop: Callable[[], None] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        row.addWidget(self._bar)
        row.addWidget(self._cancel)
        row.addWidget(self._offer)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def complain(self, error: UserError) -> None:
        """Show what happened and what to do."""
        self._show(f"{error.what} {error.remedy}".strip(), bad=True)

    def complain_of(self, error: Exception) -> None:
        """Show an error of work in the background; one that is our bug goes to the log as well."""
        if isinstance(error, UserError):
            self.complain(error)
            return
        _log.error("Work in the background failed", exc_info=error)
        self._show(self.tr("That did not work: {}").format(error), bad=True)

    def offer(self, error: UserError, words: str, key: str, act: Callable[[], None]) -> None:
        """Show what happened with a button that does what can be done; ``key`` presses it."""
        self.complain(error)
        self._act = act
        self._offer.setText(words)
        self._offer.setShortcut(QKeySequence(key))
        self._offer.setToolTip(f"{words} ({key})")
        self._offer.show()

    def tell(self, words: str) -> None:
        """Show what was done."""
        self._show(words, bad=False)

    def progress(
        self, words: str, stop: Callable[[], None] | None, *, done: int = 0, of: int = 0
    ) -> None:
        """Show what is under way; ``stop`` is called when the user cancels it.

        ``done`` of so many steps are shown by the bar, which only moves where ``of`` is 0.
        """
        self._show(words, bad=False, tell=not self.is_busy)
        self._stop = stop
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        self._bar.show()
        self._cancel.setVisible(stop is not None)
        self._close.hide()

    @property
    def is_busy(self) -> bool:
        """Whether it shows something that is under way."""
        return not self.isHidden() and not self._bar.isHidden()

    def dismiss(self) -> None:
        """Be quiet again."""
        self.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Listen for an Esc that nothing in the window has a use for."""
        super().showEvent(event)
        if self._watched is None:
            self._watched = self.window()
            self._watched.installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Listen no longer."""
        super().hideEvent(event)
        if self._watched is not None and self.isHidden():
            self._watched.removeEventFilter(self)
            self._watched = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go away on Esc, or cancel what is under way."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() != Qt.Key.Key_Escape or not self.isVisible():
            return False
        if not self.is_busy:
            self.dismiss()
        elif self._stop is not None:
            self._cancelled()
        return True

    def _show(self, words: str, *, bad: bool, tell: bool = True) -> None:
        lines = words.splitlines()
        if len(lines) > _LINES:
            more = self.tr("… and {} more").format(len(lines) - _LINES + 1)
            words = "\n".join([*lines[: _LINES - 1], more])
        self._bad = bad
        self._stop = None
        self._words.setText(words)
        self._bar.hide()
        self._cancel.hide()
        self._offer.hide()
        self._close.show()
        self._restyle()
        self.show()
        if tell:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _take_offer(self) -> None:
        act, self._act = self._act, None
        self.dismiss()
        if act is not None:
            act()

    def _cancelled(self) -> None:
        stop, self._stop = self._stop, None
        self._cancel.hide()
        if stop is not None:
            stop()

    def _restyle(self) -> None:
        tones = self._theme.tones
        ink = tones.danger if self._bad else tones.accent
        self._sign.setText("!" if self._bad else "i")
        self._sign.setStyleSheet(f"color: {ink}; font-weight: bold;")
        self.setStyleSheet(
            f"QFrame#notice {{ background: {tones.surface}; border: none; "
            f"border-bottom: 1px solid {tones.line}; border-left: 4px solid {ink}; }}"
            f"QLabel#notice-words {{ color: {tones.ink}; }}"
            f"QPushButton, QToolButton {{ color: {tones.ink}; background: transparent; "
            f"border: 1px solid {tones.line}; border-radius: 4px; padding: 3px 10px; }}"
            f"QToolButton {{ border-color: transparent; padding: 3px 6px; }}"
            f"QPushButton:hover, QToolButton:hover {{ background: {tones.chrome}; }}"
            f"QPushButton:focus, QToolButton:focus {{ border-color: {tones.focus}; }}"
            f"QProgressBar {{ background: {tones.line}; border: none; border-radius: 3px; }}"
            f"QProgressBar::chunk {{ background: {tones.accent}; border-radius: 3px; }}"
        )
