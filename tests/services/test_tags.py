"""Tags: given, renamed, made into one."""

from __future__ import annotations

import pytest

from khiva_notes.model.errors import UserError
from khiva_notes.services import cards, links
from khiva_notes.services.library import Library


def test_a_tag_is_renamed_on_everything_that_bears_it(library: Library) -> None:
    ids = [cards.create(library, "event", f"Event {n}").id for n in range(3)]
    links.tag(library, ids, "coup")
    links.rename_tag(library, "coup", "The  Coup")
    assert [library.data.tags.of(item_id) for item_id in ids] == [["The Coup"]] * 3
    library.undo()
    assert library.data.tags.of(ids[0]) == ["coup"]


def test_renaming_to_a_known_tag_makes_the_two_into_one(library: Library) -> None:
    one, other = (cards.create(library, "event", title).id for title in ("One", "Other"))
    links.tag(library, [one], "coup")
    links.tag(library, [one, other], "revolution")
    links.rename_tag(library, "revolution", "COUP")
    assert [tag.name for tag in library.data.tags.all()] == ["coup"]
    assert library.data.tags.of(other) == ["coup"]
    library.undo()
    assert library.data.tags.of(one) == ["coup", "revolution"]


def test_the_case_of_a_tag_can_be_changed(library: Library) -> None:
    card = cards.create(library, "event", "One").id
    links.tag(library, [card], "coup")
    links.rename_tag(library, "coup", "Coup")
    assert library.data.tags.of(card) == ["Coup"]


@pytest.mark.parametrize(("old", "new"), [("coup", " # "), ("gone", "x")])
def test_a_tag_that_cannot_be_is_refused(library: Library, old: str, new: str) -> None:
    links.tag(library, [cards.create(library, "event", "One").id], "coup")
    with pytest.raises(UserError):
        links.rename_tag(library, old, new)
