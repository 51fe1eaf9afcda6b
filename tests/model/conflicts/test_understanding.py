"""The examples by which conflict with understanding is to be known, each as a row of two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from khiva_notes.model.conflicts import RowState, Statement, read_number, row_state
from khiva_notes.model.dates import read_phrase
from tests.model.conflicts.voices import day


def dates(one: str, other: str) -> RowState:
    return row_state(
        [
            Statement(name, "asserts", "date", words, date=read_phrase(words))
            for name, words in (("A", one), ("B", other))
        ]
    )


def figures(one: str, other: str) -> RowState:
    return row_state(
        [
            Statement(name, "asserts", "number", words, number=read_number(words))
            for name, words in (("A", one), ("B", other))
        ]
    )


def test_25_october_and_7_november_1917_agree_by_the_calendar() -> None:
    row = dates("25 October 1917", "7 November 1917")
    assert row.state == "compatible" and row.pairs[0].relation == "explained"
    assert "Julian" in row.why
    assert dates("25 October 1917 (O.S.)", "7 November 1917").state == "agree"


def test_a_year_begun_in_march_explains_january_and_february_only() -> None:
    row = dates("30 January 1648", "30 January 1649")
    assert row.pairs[0].relation == "explained" and "year" in row.why
    assert dates("30 May 1648", "30 May 1649").state == "conflict"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1918", "1 October 1918"),
        ("October 1918", "1 October 1918"),
        ("autumn 1918", "1 October 1918"),
        ("about 1918", "1 October 1918"),
        ("before 1919", "1 October 1918"),
        ("the early 20th century", "1 October 1918"),
    ],
)
def test_a_coarse_date_never_contradicts_a_fine_one_inside_it(one: str, other: str) -> None:
    assert dates(one, other).state == "compatible"
    assert dates(other, one).state == "compatible"


@pytest.mark.parametrize(
    ("one", "other", "state"),
    [
        ("3,000", "about three thousand", "compatible"),
        ("3,000", "3,000 thousand", "compatible"),
        ("3,000 thousand", "about three thousand", "compatible"),
        ("3,000 thousand people", "3 million people", "compatible"),
        ("3,000 people", "3 million people", "conflict"),
        ("ten thousand soldiers", "ten thousand men with the auxiliaries", "compatible"),
        ("ten thousand soldiers", "twelve thousand men with the auxiliaries", "compatible"),
        ("ten thousand soldiers", "eight thousand men with the auxiliaries", "conflict"),
        ("ten thousand soldiers", "ten thousand households", "compatible"),
        ("between 2,000 and 4,000 men", "3,000 men", "compatible"),
        ("up to 3,000 men", "5,000 men", "conflict"),
    ],
)
def test_figures_with_unit_and_base(one: str, other: str, state: str) -> None:
    assert figures(one, other).state == state
    assert figures(other, one).state == state


def test_a_caveat_never_quotes_nothing() -> None:
    entered = day("1918-10-01", "A")
    inferred = Statement("B", "asserts", "date", date=read_phrase("3 October", context_year=1918))
    bare = Statement("C", "asserts", "date", date=day("1918-10-05").date)
    assert "The year of “3 October” is inferred." in row_state([entered, inferred]).why
    assert bare.date is not None
    silent = replace(bare, date=replace(bare.date, inferred=True))
    why = row_state([entered, silent]).why
    assert "“”" not in why and "The year of 5 October 1918 is inferred." in why
