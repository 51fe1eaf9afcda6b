"""Conversions against equivalents known from history and against Qt's calendars."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCalendar, QDate

from khiva_notes.model.dates import Calendar, from_jdn, to_jdn
from khiva_notes.model.dates.calendars import month_length, weekday

CALENDARS: tuple[Calendar, ...] = ("gregorian", "julian", "hijri")

# Old style and new style of well-documented days.
OLD_AND_NEW = [
    ((1066, 10, 14), (1066, 10, 20)),  # Hastings
    ((1453, 5, 29), (1453, 6, 7)),  # the fall of Constantinople
    ((1492, 10, 12), (1492, 10, 21)),  # landfall of Columbus
    ((1582, 10, 4), (1582, 10, 14)),  # the last day before the reform of Gregory XIII
    ((1582, 10, 5), (1582, 10, 15)),
    ((1616, 4, 23), (1616, 5, 3)),  # death of Shakespeare
    ((1649, 1, 30), (1649, 2, 9)),  # execution of Charles I
    ((1703, 5, 16), (1703, 5, 27)),  # foundation of St Petersburg
    ((1709, 6, 27), (1709, 7, 8)),  # Poltava
    ((1752, 9, 2), (1752, 9, 13)),  # Britain's last Julian day
    ((1799, 5, 26), (1799, 6, 6)),  # birth of Pushkin
    ((1812, 8, 26), (1812, 9, 7)),  # Borodino
    ((1825, 12, 14), (1825, 12, 26)),  # the Decembrists
    ((1861, 2, 19), (1861, 3, 3)),  # emancipation of the serfs
    ((1873, 5, 29), (1873, 6, 10)),  # Khiva taken by Kaufman's army
    ((1900, 2, 29), (1900, 3, 13)),  # a leap day the Gregorian calendar does not have
    ((1905, 1, 9), (1905, 1, 22)),  # Bloody Sunday
    ((1917, 2, 23), (1917, 3, 8)),  # the February revolution
    ((1917, 10, 25), (1917, 11, 7)),  # the October revolution
    ((1918, 1, 31), (1918, 2, 13)),  # Russia's last Julian day
]

# First days of Hijri years, from Wüstenfeld's tables (civil reckoning).
FIRST_OF_MUHARRAM = [
    (1000, (1591, 10, 19)),
    (1300, (1882, 11, 12)),
    (1317, (1899, 5, 12)),
    (1318, (1900, 5, 1)),
    (1336, (1917, 10, 17)),
    (1337, (1918, 10, 7)),
    (1338, (1919, 9, 26)),
]

KNOWN_DAY_NUMBERS = [
    ("gregorian", (2000, 1, 1), 2451545),
    ("gregorian", (1970, 1, 1), 2440588),
    ("gregorian", (1858, 11, 17), 2400001),  # the modified Julian date's day 0
    ("gregorian", (1582, 10, 15), 2299161),
    ("julian", (1582, 10, 4), 2299160),
    ("julian", (-4712, 1, 1), 0),  # where the count begins: 1 January 4713 BC
    ("gregorian", (-4713, 11, 24), 0),
    ("julian", (622, 7, 16), 1948440),
    ("hijri", (1, 1, 1), 1948440),
]


@pytest.mark.parametrize(("old", "new"), OLD_AND_NEW)
def test_old_style_day_is_the_known_new_style_day(
    old: tuple[int, int, int], new: tuple[int, int, int]
) -> None:
    assert from_jdn("gregorian", to_jdn("julian", *old)) == new
    assert from_jdn("julian", to_jdn("gregorian", *new)) == old


@pytest.mark.parametrize(("year", "day"), FIRST_OF_MUHARRAM)
def test_hijri_year_begins_on_the_day_of_the_tables(year: int, day: tuple[int, int, int]) -> None:
    assert from_jdn("gregorian", to_jdn("hijri", year, 1, 1)) == day
    assert from_jdn("hijri", to_jdn("gregorian", *day)) == (year, 1, 1)


@pytest.mark.parametrize(("calendar", "day", "jdn"), KNOWN_DAY_NUMBERS)
def test_known_day_numbers(calendar: Calendar, day: tuple[int, int, int], jdn: int) -> None:
    assert to_jdn(calendar, *day) == jdn
    assert from_jdn(calendar, jdn) == day


@pytest.mark.parametrize(
    ("calendar", "system"),
    [
        ("gregorian", QCalendar.System.Gregorian),
        ("julian", QCalendar.System.Julian),
        ("hijri", QCalendar.System.IslamicCivil),
    ],
)
def test_agrees_with_qt_on_random_days(calendar: Calendar, system: QCalendar.System) -> None:
    qt = QCalendar(system)
    rng = random.Random(1918)
    first = 1948440 if calendar == "hijri" else 1
    for jdn in (rng.randrange(first, 2_600_000) for _ in range(3000)):
        parts = qt.partsFromDate(QDate.fromJulianDay(jdn))
        year = parts.year if parts.year > 0 else parts.year + 1  # Qt has no year 0
        assert from_jdn(calendar, jdn) == (year, parts.month, parts.day)
        assert to_jdn(calendar, year, parts.month, parts.day) == jdn


@given(st.sampled_from(CALENDARS), st.integers(-5_000_000, 10_000_000))
def test_day_numbers_come_back(calendar: Calendar, jdn: int) -> None:
    year, month, day = from_jdn(calendar, jdn)
    assert 1 <= month <= 12
    assert 1 <= day <= month_length(calendar, year, month) <= 31
    assert to_jdn(calendar, year, month, day) == jdn


@given(st.sampled_from(CALENDARS), st.integers(-9000, 9999), st.integers(1, 12), st.data())
def test_dates_come_back(calendar: Calendar, year: int, month: int, data: st.DataObject) -> None:
    day = data.draw(st.integers(1, month_length(calendar, year, month)))
    assert from_jdn(calendar, to_jdn(calendar, year, month, day)) == (year, month, day)


@given(st.sampled_from(CALENDARS), st.integers(-5_000_000, 10_000_000))
def test_the_next_day_is_later(calendar: Calendar, jdn: int) -> None:
    assert from_jdn(calendar, jdn) < from_jdn(calendar, jdn + 1)


def test_week_days_of_known_days() -> None:
    assert weekday(to_jdn("gregorian", 1918, 1, 22)) == 1  # a Tuesday
    assert weekday(to_jdn("julian", 1917, 10, 25)) == 2  # a Wednesday
    assert weekday(to_jdn("gregorian", 2000, 1, 1)) == 5  # a Saturday
