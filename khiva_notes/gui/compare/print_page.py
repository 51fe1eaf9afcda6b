"""The comparison as pages of paper: heads on each page, rows under them, the verdict at the end."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageLayout, QPainter, QTextDocument

from khiva_notes.exporters.parts import words
from khiva_notes.exporters.parts.accounts import details
from khiva_notes.gui.fonts import reading_font
from khiva_notes.gui.theme import STATE_SIGNS, STATE_WORDS
from khiva_notes.model.comparison import ComparedCell, Comparison, Row

_POINTS = 9.0
_FOOT_MM = 8.0
_MARGIN_MM = 15.0
_UPRIGHT_COLUMNS = 2
"""Accounts that fit a page standing upright; more of them lie across."""

_STYLE = """
table { border-collapse: collapse; border-style: solid; border-width: 0.5px;
  border-color: #b5b0a5; }
th { background-color: #f1efe9; text-align: left; font-weight: normal; vertical-align: top; }
td { vertical-align: top; }
h1 { font-size: 15pt; margin-bottom: 4px; }
h2 { font-size: 11pt; margin-top: 14px; margin-bottom: 2px; }
p { margin-top: 0; margin-bottom: 3px; }
.name { font-weight: bold; font-size: 9.5pt; }
.small { font-size: 7.5pt; color: #55524b; }
.state { font-size: 8pt; font-weight: bold; }
.value { font-weight: bold; }
.none { color: #55524b; font-style: italic; }
"""


def lay_page(device: QPagedPaintDevice, comparison: Comparison) -> None:
    """Turn the paper so that the accounts have room, with even margins."""
    wide = len(comparison.columns) > _UPRIGHT_COLUMNS
    orientation = QPageLayout.Orientation
    device.setPageOrientation(orientation.Landscape if wide else orientation.Portrait)
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    device.setPageMargins(margins, QPageLayout.Unit.Millimeter)


def draw_pages(device: QPagedPaintDevice, comparison: Comparison) -> None:
    """Set a comparison on the device's paper, page after page, each with its number at the foot."""
    dots = device.logicalDpiX()
    page = QRectF(device.pageLayout().paintRectPixels(dots))
    foot = _FOOT_MM / 25.4 * dots
    document = QTextDocument()
    document.documentLayout().setPaintDevice(device)
    document.setDefaultFont(reading_font(_POINTS))
    document.setDefaultStyleSheet(_STYLE)
    document.setDocumentMargin(0)
    document.setHtml(print_html(comparison))
    size = QSizeF(page.width(), page.height() - foot)
    document.setPageSize(size)
    painter = QPainter(device)
    count = document.pageCount()
    for number in range(count):
        if number:
            device.newPage()
        painter.save()
        painter.translate(0, -number * size.height())
        document.drawContents(
            painter, QRectF(0, number * size.height(), size.width(), size.height())
        )
        painter.restore()
        _draw_foot(
            painter, comparison, number + 1, count, QRectF(0, size.height(), size.width(), foot)
        )
    painter.end()


def print_html(comparison: Comparison) -> str:
    """Return the comparison in the HTML that Qt's own documents understand."""
    parts = [f"<h1>{escape(comparison.dispute.title)}</h1>"]
    if comparison.about:
        about = words.listed([item.title for item in comparison.about])
        parts.append(f'<p class="small">{escape(about)}</p>')
    parts.append(_table(comparison))
    parts += _verdict(comparison)
    return "\n".join(parts)


def _table(comparison: Comparison) -> str:
    count = len(comparison.columns)
    first = 16 if count > _UPRIGHT_COLUMNS else 20
    share = (100 - first) // max(1, count)
    heads = [f'<th width="{first}%"></th>']
    for name, column in zip(words.labels(comparison), comparison.columns, strict=True):
        known = "".join(
            f'<p class="small">{escape(label)}: {escape(text)}</p>'
            for label, text in details(column)
        )
        heads.append(f'<th width="{share}%"><p class="name">{escape(name)}</p>{known}</th>')
    body = "".join(_row(row) for row in comparison.rows)
    return (
        '<table border="1" cellspacing="0" cellpadding="5" width="100%">'
        f"<thead><tr>{''.join(heads)}</tr></thead><tbody>{body}</tbody></table>"
    )


def _row(row: Row) -> str:
    state = f"{STATE_SIGNS[row.state]} {STATE_WORDS[row.state]}"
    head = f'<p class="name">{escape(row.aspect.name)}</p><p class="state">{state}</p>'
    cells = "".join(f"<td>{_cell(cell)}</td>" for cell in row.cells)
    why = ""
    if row.why:
        span = len(row.cells) + 1
        why = f'<tr><td colspan="{span}"><p class="small">{escape(row.why)}</p></td></tr>'
    return f"<tr><th>{head}</th>{cells}</tr>{why}"


def _cell(cell: ComparedCell) -> str:
    style = "value" if words.speaks(cell) else "none"
    parts = [f'<p class="{style}">{escape(words.said(cell))}</p>']
    for quote in cell.quotes:
        text = "<br>".join(escape(line) for line in quote.passage.exact.split("\n"))
        parts.append(f"<p>“{text}”</p>")
        if quote.citation:
            parts.append(f'<p class="small">{_kept(quote.citation)}</p>')
    return "".join(parts)


def _kept(citation: str) -> str:
    """Keep a locator on the line of its sign: ¶ 3, p. 5."""
    title, comma, place = citation.rpartition(", ")
    return escape(title + comma + place.replace(" ", "\u00a0"))


def _verdict(comparison: Comparison) -> list[str]:
    verdict = comparison.verdict
    if verdict is None:
        return []
    elected = comparison.elected
    chosen = f"Preferred: {elected.label}" if elected else "No account is preferred"
    lines = [f"{chosen} ({words.certainty(verdict.certainty)})."]
    if comparison.changed:
        lines.append("Since this was concluded, what it rests on has changed.")
    lines += [line for line in verdict.reasons.split("\n") if line.strip()]
    return ["<h2>Verdict</h2>", *(f"<p>{escape(line)}</p>" for line in lines)]


def _draw_foot(
    painter: QPainter, comparison: Comparison, number: int, count: int, room: QRectF
) -> None:
    font = QFont(reading_font(_POINTS * 0.85))
    painter.setFont(font)
    low = Qt.AlignmentFlag.AlignBottom
    metrics = painter.fontMetrics()
    title = metrics.elidedText(
        comparison.dispute.title, Qt.TextElideMode.ElideRight, int(room.width() * 0.8)
    )
    painter.drawText(room, low | Qt.AlignmentFlag.AlignLeft, title)
    painter.drawText(room, low | Qt.AlignmentFlag.AlignRight, f"{number} / {count}")
