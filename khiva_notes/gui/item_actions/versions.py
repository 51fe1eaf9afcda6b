"""What the pages of a source offer about its versions: a corrected text, and what to confirm."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog, QWidget

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.tasks import Task
from khiva_notes.model.errors import UserError
from khiva_notes.model.texts import ImportedText
from khiva_notes.services.versions import Places, Report, add_version, prepare


def version_actions(desk: Desk, parent: QWidget, source_id: Callable[[], int]) -> list[QAction]:
    """Make the actions for a page that shows a source; ``source_id`` says which, 0 for none."""
    bring = QAction(_tr("Import a Corrected Text …"), parent)
    bring.setObjectName("action-import-corrected")
    bring.setShortcut(QKeySequence("Ctrl+Alt+I"))
    bring.triggered.connect(lambda: choose_corrected_text(desk, source_id(), parent))
    show = QAction(_tr("Versions and Passages to Confirm"), parent)
    show.setObjectName("action-show-versions")
    show.triggered.connect(lambda: _show(desk, source_id()))
    return [bring, show]


def choose_corrected_text(desk: Desk, source_id: int, parent: QWidget) -> None:
    """Ask for the file with the corrections, and import it."""
    if source_id:
        name, _ = QFileDialog.getOpenFileName(parent, _tr("Import a corrected text"))
        if name:
            import_corrected_text(desk, source_id, Path(name))


def import_corrected_text(desk: Desk, source_id: int, path: Path) -> None:
    """Read a file and find the passages in it in the background, then show what to confirm."""
    from khiva_notes import importers

    session = desk.session
    desk.said.emit(_tr("Comparing {} with the text …").format(path.name))

    def work(task: Task[tuple[ImportedText, Places]]) -> tuple[ImportedText, Places]:
        imported = importers.read(path)
        return imported, prepare(session.path, source_id, imported, task.cancelled)

    def take(made: tuple[ImportedText, Places]) -> None:
        imported, places = made
        report = desk.attempt(
            lambda: add_version(session.library, source_id, imported, path.name, places)
        )
        if report is not None:
            desk.said.emit(_told(report))
            _show(desk, source_id)

    def fail(error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        desk.complained.emit(error)

    session.tasks.start(work, take, fail)


def _show(desk: Desk, source_id: int) -> None:
    if source_id:
        desk.navigator.go(Place("versions", item_id=source_id))


def _told(report: Report) -> str:
    words = _tr("{} passages in place, {} moved, {} uncertain, {} not found")
    counts = (report.ok, report.moved, report.fuzzy, report.orphan)
    return words.format(*map(len, counts))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Versions", text)
