"""What pops up under a search line: the fields and values that the clause at hand may become."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from khiva_notes.gui.search.query_line import QueryLine
from khiva_notes.gui.search.row_model import RowModel
from khiva_notes.gui.search.row_painter import RowPainter
from khiva_notes.gui.search.rows import Row
from khiva_notes.services.query_language import Completion

_MOST = 8
_WIDTH = 420
_NONE = Qt.KeyboardModifier.NoModifier


class CompletionList(QListView):
    """A child of the page that leaves the keyboard with the line.

    Tab takes the first offer at once; Enter takes one only when the arrows have chosen it.
    """

    def __init__(self, line: QueryLine, page: QWidget) -> None:
        super().__init__(page)
        self.setObjectName("search-completions")
        self.setAccessibleName(self.tr("Completions"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page = page
        self._line = line
        self._offers: list[Completion] = []
        self._model = RowModel()
        self.setModel(self._model)
        self.setItemDelegate(RowPainter(line.desk.theme, self))
        self.clicked.connect(self._clicked)
        line.offered.connect(self._offer)
        line.desk.theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def take_key(self, event: QKeyEvent) -> bool:
        """Act on a key of the line while the list is open; True if the key is used up."""
        if not self.isVisible() or event.modifiers() != _NONE:
            return False
        key, row = event.key(), self.currentIndex().row()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            row += 1 if key == Qt.Key.Key_Down else -1
            self.setCurrentIndex(self._model.index(max(0, min(len(self._offers) - 1, row))))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self._line.take(self._offers[row])
        elif key == Qt.Key.Key_Escape:
            self._line.forget_offers()
        else:
            return False
        return True

    def _offer(self, offers: list[Completion]) -> None:
        self._offers = offers[:_MOST]
        rows = [Row("", offer.text, beside=offer.meaning) for offer in self._offers]
        self._model.show(rows)
        self.setCurrentIndex(QModelIndex())
        if not rows:
            self.hide()
            return
        height = self.sizeHintForRow(0) * len(rows) + 2
        corner = self._line.mapTo(self._page, QPoint(0, self._line.height() + 2))
        self.setGeometry(corner.x(), corner.y(), min(_WIDTH, self._line.width()), height)
        self.show()
        self.raise_()

    def _clicked(self, index: QModelIndex) -> None:
        self._line.take(self._offers[index.row()])

    def _restyle(self) -> None:
        tones = self._line.desk.theme.tones
        self.setStyleSheet(
            f"QListView {{ background: {tones.surface}; color: {tones.ink}; outline: none; "
            f"border: 1px solid {tones.line}; border-radius: 4px; }}"
        )
