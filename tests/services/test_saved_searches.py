"""Saved searches: kept once, in the reader's order, under the reader's names."""

from __future__ import annotations

import pytest

from khiva_notes.model.errors import UserError
from khiva_notes.services.library import Library
from khiva_notes.services.saved_searches import (
    delete_search,
    move_search,
    rename_search,
    save_search,
    saved,
    take_over,
)


def names(library: Library) -> list[str]:
    return [search.name for search in library.data.saved_searches.all()]


def test_a_search_is_kept_with_its_kinds_under_its_words_or_a_name(library: Library) -> None:
    plain = save_search(library, " tag:war khan ", ("person", "text"))
    assert (plain.name, plain.query, plain.kinds) == (
        "tag:war khan",
        "tag:war khan",
        ("person", "text"),
    )
    save_search(library, "date:1918", name="  The   year ")
    assert names(library) == ["tag:war khan", "The year"]
    assert saved(library.data, "tag:war khan", ("text", "person")) == plain
    assert saved(library.data, "tag:war khan", ()) is None


def test_the_same_search_saved_again_is_one_with_the_new_name(library: Library) -> None:
    save_search(library, "khan")
    save_search(library, "khan", (), "Khans")
    assert names(library) == ["Khans"]
    library.undo()
    assert names(library) == ["khan"]


def test_searches_move_up_and_down_and_not_beyond_the_ends(library: Library) -> None:
    first, second, third = (save_search(library, query) for query in ("a", "b", "c"))
    move_search(library, third.id, -1)
    assert names(library) == ["a", "c", "b"]
    move_search(library, first.id, -1)
    assert names(library) == ["a", "c", "b"]
    move_search(library, first.id, 1)
    move_search(library, first.id, 1)
    move_search(library, first.id, 1)
    assert names(library) == ["c", "b", "a"]
    delete_search(library, second.id)
    save_search(library, "d")
    assert names(library) == ["c", "a", "d"]


def test_what_makes_no_sense_is_said_with_a_remedy(library: Library) -> None:
    with pytest.raises(UserError, match="nothing to save"):
        save_search(library, "  ")
    search = save_search(library, "khan")
    with pytest.raises(UserError, match="needs a name"):
        rename_search(library, search.id, " ")
    delete_search(library, search.id)
    for act in (lambda: rename_search(library, search.id, "x"), lambda: delete_search(library, 9)):
        with pytest.raises(UserError, match="no longer saved"):
            act()


def test_searches_are_taken_over_once_and_in_one_step(library: Library) -> None:
    save_search(library, "khan")
    take_over(library, [("khan", ()), ("treaty", ("claim",)), (" ", ())])
    assert names(library) == ["khan", "treaty"]
    library.undo()
    assert names(library) == ["khan"]
