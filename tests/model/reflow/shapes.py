"""Texts of every shape for the properties: prose of all layouts, verse, lists, headings, noise."""

from __future__ import annotations

import textwrap

from hypothesis import strategies as st

_SOME_WORDS = (
    "the khan rode from his palace over a river and met with army of treaty throne telegram "
    "war-torn horse men without asking for anything in evening was by two well-known soldiers "
    "Khiva Junaid 1919 December (b) “justice” Амударья 12,000 [7,55-56]"
)
WORDS = _SOME_WORDS.split()

words = st.sampled_from(WORDS)
sentences = st.builds(
    lambda parts, end: " ".join(parts)[:1].upper() + " ".join(parts)[1:] + end,
    st.lists(words, min_size=1, max_size=25),
    st.sampled_from([".", ".", ".", "?", "”", ":", ""]),
)
paragraphs = st.lists(sentences, min_size=1, max_size=5).map(" ".join)


def _laid_out(paragraph: str, width: int, spacing: int, indent: int) -> str:
    lines = textwrap.wrap(paragraph, width, initial_indent=" " * indent) or [""]
    return ("\n" * spacing).join(lines)


prose = st.builds(
    _laid_out,
    paragraphs,
    st.integers(30, 120),
    st.sampled_from([1, 1, 1, 2]),
    st.sampled_from([0, 0, 1, 4]),
)
verse = st.lists(
    st.builds(
        lambda parts, end: " ".join(parts).capitalize() + end,
        st.lists(words, min_size=2, max_size=6),
        st.sampled_from([",", ".", "", ";"]),
    ),
    min_size=2,
    max_size=6,
).map("\n".join)
lists = st.builds(
    lambda items, mark: "\n".join(f"{mark} {item}" for item in items),
    st.lists(sentences, min_size=1, max_size=4),
    st.sampled_from(["-", "1.", "(a)", "•", "[2]"]),
)
headings = st.sampled_from(
    ["ABSTRACT", "Chapter 1", "The treaty of Khiva", "IV", "* * *", "12", "13"]
)
noise = st.text(st.sampled_from("ab A.\n-—1[],“”(\t\f é"), max_size=60)
gaps = st.sampled_from(["\n", "\n\n", "\n\n\n", "\n \n", "\n\f", "\n\n12\n\n", "\n13\n\f"])


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Up to seven pieces of any shape with any gap between them."""
    pieces = draw(st.lists(st.one_of(prose, prose, verse, lists, headings, noise), max_size=7))
    text = ""
    for piece in pieces:
        text += (draw(gaps) if text else "") + piece
    return text


plain_words = st.sampled_from([*_SOME_WORDS[: _SOME_WORDS.index("Khiva")].split(), "Khiva", "1919"])
whole_paragraphs = st.lists(
    st.builds(
        lambda parts, end: " ".join(["The", *parts]) + end,
        st.lists(plain_words, min_size=6, max_size=20),
        st.sampled_from([".", "?", ".”", "[5,109]."]),
    ),
    min_size=2,
    max_size=5,
).map(" ".join)
whole_prose = st.builds(
    _laid_out, whole_paragraphs, st.integers(45, 90), st.just(1), st.sampled_from([0, 0, 4])
)
stanzas = st.lists(
    st.builds(
        lambda parts, end: " ".join(["And", *parts]) + end,
        st.lists(words, min_size=3, max_size=5),
        st.sampled_from([",", ".", ";", "!"]),
    ),
    min_size=4,
    max_size=6,
).map("\n".join)
whole_lists = st.builds(
    lambda items, mark: "\n".join(f"{mark} {item}." for item in items),
    st.lists(st.lists(words, min_size=1, max_size=20).map(" ".join), min_size=1, max_size=4),
    st.sampled_from(["-", "1.", "(a)", "•", "[2]"]),
)
titles = st.sampled_from(["ABSTRACT", "Chapter 1", "The treaty of Khiva", "2. Methods"])


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Up to six pieces as writers set them: whole, each apart from the next by blank lines."""
    pieces = draw(
        st.lists(st.one_of(whole_prose, whole_prose, stanzas, whole_lists, titles), max_size=6)
    )
    return draw(st.sampled_from(["\n\n", "\n\n\n"])).join(pieces)
