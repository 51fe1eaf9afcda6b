"""A page's tree into the lines of a text."""

from __future__ import annotations

from khiva_notes.importers.building import TextBuilder, superior
from khiva_notes.importers.markup.element import Element
from khiva_notes.importers.web.notes import Notes
from khiva_notes.model.texts import BlockKind, MarkKind

_BLOCKS_WORDS = (
    "address article aside body center dd details dir div dl dt fieldset figcaption figure footer "
    "header hr html li main ol p pre section summary table tbody tfoot thead tr ul blockquote "
    "h1 h2 h3 h4 h5 h6 caption #root"
)
_BLOCKS = frozenset(_BLOCKS_WORDS.split())
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_MARKS: dict[str, MarkKind] = {
    "em": "emphasis",
    "i": "emphasis",
    "cite": "emphasis",
    "strong": "strong",
    "b": "strong",
}
_DROPPED_WORDS = "script style template noscript svg rp img picture"
_DROPPED = frozenset(_DROPPED_WORDS.split())


class Walk:
    """One pass over the tree, with what encloses the present element."""

    def __init__(self, builder: TextBuilder, notes: Notes) -> None:
        self._builder = builder
        self._notes = notes
        self._quoted = 0
        self._listed = 0
        self._note = False
        self._heading = 0
        self._prefix = ""
        self._breaks = 0

    def walk(self, element: Element) -> None:
        """Add what an element shows."""
        for child in element.children:
            if isinstance(child, str):
                if child.strip():
                    self._breaks = 0
                    self._lead()
                self._builder.words(child)
            else:
                self._element(child)

    def finish(self) -> None:
        """End the last paragraph."""
        self._end()

    def _element(self, element: Element) -> None:
        tag = element.tag
        if tag in _DROPPED or self._notes.is_back_link(element) or self._page(element):
            return
        if tag == "br":
            self._break()
        elif id(element) in self._notes.numbers:
            self._lead()
            number = self._notes.numbers[id(element)]
            self._builder.words(superior(number))
        elif tag in _MARKS:
            with self._builder.mark(_MARKS[tag]):
                self.walk(element)
        elif tag == "sup" and not element.find("a"):
            self._builder.words(superior(element.text()))
        elif tag == "q":
            self._builder.words("“")
            self.walk(element)
            self._builder.words("”")
        elif tag in _BLOCKS:
            self._block(element)
        else:
            self.walk(element)

    def _block(self, element: Element) -> None:
        self._end()
        number = self._notes.holders.get(id(element))
        if number is not None and not self._note:
            self._note, self._prefix = True, f"{superior(number)} "
            self._inside(element)
            self._end()
            self._note, self._prefix = False, ""
        else:
            self._inside(element)
        self._end()

    def _inside(self, element: Element) -> None:
        tag = element.tag
        if tag in _HEADINGS:
            self._heading = _HEADINGS[tag]
            self.walk(element)
            self._end()
            self._heading = 0
        elif tag in ("blockquote", "dd"):
            self._quoted += 1
            self.walk(element)
            self._end()
            self._quoted -= 1
        elif tag in ("ul", "ol", "dir"):
            self._list(element)
        elif tag == "pre":
            self._preformatted(element)
        elif tag == "table":
            self._table(element)
        else:
            self.walk(element)

    def _list(self, element: Element) -> None:
        self._listed += 1
        number = int(start) if (start := element.get("start")).isdecimal() else 1
        for child in element.children:
            if not isinstance(child, Element):
                continue
            if child.tag == "li" and element.tag == "ol" and not self._note:
                self._prefix = f"{number}. "
                number += 1
            self._element(child)
            self._prefix = "" if not self._note else self._prefix
        self._listed -= 1

    def _preformatted(self, element: Element) -> None:
        for line in element.text().strip("\n").split("\n"):
            self._builder.kept(line)
            self._builder.end("preformatted", keep=True)

    def _table(self, table: Element) -> None:
        """Rows with cells set apart by tabs; a table that only lays out the page is walked."""
        if table.find("table") is not None:
            self.walk(table)
            return
        rows = [e for e in table.elements() if e.tag == "tr"]
        laid_out = any(len(cell.text()) > 400 for row in rows for cell in _cells(row))
        if laid_out or max((len(_cells(row)) for row in rows), default=0) < 2:
            self.walk(table)
            return
        caption = table.find("caption")
        if caption is not None:
            self.walk(caption)
            self._end()
        for row in rows:
            for place, cell in enumerate(_cells(row)):
                if place:
                    self._builder.kept("\t")
                self._builder.words(cell.words())
            self._builder.end("preformatted", keep=True)

    def _break(self) -> None:
        self._breaks += 1
        if self._breaks > 1:
            self._end()
        else:
            self._builder.line_break()

    def _page(self, element: Element) -> bool:
        role = f"{element.get('role')} {element.get('epub:type')} {element.get('class')}"
        if "pagebreak" not in role.replace("page-break", "pagebreak") or len(element.text()) > 20:
            return False
        label = element.get("title") or element.get("aria-label") or element.words()
        if label:
            self._builder.page(label)
        return bool(label)

    def _lead(self) -> None:
        if self._prefix and self._builder.empty:
            self._builder.words(self._prefix)
            self._prefix = ""

    def _end(self) -> None:
        self._breaks = 0
        kind: BlockKind = "paragraph"
        level = 0
        if self._heading:
            kind, level = "heading", self._heading
        elif self._note:
            kind = "note"
        elif self._listed:
            kind, level = "list-item", self._listed
        elif self._quoted:
            kind = "quotation"
        self._builder.end(kind, level)


def _cells(row: Element) -> list[Element]:
    return [c for c in row.children if isinstance(c, Element) and c.tag in ("td", "th")]
