"""The outline of an essay stays a tree whatever is moved, and parts go where one would look."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.model.essays import (
    SORTS,
    Part,
    Slot,
    above,
    after,
    below,
    by_parent,
    in_order,
    inward,
    moved,
    numbered_notes,
    outermost,
    outward,
    under,
    without,
    without_notes,
    words,
)


def part(id_: int, parent: int | None, position: int, sort: str = "prose") -> Part:
    return Part(id_, 1, parent, position, f"k{id_}", sort)  # type: ignore[arg-type]


def outline(parts: Sequence[Part]) -> str:
    """The outline as a line: numbers as they are read, each with a dot for each part round it."""
    return " ".join("." * depth + str(part.id) for part, depth in in_order(parts))


ESSAY = [
    part(1, None, 1, "heading"),
    part(2, 1, 1),
    part(3, 1, 2, "heading"),
    part(4, 3, 1),
    part(5, 3, 2),
    part(6, None, 2, "heading"),
    part(7, 6, 1),
]


@st.composite
def outlines(draw: st.DrawFn) -> list[Part]:
    """Any outline of up to a dozen parts, each put somewhere into what is there already."""
    parts: list[Part] = []
    for id_ in range(1, draw(st.integers(1, 12)) + 1):
        parent = draw(st.sampled_from([None, *(p.id for p in parts)]))
        place = len(by_parent(parts).get(parent, [])) + 1
        parts.append(part(id_, parent, place, draw(st.sampled_from(SORTS))))
    return parts


def assert_tree(parts: Sequence[Part], ids: set[int]) -> None:
    """Every part is reached once from the top, and positions count from 1 without gaps."""
    assert sorted(p.id for p, _ in in_order(parts)) == sorted(ids)
    for group in by_parent(parts).values():
        assert [p.position for p in group] == list(range(1, len(group) + 1))


@given(outlines(), st.data())
def test_random_moves_keep_a_tree(parts: list[Part], data: st.DataObject) -> None:
    ids = {p.id for p in parts}
    for _ in range(6):
        going = data.draw(st.sets(st.sampled_from(sorted(ids)), min_size=1))
        parent = data.draw(st.sampled_from([None, *sorted(ids)]))
        slot = Slot(parent, data.draw(st.integers(0, 13)))
        inside = {p.id: [q.id for q in by_parent(parts).get(p.id, [])] for p in parts}
        heads = outermost(parts, going)
        if parent in under(parts, going):
            with pytest.raises(ValueError, match="inside itself"):
                moved(parts, going, slot)
            continue
        parts = moved(parts, going, slot)
        assert_tree(parts, ids)
        siblings = [p.id for p in by_parent(parts)[parent]]
        start = siblings.index(heads[0])
        assert siblings[start : start + len(heads)] == heads, "what moves stays together in order"
        for head in heads:
            for child in under(parts, [head]) - {parent}:
                if child != parent and parent not in under(parts, [head]):
                    kept = [q.id for q in by_parent(parts).get(child, [])]
                    assert kept == inside[child], "what is inside what moves stays as it was"


@given(outlines(), st.data())
def test_every_step_offered_by_a_key_can_be_taken_and_moves_the_part(
    parts: list[Part], data: st.DataObject
) -> None:
    which = data.draw(st.sampled_from([p.id for p in parts]))
    for step in (above, below, inward, outward):
        slot = step(parts, which)
        if slot is not None:
            then = moved(parts, [which], slot)
            assert_tree(then, {p.id for p in parts})
            assert outline(then) != outline(parts), step.__name__


@given(outlines(), st.data())
def test_what_is_removed_takes_its_inside_along_and_closes_up(
    parts: list[Part], data: st.DataObject
) -> None:
    ids = {p.id for p in parts}
    gone = data.draw(st.sets(st.sampled_from(sorted(ids))))
    assert_tree(without(parts, gone), ids - under(parts, gone))


@given(outlines(), st.data())
def test_nesting_and_taking_out_again_gives_the_same_outline(
    parts: list[Part], data: st.DataObject
) -> None:
    which = data.draw(st.sampled_from([p.id for p in parts]))
    slot = inward(parts, which)
    if slot is not None:
        then = moved(parts, [which], slot)
        back = outward(then, which)
        assert back is not None
        assert outline(moved(then, [which], back)) == outline(parts)


def test_a_part_at_the_edge_of_its_section_goes_over_into_the_next_one() -> None:
    down = below(ESSAY, 5)
    assert down is not None
    assert outline(moved(ESSAY, [5], down)) == "1 .2 .3 ..4 .5 6 .7"
    up = above(ESSAY, 7)
    assert up is not None
    assert outline(moved(ESSAY, [7], up)) == "1 .2 .3 ..4 ..5 .7 6"


def test_a_section_moves_with_all_that_is_in_it() -> None:
    up = above(ESSAY, 6)
    assert up is not None
    assert outline(moved(ESSAY, [6], up)) == "6 .7 1 .2 .3 ..4 ..5"


def test_steps_that_lead_nowhere_are_not_offered() -> None:
    assert above(ESSAY, 1) is None
    assert below(ESSAY, 6) is None
    assert inward(ESSAY, 1) is None
    assert outward(ESSAY, 6) is None


def test_a_new_part_comes_where_one_would_read_on() -> None:
    assert after(ESSAY, 1, "prose") == Slot(1, 0)
    assert after(ESSAY, 4, "quotation") == Slot(3, 1)
    assert after(ESSAY, 4, "heading") == Slot(1, 2)
    assert after(ESSAY, None, "prose") == Slot(None, 2)
    assert after([], None, "heading") == Slot(None, 0)


def test_what_is_chosen_inside_what_is_chosen_moves_along_and_not_on_its_own() -> None:
    assert outermost(ESSAY, [5, 3, 7]) == [3, 7]
    assert outline(moved(ESSAY, [5, 3, 7], Slot(None, 0))) == "3 .4 .5 7 1 .2 6"


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("Two khans.", 2), ("a — b", 2), ("Хан бежал", 2), ("[@yusupov, p. 179]", 3)],
)
def test_words_are_counted_as_a_supervisor_counts_them(text: str, count: int) -> None:
    assert words(text) == count


@pytest.mark.parametrize(
    ("prose", "running"),
    [
        ("The khan fell.^[So [@article, p. 3].] He did.", "The khan fell. He did."),
        ("He fell [see @article, p. 3; @other].", "He fell."),
        ("He fell[^1].\n\n[^1]: Or so it is said.\n    Twice.", "He fell.\n\n"),
        ("[a link](there) and [[card|words]]", "[a link](there) and [[card|words]]"),
    ],
)
def test_notes_and_citations_are_no_running_text(prose: str, running: str) -> None:
    assert without_notes(prose) == running


def test_inline_notes_are_numbered_and_set_apart() -> None:
    assert numbered_notes("He fell.^[So [@a, p. 3].] He rose.^[Or\nnot.]") == (
        "He fell.¹ He rose.²",
        ["So [@a, p. 3].", "Or not."],
    )
    assert numbered_notes("He fell[^1].\n\n[^1]: So.") == ("He fell[^1].\n\n[^1]: So.", [])
