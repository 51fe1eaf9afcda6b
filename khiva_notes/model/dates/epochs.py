"""Reads decades, centuries and millennia, and the turn of a century.

A century is counted as historians count it: the 20th is 1901 to 2000, the 3rd BC is 300 to 201 BC
(years -299 to -200). "The 1800s" are 1800 to 1899, since that is what the words say.
"""

from __future__ import annotations

from khiva_notes.model.dates.parts import Era, Part
from khiva_notes.model.dates.stream import Stream

Read = tuple[Part, int]


def century(number: int, era: Era = "") -> Part:
    """Give the n-th century, AD unless ``era`` is bc."""
    if era == "bc":
        return Part(year=1 - 100 * number, last_year=100 - 100 * number, era=era)
    return Part(year=100 * number - 99, last_year=100 * number, era=era)


def _era_at(stream: Stream, i: int) -> tuple[Era, int]:
    token = stream.at(i)
    if token.kind == "era" and token.sep in ("", ".", ",") and token.value != "ah":
        return ("bc" if token.value == "bc" else "ad"), i + 1
    return "", i


def is_century_word(stream: Stream, i: int) -> bool:
    """Say whether token ``i`` means century; a Russian `в` does when it is cut off by a dot."""
    token = stream.at(i)
    if token.kind == "unit" and token.value == "century":
        return True
    if token.suffix != "в" or token.kind != "in":
        return False
    return stream.text[token.end - 1] == "." or token.end == len(stream.text)


def numbered_epoch(stream: Stream, i: int, number: int) -> Read | None:
    """Read `century` or `millennium` (and its era) after the ordinal that ended before ``i``."""
    token = stream.at(i)
    if token.sep not in ("", ".", "-") or not 1 <= number <= 30:
        return None
    if is_century_word(stream, i):
        era, j = _era_at(stream, i + 1)
        return century(number, era), j
    if token.kind == "unit" and token.value == "millennium" and number <= 10:
        era, j = _era_at(stream, i + 1)
        if era == "bc":
            return Part(year=1 - 1000 * number, last_year=1000 - 1000 * number, era=era), j
        return Part(year=1000 * number - 999, last_year=1000 * number, era=era), j
    return None


def decade(stream: Stream, i: int) -> Read | None:
    """Read `1920s`, `1920-х годах` or `20-х годах XX века` at a number."""
    token = stream.at(i)
    if token.suffix not in ("s", "х", "е", "ые", "ых") or int(token.value) % 10:
        return None
    first = int(token.value)
    j = i + 1
    named = stream.at(j).kind == "unit" and stream.at(j).value == "year"
    if named:
        j += 1
    if token.digits >= 3:
        length = 100 if token.digits == 4 and first % 100 == 0 and token.suffix == "s" else 10
        era, j = _era_at(stream, j)
        if era == "bc":
            return Part(year=1 - first - length + 1, last_year=1 - first, era=era), j
        return Part(year=first, last_year=first + length - 1), j
    return decade_of_century(stream, j, first) if named or token.suffix == "s" else None


def decade_of_century(stream: Stream, i: int, first: int) -> Read | None:
    """Read the century that a decade such as `twenties` or `20-х годов` belongs to."""
    j = stream.skip(i, "of", "the")
    token = stream.at(j)
    if token.kind not in ("roman", "number", "ordinal") or token.sep:
        return None
    base = numbered_epoch(stream, j + 1, int(token.value))
    if base is None or not base[0].is_century or base[0].year is None or base[0].era == "bc":
        return None
    start = base[0].year - 1 + first
    return Part(year=start, last_year=start + 9), base[1]


def turn_of_century(stream: Stream, i: int) -> Read | None:
    """Read `turn of the 20th century` and `рубеж XIX–XX веков`: about 1891 to about 1910."""
    j = stream.skip(i + 1, "of", "the")
    numbers: list[int] = []
    while stream.is_kind(j, "roman", "number", "ordinal") and len(numbers) < 2:
        numbers.append(int(stream.at(j).value))
        j = stream.skip(j + 1, "and")
        if stream.at(j).sep not in ("", "-"):
            return None
    if not numbers or not is_century_word(stream, j) or not 1 <= numbers[-1] <= 30:
        return None
    boundary = 100 * (numbers[-1] - 1)
    if len(numbers) == 2 and numbers[1] != numbers[0] + 1:
        return None
    return Part(year=boundary - 9, last_year=boundary + 10, approx=True), j + 1
