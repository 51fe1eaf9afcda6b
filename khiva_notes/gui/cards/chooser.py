"""A field that finds a card by any of its spellings while one types."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from khiva_notes.gui.cards.chooser_rows import ChooserPainter, ChooserRow, ChooserRows
from khiva_notes.gui.cards.name_book import NameBook
from khiva_notes.gui.desk import Desk
from khiva_notes.model.kinds import CARD_KINDS, KINDS

_MOST = 8
_MANY_KINDS = 3


class CardChooser(QWidget):
    """Lets the user choose one card of ``kinds`` (of any kind where none are given).

    ``chosen`` bears the card's number. With ``allow_new``, ``created`` bears a title for which a
    new card is wanted, and ``new_kind`` is then the kind that was picked for it. The chooser makes
    nothing itself.
    """

    chosen = Signal(int)
    created = Signal(str)
    cancelled = Signal()

    def __init__(
        self,
        desk: Desk,
        kinds: tuple[str, ...] = (),
        parent: QWidget | None = None,
        allow_new: bool = False,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.new_kind = ""
        self._kinds = kinds
        cards = [kind.name for kind in CARD_KINDS]
        self._makes = [kind for kind in kinds or cards if kind in cards] if allow_new else []
        self._left_out: frozenset[int] = frozenset()
        self._folds = False
        self._book = NameBook.of(desk)
        self._field = QLineEdit()
        self._field.setObjectName("chooser-field")
        self._field.setAccessibleName(self.tr("Find a card"))
        self._field.setPlaceholderText(self._invitation())
        self._field.setClearButtonEnabled(False)
        self._rows = ChooserRows(self)
        self._list = QListView()
        self._list.setObjectName("chooser-rows")
        self._list.setAccessibleName(self.tr("Cards found"))
        self._list.setModel(self._rows)
        self._list.setItemDelegate(ChooserPainter(desk.theme, self._list))
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = QLabel(self.tr("Nothing is called that."))
        self._nothing.setObjectName("chooser-nothing")
        self._nothing.setContentsMargins(8, 4, 8, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._field)
        column.addWidget(self._list)
        column.addWidget(self._nothing)
        self.setFocusProxy(self._field)
        self._field.installEventFilter(self)
        self._field.textChanged.connect(self._find)
        self._list.clicked.connect(self._click)
        self._book.changed.connect(self._find)
        desk.theme.changed.connect(self._restyle)
        self._restyle()
        self._find()

    def leave_out(self, item_ids: frozenset[int]) -> None:
        """Do not offer these cards, such as those that are chosen already."""
        self._left_out = item_ids
        self._find()

    def fold(self) -> None:
        """Show what is found only while the keyboard is here, as where choosers stand in a form."""
        self._folds = True
        self._find()

    def set_text(self, words: str) -> None:
        """Look for these words, as if they had been typed."""
        self._field.setText(words)
        self._field.selectAll()

    def text(self) -> str:
        """Return what is typed."""
        return self._field.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk through the rows with the field's own keys; Enter takes, Esc gives up."""
        if self._folds and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            QTimer.singleShot(0, self, self._find)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in (*_TAKE, Qt.Key.Key_Escape):
                event.accept()
                return True
            return False
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif key in _TAKE and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        elif key in _TAKE and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._make()
        elif key in _TAKE:
            self._take(self._list.currentIndex())
        elif key in _STEPS:
            self._step(_STEPS[key])
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        count = self._rows.rowCount()
        if count:
            row = self._list.currentIndex().row() + by
            row = row % count if abs(by) == 1 else max(0, min(count - 1, row))
            self._list.setCurrentIndex(self._rows.index(row))

    def _find(self) -> None:
        words = self._field.text().strip()
        most = _MOST if len(self._makes) < _MANY_KINDS else _MOST - 2
        found = self._book.find(words, self._kinds, most + len(self._left_out))
        rows = [
            ChooserRow(match.item_id, match.kind, match.title, match.form)
            for match in found
            if match.item_id not in self._left_out
        ][:most]
        if words:
            rows += [ChooserRow(0, kind, words) for kind in self._makes]
        self._rows.show_rows(rows)
        if rows:
            self._list.setCurrentIndex(self._rows.index(0))
            height = self._list.sizeHintForRow(0) * len(rows) + 4
            self._list.setFixedHeight(height)
        self._list.setVisible(bool(rows) and (not self._folds or self._field.hasFocus()))
        self._nothing.setVisible(not rows and bool(words) and self._book.complete)

    def _make(self) -> None:
        """Take the offer to make a new card, wherever in the list it stands."""
        new = [i for i, row in enumerate(self._rows.rows) if not row.item_id]
        if new:
            self._take(self._rows.index(new[0]))

    def _click(self, index: QModelIndex) -> None:
        self._take(index)

    def _take(self, index: QModelIndex) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, ChooserRow):
            return
        if row.item_id:
            self.chosen.emit(row.item_id)
        else:
            self.new_kind = row.kind
            self.created.emit(row.title)

    def _invitation(self) -> str:
        if not self._kinds:
            return self.tr("Find a card by any spelling …")
        names = [KINDS[kind].label.lower() for kind in self._kinds]
        listed = ", ".join(names[:-1]) + self.tr(" or ") + names[-1] if names[1:] else names[0]
        article = "an" if listed[:1] in "aeiou" else "a"
        return self.tr("Find {} {} by any spelling …").format(article, listed)

    def _restyle(self) -> None:
        tones = self.desk.theme.tones
        self.setStyleSheet(
            f"QLineEdit {{ background: {tones.surface}; color: {tones.ink}; "
            f"border: 1px solid {tones.line}; border-radius: 3px; padding: 4px 6px; }}"
            f"QLineEdit:focus {{ border: 1px solid {tones.focus}; }}"
            f"QListView {{ background: {tones.surface}; color: {tones.ink}; "
            f"border: 1px solid {tones.line}; border-radius: 3px; outline: none; }}"
            f"QLabel {{ color: {tones.muted}; }}"
        )


_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS: dict[int, int] = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _MOST,
    Qt.Key.Key_PageUp: -_MOST,
}
