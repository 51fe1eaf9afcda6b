"""What a text seems to hold that a card could be made of: an offer, which the reader decides on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from khiva_notes.model.dates import HistoricalDate

Sort = Literal["name", "date", "figure", "quotation"]
SORTS: tuple[Sort, ...] = ("name", "date", "figure", "quotation")

_TELLING = 80


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One offer; all spans are code points, end exclusive.

    ``kind`` is the kind of card it would become, ``start`` and ``end`` the passage it would be
    made of. ``places`` are all places of a name, the first included, and ``spellings`` how many
    ways it is written; ``core`` is the date, the figure or the name itself within the passage.
    ``value`` are a figure's words, ``speaker`` is where a quotation's speaker is named. The kind is
    no more than a first proposal where it is not ``sure``.
    """

    sort: Sort
    kind: str
    start: int
    end: int
    title: str
    core: tuple[int, int]
    places: tuple[tuple[int, int], ...] = ()
    spellings: int = 1
    date: HistoricalDate | None = None
    value: str = ""
    speaker: tuple[int, int] | None = None
    sure: bool = True

    @property
    def words(self) -> str:
        """What tells this offer from others of its sort, wherever in a text it stands."""
        said = self.date.original if self.date else self.value
        return f"{said} | {self.title[:_TELLING]}" if said else self.title[:_TELLING]
