"""An essay's web page set on paper: a serif, quotations set in, notes at the end, page numbers."""

from __future__ import annotations

import os
import re
import secrets
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from khiva_notes.gui.fonts import load_fonts, reading_font
from khiva_notes.gui.on_paper import draw_on_pages
from khiva_notes.model.errors import UserError
from khiva_notes.services.folders import shipped

_DOTS = 600
_POINTS = 11.0
_MARGIN_MM = 25.0
_FOOT_MM = 12.0
_QUOTE_MM = 9.0
_LINE_PER_CENT = 130.0

_STYLE = """
h1 { font-size: 18pt; margin-top: 0; margin-bottom: 4px; }
h2 { font-size: 14pt; margin-top: 16px; margin-bottom: 6px; }
h3 { font-size: 12pt; margin-top: 14px; margin-bottom: 4px; }
h4, h5, h6 { font-size: 11pt; margin-top: 12px; margin-bottom: 4px; }
p { margin-top: 0; margin-bottom: 7px; }
p.subtitle, p.author { color: #55524b; margin-bottom: 4px; }
p.entry { margin-left: 24px; text-indent: -24px; margin-bottom: 5px; }
p.caption { font-style: italic; }
table { border-collapse: collapse; border-style: solid; border-width: 0.5px;
  border-color: #b5b0a5; }
th { background-color: #f1efe9; text-align: left; vertical-align: top; }
td { vertical-align: top; }
li p { margin-bottom: 3px; }
a { color: #000000; text-decoration: none; }
"""


def write_pdf(page: str, target: Path, title: str) -> None:
    """Set a web page of an essay into a PDF on A4, put in place whole.

    UserError if the file can't be written. Makes an application without a window if there is none.
    """
    application = _application()
    beside: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(f".khiva-{secrets.token_hex(8)}.tmp")
        beside.touch()
        _draw(page, beside, title)
        beside.replace(target)
    except OSError as error:
        raise UserError(
            f"'{target.name}' could not be written: {error.strerror}.", "Choose another place."
        ) from error
    finally:
        if beside is not None:
            beside.unlink(missing_ok=True)
        del application


def printed_html(page: str) -> str:
    """Return a page of pandoc or of our own in the HTML that Qt's documents understand."""
    body = re.search(r"<body[^>]*>(.*)</body>", page, re.DOTALL)
    text = re.sub(r"<!--.*?-->", "", body[1] if body else page, flags=re.DOTALL)
    text = re.sub(
        r"<a\b[^>]*class=\"footnote-back(?:ref)?\"[^>]*>.*?</a>", "", text, flags=re.DOTALL
    )
    text = re.sub(r"(<sup[^>]*>\s*(?:<a[^>]*>)?)\[(\d+)\]", r"\1\2", text)
    text = re.sub(
        r"<div[^>]*class=\"csl-entry\"[^>]*>(.*?)</div>",
        r'<p class="entry">\1</p>',
        text,
        flags=re.DOTALL,
    )
    text = re.sub(r"<caption>(.*?)</caption>", "", _captions_after(text), flags=re.DOTALL)
    text = re.sub(r"<colgroup>.*?</colgroup>", "", text, flags=re.DOTALL)
    text = re.sub(r"<table[^>]*>", '<table width="100%" cellpadding="4" cellspacing="0">', text)
    text = re.sub(r"(</?h)([1-5])(?![^>]*class=\"title\")(?=[ >])", _lower, text)
    text = re.sub(r"<h1( class=\"title\"[^>]*>.*?)</h2>", r"<h1\1</h1>", text, flags=re.DOTALL)
    text = re.sub(r"<hr[^>]*class=\"footnotes-sep\"[^>]*>", "", text)
    text = re.sub(r"(<section[^>]*footnotes[^>]*>)\s*(?:<hr ?/>)?", r"\1<h2>Notes</h2>", text)
    return _notes_before_works(text)


def _lower(found: re.Match[str]) -> str:
    return f"{found[1]}{int(found[2]) + 1}"


def _captions_after(text: str) -> str:
    return re.sub(
        r"(<table.*?)<caption>(.*?)</caption>(.*?</table>)",
        r'\1\3<p class="caption">\2</p>',
        text,
        flags=re.DOTALL,
    )


def _notes_before_works(text: str) -> str:
    """Put the notes before the bibliography, where a reader of a paper looks for them."""
    notes = re.search(r"<section[^>]*footnotes.*?</section>", text, re.DOTALL)
    works = re.search(r"<h2[^>]*>Bibliography</h2>", text)
    if notes is None or works is None or works.start() > notes.start():
        return text
    before, after = text[: works.start()], text[works.start() : notes.start()]
    return before + notes[0] + after + text[notes.end() :]


def _draw(page: str, path: Path, title: str) -> None:
    writer = QPdfWriter(str(path))
    writer.setTitle(title)
    writer.setCreator("Khiva Notes")
    writer.setResolution(_DOTS)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM - _FOOT_MM)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    document = _document(page, writer)
    draw_on_pages(writer, document, _FOOT_MM, _draw_foot)


def _draw_foot(painter: QPainter, number: int, count: int, room: QRectF) -> None:
    painter.setFont(reading_font(9.0))
    low = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
    painter.drawText(room, int(low), str(number))


def _document(page: str, writer: QPdfWriter) -> QTextDocument:
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    font = reading_font(_POINTS)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(_STYLE)
    document.setDocumentMargin(0)
    document.setHtml(printed_html(page))
    block = document.begin()
    while block.isValid():
        form = QTextBlockFormat(block.blockFormat())
        proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        if form.property(QTextFormat.Property.BlockQuoteLevel):
            inset = _QUOTE_MM / 25.4 * _DOTS
            form.setLeftMargin(inset)
            form.setRightMargin(inset)
        form.setLineHeight(_LINE_PER_CENT, proportional)
        QTextCursor(block).setBlockFormat(form)
        block = block.next()
    return document


def _application() -> QCoreApplication:
    """Return the application, made if there is none; whoever draws has to hold it."""
    running = QGuiApplication.instance()
    if running is not None:
        return running
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    made = QGuiApplication([])
    load_fonts(shipped("resources") / "fonts")
    return made
