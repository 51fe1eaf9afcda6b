"""Writes dates and phrases as EDTF, converted to the Gregorian calendar."""

from __future__ import annotations

from khiva_notes.model.dates.calendars import Calendar, jdn_to_gregorian
from khiva_notes.model.dates.marks import Mark, edges, to_gregorian
from khiva_notes.model.dates.parts import Part, Phrase
from khiva_notes.model.dates.resolve import hijri_and_common


def edtf_year(year: int) -> str:
    """Write a year: four digits, a minus before the era, a Y where four digits are too few."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def edtf_mark(mark: Mark, doubt: str = "") -> str:
    """Write one mark, with `~`, `?` or `%` behind it if it is in doubt."""
    text = edtf_year(mark.year)
    if mark.month:
        text += f"-{mark.month:02}"
    if mark.day:
        text += f"-{mark.day:02}"
    if doubt:
        return text + doubt
    return text + "~" if mark.approx else text


def _doubt(part: Part) -> str:
    if part.approx and part.uncertain:
        return "%"
    return "~" if part.approx else "?" if part.uncertain else ""


def _calendar(part: Part) -> Calendar:
    return part.calendar or "gregorian"


def gregorian_edges(part: Part) -> tuple[Mark, Mark]:
    """Give a date's first and last mark in the Gregorian calendar.

    Hijri marks are approximate: the table may be a day or two off the moon that was sighted.
    """
    calendar = _calendar(part)
    if part.within is not None and part.year is not None:
        pair = hijri_and_common(part.year, part.within)
        if pair is not None:
            first = Mark(*jdn_to_gregorian(pair[0]), approx=True)
            last = Mark(*jdn_to_gregorian(pair[1]), approx=True)
            starts_in_it, ends_in_it = first.year == part.within, last.year == part.within
            return (
                first if starts_in_it else Mark(part.within, 1, 1),
                last if ends_in_it else Mark(part.within, 12, 31),
            )
    if part.exact is not None:
        return Mark(*part.exact), Mark(*part.exact)
    start, end = edges(part)
    start, end = (
        to_gregorian(start, calendar, last=False),
        to_gregorian(end, calendar, last=True),
    )
    if calendar == "hijri":
        start = Mark(start.year, start.month, start.day, approx=True)
        end = Mark(end.year, end.month, end.day, approx=True)
    return start, end


def _yearless(part: Part) -> str:
    """Write a day or month whose year is not known, which EDTF can say: XXXX-10-01."""
    if not part.month or part.portion or part.calendar == "hijri":
        return ""
    text = f"XXXX-{part.month:02}"
    return (f"{text}-{part.day:02}" if part.day else text) + _doubt(part)


def single_edtf(part: Part) -> str:
    """Write one date on its own; "" if it cannot be said in EDTF."""
    if part.year is None:
        return _yearless(part)
    doubt = _doubt(part)
    if part.other_way is not None:
        first = edtf_mark(Mark(part.year, part.month, part.day))
        second = edtf_mark(Mark(part.year, *part.other_way))
        return f"[{min(first, second)},{max(first, second)}]"
    if part.calendar in ("", "gregorian") and part.portion is None:
        if part.season and not part.split_winter:
            return f"{edtf_year(part.year)}-{part.season}{doubt}"
        if _whole_decimal(part):
            decade = edtf_year(part.year)[: -1 if part.last_year == part.year + 9 else -2]
            return decade.ljust(len(edtf_year(part.year)), "X") + doubt
    return _range("/", part, part)


def _whole_decimal(part: Part) -> bool:
    """Say whether a span of years is one that masked digits can write: 192X, 18XX."""
    if part.year is None or part.last_year is None or part.year < 0:
        return False
    span = part.last_year - part.year + 1
    return span in (10, 100) and part.year % span == 0


def _range(link: str, first: Part, last: Part) -> str:
    start = gregorian_edges(first)[0]
    end = gregorian_edges(last)[1]
    left, right = edtf_mark(start, _doubt(first)), edtf_mark(end, _doubt(last))
    return left if left == right else f"{left}{link}{right}"


def phrase_edtf(phrase: Phrase) -> str:
    """Write a whole phrase; "" if it cannot be said, as when a range has no year."""
    first, last = phrase.parts[0], phrase.parts[-1]
    kind = phrase.kind
    if kind == "single":
        return single_edtf(first)
    if any(part.year is None for part in phrase.parts):
        return ""
    if kind == "interval":
        return _range("/", first, last)
    if kind == "between":
        return f"[{_range('..', first, last)}]"
    if kind in ("all-of", "one-of"):
        items = ",".join(_item(part) for part in phrase.parts)
        return f"{{{items}}}" if kind == "all-of" else f"[{items}]"
    return _open(phrase, *gregorian_edges(first))


def _item(part: Part) -> str:
    single = single_edtf(part)
    return single.replace("/", "..") if not single.startswith("[") else single[1:-1]


def _open(phrase: Phrase, start: Mark, end: Mark) -> str:
    """Write what has one known side; `before 1918` ends in 1917, `by 1918` in 1918."""
    doubt = _doubt(phrase.parts[0])
    return {
        "before": f"[..{edtf_mark(start.moved(-1), doubt)}]",
        "by": f"[..{edtf_mark(end, doubt)}]",
        "after": f"[{edtf_mark(end.moved(1), doubt)}..]",
        "not-before": f"[{edtf_mark(start, doubt)}..]",
        "since": f"{edtf_mark(start, doubt)}/..",
        "until": f"../{edtf_mark(end, doubt)}",
        "night-of": f"{edtf_mark(start.moved(-1), doubt)}/{edtf_mark(end, doubt)}",
    }[phrase.kind]
