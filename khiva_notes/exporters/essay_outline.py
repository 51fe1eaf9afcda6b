"""An essay as it stands, as Markdown to be read: headings, prose, quotations in brackets cited."""

from __future__ import annotations

from khiva_notes.exporters.parts.escape import inline, paragraphs, quotation
from khiva_notes.exporters.parts.grid import comparison_table
from khiva_notes.exporters.parts.prose import tell
from khiva_notes.model.essay_text import EssayPart, EssayText, outermost_quotes


def essay_outline_markdown(essay: EssayText) -> str:
    """Return an essay with its own title and headings; what is gone is said where it stood.

    Prose is given as it was typed. Headings deeper than Markdown has stay at its sixth level.
    """
    pieces = [f"# {inline(essay.essay.title)}"]
    for part in essay.walk():
        pieces += _part(part)
    return "\n\n".join(piece for piece in pieces if piece) + "\n"


def _part(part: EssayPart) -> list[str]:
    own = part.part
    if own.sort == "heading":
        return [f"{'#' * min(6, part.level + 1)} {inline(own.text)}"]
    if own.sort == "prose":
        return [own.text.strip()]
    if part.gone:
        return [f"*(A {own.sort} stood here that is no longer in the library.)*"]
    if part.comparison is not None:
        return _dispute(part)
    pieces = []
    if own.way in ("paraphrase", "both") and (own.sort == "card" or own.text):
        pieces.append(paragraphs(part.wording))
    if own.way in ("quotation", "both"):
        for quote, place in zip(part.quotes, part.locators, strict=True):
            title = quote.source.title if quote.source else "a source that is gone"
            pieces.append(_quoted(quote.passage.exact, f"{title}, {place}"))
    return pieces


def _dispute(part: EssayPart) -> list[str]:
    comparison = part.comparison
    assert comparison is not None
    pieces = [f"**{inline(comparison.dispute.title)}**", paragraphs(part.part.text)]
    if part.part.way == "table":
        pieces.append(comparison_table(comparison))
    elif part.part.way == "quotation":
        for place, column in enumerate(comparison.columns):
            pieces.append(f"**{inline(column.account.label)}**")
            quotes = outermost_quotes(q for row in comparison.rows for q in row.cells[place].quotes)
            pieces += [_quoted(quote.passage.exact, quote.citation) for quote in quotes]
    else:
        pieces.append(tell(comparison))
    return pieces


def _quoted(words: str, where: str) -> str:
    return quotation(words, literal=True, note=f" ({inline(where)})")
