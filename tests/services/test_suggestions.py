from __future__ import annotations

import pytest

from khiva_notes.services import cards, passages, sources, suggestions
from khiva_notes.services.library import Library
from khiva_notes.services.suggestions import Suggested, read_suggestions
from tests.texts import plain

_TEXT = plain(
    "On January 22, 1918 Zhunaidkhan came with ten thousand soldiers.",
    "P. Yusupov wrote: “By their custom the Yavmuts met with the khan.” Junaid Khan left.",
)


@pytest.fixture
def source(library: Library) -> int:
    return sources.import_text(library, _TEXT, "text.txt").source.id


def _version(library: Library, source: int) -> int:
    version = library.data.texts.current(source)
    assert version is not None
    return version.id


def _of_sort(library: Library, source: int, sort: str, words: str = "") -> Suggested:
    found = read_suggestions(library.path, source)
    return next(
        one for one in found if one.suggestion.sort == sort and words in one.suggestion.title
    )


def test_an_accepted_name_is_a_card_with_every_place_and_spelling(
    library: Library, source: int
) -> None:
    name = _of_sort(library, source, "name", "Junaid Khan")
    card = suggestions.accept(library, _version(library, source), name)
    assert [p.exact for p in library.data.passages.of(card)] == ["Zhunaidkhan", "Junaid Khan"]
    assert {n.text for n in library.data.names.of(card)} == {"Zhunaidkhan", "Junaid Khan"}
    library.undo()
    assert not library.data.passages.all()


def test_a_name_that_a_card_bears_goes_to_that_card(library: Library, source: int) -> None:
    person = cards.create(library, "person", "JUNAID KHAN")
    name = _of_sort(library, source, "name", "Junaid Khan")
    assert (name.card, name.card_title) == (person.id, "JUNAID KHAN")
    assert suggestions.accept(library, _version(library, source), name) == person.id
    assert len(library.data.passages.of(person.id)) == 2


def test_an_accepted_date_is_an_event_with_that_date(library: Library, source: int) -> None:
    card = suggestions.accept(library, _version(library, source), _of_sort(library, source, "date"))
    date = library.data.dates.of(card)["date"]
    assert (date.original, date.edtf) == ("January 22, 1918", "1918-01-22")


def test_an_accepted_figure_is_a_claim_of_how_many(library: Library, source: int) -> None:
    card = suggestions.accept(
        library, _version(library, source), _of_sort(library, source, "figure")
    )
    fields = library.data.items.get(card).fields
    assert (fields["aspect"], fields["value"]) == ("how many", "ten thousand soldiers")


def test_an_accepted_quotation_is_said_by_whoever_is_named(library: Library, source: int) -> None:
    quotation = _of_sort(library, source, "quotation")
    version = _version(library, source)
    card = suggestions.accept(library, version, quotation)
    [speaker] = [link.to_id for link in library.data.links.of(card) if link.type == "speaker"]
    assert library.data.items.get(speaker).title == "P. Yusupov"
    library.undo()
    assert not library.data.items.all("person", "claim")
    known = passages.make_card(library, "person", version, 65, 75)
    card = suggestions.accept(library, version, quotation)
    [speaker] = [link.to_id for link in library.data.links.of(card) if link.type == "speaker"]
    assert speaker == known.id


def test_what_is_refused_stays_refused_until_it_is_asked_for_again(
    library: Library, source: int
) -> None:
    before = read_suggestions(library.path, source)
    suggestions.refuse(library, source, before[0].suggestion)
    assert read_suggestions(library.path, source) == before[1:]
    library.undo()
    assert read_suggestions(library.path, source) == before
    library.redo()
    suggestions.suggest_again(library, source)
    assert read_suggestions(library.path, source) == before


def test_a_source_without_a_text_suggests_nothing(library: Library) -> None:
    work = cards.create(library, "source", "A work")
    assert read_suggestions(library.path, work.id) == ()
