"""What is kept of an item's past, and that going back to any of it gives exactly that."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from khiva_notes.model.dates import from_edtf
from khiva_notes.model.item_state import ItemState
from khiva_notes.services import cards, links, names, passages, sources, trash
from khiva_notes.services.folders import Folders
from khiva_notes.services.item_history import Past, go_back, past_of, read_past
from khiva_notes.services.item_recording import states_of
from khiva_notes.services.library import Library
from tests.texts import plain


def labels(past: Past) -> list[str]:
    return [version.label for version in past.versions]


def test_each_step_is_a_version_with_what_it_changed(library: Library) -> None:
    khan = cards.create(library, "person", "Said")
    links.tag(library, [khan.id], "throne")
    cards.set_date(library, khan.id, "born", from_edtf("1871"))
    names.add_name(library, khan.id, "Саид", "variant")
    library.undo()
    past = read_past(library.path, khan.id)
    assert labels(past) == ["Undo: Add name", "Add name", "Edit born", "Tag", "Add person"]
    assert [version.changed for version in past.versions] == [
        ("Names",),
        ("Names",),
        ("Born",),
        ("Tags",),
        (),
    ]


def test_typing_in_one_field_is_one_version(library: Library) -> None:
    khan = cards.create(library, "person", "Said")
    for body in ("a", "ab", "abc"):
        cards.write_body(library, khan.id, body)
    cards.set_field(library, khan.id, "role", "khan")
    past = past_of(library.data, khan.id)
    assert [version.state.body for version in past.versions] == ["abc", "abc", ""]
    cards.write_body(library, khan.id, "abcd")
    cards.write_body(library, khan.id, "abc")
    assert labels(past_of(library.data, khan.id)) == labels(past)


def test_what_touches_an_item_without_changing_it_leaves_no_version(library: Library) -> None:
    khan = cards.create(library, "person", "Said")
    claim = cards.create(library, "claim", "He fled")
    cards.set_links(library, claim.id, "about", [(khan.id, "")])
    trash.trash(library, [khan.id])
    trash.restore(library, [khan.id])
    assert labels(past_of(library.data, khan.id)) == ["Add person"]


def test_going_back_is_one_step_that_can_be_undone(library: Library) -> None:
    khan = cards.create(library, "person", "Said")
    first = past_of(library.data, khan.id).versions[0]
    cards.rename(library, khan.id, "Said Abdullah")
    links.tag(library, [khan.id], "throne")
    cards.set_field(library, khan.id, "role", "khan")
    assert go_back(library, khan.id, first.id) == []
    assert states_of(library.data, [khan.id])[khan.id] == first.state
    assert library.data.items.get(khan.id).title == "Said"
    assert library.undo_label == "Go back to an earlier person"
    library.undo()
    assert library.data.items.get(khan.id).title == "Said Abdullah"
    assert library.data.tags.of(khan.id) == ["throne"]


def test_what_cannot_come_back_is_said(library: Library) -> None:
    source = sources.import_text(library, plain("Junaid Khan came."), "a.txt").source
    version = library.data.texts.current(source.id)
    assert version is not None
    khan = passages.make_card(library, "person", version.id, 0, 11)
    clan = cards.create(library, "group", "The Yomut")
    cards.set_links(library, khan.id, "groups", [(clan.id, "")])
    full = past_of(library.data, khan.id).versions[0]
    links.tag(library, [khan.id], "throne")
    cards.set_links(library, khan.id, "groups", [])
    passages.remove(library, library.data.passages.of(khan.id)[0].id)
    trash.trash(library, [clan.id])
    trash.empty(library)
    assert go_back(library, khan.id, full.id) == [
        "The words that attest “Junaid Khan” are gone.",
        "“The Yomut”, which it is a member of, is gone.",
        "Passages stay as they are now.",
    ]


def test_history_outlives_the_session_and_the_emptied_trash(folders: Folders) -> None:
    path = folders.documents / "notes.khiva"
    with Library.create(path, folders.locks) as library:
        khan = cards.create(library, "person", "Said")
        cards.rename(library, khan.id, "Said Abdullah")
    with Library.open(path, folders.locks) as library:
        cards.star(library, khan.id, True)
        past = past_of(library.data, khan.id)
        assert [version.state.title for version in past.versions] == [
            "Said Abdullah",
            "Said Abdullah",
            "Said",
        ]


@pytest.fixture
def older(library: Library, folders: Folders) -> Iterator[Library]:
    """A library whose cards were made before histories were kept."""
    khan = cards.create(library, "person", "Said")
    cards.write_body(library, khan.id, "Old notes")
    murder = cards.create(library, "event", "The murder")
    links.link(library, murder.id, khan.id, "about")
    copy = folders.documents / "older.khiva"
    library.back_up(copy)
    with sqlite3.connect(copy) as db:
        db.execute("DELETE FROM item_history")
    db.close()
    with Library.open(copy, folders.locks) as opened:
        yield opened


def test_an_older_librarys_cards_keep_what_they_were_at_first(older: Library) -> None:
    (khan,) = older.data.items.all("person")
    (alone,) = past_of(older.data, khan.id).versions
    assert (alone.id, alone.state.body) == (0, "Old notes")
    cards.rename(older, khan.id, "Said Abdullah")
    past = past_of(older.data, khan.id)
    assert [(v.label, v.state.title) for v in past.versions] == [
        ("Rename person", "Said Abdullah"),
        ("", "Said"),
    ]
    go_back(older, khan.id, past.versions[1].id)
    assert older.data.items.get(khan.id).title == "Said"


def test_a_step_that_only_touches_an_older_card_keeps_nothing_of_it(older: Library) -> None:
    (khan,) = older.data.items.all("person")
    (murder,) = older.data.items.all("event")
    links.link(older, murder.id, khan.id, "explains")
    assert len(older.data.item_history.of(murder.id)) == 2
    assert older.data.item_history.of(khan.id) == []


WORDS = st.text(alphabet="abc Сд\n", max_size=8)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["title", "body", "role", "born", "tag", "untag", "name", "drop", "link"]),
        WORDS,
        st.integers(0, 2),
    ),
    min_size=1,
    max_size=12,
)


def edit(library: Library, khan: int, others: list[int], how: str, words: str, n: int) -> None:
    """Take one step on a card; what makes no sense there changes nothing."""
    title = " ".join(words.split())
    forms = [name for name in library.data.names.of(khan) if name.kind != "preferred"]
    if how == "title" and title:
        cards.rename(library, khan, title)
    elif how == "body":
        cards.write_body(library, khan, words)
    elif how == "role":
        cards.set_field(library, khan, "role", words)
    elif how == "born":
        cards.set_date(library, khan, "born", from_edtf(f"19{n}8", original=words) if n else None)
    elif how == "tag":
        links.tag(library, [khan], f"t{n}")
    elif how == "untag":
        links.untag(library, [khan], f"t{n}")
    elif how == "name" and title:
        names.add_name(library, khan, title, "variant")
    elif how == "drop" and forms:
        names.remove_name(library, forms[n % len(forms)].id)
    elif how == "link":
        links.link(library, khan, others[n], "supports", note=words)


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(STEPS, st.randoms(use_true_random=False))
def test_going_back_to_any_state_gives_exactly_that_state(steps: list, random: object) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "random.khiva"
        with Library.create(path, Path(folder) / "locks") as library:
            khan = cards.create(library, "person", "Said").id
            others = [cards.create(library, "event", title).id for title in "ABC"]
            for how, words, n in steps:
                edit(library, khan, others, how, words, n)
                now = states_of(library.data, [khan])[khan]
                assert past_of(library.data, khan).versions[0].state == now
            versions = list(past_of(library.data, khan).versions)
            random.shuffle(versions)  # type: ignore[attr-defined]
            for version in versions:
                assert go_back(library, khan, version.id) == []
                assert states_of(library.data, [khan])[khan] == version.state
        shutil.rmtree(Path(folder) / "locks", ignore_errors=True)


def test_an_unchanged_card_names_what_it_is_linked_to(older: Library) -> None:
    person = next(item for item in older.data.items.all() if older.data.links.of(item.id))
    past = past_of(older.data, person.id)
    [only] = past.versions
    told = [one.new for one in past.between(ItemState(), only.state)]
    assert not any("gone" in words for words in told)
