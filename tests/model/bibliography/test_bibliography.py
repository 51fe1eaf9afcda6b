"""Sources as works: names as printed, dates, keys, and CSL items that lose nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.model.bibliography import Work, citekey, free_citekey, item_of, names_of, parts_of
from khiva_notes.model.bibliography.csl_dates import csl_date, date_from_csl
from khiva_notes.model.bibliography.csl_names import printed
from khiva_notes.model.dates import from_edtf


def test_names_as_printed_are_read() -> None:
    assert names_of("Yusupov, Sultan; Bartold, V. V.; {Academy of Sciences, Khiva}; Avesta") == [
        {"family": "Yusupov", "given": "Sultan"},
        {"family": "Bartold", "given": "V. V."},
        {"literal": "Academy of Sciences, Khiva"},
        {"literal": "Avesta"},
    ]
    assert names_of("King, Martin Luther, Jr.") == [
        {"family": "King", "given": "Martin Luther", "suffix": "Jr."}
    ]
    assert names_of(" ; ,") == []


words = st.text("abc дй-.'", min_size=1).map(str.strip).filter(bool)


@given(
    st.lists(
        st.one_of(
            st.builds(lambda f, g: {"family": f, "given": g}, words, words),
            st.builds(lambda name: {"literal": name}, words),
        )
    )
)
def test_names_printed_and_read_again_are_the_same(names: list[dict[str, str]]) -> None:
    tidy = [{part: " ".join(value.split()) for part, value in name.items()} for name in names]
    assert names_of(printed(names)) == tidy


@pytest.mark.parametrize(
    ("edtf", "csl"),
    [
        ("1917", {"date-parts": [[1917]]}),
        ("1917-11-07", {"date-parts": [[1917, 11, 7]]}),
        ("1918/1920", {"date-parts": [[1918], [1920]]}),
        ("1919~", {"date-parts": [[1919]], "circa": True}),
        ("1919-23", {"date-parts": [[1919]], "season": 3}),
        ("-0043", {"date-parts": [[-43]]}),
    ],
)
def test_dates_go_out_and_come_back(edtf: str, csl: dict[str, object]) -> None:
    assert csl_date(from_edtf(edtf)) == csl
    back = date_from_csl(csl)
    assert back is not None
    assert back.edtf == edtf


def test_a_date_that_is_no_date_stays_as_words() -> None:
    back = date_from_csl({"literal": "in the year of the hen"})
    assert back is not None
    assert (back.original, back.edtf) == ("in the year of the hen", "")
    assert date_from_csl({"date-parts": [["", 3]]}) is None
    assert date_from_csl({"date-parts": [[1917, 13, 40]]}) is not None
    assert date_from_csl("1917") is None


def test_a_key_says_author_title_and_year() -> None:
    names = names_of("Бартольд, В. В.")
    assert citekey(names, "Туркестан в эпоху монгольского нашествия", 1900) == (
        "bartoldTurkestanEpokhuMongolskogo1900"
    )
    assert citekey([], "The fall of the Khanate", None) == "fallKhanate"
    assert citekey([], "1917", None) == "w1917"
    assert citekey([], "…", None) == "work"
    assert free_citekey("a", {"a", "aa"}.__contains__) == "ab"


def test_an_archival_source_is_cited_by_where_it_lies() -> None:
    item = item_of(
        Work(
            "k",
            "Telegram",
            {"archive": "CSA", "collection": "F. 1", "shelfmark": "12, l. 3"},
            from_edtf("1919-11-01"),
        )
    )
    assert item == {
        "id": "k",
        "type": "manuscript",
        "title": "Telegram",
        "archive": "CSA",
        "archive_collection": "F. 1",
        "archive_location": "12, l. 3",
        "issued": {"date-parts": [[1919, 11, 1]]},
    }


def test_a_published_source_says_when_it_was_written() -> None:
    item = item_of(Work("k", "Notes", {}, from_edtf("1920"), from_edtf("1960"), None, ["Yusupov"]))
    assert item["issued"] == {"date-parts": [[1960]]}
    assert item["original-date"] == {"date-parts": [[1920]]}
    assert item["author"] == [{"literal": "Yusupov"}]


variables = st.dictionaries(
    st.sampled_from(["note", "container-title", "genre", "number", "DOI", "status", "call-number"]),
    st.text("ab 1", min_size=1).map(lambda text: " ".join(text.split())).filter(bool),
)


@given(variables, st.sampled_from(["book", "treaty", "chapter"]))
def test_an_item_taken_apart_and_put_together_is_the_same(
    item: dict[str, object], kind: str
) -> None:
    whole = {**item, "id": "key", "type": kind, "title": "A title"}
    parts = parts_of(whole)
    assert item_of(Work(parts.citekey, parts.title, parts.fields, extra=parts.extra)) == whole
