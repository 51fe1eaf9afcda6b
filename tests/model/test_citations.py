"""Which brackets are citation marks, and what they say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.model.citations import Mark, find_marks


def read(text: str) -> list[tuple[str, str]]:
    return [(mark.number, mark.locator) for mark in find_marks(text)]


@pytest.mark.parametrize(
    ("bracket", "number", "locator"),
    [
        ("[7,55-56]", "7", "55-56"),
        ("[1,107]", "1", "107"),
        ("[12,112]", "12", "112"),
        ("[5]", "5", ""),
        ("[3, p. 179]", "3", "p. 179"),
        ("[3, pp. 10, 12]", "3", "pp. 10, 12"),
        ("[11,299–300]", "11", "299–300"),
        ("[2, с. 37]", "2", "с. 37"),
        ("[2, С.37-38]", "2", "С.37-38"),
        ("[17,\u00a0с.\u00a05]", "17", "с.\u00a05"),
        ("[12, т. 2, с. 30]", "12", "т. 2, с. 30"),
        ("[5, л. 10 об.]", "5", "л. 10 об."),
        ("[12. – P. 45]", "12", "P. 45"),
        ("[8: 560]", "8", "560"),
        ("[4, 12-b.]", "4", "12-b."),
        ("[6, p. xii]", "6", "p. xii"),
        ("[см. 5, с. 10]", "5", "с. 10"),
        ("[4, § 12]", "4", "§ 12"),
    ],
)
def test_a_mark_has_a_number_and_a_locator_as_written(
    bracket: str, number: str, locator: str
) -> None:
    text = f"all power to him{bracket}. However"
    assert find_marks(text) == (Mark(16, 16 + len(bracket), number, locator),)


@pytest.mark.parametrize(
    "text",
    [
        "Skalov (1896 - 1935)",
        "in the years 1918 - 1920 in",
        "he [sic] came",
        "in [1918] the",
        "in [1918-1920] the",
        "and [...] so",
        "and […] so",
        "- [x] done, - [ ] not",
        "[2, in 1918]",
        "[3 men]",
        "[12 March]",
        "[15.03.1919]",
        "[0,5]",
        "[5, then 3 left]",
        "[a, 5]",
        "[]",
        "[;]",
        "[1,]",
        "[1, 107",
        "[5](https://example.org)",
        "[1,\n107]",
    ],
)
def test_other_brackets_are_no_marks(text: str) -> None:
    assert find_marks(text) == ()


def test_several_references_in_one_bracket_have_spans_of_their_own() -> None:
    text = "him[1,107; 3,5]."
    marks = find_marks(text)
    assert [(text[m.start : m.end], m.number, m.locator) for m in marks] == [
        ("1,107", "1", "107"),
        ("3,5", "3", "5"),
    ]


def test_a_bracket_with_one_reference_that_is_none_has_no_marks() -> None:
    assert find_marks("him[1,107; and others].") == ()


def test_offsets_are_code_points() -> None:
    assert find_marks("🐫 Хива́ [5]")[0].start == 8


def test_lists_of_works_are_told_from_pages_by_the_whole_text() -> None:
    assert read("one [1, 3, 5], two [2, 4], three [6-8].") == [
        ("1", ""),
        ("3", ""),
        ("5", ""),
        ("2", ""),
        ("4", ""),
        ("6-8", ""),
    ]
    assert read("one [1, 107], two [2, 4], three [7, 55, 58].") == [
        ("1", "107"),
        ("2", "4"),
        ("7", "55, 58"),
    ]


def test_a_labelled_page_anywhere_proves_that_the_text_cites_pages() -> None:
    assert read("one [1, 3, 5], two [2, p. 4]") == [("1", "3, 5"), ("2", "p. 4")]


def test_a_page_low_down_is_still_a_page() -> None:
    assert read("one [4,5]") == [("4", "5")]


def test_the_number_of_an_entry_in_the_reference_list_is_no_mark() -> None:
    text = "REFERENCES\n[1] Yusupov P. Memoirs.\n[2] Skalov G. See [1, 5].\n[3] claims otherwise."
    assert read(text) == [("1", "5"), ("3", "")]
    assert read("[1] Yusupov P. Memoirs.") == []


@given(
    st.lists(
        st.tuples(
            st.text("abc хива[](),;. \n", max_size=20).filter(lambda t: "[" not in t),
            st.integers(1, 999),
            st.integers(1000, 9999) | st.integers(200, 999),
        ),
        max_size=8,
    )
)
def test_every_mark_is_found_at_its_place(parts: list[tuple[str, int, int]]) -> None:
    text, expected = "", []
    for words, number, page in parts:
        text += words
        mark = f"[{number}, p. {page}]"
        expected.append(Mark(len(text), len(text) + len(mark), str(number), f"p. {page}"))
        text += mark
    assert list(find_marks(text)) == expected


@given(st.text("[]1;,-. p", max_size=60))
def test_marks_stand_in_order_and_never_overlap(text: str) -> None:
    end = 0
    for mark in find_marks(text):
        assert end <= mark.start < mark.end <= len(text)
        assert mark.number in text[mark.start : mark.end].replace(" ", "")
        end = mark.end
