"""Bringing files in while the window stays at hand: read in the background, one after another."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.importing.entries import Entry, State
from khiva_notes.gui.slices import Slices
from khiva_notes.gui.tasks import Task
from khiva_notes.importers.bibliography.contract import Bibliography
from khiva_notes.importers.child import stopping_when
from khiva_notes.model.errors import UserError
from khiva_notes.services import importing, pasting, versions
from khiva_notes.services.bibliography_import import BibliographyTaking
from khiva_notes.services.history import Whole

_log = logging.getLogger(__name__)

_PIECE = 20
"""Works that are entered at once: some ten milliseconds."""
_SLICE_MS = 8.0


class ImportQueue(QObject):
    """Reads each file on another thread and adds it on the window's; one for each desk.

    One bad file does not stop the others, all that one run brings in is one step to undo, and what
    is here already is left for the reader to decide about. ``began`` is sent when the entries are
    others, ``changed`` with the number of one, ``ended`` when nothing is under way any more.
    """

    began = Signal()
    changed = Signal(int)
    ended = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.entries: list[Entry] = []
        self.passed_over = 0
        self._runs = itertools.count(1)
        self._merge = Whole(0)
        self._label = ""
        self._place = 0
        self._task: Task[object] | None = None
        self._slices: Slices | None = None

    @classmethod
    def of(cls, desk: Desk) -> ImportQueue:
        """Return the desk's own, made at first need."""
        return desk.findChild(ImportQueue) or cls(desk)

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._task is not None

    @property
    def place(self) -> int:
        """How many entries are done."""
        return self._place

    def take_files(self, paths: list[Path]) -> None:
        """Begin with these files and folders, after those that are under way."""

        def look(task: Task[object]) -> object:
            return importing.files_in(paths)

        if self.busy:
            self._append([path for path in paths if not path.is_dir()])
            return
        self._task = self._desk.session.tasks.start(look, self._chosen, self._give_up)

    def take_clipboard(self, words: str, html: str) -> None:
        """Make one source of what was copied; nothing while something else is under way."""
        if not self.busy:
            self._begin([Entry(Path(pasting.NAME))])
            self._run(0, lambda task: pasting.read_pasted(words, html), keep=True)

    def import_anyway(self, number: int) -> None:
        """Bring a file in once more that is in the library already."""
        if not self.busy and self.entries[number].state == "twin":
            self._anew(self.tr("Import file"))
            self._again(number)

    def as_version(self, number: int, source_id: int) -> None:
        """Take a file as the new text of a source; its passages move over to it."""
        if self.busy:
            return
        entry, library = self.entries[number], self._desk.session.library
        path = self._desk.session.path

        def work(task: Task[object]) -> object:
            with stopping_when(task.cancelled):
                read = entry.read or importing.read_one(entry.path)
            if read.imported is None:
                raise UserError(
                    f"“{entry.path.name}” is a list of works.", "Choose a file with a text."
                )
            return read, versions.prepare(path, source_id, read.imported, task.cancelled)

        def took(answer: object) -> None:
            assert isinstance(answer, tuple)
            read, places = answer
            report = versions.add_version(
                library, source_id, read.imported, entry.path.name, places
            )
            count = library.data.texts.info(report.version_id).number
            title = library.data.items.get(source_id).title
            lost = len(report.orphan)
            entry.state, entry.items = "came", (source_id,)
            entry.words = self.tr("Version {} of “{}”.").format(count, title)
            if lost or report.fuzzy:
                words = self.tr("{} passages are to be looked at.")
                entry.words += " " + words.format(lost + len(report.fuzzy))

        self._set(number, "reading")
        self._task = self._desk.session.tasks.start(
            work,
            lambda answer: self._settle(number, lambda: took(answer)),
            lambda error: self._fail(number, error),
        )

    def cancel(self) -> None:
        """Stop at once; what came in stays, and can be undone."""
        if self._task is None:
            return
        self._task.cancel()
        self._task = None
        if self._slices is not None:
            self._slices.stop()
            self._slices = None
        for number, entry in enumerate(self.entries):
            if entry.state in ("waiting", "reading"):
                entry.words = self.tr("Left out, as asked.")
                self._set(number, "left")
        self._place = len(self.entries)
        self.ended.emit()

    def summary(self) -> str:
        """Return in one sentence what became of all."""
        counts = [
            (self._count("came"), self.tr("{} came in")),
            (self._count("twin"), self.tr("{} here already")),
            (self._count("failed"), self.tr("{} could not be read")),
            (self._count("left"), self.tr("{} left out")),
            (self.passed_over, self.tr("{} of other formats passed over")),
        ]
        told = [words.format(f"{count:,}") for count, words in counts if count]
        return ", ".join(told) or self.tr("Nothing was found to import")

    def report(self) -> str:
        """Return the whole report as plain lines."""
        lines = [f"{self.summary()}."]
        for entry in self.entries:
            words = f": {entry.words}" if entry.words else ""
            lines.append(f"{self.state_words(entry)} — {entry.path.name}{words}")
        return "\n".join(lines)

    def state_words(self, entry: Entry) -> str:
        """Return an entry's state in words."""
        return {
            "waiting": self.tr("Waiting"),
            "reading": self.tr("Reading"),
            "came": self.tr("Came in"),
            "twin": self.tr("Here already"),
            "failed": self.tr("Not read"),
            "left": self.tr("Left out"),
        }[entry.state]

    def _chosen(self, chosen: object) -> None:
        assert isinstance(chosen, importing.Chosen)
        self._begin([Entry(path) for path in chosen.files], chosen.passed_over)
        self._step()

    def _give_up(self, error: Exception) -> None:
        self._task = None
        if isinstance(error, UserError):
            self._desk.complained.emit(error)
        else:
            _log.error("Looking through folders failed", exc_info=error)

    def _begin(self, entries: list[Entry], passed_over: int = 0) -> None:
        self.entries, self.passed_over, self._place = entries, passed_over, 0
        self._anew(self.tr("Import file") if len(entries) == 1 else self.tr("Import files"))
        self.began.emit()

    def _anew(self, label: str) -> None:
        self._label, self._merge = label, Whole(("import", next(self._runs)))

    def _append(self, paths: list[Path]) -> None:
        self.entries += [Entry(path) for path in paths]
        self.began.emit()

    def _step(self) -> None:
        if self._place >= len(self.entries):
            self._task = None
            self.ended.emit()
            return
        path = self.entries[self._place].path
        self._run(self._place, lambda task: importing.read_one(path))

    def _again(self, number: int) -> None:
        entry = self.entries[number]
        kept = entry.read
        self._run(
            number,
            lambda task: kept or importing.read_one(entry.path),
            again=True,
            keep=kept is not None,
        )

    def _run(
        self,
        number: int,
        read: Callable[[Task[object]], importing.Read],
        *,
        again: bool = False,
        keep: bool = False,
    ) -> None:
        self._set(number, "reading")

        def work(task: Task[object]) -> object:
            with stopping_when(task.cancelled):
                return read(task)

        def took(answer: object) -> None:
            assert isinstance(answer, importing.Read)
            works = answer.bibliography
            if works is not None and len(works.entries) > _PIECE:
                self._take_works(number, answer, works)
                return
            self._settle(number, lambda: self._took(number, answer, again=again, keep=keep))

        self._task = self._desk.session.tasks.start(
            work, took, lambda error: self._fail(number, error)
        )

    def _take_works(self, number: int, read: importing.Read, works: Bibliography) -> None:
        """Add a long list a piece at a time; stopped, the works that came in stay."""

        def steps() -> Iterator[None]:
            taking = BibliographyTaking(self._desk.session.library, works)
            total = len(works.entries)
            for start in range(0, total, _PIECE):
                piece = works.entries[start : start + _PIECE]
                with self._desk.session.library.change(self._label, merge=self._merge):
                    taking.take(piece)
                words = self.tr("{:,} of {:,} works")
                self.entries[number].words = words.format(start + len(piece), total)
                self.changed.emit(number)
                yield
            report = importing.Report(bibliographies=[(read.path, taking.report())])
            self._slices = None
            self._settle(number, lambda: self._tell(number, read, report))

        self._slices = Slices(self._guarded(number, steps()), self, slice_ms=_SLICE_MS)
        self._slices.start()

    def _guarded(self, number: int, steps: Iterator[None]) -> Iterator[None]:
        """Make of what goes wrong between two pieces the entry's own error."""
        try:
            yield from steps
        except UserError as error:
            self._slices = None
            self._fail(number, error)

    def _took(self, number: int, read: importing.Read, *, again: bool, keep: bool) -> None:
        entry, library = self.entries[number], self._desk.session.library
        report = importing.Report()
        with library.change(self._label, merge=self._merge):
            importing.take(library, read, report, again=again)
        if report.twins:
            twin = report.twins[0][1]
            entry.state, entry.items = "twin", (twin.id,)
            entry.words = self.tr("It is in the library already, as “{}”.").format(twin.title)
            entry.read = read if keep else None
            return
        self._tell(number, read, report)

    def _tell(self, number: int, read: importing.Read, report: importing.Report) -> None:
        """Write down what came in of a file."""
        entry = self.entries[number]
        entry.state, entry.read = "came", None
        if report.came:
            came = report.came[0]
            entry.items = (came.source.id,)
            entry.words = " ".join([came.source.title, *([] if not came.notices else ["—"])])
            entry.words = " ".join([entry.words, *came.notices])
        else:
            works = (work.source_id for _, told in report.bibliographies for work in told.taken)
            cards = (one for _, told in report.notes for ids in told.made.values() for one in ids)
            entry.items = (*works, *cards)
            head = f"{read.path.name}: "
            entry.words = " ".join(line.removeprefix(head) for line in report.lines())

    def _fail(self, number: int, error: Exception) -> None:
        """Write down why a file did not come in; an error of ours goes to the log as well."""
        words = str(error)
        if not isinstance(error, UserError):
            _log.error("Importing failed", exc_info=error)
            words = self.tr("That did not work: {}").format(error)
        entry = self.entries[number]
        entry.state, entry.words = "failed", words
        self._go_on(number)

    def _settle(self, number: int, act: Callable[[], None]) -> None:
        """Carry out what follows a reading; what the user can mend is the entry's own error."""
        try:
            act()
        except UserError as error:
            self._fail(number, error)
        else:
            self._go_on(number)

    def _go_on(self, number: int) -> None:
        self.changed.emit(number)
        self._place = max(self._place, number + 1)
        self._step()

    def _set(self, number: int, state: State) -> None:
        self.entries[number].state = state
        self.changed.emit(number)

    def _count(self, state: str) -> int:
        return sum(entry.state == state for entry in self.entries)
