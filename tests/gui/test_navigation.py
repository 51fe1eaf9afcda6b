from __future__ import annotations

from khiva_notes.gui.navigation import Place, place_of_passage
from khiva_notes.services import passages, sources, versions
from khiva_notes.services.library import Library
from tests.texts import plain


def test_a_passage_is_seen_at_its_words_and_an_orphan_among_those_to_be_looked_through(
    library: Library,
) -> None:
    old = plain("Junaid Khan came to Khiva with three hundred horsemen of his tribe.")
    source = sources.import_text(library, old, "old.txt").source
    version = library.data.texts.current(source.id)
    assert version is not None
    card = passages.make_card(library, "person", version.id, 0, 11)
    [passage] = library.data.passages.of(card.id)
    assert place_of_passage(source.id, passage) == Place("source", source.id, start=0, end=11)
    new = plain("Wheat, barley and melons were sold in the markets of Urgench.")
    versions.add_version(library, source.id, new, "new.txt")
    [passage] = library.data.passages.of(card.id)
    assert passage.status == "orphan"
    assert place_of_passage(source.id, passage) == Place("versions", source.id)
