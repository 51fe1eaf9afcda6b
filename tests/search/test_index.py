"""The index as services use it: stamps, rebuilds, updates, and what is found afterwards."""

from __future__ import annotations

from khiva_notes.search import Document, SearchIndex, Stamp


def stamp(revision: int) -> Stamp:
    return Stamp("library", revision, "t")


def test_a_missing_folder_is_an_empty_index_that_asks_to_be_rebuilt(tmp_path):
    index = SearchIndex.open(tmp_path / "missing")
    assert index.stamp is None
    assert index.search("anything").total == 0


def test_what_was_indexed_is_found_after_reopening(tmp_path):
    index = SearchIndex.open(tmp_path / "index")
    index.rebuild(
        [
            Document("i1", 1, "person", "Junaid Khan", "A leader of the Turkmens."),
            Document("t2:0", 2, "text", "Memoirs", "The Turkmens entered Khiva.", start=0, end=27),
        ],
        stamp(1),
    )
    index.close()
    again = SearchIndex.open(tmp_path / "index")
    assert again.stamp == stamp(1)
    results = again.search("turkmens")
    assert results.total == 2
    assert {hit.uid for hit in results.hits} == {"i1", "t2:0"}
    assert results.by_kind == {"person": 1, "text": 1}


def test_an_update_replaces_every_document_of_an_item(tmp_path):
    index = SearchIndex.open(tmp_path / "index")
    index.rebuild(
        [Document(f"t2:{n}", 2, "text", "Memoirs", f"old words {n}") for n in range(3)], stamp(1)
    )
    index.update([2], [Document("t2:0", 2, "text", "Memoirs", "new words")], stamp(2))
    assert index.stamp == stamp(2)
    assert index.search("words").total == 1
    assert index.search("old").total == 0
