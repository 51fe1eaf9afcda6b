"""The search box of the top bar: results under it as one types, grouped by kind."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.search.row_delegate import RowDelegate
from khiva_notes.gui.search.rows import Row, RowModel, rows_of
from khiva_notes.services.finding import Answer

_PER_KIND = 5
_LIMIT = 40
_PAGE = 6
_WIDTH, _HEIGHT = 640, 520


class SearchBox(QLineEdit):
    """Asks at every keystroke, dropping the question before; Enter opens the chosen hit."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search-box")
        self.setPlaceholderText(self.tr("Search or jump to …    Ctrl+K"))
        self.setAccessibleName(self.tr("Search the library"))
        self.setClearButtonEnabled(True)
        self._desk = desk
        self._number = 0
        self._before: QWidget | None = None
        self._popup: _Popup | None = None
        self.textEdited.connect(self._ask)
        desk.session.indexer.answered.connect(self._answered)
        desk.theme.changed.connect(self._restyle)
        self._restyle()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember where the keyboard was, and show what was found before."""
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            window = self.window()
            focus = window.focusWidget()
            self._before = focus if focus is not self else self._before
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.ShortcutFocusReason:
            self.selectAll()
        if self.text().strip():
            self._ask(self.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the list away."""
        super().focusOutEvent(event)
        self._hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, open, or leave."""
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _PAGE,
            Qt.Key.Key_PageUp: -_PAGE,
        }
        key = Qt.Key(event.key())
        if key in steps and self._popup is not None and self._popup.isVisible():
            self._popup.move_by(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(own_page=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _ask(self, words: str) -> None:
        if not words.strip():
            self._desk.session.indexer.drop()
            self._hide()
            return
        self._number = self._desk.session.indexer.ask(
            words, limit=_LIMIT, per_kind=_PER_KIND, typing=not words.endswith(" ")
        )

    def _answered(self, number: int, answer: Answer) -> None:
        if number != self._number or not self.hasFocus():
            return
        self._list().show_answer(answer)
        self._place()

    def _list(self) -> _Popup:
        if self._popup is None:
            self._popup = _Popup(self._desk, self.window())
            self._popup.view.clicked.connect(lambda _: self._open(own_page=False))
        return self._popup

    def _place(self) -> None:
        popup = self._list()
        window = self.window()
        below = self.mapTo(window, QPoint(0, self.height() + 4))
        width = max(self.width(), min(_WIDTH, window.width() - 32))
        left = max(8, min(below.x(), window.width() - width - 8))
        height = min(popup.wanted_height(), _HEIGHT, window.height() - below.y() - 16)
        popup.setGeometry(left, below.y(), width, height)
        popup.show()
        popup.raise_()

    def _open(self, *, own_page: bool) -> None:
        row = self._popup.chosen() if self._popup is not None and self._popup.isVisible() else None
        if row is None:
            if self.text().strip():
                self._hide()
                self._desk.navigator.go(Place("search", query=self.text()))
            return
        if row.query:
            self.setText(row.query)
            self._ask(row.query)
            return
        place = row.card if own_page else row.place
        self._hide()
        if place is not None:
            self._desk.navigator.go(place)

    def _leave(self) -> None:
        shown = self._popup is not None and self._popup.isVisible()
        self._desk.session.indexer.drop()
        self._hide()
        if shown and self.text():
            return
        self.clear()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hide(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    def deleteLater(self) -> None:
        """Take the list away with the box."""
        if self._popup is not None:
            self._popup.deleteLater()
            self._popup = None
        super().deleteLater()

    def _restyle(self) -> None:
        tones = self._desk.theme.tones
        self.setStyleSheet(
            f"QLineEdit#search-box {{ background: {tones.surface}; color: {tones.ink}; "
            f"border: 1px solid {tones.line}; border-radius: 6px; padding: 5px 10px; }}"
            f"QLineEdit#search-box:focus {{ border-color: {tones.focus}; }}"
        )


class _Popup(QFrame):
    """The list under the box: a child of the window, so that it never takes the keyboard."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("search-popup")
        self._desk = desk
        self._model = RowModel()
        self.view = QListView()
        self.view.setObjectName("search-results")
        self.view.setAccessibleName(self.tr("What was found"))
        self.view.setModel(self._model)
        self.view.setItemDelegate(RowDelegate(desk.theme, self.view))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setMouseTracking(True)
        self._foot = QLabel()
        self._foot.setObjectName("search-foot")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self._foot)
        desk.theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def show_answer(self, answer: Answer) -> None:
        """Show what was found, the best hit chosen."""
        rows = rows_of(answer)
        self._model.show(rows)
        first = self._model.next_row(-1, 1) if rows else -1
        self.view.setCurrentIndex(self._model.index(first))
        if answer.total:
            words = self.tr("{} found    Enter: to the words    Ctrl+Enter: its own page").format(
                f"{answer.total:,}"
            )
        else:
            words = self.tr("Nothing found. Fewer letters, or another spelling, may help.")
        self._foot.setText(words)

    def wanted_height(self) -> int:
        """Return the height that shows every row."""
        option = sum(self.view.sizeHintForRow(number) for number in range(self._model.rowCount()))
        return option + self._foot.sizeHint().height() + 12

    def move_by(self, step: int) -> None:
        """Choose another row."""
        row = self._model.next_row(self.view.currentIndex().row(), step)
        self.view.setCurrentIndex(self._model.index(row))
        self.view.scrollTo(self.view.currentIndex())

    def chosen(self) -> Row | None:
        """Return the chosen row, if there is one."""
        index = self.view.currentIndex()
        return self._model.row(index) if index.isValid() else None

    def _restyle(self) -> None:
        tones = self._desk.theme.tones
        self.setStyleSheet(
            f"QFrame#search-popup {{ background: {tones.surface}; "
            f"border: 1px solid {tones.line}; border-radius: 6px; }}"
            f"QListView {{ background: {tones.surface}; outline: none; }}"
            f"QLabel#search-foot {{ color: {tones.muted}; padding: 6px 10px; "
            f"border-top: 1px solid {tones.line}; }}"
        )
