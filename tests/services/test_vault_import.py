"""A vault comes in as cards: our own export as the cards it was made from, others' as they are."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from khiva_notes.exporters.vault import write_vault
from khiva_notes.importers.notes.vault import read_vault
from khiva_notes.importers.notes.vault_folder import is_vault, read_vault_folder
from khiva_notes.model.errors import UserError
from khiva_notes.services import cards
from khiva_notes.services.folders import Folders
from khiva_notes.services.library import Library
from khiva_notes.services.notes_import import take_notes
from khiva_notes.services.samples import copy_sample
from khiva_notes.services.snapshot import take_snapshot
from khiva_notes.store.repositories import Repositories

_BOTH_WAYS = ("kin-of", "same-event-as")
_NOT_IN_TAGS = re.compile(r"[!-,.:-@\[-^`{-~]+")


def told(data: Repositories) -> dict[str, Any]:
    """What a vault can give back of a library, by keys: all but texts, accounts and calendars."""
    snapshot = take_snapshot(data)
    known = snapshot.items
    by_key: dict[str, Any] = {}
    for item in known.values():
        title = {each.key: each.title for each in known.values()}
        body = re.sub(
            r"\[\[([^\[\]|#\n]+)(?:#[^\[\]|\n]*)?(?:\|([^\[\]\n]+))?\]\]",
            lambda link, title=title: (  # type: ignore[misc]
                f"<{link[1]} {link[2] or title[link[1]]}>"
                if link[1] in title
                else (link[2] or link[1])
            ),
            item.body.strip(),
        )
        dates = snapshot.dates.get(item.id, {})
        by_key[item.key] = {
            "kind": item.kind,
            "title": " ".join(item.title.split()),
            "body": body,
            "fields": {name: value for name, value in item.fields.items() if value != ""},
            "starred": item.starred,
            "names": {
                (n.text, n.kind, n.language)
                for n in snapshot.names.get(item.id, ())
                if n.kind == "preferred" or n.text != item.title
            },
            "tags": {
                _NOT_IN_TAGS.sub("", re.sub(r"[\s,]+", "-", tag))
                for tag in snapshot.tags.get(item.id, ())
            },
            "dates": {
                name: (date.edtf, date.original, date.inferred) for name, date in dates.items()
            },
            "links": {
                (link.type, known[link.to_id].key, link.role, link.note)
                for link in snapshot.links.get(item.id, ())
                if link.to_id in known and link.type not in _BOTH_WAYS
            },
        }
    by_key["both ways"] = {
        (link.type, frozenset((item.key, known[link.to_id].key)), link.role, link.note)
        for item in known.values()
        for link in snapshot.links.get(item.id, ())
        if link.to_id in known and link.type in _BOTH_WAYS
    }
    return by_key


def round_trip(library: Library, folders: Folders, tmp_path: Path) -> Library:
    write_vault(take_snapshot(library.data), tmp_path / "vault")
    again = Library.create(tmp_path / "again.khiva", folders.locks)
    take_notes(again, read_vault_folder(tmp_path / "vault"))
    return again


def test_the_sample_comes_back_from_its_vault(folders: Folders, tmp_path: Path) -> None:
    sample = copy_sample(folders, tmp_path / "sample.khiva")
    with (
        Library.open(sample, folders.locks) as library,
        round_trip(library, folders, tmp_path) as again,
    ):
        before, after = told(library.data), told(again.data)
        assert len(before) > 50
        assert after.keys() == before.keys()
        for key, card in before.items():
            assert after[key] == card, key


KHAN = b"""---
kind: person
aliases: [Isfandiyar, "\xd0\x90\xd1\x81\xd1\x84\xd0\xb0\xd0\xbd\xd0\xb4\xd0\xb8\xd0\xb0\xd1\x80"]
tags: [khans, khiva/court]
born: 1871
death: 1918-10-01
office: khan
---
Ruled from [[Cities/Khiva#Palace|the city]], see [[Junaid]] and ![[photo.png]] #ruler
`[[no link]]` and [[nobody]].
"""


def test_a_vault_of_somebody_elses_comes_in_with_names_links_and_dates(
    library: Library, tmp_path: Path
) -> None:
    vault = tmp_path / "vault"
    (vault / "Cities").mkdir(parents=True)
    (vault / ".obsidian").mkdir()
    (vault / ".obsidian" / "hidden.md").write_text("settings")
    (vault / "Isfandiyar Khan.md").write_bytes(KHAN.replace(b"\n", b"\r\n"))
    (vault / "Cities" / "Khiva.md").write_text("---\ntype: city\nregion: '[[Khorezm]]'\n---\n")
    (vault / "People").mkdir()
    (vault / "People" / "Junaid Khan.md").write_text(
        "---\naliases: Junaid\n---\nEnemy of [[isfandiyar]] [[Isfandiyar Khan#^abc]]"
    )
    (vault / "photo.png").write_bytes(b"\x89PNG")
    assert is_vault(vault)
    report = take_notes(library, read_vault_folder(vault))
    assert {kind: len(ids) for kind, ids in report.made.items()} == {"person": 2, "place": 1}
    (khan,) = library.data.items.by_title("Isfandiyar Khan")
    (junaid,) = library.data.items.by_title("Junaid Khan")
    (khiva,) = library.data.items.by_title("Khiva")
    assert {name.text for name in library.data.names.of(khan.id)} == {
        "Isfandiyar Khan", "Isfandiyar", "Асфандиар",
    }  # fmt: skip
    assert {(link.type, link.to_id) for link in library.data.links.of(khan.id)} == {
        ("mentions", khiva.id), ("mentions", junaid.id),
    }  # fmt: skip
    assert [link.to_id for link in library.data.links.of(junaid.id)] == [khan.id]
    dates = library.data.dates.of_many("item", [khan.id])[khan.id]
    assert (dates["born"].edtf, dates["died"].edtf) == ("1871", "1918-10-01")
    assert "[[Khiva|the city]]" in khan.body and "[[Junaid Khan|Junaid]]" in khan.body
    assert "(photo.png)" in khan.body and "`[[no link]]`" in khan.body
    assert "- **office:** khan" in khan.body
    tags = take_snapshot(library.data).tags[khan.id]
    assert set(tags) == {"khans", "khiva/court", "ruler"}
    assert any("not opened: 1" in problem for problem in report.problems)


def test_what_is_written_by_hand_round_our_blocks_comes_in_too(
    library: Library, folders: Folders, tmp_path: Path
) -> None:
    cards.create(library, "person", "Junaid Khan", body="Chief.")
    write_vault(take_snapshot(library.data), tmp_path / "vault")
    note = tmp_path / "vault" / "People" / "Junaid Khan.md"
    note.write_text(note.read_text("utf-8") + "\nMy own thought.\n", "utf-8")
    notes = read_vault_folder(tmp_path / "vault")
    assert [card.body for card in notes.cards] == ["Chief.\n\nMy own thought."]


def test_a_key_that_is_taken_leaves_links_with_the_new_cards(
    library: Library, tmp_path: Path
) -> None:
    khan = cards.create(library, "person", "Khan")
    cards.create(library, "claim", "He fell", body=f"So [[{khan.key}]] fell.")
    write_vault(take_snapshot(library.data), tmp_path / "vault")
    take_notes(library, read_vault_folder(tmp_path / "vault"))
    old, new = library.data.items.by_title("Khan")
    second = library.data.items.by_title("He fell")[1]
    assert old.key != new.key and f"[[{new.key}|" in second.body


def test_a_folder_of_texts_is_no_vault(tmp_path: Path) -> None:
    (tmp_path / "memoir.md").write_text("---\ntitle: Memoirs\nauthor: A\n---\nOnce.")
    assert not is_vault(tmp_path)
    assert not is_vault(tmp_path / "memoir.md")


@pytest.mark.parametrize(
    "front",
    [
        "a: [1, 2",
        "a: " + "[" * 20_000,
        "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\ntags: [*c, *c]",
        "born: " + "9" * 5_000,
        "born: 0x" + "f" * 9_000,
        "born: 2020-99-99",
        "aliases: {a: [b]}\ntags: {c: d}\nkind: [person]",
        "? [a]\n: b\n1: c\n",
    ],
)
def test_properties_made_to_harm_cost_no_note(front: str) -> None:
    notes = read_vault({"a.md": f"---\n{front}\n---\nwords [[b]]".encode(), "b.md": b"x"}, "v")
    assert {card.title for card in notes.cards} == {"a", "b"}
    assert "words [[b]]" in notes.cards[0].body


def test_a_folder_without_notes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no note"):
        read_vault_folder(tmp_path)
