"""How two dates stand to one another, by a table a historian can check."""

from __future__ import annotations

import pytest

from khiva_notes.model.dates import (
    HistoricalDate,
    explain,
    find_dates,
    from_edtf,
    read_phrase,
    relation,
)

TABLE = [
    # the same day, however it is written
    ("22 January 1918", "January 22, 1918", "same"),
    ("25 October (7 November) 1917", "7 November 1917", "same"),
    ("25 October 1917 O.S.", "7 November 1917", "same"),
    ("1918–1920", "в 1918–1920 гг.", "same"),
    ("ca. 1919", "около 1919 г.", "same"),
    # one is coarser, or they overlap
    ("1918", "October 1918", "compatible"),
    ("October 1918", "1 October 1918", "compatible"),
    ("fall of 1919", "November 1919", "compatible"),
    ("between 1918 and 1920", "1919", "compatible"),
    ("second half of January 1920", "20 January 1920", "compatible"),
    ("1918–1920", "1919–1921", "compatible"),
    ("before 1918", "October 1917", "compatible"),
    ("the early 1920s", "1921", "compatible"),
    ("20th century", "1920", "compatible"),
    ("ca. 1919", "1921", "compatible"),
    ("early 1918", "May 1918", "compatible"),
    ("winter of 1919", "January 1919", "compatible"),
    ("winter of 1919", "January 1920", "compatible"),
    ("1 Muharram 1337", "7 October 1918", "compatible"),
    ("1 Muharram 1337", "8 October 1918", "compatible"),
    ("1336 AH", "22 January 1918", "compatible"),
    ("1 October", "1 October 1918", "compatible"),
    ("October", "1 October 1918", "compatible"),
    ("1 October", "1918", "compatible"),
    ("7 or 9 April 1919", "9 April 1919", "compatible"),
    ("September 1918 and March 1919", "5 March 1919", "compatible"),
    # the calendar explains it
    ("25 October 1917", "7 November 1917", "explained"),
    ("25 October 1917 O.S.", "25 October 1917", "explained"),
    ("5 January 1918", "18 January 1918", "explained"),
    ("October 1917", "7 November 1917", "explained"),
    ("1917", "5 January 1918", "explained"),
    ("7–9 April 1919", "20–22 April 1919", "explained"),
    ("14 July 1789", "3 July 1789", "explained"),  # eleven days in that century
    # the beginning of the year explains it
    ("13 February 1688", "13 February 1689", "explained"),
    ("13 February 1688", "23 February 1689", "explained"),
    ("1688", "13 February 1689", "explained"),
    ("20 March 1688", "20 March 1689", "explained"),
    ("26 March 1688", "26 March 1689", "contradictory"),
    ("ca. 1919", "1917–1921", "compatible"),
    ("January 1660", "January 1659", "explained"),
    ("15 October 1690", "15 October 1691", "explained"),
    # nothing does
    ("1 October 1918", "2 October 1918", "contradictory"),
    ("1 October 1918", "1 October 1919", "contradictory"),
    ("1918", "1919", "contradictory"),
    ("October 1918", "November 1918", "contradictory"),
    ("September 1918", "5 October 1918", "contradictory"),
    ("25 October 1917", "6 November 1917", "contradictory"),
    ("25 October 1950", "7 November 1950", "contradictory"),
    ("13 February 1888", "13 February 1889", "contradictory"),
    ("13 May 1688", "13 May 1689", "contradictory"),
    ("1688", "1689", "contradictory"),
    ("before 1918", "1 January 1918", "contradictory"),
    ("winter of 1919", "July 1919", "contradictory"),
    ("September 1918 and March 1919", "December 1918", "contradictory"),
    ("1919?", "1921", "contradictory"),
    ("1 October", "2 October 1918", "contradictory"),
    ("1 October", "2 October", "contradictory"),
    ("1 Muharram 1337", "12 October 1918", "contradictory"),
    # not to be known
    ("the Ides", "1918", "unknown"),
    ("", "1918", "unknown"),
]


@pytest.mark.parametrize(("first", "second", "wanted"), TABLE)
def test_relation_by_table_both_ways(first: str, second: str, wanted: str) -> None:
    a, b = read_phrase(first), read_phrase(second)
    assert relation(a, b) == wanted
    assert relation(b, a) == wanted
    assert explain(a, b).endswith(".")


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("25 October 1917", "7 November 1917", "25 October 1917 in the Julian calendar"),
        ("13 February 1688", "13 February 1689", "25 March"),
        ("1 October 1918", "2 October 1918", "1 day apart"),
        ("1918", "October 1918", "1918 leaves room for October 1918"),
        ("25 October 1917 O.S.", "7 November 1917", "Both mean 7 November 1917."),
        ("the Ides", "1918", "“the Ides” was not read"),
        ("1919?", "1921", "uncertain"),
        ("1914", "1918", "at least 3 years"),
    ],
)
def test_explanation_gives_the_reason(first: str, second: str, said: str) -> None:
    assert said.lower() in explain(read_phrase(first), read_phrase(second)).lower()


def test_explanation_owns_up_to_an_inferred_year() -> None:
    found = find_dates("On January 22, 1918 he came. On October 1 he was killed.")[1].date
    said = explain(found, read_phrase("1 October 1919"))
    assert "year of “October 1” is inferred" in said


def test_a_date_without_edtf_is_unknown_even_if_it_has_days() -> None:
    assert relation(HistoricalDate("words", "", earliest=1, latest=2), from_edtf("1918")) == (
        "unknown"
    )
