"""The index follows the library through edits, undo, copies, crashes and damage."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from khiva_notes.services import cards, links, names, passages, sources, trash
from khiva_notes.services.documents import all_documents
from khiva_notes.services.folders import Folders
from khiva_notes.services.library import Library
from khiva_notes.services.searching import Answer, LibrarySearch, Seeker
from khiva_notes.store.store import Reader
from tests.texts import plain


class Search:
    """A search of one library, brought up to date before each question."""

    def __init__(self, library: Path, folders: Folders) -> None:
        self.path = library
        self.search = LibrarySearch(library, folders.indexes)
        self.seeker = Seeker(self.search, library)

    def __call__(self, query: str) -> list[str]:
        """The keys of what is found."""
        return [found.item.key for found in self.answer(query).found]

    def answer(self, query: str) -> Answer:
        self.search.catch_up()
        return self.seeker.find(query, limit=100)

    def differs(self) -> set[str]:
        """What the index has and the library has not, or the other way round."""
        self.search.catch_up()
        reader = Reader(self.path)
        wanted = {document.uid for document in all_documents(reader.data)}
        reader.close()
        return wanted ^ self.search.index.uids()

    def close(self) -> None:
        self.seeker.close()
        self.search.close()


@pytest.fixture
def search(library: Library, folders: Folders):
    search = Search(library.path, folders)
    yield search
    search.close()


def test_an_edit_is_found_and_its_undoing_too(library: Library, search: Search) -> None:
    person = cards.create(library, "person", "Olim")
    assert search("Olim") == [person.key]
    cards.write_body(library, person.id, "the emir of Bukhara")
    assert search("Bukhara") == [person.key]
    library.undo()
    assert search("Bukhara") == []
    library.redo()
    assert search("Bukhara") == [person.key]
    trash.trash(library, [person.id])
    assert search("Bukhara") == []
    trash.restore(library, [person.id])
    assert search("Bukhara") == [person.key]


def test_a_person_is_found_in_texts_under_every_name(library: Library, search: Search) -> None:
    text = plain("The army of Zhunaidkhan came.", "Junaid Khan left.", "Nobody else was there.")
    source = sources.import_text(library, text, "a.txt").source
    person = cards.create(library, "person", "Zhunaidkhan")
    names.add_name(library, person.id, "Junaid Khan", "variant")
    for query in ("Zhunaidkhan", "Junaid Khan", "Джунаид", "Zhunaid Khan"):
        found = search.answer(query).found
        assert person.key in [hit.item.key for hit in found], query
        words = {text.body.text[hit.start : hit.end] for hit in found if hit.kind == "text"}
        assert len(words) == 2, (query, words)
        assert all(hit.item.key == source.key for hit in found if hit.kind == "text")


def test_a_renamed_speaker_is_found_in_the_claims(library: Library, search: Search) -> None:
    speaker = cards.create(library, "person", "Yusupov")
    claim = cards.create(library, "claim", "He was stabbed")
    cards.set_links(library, claim.id, "speaker", [(speaker.id, "")])
    assert claim.key in search("Yusupov")
    cards.rename(library, speaker.id, "Polvonniez")
    assert claim.key in search("Polvonniez")
    assert search("Yusupov") == []


def test_a_copy_that_goes_its_own_way_has_an_index_of_its_own(
    library: Library, search: Search, folders: Folders, tmp_path: Path
) -> None:
    cards.create(library, "person", "Common")
    assert search("Common")
    library.back_up(tmp_path / "copy.khiva")
    cards.create(library, "person", "Original")
    with Library.open(tmp_path / "copy.khiva", folders.locks) as copy:
        cards.create(copy, "person", "Copied")
        other = Search(copy.path, folders)
        assert (other("Original"), other("Copied")) == ([], ["copied"])
        other.close()
    assert (search("Original"), search("Copied")) == (["original"], [])


def test_a_library_restored_from_a_backup_is_indexed_anew(
    library: Library, search: Search, folders: Folders, tmp_path: Path
) -> None:
    cards.create(library, "person", "Before")
    library.back_up(tmp_path / "backup.khiva")
    cards.create(library, "person", "After")
    assert search("After") == ["after"]
    search.close()
    library.close()
    for suffix in ("-wal", "-shm"):
        library.path.with_name(library.path.name + suffix).unlink(missing_ok=True)
    shutil.copy(tmp_path / "backup.khiva", library.path)
    with Library.open(library.path, folders.locks) as restored:
        cards.create(restored, "person", "Instead")
        fresh = Search(restored.path, folders)
        assert (fresh("After"), fresh("Instead"), fresh("Before")) == ([], ["instead"], ["before"])
        fresh.close()


@pytest.mark.parametrize("seed", range(4))
def test_after_random_edits_the_index_equals_one_built_from_nothing(
    library: Library, search: Search, folders: Folders, seed: int, tmp_path: Path
) -> None:
    chance = random.Random(seed)
    words = ["khan", "throne", "palace", "emir", "treaty", "army"]
    for round_ in range(40):
        items = library.data.items.all()
        action = chance.choice(
            [
                "make",
                "import",
                "edit",
                "rename",
                "trash",
                "restore",
                "undo",
                "redo",
                "empty",
                "link",
                "attach",
            ]
        )
        item = chance.choice(items) if items else None
        word = f"{chance.choice(words)} {round_}"
        if action == "make" or item is None:
            cards.create(library, chance.choice(["person", "event", "claim"]), word)
        elif action == "import":
            sources.import_text(library, plain(word, "and more", title=word), "t.txt")
        elif action == "edit":
            cards.write_body(library, item.id, word)
        elif action == "rename":
            cards.rename(library, item.id, word)
        elif action == "trash":
            trash.trash(library, [item.id])
        elif action == "restore":
            trash.restore(library, [i.id for i in library.data.items.all(trashed=True)][:2])
        elif action == "undo":
            library.undo()
        elif action == "redo":
            library.redo()
        elif action == "empty":
            trash.empty(library)
        elif action == "link" and item.id != items[0].id:
            links.link(library, item.id, items[0].id, "supports")
        elif action == "attach" and (texts := library.data.texts.all_current()):
            passages.make_card(library, "claim", texts[0].id, 0, 4)
        if chance.random() < 0.3:
            assert search.differs() == set()
    assert search.differs() == set()
    fresh = Search(library.path, Folders(*[tmp_path / "fresh"] * 4))
    for word in words:
        found = [(hit.kind, hit.item.key, hit.start) for hit in search.answer(word).found]
        anew = [(hit.kind, hit.item.key, hit.start) for hit in fresh.answer(word).found]
        assert sorted(found) == sorted(anew), word
    fresh.close()


def test_a_damaged_index_is_built_anew(library: Library, folders: Folders, search: Search) -> None:
    cards.create(library, "person", "Olim")
    assert search("Olim") == ["olim"]
    search.close()
    files = [path for path in folders.indexes.rglob("*") if path.is_file()]
    for number, path in enumerate(sorted(files)):
        broken = Folders(*[folders.cache.with_name(f"broken-{number}")] * 4)
        shutil.copytree(folders.indexes, broken.indexes)
        victim = broken.indexes / path.relative_to(folders.indexes)
        victim.write_bytes(victim.read_bytes()[: victim.stat().st_size // 2])
        again = Search(library.path, broken)
        assert again("Olim") == ["olim"], path.name
        assert again.differs() == set()
        again.close()


def test_a_hit_tells_where_its_title_has_the_words(library: Library, search: Search) -> None:
    cards.create(library, "event", "Murder of the 😀 and the Khans of Хива")
    cards.create(library, "event", "Nothing", body="khan")
    found = {hit.item.title: hit for hit in search.answer("khan").found}
    title = "Murder of the 😀 and the Khans of Хива"
    assert [title[start:end] for start, end in found[title].title_marks] == ["Khans"]
    assert found["Nothing"].title_marks == ()
