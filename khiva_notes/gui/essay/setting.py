"""How a part of an essay is set on the page: prose as it reads, quotations with their citation."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import (
    QColor,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from khiva_notes.gui.cards.direction import direction_of
from khiva_notes.gui.fonts import reading_font
from khiva_notes.gui.theme import Tones
from khiva_notes.model.comparison import Comparison, Quote
from khiva_notes.model.essay_text import EssayPart, outermost_quotes
from khiva_notes.model.essays import numbered_notes, superscript
from khiva_notes.model.kinds import KINDS

_HEADINGS = (1.5, 1.25, 1.1, 1.0)
_INSET = 28


class _Sheet(QTextDocument):
    """A document that fetches nothing: no picture of a file or of the net is ever opened."""

    def loadResource(self, type: int, name: QUrl | str) -> object:
        """Return nothing."""
        return None


def set_part(part: EssayPart, tones: Tones, points: float, spacing: int) -> QTextDocument:
    """Return a part set in type, ready to be given a width and drawn."""
    sheet = _Sheet()
    sheet.setDocumentMargin(0)
    sheet.setUndoRedoEnabled(False)
    own = part.part
    scale = _HEADINGS[min(part.level, len(_HEADINGS)) - 1] if own.sort == "heading" else 1.0
    font = reading_font(points * scale)
    font.setBold(own.sort == "heading")
    sheet.setDefaultFont(font)
    sheet.setDefaultStyleSheet(f"a {{ color: {tones.accent}; text-decoration: none; }}")
    if own.sort == "heading":
        sheet.setPlainText(own.text or _tr("Heading"))
    elif own.sort == "prose":
        features = QTextDocument.MarkdownFeature
        shown, notes = numbered_notes(own.text)
        sheet.setMarkdown(shown, features.MarkdownNoHTML | features.MarkdownDialectGitHub)
        _append_notes(sheet, notes, points, tones)
        if not own.text.strip():
            sheet.setHtml(_faint(_tr("Enter writes here"), tones))
    else:
        sheet.setHtml(_html(part, tones))
    _space(sheet, spacing)
    return sheet


def _append_notes(sheet: QTextDocument, notes: Sequence[str], points: float, tones: Tones) -> None:
    """Set the notes of some prose below it, small, each with its number."""
    look = QTextCharFormat()
    look.setFont(reading_font(points * 0.85))
    look.setForeground(QColor(tones.muted))
    cursor = QTextCursor(sheet)
    for number, note in enumerate(notes, 1):
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertBlock(QTextBlockFormat(), look)
        cursor.insertText(f"{superscript(number)} {note}", look)


def _html(part: EssayPart, tones: Tones) -> str:
    own = part.part
    if part.gone:
        words = {
            "card": _tr("This card is no longer in the library, or is in the trash."),
            "dispute": _tr("This dispute is no longer in the library, or is in the trash."),
        }.get(own.sort, _tr("The words quoted here are no longer marked in their source."))
        return f'<p style="color:{tones.danger}"><i>{escape(words)}</i></p>'
    if part.comparison is not None:
        return _dispute(part.comparison, own.way, own.text, tones)
    pieces = []
    if part.item is not None and own.sort == "card":
        pieces.append(_head(part, tones))
    wording = part.wording if own.sort == "card" else own.text
    if own.way in ("paraphrase", "both") and wording:
        pieces.append(_paragraphs(wording))
    elif own.way == "paraphrase":
        pieces.append(_faint(_tr("Enter writes it in your own words"), tones))
    if own.way in ("quotation", "both"):
        for quote, place in zip(part.quotes, part.locators, strict=True):
            pieces.append(_quote(quote, place, tones))
        if not part.quotes and own.way == "quotation":
            pieces.append(_faint(_tr("No words of a source stand behind this card yet"), tones))
    return "".join(pieces)


def _head(part: EssayPart, tones: Tones) -> str:
    assert part.item is not None
    kind = KINDS[part.item.kind]
    ink = tones.kind(kind.name).ink
    said = f" · {escape(part.speaker.title)}" if part.speaker else ""
    title = part.item.title
    if part.part.way != "quotation" and part.wording == title:
        title = kind.label
    return (
        f'<p style="font-size:small; color:{ink}">{kind.glyph} {escape(title)}'
        f'<span style="color:{tones.muted}">{said}</span></p>'
    )


def _quote(quote: Quote, place: str, tones: Tones) -> str:
    title = quote.source.title if quote.source else _tr("a source that is gone")
    words = "<br>".join(escape(line) for line in quote.passage.exact.split("\n"))
    where = f"{escape(title)}, {escape(place)}" if place else escape(title)
    return _quoted(f"“{words}”", where, tones)


def _quoted(words: str, where: str, tones: Tones) -> str:
    return (
        f'<p style="margin-left:{_INSET}px; margin-right:{_INSET}px">{words} '
        f'<span style="font-size:small; color:{tones.muted}">({where})</span></p>'
    )


def _dispute(comparison: Comparison, way: str, wording: str, tones: Tones) -> str:
    ink = tones.kind("dispute").ink
    pieces = [
        f'<p style="color:{ink}">{KINDS["dispute"].glyph} '
        f"<b>{escape(comparison.dispute.title)}</b></p>"
    ]
    if wording:
        pieces.append(_paragraphs(wording))
    if not comparison.columns:
        pieces.append(_faint(_tr("No account has been entered yet"), tones))
    elif way == "table":
        pieces.append(_table(comparison, tones))
    else:
        pieces += [_side(comparison, i, way, tones) for i in range(len(comparison.columns))]
    verdict = comparison.verdict
    if verdict is not None and verdict.reasons:
        pieces.append(f"<p><b>{escape(_tr('Verdict.'))}</b> {escape(verdict.reasons)}</p>")
    return "".join(pieces)


def _side(comparison: Comparison, place: int, way: str, tones: Tones) -> str:
    account = comparison.columns[place].account
    cells = [(row.aspect.name, row.cells[place]) for row in comparison.rows]
    said = [f"{escape(name)}: {escape(cell.value)}" for name, cell in cells if cell.value]
    head = f"<b>{escape(account.label)}</b>"
    if said and way in ("paraphrase", "both"):
        head += " — " + "; ".join(said) + "."
    pieces = [f"<p>{head}</p>"]
    if way in ("quotation", "both"):
        quotes = outermost_quotes(quote for _, cell in cells for quote in cell.quotes)
        for citation, group in groupby(quotes, key=lambda quote: quote.citation):
            words = " … ".join(f"“{escape(quote.passage.exact)}”" for quote in group)
            pieces.append(_quoted(words, escape(citation), tones))
    return "".join(pieces)


def _table(comparison: Comparison, tones: Tones) -> str:
    line = f"border:1px solid {tones.line}; padding:4px"
    heads = "".join(
        f'<td style="{line}"><b>{escape(column.account.label)}</b></td>'
        for column in comparison.columns
    )
    rows = []
    for row in comparison.rows:
        cells = "".join(
            f'<td style="{line}">{escape(cell.value) or _dash(cell.stance, tones)}</td>'
            for cell in row.cells
        )
        name = f'<td style="{line}; color:{tones.muted}">{escape(row.aspect.name)}</td>'
        rows.append(f"<tr>{name}{cells}</tr>")
    return (
        f'<table width="100%" cellspacing="0" style="border-collapse:collapse; font-size:small">'
        f'<tr><td style="{line}"></td>{heads}</tr>{"".join(rows)}</table>'
    )


def _dash(stance: str, tones: Tones) -> str:
    words = {"silent": _tr("silent"), "denies": _tr("denies")}.get(stance, "–")
    return f'<span style="color:{tones.muted}">{escape(words)}</span>'


def _paragraphs(text: str) -> str:
    parts = [part for part in text.split("\n\n") if part.strip()]
    return "".join(f"<p>{escape(' '.join(part.split()))}</p>" for part in parts)


def _faint(words: str, tones: Tones) -> str:
    return f'<p style="color:{tones.muted}"><i>{escape(words)}</i></p>'


def _space(sheet: QTextDocument, spacing: int) -> None:
    """Give lines the distance that texts have, and paragraphs the way their words run."""
    cursor = QTextCursor(sheet)
    block: QTextBlock = sheet.begin()
    proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    number = 0
    while block.isValid():
        form = QTextBlockFormat()
        form.setLineHeight(float(spacing), proportional)
        form.setLayoutDirection(direction_of(block.text()))
        cursor.setPosition(block.position())
        if cursor.currentTable() is None:
            form.setTopMargin(8 if number else 0)
            form.setBottomMargin(0)
        cursor.mergeBlockFormat(form)
        block = block.next()
        number += 1


def _tr(text: str) -> str:
    return QCoreApplication.translate("EssaySetting", text)
