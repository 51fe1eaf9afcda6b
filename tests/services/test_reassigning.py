"""A passage that is assigned to another card takes along the form that it attests."""

from __future__ import annotations

from khiva_notes.services import cards, passages, sources
from khiva_notes.services.library import Library
from tests.texts import plain

WORDS = "Eshim came. Later Eshim left."


def forms(library: Library, item_id: int) -> list[tuple[str, str, int | None]]:
    return [(n.text, n.kind, n.passage_id) for n in library.data.names.of(item_id)]


def test_the_attested_form_goes_to_the_card_that_is_meant(library: Library) -> None:
    source = sources.import_text(library, plain(WORDS), "a.txt").source
    version = library.data.texts.current(source.id)
    assert version is not None
    khan = cards.create(library, "person", "Junaid Khan")
    other = cards.create(library, "person", "Eshim the elder")
    first = passages.attach(library, khan.id, version.id, 0, 5)
    passages.reassign(library, first, other.id)
    assert [text for text, _, _ in forms(library, khan.id)] == ["Junaid Khan"]
    assert ("Eshim", "attested", first) in forms(library, other.id)
    library.undo()
    assert ("Eshim", "attested", first) in forms(library, khan.id)
    assert [text for text, _, _ in forms(library, other.id)] == ["Eshim the elder"]


def test_a_form_that_another_passage_reads_stays_too(library: Library) -> None:
    source = sources.import_text(library, plain(WORDS), "a.txt").source
    version = library.data.texts.current(source.id)
    assert version is not None
    khan = cards.create(library, "person", "Junaid Khan")
    other = cards.create(library, "person", "Eshim the elder")
    first, second = passages.attach_all(library, khan.id, version.id, [(0, 5), (18, 23)])
    passages.reassign(library, first, other.id)
    assert ("Eshim", "attested", second) in forms(library, khan.id)
    assert ("Eshim", "attested", first) in forms(library, other.id)
