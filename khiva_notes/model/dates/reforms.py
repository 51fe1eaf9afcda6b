"""When each country left the Julian calendar: from this day on, unlabelled dates are Gregorian.

Dates are those of the decrees, as in the Explanatory Supplement to the Astronomical Almanac and
the decree of Sovnarkom of 24 January (6 February) 1918: 31 January 1918 was followed by
14 February. Turkestan, Bukhara and Khiva wrote their Russian papers by the Russian calendar.
"""

from __future__ import annotations

from khiva_notes.model.dates.calendars import Calendar, gregorian_to_jdn, julian_to_jdn, weekday
from khiva_notes.model.dates.parts import Part

_RUSSIA = (1918, 2, 14)
_BRITAIN = (1752, 9, 14)
_ROME = (1582, 10, 15)

FIRST_GREGORIAN_DAY: dict[str, tuple[int, int, int]] = {
    **dict.fromkeys(("ru", "su", "uz", "tm", "kz", "kg", "tj", "by", "ua"), _RUSSIA),
    **dict.fromkeys(("gb", "uk", "ie", "us"), _BRITAIN),
    **dict.fromkeys(("it", "es", "pt", "pl", "va"), _ROME),
    "fr": (1582, 12, 20),
    "se": (1753, 3, 1),
    "bg": (1916, 4, 14),
    "rs": (1919, 1, 28),
    "ro": (1919, 4, 14),
    "gr": (1923, 3, 1),
}
"""Country (ISO 3166 code in small letters) to its first Gregorian day as year, month, day."""

_GAP = "The calendar's change left these days out there; taken as new style."
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def settled(part: Part, country: str) -> Part:
    """Decide in which calendar a date's words are, where they do not say it.

    The weekday decides first, then the country's reform; only days and months are converted, for a
    bare year or season is not meant so exactly. Without a country words are taken as they stand.
    """
    if part.calendar or part.year is None or part.spans_years or not part.month:
        return _with_weekday(part) if part.calendar else part
    if part.weekday >= 0 and part.day:
        judged = _with_weekday(part)
        if judged.calendar:
            return judged
        part = judged
    year = part.year or 0
    reform = FIRST_GREGORIAN_DAY.get(country.lower())
    if reform is None or (year, part.month, part.day or 1) >= reform:
        return part
    if part.day and julian_to_jdn(year, part.month, part.day) >= gregorian_to_jdn(*reform):
        return _noted(part, _GAP)
    return part._replace(calendar="julian")


def _with_weekday(part: Part) -> Part:
    """Let a weekday tell the calendar, or note that it fits neither."""
    if part.weekday < 0 or not part.day or part.year is None or part.calendar == "hijri":
        return part
    gregorian = weekday(gregorian_to_jdn(part.year, part.month, part.day))
    julian = weekday(julian_to_jdn(part.year, part.month, part.day))
    calendar: Calendar | None = (
        "gregorian" if part.weekday == gregorian else "julian" if part.weekday == julian else None
    )
    if calendar is None:
        return _noted(part, f"The day named is not right: it was a {_DAYS[gregorian]}.")
    if part.calendar:
        return part
    if calendar == "julian":
        part = _noted(part, "The day of the week fits the Julian calendar only.")
    return part._replace(calendar=calendar)


def _noted(part: Part, note: str) -> Part:
    return part._replace(note=f"{part.note} {note}".strip())
