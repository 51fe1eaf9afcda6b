"""An essay as it is read from beginning to end, with all that its parts refer to looked up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from khiva_notes.model.comparison import Comparison, Quote
from khiva_notes.model.essays import Part
from khiva_notes.model.items import Item


def outermost_quotes(quotes: Iterable[Quote]) -> list[Quote]:
    """Return quotes in reading order, each once, without those whose words stand in another."""
    found: list[Quote] = []
    for quote in sorted(
        quotes, key=lambda q: (q.passage.version_id, q.passage.start, -q.passage.end)
    ):
        last = found[-1].passage if found else None
        if (
            last is None
            or last.version_id != quote.passage.version_id
            or quote.passage.end > last.end
        ):
            found.append(quote)
    return found


@dataclass(frozen=True, slots=True)
class EssayPart:
    """One part of an essay with what stands inside it.

    ``depth`` counts the parts round it, ``level`` the headings: 1 for a heading at the top and
    for what stands under it, 0 for what stands before any.

    ``item`` is the card or dispute, for a quotation the card its passage belongs to, also when it
    is in the trash (``item.trashed``); None if there is none or it is gone. ``quotes`` are the
    passages to quote: of a quotation its one, of a card the chosen one or all in reading order.
    ``locators`` stand beside ``quotes``: the part's own for the first, else what the text says.
    ``wording`` is what a paraphrase says: the user's text, else what the card says.
    ``speaker`` is who says a claim; ``comparison`` a dispute's table with accounts and verdict;
    ``claims`` are all claims the part rests on, for a dispute those of its accounts.
    """

    part: Part
    depth: int
    level: int
    item: Item | None = None
    quotes: tuple[Quote, ...] = ()
    locators: tuple[str, ...] = ()
    wording: str = ""
    speaker: Item | None = None
    comparison: Comparison | None = None
    claims: tuple[Item, ...] = ()
    children: tuple[EssayPart, ...] = ()

    @property
    def gone(self) -> bool:
        """Whether what the part is about has been taken out of the library, or is in the trash."""
        if self.part.sort == "quotation":
            return not self.quotes
        if self.part.sort in ("card", "dispute"):
            return self.item is None or bool(self.item.trashed)
        return False

    def walk(self) -> Iterator[EssayPart]:
        """Yield this part and all that stands inside it, as they are read."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class EssayText:
    """A whole essay: its own item (title, fields, notes to self) and its outermost parts."""

    essay: Item
    parts: tuple[EssayPart, ...]

    def walk(self) -> Iterator[EssayPart]:
        """Yield every part as it is read."""
        for part in self.parts:
            yield from part.walk()

    def sources(self) -> tuple[Item, ...]:
        """Return the sources that are quoted or shown, each once, in the order of first use."""
        found: dict[int, Item] = {}
        for part in self.walk():
            used = [quote.source for quote in part.quotes]
            if part.comparison:
                used += [column.source for column in part.comparison.columns]
            if part.item and part.item.kind == "source":
                used.append(part.item)
            for source in used:
                if source is not None:
                    found.setdefault(source.id, source)
        return tuple(found.values())
