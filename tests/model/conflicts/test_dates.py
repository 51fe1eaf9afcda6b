"""Dates in a row: one day in two calendars, coarse and fine, and words that are no date."""

from __future__ import annotations

from khiva_notes.model.conflicts import Statement, compare_values, row_state
from khiva_notes.model.dates import read_phrase

from .voices import day


def dated(words: str, account: str = "A", **more) -> Statement:
    stance = more.pop("stance", "asserts")
    return Statement(account, stance, "date", words, date=read_phrase(words, **more))


def test_one_day_in_two_calendars_agrees_and_says_so():
    row = row_state([dated("25 October 1917 (O.S.)"), dated("7 November 1917", "B")])
    assert row.state == "agree"
    assert "two calendars" in row.why
    assert "25 October 1917 Julian = 7 November 1917" in row.why


def test_two_days_that_the_calendar_may_explain_are_compatible_with_the_reason():
    row = row_state([dated("25 October 1917"), dated("7 November 1917", "B")])
    assert (row.state, row.pairs[0].relation) == ("compatible", "explained")
    assert "Julian" in row.why


def test_a_coarse_date_never_contradicts_a_fine_one_inside_it():
    row = row_state([day("1918", original="in 1918"), day("1918-10-01", "B", original="October 1")])
    assert row.state == "compatible"
    assert "leaves room for" in row.why


def test_days_apart_contradict_and_the_distance_is_told():
    row = row_state([day("1918-10-01"), day("1918-10-03", "B")])
    assert row.state == "conflict"
    assert "2 days apart" in row.why


def test_words_that_are_no_date_contradict_nothing():
    row = row_state([dated("the next day"), dated("1 October 1918", "B")])
    assert (row.state, row.pairs[0].relation) == ("compatible", "unknown")
    assert "“the next day” is not understood as a date" in row.why


def test_the_words_of_a_date_are_read_where_no_date_was_entered():
    a = Statement("A", "asserts", "date", "1 October 1918")
    assert compare_values(a, day("1918-10-01", "B"))[0] == "same"


def test_denying_a_year_denies_its_days_but_not_the_other_way_round():
    year, one_day = day("1918", stance="denies"), day("1918-10-01", "B")
    assert row_state([year, one_day]).state == "conflict"
    assert row_state([day("1918"), day("1918-10-01", "B", stance="denies")]).state == "compatible"


def test_denying_another_day_leaves_room():
    assert row_state([day("1918-10-01"), day("1918-10-02", "B", stance="denies")]).state == (
        "compatible"
    )
