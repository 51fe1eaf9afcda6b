"""Calendar arithmetic on Julian day numbers, so that dates of three calendars can be compared.

A Julian day number (JDN) here is the integer that belongs to a civil day: 1 January 2000
(Gregorian) is 2451545. Years are astronomical: 1 BC is 0, 44 BC is -43.
"""

from __future__ import annotations

from typing import Literal

Calendar = Literal["gregorian", "julian", "hijri"]

HIJRI_EPOCH = 1948440  # 1 Muharram 1 = 16 July 622 Julian, the civil (not astronomical) epoch


def _months_since_march(year: int, month: int) -> tuple[int, int]:
    """Count years from March -4800, so that the leap day falls at a year's end."""
    before_march = (14 - month) // 12
    return year + 4800 - before_march, month + 12 * before_march - 3


def gregorian_to_jdn(year: int, month: int, day: int) -> int:
    """Give the day number of a proleptic Gregorian date.

    Formula: Fliegel & Van Flandern, Communications of the ACM 11 (1968), 657, in its form with
    floor division, which holds for every year, negative ones too.
    """
    y, m = _months_since_march(year, month)
    return day + (153 * m + 2) // 5 + 365 * y + y // 4 - y // 100 + y // 400 - 32045


def julian_to_jdn(year: int, month: int, day: int) -> int:
    """Give the day number of a Julian date; the same formula without the century rules."""
    y, m = _months_since_march(year, month)
    return day + (153 * m + 2) // 5 + 365 * y + y // 4 - 32083


def _from_march_count(year: int, day_of_year: int) -> tuple[int, int, int]:
    """Turn a March-based year and day (0 = 1 March) into year, month and day."""
    m = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * m + 2) // 5 + 1
    return year - 4800 + m // 10, m + 3 - 12 * (m // 10), day


def jdn_to_gregorian(jdn: int) -> tuple[int, int, int]:
    """Give (year, month, day) of a day number in the proleptic Gregorian calendar.

    Formula: E. G. Richards, "Calendars", Explanatory Supplement to the Astronomical Almanac
    (3rd ed., 2013), 15.11, with floor division so that days before the era come out right.
    """
    a = jdn + 32044
    b = (4 * a + 3) // 146097
    c = a - 146097 * b // 4
    d = (4 * c + 3) // 1461
    return _from_march_count(100 * b + d, c - 1461 * d // 4)


def jdn_to_julian(jdn: int) -> tuple[int, int, int]:
    """Give (year, month, day) of a day number in the Julian calendar (Richards, as above)."""
    c = jdn + 32082
    d = (4 * c + 3) // 1461
    return _from_march_count(d, c - 1461 * d // 4)


def hijri_to_jdn(year: int, month: int, day: int) -> int:
    """Give the day number of a tabular Islamic date, civil epoch, leap years 2 5 7 10 13 16 ....

    The table alternates months of 30 and 29 days with 11 leap days in 30 years (Richards, 15.11;
    the same table as in the Encyclopaedia of Islam's conversions). Months that were really begun
    by sighting the moon may stand a day or two off.
    """
    return (
        day
        + (59 * (month - 1) + 1) // 2
        + 354 * (year - 1)
        + (3 + 11 * year) // 30
        + (HIJRI_EPOCH - 1)
    )


def jdn_to_hijri(jdn: int) -> tuple[int, int, int]:
    """Give (year, month, day) of a day number in the tabular Islamic calendar."""
    year = (30 * (jdn - HIJRI_EPOCH) + 10646) // 10631
    day_of_year = jdn - hijri_to_jdn(year, 1, 1)
    month = min(12, 2 * day_of_year // 59 + 1)
    return year, month, jdn - hijri_to_jdn(year, month, 1) + 1


def to_jdn(calendar: Calendar, year: int, month: int, day: int) -> int:
    """Give the day number of a date in the named calendar; the caller has checked the parts."""
    if calendar == "julian":
        return julian_to_jdn(year, month, day)
    if calendar == "hijri":
        return hijri_to_jdn(year, month, day)
    return gregorian_to_jdn(year, month, day)


def from_jdn(calendar: Calendar, jdn: int) -> tuple[int, int, int]:
    """Give (year, month, day) of a day number in the named calendar."""
    if calendar == "julian":
        return jdn_to_julian(jdn)
    if calendar == "hijri":
        return jdn_to_hijri(jdn)
    return jdn_to_gregorian(jdn)


def month_length(calendar: Calendar, year: int, month: int) -> int:
    """Count a month's days, asked of the calendar itself so that no second leap rule exists."""
    following = (year + 1, 1) if month == 12 else (year, month + 1)
    return to_jdn(calendar, *following, 1) - to_jdn(calendar, year, month, 1)


def weekday(jdn: int) -> int:
    """Give the day of the week, Monday 0 to Sunday 6; the week never broke at any reform."""
    return jdn % 7
