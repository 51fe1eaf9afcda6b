"""The library that a window has open, as a Qt object: it says what changed and how the index is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from khiva_notes.gui.collector import Collector
from khiva_notes.gui.indexer import Indexer
from khiva_notes.gui.tasks import Tasks
from khiva_notes.model.changes import ChangeSet
from khiva_notes.services.folders import Folders
from khiva_notes.services.library import Library
from khiva_notes.services.reading_library import ReadingLibrary

_LOOK_MS = 1000
"""How often a library that is only read is asked whether it has changed, which takes 10 µs."""


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
        self.indexer = Indexer(library.path, folders.indexes, self, reads_only=library.reads_only)
        self._stop_listening = library.subscribe(self._tell)
        if isinstance(library, ReadingLibrary):
            looks = QTimer(self)
            looks.setInterval(_LOOK_MS)
            looks.timeout.connect(library.look)
            looks.start()
            self._looks: QTimer | None = looks
        else:
            self._looks = None
        self.indexer.start()

    @classmethod
    def open(cls, path: Path, folders: Folders, parent: QObject | None = None) -> Session:
        """Open the library at ``path``; UserError if that cannot be done."""
        return cls(Library.open(path, folders.locks), folders, parent)

    @classmethod
    def create(cls, path: Path, folders: Folders, parent: QObject | None = None) -> Session:
        """Make an empty library at ``path`` and open it; UserError if something stands there."""
        return cls(Library.create(path, folders.locks), folders, parent)

    @classmethod
    def open_for_reading(
        cls, path: Path, folders: Folders, parent: QObject | None = None
    ) -> Session:
        """Open a library that another program writes; UserError if it cannot be read."""
        return cls(ReadingLibrary(path), folders, parent)

    @property
    def reads_only(self) -> bool:
        """Whether nothing can be changed here."""
        return self.library.reads_only

    @property
    def path(self) -> Path:
        """The library's file."""
        return self.library.path

    def close(self) -> None:
        """Stop what runs in the background and let go of the file."""
        self._stop_listening()
        if self._looks is not None:
            self._looks.stop()
        self.tasks.stop()
        self.indexer.stop()
        self._collector.stop()
        self.library.close()

    def _tell(self, change: ChangeSet) -> None:
        self.indexer.wake()
        self.changed.emit(change)
