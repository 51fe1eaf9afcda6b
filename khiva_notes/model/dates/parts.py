"""What the words said, before it becomes EDTF: one date's parts, and phrases made of dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from khiva_notes.model.dates.calendars import Calendar

PortionName = Literal[
    "early",
    "beginning",
    "mid",
    "late",
    "end",
    "half",
    "third",
    "quarter",
    "week",
    "days",
    "months",
    "months",
    "decade",
]
Era = Literal["", "bc", "ad", "ah"]
PhraseKind = Literal[
    "single",
    "interval",
    "between",
    "all-of",
    "one-of",
    "before",
    "after",
    "by",
    "not-before",
    "since",
    "until",
    "night-of",
]


@dataclass(frozen=True, slots=True)
class Portion:
    """A part of a month, year, decade or century: `second half` is ("half", 2); last is -1."""

    name: PortionName
    index: int = 0


class Part(NamedTuple):
    """One date as far as its words tell; years are astronomical (44 BC is -43).

    ``last_year`` is set for decades, centuries and millennia. ``number`` is a figure whose meaning
    its neighbour decides (the 7 of `7-9 April`). ``other_way`` is a second (month, day) that the
    words allow. ``short_year`` is a year of two digits, -1 if there is none. ``within`` is the
    common year beside a Hijri one (1336/1918), ``exact`` the Gregorian day beside a Hijri day.
    ``gregorian_day`` is the (month, day) of a double date's new-style half. A tuple, not a
    dataclass, because reading makes several of each date.
    """

    year: int | None = None
    last_year: int | None = None
    month: int = 0
    day: int = 0
    season: int = 0
    split_winter: bool = False
    portion: Portion | None = None
    calendar: Calendar | Literal[""] = ""
    era: Era = ""
    approx: bool = False
    uncertain: bool = False
    weekday: int = -1
    short_year: int = -1
    within: int | None = None
    exact: tuple[int, int, int] | None = None
    number: int = 0
    digits: int = 0
    roman: bool = False
    bare: bool = False
    other_way: tuple[int, int] | None = None
    gregorian_day: tuple[int, int] | None = None
    note: str = ""

    @property
    def spans_years(self) -> bool:
        """Say whether it is a decade, century or millennium."""
        return self.last_year is not None

    @property
    def is_century(self) -> bool:
        """Say whether it is a whole century, which an ordinal before it may share."""
        return (
            self.year is not None
            and self.last_year is not None
            and self.last_year - self.year == 99
        )

    @property
    def needs_year(self) -> bool:
        """Say whether a month, day or season waits for its year."""
        return self.year is None and (self.month > 0 or self.season > 0)


class Phrase(NamedTuple):
    """A whole date phrase: how its dates combine, and where it stands (code points)."""

    kind: PhraseKind
    parts: tuple[Part, ...]
    start: int
    end: int
    token_start: int
    token_end: int

    @property
    def needs_year(self) -> bool:
        """Say whether no date of the phrase tells its year."""
        return all(part.needs_year for part in self.parts)
