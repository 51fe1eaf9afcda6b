"""Lets the dates of one phrase lend one another what each leaves out: `7-9 April`, `1918-20`."""

from __future__ import annotations

from khiva_notes.model.dates.calendars import hijri_to_jdn, jdn_to_gregorian
from khiva_notes.model.dates.epochs import century
from khiva_notes.model.dates.parts import Part, PhraseKind


def resolved(parts: list[Part], kind: PhraseKind) -> list[Part] | None:
    """Fill in figures, months, years and eras from the neighbours; None if something stays open.

    A date borrows from the next one that has the thing, else from the one before it.
    """
    if all(part.number for part in parts):
        return None
    filled = list(parts)
    for i, part in enumerate(parts):
        if part.number:
            meaning = _figure(part, _neighbour(parts, i), follows=_has_earlier(parts, i))
            if meaning is None:
                return None
            filled[i] = meaning
    filled = _share_era(filled)
    filled = _share_years(filled)
    if kind in ("interval", "between") and len(filled) == 2:
        return _wrapped(parts, filled)
    return filled


def _has_earlier(parts: list[Part], i: int) -> bool:
    return not any(not p.number for p in parts[i + 1 :])


def _neighbour(parts: list[Part], i: int) -> Part:
    """Find the nearest date with a meaning of its own, later ones first."""
    later = [p for p in parts[i + 1 :] if not p.number]
    return later[0] if later else [p for p in parts[:i] if not p.number][-1]


def _figure(part: Part, by: Part, *, follows: bool) -> Part | None:
    """Give a bare figure the meaning that its neighbour's kind suggests."""
    number = part.number
    plain = part._replace(number=0, digits=0, roman=False)
    if by.is_century:
        if follows or not 1 <= number <= 30 or part.digits > 2:
            return None
        era = by.era or ("bc" if (by.year or 0) < 0 else "")
        found = century(number, era)
        return found._replace(portion=part.portion, approx=part.approx, uncertain=part.uncertain)
    if part.roman or part.portion is not None:
        return None
    if by.day:
        fits = 1 <= number <= 31 and part.digits <= 2 and not (follows and part.digits == 0)
        calendar = part.calendar or by.calendar
        return plain._replace(month=by.month, day=number, calendar=calendar) if fits else None
    if by.month or by.season or by.spans_years or by.year is None:
        return None
    if by.era in ("bc", "ah"):
        return plain._replace(
            year=1 - number if by.era == "bc" else number,
            era=by.era,
            calendar=by.calendar,
        )
    if follows and part.digits <= 2 and by.year >= 100:
        unit = 10**part.digits
        year = by.year // unit * unit + number
        note = f"It could also be month {number} of {by.year}." if number <= 12 else ""
        return plain._replace(year=year, bare=by.bare, note=note) if year > by.year else None
    if part.digits >= 3 and (number > by.year) == follows:
        return plain._replace(year=number, bare=by.bare)
    return None


def _share_era(parts: list[Part]) -> list[Part]:
    """Let `300-201 BC` mean BC twice: an era written last speaks for the plain years before it."""
    last = parts[-1]
    if last.era not in ("bc", "ah"):
        return parts
    return [
        p._replace(
            era=last.era,
            year=1 - p.year if last.era == "bc" else p.year,
            calendar=last.calendar,
        )
        if p.bare and not p.era and p.year is not None
        else p
        for p in parts
    ]


def _share_years(parts: list[Part]) -> list[Part]:
    """Give each date without a year that of the nearest one after it, else before it."""
    out = list(parts)
    known: tuple[int, str] | None = None
    for i in range(len(out) - 1, -1, -1):
        out[i], known = _lend(out[i], known)
    known = None
    for i in range(len(out)):
        out[i], known = _lend(out[i], known)
    return out


def _lend(part: Part, known: tuple[int, str] | None) -> tuple[Part, tuple[int, str] | None]:
    if part.year is not None:
        lends = not part.spans_years and (part.month or part.season)  # May - 1918 is no range
        return part, (part.year, part.calendar) if lends else None
    if known is None or not part.needs_year:
        return part, known
    return part._replace(year=known[0], calendar=part.calendar or known[1]), known  # type: ignore[arg-type]


def order_key(part: Part) -> tuple[int, int, int]:
    """Give what orders two dates of one calendar well enough to see a range run backwards."""
    month = part.month or ((part.season - 21) * 3 + 3 if part.season else 0)
    return part.year or 0, month, part.day


def _wrapped(before: list[Part], parts: list[Part]) -> list[Part]:
    """Let `from November to February 1920` begin in 1919: the borrowed year gives way."""
    start, end = parts
    if start.year is None or end.year is None or order_key(start) <= order_key(end):
        return parts
    if before[0].year is None and not before[0].number and start.year == end.year:
        return [start._replace(year=start.year - 1), end]
    if before[1].year is None and not before[1].number and start.year == end.year:
        return [start, end._replace(year=end.year + 1)]
    return parts


def hijri_and_common(first: int, second: int) -> tuple[int, int] | None:
    """Give the days of `1336/1918`: the Hijri year as far as it lies in the common year.

    None if the two years do not overlap, and so mean something else.
    """
    if not 1 <= first <= 1600 or first >= second:
        return None
    begin, end = hijri_to_jdn(first, 1, 1), hijri_to_jdn(first + 1, 1, 1) - 1
    if not jdn_to_gregorian(begin)[0] <= second <= jdn_to_gregorian(end)[0]:
        return None
    return begin, end
