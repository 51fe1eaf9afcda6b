"""The bar at the top: back and forth, the search box, and what one does most."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction, QColor, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QStyle,
    QToolBar,
    QToolButton,
    QWidget,
)

from khiva_notes.gui.commands import Menus
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.search.box import SearchBox
from khiva_notes.gui.theme import Theme

_SEARCH_WIDTH = 560
_GAP = 12
_NEW = ("person", "event", "claim", "place", "group", "source")


class TopBar(QToolBar):
    """Fixed under the menus; the search box belongs to the library that is open."""

    def __init__(self, menus: Menus, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("top-bar")
        self.setWindowTitle(self.tr("Top bar"))
        self.setMovable(False)
        self.setFloatable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._menus = menus
        self._theme = theme
        self._box: SearchBox | None = None
        self._strip = _Strip(
            [self._button("back", "←"), self._button("forward", "→")],
            [
                self._card_button(),
                self._button("new-dispute", self.tr("Compare")),
                self._button("export", self.tr("Export")),
            ],
        )
        self.addWidget(self._strip)
        theme.changed.connect(self._restyle)
        self._restyle()

    def attach(self, desk: Desk) -> None:
        """Put in the search box of a library."""
        self._box = SearchBox(desk)
        self._strip.put(self._box)

    def detach(self) -> None:
        """Take the search box out again."""
        if self._box is not None:
            self._strip.put(None)
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
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: _follow(button, action))
        _follow(button, action)
        return button

    def _card_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("top-new-card")
        button.setText(self.tr("+ Card ▾"))
        button.setAccessibleName(self.tr("New card"))
        button.setToolTip(self.tr("Make a card without words from a text"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.setObjectName("top-new-card-menu")
        for name in _NEW:
            menu.addAction(self._menus.actions[f"new-{name}"])
        button.setMenu(menu)
        first = self._menus.actions["new-person"]
        button.setEnabled(first.isEnabled())
        first.enabledChanged.connect(button.setEnabled)
        return button

    def _restyle(self) -> None:
        tones = self._theme.tones
        faded = QColor(tones.muted)
        faded.setAlpha(120)
        self.setStyleSheet(
            f"QToolBar {{ background: {tones.chrome}; border: none; "
            f"border-bottom: 1px solid {tones.line}; padding: 0; }}"
            f"QToolButton {{ color: {tones.ink}; border: 1px solid transparent; "
            f"border-radius: 6px; padding: 5px 10px; }}"
            f"QToolButton:disabled {{ color: {faded.name(QColor.NameFormat.HexArgb)}; }}"
            f"QToolButton:hover:enabled {{ background: {tones.surface}; }}"
            f"QToolButton:focus {{ border-color: {tones.focus}; }}"
            f"QToolButton::menu-indicator {{ image: none; width: 0; }}"
        )


class _Strip(QWidget):
    """Buttons at both ends, and the search box in the very middle while there is room for it."""

    def __init__(self, before: list[QToolButton], after: list[QToolButton]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._box: QWidget | None = None
        self._before = self._group(before)
        self._after = self._group(after)

    def put(self, box: QWidget | None) -> None:
        """Have another widget in the middle, or none."""
        self._box = box
        if box is not None:
            box.setParent(self)
            QWidget.setTabOrder(self._before, box)
            QWidget.setTabOrder(box, self._after)
            box.show()
        self._arrange()

    def sizeHint(self) -> QSize:
        """Return the height of a line with some air, and room for the buttons."""
        ends = self._before.sizeHint().width() + self._after.sizeHint().width()
        height = max(self._after.sizeHint().height(), self.fontMetrics().height() + 16)
        return QSize(ends + 240, height + 12)

    def minimumSizeHint(self) -> QSize:
        """Return room for the buttons and a few letters."""
        hint = self.sizeHint()
        return QSize(hint.width() - 120, hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the box in the middle."""
        super().resizeEvent(event)
        self._arrange()

    def _group(self, buttons: list[QToolButton]) -> QWidget:
        group = QWidget(self)
        row = QHBoxLayout(group)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in buttons:
            row.addWidget(button)
        return group

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        left, right = self._before.sizeHint().width(), self._after.sizeHint().width()
        self._place(self._before, 8, left, height)
        self._place(self._after, width - 8 - right, right, height)
        if self._box is None:
            return
        first, last = 8 + left + _GAP, width - 8 - right - _GAP
        size = max(80, min(_SEARCH_WIDTH, last - first))
        middle = max(first, min((width - size) // 2, last - size))
        tall = min(height - 12, self._box.sizeHint().height())
        self._place(self._box, middle, size, tall)

    def _place(self, widget: QWidget, left: int, width: int, height: int) -> None:
        spot = QRect(left, (self.height() - height) // 2, width, height)
        widget.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), spot))


def _follow(button: QToolButton, action: QAction) -> None:
    """Be what an action is: grey or not, with its words and its key for those who ask."""
    button.setEnabled(action.isEnabled())
    button.setAccessibleName(action.text())
    key = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
    button.setToolTip(f"{action.text()} ({key})" if key else action.text())
