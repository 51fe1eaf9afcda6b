"""Reads one date at a token: weekday, portion, day, month, year, and what qualifies them."""

from __future__ import annotations

from typing import cast

from khiva_notes.model.dates import days, epochs
from khiva_notes.model.dates.dated import Read, with_year
from khiva_notes.model.dates.double_dates import double_date
from khiva_notes.model.dates.parts import Part, Portion, PortionName
from khiva_notes.model.dates.stream import Stream
from khiva_notes.model.dates.years import continues_range, is_year_word, year_after, year_at

_MOST_DOUBTS = 6  # tokens; a bound, so that reading stays linear in the text


def date_at(stream: Stream, i: int, *, country: str = "", language: str = "") -> Read | None:
    """Read the date that begins at token ``i``; None if none does.

    A figure whose meaning hangs on its neighbour comes back as ``Part.number``.
    """
    j, approx, uncertain = _leading_doubt(stream, i)
    weekday = -1
    if stream.is_kind(j, "weekday"):
        weekday = int(stream.at(j).value)
        j = stream.skip(j + 1, "the")
        if stream.at(j).sep not in ("", ",", ".", ".,"):
            return None
    read = _portioned(stream, j) or _whole(stream, j, country=country, language=language)
    if read is None:
        return None
    part, j = read
    if weekday >= 0:
        if not part.day:
            return None
        part = part._replace(weekday=weekday)
    part, j = _style(stream, part, j)
    if not part.number and not days.is_real(part):
        return None
    approx = approx or part.approx
    uncertain = uncertain or stream.questioned_after(j - 1)
    if approx or uncertain:
        part = part._replace(approx=approx, uncertain=uncertain)
    return part, j


def _leading_doubt(stream: Stream, i: int) -> tuple[int, bool, bool]:
    """Pass over `about` and `perhaps`, in any order, and articles between."""
    approx = uncertain = False
    j = stream.skip(i, "the")
    while stream.is_kind(j, "approx", "uncertain") and j < i + _MOST_DOUBTS:
        approx = approx or stream.at(j).kind == "approx"
        uncertain = uncertain or stream.at(j).kind == "uncertain"
        j = stream.skip(j + 1, "the", "in")
    return j, approx, uncertain


def _style(stream: Stream, part: Part, i: int) -> Read:
    """Read `O.S.`, `(new style)`, `ст. ст.` after a date."""
    j = stream.skip(i, "the", "in") if stream.is_kind(i + 1, "style") else i
    token = stream.at(j)
    if token.kind != "style" or token.sep not in ("", "(", ",", ".", ".(", ",("):
        return part, i
    if "(" in token.sep and not stream.closed_after(j):
        return part, i
    if part.calendar == "hijri" or part.gregorian_day is not None:
        return part, j + 1
    calendar = "julian" if token.value == "julian" else "gregorian"
    part = part._replace(calendar=calendar)  # type: ignore[arg-type]
    if part.year is None and part.month:
        year = year_after(stream.tokens, j + 1, double=part.month < 4)
        if year is not None:
            return with_year(part, year), year.after
    return double_date(stream, part, j + 1) or (part, j + 1) if part.day else (part, j + 1)


def _portion(stream: Stream, i: int) -> tuple[Portion, int] | None:
    """Read `early`, `second half`, `last days`, `1-я половина`."""
    token = stream.at(i)
    if token.kind == "portion":
        return Portion(cast(PortionName, token.value)), i + 1
    if token.kind == "portion-part":
        called, which = str(token.value).split()
        return Portion(cast(PortionName, called), int(which)), i + 1
    if token.kind not in ("ordinal", "number", "roman") or (
        token.kind == "number" and token.digits > 1
    ):
        return None
    j = i + 1
    what = stream.at(j)
    if what.sep not in ("", "-", "."):
        return None
    index = int(token.value)
    if what.kind == "part":
        name = str(what.value)
    elif what.kind == "unit" and what.value == "decade":
        name = "decade"
    elif what.kind == "ordinal" and what.value == 3 and token.kind == "ordinal":
        name = "third"
    else:
        return None
    highest = {
        "half": 2,
        "third": 3,
        "quarter": 4,
        "week": 4,
        "days": 1,
        "months": 1,
        "decade": 10,
    }[name]
    if not (index == -1 or 1 <= index <= highest):
        return None
    return Portion(cast(PortionName, name), index), j + 1


def _portioned(stream: Stream, i: int) -> Read | None:
    """Read a portion and the month, season, year, decade or century that it is a portion of."""
    portion = _portion(stream, i)
    if portion is None:
        return None
    j = stream.skip(portion[1], "of", "the", "in")
    whole = _whole(stream, j)
    if whole is None or stream.at(j).sep not in ("", "-", "."):
        return None
    part, after = whole
    if part.day or (part.number and not part.roman and part.digits > 2) or part.portion:
        return None
    name = portion[0].name
    if name in ("week", "days") and not part.month and not (name == "days" and part.year):
        return None
    if name == "months" and (part.month or part.season or part.spans_years or part.year is None):
        return None
    if name == "decade" and not part.is_century:
        return None
    return part._replace(portion=portion[0], bare=False), after


