"""The library that a window has open, as a Qt object: it says what changed and how the index is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from khiva_notes.gui.collector import Collector
from khiva_notes.gui.indexer import Indexer
from khiva_notes.gui.tasks import Tasks
from khiva_notes.model.changes import ChangeSet
from khiva_notes.services.folders import Folders
from khiva_notes.services.library import Library


class Session(QObject):
    """One open library with its indexer and its background tasks.

    ``changed`` bears a ChangeSet after every step, undo and redo. Views read ``library.data`` and
    change things through the commands in ``services``, never otherwise.
    """

    changed = Signal(object)

    def __init__(self, library: Library, folders: Folders, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library = library
        self.folders = folders
        self._collector = Collector(self)
        self.tasks = Tasks(self)
        self.indexer = Indexer(library.path, folders.indexes, self)
        self._stop_listening = library.subscribe(self._tell)
        self.indexer.start()

    @classmethod
    def open(cls, path: Path, folders: Folders, parent: QObject | None = None) -> Session:
        """Open the library at ``path``; UserError if that cannot be done."""
        return cls(Library.open(path, folders.locks), folders, parent)

    @classmethod
    def create(cls, path: Path, folders: Folders, parent: QObject | None = None) -> Session:
        """Make an empty library at ``path`` and open it; UserError if something stands there."""
        return cls(Library.create(path, folders.locks), folders, parent)

    @property
    def path(self) -> Path:
        """The library's file."""
        return self.library.path

    def close(self) -> None:
        """Stop what runs in the background and let go of the file."""
        self._stop_listening()
        self.tasks.stop()
        self.indexer.stop()
        self._collector.stop()
        self.library.close()

    def _tell(self, change: ChangeSet) -> None:
        self.indexer.wake()
        self.changed.emit(change)
