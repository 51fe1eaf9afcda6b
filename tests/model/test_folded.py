from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.model.folded import FoldedText, fold


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Żukow met ZUKOW.", "zukow", ["Żukow", "ZUKOW"]),
        ("The khan’s and the khan's", "khan's", ["khan’s", "khan's"]),
        ("Хорезмский мятёж; МЯТЕЖ", "мятеж", ["мятёж", "МЯТЕЖ"]),
        ("one\n  two one two", "one two", ["one\n  two", "one two"]),
        ("Straße, STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("a\u0301b ab", "ab", ["a\u0301b", "ab"]),
        ("1917–1920", "1917-1920", ["1917–1920"]),
        ("a.b axb", "a.b", ["a.b"]),
        ("nothing", "  ", []),
    ],
)
def test_words_are_found_whatever_their_accents_and_case(
    text: str, words: str, found: list[str]
) -> None:
    assert [text[start:end] for start, end in FoldedText(text).find(words)] == found


@given(
    st.text(alphabet="abßéЁё\u0301\u00adŒİ \n", max_size=30),
    st.integers(0, 30),
    st.integers(1, 10),
)
def test_any_stretch_of_a_text_is_found_where_it_stands(text: str, start: int, size: int) -> None:
    words = text[start : start + size]
    if not fold(words).strip():
        return
    spans = list(FoldedText(text).find(words))
    assert all(fold(text[a:b]).split() == fold(words).split() for a, b in spans)
    assert spans
