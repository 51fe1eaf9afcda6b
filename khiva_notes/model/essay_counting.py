"""How many words an essay has, as a supervisor counts them: all that is read in its text."""

from __future__ import annotations

from collections.abc import Iterable

from khiva_notes.model.essay_text import EssayPart, outermost_quotes
from khiva_notes.model.essays import without_notes, words


def own_words(part: EssayPart) -> int:
    """Count what one part puts into the text, without what stands inside it.

    A comparison table and notes are not counted, as tables and footnotes commonly are not.
    """
    sort, way = part.part.sort, part.part.way
    if sort in ("heading", "prose"):
        return words(without_notes(part.part.text))
    count = 0
    if way in ("paraphrase", "both") and (sort != "quotation" or part.part.text):
        count += words(part.wording)
    if way in ("quotation", "both"):
        count += sum(words(quote.passage.exact) for quote in part.quotes)
    if part.comparison is not None and way != "table":
        columns, rows = part.comparison.columns, part.comparison.rows
        count += sum(words(column.account.label) for column in columns)
        for place in range(len(columns)):
            cells = [row.cells[place] for row in rows]
            if way in ("paraphrase", "both"):
                count += sum(words(cell.value) for cell in cells)
            if way in ("quotation", "both"):
                quotes = outermost_quotes(quote for cell in cells for quote in cell.quotes)
                count += sum(words(quote.passage.exact) for quote in quotes)
    return count


class Tally:
    """Counts an essay again and again as it is written, only those parts anew that have changed."""

    def __init__(self) -> None:
        self._counted: dict[int, tuple[EssayPart, int]] = {}

    def total(self, parts: Iterable[EssayPart]) -> int:
        """Return the words of parts with all that stands inside them."""
        return sum(self._own(inner) for part in parts for inner in part.walk())

    def _own(self, part: EssayPart) -> int:
        before = self._counted.get(part.part.id)
        if before is None or before[0] is not part:
            before = self._counted[part.part.id] = (part, own_words(part))
        return before[1]
