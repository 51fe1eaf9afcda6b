"""The list of a ledger, walked with the arrows; letters are commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QListView

from khiva_notes.gui.ledger.painter import LedgerPainter
from khiva_notes.gui.ledger.rows import LedgerModel, LedgerRow
from khiva_notes.gui.own_keys import claims
from khiva_notes.gui.theme import Theme


class LedgerView(QListView):
    """``turned`` bears the LedgerRow one has come to, or None; ``keys`` say what keys do here."""

    turned = Signal(object)

    def __init__(self, theme: Theme, name: str, words: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self._rows = LedgerModel()
        self._keys: Mapping[str, Callable[[], object]] = {}
        self.setModel(self._rows)
        self.setItemDelegate(LedgerPainter(theme, self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self.viewport().update)

    @property
    def rows(self) -> Sequence[LedgerRow]:
        """Everything that is listed."""
        return self._rows.rows

    @property
    def current(self) -> LedgerRow | None:
        """The finding that is chosen, if one is."""
        index = self.currentIndex()
        row = self._rows.rows[index.row()] if index.isValid() else None
        return None if row is None or row.heading else row

    def take_keys(self, keys: Mapping[str, Callable[[], object]]) -> None:
        """Let keys, by name, do what is said, before any other shortcut of the window."""
        self._keys = keys

    def show_rows(self, rows: Sequence[LedgerRow]) -> None:
        """Show other rows; the chosen one stays so, or the one in its place is chosen."""
        before, place = self.current, self.currentIndex().row()
        at = self.verticalScrollBar().value()
        blocked = self.blockSignals(True)
        self._rows.show(rows)
        found = self._rows.row_of(before.key) if before is not None else -1
        found = found if found >= 0 else self._rows.near(max(0, place))
        self.setCurrentIndex(self._rows.index(found) if found >= 0 else QModelIndex())
        self.blockSignals(blocked)
        self.verticalScrollBar().setValue(at)
        if found >= 0:
            self.scrollTo(self._rows.index(found))
        self.turned.emit(self.current)

    def go_to(self, key: object) -> bool:
        """Choose the row with a key; False if there is none."""
        found = self._rows.row_of(key)
        if found >= 0:
            self.setCurrentIndex(self._rows.index(found))
        return found >= 0

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        """Tell where one has come to."""
        super().currentChanged(current, previous)
        if not self.signalsBlocked():
            self.turned.emit(self.current)

    def event(self, event: QEvent) -> bool:
        """Claim one's own keys before the window's shortcuts take them."""
        return claims(event, lambda key: name_of(key) in self._keys) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key means here; other letters do nothing."""
        act = self._keys.get(name_of(event))
        if act is not None:
            act()
        elif event.text().isprintable() and event.text() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)


def name_of(event: QKeyEvent) -> str:
    """Return a key as a sequence is written, the keypad's Enter as the other one."""
    words = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
    return words.replace("Enter", "Return").replace("Num+", "")
