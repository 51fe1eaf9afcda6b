"""The command palette: every action of the window, found by typing any of its words."""

from __future__ import annotations

import json

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from khiva_notes.gui.click_away import ClickAway
from khiva_notes.gui.focus_return import FocusReturn
from khiva_notes.gui.own_keys import claims
from khiva_notes.gui.palette.listing import Actions, Entry, entry_of
from khiva_notes.gui.palette.rows import ENTRY_ROLE, ROW, EntryModel, EntryPainter, matching
from khiva_notes.gui.preferences import Preferences
from khiva_notes.gui.theme import Theme

_WIDTH, _ROWS = 600, 14
_TOP = 72
_RECENT, _MOST_RECENT = "palette-recent", 6
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Backtab: -1,
    Qt.Key.Key_PageDown: _ROWS,
    Qt.Key.Key_PageUp: -_ROWS,
}


class CommandPalette(QFrame):
    """A list over the window's middle; Enter runs the chosen action, Esc goes back."""

    def __init__(
        self, actions: Actions, theme: Theme, preferences: Preferences, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.setAccessibleName(self.tr("All commands"))
        self._window = parent
        self._actions = actions
        self._theme = theme
        self._preferences = preferences
        self._return = FocusReturn()
        self._entries: list[Entry] = []
        self._line = QLineEdit()
        self._line.setObjectName("palette-line")
        self._line.setPlaceholderText(self.tr("Type what you want to do"))
        self._line.setAccessibleName(self.tr("Find a command"))
        self._line.textChanged.connect(self._fill)
        self._line.installEventFilter(self)
        self._model = EntryModel()
        self._list = QListView()
        self._list.setObjectName("palette-list")
        self._list.setAccessibleName(self.tr("Commands"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(EntryPainter(theme, self._list))
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(self._run)
        self._nothing = QLabel(self.tr("No command has these words."))
        self._nothing.setObjectName("palette-nothing")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 5)
        column.setSpacing(4)
        column.addWidget(self._line)
        column.addWidget(self._list, 1)
        column.addWidget(self._nothing)
        self._click_away = ClickAway(self)
        self._click_away.away.connect(self.hide)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def popup(self) -> None:
        """Show all actions, those used lately first, and wait for words."""
        if not self.isVisible():
            self._return.remember(self._window.focusWidget())
        self._entries = [entry_of(path, action) for path, action in self._actions()]
        self._line.clear()
        self._fill("")
        self._fit()
        self.show()
        self.raise_()
        self._click_away.watch(True)
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)

    def hideEvent(self, event: QEvent) -> None:
        """No longer watch the mouse."""
        super().hideEvent(event)  # type: ignore[arg-type]
        self._click_away.watch(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while one types, and leave when focus goes elsewhere."""
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.hide()
        if claims(event, lambda key: key.key() in (*_STEPS, *_ENTER, Qt.Key.Key_Escape)):
            return True
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key(event.key())
        if key in _STEPS:
            row = self._list.currentIndex().row() + _STEPS[key]
            row = max(0, min(self._model.rowCount() - 1, row))
            self._list.setCurrentIndex(self._model.index(row))
        elif key in _ENTER:
            self._run(self._list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            return False
        return True

    def _fill(self, typed: str) -> None:
        self._model.show(matching(self._entries, typed, self._recent()))
        self._list.setCurrentIndex(self._model.index(0))
        self._list.scrollToTop()
        found = bool(self._model.entries)
        self._list.setVisible(found)
        self._nothing.setVisible(not found)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the rows, as far as the window allows."""
        rows = max(1, min(_ROWS, self._model.rowCount()))
        row = max(ROW, self._list.sizeHintForRow(0))
        width = min(_WIDTH, self._window.width() - 32)
        height = rows * row + self._line.sizeHint().height() + 14
        height = min(height, self._window.height() - _TOP - 24)
        self.setGeometry((self._window.width() - width) // 2, _TOP, width, height)

    def _run(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY_ROLE) if index.isValid() else None
        if not isinstance(entry, Entry) or not entry.action.isEnabled():
            return
        others = [name for name in self._recent() if name != entry.name]
        self._preferences.set(_RECENT, json.dumps([entry.name, *others][:_MOST_RECENT]))
        self._leave()
        entry.action.trigger()

    def _recent(self) -> list[str]:
        try:
            names = json.loads(str(self._preferences.get(_RECENT, "[]")))
        except ValueError:  # a settings file that somebody has edited
            return []
        return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []

    def _leave(self) -> None:
        self.hide()
        self._return.go_back(self._line)

    def _restyle(self) -> None:
        tones = self._theme.tones
        self.setStyleSheet(
            f"QFrame#palette {{ background: {tones.surface}; "
            f"border: 1px solid {tones.muted}; border-radius: 8px; }}"
            f"QLineEdit {{ background: transparent; color: {tones.ink}; border: none; "
            f"border-bottom: 1px solid {tones.line}; padding: 10px 12px; }}"
            f"QListView {{ background: {tones.surface}; outline: none; }}"
            f"QLabel {{ color: {tones.muted}; padding: 8px 12px; }}"
        )
