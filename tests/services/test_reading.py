from __future__ import annotations

import pytest

from khiva_notes.model.dates import from_edtf
from khiva_notes.model.errors import UserError
from khiva_notes.services import cards, passages, sources, trash
from khiva_notes.services.library import Library
from khiva_notes.services.reading import CitedWork, SourceText, read_source
from tests.texts import plain


def _source(library: Library, *paragraphs: str) -> tuple[int, int]:
    source = sources.import_text(library, plain(*paragraphs), "text.txt").source
    version = library.data.texts.current(source.id)
    assert version is not None
    return source.id, version.id


def test_a_source_is_read_with_its_cards_in_a_few_words(library: Library) -> None:
    source, version = _source(library, "Yusupov says the khan was killed [3,179].")
    person = passages.make_card(library, "person", version, 0, 7)
    claim = passages.make_card(library, "claim", version, 13, 32)
    event = passages.make_card(library, "event", version, 22, 32)
    gone = passages.make_card(library, "place", version, 17, 21)
    passages.highlight(library, version, 8, 12)
    cards.set_field(library, person.id, "role", "memoirist")
    cards.set_links(library, claim.id, "speaker", [(person.id, "")])
    cards.set_date(library, event.id, "date", from_edtf("1918-10-01"))
    trash.trash(library, [gone.id])
    read = read_source(library.path, source)
    assert isinstance(read, SourceText)
    assert {card.id: card.line for card in read.cards.values()} == {
        person.id: "memoirist",
        claim.id: "Yusupov",
        event.id: "1 October 1918",
    }
    assert [passage.item_id for passage in read.passages] == [person.id, None, claim.id, event.id]
    assert [mark.number for mark in read.marks] == ["3"]


def test_a_source_without_a_text_tells_who_cites_it(library: Library) -> None:
    source, version = _source(library, "Killed [3,179], they say [3,5] and [4].")
    work = cards.create(library, "source", "Memoirs")
    sources.resolve_citation(library, version, "3", work.id)
    read = read_source(library.path, work.id)
    assert isinstance(read, CitedWork)
    [citing] = read.cited_by
    assert (citing.source_id, citing.count, citing.start) == (source, 2, 7)


def test_a_source_gets_its_text_once(library: Library) -> None:
    work = cards.create(library, "source", "Memoirs")
    sources.add_text(library, work.id, plain("He was killed [2,37]."), "memoirs.txt")
    read = read_source(library.path, work.id)
    assert isinstance(read, SourceText)
    assert read.source.title == "Memoirs"
    assert [mark.locator for mark in read.marks] == ["37"]
    with pytest.raises(UserError):
        sources.add_text(library, work.id, plain("Again."), "again.txt")
    library.undo()
    assert isinstance(read_source(library.path, work.id), CitedWork)


def test_several_places_are_attached_as_one_step(library: Library) -> None:
    _, version = _source(library, "Junaid came.", "Zhunaid left.")
    card = passages.make_card(library, "person", version, 0, 6)
    passages.attach_all(library, card.id, version, [(13, 20), (0, 6)])
    assert len(library.data.passages.of(card.id)) == 3
    library.undo()
    assert len(library.data.passages.of(card.id)) == 1


def test_a_passage_has_its_words_and_those_round_it_without_blank_edges(library: Library) -> None:
    text = "Ж" * 50 + " 😀 the  khan " + "я" * 50
    _, version = _source(library, text)
    number = passages.highlight(library, version, 52, 62)
    passage = library.data.passages.get(number)
    assert passage.exact == text[passage.start : passage.end] == "the  khan"
    assert passage.prefix == text[passage.start - 32 : passage.start]
    assert passage.suffix == text[passage.end : passage.end + 32]
    with pytest.raises(UserError):
        passages.highlight(library, version, 50, 51)
    with pytest.raises(UserError):
        passages.highlight(library, version, 500, 600)
