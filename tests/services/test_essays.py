"""The commands on essays: each is one step with a name, and refuses what makes no sense."""

from __future__ import annotations

import pytest

from khiva_notes.model.errors import UserError
from khiva_notes.model.essays import Slot
from khiva_notes.services import cards, disputes, essays, merging
from khiva_notes.services.library import Library


def outline(library: Library, essay_id: int) -> str:
    """The outline as a line of texts, each with a dot for each part round it."""
    parts = library.data.essays.parts(essay_id)
    depth: dict[int | None, int] = {None: -1}
    for part in parts:
        depth[part.id] = depth[part.parent_id] + 1
    return " ".join("." * depth[part.id] + (part.text or part.sort) for part in parts)


@pytest.fixture
def essay(library: Library) -> int:
    """An essay of two sections: a(b c) d(e)."""
    made = essays.create_essay(library, "The throne").id
    a = essays.add_part(library, made, "heading", text="a")
    essays.add_part(library, made, "prose", Slot(a, 0), text="b")
    essays.add_part(library, made, "prose", Slot(a, 1), text="c")
    d = essays.add_part(library, made, "heading", text="d")
    essays.add_part(library, made, "prose", Slot(d, 0), text="e")
    return made


def number(library: Library, essay_id: int, text: str) -> int:
    return next(p.id for p in library.data.essays.parts(essay_id) if p.text == text)


def test_parts_are_moved_removed_and_copied_with_what_is_inside(
    library: Library, essay: int
) -> None:
    a, d = number(library, essay, "a"), number(library, essay, "d")
    essays.move_parts(library, essay, [d], Slot(a, 1))
    assert outline(library, essay) == "a .b .d ..e .c"
    assert library.undo_label == "Move part"
    (copy,) = essays.duplicate_parts(library, essay, [d])
    assert outline(library, essay) == "a .b .d ..e .d ..e .c"
    essays.remove_parts(library, essay, [d, number(library, essay, "b")])
    assert outline(library, essay) == "a .d ..e .c"
    assert library.undo_label == "Remove 2 parts"
    assert library.data.essays.get(copy).position == 1
    for _ in range(3):
        library.undo()
    assert outline(library, essay) == "a .b .c d .e"


def test_a_part_is_not_moved_into_itself(library: Library, essay: int) -> None:
    a = number(library, essay, "a")
    with pytest.raises(UserError, match="inside itself"):
        essays.move_parts(library, essay, [a], Slot(number(library, essay, "b"), 0))
    assert outline(library, essay) == "a .b .c d .e"


def test_one_card_stands_in_several_places_and_several_go_in_at_once(
    library: Library, essay: int
) -> None:
    khan = cards.create(library, "person", "Said Abdullahan")
    who = disputes.create_dispute(library, "Who?")
    a = number(library, essay, "a")
    essays.add_items(library, essay, [khan.id, who.id, khan.id], Slot(a, 1))
    assert outline(library, essay) == "a .b .card .dispute .card .c d .e"
    assert library.undo_label == "Add 3 cards to essay"
    assert library.data.essays.used_by(essay) == {khan.id, who.id}
    assert library.data.essays.using(khan.id) == [essay]
    library.undo()
    assert outline(library, essay) == "a .b .c d .e"


def test_keys_of_parts_are_never_used_twice(library: Library, essay: int) -> None:
    b = library.data.essays.get(number(library, essay, "b"))
    essays.remove_parts(library, essay, [b.id])
    fresh = essays.add_part(library, essay, "prose", text="new")
    assert library.data.essays.get(fresh).key != b.key
    with pytest.raises(UserError, match="taken"):
        essays.add_part(library, essay, "prose", key=library.data.essays.get(fresh).key)


def test_typing_in_one_part_is_one_step(library: Library, essay: int) -> None:
    b, c = number(library, essay, "b"), number(library, essay, "c")
    for text in ("bo", "boo", "book"):
        essays.edit_text(library, b, text)
    essays.edit_text(library, c, "cow")
    library.undo()
    assert outline(library, essay) == "a .book .c d .e"
    library.undo()
    assert outline(library, essay) == "a .b .c d .e"


def test_what_cannot_stand_in_an_essay_is_refused_in_words(library: Library, essay: int) -> None:
    khan = cards.create(library, "person", "Said Abdullahan")
    with pytest.raises(UserError, match="not a dispute"):
        essays.add_part(library, essay, "dispute", item_id=khan.id)
    with pytest.raises(UserError, match="inside an essay"):
        essays.add_items(library, essay, [essay])
    with pytest.raises(UserError, match="needs words"):
        essays.add_part(library, essay, "quotation")
    with pytest.raises(UserError, match="not an essay"):
        essays.add_part(library, khan.id, "prose")
    with pytest.raises(UserError, match="not in the library"):
        essays.add_items(library, essay, [999])
    with pytest.raises(UserError, match="cannot be shown"):
        essays.set_shown(library, number(library, essay, "b"), "table")


def test_a_heading_is_one_line(library: Library, essay: int) -> None:
    essays.edit_text(library, number(library, essay, "a"), " The \n throne ")
    assert outline(library, essay) == "The throne .b .c d .e"


def test_merging_two_cards_leaves_the_parts_of_both(library: Library, essay: int) -> None:
    one = cards.create(library, "person", "Junaid Khan")
    other = cards.create(library, "person", "Zhunaidkhan")
    essays.add_items(library, essay, [one.id, other.id])
    merging.merge(library, one.id, [other.id])
    held = [p.item_id for p in library.data.essays.parts(essay) if p.sort == "card"]
    assert len(set(held)) == 1
