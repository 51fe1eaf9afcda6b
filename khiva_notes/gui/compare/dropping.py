"""Passages, claims and cards dropped or pasted into cells, and words pasted from anywhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView

from khiva_notes.gui.compare.model import ComparisonModel, Place
from khiva_notes.gui.compare.table import ComparisonTable
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.dragging import Dragged, dragged, dragged_here
from khiva_notes.services.cell_filling import put_into_cell, put_words


class CellDrops(QObject):
    """Frames the cell under what is dragged, and puts it there when it is let go."""

    def __init__(self, desk: Desk, model: ComparisonModel, table: ComparisonTable) -> None:
        super().__init__(table)
        self._desk = desk
        self._model = model
        self._table = table
        self._views: tuple[QAbstractItemView, ...] = (table, table.frozen)
        for view in self._views:
            view.setAcceptDrops(True)
            view.viewport().setAcceptDrops(True)
            view.viewport().installEventFilter(self)

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what is done here, by name."""
        return {"paste": self.paste}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is dragged over a view of the table, before the view refuses it."""
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            return self._drop(watched, event)
        if isinstance(event, QDragMoveEvent):
            self._hover(watched, event)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._table.show_target(QModelIndex())
            return True
        return super().eventFilter(watched, event)

    def paste(self) -> None:
        """Put what was copied into the current cell: passages, cards, or words of its source."""
        place, mime = self._table.place, QGuiApplication.clipboard().mimeData()
        if place is None:
            return
        found = dragged_here(self._desk, mime)
        if found is not None:
            self._put(place, found)
        elif mime is not None and mime.hasText() and mime.text().strip():
            words, library = mime.text(), self._desk.session.library
            if self._desk.attempt(lambda: put_words(library, *place, words)) is not None:
                self._desk.said.emit(self.tr("The words are quoted in the cell"))
        else:
            self._desk.said.emit(self.tr("Nothing has been copied that a cell could quote."))

    def _hover(self, watched: QObject, event: QDragMoveEvent) -> None:
        index = self._index(watched, event)
        if index.isValid() and dragged(event.mimeData()) is not None:
            self._table.show_target(index)
            event.acceptProposedAction()
        else:
            self._table.show_target(QModelIndex())
            event.ignore()

    def _drop(self, watched: QObject, event: QDropEvent) -> bool:
        index = self._index(watched, event)
        self._table.show_target(QModelIndex())
        place = self._model.place_of(index)
        found = dragged_here(self._desk, event.mimeData())
        if place is None or found is None:
            event.ignore()
            return True
        event.acceptProposedAction()
        self._table.setCurrentIndex(index)
        self._put(place, found)
        return True

    def _put(self, place: Place, found: Dragged) -> None:
        library = self._desk.session.library
        items, words = found.item_ids, found.passage_ids
        put = self._desk.attempt(lambda: put_into_cell(library, *place, items, words))
        if put is not None:
            self._desk.said.emit(self.tr("Put into the cell; undo takes it out"))

    def _index(self, watched: QObject, event: QDropEvent) -> QModelIndex:
        view = next(view for view in self._views if view.viewport() is watched)
        return view.indexAt(event.position().toPoint())
