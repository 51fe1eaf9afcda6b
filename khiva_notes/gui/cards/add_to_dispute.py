"""The keyboard's way to what dragging a card onto a dispute does: one key, and a field that finds.

The same panel serves lists, cards and texts; it stands over whatever page asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from khiva_notes.gui.cards.chooser import CardChooser
from khiva_notes.gui.cards.discard import discard
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.focus_return import FocusReturn
from khiva_notes.services.dispute_cards import add_cards

KEY = "Ctrl+Shift+A"
_WIDTH = 420
_TOP = 56


def dispute_action(desk: Desk, page: QWidget, item_ids: Callable[[], Sequence[int]]) -> QAction:
    """Make the action for a page; ``item_ids`` says which cards are meant, none for none."""
    action = QAction(_tr("Add to Dispute …"), page)
    action.setObjectName("add-to-dispute")
    action.setShortcut(QKeySequence(KEY))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.setToolTip(_tr("Adds the card, or all selected ones, to a dispute ({})").format(KEY))

    def ask() -> None:
        ids = [
            number
            for number, item in desk.session.library.data.items.many(item_ids()).items()
            if item.kind != "dispute" and not item.trashed
        ]
        if not ids:
            desk.said.emit(_tr("Select a card first, or put the keyboard on one."))
        elif not desk.session.library.data.items.all("dispute", limit=1):
            desk.said.emit(_tr("There is no dispute yet: make one with Ctrl+Alt+D."))
        else:
            AddToDispute(desk, page, ids).begin()

    action.triggered.connect(ask)
    page.addAction(action)
    return action


class AddToDispute(QFrame):
    """Asks for a dispute, adds the cards to it, and goes away; Esc or a click elsewhere ends it."""

    def __init__(self, desk: Desk, ground: QWidget, item_ids: Sequence[int]) -> None:
        super().__init__(ground)
        self.setObjectName("add-to-dispute-panel")
        self._desk = desk
        self._ground = ground
        self._item_ids = list(item_ids)
        self._focus = FocusReturn()
        words = self._words()
        self.setAccessibleName(words)
        self._heading = QLabel(words)
        self._heading.setWordWrap(True)
        self._chooser = CardChooser(desk, ("dispute",), self)
        self._chooser.chosen.connect(self._take)
        self._chooser.cancelled.connect(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self._chooser)
        self.setFixedWidth(_WIDTH)
        self._restyle()
        desk.theme.changed.connect(self._restyle)

    def begin(self) -> None:
        """Show the panel with the keyboard in its field."""
        self._focus.remember(self.window().focusWidget())
        self._stand()
        self.show()
        self.raise_()
        self._ground.installEventFilter(self)
        self.window().installEventFilter(self)
        self._chooser.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Follow the height of what is found."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._stand()
        return handled

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep in the middle, and end when the mouse is pressed or the page turned."""
        if event.type() == QEvent.Type.Resize:
            self._stand()
        elif event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.Hide):
            self._close()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _take(self, dispute_id: int) -> None:
        library, ids = self._desk.session.library, self._item_ids
        title = library.data.items.get(dispute_id).title
        self._close()
        before = library.data.revisions.last().number
        self._desk.attempt(lambda: add_cards(library, dispute_id, ids))
        if library.data.revisions.last().number != before:
            self._desk.said.emit(self.tr("Added to “{}”.").format(title))

    def _close(self) -> None:
        if self.isHidden():
            return
        self._ground.removeEventFilter(self)
        self.window().removeEventFilter(self)
        self._focus.go_back(self)
        discard(self)

    def _words(self) -> str:
        ids = self._item_ids
        if len(ids) == 1:
            item = self._desk.session.library.data.items.get(ids[0])
            return self.tr("Add “{}” to which dispute?").format(item.title)
        return self.tr("Add {} cards to which dispute?").format(len(ids))

    def _stand(self) -> None:
        ground = self._ground
        self.adjustSize()
        self.move(max(0, (ground.width() - self.width()) // 2), min(_TOP, ground.height() // 6))

    def _restyle(self) -> None:
        tones = self._desk.theme.tones
        self.setStyleSheet(
            f"QFrame#add-to-dispute-panel {{ background: {tones.surface}; "
            f"border: 1px solid {tones.focus}; border-radius: 6px; }}"
            f"QFrame#add-to-dispute-panel > QLabel {{ color: {tones.ink}; }}"
        )


def _tr(text: str) -> str:
    return QCoreApplication.translate("AddToDispute", text)
