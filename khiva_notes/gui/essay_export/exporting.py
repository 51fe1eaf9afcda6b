"""Hands an essay out: asks for a file, writes it as its ending says, asks about changed parts."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from khiva_notes.exporters.documents import FORMS
from khiva_notes.exporters.essay_merge import EssayMerge
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.essay_export.differences import DifferencesDialog
from khiva_notes.gui.essay_export.findings import FindingsDialog
from khiva_notes.gui.essay_export.pdf import write_pdf
from khiva_notes.model.errors import UserError
from khiva_notes.services.essay_check import EssayCheck, check_file
from khiva_notes.services.essay_documents import as_page, write_document
from khiva_notes.services.essay_export import (
    EssayDraft,
    fix_essay_keys,
    markdown_beside,
    open_draft,
    report_lines,
    write_essay,
)


class EssayHandout(QObject):
    """Exports and checks the essay that a page shows; everything slow is done beside the window."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page

    def export(self, essay_id: int, title: str) -> None:
        """Ask for a file, and write the essay in the form that its ending says."""
        start = self._desk.session.folders.documents / f"{_file_name(title)}.md"
        filters = [f"{form.label} (*{form.suffix})" for form in FORMS.values()]
        name, chosen = QFileDialog.getSaveFileName(
            self._page,
            self.tr("Export the essay"),
            str(start),
            ";;".join(filters),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if not name:
            return
        path = Path(name)
        if path.suffix.lower() not in FORMS:
            ending = dict(zip(filters, FORMS, strict=True)).get(chosen, ".md")
            path = path.with_name(path.name + ending)
        self.write(essay_id, path)

    def write(self, essay_id: int, path: Path) -> None:
        """Write the essay to a file in the background."""
        library, place = self._desk.session.library, self._desk.session.path
        if not self._desk.session.reads_only:
            fix_essay_keys(library, essay_id)
        self._desk.said.emit(self.tr("Exporting {} …").format(path.name))
        self._desk.session.tasks.start(
            lambda task: _work(place, essay_id, path),
            partial(self._take, path),
            self._complain,
        )

    def check(self) -> None:
        """Ask for an essay's Markdown file, and compare it with the library in the background."""
        name, _ = QFileDialog.getOpenFileName(
            self._page,
            self.tr("Check an essay"),
            str(self._desk.session.folders.documents),
            "Markdown (*.md)",
        )
        if name:
            self.check_file(Path(name))

    def check_file(self, path: Path) -> None:
        """Compare a Markdown file with the library, and show what was found."""
        place = self._desk.session.path

        def show(found: EssayCheck) -> None:
            FindingsDialog(self._desk, path, found, self._page).show()

        self._desk.session.tasks.start(
            lambda task: check_file(place, path, task.cancelled), show, self._complain
        )

    def _take(self, path: Path, done: tuple[EssayDraft, EssayMerge | None, str]) -> None:
        draft, merged, page = done
        if page:
            self._desk.attempt(lambda: write_pdf(page, path, str(draft.note.front["title"])))
        if merged is None:
            self._desk.said.emit(self.tr("The essay is in {}").format(path.name))
            return
        self._desk.said.emit(report_lines(merged, draft, path)[0])
        if not merged.differences:
            return
        dialog = DifferencesDialog(self._desk, path.name, merged.differences, self._page)
        dialog.chosen.connect(partial(self._write_again, draft, path))
        dialog.open()

    def _write_again(self, draft: EssayDraft, path: Path, take: list[str]) -> None:
        merged = self._desk.attempt(lambda: write_essay(draft, path, take=take))
        if merged is not None:
            self._desk.said.emit(report_lines(merged, draft, path)[0])

    def _complain(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._desk.complained.emit(error)


def _work(library: Path, essay_id: int, path: Path) -> tuple[EssayDraft, EssayMerge | None, str]:
    """Do what needs no window: all but drawing a PDF, for which the page is returned."""
    draft = open_draft(library, essay_id)
    suffix = path.suffix.lower()
    if suffix == ".md":
        return draft, write_essay(draft, path), ""
    text = markdown_beside(draft, path)
    if suffix == ".pdf":
        return draft, None, as_page(text, draft.works, draft.style)
    write_document(text, draft.works, draft.style, path)
    return draft, None, ""


def _file_name(title: str) -> str:
    words = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", title)
    return " ".join(words.split())[:80].rstrip(" .") or "essay"
