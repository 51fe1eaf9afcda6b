"""EDTF and the days it means: by hand, and against the edtf library where both speak."""

from __future__ import annotations

from time import struct_time

import pytest

from khiva_notes.model.dates import from_edtf, from_jdn
from khiva_notes.model.errors import UserError

DAYS = [
    ("1918", "1918-01-01", "1918-12-31"),
    ("1918-02", "1918-02-01", "1918-02-28"),
    ("1920-02", "1920-02-01", "1920-02-29"),
    ("1918-10-01", "1918-10-01", "1918-10-01"),
    ("1918-10-01T12:30:00Z", "1918-10-01", "1918-10-01"),
    ("191X", "1910-01-01", "1919-12-31"),
    ("19XX", "1900-01-01", "1999-12-31"),
    ("1918-XX", "1918-01-01", "1918-12-31"),
    ("1918-10-XX", "1918-10-01", "1918-10-31"),
    ("1918-1X", "1918-10-01", "1918-12-31"),
    ("1918-10-2X", "1918-10-20", "1918-10-29"),
    ("1950S2", "1900-01-01", "1999-12-31"),
    ("XXXX-10-01", None, None),
    ("-0043-03-15", "-43-03-15", "-43-03-15"),
    ("0000", "0-01-01", "0-12-31"),
    ("-0299/-0200", "-299-01-01", "-200-12-31"),
    ("-02XX", "-299-01-01", "-200-12-31"),
    ("Y-17000", "-17000-01-01", "-17000-12-31"),
    ("Y12000", "12000-01-01", "12000-12-31"),
    ("1919-21", "1919-03-01", "1919-05-31"),
    ("1919-22", "1919-06-01", "1919-08-31"),
    ("1919-23", "1919-09-01", "1919-11-30"),
    ("1919-24", "1919-01-01", "1920-02-29"),
    ("1919-33", "1919-01-01", "1919-03-31"),
    ("1919-38", "1919-05-01", "1919-08-31"),
    ("1919-41", "1919-07-01", "1919-12-31"),
    ("1918/1920", "1918-01-01", "1920-12-31"),
    ("1920-01-16/1920-01-31", "1920-01-16", "1920-01-31"),
    ("1918/..", "1918-01-01", None),
    ("../1920", None, "1920-12-31"),
    ("1918/", "1918-01-01", None),
    ("/1920", None, "1920-12-31"),
    ("[1918..1920]", "1918-01-01", "1920-12-31"),
    ("[..1917]", None, "1917-12-31"),
    ("[1918..]", "1918-01-01", None),
    ("[1919,1921]", "1919-01-01", "1921-12-31"),
    ("{1918-09,1919-03}", "1918-09-01", "1919-03-31"),
    # about: two days, a month, two years either way
    ("1918-10-10~", "1918-10-08", "1918-10-12"),
    ("1918-04~", "1918-03-01", "1918-05-31"),
    ("1919~", "1917-01-01", "1921-12-31"),
    ("1919-23~", "1919-08-01", "1919-12-31"),
    ("1919%", "1917-01-01", "1921-12-31"),
    ("191X~", "1905-01-01", "1924-12-31"),
    ("1918-01/1918-04~", "1918-01-01", "1918-05-31"),
    ("1919?", "1919-01-01", "1919-12-31"),
    ("1918?-10-01", "1918-10-01", "1918-10-01"),
]


def iso(jdn: int | None) -> str | None:
    if jdn is None:
        return None
    year, month, day = from_jdn("gregorian", jdn)
    return f"{year}-{month:02}-{day:02}"


@pytest.mark.parametrize(("edtf", "earliest", "latest"), DAYS)
def test_earliest_and_latest_day(edtf: str, earliest: str | None, latest: str | None) -> None:
    date = from_edtf(edtf)
    assert (iso(date.earliest), iso(date.latest)) == (earliest, latest)
    assert date.edtf == edtf


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("1918-13", "no month 13"),
        ("1918-02-29", "no day 29"),
        ("1918-11-31", "no day 31"),
        ("1918-00", "no month 00"),
        ("1918-21-05", "season has no day"),
        ("1920/1918", "ends before it begins"),
        ("22.01.1918", "year, month and day"),
        ("", "year, month and day"),
        ("../..", "at least one end"),
        ("[..]", "at least one end"),
        ("1918/1919/1920", "year, month and day"),
        ("18", "year, month and day"),
        ("october 1918", "year, month and day"),
        ("[1918", "year, month and day"),
        ("{}", "year, month and day"),
    ],
)
def test_bad_edtf_is_refused_with_a_remedy(edtf: str, said: str) -> None:
    with pytest.raises(UserError) as caught:
        from_edtf(edtf)
    assert said in caught.value.what
    assert "1918" in caught.value.remedy


def test_the_other_facts_are_kept() -> None:
    date = from_edtf(
        " 1917-11-07 ", original="25 October", calendar="julian", inferred=True, note="n"
    )
    assert (date.edtf, date.original, date.calendar) == ("1917-11-07", "25 October", "julian")
    assert date.inferred
    assert date.note == "n"


AGREED = [
    "1918", "1918-10", "1918-10-01", "1920-02", "191X", "19XX", "1918-XX", "1918-10-XX",
    "1918/1920", "1918-10/1919-03", "1918-10-01/1919-03-07", "-0043", "-0043-03-15",
    "-0299/-0200", "1919?", "1918-10?", "[1918..1920]", "[1919, 1921]", "{1918, 1920}",
    "1919-22", "1919-21", "0079", "1004-06/2006-08",
]  # fmt: skip


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("edtf", AGREED)
def test_agrees_with_the_edtf_library(edtf: str) -> None:
    from edtf import parse_edtf  # type: ignore[import-untyped,unused-ignore]

    theirs = parse_edtf(edtf)
    ours = from_edtf(edtf)
    lower: struct_time = theirs.lower_strict()
    upper: struct_time = theirs.upper_strict()
    assert ours.earliest is not None
    assert ours.latest is not None
    assert from_jdn("gregorian", ours.earliest) == tuple(lower[:3])
    assert from_jdn("gregorian", ours.latest) == tuple(upper[:3])
