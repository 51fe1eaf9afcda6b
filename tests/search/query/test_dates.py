"""Dates in queries."""

from __future__ import annotations

import pytest

from khiva_notes.model.dates import from_edtf
from khiva_notes.search import parse
from khiva_notes.search.query.tree import And, Days, Kind, Or, Word


def days(edtf: str) -> Days:
    date = from_edtf(edtf)
    return Days(date.earliest, date.latest)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("date:1918", days("1918")),
        ("date:1918-10", days("1918-10")),
        ("date:1918-10-01", days("1918-10-01")),
        ("date:1918..1920", days("1918/1920")),
        ("date:1918-10..1919", Days(days("1918-10").earliest, days("1919").latest)),
        ("date:..1920", Days(None, days("1920").latest)),
        ("date:1918..", Days(days("1918").earliest, None)),
        ("before:1918", Days(None, days("1918").earliest - 1)),
        ("after:1918-10", Days(days("1918-10").latest + 1, None)),
        ('date:"1 October 1918"', days("1918-10-01")),
    ],
)
def test_a_date_is_its_days(query, expected):
    assert parse(query).tree == expected


def test_a_month_typed_plainly_also_finds_the_events_of_that_month():
    assert parse("October 1918").tree == Or(
        (And((Word("October"), Word("1918"))), And((Kind("event"), days("1918-10"))))
    )


def test_a_year_by_itself_also_finds_the_events_of_that_year():
    assert parse("khan 1918").tree == And(
        (Word("khan"), Or((Word("1918"), And((Kind("event"), days("1918"))))))
    )


@pytest.mark.parametrize("query", ["tag:1918", '"1918"', "p.1918:2", "19180", "http://x/1918/"])
def test_a_number_within_something_else_is_no_year(query):
    assert "Days" not in repr(parse(query).tree)
