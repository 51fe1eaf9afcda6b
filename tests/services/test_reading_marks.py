from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.model.errors import UserError
from khiva_notes.services import reading_marks, sources, versions
from khiva_notes.services.library import Library
from khiva_notes.services.reading_marks import (
    carried,
    first_unread,
    joined,
    mark_read,
    read_share,
    unmark_read,
    unread_before,
    without,
)
from tests.texts import plain

_SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8)


def _places(spans: list[tuple[int, int]]) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}


def _text(library: Library, *paragraphs: str) -> tuple[int, int]:
    source = sources.import_text(library, plain(*paragraphs), "text.txt").source
    version = library.data.texts.current(source.id)
    assert version is not None
    return source.id, version.id


@given(_SPANS)
def test_joined_spans_hold_the_same_places_and_do_not_touch(spans: list[tuple[int, int]]) -> None:
    whole = joined(spans)
    assert _places(whole) == _places(spans)
    assert all(a[1] < b[0] for a, b in pairwise(whole))


@given(_SPANS, st.integers(0, 60), st.integers(0, 60))
def test_what_is_taken_out_is_out_and_nothing_else(
    spans: list[tuple[int, int]], start: int, end: int
) -> None:
    left = without(spans, start, end)
    assert _places(left) == _places(spans) - set(range(start, end))
    assert left == joined(left)


def test_marks_join_and_are_counted(library: Library) -> None:
    _, version = _text(library, "a" * 50, "b" * 49)
    assert read_share(library.data, version) == 0.0
    mark_read(library, version, 0, 20)
    mark_read(library, version, 40, 60)
    mark_read(library, version, 20, 40)
    assert library.data.read_spans.of(version) == [(0, 60)]
    assert read_share(library.data, version) == 0.6
    unmark_read(library, version, 10, 20)
    assert library.data.read_spans.of(version) == [(0, 10), (20, 60)]
    assert library.undo_label == "Mark as not read"
    library.undo()
    library.undo()
    assert library.data.read_spans.of(version) == [(0, 20), (40, 60)]
    mark_read(library, version, -5, 1000)
    assert read_share(library.data, version) == 1.0


def test_a_mark_that_changes_nothing_is_refused_and_no_step(library: Library) -> None:
    _, version = _text(library, "a" * 50)
    mark_read(library, version, 0, 20)
    with pytest.raises(UserError, match="already"):
        mark_read(library, version, 5, 20)
    with pytest.raises(UserError, match="not marked"):
        unmark_read(library, version, 30, 40)
    with pytest.raises(UserError, match="no words"):
        mark_read(library, version, 50, 60)
    assert library.undo_label == "Mark as read"


def test_marking_concerns_the_source(library: Library) -> None:
    source, version = _text(library, "a" * 50)
    heard = []
    library.subscribe(heard.append)
    mark_read(library, version, 0, 20)
    [touch] = heard[0].touched
    assert touch.item_id == source
    assert "read_spans" in touch.parts


def test_where_reading_goes_on() -> None:
    assert first_unread([], 100) == 0
    assert first_unread([(0, 40), (60, 70)], 100) == 40
    assert first_unread([(10, 40)], 100) == 0
    assert first_unread([(0, 100)], 100) == 100
    assert unread_before([(0, 40), (60, 70)], 55) == 40
    assert unread_before([(0, 40), (60, 70)], 90) == 70
    assert unread_before([], 90) == 0


def test_marks_follow_a_corrected_text(library: Library) -> None:
    first, second, third = "Junaid came to Khiva.", "He stayed a yeer.", "Then he left."
    source, version = _text(library, first, second, third)
    mark_read(library, version, 0, len(first) + 1 + len(second))
    corrected = plain("A word before.", first, "He stayed a year or so.", third)
    versions.add_version(library, source, corrected, "new.txt")
    now = library.data.texts.current(source)
    assert now is not None
    text = corrected.body.text
    read = [text[start:end] for start, end in library.data.read_spans.of(now.id)]
    assert read == [f"{first}\nHe stayed a year or so."]
    library.undo()
    assert library.data.read_spans.of(version) == [(0, len(first) + 1 + len(second))]


@given(st.lists(st.text("ab ", max_size=9), min_size=1, max_size=6), _SPANS)
def test_marks_of_the_same_text_stay(lines: list[str], spans: list[tuple[int, int]]) -> None:
    text = "\n".join(lines)
    inside = joined((start, min(end, len(text))) for start, end in spans)
    assert carried(inside, text, text) == inside


@given(
    st.lists(st.text("ab ", max_size=9), min_size=1, max_size=6),
    st.lists(st.text("ab ", max_size=9), min_size=1, max_size=6),
    _SPANS,
)
def test_carried_marks_lie_in_the_new_text(
    old: list[str], new: list[str], spans: list[tuple[int, int]]
) -> None:
    before, after = "\n".join(old), "\n".join(new)
    found = carried(joined((s, min(e, len(before))) for s, e in spans), before, after)
    assert found == joined(found)
    assert all(0 <= start < end <= len(after) for start, end in found)


def test_a_share_of_nothing_is_nothing() -> None:
    assert reading_marks.share_of(0, 0) == 0.0
