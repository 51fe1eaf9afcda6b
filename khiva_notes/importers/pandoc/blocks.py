"""Pandoc's tree of blocks into the lines of a text, notes at its end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from khiva_notes.importers.building import TextBuilder, superior
from khiva_notes.importers.pandoc.inlines import Inlines
from khiva_notes.model.texts import BlockKind

_DEEPEST = 60


class Blocks:
    """One walk over a document's blocks; notes are gathered and come last, each with its number."""

    def __init__(self, builder: TextBuilder) -> None:
        self._builder = builder
        self._inlines = Inlines(builder)
        self._quoted = 0
        self._listed = 0
        self._note = False
        self._prefix = ""
        self._depth = 0

    @property
    def page_marks(self) -> int:
        """How many places were found at which the document says that a page ends."""
        return self._inlines.page_marks

    def walk(self, blocks: Sequence[Any]) -> None:
        """Add these blocks."""
        if self._depth >= _DEEPEST:
            return
        self._depth += 1
        for block in blocks:
            if isinstance(block, dict):
                self._block(block)
        self._depth -= 1

    def walk_notes(self) -> None:
        """Add the notes that the text referred to, and those that these refer to."""
        number = 0
        self._quoted = self._listed = 0
        self._note = True
        while number < len(self._inlines.notes):
            self._prefix = f"{superior(str(number + 1))} "
            self.walk(self._inlines.notes[number])
            number += 1
        self._note = False

    def heading(self, inlines: Sequence[Any], level: int) -> None:
        """Add a heading of inline nodes."""
        self._inlines.add(inlines)
        self._end("heading", level)

    def _block(self, block: dict[str, Any]) -> None:
        kind, content = block.get("t"), block.get("c")
        if kind in ("Para", "Plain"):
            self._start()
            self._inlines.add(content or ())
            self._end(self._kind(), self._listed if self._kind() == "list-item" else 0)
        elif kind == "Header" and content:
            self.heading(content[2], int(content[0]))
        elif kind == "BlockQuote":
            self._quoted += 1
            self.walk(content or ())
            self._quoted -= 1
        elif kind == "BulletList":
            self._list(content or (), ())
        elif kind == "OrderedList" and content:
            self._list(content[1], _numbers(content[0], len(content[1])))
        elif kind == "DefinitionList":
            self._definitions(content or ())
        elif kind == "CodeBlock" and content:
            self._preformatted(content[1])
        elif kind == "LineBlock":
            for line in content or ():
                self._start()
                self._inlines.add(line)
                self._end("note" if self._note else "verse")
        elif kind in ("Div", "Figure") and content:
            self._group(kind, content)
        elif kind == "Table" and content:
            self._table(content)

    def _group(self, kind: str, content: Sequence[Any]) -> None:
        if kind == "Div":
            if not self._inlines.page_of(content[0]):
                self.walk(content[1])
            return
        self.walk(content[1][1] or ())

    def _list(self, items: Sequence[Any], numbers: Sequence[str]) -> None:
        self._listed += 1
        for place, item in enumerate(items):
            if not self._note:
                self._prefix = f"{numbers[place]} " if numbers else ""
            self.walk(item)
            self._prefix = ""
        self._listed -= 1

    def _definitions(self, entries: Sequence[Any]) -> None:
        for term, definitions in entries:
            self._start()
            self._inlines.add(term)
            self._end(self._kind())
            for definition in definitions:
                self._quoted += 0 if self._note else 1
                self.walk(definition)
                self._quoted -= 0 if self._note else 1

    def _preformatted(self, text: str) -> None:
        for line in text.split("\n"):
            self._builder.kept(line)
            self._end("preformatted", keep=True)

    def _table(self, content: Sequence[Any]) -> None:
        """A table's rows, cells set apart by tabs; a cell alone in its row is text like any."""
        caption, head, bodies, foot = content[1], content[3], content[4], content[5]
        rows = [*head[1]]
        for body in bodies:
            rows += [*body[2], *body[3]]
        rows += foot[1]
        self.walk(caption[1] or ())
        for row in rows:
            cells = row[1]
            if len(cells) == 1:
                self.walk(cells[0][4])
                continue
            for place, cell in enumerate(cells):
                if place:
                    self._builder.kept("\t")
                self._cell(cell[4])
            self._end("preformatted", keep=True)

    def _cell(self, blocks: Sequence[Any], depth: int = 0) -> None:
        for place, block in enumerate(blocks):
            if not isinstance(block, dict) or depth > 20:
                continue
            if place:
                self._builder.words(" ")
            kind = block.get("t")
            content: Sequence[Any] = block.get("c") or ()
            if kind in ("Para", "Plain"):
                self._inlines.add(content, flat=True)
            elif kind == "CodeBlock":
                self._builder.words(content[1])
            elif kind in ("BulletList", "OrderedList"):
                for item in content if kind == "BulletList" else content[1]:
                    self._cell(item, depth + 1)
                    self._builder.words(" ")
            elif kind == "BlockQuote":
                self._cell(content, depth + 1)
            elif kind == "Div":
                self._cell(content[1], depth + 1)
            elif kind == "LineBlock":
                for line in content:
                    self._inlines.add(line, flat=True)
            elif kind == "Header":
                self._inlines.add(content[2], flat=True)

    def _start(self) -> None:
        self._builder.words(self._prefix)

    def _end(self, kind: BlockKind, level: int = 0, *, keep: bool = False) -> None:
        if self._builder.end(kind, level, keep=keep):
            self._prefix = ""

    def _kind(self) -> BlockKind:
        if self._note:
            return "note"
        if self._listed:
            return "list-item"
        return "quotation" if self._quoted else "paragraph"


_ROMAN = tuple(
    zip(
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        strict=True,
    )
)


def _numbers(attributes: Sequence[Any], count: int) -> list[str]:
    """The numbers of a list as they are printed."""
    start, style, delimiter = attributes[0], attributes[1].get("t"), attributes[2].get("t")
    before, after = ("(", ")") if delimiter == "TwoParens" else ("", ".")
    after = ")" if delimiter == "OneParen" else after
    return [f"{before}{_number(start + n, style)}{after}" for n in range(count)]


def _number(value: int, style: str) -> str:
    if style in ("LowerAlpha", "UpperAlpha") and 1 <= value <= 26:
        letter = chr(ord("a") + value - 1)
        return letter.upper() if style == "UpperAlpha" else letter
    if style in ("LowerRoman", "UpperRoman") and 1 <= value < 4000:
        roman = _roman(value)
        return roman if style == "UpperRoman" else roman.lower()
    return str(value)


def _roman(value: int) -> str:
    written = ""
    for letters, worth in _ROMAN:
        while value >= worth:
            written, value = written + letters, value - worth
    return written
