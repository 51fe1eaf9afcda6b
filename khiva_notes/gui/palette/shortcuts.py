"""The page of keys: every action that has one, by menu."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QVBoxLayout, QWidget

from khiva_notes.gui.palette.palette import Actions
from khiva_notes.gui.theme import Theme


class ShortcutsPanel(QFrame):
    """Made anew from the actions each time it is shown, so that it can't be out of date."""

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self._actions = actions
        self._theme = theme
        self._before: QWidget | None = None
        self._text = QTextBrowser()
        self._text.setObjectName("shortcuts-text")
        self._text.setAccessibleName(self.tr("Keys"))
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self._text)
        self.hide()

    def popup(self) -> None:
        """Show the keys over the window; Esc goes back."""
        window = self.parentWidget()
        self._before = window.focusWidget()
        self._text.setHtml(self._html())
        width, height = min(720, window.width() - 64), min(720, window.height() - 120)
        self.setGeometry((window.width() - width) // 2, 60, width, height)
        self.show()
        self.raise_()
        self._text.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            if self._before is not None:
                self._before.setFocus()
        else:
            super().keyPressEvent(event)

    def _html(self) -> str:
        muted = self._theme.tones.muted
        parts = [f"<h2>{escape(self.tr('Keys'))}</h2>"]
        last = ""
        rows: list[str] = []
        for menu, action in [*self._actions(), ("", None)]:
            if menu != last:
                if rows:
                    parts.append(
                        f"<h3>{escape(last)}</h3><table width='100%'>{''.join(rows)}</table>"
                    )
                last, rows = menu, []
            keys = (
                [one.toString(one.SequenceFormat.NativeText) for one in action.shortcuts()]
                if action
                else []
            )
            if action is not None and keys:
                text = escape(action.text().replace("&", ""))
                shown = escape(", ".join(dict.fromkeys(keys)))
                rows.append(
                    f"<tr><td width='60%'>{text}</td><td style='color:{muted}'>{shown}</td></tr>"
                )
        return "".join(parts)
