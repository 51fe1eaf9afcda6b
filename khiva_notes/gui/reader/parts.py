"""The parts that a reading pane is made of, put together in one place."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.reader.attaching import Attaching
from khiva_notes.gui.reader.beside import Beside
from khiva_notes.gui.reader.citations import Citations
from khiva_notes.gui.reader.column import CardColumn
from khiva_notes.gui.reader.contents import Contents
from khiva_notes.gui.reader.disputing import Disputing
from khiva_notes.gui.reader.edge_drag import EdgeDrag
from khiva_notes.gui.reader.editing import Editing
from khiva_notes.gui.reader.filter_row import FilterRow
from khiva_notes.gui.reader.find_bar import FindBar
from khiva_notes.gui.reader.hand import Hand
from khiva_notes.gui.reader.header import Header
from khiva_notes.gui.reader.maker import Maker
from khiva_notes.gui.reader.offer_strip import OfferStrip
from khiva_notes.gui.reader.offers import Offers
from khiva_notes.gui.reader.read_marks import ReadMarks
from khiva_notes.gui.reader.suggest_pane import SuggestPane
from khiva_notes.gui.reader.suggesting import Suggesting
from khiva_notes.gui.reader.text_view import TextView


@dataclass(frozen=True)
class Parts:
    """What is seen beside and round the text, and who sees to what."""

    text: TextView
    column: CardColumn
    header: Header
    filter: FilterRow
    beside: Beside
    maker: Maker
    hand: Hand
    editing: Editing
    edges: EdgeDrag
    citations: Citations
    attaching: Attaching
    disputing: Disputing
    find: FindBar
    offers: Offers
    strip: OfferStrip
    suggesting: Suggesting
    suggest_pane: SuggestPane
    read_marks: ReadMarks

    @classmethod
    def make(cls, desk: Desk, ground: QWidget) -> Parts:
        """Make the parts; ``ground`` is the widget on which panels open."""
        theme = desk.theme
        text = TextView(theme, desk.preferences, ground)
        column = CardColumn(theme, ground)
        beside = Beside(theme, text, column, ground)
        maker = Maker(desk, text, ground)
        hand = Hand(desk, text, beside, ground)
        edges = EdgeDrag(theme, text, hand)
        text.over.append(edges.paint)
        offers = Offers(desk, ground)
        suggesting = Suggesting(desk, ground)
        return cls(
            text,
            column,
            Header(theme, ground),
            FilterRow(theme, desk.preferences, ground),
            beside,
            maker,
            hand,
            Editing(desk, text, column, beside, ground),
            edges,
            Citations(desk, text, ground),
            Attaching(desk, text, maker, ground),
            Disputing(desk, text, maker, ground),
            FindBar(desk, text, ground),
            offers,
            OfferStrip(theme, offers, ground),
            suggesting,
            SuggestPane(theme, suggesting, ground),
            ReadMarks(desk, text, ground),
        )

    def show(self, contents: Contents) -> None:
        """Let every part work on another text."""
        self.editing.end()
        self.maker.contents = self.hand.contents = self.edges.contents = contents
        self.beside.show(contents, self.filter.hidden)
        self.citations.show_text(contents)
        self.find.show_text(contents)
        self.offers.show_text(contents)
        self.suggesting.show_text(contents)
        self.read_marks.show_text(contents)
