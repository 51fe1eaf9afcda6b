"""The pane of suggestions beside the text: taken, changed or refused with a key each."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from khiva_notes.gui.reader.suggest_painter import SuggestPainter
from khiva_notes.gui.reader.suggest_rows import SuggestRows
from khiva_notes.gui.reader.suggesting import Suggesting
from khiva_notes.gui.theme import Theme
from khiva_notes.model.suggestions import SORTS
from khiva_notes.services.suggestions import Suggested

_LETTERS = {
    Qt.Key.Key_P: "person",
    Qt.Key.Key_L: "place",
    Qt.Key.Key_G: "group",
    Qt.Key.Key_E: "event",
    Qt.Key.Key_C: "claim",
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OWN = (*_ENTER, *_LETTERS, Qt.Key.Key_Delete, Qt.Key.Key_Escape, Qt.Key.Key_F2)


class SuggestList(QListView):
    """The list itself; ``keyed`` bears a key by which a suggestion is decided on."""

    keyed = Signal(int)

    def event(self, event: QEvent) -> bool:
        """Keep the list's own keys from the window's shortcuts."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass the keys that decide on, and walk with the others."""
        if _is_own(event):
            self.keyed.emit(event.key())
        else:
            super().keyPressEvent(event)


class SuggestPane(QWidget):
    """Shows what is open; ``pointed`` bears the suggestion to be shown in the text.

    ``made`` bears a new card that is to be edited, ``left`` hands the keyboard to the text.
    """

    pointed = Signal(object)
    made = Signal(int)
    left = Signal()

    def __init__(self, theme: Theme, suggesting: Suggesting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("suggest-pane")
        self.setAccessibleName(self.tr("Suggestions"))
        self._theme = theme
        self._suggesting = suggesting
        self._from: int | None = None
        self._rows = SuggestRows(self)
        self._list = SuggestList()
        self._list.setObjectName("suggest-list")
        self._list.setAccessibleName(self.tr("Suggestions for this text"))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.viewport().setAutoFillBackground(False)
        self._list.setUniformItemSizes(True)
        self._list.setModel(self._rows)
        self._list.setItemDelegate(SuggestPainter(theme, self._list))
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._sorts = {sort: self._switch(sort) for sort in SORTS}
        self._words = QLabel()
        self._words.setObjectName("suggest-words")
        self._words.setWordWrap(True)
        keys = self.tr("Enter takes, P L G E C take as that kind, F2 takes and edits, Del refuses")
        hint = QLabel(keys)
        hint.setObjectName("suggest-keys")
        hint.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(4)
        for switch in self._sorts.values():
            row.addWidget(switch)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 12, 8)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._words)
        column.addWidget(self._list, 1)
        column.addWidget(hint)
        self.setFocusProxy(self._list)
        self._list.keyed.connect(self._decide)
        self._list.doubleClicked.connect(lambda _: self._accept(""))
        self._list.selectionModel().currentChanged.connect(lambda *_: self._point())
        suggesting.changed.connect(self._refresh)
        theme.changed.connect(self._restyle)
        self._restyle()
        self._refresh()

    def begin_at(self, offset: int) -> None:
        """Walk from the first suggestion at or after a place, in code points, once there are any.

        A place that a suggestion in hand covers leaves it in hand.
        """
        one = self._current()
        covered = one is not None and one.suggestion.core[0] <= offset <= one.suggestion.core[1]
        self._from = None if covered else offset
        self._refresh()

    def _current(self) -> Suggested | None:
        found = self._list.currentIndex().data(Qt.ItemDataRole.UserRole)
        return found if isinstance(found, Suggested) else None

    def _decide(self, key: int) -> None:
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Delete:
            one = self._current()
            if one is not None:
                self._suggesting.refuse(one)
        elif key == Qt.Key.Key_F2:
            card = self._accept("")
            if card:
                self.made.emit(card)
        else:
            self._accept(_LETTERS.get(Qt.Key(key), ""))

    def _accept(self, kind: str) -> int:
        one = self._current()
        return self._suggesting.accept(one, kind) if one is not None else 0

    def _point(self) -> None:
        one = self._current()
        if one is not None and self.isVisible():
            self.pointed.emit(one.suggestion)

    def _refresh(self) -> None:
        place = max(0, self._list.currentIndex().row())
        self._rows.text = self._suggesting.text
        shown = [
            one for one in self._suggesting.open if self._sorts[one.suggestion.sort].isChecked()
        ]
        before = self._current()
        self._rows.show_rows(shown)
        if shown and self._from is not None and not self._suggesting.busy:
            place, self._from = self._from, None
            later = (n for n, one in enumerate(shown) if one.suggestion.core[0] >= place)
            self._list.setCurrentIndex(self._rows.index(next(later, 0)))
        elif self._from is not None:
            pass  # nothing is pointed at before it is known where the walk begins
        elif shown and not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self._rows.index(min(place, len(shown) - 1)))
        elif shown and self._current() != before:
            row = self._rows.index(min(place, len(shown) - 1))
            self._list.setCurrentIndex(row)
        if self._suggesting.busy:
            self._words.setText(self.tr("Reading the text …"))
        elif shown:
            self._words.setText(self.tr("{0} suggestions").format(len(shown)))
        else:
            self._words.setText(self.tr("Nothing more to suggest for this text."))

    def _switch(self, sort: str) -> QToolButton:
        words = {
            "name": self.tr("Names"),
            "date": self.tr("Dates"),
            "figure": self.tr("Figures"),
            "quotation": self.tr("Quotations"),
        }[sort]
        button = QToolButton()
        button.setObjectName(f"suggest-{sort}")
        button.setText(words)
        button.setAccessibleName(self.tr("Suggest {0}").format(words.lower()))
        button.setToolTip(self.tr("Show or hide suggested {0}").format(words.lower()))
        button.setCheckable(True)
        button.setChecked(True)
        button.toggled.connect(lambda _: self._refresh())
        return button

    def _restyle(self) -> None:
        tones = self._theme.tones
        self.setStyleSheet(
            f"#suggest-words, #suggest-keys {{ color: {tones.muted}; }}"
            f"QToolButton {{ color: {tones.muted}; background: transparent;"
            f" border: 1px solid {tones.line}; border-radius: 4px; padding: 2px 6px; }}"
            f"QToolButton:checked {{ color: {tones.ink}; background: {tones.surface}; }}"
            f"QToolButton:focus {{ border-color: {tones.focus}; }}"
        )


def _is_own(event: QKeyEvent) -> bool:
    return event.key() in _OWN and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
