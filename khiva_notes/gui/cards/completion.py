"""What pops up at the caret after ``[[``: the cards that the letters may mean."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from khiva_notes.gui.cards.chooser_rows import ChooserPainter, ChooserRow, ChooserRows
from khiva_notes.gui.cards.name_book import NameBook
from khiva_notes.gui.desk import Desk

_MOST = 8
_WIDTH = 360


class LinkCompletion(QListView):
    """A list over the window's other things that leaves the focus with the text.

    ``taken`` bears a row. It is part of the window and no window of its own, so that it can be
    placed where it belongs on every platform.
    """

    taken = Signal(object)

    def __init__(self, desk: Desk, text: QWidget) -> None:
        super().__init__(text.window())
        self.hide()
        self.setObjectName("link-completion")
        self.setAccessibleName(self.tr("Cards to link to"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._desk = desk
        self._book = NameBook.of(desk)
        self._rows = ChooserRows(self)
        self.setModel(self._rows)
        self.setItemDelegate(ChooserPainter(desk.theme, self))
        self.clicked.connect(lambda index: self.taken.emit(index.data(Qt.ItemDataRole.UserRole)))

    def offer(self, words: str, caret: QRect, leave_out: int) -> None:
        """Show what ``words`` may mean beside the caret, given in the window's coordinates."""
        found = [m for m in self._book.find(words, (), _MOST + 1) if m.item_id != leave_out]
        rows = [ChooserRow(m.item_id, m.kind, m.title, m.form) for m in found[:_MOST]]
        self._rows.show_rows(rows)
        if not rows:
            self.hide()
            return
        tones = self._desk.theme.tones
        self.setStyleSheet(
            f"QListView {{ background: {tones.surface}; color: {tones.ink}; "
            f"border: 1px solid {tones.line}; outline: none; }}"
        )
        self.setCurrentIndex(self._rows.index(0))
        self.resize(_WIDTH, self.sizeHintForRow(0) * len(rows) + 4)
        self.move(self._beside(caret))
        self.show()
        self.raise_()

    def take_key(self, event: QKeyEvent) -> bool:
        """Act on a key of the text while the list is open; True if the key is used up."""
        if not self.isVisible():
            return False
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            row = (self.currentIndex().row() + step) % max(1, self._rows.rowCount())
            self.setCurrentIndex(self._rows.index(row))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self.taken.emit(self.currentIndex().data(Qt.ItemDataRole.UserRole))
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def _beside(self, caret: QRect) -> QPoint:
        room = self.window().rect()
        left = max(0, min(caret.left(), room.right() - self.width()))
        below = caret.bottom() + 4
        if below + self.height() > room.bottom():
            below = max(0, caret.top() - 4 - self.height())
        return QPoint(left, below)
