"""Small libraries with claims, accounts and cells, each in one short line."""

from __future__ import annotations

from khiva_notes.model.dates import from_edtf
from khiva_notes.model.disputes import Cell
from khiva_notes.model.items import Item
from khiva_notes.services import cards, disputes, passages, sources
from khiva_notes.services.library import Library
from tests.texts import plain


def event(library: Library, title: str, edtf: str = "", original: str = "") -> Item:
    """An event, dated or not."""
    made = cards.create(library, "event", title)
    if edtf:
        cards.set_date(library, made.id, "date", from_edtf(edtf, original=original))
    return made


def claim(
    library: Library,
    title: str,
    about: Item,
    aspect: str,
    value: str,
    speaker: str = "",
    card: Item | None = None,
) -> Item:
    """A claim about one thing, said by the person of that name."""
    made = cards.create(library, "claim", title, fields={"aspect": aspect, "value": value})
    cards.set_links(library, made.id, "about", [(about.id, "")])
    if speaker:
        known = [item for item in library.data.items.by_title(speaker) if item.kind == "person"]
        voice = known[0] if known else cards.create(library, "person", speaker)
        cards.set_links(library, made.id, "speaker", [(voice.id, "")])
    if card is not None:
        cards.set_links(library, made.id, "value-card", [(card.id, "")])
    return made


def text(library: Library, *paragraphs: str, title: str = "Article") -> int:
    """A source with a text; the number of its version."""
    made = sources.import_text(library, plain(*paragraphs), "a.txt", title=title).source
    version = library.data.texts.current(made.id)
    assert version is not None
    return version.id


def attach(library: Library, item: Item, version: int, words: str) -> int:
    """A passage of the item at these words of the text."""
    start = library.data.texts.body(version).text.index(words)
    return passages.attach(library, item.id, version, start, start + len(words))


def account(library: Library, dispute: Item, label: str, **columns: object) -> int:
    """A voice in a dispute."""
    made = disputes.add_account(library, dispute.id, label)
    if columns:
        disputes.edit_account(library, made, **columns)
    return made


def says(library: Library, account_id: int, aspect_id: int, value: str, **more: object) -> int:
    """A cell in which an account asserts something."""
    return disputes.set_cell(library, Cell(0, account_id, aspect_id, "asserts", value, **more))
