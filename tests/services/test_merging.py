"""Two cards made into one hold all that both held, and come apart again exactly."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from khiva_notes.model.dates import from_edtf
from khiva_notes.model.errors import UserError
from khiva_notes.services import cards, disputes, links, merging, names, passages, sources, trash
from khiva_notes.services.library import Library
from khiva_notes.services.listing import list_items
from khiva_notes.services.outline import read_counts
from tests.texts import plain

TEXT = plain("Zhunaidkhan came to Khiva.", "Junaid Khan retreated from Khiva.")


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the file, but for the log of steps and the moments of change."""
    connection = sqlite3.connect(path)
    try:
        found = {}
        for (table,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' "
            "AND name NOT IN ('revisions', 'touched', 'item_history')"
        ).fetchall():
            columns = [
                column[1]
                for column in connection.execute(f'PRAGMA table_info("{table}")')
                if column[1] != "modified"
            ]
            listed = ", ".join(f'"{column}"' for column in columns)
            found[table] = connection.execute(
                f'SELECT {listed} FROM "{table}" ORDER BY 1'
            ).fetchall()
        return found
    finally:
        connection.close()


@pytest.fixture
def pair(library: Library) -> tuple[int, int]:
    """Two people with something of everything, some of it the same."""
    source = sources.import_text(library, TEXT, "a.txt").source
    version = library.data.texts.current(source.id)
    assert version is not None
    text = TEXT.body.text
    one = passages.make_card(library, "person", version.id, 0, 11)
    at = text.index("Junaid Khan")
    other = passages.make_card(library, "person", version.id, at, at + 11)
    names.add_name(library, other.id, "Жунаид-хан", "transliteration", language="ru")
    cards.write_body(library, one.id, "A leader.")
    cards.write_body(library, other.id, f"He retreated. See [[{one.key}]].")
    cards.set_field(library, other.id, "role", "commander")
    cards.set_field(library, one.id, "sex", "male")
    cards.set_field(library, other.id, "sex", "unknown")
    cards.set_date(library, other.id, "died", from_edtf("1938"))
    group = cards.create(library, "group", "Yomut")
    for person in (one, other):
        cards.set_links(library, person.id, "groups", [(group.id, "")])
    links.link(library, one.id, other.id, "kin-of")
    links.tag(library, [one.id, other.id], "khan")
    links.tag(library, [other.id], "leader")
    claim = cards.create(library, "claim", "He came", body=f"By [[{other.key}|Junaid]].")
    cards.set_links(library, claim.id, "speaker", [(other.id, "")])
    cards.set_links(library, claim.id, "about", [(one.id, ""), (other.id, "")])
    dispute = disputes.create_dispute(library, "Who came?")
    account = disputes.add_account(library, dispute.id, "He himself")
    disputes.edit_account(library, account, voice_id=other.id)
    cards.star(library, other.id, True)
    return one.id, other.id


def test_the_one_card_holds_what_both_held(library: Library, pair: tuple[int, int]) -> None:
    one, other = pair
    merging.merge(library, one, [other])
    data = library.data
    assert {p.exact for p in data.passages.of(one)} == {"Zhunaidkhan", "Junaid Khan"}
    assert {name.text for name in data.names.of(one)} == {
        "Zhunaidkhan",
        "Junaid Khan",
        "Жунаид-хан",
    }
    assert dict(data.items.get(one).fields) == {"sex": "male", "role": "commander"}
    assert data.dates.of(one)["died"].edtf == "1938"
    assert data.tags.of(one) == ["khan", "leader"]
    assert "A leader." in data.items.get(one).body
    assert "He retreated." in data.items.get(one).body
    claim = data.items.by_title("He came")[0]
    assert claim.body == "By [[zhunaidkhan|Junaid]]."
    assert {link.to_id for link in data.links.of(claim.id) if link.type == "speaker"} == {one}
    dispute = data.items.by_title("Who came?")[0]
    assert data.disputes.get(dispute.id).accounts[0].voice_id == one
    assert data.items.by_title("Junaid Khan")[0].id == one
    assert data.items.get(one).starred


def test_taken_apart_everything_is_as_it_was(library: Library, pair: tuple[int, int]) -> None:
    before = rows(library.path)
    merging.merge(library, *_split(pair))
    assert rows(library.path) != before
    merging.take_apart(library, pair[1])
    assert rows(library.path) == before


def test_merging_and_taking_apart_are_each_undone_in_one_step(
    library: Library, pair: tuple[int, int]
) -> None:
    before = rows(library.path)
    merging.merge(library, *_split(pair))
    merged = rows(library.path)
    merging.take_apart(library, pair[1])
    library.undo()
    assert rows(library.path) == merged
    library.undo()
    assert rows(library.path) == before


def test_what_was_changed_since_stays_as_it_is(library: Library, pair: tuple[int, int]) -> None:
    one, other = pair
    merging.merge(library, one, [other])
    cards.write_body(library, one, "Rewritten.")
    cards.set_field(library, one, "role", "khan")
    names.add_name(library, one, "Cünayd Han", "variant")
    merging.take_apart(library, other)
    item = library.data.items.get(one)
    assert (item.body, item.fields["role"]) == ("Rewritten.", "khan")
    assert "Cünayd Han" in [name.text for name in library.data.names.of(one)]
    assert [p.exact for p in library.data.passages.of(other)] == ["Junaid Khan"]


def test_several_come_apart_one_by_one_in_any_order(
    library: Library, pair: tuple[int, int]
) -> None:
    one, other = pair
    third = cards.create(library, "person", "Cünayd Han")
    before = rows(library.path)
    merging.merge(library, one, [other, third.id])
    assert [item.id for item in merging.merged_into(library.data, one)] == [other, third.id]
    merging.take_apart(library, third.id)
    merging.take_apart(library, other)
    assert rows(library.path) == before


def test_a_merged_card_is_in_no_list_and_survives_the_emptying_of_the_trash(
    library: Library, pair: tuple[int, int]
) -> None:
    one, other = pair
    before = rows(library.path)
    merging.merge(library, one, [other])
    assert [item.id for item in list_items(library.data, "person")] == [one]
    assert list_items(library.data, "trash") == []
    assert read_counts(library.data).trashed == 0
    assert trash.empty(library) == 0
    merging.take_apart(library, other)
    assert rows(library.path) == before


def test_cards_that_are_not_alike_are_refused(library: Library, pair: tuple[int, int]) -> None:
    one, other = pair
    place = cards.create(library, "place", "Khiva")
    before = rows(library.path)
    with pytest.raises(UserError):
        merging.merge(library, one, [place.id])
    with pytest.raises(UserError):
        merging.merge(library, one, [one])
    with pytest.raises(UserError):
        merging.take_apart(library, other)
    trash.trash(library, [other])
    with pytest.raises(UserError):
        merging.merge(library, one, [other])
    library.undo()
    assert rows(library.path) == before


def _split(pair: tuple[int, int]) -> tuple[int, list[int]]:
    return pair[0], [pair[1]]
