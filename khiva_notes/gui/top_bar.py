"""The bar at the top: back and forth, the search box, and what one does most."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from khiva_notes.gui.commands import Menus
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.search.box import SearchBox
from khiva_notes.gui.theme import Theme

_SEARCH_WIDTH = 520


class TopBar(QToolBar):
    """Fixed under the menus; the search box belongs to the library that is open."""

    def __init__(self, menus: Menus, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("top-bar")
        self.setWindowTitle(self.tr("Top bar"))
        self.setMovable(False)
        self.setFloatable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setIconSize(QSize(16, 16))
        self._menus = menus
        self._theme = theme
        self._box: SearchBox | None = None
        for name, sign in (("back", "◂"), ("forward", "▸")):
            self.addWidget(self._button(name, sign))
        self._slot = QWidget()
        self._slot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self._slot)
        self._row.setContentsMargins(12, 4, 12, 4)
        self._row.addStretch(1)
        self._row.addStretch(1)
        self.addWidget(self._slot)
        self.addWidget(self._card_button())
        self.addWidget(self._button("new-dispute", self.tr("Compare")))
        self.addWidget(self._button("export-vault", self.tr("Export")))
        theme.changed.connect(self._restyle)
        self._restyle()

    def attach(self, desk: Desk) -> None:
        """Put in the search box of a library."""
        self._box = SearchBox(desk)
        self._box.setMaximumWidth(_SEARCH_WIDTH)
        self._row.insertWidget(1, self._box, 4)

    def detach(self) -> None:
        """Take the search box out again."""
        if self._box is not None:
            self._row.removeWidget(self._box)
            self._box.hide()
            self._box.deleteLater()
            self._box = None

    def focus_search(self) -> None:
        """Bring the keyboard to the search box."""
        if self._box is not None:
            self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _button(self, name: str, text: str) -> QToolButton:
        action = self._menus.actions[name]
        button = QToolButton()
        button.setObjectName(f"top-{name}")
        button.setText(text)
        button.setEnabled(action.isEnabled())
        button.setAccessibleName(action.text())
        button.clicked.connect(action.trigger)
        key = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
        button.setToolTip(f"{action.text()} ({key})" if key else action.text())
        action.enabledChanged.connect(button.setEnabled)
        return button

    def _card_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("top-new-card")
        button.setText(self.tr("+ Card"))
        button.setAccessibleName(self.tr("New card"))
        button.setToolTip(self.tr("Make a card without words from a text"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for name in ("person", "event", "claim", "place", "group", "source"):
            menu.addAction(self._menus.actions[f"new-{name}"])
        button.setMenu(menu)
        first = self._menus.actions["new-person"]
        button.setEnabled(first.isEnabled())
        first.enabledChanged.connect(button.setEnabled)
        return button

    def _restyle(self) -> None:
        tones = self._theme.tones
        self.setStyleSheet(
            f"QToolBar {{ background: {tones.chrome}; border: none; "
            f"border-bottom: 1px solid {tones.line}; padding: 2px 8px; spacing: 4px; }}"
            f"QToolButton {{ color: {tones.ink}; border: 1px solid transparent; "
            f"border-radius: 4px; padding: 4px 8px; }}"
            f"QToolButton:disabled {{ color: {tones.line}; }}"
            f"QToolButton:hover:enabled {{ background: {tones.surface}; }}"
            f"QToolButton:focus {{ border-color: {tones.focus}; }}"
            f"QToolButton#top-new-card {{ padding-right: 16px; }}"
        )
