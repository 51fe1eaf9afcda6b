"""Page numbers, running heads and form feeds: out of the text, into the page map."""

from __future__ import annotations

import textwrap

from khiva_notes.model.reflow import Reflowed, reflow
from tests.model.reflow.passages import ENVOY, RIVER, rows, wrap

LINES = textwrap.wrap(" ".join([ENVOY, RIVER] * 4), 60)


def sheets(count: int, size: int = 6) -> list[str]:
    return ["\n".join(LINES[at * size : (at + 1) * size]) for at in range(count)]


def pages(result: Reflowed) -> dict[str, str]:
    """Each page's label with the first words on it."""
    text = result.body.text
    return {page.label: text[page.offset : page.offset + 12] for page in result.body.pages}


def first_words(sheet: str) -> str:
    return sheet.replace("\n", " ")[:12]


def test_a_number_between_pages_leaves_the_text() -> None:
    one, two, three = sheets(3)
    result = reflow(f"{one}\n\n12\n\n{two}\n\n13\n\n{three}")
    assert result.page_numbers == ("12", "13")
    assert result.body.text == " ".join(LINES[:18])


def test_numbers_at_the_foot_name_the_page_above_them() -> None:
    one, two, three = sheets(3)
    result = reflow(f"{one}\n12\n\n{two}\n13\n\n{three}\n14\n")
    assert pages(result) == {
        "12": first_words(one),
        "13": first_words(two),
        "14": first_words(three),
    }


def test_numbers_at_the_head_name_the_page_below_them() -> None:
    one, two, three = sheets(3)
    result = reflow(f"12\n{one}\n\n13\n{two}\n\n14\n{three}\n")
    assert pages(result) == {
        "12": first_words(one),
        "13": first_words(two),
        "14": first_words(three),
    }


def test_form_feeds_part_pages_and_the_numbers_label_them() -> None:
    one, two, three = sheets(3)
    result = reflow(f"{one}\n\n12\n\f{two}\n\n13\n\f{three}\n\n14\n")
    assert list(pages(result)) == ["12", "13", "14"]
    assert result.body.text == " ".join(LINES[:18])


def test_form_feeds_without_numbers_give_pages_without_labels() -> None:
    one, two = sheets(2)
    body = reflow(f"{one}\n\f{two}").body
    assert [page.label for page in body.pages] == ["", ""]
    assert body.text[body.pages[1].offset :].startswith(two[:20])


def test_a_missing_number_between_two_is_filled_in() -> None:
    one, two, three = sheets(3)
    assert [p.label for p in reflow(f"{one}\n7\n\f{two}\n\f{three}\n9\n").body.pages] == [
        "7",
        "8",
        "9",
    ]


def test_a_running_head_goes_when_it_repeats_but_the_title_stays() -> None:
    head = "THE KHANATE OF KHIVA"
    first, *others = sheets(5)
    text = f"{head}\n\n{first}" + "".join(f"\n\f{head}\n{sheet}" for sheet in others)
    result = reflow(text)
    assert result.running_heads == (head,) * 4
    assert rows(text) == [head, " ".join(LINES[:30])]


def test_the_number_in_a_running_head_is_the_pages() -> None:
    one, *others = sheets(4)
    text = one + "".join(f"\n\f{n} HISTORY OF KHIVA\n{sheet}" for n, sheet in enumerate(others, 22))
    assert [page.label for page in reflow(text).body.pages] == ["21", "22", "23", "24"]


def test_numbered_chapters_are_no_pages() -> None:
    text = f"1\n\n{wrap(ENVOY)}\n\n2\n\n{wrap(RIVER)}\n\n3\n\n{wrap(ENVOY)}"
    result = reflow(text)
    assert result.page_numbers == ()
    assert rows(text) == ["1", ENVOY, "2", RIVER, "3", ENVOY]


def test_a_year_alone_on_a_line_stays() -> None:
    text = f"{wrap(ENVOY)}\n\n1919\n\n{wrap(RIVER)}"
    assert rows(text) == [ENVOY, "1919", RIVER]


def test_roman_numbers_count_in_a_preface() -> None:
    one, two, three = sheets(3)
    result = reflow(f"{one}\n\nviii\n\n{two}\n\nix\n\n{three}")
    assert result.page_numbers == ("viii", "ix")
    assert [page.label for page in result.body.pages] == ["viii", "ix", "x"]
