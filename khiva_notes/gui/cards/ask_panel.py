"""A small panel over the page that asks for one thing by its name, and goes away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from khiva_notes.gui.cards.chooser import CardChooser
from khiva_notes.gui.cards.discard import discard
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.focus_return import FocusReturn
from khiva_notes.gui.own_keys import claims
from khiva_notes.model.comparison import Quote

_WIDTH = 460
_TOP = 56
_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class AskPanel(QFrame):
    """Asks for an item by any spelling, or for one of some passages; Esc or a click ends it."""

    def __init__(self, desk: Desk, ground: QWidget, words: str) -> None:
        super().__init__(ground)
        self._ground = ground
        self.setObjectName("essay-ask")
        self.setAccessibleName(words)
        self._desk = desk
        self._focus = FocusReturn()
        self._focus.remember(ground.window().focusWidget())
        self._heading = QLabel(words)
        self._heading.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 12, 12, 12)
        self._column.setSpacing(8)
        self._column.addWidget(self._heading)
        self.setFixedWidth(_WIDTH)
        tones = desk.theme.tones
        self.setStyleSheet(
            f"QFrame#essay-ask {{ background: {tones.surface}; "
            f"border: 1px solid {tones.focus}; border-radius: 6px; }}"
            f"QFrame#essay-ask > QLabel {{ color: {tones.ink}; }}"
            f"QListWidget {{ background: {tones.surface}; color: {tones.ink}; "
            f"border: 1px solid {tones.line}; border-radius: 3px; outline: none; }}"
        )

    def for_item(
        self, kinds: Sequence[str], take: Callable[[int], object], first: str = ""
    ) -> None:
        """Ask for an item of these kinds; ``first`` is offered to be taken or typed over."""
        chooser = CardChooser(self._desk, tuple(kinds), self)
        chooser.chosen.connect(lambda item_id: self._answer(lambda: take(item_id)))
        chooser.cancelled.connect(self.close_panel)
        if first:
            chooser.set_text(first)
        self._begin(chooser)

    def for_passage(self, quotes: Sequence[Quote], take: Callable[[int], object]) -> None:
        """Ask for one of these passages."""
        listed = QListWidget()
        listed.setObjectName("essay-ask-passages")
        listed.setAccessibleName(self.tr("Passages to quote"))
        listed.setWordWrap(True)
        listed.setTextElideMode(Qt.TextElideMode.ElideRight)
        for quote in quotes:
            entry = QListWidgetItem(f"“{quote.passage.exact}”\n{quote.citation}")
            entry.setData(Qt.ItemDataRole.UserRole, quote.passage.id)
            listed.addItem(entry)
        listed.setCurrentRow(0)
        listed.setMinimumHeight(min(320, 56 * len(quotes) + 8))
        listed.itemActivated.connect(
            lambda entry: self._answer(lambda: take(entry.data(Qt.ItemDataRole.UserRole)))
        )
        listed.installEventFilter(self)
        self._begin(listed)

    def event(self, event: QEvent) -> bool:
        """Follow the height of what is found."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._stand()
        return handled

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep in the middle; end when the mouse is pressed elsewhere or the page turned."""
        if watched is not self._ground and watched is not self.window():
            if claims(event, lambda key: key.key() in _KEYS):
                return True
            pressed = event if event.type() == QEvent.Type.KeyPress else None
            if isinstance(pressed, QKeyEvent) and pressed.key() == Qt.Key.Key_Escape:
                self.close_panel()
                return True
        elif event.type() == QEvent.Type.Resize:
            self._stand()
        elif event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.Hide):
            self.close_panel()
        return False

    def close_panel(self) -> None:
        """Go away without an answer, and give the keyboard back."""
        if self.isHidden():
            return
        self._ground.removeEventFilter(self)
        self.window().removeEventFilter(self)
        self._focus.go_back(self)
        discard(self)

    def _answer(self, act: Callable[[], object]) -> None:
        self.close_panel()
        act()

    def _begin(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
        self._stand()
        self.show()
        self.raise_()
        self._ground.installEventFilter(self)
        self.window().installEventFilter(self)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stand(self) -> None:
        self.adjustSize()
        left = max(0, (self._ground.width() - self.width()) // 2)
        self.move(left, min(_TOP, self._ground.height() // 6))
