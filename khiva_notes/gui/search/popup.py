"""The list under the search box: a child of the window, so that it never takes the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QVBoxLayout,
    QWidget,
)

from khiva_notes.gui.cards.elided import ElidedLabel
from khiva_notes.gui.click_away import ClickAway
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.search.row_model import RowModel
from khiva_notes.gui.search.row_painter import RowPainter
from khiva_notes.gui.search.rows import Row

_WIDTH, _HEIGHT = 680, 560
_MARGIN = 16


class ResultsPopup(QFrame):
    """Shows rows and, below them, how the search stands and which keys help.

    ``taken`` is sent when a row was clicked, ``abandoned`` when something else was.
    """

    taken = Signal()
    abandoned = Signal()

    def __init__(self, desk: Desk, line: QWidget) -> None:
        super().__init__(line.window())
        self.setObjectName("search-popup")
        self._window = line.window()
        self._line = line
        self._desk = desk
        self._model = RowModel()
        self.view = QListView()
        self.view.setObjectName("search-results")
        self.view.setAccessibleName(self.tr("What was found"))
        self.view.setModel(self._model)
        self.view.setItemDelegate(RowPainter(desk.theme, self.view))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setMouseTracking(True)
        self.view.clicked.connect(self._clicked)
        self._state = ElidedLabel()
        self._state.setObjectName("search-foot")
        self._keys = ElidedLabel()
        self._keys.setObjectName("search-keys")
        self._keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 6, 12, 6)
        foot.setSpacing(16)
        foot.addWidget(self._state)
        foot.addWidget(self._keys, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        column.addStretch()
        self._window.installEventFilter(self)
        self._click_away = ClickAway(self, line)
        self._click_away.away.connect(self.abandoned)
        desk.theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    @property
    def chosen(self) -> Row | None:
        """The chosen row, None while the list is hidden or empty."""
        index = self.view.currentIndex()
        return self._model.row(index) if self.isVisible() and index.isValid() else None

    @property
    def first(self) -> Row | None:
        """The first row that can be chosen."""
        number = self._model.next_row(-1, 1)
        return self._model.rows[number] if number >= 0 and self._model.rows else None

    def show_rows(self, rows: list[Row], *, choose: bool, keep: bool = False) -> None:
        """Show other rows, the first one chosen where ``choose`` says so.

        With ``keep`` a row that was chosen and is still there stays chosen.
        """
        before = self.chosen if keep else None
        self._model.show(rows)
        self.view.setVisible(bool(rows))
        number = self._model.row_like(before) if before is not None else -1
        if number < 0 and choose and rows:
            number = self._model.next_row(-1, 1)
        if number < 0:
            self.view.setCurrentIndex(QModelIndex())
            self.view.scrollToTop()
        else:
            self._choose(number)

    def say(self, state: str, keys: str) -> None:
        """Tell how the search stands, and which keys help now."""
        self._state.setText(state)
        self._keys.setText(keys)

    def move_by(self, step: int) -> None:
        """Choose another row."""
        before = self.view.currentIndex().row()
        self._choose(self._model.next_row(before, step))

    def unfold(self) -> None:
        """Show the list under its line, as large as its rows need and the window allows."""
        window = self._window
        corner = self._line.mapTo(window, QPoint(0, self._line.height() + 4))
        width = max(self._line.width(), min(_WIDTH, window.width() - 2 * _MARGIN))
        middle = corner.x() + self._line.width() // 2
        left = max(_MARGIN, min(middle - width // 2, window.width() - width - _MARGIN))
        height = min(self._wanted_height(), _HEIGHT, window.height() - corner.y() - _MARGIN)
        self.setGeometry(left, corner.y(), width, height)
        if not self.isVisible():
            self._click_away.watch(True)
            self.show()
        self.raise_()

    def fold(self) -> None:
        """Put the list away."""
        if self.isVisible():
            self._click_away.watch(False)
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep under the line when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.unfold()
        return False

    def _choose(self, number: int) -> None:
        index = self._model.index(number)
        self.view.setCurrentIndex(index)
        if number == self._model.next_row(-1, 1):
            self.view.scrollToTop()
        else:
            self.view.scrollTo(index)

    def _clicked(self, index: QModelIndex) -> None:
        if not self._model.row(index).heading:
            self.taken.emit()

    def _wanted_height(self) -> int:
        rows = sum(self.view.sizeHintForRow(number) for number in range(self._model.rowCount()))
        return rows + self._state.sizeHint().height() + 12 + 7

    def _restyle(self) -> None:
        tones = self._desk.theme.tones
        self.setStyleSheet(
            f"QFrame#search-popup {{ background: {tones.surface}; "
            f"border: 1px solid {tones.line}; border-radius: 6px; }}"
            f"QListView {{ background: {tones.surface}; outline: none; }}"
            f"QLabel {{ color: {tones.muted}; background: transparent; }}"
        )
