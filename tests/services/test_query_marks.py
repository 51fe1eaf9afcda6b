from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.model.folded import FoldedText
from khiva_notes.services.query_marks import mark_query, wanted

_TEXT = (
    "Junaid Khan signed the treaty of peace. Zhunaidkhan broke the Treaties.\n"
    "Джунаид-хан вошёл в Хиву. The peace treaty of Khīva; junior officers; khanates."
)


def _marked(query: str, text: str = _TEXT) -> list[str]:
    return [text[start:end] for start, end in mark_query(text, FoldedText(text), query)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("khiva", ["Хиву", "Khīva"]),
        ("treaty", ["treaty", "Treaties", "treaty"]),
        ('"peace treaty"', ["peace treaty"]),
        ("Junaid Khan", ["Junaid Khan", "Zhunaidkhan", "Джунаид-хан"]),
        ("kind:text peace -treaty", ["peace", "peace"]),
        ("peace AND NOT (treaty OR officers)", ["peace", "peace"]),
        ("person:signed (peace OR broke)", ["signed", "peace", "broke", "peace"]),
        ("khana*", ["khanates"]),
        ("ТРЕАТЫ", []),
        ("хиву", ["Хиву"]),
        ("kind:claim", []),
        ("", []),
        ("AND OR NOT ( - :", []),
    ],
)
def test_a_query_marks_its_words(query: str, found: list[str]) -> None:
    assert _marked(query) == found


def test_what_is_asked_for_is_said_without_operators() -> None:
    assert wanted('treaty AND "of peace" -khan kind:claim person:Junaid').text == (
        "treaty Junaid of peace"
    )


@given(st.text(max_size=40), st.text(max_size=80))
def test_marks_lie_in_the_text_and_apart(query: str, text: str) -> None:
    spans = mark_query(text, FoldedText(text), query)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
