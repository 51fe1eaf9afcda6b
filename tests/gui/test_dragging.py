"""What leaves the window when something is dragged, and what comes back in."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.dragging import FORMAT, dragged, dragged_here, mime_of
from khiva_notes.gui.reader.copying import quotation
from khiva_notes.model.items import Item
from khiva_notes.services import cards, passages, sources, trash
from khiva_notes.services.works import citekey_of
from tests.texts import plain

TEXT = plain("In 1918 Junaid Khan came.", "He left <at once> & for good.", title="A text")


def card_of_words(desk: Desk, words: str, title: str) -> Item:
    library = desk.session.library
    source = sources.import_text(library, TEXT, "text.txt").source
    version = library.data.texts.current(source.id)
    assert version is not None
    at = TEXT.body.text.index(words)
    return passages.make_card(library, "claim", version.id, at, at + len(words), title)


def test_a_card_is_its_quotation_with_citation_to_other_programs(desk: Desk) -> None:
    card = card_of_words(desk, "He left <at once>", "He fled")
    mime = mime_of(desk, [card.id])
    assert mime.text() == "He fled\n“He left <at once>” (A text (n.d.), para. 2)"
    assert "&lt;at once&gt;” (<i>A text</i> (n.d.), para. 2)" in mime.html()
    markdown = bytes(mime.data("text/markdown").data()).decode()
    key = citekey_of(desk.session.library.data, passage_source(desk, card))
    assert markdown == f"**He fled**\n\n> He left \\<at once> [@{key}, ¶ 2]\n"


def test_a_passage_dragged_is_what_copying_its_words_gives(desk: Desk) -> None:
    card = card_of_words(desk, "He left <at once>", "He fled")
    library = desk.session.library
    passage = library.data.passages.of(card.id)[0]
    source = passage_source(desk, card)
    body = library.data.texts.body(passage.version_id)
    copied = quotation(library, source, body, passage.start, passage.end)
    mime = mime_of(desk, passage_ids=[passage.id])
    assert (mime.text(), mime.html()) == (copied.text(), copied.html())
    assert mime.data("text/markdown") == copied.data("text/markdown")


def passage_source(desk: Desk, card: Item) -> int:
    data = desk.session.library.data
    return data.texts.info(data.passages.of(card.id)[0].version_id).item_id


def test_a_passage_is_its_words_alone(desk: Desk) -> None:
    card = card_of_words(desk, "Junaid Khan", "He")
    passage = desk.session.library.data.passages.of(card.id)[0]
    mime = mime_of(desk, passage_ids=[passage.id])
    assert mime.text() == "“Junaid Khan” (A text (n.d.), para. 1)"
    found = dragged(mime)
    assert found is not None
    assert (found.item_ids, found.passage_ids) == ((), (passage.id,))


def test_things_come_back_in_their_order_and_gone_ones_do_not(desk: Desk) -> None:
    library = desk.session.library
    one, two, three = (cards.create(library, "event", title).id for title in ("A", "B", "C"))
    mime = mime_of(desk, [three, one, two])
    trash.trash(library, [one])
    trash.empty(library)
    found = dragged_here(desk, mime)
    assert found is not None
    assert found.item_ids == (three, two)


def test_another_librarys_things_and_strangers_data_are_not_taken(desk: Desk) -> None:
    card = cards.create(desk.session.library, "event", "A")
    mime = mime_of(desk, [card.id])
    desk.session.library.become_another()
    assert dragged(mime) is not None
    assert dragged_here(desk, mime) is None
    for words in (b"", b"[]", b"{}", b"\xff", b'{"library": "x", "items": ["a"], "passages": []}'):
        strange = QMimeData()
        strange.setData(FORMAT, words)
        assert dragged(strange) is None
    text = QMimeData()
    text.setText("He fled")
    assert dragged(text) is None
