"""What must hold for every date: order, widening, no crash on any text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from khiva_notes.model.dates import (
    describe,
    explain,
    find_dates,
    from_edtf,
    from_jdn,
    read_phrase,
    relation,
)
from khiva_notes.model.dates.calendars import month_length
from khiva_notes.model.errors import UserError

TIME_WORDS = (
    "in on the of and or from to between before after until since by early late mid first second"
    " half end beginning century years AD BC AH O.S. N.S. ca. about perhaps May march October Jan."
    " fall winter 1918 1919 20 1 22 22nd 1920s 1659/60 ( ) - – / , . ? [ ] XX IV Monday Muharram"
    " в на с по и до после между начале конце половине года г. гг. века в. октября мая зимой"
    " 20-х 7 ст. н. э. не позднее около рубеже night night-of Rabi' al-awwal 07.11.1917 5/18"
)
WORDS = TIME_WORDS.split()


@st.composite
def atoms(draw: st.DrawFn) -> str:
    """An EDTF date of any kind that the reader knows."""
    year = draw(st.integers(-3000, 2100))
    text = f"-{-year:04}" if year < 0 else f"{year:04}"
    kind = draw(st.sampled_from(["year", "month", "day", "season", "decade", "century"]))
    if kind == "decade":
        text = text[:-1] + "X"
    elif kind == "century":
        text = text[:-2] + "XX"
    elif kind == "season":
        text += f"-{draw(st.integers(21, 41))}"
    elif kind in ("month", "day"):
        month = draw(st.integers(1, 12))
        text += f"-{month:02}"
        if kind == "day":
            text += f"-{draw(st.integers(1, month_length('gregorian', year, month))):02}"
    return text + draw(st.sampled_from(["", "", "~", "?", "%"]))


@st.composite
def expressions(draw: st.DrawFn) -> str:
    """An EDTF string: a date, an interval, open or closed, or a set."""
    one, other = draw(atoms()), draw(atoms())
    shapes = ["{0}", "{0}/{1}", "{0}/..", "../{0}", "{0}/", "[{0}..{1}]", "[..{0}]", "[{0},{1}]"]
    return draw(st.sampled_from([*shapes, "{{{0},{1}}}"])).format(one, other)


def read_or_none(edtf: str):  # type: ignore[no-untyped-def]
    try:
        return from_edtf(edtf)
    except UserError:  # only when the interval runs backwards
        return None


@given(expressions())
def test_bounds_are_in_order_and_description_never_fails(edtf: str) -> None:
    date = read_or_none(edtf)
    if date is None:
        return
    assert date.earliest is None or date.latest is None or date.earliest <= date.latest
    assert describe(date)


@given(expressions(), expressions())
def test_relation_is_symmetrical_and_always_has_a_reason(one: str, other: str) -> None:
    a, b = read_or_none(one), read_or_none(other)
    if a is None or b is None:
        return
    assert relation(a, b) == relation(b, a)
    assert relation(a, a) == "same"
    assert explain(a, b)


@given(st.integers(0, 2500000), st.integers(0, 60), st.sampled_from(["julian", "gregorian"]))
def test_a_wider_date_never_contradicts_a_finer_one_inside_it(
    jdn: int, days: int, calendar: str
) -> None:
    year, month, day = from_jdn("gregorian", jdn)
    sign = "-" if year < 0 else ""
    text = f"{sign}{abs(year):04}"
    last = from_jdn("gregorian", jdn + days)
    until = f"{'-' if last[0] < 0 else ''}{abs(last[0]):04}-{last[1]:02}-{last[2]:02}"
    fine = from_edtf(f"{text}-{month:02}-{day:02}", calendar=calendar)  # type: ignore[arg-type]
    wider = [
        f"{text}-{month:02}",
        text,
        f"{text}~",
        f"{text[:-1]}X",
        f"{text[:-2]}XX",
        f"{text}-{month:02}-{day:02}/{until}",
        f"[..{until}]",
        f"{text}/..",
    ]
    for edtf in wider:
        assert relation(fine, from_edtf(edtf)) in ("same", "compatible")


@given(st.text(max_size=80), st.sampled_from(["", "ru", "us", "gb"]))
def test_any_text_can_be_asked_for_a_date(text: str, country: str) -> None:
    date = read_phrase(text, country=country, context_year=1918)
    assert date.original == text
    assert describe(date)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(WORDS), max_size=9), st.sampled_from([" ", "", "\n"]))
def test_any_words_of_time_can_be_asked_for_a_date(words: list[str], glue: str) -> None:
    text = glue.join(words)
    date = read_phrase(text, country="ru", context_year=1918)
    assert date.original == text
    assert describe(date)
    if not date.edtf:
        assert date.earliest is None
        assert date.latest is None


@settings(max_examples=300)
@given(st.lists(st.sampled_from([*WORDS, "khan", "was", ";"]), max_size=40))
def test_found_spans_are_exact_in_order_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for found in find_dates(text):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.date.original
        assert found.date.edtf
        end = found.end
