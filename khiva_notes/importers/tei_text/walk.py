"""The tree of an edition into the lines of a text.

The words are the source's: of a choice the form that stands there, not the editor's; what a scribe
deleted is left out, what an editor supplied is kept.
"""

from __future__ import annotations

from khiva_notes.importers.building import TextBuilder, superior
from khiva_notes.importers.markup.element import Element
from khiva_notes.importers.tei_text.header import date_value
from khiva_notes.model.texts import BlockKind, MarkKind

_PARAGRAPHS_WORDS = "p ab salute signed closer opener dateline byline speaker stage"
_PARAGRAPHS = frozenset(_PARAGRAPHS_WORDS.split())
_MORE_PARAGRAPHS_WORDS = "trailer docAuthor docDate docImprint titlePart argument label"
_MORE_PARAGRAPHS = frozenset(_MORE_PARAGRAPHS_WORDS.split())
_DIVISIONS_WORDS = "div div1 div2 div3 div4 div5 div6 div7"
_DIVISIONS = frozenset(_DIVISIONS_WORDS.split())
_DROPPED_WORDS = "teiHeader fw del figDesc graphic corr reg expan surplus standOff"
_DROPPED = frozenset(_DROPPED_WORDS.split())
_MARKS: dict[str, MarkKind] = {
    "emph": "emphasis",
    "hi": "emphasis",
    "foreign": "emphasis",
    "title": "emphasis",
    "persName": "person",
    "placeName": "place",
    "geogName": "place",
    "settlement": "place",
    "country": "place",
    "region": "place",
    "orgName": "name",
    "date": "date",
}
_OF_TYPES: dict[str, MarkKind] = {"person": "person", "place": "place"}


class Walk:
    """One pass over the text; notes follow the paragraph that calls them."""

    def __init__(self, builder: TextBuilder) -> None:
        self._builder = builder
        self._depth = 0
        self._quoted = 0
        self._listed = 0
        self._kind: BlockKind | None = None
        self._notes: list[tuple[str, Element, str]] = []
        self._noted = 0
        self._page = ""

    def walk(self, element: Element) -> None:
        """Add what an element holds."""
        for child in element.children:
            if isinstance(child, str):
                self._builder.words(child)
            elif child.tag not in _DROPPED:
                self._element(child)

    def finish(self) -> None:
        """End the last paragraph."""
        self._end()

    def _element(self, element: Element) -> None:
        tag = element.tag
        if tag == "pb":
            self._page = element.get("n")
            if self._page:
                self._builder.page(self._page)
        elif tag == "lb":
            self._builder.words("" if element.get("break") == "no" else " ")
        elif tag == "gap":
            self._builder.words("[…]")
        elif tag == "note":
            self._note(element)
        elif tag in _MARKS or tag in ("rs", "name"):
            self._marked(element)
        elif tag == "head":
            self._block(element, "heading")
        elif tag in _PARAGRAPHS or tag in _MORE_PARAGRAPHS:
            self._block(element, None)
        elif tag == "l":
            self._block(element, "verse")
        else:
            self._group(element)

    def _group(self, element: Element) -> None:
        tag = element.tag
        if tag in _DIVISIONS or tag in ("body", "front", "back", "text", "group"):
            self._end()
            self._depth += tag in _DIVISIONS
            self.walk(element)
            self._end()
            self._depth -= tag in _DIVISIONS
        elif tag in ("quote", "cit", "epigraph", "q", "said", "floatingText"):
            self._quote(element)
        elif tag == "list":
            self._end()
            self._listed += 1
            self.walk(element)
            self._listed -= 1
            self._end()
        elif tag == "item":
            self._block(element, None)
        elif tag == "row":
            self._row(element)
        elif tag in ("lg", "table", "figure", "sp", "postscript", "titlePage", "docTitle"):
            self._end()
            self.walk(element)
            self._end()
        else:
            self.walk(element)

    def _quote(self, element: Element) -> None:
        blocks = any(e.tag in ("p", "l", "ab", "lg") for e in element.elements())
        if not blocks and (not self._builder.empty or element.tag in ("q", "said")):
            self.walk(element)
            return
        self._end()
        self._quoted += 1
        self.walk(element)
        self._end()
        self._quoted -= 1

    def _row(self, row: Element) -> None:
        self._end()
        cells = [c for c in row.children if isinstance(c, Element) and c.tag == "cell"]
        for place, cell in enumerate(cells):
            if place:
                self._builder.kept("\t")
            self._builder.words(cell.words())
        self._builder.end("preformatted", keep=True)

    def _block(self, element: Element, kind: BlockKind | None) -> None:
        self._end()
        outer, self._kind = self._kind, kind or self._kind
        self.walk(element)
        self._end()
        self._kind = outer

    def _marked(self, element: Element) -> None:
        kind = _MARKS.get(element.tag) or _OF_TYPES.get(element.get("type"), "name")
        if element.tag == "hi" and "bold" in element.get("rend"):
            kind = "strong"
        raised = element.tag == "hi" and "super" in element.get("rend")
        if raised:
            self._builder.words(superior(element.text()))
            return
        value = date_value(element) if kind == "date" else element.get("ref") or element.get("key")
        with self._builder.mark(kind, value[:200] if kind not in ("emphasis", "strong") else ""):
            self.walk(element)

    def _note(self, element: Element) -> None:
        """Set the note's number, and its words after this paragraph; outside one, here."""
        self._noted += 1
        told = element.get("n").strip()
        number = told if 0 < len(told) < 6 else str(self._noted)
        self._builder.words(superior(number) if not self._builder.empty else "")
        self._notes.append((number, element, self._page))
        if self._builder.empty:
            self._end()

    def _end(self) -> None:
        kind: BlockKind = "paragraph"
        level = 0
        if self._kind == "heading":
            kind, level = "heading", min(max(self._depth, 1), 6)
        elif self._kind in ("note", "verse"):
            kind = self._kind
        elif self._listed:
            kind, level = "list-item", self._listed
        elif self._quoted:
            kind = "quotation"
        ended = self._builder.end(kind, level)
        if self._kind != "note" and (ended or self._builder.empty):
            self._put_notes()

    def _put_notes(self) -> None:
        """Add the notes that wait, each on the page that calls it."""
        page = self._page
        while self._notes:
            number, element, called_on = self._notes.pop(0)
            if called_on and called_on != self._page:
                self._page = called_on
                self._builder.page(called_on)
            outer = self._kind, self._quoted, self._listed
            self._kind, self._quoted, self._listed = "note", 0, 0
            self._builder.words(f"{superior(number)} ")
            self.walk(element)
            self._builder.end("note")
            self._kind, self._quoted, self._listed = outer
        if self._page != page:
            self._page = page
            self._builder.page(page)
