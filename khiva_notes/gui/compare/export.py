"""Hands over what the table shows: to the clipboard, a file or a printer."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication, QPdfWriter
from PySide6.QtWidgets import QFileDialog, QWidget

from khiva_notes.exporters.table import (
    TABLE_CSV,
    comparison_csv,
    comparison_html,
    comparison_markdown,
    comparison_prose,
)
from khiva_notes.gui.compare.print_page import draw_pages, lay_page
from khiva_notes.gui.desk import Desk
from khiva_notes.model.comparison import Comparison
from khiva_notes.model.errors import UserError

_FILTERS = (
    ("Markdown (*.md)", ".md"),
    ("Web page (*.html)", ".html"),
    ("Spreadsheet, CSV (*.csv)", ".csv"),
    ("PDF (*.pdf)", ".pdf"),
    ("Prose in Markdown (*.prose.md)", ".prose.md"),
)
_DOTS = 600


def tr(words: str) -> str:
    """Translate a phrase of the export."""
    return QCoreApplication.translate("ComparisonExport", words)


def copy_markdown(desk: Desk, comparison: Comparison) -> None:
    """Put the table as Markdown on the clipboard."""
    QGuiApplication.clipboard().setText(comparison_markdown(comparison))
    desk.said.emit(tr("The comparison is on the clipboard as Markdown"))


def copy_prose(desk: Desk, comparison: Comparison) -> None:
    """Put the comparison told in sentences on the clipboard."""
    QGuiApplication.clipboard().setText(comparison_prose(comparison))
    desk.said.emit(tr("The comparison is on the clipboard, told in sentences"))


def save_as(desk: Desk, comparison: Comparison, parent: QWidget) -> None:
    """Ask for a file, and write the table in the format that its ending says."""
    start = desk.session.folders.documents / f"{_file_name(comparison.dispute.title)}.md"
    name, chosen = QFileDialog.getSaveFileName(
        parent, tr("Save the comparison"), str(start), ";;".join(words for words, _ in _FILTERS)
    )
    if not name:
        return
    ending = next((end for words, end in _FILTERS if words == chosen), ".md")
    path = Path(name)
    if not any(name.endswith(end) for _, end in _FILTERS):
        path = path.with_name(path.name + ending)

    def command() -> Path:
        write(comparison, path)
        return path

    if desk.attempt(command) is not None:
        desk.said.emit(tr("The comparison is in {}").format(path.name))


def write(comparison: Comparison, path: Path) -> None:
    """Write a comparison as the file's ending says; UserError if that cannot be done."""
    if path.suffix == ".pdf":
        write_pdf(comparison, path)
        return
    if path.suffix == ".html":
        text = comparison_html(comparison)
    elif path.suffix == ".csv":
        mark = "\ufeff" if TABLE_CSV.bom else ""
        text = mark + comparison_csv(comparison)
    elif path.name.endswith(".prose.md"):
        text = comparison_prose(comparison)
    else:
        text = comparison_markdown(comparison)
    try:
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise _unwritten(path, error) from error


def write_pdf(comparison: Comparison, path: Path) -> None:
    """Set a comparison into a PDF; wide tables lie across the page.

    UserError if the file can't be written.
    """
    try:
        path.open("ab").close()
    except OSError as error:
        raise _unwritten(path, error) from error
    writer = QPdfWriter(str(path))
    writer.setTitle(comparison.dispute.title)
    writer.setResolution(_DOTS)
    lay_page(writer, comparison)
    draw_pages(writer, comparison)


def print_out(desk: Desk, comparison: Comparison, parent: QWidget) -> None:
    """Ask for a printer, and print the table."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # loads slowly

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    lay_page(printer, comparison)
    printer.setDocName(comparison.dispute.title)
    if QPrintDialog(printer, parent).exec():
        draw_pages(printer, comparison)


def _unwritten(path: Path, error: OSError) -> UserError:
    return UserError(
        f"'{path.name}' could not be written: {error.strerror}.", "Choose another place."
    )


def _file_name(title: str) -> str:
    words = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", title)
    return " ".join(words.split())[:80].rstrip(" .") or "comparison"
