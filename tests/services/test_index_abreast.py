"""After anything that can happen to a library, its index equals one built from nothing."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from khiva_notes.model.disputes import Cell
from khiva_notes.services import (
    cards,
    disputes,
    essays,
    links,
    merging,
    names,
    passages,
    sources,
    trash,
    versions,
    works,
)
from khiva_notes.services.folders import Folders
from khiva_notes.services.library import Library
from khiva_notes.services.searching import LibrarySearch, Seeker
from tests.texts import plain

WORDS = ("khan", "throne", "palace", "emir", "treaty", "army")
QUERIES = (
    *WORDS,
    *(f"author:{word} OR speaker:{word} OR person:{word} OR source:{word}" for word in WORDS),
    *(f'"{word}" OR quote:{word} OR dispute:{word} OR essay:{word}' for word in WORDS),
    *("is:disputed", "is:orphan", "is:unresolved", "has:passage", "has:link", "has:speaker"),
    *("tag:w*", "date:1918", "before:1919", "kind:text", "lang:en", "k*", "csl-*"),
)


class World:
    """A library to which things happen at random."""

    def __init__(self, library: Library, seed: int) -> None:
        self.library = library
        self.chance = random.Random(seed)
        self.count = 0

    def word(self) -> str:
        self.count += 1
        return f"{self.chance.choice(WORDS)} {self.count}"

    def some(self, kind: str) -> int | None:
        """Any item of a kind that is not in the trash."""
        items = [item.id for item in self.library.data.items.all() if item.kind == kind]
        return self.chance.choice(items) if items else None

    def happen(self) -> None:
        """Do one thing that can be done; most of these make something where nothing is."""
        self.chance.choice(ACTIONS)(self)


def make(world: World) -> None:
    kind = world.chance.choice(["person", "event", "claim", "place"])
    item = cards.create(world.library, kind, world.word())
    if kind == "person":
        names.add_name(world.library, item.id, world.word(), "variant")


def import_text(world: World) -> None:
    text = plain(f"They say: {world.word()} [{world.count},3].", "and more", title=world.word())
    sources.import_text(world.library, text, f"{world.count}.txt")


def correct_text(world: World) -> None:
    texts = world.library.data.texts.all_current()
    if texts:
        text = plain("They write:", world.word())
        versions.add_version(
            world.library, world.chance.choice(texts).item_id, text, f"{world.count}.txt"
        )


def write(world: World) -> None:
    item = world.some("claim") or world.some("person")
    if item:
        cards.write_body(world.library, item, world.word())


def rename(world: World) -> None:
    item = world.some(world.chance.choice(["person", "source", "claim", "dispute", "essay"]))
    if item:
        cards.rename(world.library, item, world.word())


def quote(world: World) -> None:
    texts = world.library.data.texts.all_current()
    if texts:
        passages.make_card(world.library, "claim", world.chance.choice(texts).id, 0, 9)


def say(world: World) -> None:
    claim, person = world.some("claim"), world.some("person")
    if claim and person:
        cards.set_links(world.library, claim, "speaker", [(person, "")])
        links.link(world.library, claim, person, "mentions")


def dispute(world: World) -> None:
    claim, other = world.some("claim"), world.some("claim")
    if claim and other and claim != other:
        made = disputes.dispute_from_claims(world.library, [claim, other], world.word())
        account = disputes.add_account(world.library, made.id, world.word())
        aspect = disputes.add_aspect(world.library, made.id, "where", "text")
        disputes.set_cell(world.library, Cell(0, account, aspect, "asserts", world.word()))


def tag(world: World) -> None:
    item = world.some("claim") or world.some("person")
    if item:
        links.tag(world.library, [item], world.chance.choice(["war", "war/civil", "work"]))


def rename_tag(world: World) -> None:
    if any(each.name == "war" for each in world.library.data.tags.all()):
        links.rename_tag(world.library, "war", world.chance.choice(["wars", "work"]))


def essay(world: World) -> None:
    item = world.some("essay") or essays.create_essay(world.library, world.word()).id
    essays.add_part(world.library, item, "prose", text=world.word())


def describe(world: World) -> None:
    source = world.some("source")
    if source:
        csl = {"type": "book", "publisher": world.word(), "archive": f"csl-{world.count}"}
        works.describe_work(world.library, source, csl, over=True)


def merge(world: World) -> None:
    one, other = world.some("person"), world.some("person")
    if one and other and one != other:
        merging.merge(world.library, one, [other])


def take_apart(world: World) -> None:
    merged = sorted(merging.all_merged(world.library.data))
    if merged:
        merging.take_apart(world.library, world.chance.choice(merged))


def throw_away(world: World) -> None:
    item = world.some(world.chance.choice(["person", "claim", "source", "dispute", "essay"]))
    if item:
        trash.trash(world.library, [item])


def restore(world: World) -> None:
    trash.restore(world.library, [i.id for i in world.library.data.items.all(trashed=True)][:2])


ACTIONS: tuple[Callable[[World], None], ...] = (
    *(make, make, import_text, correct_text, write, rename, rename, quote, quote, say, say),
    *(dispute, tag, rename_tag, essay, describe, merge, take_apart, throw_away, restore),
    lambda world: trash.empty(world.library),
    *(lambda world: world.library.undo(),) * 3,
    *(lambda world: world.library.redo(),) * 2,
)


def answers(search: LibrarySearch, library: Path) -> dict[str, list[tuple[object, ...]]]:
    """What each question finds, with the places and the words shown."""
    search.catch_up()
    seeker = Seeker(search, library)
    found = {
        query: sorted(
            (hit.kind, hit.item.id, hit.start, hit.snippet.text, round(hit.score, 6))
            for hit in seeker.find(query, limit=500).found
        )
        for query in QUERIES
    }
    seeker.close()
    return found


@pytest.mark.parametrize("seed", range(6))
def test_after_anything_the_index_equals_one_built_from_nothing(
    library: Library, folders: Folders, tmp_path: Path, seed: int
) -> None:
    world = World(library, seed)
    search = LibrarySearch(library.path, folders.indexes)
    for turn in range(60):
        world.happen()
        if world.chance.random() < 0.4:
            search.catch_up()
        if world.chance.random() < 0.1:
            search.tidy()
        if turn % 30 == 29:
            fresh = LibrarySearch(library.path, tmp_path / f"fresh-{turn}")
            assert answers(search, library.path) == answers(fresh, library.path)
            fresh.close()
    search.close()


def test_a_claim_is_disputed_only_while_its_dispute_is_there(
    library: Library, folders: Folders
) -> None:
    claims = [cards.create(library, "claim", title).id for title in ("He fled", "He stayed")]
    dispute = disputes.dispute_from_claims(library, claims, "Did he flee?").id
    search = LibrarySearch(library.path, folders.indexes)

    def disputed() -> int:
        return len([one for one in answers(search, library.path)["is:disputed"] if one])

    assert disputed() == 2
    trash.trash(library, [dispute])
    assert disputed() == 0
    library.undo()
    assert disputed() == 2
    search.close()


KEEPER = """
import sys
from pathlib import Path
from khiva_notes.services.searching import LibrarySearch
search = LibrarySearch(Path(sys.argv[1]), Path(sys.argv[2]))
print("ready", flush=True)
while True:
    search.catch_up()
    search.tidy()
"""


@pytest.mark.skipif(os.name == "nt", reason="needs a kill without warning")
def test_an_indexer_killed_again_and_again_loses_nothing(
    library: Library, folders: Folders, tmp_path: Path
) -> None:
    world = World(library, 99)
    for _ in range(3):
        keeper = subprocess.Popen(
            [sys.executable, "-c", KEEPER, str(library.path), str(folders.indexes)],
            stdout=subprocess.PIPE,
        )
        assert keeper.stdout is not None
        assert keeper.stdout.readline() == b"ready\n"
        until = time.monotonic() + world.chance.random() * 0.3
        while time.monotonic() < until:
            world.happen()
        keeper.send_signal(signal.SIGKILL)
        keeper.communicate()
    search = LibrarySearch(library.path, folders.indexes)
    fresh = LibrarySearch(library.path, tmp_path / "fresh")
    kept, anew = answers(search, library.path), answers(fresh, library.path)
    for query in QUERIES:
        assert kept[query] == anew[query], query
    search.close()
    fresh.close()
