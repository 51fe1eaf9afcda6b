"""The page of keys: everything that has one, in two columns of sections."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QVBoxLayout, QWidget

from khiva_notes.gui.click_away import ClickAway
from khiva_notes.gui.focus_return import FocusReturn
from khiva_notes.gui.palette.sections import Section
from khiva_notes.gui.theme import Theme

_WIDTH, _TWO_COLUMNS = 920, 640
_TOP = 56


class ShortcutsPanel(QFrame):
    """Made anew from the actions each time it is shown, so that it can't be out of date."""

    def __init__(
        self, sections: Callable[[], list[Section]], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts")
        self.setAccessibleName(self.tr("Keys"))
        self._window = parent
        self._sections = sections
        self._theme = theme
        self._return = FocusReturn()
        self._text = QTextBrowser()
        self._text.setObjectName("shortcuts-text")
        self._text.setAccessibleName(self.tr("Keys"))
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 4, 12)
        column.addWidget(self._text)
        self._click_away = ClickAway(self)
        self._click_away.away.connect(self.hide)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def popup(self) -> None:
        """Show the keys over the window, or put them away again."""
        if self.isVisible():
            self._leave()
            return
        self._return.remember(self._window.focusWidget())
        width = min(_WIDTH, self._window.width() - 48)
        height = self._window.height() - _TOP - 40
        self.setGeometry((self._window.width() - width) // 2, _TOP, width, height)
        self._text.setHtml(self._html(2 if width >= _TWO_COLUMNS else 1))
        self.show()
        self.raise_()
        self._click_away.watch(True)
        self._text.setFocus(Qt.FocusReason.PopupFocusReason)

    def hideEvent(self, event: QEvent) -> None:
        """No longer watch the mouse."""
        super().hideEvent(event)  # type: ignore[arg-type]
        self._click_away.watch(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        self.hide()
        self._return.go_back(self._text)

    def _html(self, columns: int) -> str:
        found = self._sections()
        cells = [
            f"<td width='{100 // columns}%' valign='top' style='padding-right: 24px'>"
            f"{''.join(map(self._section_html, part))}</td>"
            for part in _balanced(found, columns)
        ]
        title = escape(self.tr("Keys"))
        hint = escape(self.tr("Everything else is in the palette, Ctrl+Shift+P"))
        muted = self._theme.tones.muted
        return (
            f"<h2 style='margin-bottom: 0'>{title}</h2>"
            f"<p style='color: {muted}; margin-top: 2px; margin-bottom: 12px'>{hint}</p>"
            f"<table width='100%' cellspacing='0'><tr>{''.join(cells)}</tr></table>"
        )

    def _section_html(self, section: Section) -> str:
        tones = self._theme.tones
        lines = "".join(
            f"<tr><td style='padding: 2px 8px 2px 0'>{escape(words)}</td>"
            f"<td align='right' style='padding: 2px 0; color: {tones.muted}'>"
            f"<nobr>{escape(keys)}</nobr></td></tr>"
            for words, keys in section.lines
        )
        return (
            f"<h4 style='color: {tones.accent}; margin-bottom: 2px'>{escape(section.title)}</h4>"
            f"<table width='100%' cellspacing='0'>{lines}</table>"
        )

    def _restyle(self) -> None:
        tones = self._theme.tones
        self.setStyleSheet(
            f"QFrame#shortcuts {{ background: {tones.surface}; "
            f"border: 1px solid {tones.muted}; border-radius: 8px; }}"
            f"QTextBrowser {{ background: {tones.surface}; color: {tones.ink}; }}"
        )
        self.hide()


def _balanced(sections: list[Section], columns: int) -> list[list[Section]]:
    """Share sections out to columns of about the same length, in their order."""
    heights = [len(section.lines) + 2 for section in sections]
    share = sum(heights) / columns
    parts: list[list[Section]] = [[] for _ in range(columns)]
    before = 0.0
    for section, height in zip(sections, heights, strict=True):
        middle = before + height / 2
        parts[min(columns - 1, int(middle / share)) if share else 0].append(section)
        before += height
    return parts
