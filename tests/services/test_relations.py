"""Types of links of the user's own: defined, read from both ends everywhere, renamed, deleted."""

from __future__ import annotations

import pytest

from khiva_notes.exporters.dossier import dossier_markdown
from khiva_notes.model.errors import UserError
from khiva_notes.services import cards, links
from khiva_notes.services.item_history import past_of
from khiva_notes.services.library import Library
from khiva_notes.services.snapshot import take_snapshot


def test_a_type_reads_from_both_ends_in_what_is_exported(library: Library) -> None:
    eshim = cards.create(library, "person", "Eshim")
    khan = cards.create(library, "person", "The khan")
    betrayed = links.define_relation(library, "betrayed", "was betrayed by")
    links.link(library, eshim.id, khan.id, betrayed.name)
    snapshot = take_snapshot(library.data)
    assert snapshot.relations[betrayed.name] == betrayed
    assert "betrayed" in dossier_markdown(snapshot, eshim.id)
    assert "was betrayed by" in dossier_markdown(snapshot, khan.id)
    (change, _) = past_of(library.data, eshim.id).versions
    assert change.changed == ("Link: betrayed",)
    links.rename_relation(library, betrayed.name, "sold", "was sold by")
    assert links.relations_of(library.data)[betrayed.name].inverse == "was sold by"
    assert library.data.links.of(eshim.id)[0].type == betrayed.name


def test_only_types_of_ones_own_that_no_link_has_can_go(library: Library) -> None:
    one, two = (cards.create(library, "event", title).id for title in "AB")
    mine = links.define_relation(library, "led to", "followed from")
    links.link(library, one, two, mine.name)
    with pytest.raises(UserError, match="'led to' is the type of 1 links"):
        links.delete_relation(library, mine.name)
    library.undo()
    links.delete_relation(library, mine.name)
    assert mine.name not in links.relations_of(library.data)
    with pytest.raises(UserError, match="built in"):
        links.delete_relation(library, "supports")
    with pytest.raises(UserError, match="built in"):
        links.rename_relation(library, "supports", "helps", "is helped by")
    library.undo()
    assert mine.name in links.relations_of(library.data)


@pytest.mark.parametrize(("label", "inverse"), [("", "x"), ("x", " "), ("Supports", "x")])
def test_a_type_needs_words_of_its_own_for_both_ends(
    library: Library, label: str, inverse: str
) -> None:
    with pytest.raises(UserError):
        links.define_relation(library, label, inverse)


def test_cards_that_bear_a_link_hear_of_its_types_new_words(library: Library) -> None:
    one, two, three = (cards.create(library, "event", title).id for title in "ABC")
    mine = links.define_relation(library, "led to", "followed from")
    links.link(library, one, two, mine.name)
    heard: list[frozenset[int]] = []
    library.subscribe(lambda change: heard.append(change.item_ids))
    links.rename_relation(library, mine.name, "brought about", "came of")
    assert heard == [frozenset({one, two})]
    assert three not in heard[0]
