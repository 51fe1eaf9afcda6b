"""What reflow must keep for any text whatever: its words, the form of a body, its own output."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.model.reflow import Reflowed, reflow
from tests.model.reflow.shapes import documents, texts

any_text = st.one_of(texts(), st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80))


def ink(text: str) -> str:
    """The characters that print, hyphens apart."""
    return re.sub(r"[\s\u2010-]", "", text)


def without_furniture(text: str, result: Reflowed) -> str:
    """The original without the page numbers and running heads that the result owns up to."""
    taken = sorted([*result.page_numbers, *result.running_heads])
    rows = []
    for row in re.split(r"[\n\f]", text):
        if row.strip() in taken:
            taken.remove(row.strip())
        else:
            rows.append(row)
    assert not taken
    return "\n".join(rows)


@given(any_text)
def test_no_character_is_lost_or_moved(text: str) -> None:
    result = reflow(text)
    if not result.page_numbers and not result.running_heads:
        assert ink(result.body.text) == ink(text)
    else:
        # Equal numbers may stand in the text too, so only their count is certain.
        assert sorted(ink(result.body.text)) == sorted(ink(without_furniture(text, result)))


@given(any_text)
def test_hyphens_are_lost_only_where_the_result_says_so(text: str) -> None:
    result = reflow(text)
    kept_out = without_furniture(text, result)
    before = kept_out.count("-") + kept_out.count("\u2010")
    after = result.body.text.count("-") + result.body.text.count("\u2010")
    assert before - after == result.removed_hyphens


@given(any_text)
def test_the_blocks_are_the_lines_of_the_text(text: str) -> None:
    body = reflow(text).body
    lines = body.text.split("\n") if body.text else []
    assert [body.text[block.start : block.end] for block in body.blocks] == lines
    assert all(line.strip() for line in lines)
    starts = [block.start for block in body.blocks]
    assert starts == sorted(starts)


@given(any_text)
def test_pages_begin_inside_the_text_and_in_order(text: str) -> None:
    body = reflow(text).body
    offsets = [page.offset for page in body.pages]
    assert offsets == sorted(offsets)
    assert all(0 <= offset < len(body.text) for offset in offsets)


@given(documents())
def test_what_was_made_whole_stays_as_it_is(text: str) -> None:
    once = reflow(text).body.text
    assert reflow(once).body.text == once
