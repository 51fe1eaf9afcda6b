"""Days told by another day: what is wanted stands in relative.tsv, written by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from khiva_notes.model.dates import describe, find_dates, read_phrase

TABLE = Path(__file__).with_name("relative.tsv")
ROWS = [
    tuple(line.split("\t"))
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("anchor", "words", "wanted"), ROWS)
def test_relative_day_is_reckoned_as_typed(anchor: str, words: str, wanted: str) -> None:
    date = read_phrase(words, context_date=read_phrase(anchor))
    assert date.edtf == wanted.removeprefix("-")
    assert date.original == words
    assert date.inferred == bool(date.edtf)


@pytest.mark.parametrize(("anchor", "words", "wanted"), ROWS)
def test_relative_day_is_found_in_running_text(anchor: str, words: str, wanted: str) -> None:
    found = find_dates(f"It began in {anchor}. Then, {words.rstrip(',')}, it ended.")
    assert [one.date.edtf for one in found[1:]] == ([wanted] if wanted != "-" else [])


def test_each_day_counts_from_the_one_before_it_and_says_so() -> None:
    found = find_dates("On 1 May 1919 he came. The next day he rode on. Two days later he died.")
    assert [one.date.edtf for one in found] == ["1919-05-01", "1919-05-02", "1919-05-04"]
    assert found[2].date.note == "Reckoned from “The next day” before it."
    assert describe(found[2].date) == "4 May 1919 (inferred)"


def test_nothing_is_reckoned_from_life_dates_or_from_afar() -> None:
    assert [one.date.edtf for one in find_dates("Skalov (1896 - 1935) came the next year.")] == [
        "1896/1935"
    ]
    far = "On 1 May 1919 he came." + " And so on." * 400 + " The next day he left."
    assert [one.date.edtf for one in find_dates(far)] == ["1919-05-01"]


def test_words_that_cannot_be_reckoned_are_kept_where_they_are_wanted() -> None:
    [found] = find_dates("The next day he left.", unread_too=True)
    assert (found.date.original, found.date.edtf) == ("The next day", "")
    assert find_dates("The next day he left.") == []


def test_a_diary_s_days_take_month_and_year_from_the_heading() -> None:
    text = "December 1668\n6th (Lord’s day) . Up.\nJanuary 1668–69\n3rd. Home."
    found = [one.date for one in find_dates(text) if one.date.inferred]
    assert [(date.original, date.edtf) for date in found] == [
        ("6th", "1668-12-06"),
        ("3rd", "1669-01-13"),
    ]
    assert describe(found[0]) == "6 December 1668 (inferred)"
    assert "“December 1668”" in found[0].note
    assert find_dates("It was so.\n6th. Up.") == []
