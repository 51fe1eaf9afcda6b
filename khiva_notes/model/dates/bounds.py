"""From EDTF to the days it can mean, as Julian day numbers: what sorts, finds and compares.

How far "about" reaches, both ways: a day 2 days, a month or season 31 days, a year 2 years, a
decade 5, a century 25. These widths are ours (EDTF leaves them open); they err on the wide side,
because a date that is too narrow invents contradictions.

Seasons are those of meteorology (spring = March to May). Winter spans the year's end, and
`1919-24` is used for both "winter 1918/19" and "winter 1919/20": it means January and February
1919 or December 1919 to February 1920.
"""

from __future__ import annotations

from khiva_notes.model.dates.calendars import gregorian_to_jdn, month_length
from khiva_notes.model.dates.edtf_syntax import Atom, Edge, Expression, mask_matches, parse
from khiva_notes.model.errors import UserError

Span = tuple[int | None, int | None]
"""First and last day as JDN, both inclusive; None = open or unknown."""

_DAYS_BLURRED = {"day": 2, "month": 31, "season": 31}
_YEARS_BLURRED = {"year": 2, "decade": 5, "century": 25, "longer": 250}

# First and last month of EDTF's sub-year groups; a last month above 12 lies in the next year.
_GROUPS: dict[int, tuple[int, int]] = {
    21: (3, 5), 22: (6, 8), 23: (9, 11),
    25: (3, 5), 26: (6, 8), 27: (9, 11),
    29: (9, 11), 31: (3, 5), 32: (6, 8),
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12),
}  # fmt: skip
_YEAR_SPANNING = (24, 28, 30)  # winter, northern winter, southern summer


def _first_of(year: int, month: int) -> int:
    """Give the first day of a month, counting months on past December."""
    return gregorian_to_jdn(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _season_spans(first: int, last: int, season: int) -> list[Span]:
    if season in _YEAR_SPANNING:
        return [
            (_first_of(first, 1), _first_of(first, 3) - 1),
            (_first_of(last, 12), _first_of(last, 15) - 1),
        ]
    begin, end = _GROUPS[season]
    return [(_first_of(first, begin), _first_of(last, end + 1) - 1)]


def atom_spans(atom: Atom) -> list[Span]:
    """Give the days one EDTF date can mean; more than one span only for a winter."""
    if atom.years is None:
        return [(None, None)]
    first, last = atom.years
    blur_years = _YEARS_BLURRED.get(atom.blur, 0)
    first, last = first - blur_years, last + blur_years
    if atom.season:
        spans = _season_spans(first, last, atom.season)
    elif not atom.month:
        spans = [(gregorian_to_jdn(first, 1, 1), gregorian_to_jdn(last, 12, 31))]
    else:
        months = mask_matches(atom.month, 1, 12)
        spans = [(_earliest_day(first, months, atom.day), _latest_day(last, months, atom.day))]
    days = _DAYS_BLURRED.get(atom.blur, 0)
    if not days:
        return spans
    return [(a - days, b + days) for a, b in spans if a is not None and b is not None]


def _earliest_day(year: int, months: list[int], day: str) -> int:
    days = mask_matches(day, 1, 31) if day else [1]
    for month in months:
        if days[0] <= month_length("gregorian", year, month):
            return gregorian_to_jdn(year, month, days[0])
    return gregorian_to_jdn(year, months[-1], 28)


def _latest_day(year: int, months: list[int], day: str) -> int:
    for month in reversed(months):
        length = month_length("gregorian", year, month)
        days = mask_matches(day, 1, length) if day else [length]
        if days:
            return gregorian_to_jdn(year, month, days[-1])
    return gregorian_to_jdn(year, months[0], month_length("gregorian", year, months[0]))


def _range_spans(start: Edge, end: Edge) -> list[Span]:
    if isinstance(start, Atom) and start is end:
        return atom_spans(start)
    first = atom_spans(start)[0][0] if isinstance(start, Atom) else None
    last = atom_spans(end)[-1][1] if isinstance(end, Atom) else None
    return [(first, last)]


def expression_spans(expression: Expression) -> list[Span]:
    """Give the days of a parsed expression, one span a member, in the order written."""
    return [span for start, end in expression.members for span in _range_spans(start, end)]


def spans(edtf: str) -> list[Span]:
    """Give the days an EDTF string can mean as inclusive spans; UserError if it cannot be read."""
    found = expression_spans(parse(edtf))
    for first, last in found:
        if first is not None and last is not None and first > last:
            raise UserError(
                f"“{edtf}” ends before it begins.", "Write the earlier date first, as in 1918/1920."
            )
    return found


def outer(found: list[Span]) -> Span:
    """Give the earliest and latest day of several spans; an open one opens that side."""
    firsts = [a for a, _ in found]
    lasts = [b for _, b in found]
    first = None if any(a is None for a in firsts) else min(a for a in firsts if a is not None)
    last = None if any(b is None for b in lasts) else max(b for b in lasts if b is not None)
    return first, last
