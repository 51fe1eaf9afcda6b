"""What holds for the passages of any text, however it is corrected."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.model.anchors import Correction, differences

VOCABULARY = (
    "the",
    "a",
    "khan",
    "Junaid",
    "Жунаид",
    "希瓦",
    "汗",
    "والي",
    "😀",
    "naïve",
    "b,",
    "“so”.",
    "\n",
)
WORDS = st.lists(st.sampled_from(VOCABULARY), max_size=40).map(" ".join)
ANY = st.one_of(WORDS, st.text(max_size=80))


@st.composite
def span(draw: st.DrawFn, text: str) -> tuple[int, int]:
    """A span of a text with words or signs at its edges, as passages have them."""
    places = [place for place, sign in enumerate(text) if not sign.isspace()]
    start = draw(st.sampled_from(places))
    return start, 1 + draw(st.sampled_from([place for place in places if place >= start]))


@given(st.data(), ANY, ANY)
def test_a_passage_is_found_inside_the_text_and_its_words_are_as_said(
    data: st.DataObject, old: str, new: str
) -> None:
    if not old.strip():
        return
    start, end = data.draw(span(old))
    found = Correction(old, new).find(start, end)
    if found is None:
        return
    assert 0 <= found.start < found.end <= len(new)
    same = new[found.start : found.end] == old[start:end]
    assert same == (found.status != "fuzzy")


@given(st.data(), ANY)
def test_in_the_same_text_every_passage_stays(data: st.DataObject, text: str) -> None:
    if not text.strip():
        return
    start, end = data.draw(span(text))
    found = Correction(text, text).find(start, end)
    assert found is not None
    assert (found.start, found.end, found.status) == (start, end, "ok")


@given(st.data(), WORDS, st.integers(0, 3))
def test_a_paragraph_put_in_before_moves_passages_by_its_length(
    data: st.DataObject, old: str, lines: int
) -> None:
    if not old.strip():
        return
    preface = "\n".join(f"Preface number {n}, by another hand." for n in range(lines)) + "\n"
    start, end = data.draw(span(old))
    found = Correction(old, preface + old).find(start, end)
    assert found is not None
    assert (found.start, found.end) == (start + len(preface), end + len(preface))
    assert found.status == "ok"


@given(st.data(), WORDS, WORDS)
def test_what_stands_before_and_after_an_edit_is_found_where_it_is(
    data: st.DataObject, before: str, after: str
) -> None:
    old = f"{before} Old words, here struck out. {after}"
    new = f"{before} Better ones have taken their place, and more of them. {after}"
    start, end = data.draw(span(old))
    correction = Correction(old, new)
    if end <= len(before):
        found = correction.find(start, end)
        assert found is not None and (found.start, found.end) == (start, end)
    if start >= len(old) - len(after):
        found = correction.find(start, end)
        shift = len(new) - len(old)
        assert found is not None and (found.start, found.end) == (start + shift, end + shift)


@given(st.data(), ANY, ANY)
def test_an_expected_place_lies_in_the_text(data: st.DataObject, old: str, new: str) -> None:
    place = data.draw(st.integers(0, len(old)))
    assert 0 <= Correction(old, new).expected(place) <= len(new)


@given(ANY, ANY)
def test_differences_are_all_that_differs(old: str, new: str) -> None:
    gone, come = differences(old, new)

    def without(text: str, spans: tuple[tuple[int, int], ...]) -> str:
        kept, last = [], 0
        for start, end in spans:
            assert last <= start < end <= len(text)
            kept.append(text[last:start])
            last = end
        return "".join([*kept, text[last:]])

    assert without(old, gone) == without(new, come)
    assert (old == new) == (not gone and not come)
