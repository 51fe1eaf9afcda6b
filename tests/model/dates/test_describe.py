"""What the date field shows: the date as it was understood, in words that can be read back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from khiva_notes.model.dates import HistoricalDate, describe, from_edtf, read_phrase
from tests.model.dates.test_phrases import rows


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1918-10-01", "1 October 1918"),
        ("1920-01-16/1920-01-31", "second half of January 1920"),
        ("1919~", "ca. 1919"),
        ("1919?", "perhaps 1919"),
        ("1919%", "perhaps ca. 1919"),
        ("[1918..1920]", "between 1918 and 1920"),
        ("1918/1920", "1918–1920"),
        ("-0299/-0200", "3rd century BCE"),
        ("-0043", "44 BCE"),
        ("-0043-03-15", "15 March 44 BCE"),
        ("0079", "79 CE"),
        ("191X", "1910s"),
        ("1901/2000", "20th century"),
        ("1801/1850", "first half of the 19th century"),
        ("1919-23", "autumn 1919"),
        ("1919-12/1920-02", "winter 1919/20"),
        ("1919-40", "first half of 1919"),
        ("1918-01/1918-04~", "early 1918"),
        ("1918/..", "from 1918 on"),
        ("../1920", "until 1920"),
        ("1918/", "from 1918, end unknown"),
        ("[..1917]", "1917 or earlier"),
        ("[1918..]", "1918 or later"),
        ("{1918-09,1919-03}", "September 1918 and March 1919"),
        ("[1919-04-07,1919-04-09]", "7 or 9 April 1919"),
        ("1919-04-07/1919-04-09", "7–9 April 1919"),
        ("1918-01-22/1918-02-03", "22 January – 3 February 1918"),
        ("XXXX-10-01", "1 October, year unknown"),
        ("1918-1X", "some time from October 1918 to December 1918"),
    ],
)
def test_edtf_in_words(edtf: str, words: str) -> None:
    assert describe(from_edtf(edtf)) == words


def test_calendar_of_the_words_comes_first() -> None:
    julian = from_edtf("1917-11-07", calendar="julian")
    assert describe(julian) == "25 October 1917 Julian = 7 November 1917"
    month = from_edtf("1917-10-14/1917-11-13", calendar="julian")
    assert describe(month) == "October 1917 Julian = 14 October – 13 November 1917"
    hijri = from_edtf("1918-10-07~", calendar="hijri")
    assert describe(hijri) == "1 Muharram 1337 AH = ca. 7 October 1918"


def test_inferred_year_is_said() -> None:
    date = read_phrase("On October 1", context_year=1918)
    assert describe(date) == "1 October 1918 (year inferred)"
    assert describe(read_phrase("[1919]")) == "1919 (inferred)"


def test_unread_words_are_shown_as_words() -> None:
    assert describe(read_phrase("the Ides")) == "“the Ides” (not read)"
    assert describe(HistoricalDate("", "")) == "no date"


@pytest.mark.parametrize(("words", "wanted", "calendar", "options"), rows())
def test_description_reads_back_as_the_same_date(
    words: str, wanted: str, calendar: str, options: dict[str, str]
) -> None:
    if not wanted or words == "1336/1918":  # the pair of years is said by its days
        return
    date = from_edtf(wanted, calendar=calendar)  # type: ignore[arg-type]
    again = read_phrase(describe(date))
    assert again.edtf == wanted
    assert replace(again, original="", note="") == replace(date, note="")
