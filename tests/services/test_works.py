"""Sources as works of a bibliography: keys that stay, and what a bibliography tells of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from khiva_notes.model.dates import from_edtf
from khiva_notes.model.errors import UserError
from khiva_notes.services import cards, sources, works
from khiva_notes.services.library import Library
from tests.texts import plain

ITEM = {
    "id": "yusupov1960",
    "type": "book",
    "title": "Memoirs",
    "author": [{"family": "Yusupov", "given": "Sultan"}],
    "issued": {"date-parts": [[1960]]},
    "publisher": "Fan",
    "note": "rare",
}


def test_what_a_bibliography_tells_fills_what_is_empty(library: Library) -> None:
    source = cards.create(library, "source", "Yusupov's memoir", fields={"publisher": "Uzbek Fan"})
    works.describe_work(library, source.id, ITEM)
    told = works.csl_of(library.data, source.id)
    assert told == {**ITEM, "title": "Yusupov's memoir", "publisher": "Uzbek Fan"}
    works.describe_work(library, source.id, ITEM, over=True)
    assert works.csl_of(library.data, source.id) == ITEM
    library.undo()
    library.undo()
    assert library.data.works.of(source.id) is None


def test_a_key_once_given_stays(library: Library) -> None:
    source = cards.create(library, "source", "The fall of the Khanate")
    person = cards.create(library, "person", "Bartold")
    cards.set_links(library, source.id, "author", [(person.id, "")])
    cards.set_date(library, source.id, "written", from_edtf("1928"))
    assert works.citekey_of(library.data, source.id) == "bartoldFallKhanate1928"
    twin = cards.create(library, "source", "The fall of the Khanate")
    cards.set_links(library, twin.id, "author", [(person.id, "")])
    cards.set_date(library, twin.id, "written", from_edtf("1928"))
    keys = works.fix_citekeys(library, [source.id, twin.id])
    assert keys == {source.id: "bartoldFallKhanate1928", twin.id: "bartoldFallKhanate1928a"}
    cards.rename(library, source.id, "Another title")
    assert works.fix_citekeys(library, [source.id]) == {source.id: "bartoldFallKhanate1928"}


def test_two_sources_never_share_a_key(library: Library) -> None:
    one = cards.create(library, "source", "One")
    two = cards.create(library, "source", "Two")
    works.set_citekey(library, one.id, "Shared")
    with pytest.raises(UserError, match="'shared' is the citation key of 'One'"):
        works.set_citekey(library, two.id, "shared")
    with pytest.raises(UserError, match="no citation key"):
        works.set_citekey(library, two.id, "two words")


def test_what_a_file_tells_of_itself_describes_the_source(library: Library) -> None:
    text = replace(
        plain("Words."),
        bibliography={"title": "T", "author": [{"literal": "Somebody"}], "publisher": "Fan"},
    )
    source = sources.import_text(library, text, "page.html").source
    assert source.fields["authors"] == "Somebody"
    assert source.fields["publisher"] == "Fan"
    assert library.data.works.of(source.id) is None
