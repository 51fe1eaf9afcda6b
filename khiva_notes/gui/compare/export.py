"""Hands over what the table shows: to the clipboard, a file or a printer."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF
from PySide6.QtGui import QGuiApplication, QPageLayout, QTextDocument
from PySide6.QtWidgets import QFileDialog, QWidget

from khiva_notes.exporters.table import (
    comparison_csv,
    comparison_html,
    comparison_markdown,
    comparison_prose,
)
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.fonts import reading_font
from khiva_notes.model.comparison import Comparison
from khiva_notes.model.errors import UserError

_FILTERS = (
    ("Markdown (*.md)", ".md"),
    ("Web page (*.html)", ".html"),
    ("Spreadsheet, CSV (*.csv)", ".csv"),
    ("PDF (*.pdf)", ".pdf"),
    ("Prose in Markdown (*.prose.md)", ".prose.md"),
)
_PRINT_POINTS = 9.0


def tr(words: str) -> str:
    """Translate a phrase of the export."""
    return QCoreApplication.translate("ComparisonExport", words)


def copy_markdown(desk: Desk, comparison: Comparison) -> None:
    """Put the table as Markdown on the clipboard."""
    QGuiApplication.clipboard().setText(comparison_markdown(comparison))
    desk.said.emit(tr("The comparison is on the clipboard as Markdown"))


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
    desk.attempt(lambda: write(comparison, path))
    desk.said.emit(tr("The comparison is in {}").format(path.name))


def write(comparison: Comparison, path: Path) -> None:
    """Write a comparison as the file's ending says; UserError if that cannot be done."""
    if path.suffix == ".pdf":
        write_pdf(comparison, path)
        return
    if path.suffix == ".html":
        text = comparison_html(comparison)
    elif path.suffix == ".csv":
        text = "\ufeff" + comparison_csv(comparison)
    elif path.name.endswith(".prose.md"):
        text = comparison_prose(comparison)
    else:
        text = comparison_markdown(comparison)
    try:
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise UserError(
            f"'{path.name}' could not be written: {error.strerror}.", "Choose another place."
        ) from error


def write_pdf(comparison: Comparison, path: Path) -> None:
    """Print a comparison into a PDF; wide tables lie across the page."""
    from PySide6.QtPrintSupport import QPrinter  # loads slowly

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    _lay_page(printer, comparison)
    _document(comparison).print_(printer)


def print_out(desk: Desk, comparison: Comparison, parent: QWidget) -> None:
    """Ask for a printer, and print the table."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # loads slowly

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    _lay_page(printer, comparison)
    printer.setDocName(comparison.dispute.title)
    if QPrintDialog(printer, parent).exec():
        _document(comparison).print_(printer)


def _lay_page(printer: object, comparison: Comparison) -> None:
    from PySide6.QtPrintSupport import QPrinter  # loads slowly

    assert isinstance(printer, QPrinter)
    wide = len(comparison.columns) > 2
    orientation = QPageLayout.Orientation
    printer.setPageOrientation(orientation.Landscape if wide else orientation.Portrait)
    printer.setPageMargins(QMarginsF(15, 15, 15, 15), QPageLayout.Unit.Millimeter)


def _document(comparison: Comparison) -> QTextDocument:
    document = QTextDocument()
    document.setDefaultFont(reading_font(_PRINT_POINTS))
    page = comparison_html(comparison)
    body = re.sub(r"<style>.*?</style>", "", page, flags=re.S)
    body = body.replace("<table>", '<table border="1" cellspacing="0" cellpadding="4">')
    document.setDefaultStyleSheet(
        "th { background-color: #f1efe9; font-weight: 600; text-align: left; }"
        "cite, dl, dd, dt { color: #555555; font-size: 8pt; }"
        ".why, .none { color: #555555; } h1 { font-size: 15pt; }"
        "blockquote { margin: 4px 0 0 8px; }"
    )
    document.setHtml(body)
    return document


def _file_name(title: str) -> str:
    words = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", title)
    return " ".join(words.split())[:80].rstrip(" .") or "comparison"
