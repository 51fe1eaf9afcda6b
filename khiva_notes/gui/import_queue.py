"""Bringing files in while the window stays at hand: read in the background, one after another."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from khiva_notes import importers
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.notices import NoticeBar
from khiva_notes.gui.tasks import Task
from khiva_notes.model.errors import UserError
from khiva_notes.model.texts import ImportedText
from khiva_notes.services import importing, sources


class ImportQueue(QObject):
    """Reads each file on another thread and adds it as a source of its own on the window's.

    One bad file does not stop the others; at the end it is told which came in and which did not.
    """

    def __init__(self, desk: Desk, notices: NoticeBar, paths: list[Path]) -> None:
        super().__init__(desk)
        self._desk = desk
        self._notices = notices
        chosen = importing.files_in(paths)
        self._paths = list(chosen.files)
        self._passed_over = chosen.passed_over
        self._next = 0
        self._stopped = False
        self._came: list[int] = []
        self._lines: list[str] = []
        self._failed: list[str] = []
        self._works: list[int] = []
        self._works_told: list[str] = []

    def start(self) -> None:
        """Begin with the first file."""
        self._step()

    def take_text(self, words: str) -> None:
        """Add one source from words on the clipboard."""
        try:
            imported = importers.read_bytes(words.encode("utf-8", "replace"), "Pasted text.txt")
        except UserError as error:
            self._notices.complain(error)
            return
        self._add(imported, "Pasted text.txt")
        self._finish()

    def _step(self) -> None:
        if self._next >= len(self._paths) or self._stopped:
            self._finish()
            return
        path = self._paths[self._next]
        self._next += 1
        if len(self._paths) > 1:
            words = self.tr("Importing {} of {}: {}")
            self._notices.progress(
                words.format(self._next, len(self._paths), path.name),
                self._stop,
                done=self._next - 1,
                of=len(self._paths),
            )

        def read(task: Task[importing.Read]) -> importing.Read:
            return importing.read_one(path)

        self._desk.session.tasks.start(
            read,
            lambda read: self._took(read, path),
            lambda error: self._missed(error, path),
        )

    def _took(self, read: importing.Read, path: Path) -> None:
        imported = read.imported
        if imported is None:
            self._take_works(read)
            self._step()
            return
        twin = None
        if len(self._paths) > 1:
            twin = importing.twin_of(self._desk.session.library, imported)
        if twin is None:
            self._add(imported, path.name)
        else:
            words = self.tr("{} is in the library already, as '{}', and was left out.")
            self._lines.append(words.format(path.name, twin.title))
        self._step()

    def _take_works(self, read: importing.Read) -> None:
        report = importing.Report()
        self._desk.attempt(lambda: importing.take(self._desk.session.library, read, report))
        for _, works in report.bibliographies:
            self._works += [work.source_id for work in works.taken]
        self._works_told += report.lines()

    def _missed(self, error: Exception, path: Path) -> None:
        if not isinstance(error, UserError):
            self._notices.complain_of(error)
        self._failed.append(str(error))
        self._step()

    def _add(self, imported: ImportedText, name: str) -> None:
        came = self._desk.attempt(
            lambda: sources.import_text(self._desk.session.library, imported, name)
        )
        if came is not None:
            self._came.append(came.source.id)
            self._lines += [f"{came.source.title}: {notice}" for notice in came.notices]

    def _stop(self) -> None:
        self._stopped = True

    def _finish(self) -> None:
        count = len(self._came)
        came = self.tr("1 text came in.") if count == 1 else self.tr("{} texts came in.")
        came = came.format(count)
        told = [came, *self._works_told] if count or not self._works_told else self._works_told
        if self._passed_over:
            words = self.tr("{} files of other formats were passed over.")
            self._lines.append(words.format(self._passed_over))
        if self._failed or self._lines or self._works_told or len(self._paths) > 1:
            self._notices.tell("\n".join([*told, *self._failed, *self._lines]))
        else:
            self._notices.dismiss()
        if len(self._came) == 1 and not self._works:
            self._desk.navigator.go(Place("source", self._came[0]))
        elif self._came or self._works:
            self._desk.navigator.go(Place("list", kind="source"))
        self.deleteLater()