def _whole(stream: Stream, i: int, *, country: str = "", language: str = "") -> Read | None:
    """Read a date without portion, by what its first token is."""
    token = stream.at(i)
    kind = token.kind
    if kind == "numeric" and token.numeric is not None:
        american = country == "us"
        day_leads = not american and (bool(country) or language not in ("", "en"))
        part = days.from_numeric(token.numeric, month_leads=american, day_leads=day_leads)
        return part, i + 1 + is_year_word(stream.tokens, i + 1)
    if kind in ("month", "hijri-month"):
        return days.month_first(stream, i)
    if kind == "number":
        return _number_first(stream, i)
    if kind in ("ordinal", "roman"):
        number = int(token.value)
        read = epochs.numbered_epoch(stream, i + 1, number)
        if read is None and kind == "ordinal":
            read = days.day_first(stream, i)
        if read is None and 1 <= number <= 31:  # its neighbour will tell: XVIII-XIX, 7th and 8th
            return Part(number=number, roman=kind == "roman"), i + 1
        return read
    if kind == "season":
        return _season(stream, i)
    if kind == "turn":
        return epochs.turn_of_century(stream, i)
    if kind == "decade-word":
        named = stream.is_kind(i + 1, "unit") and stream.at(i + 1).value == "year"
        return epochs.decade_of_century(stream, i + 1 + named, int(token.value))
    if kind == "unit" and token.value == "decade":
        j = stream.skip(i + 1, "of", "the")
        return epochs.decade(stream, j) if stream.is_kind(j, "number") else None
    if kind in ("unit", "era"):
        return _plain_year(stream, i)
    return None


def _number_first(stream: Stream, i: int) -> Read | None:
    """Read what begins with digits: a day, decade, century, year, or a figure yet unresolved."""
    token = stream.at(i)
    number = int(token.value)
    read = days.day_first(stream, i) or epochs.decade(stream, i)
    if read is None and token.digits <= 2:
        read = epochs.numbered_epoch(stream, i + 1, number)
    if read is None:
        read = _plain_year(stream, i)
    if read is not None:
        return read
    if token.suffix == "s" or number == 0:
        return None
    part = Part(number=number, digits=token.digits)
    if continues_range(stream.tokens, i) and is_year_word(stream.tokens, i + 1):
        return part, i + 2
    if token.digits > 2 or number > 31:
        return part, i + 1
    if stream.at(i + 1).sep != ",":
        return part, i + 1
    year = year_after(stream.tokens, i + 1, double=True)
    return (part, i + 1) if year is None else (with_year(part, year), year.after)


def _plain_year(stream: Stream, i: int) -> Read | None:
    year = year_at(stream.tokens, i)
    if year is None:
        return None
    part = Part(
        year=year.astronomical,
        era=year.era,
        bare=year.bare,
        calendar="hijri" if year.era == "ah" else "",
    )
    if year.bare and stream.is_kind(year.after, "month"):
        return _year_led(stream, part, year.after) or (part, year.after)
    if year.era == "ad" and stream.at(year.after - 1).kind == "number":
        return _margin_day(stream, part, year.after)
    return part, year.after


def _year_led(stream: Stream, part: Part, i: int) -> Read | None:
    """Read the month and day after the year in `1664, August 3`, as chronicles write."""
    if stream.at(i).sep not in ("", ","):
        return None
    read, after = days.month_first(stream, i)
    if not read.day or read.year is not None:
        return None
    return read._replace(year=part.year), after


def _margin_day(stream: Stream, part: Part, i: int) -> Read:
    """Read the -03-05 of `AD 363-03-05`, as dates stand in the margins of old histories."""
    numbers: list[int] = []
    while len(numbers) < 2:
        token = stream.at(i + len(numbers))
        if token.kind != "number" or token.digits != 2 or token.sep != "-":
            break
        numbers.append(int(token.value))
    if not numbers or not 1 <= numbers[0] <= 12 or (part.year or 0) % 100 < numbers[0]:
        return part, i
    part = part._replace(month=numbers[0])
    if len(numbers) == 2 and 1 <= numbers[1] <= 31:
        return part._replace(day=numbers[1]), i + 2
    return part, i + 1


def _season(stream: Stream, i: int) -> Read | None:
    """Read `fall of 1919`, `winter 1919/20`, `зимой 1919–1920 гг.`."""
    season = int(stream.at(i).value)
    year = year_after(stream.tokens, stream.skip(i + 1, "in"), double=season == 24)
    if year is None:
        return Part(season=season), i + 1
    if year.double:
        return Part(season=season, year=year.number, split_winter=True), year.after
    return Part(season=season, year=year.astronomical, era=year.era), year.after
