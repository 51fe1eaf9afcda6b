from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.gui.reader.spans import Lines, Span, SpanIndex

_STARTS = [0, 10, 11, 40, 90]
_SPAN = st.tuples(st.integers(0, 99), st.integers(1, 50), st.integers(0, 4)).map(
    lambda drawn: (drawn[0], min(100, drawn[0] + drawn[1]), drawn[2])
)


def _span(passage: int, drawn: tuple[int, int, int]) -> Span:
    return Span(drawn[0], drawn[1], passage, drawn[2], "person")


@given(st.lists(_SPAN, max_size=20), st.lists(st.tuples(st.integers(0, 19), _SPAN), max_size=20))
def test_an_index_changed_step_by_step_is_like_one_made_anew(
    first: list[tuple[int, int, int]], steps: list[tuple[int, tuple[int, int, int]]]
) -> None:
    index = SpanIndex(Lines(_STARTS), (_span(n, drawn) for n, drawn in enumerate(first)))
    kept = {n: _span(n, drawn) for n, drawn in enumerate(first)}
    for passage, drawn in steps:
        if passage in kept and drawn[2] == 0:
            del kept[passage]
            index.drop(passage)
        else:
            kept[passage] = _span(passage, drawn)
            index.put(kept[passage])
    anew = SpanIndex(Lines(_STARTS), kept.values())
    assert index.all() == anew.all()
    for number in range(len(_STARTS)):
        assert list(index.in_block(number)) == list(anew.in_block(number))
    for card in range(5):
        assert index.of_card(card) == anew.of_card(card)
        assert index.reach(card) == anew.reach(card)
        assert index.count(card) == len(anew.of_card(card))


@given(st.lists(_SPAN, max_size=20), st.integers(0, 99))
def test_what_is_at_a_place_are_the_spans_that_cover_it_the_shortest_first(
    drawn: list[tuple[int, int, int]], place: int
) -> None:
    spans = [_span(n, one) for n, one in enumerate(drawn)]
    found = SpanIndex(Lines(_STARTS), spans).at(place)
    assert set(found) == {span for span in spans if span.start <= place < span.end}
    lengths = [span.end - span.start for span in found]
    assert lengths == sorted(lengths)


def test_changing_a_span_names_the_blocks_that_look_different() -> None:
    index = SpanIndex(Lines(_STARTS), [Span(0, 5, 1, 1, "person")])
    assert index.put(Span(12, 45, 1, 1, "person")) == {0, 2, 3}
    assert index.drop(1) == {2, 3}
    assert index.drop(1) == set()
