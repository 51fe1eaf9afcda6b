"""The lines of a raw text as reflow sees them: words, indent, and what stood above them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

TAB_WIDTH = 8


@dataclass(frozen=True, slots=True)
class Line:
    """One line with words on it.

    ``text`` has no white space at either end, ``indent`` counts the columns before it, ``gap`` the
    blank lines above it, and ``page`` is the label of the page that begins with it: ``None`` where
    no page begins, ``""`` where one begins without a printed number.
    """

    text: str
    indent: int = 0
    gap: int = 0
    page: str | None = None

    @property
    def laid_out(self) -> str:
        """The line with its indent, for verse and tables, whose shape says something."""
        return " " * self.indent + self.text


def read_lines(text: str) -> tuple[Line, ...]:
    r"""Cut a text with ``\n`` and ``\f`` into its lines, blank ones counted and not kept."""
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    gap = 0
    page: str | None = None
    paged = "\f" in text
    if paged:
        page = ""
    for sheet_number, sheet in enumerate(text.split("\f")):
        if sheet_number:
            page = ""
        rows = sheet.split("\n")
        for row_number, row in enumerate(rows):
            words = row.strip()
            if not words:
                # What stands beside a form feed on its line is no blank line.
                gap += 0 if row_number in (0, len(rows) - 1) and paged else 1
                continue
            head = row[: len(row) - len(row.lstrip())].expandtabs(TAB_WIDTH)
            yield Line(words, len(head), gap, page)
            gap, page = 0, None
