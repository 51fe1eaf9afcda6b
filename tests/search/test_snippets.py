"""Pieces of text around what was found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.search import Highlight, find_marks, snippet

highlights = st.builds(
    Highlight,
    st.frozensets(st.sampled_from(["khan", "the", "o'g'li", "père"])),
    st.lists(st.sampled_from(["kh", "e"]), max_size=1).map(tuple),
    st.lists(st.sampled_from(["k?an", "*n"]), max_size=1).map(tuple),
    st.lists(st.just((frozenset({"the"}), frozenset({"khan", "emir"}))), max_size=1).map(tuple),
)
texts = st.lists(
    st.sampled_from(["khan", "The", "emir", "O‘g‘li", "père", "well.", "x" * 30, "😀", "𝔨"]),
    max_size=80,
).map(" ".join)


@given(texts | st.text(max_size=300), highlights, st.integers(10, 200))
def test_a_snippet_is_a_piece_of_its_text(text, highlight, width):
    piece = snippet(text, highlight, width=width)
    assert text[piece.offset : piece.offset + len(piece.text)] == piece.text
    assert len(piece.text) <= max(width, 1)
    everywhere = find_marks(text, highlight)
    inside = [(s + piece.offset, e + piece.offset) for s, e in piece.marks]
    assert set(inside) <= set(everywhere)
    if any(end - start <= width for start, end in everywhere):
        assert inside
    ends = 0
    for start, end in everywhere:
        assert ends <= start < end <= len(text)
        ends = end


@pytest.mark.parametrize(
    ("text", "highlight", "marked"),
    [
        ("The Khan’s army", Highlight(frozenset({"khan"})), ["Khan’s"]),
        ("l’empire du khan", Highlight(frozenset({"empire"})), ["l’empire"]),
        ("khan, khans", Highlight(prefixes=("khan",)), ["khan", "khans"]),
        ("Père Noël", Highlight(prefixes=("per",)), ["Père"]),
        ("khan khun kin", Highlight(patterns=("kh?n",)), ["khan", "khun"]),
        (
            "the khan, the emir and the well",
            Highlight(phrases=((frozenset({"the"}), frozenset({"khan", "emir"})),)),
            ["the khan", "the emir"],
        ),
        (
            "the khan khan",
            Highlight(frozenset({"khan"}), phrases=((frozenset({"the"}), frozenset({"khan"})),)),
            ["the khan", "khan"],
        ),
        ("O‘g‘li", Highlight(frozenset({"o'g'li"})), ["O‘g‘li"]),
        ("nothing", Highlight(), []),
    ],
)
def test_what_is_marked(text, highlight, marked):
    assert [text[s:e] for s, e in find_marks(text, highlight)] == marked


def test_the_stretch_with_most_of_the_query_is_shown():
    text = "khan khan khan " + "word " * 100 + "Here. The khan met the emir there. " + "word " * 100
    piece = snippet(text, Highlight(frozenset({"khan", "emir"})), width=80)
    assert piece.text.startswith("The khan met the emir")
    assert [piece.text[s:e] for s, e in piece.marks] == ["khan", "emir"]


def test_a_snippet_begins_and_ends_with_whole_words():
    text = " ".join(f"word{n}" for n in range(200))
    piece = snippet(text, Highlight(frozenset({"word100"})), width=60)
    assert set(piece.text.split()) <= set(text.split())


def test_without_a_match_the_beginning_is_shown():
    assert snippet("one two three " * 30, Highlight(), width=20).text == "one two three one"
