"""The words of the current part where they stand in their source."""

from __future__ import annotations

from khiva_notes.gui.compare.reading_pane import ReadingPane
from khiva_notes.model.comparison import ComparedCell
from khiva_notes.model.disputes import Account
from khiva_notes.model.essay_text import EssayPart


class SourcePane(ReadingPane):
    """A reading pane that follows an essay's parts rather than a dispute's cells."""

    def show_part(self, part: EssayPart | None) -> None:
        """Show the first quotation of a part; of a dispute all that its cells quote."""
        quotes = part.quotes if part else ()
        if part is not None and part.comparison is not None:
            found = {
                quote.passage.id: quote
                for row in part.comparison.rows
                for cell in row.cells
                for quote in cell.quotes
            }
            quotes = tuple(found.values())
        if not quotes:
            self.show_cell(None)
            return
        assert part is not None
        who = part.item.title if part.item else self.tr("Quotation")
        voice = Account(0, 0, "", who)
        self.show_cell(ComparedCell(voice, "asserts", "", quotes, None, None))
