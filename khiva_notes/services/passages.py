"""Commands on passages: from words in a text to a card, in one step."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from khiva_notes.model.errors import UserError
from khiva_notes.model.items import Item, Name
from khiva_notes.model.kinds import KINDS
from khiva_notes.model.passages import CONTEXT, Anchor, anchor, trim
from khiva_notes.services import cards, names
from khiva_notes.services.dating import date_in
from khiva_notes.services.library import Library
from khiva_notes.store.repositories import Repositories

_LONGEST_TITLE = 120


def highlight(library: Library, version_id: int, start: int, end: int) -> int:
    """Keep a span of a text as a passage of no card; return its number."""
    span = _anchor(library, version_id, start, end)
    with library.change("Highlight") as data:
        return data.passages.add(version_id, None, span)


def make_card(
    library: Library, kind: str, version_id: int, start: int, end: int, title: str = ""
) -> Item:
    """Make a card of ``kind`` from words of a text, with the passage tied to it.

    The title is guessed from the words unless given; a named kind gets the words as an attested
    name, an event the first date that they tell, and a claim is said by the source's author if it
    has one.
    """
    span = _anchor(library, version_id, start, end)
    declared = KINDS[kind]
    with library.change(f"New {declared.label.lower()} from the text") as data:
        item = cards.create(library, kind, title or guess_title(kind, span.exact))
        passage_id = data.passages.add(version_id, item.id, span)
        if declared.named:
            names.add_name(library, item.id, span.exact, passage_id=passage_id)
        date = date_in(data, version_id, span.start, span.end) if kind == "event" else None
        if date is not None:
            cards.set_date(library, item.id, "date", date)
        if kind == "claim":
            source_id = data.texts.info(version_id).item_id
            authors = [link for link in data.links.of(source_id) if link.type == "author"]
            speaker = authors[0].to_id if authors else source_id
            cards.set_links(library, item.id, "speaker", [(speaker, "")])
        return item


def attach(library: Library, item_id: int, version_id: int, start: int, end: int) -> int:
    """Tie words of a text to a card that exists; return the passage's number.

    A named card that does not know the words as one of its forms learns them, unless they are a
    whole phrase.
    """
    span = _anchor(library, version_id, start, end)
    item = library.data.items.get(item_id)
    with library.change(f"Attach to {item.kind}") as data:
        passage_id = data.passages.add(version_id, item_id, span)
        if KINDS[item.kind].named and len(span.exact.split()) <= 5:
            names.add_name(library, item_id, span.exact, passage_id=passage_id)
        return passage_id


def attach_all(
    library: Library, item_id: int, version_id: int, spans: Sequence[tuple[int, int]]
) -> list[int]:
    """Tie several places of a text to a card as one step; return the passages' numbers."""
    with library.change(f"Attach {len(spans)} places"):
        return [attach(library, item_id, version_id, start, end) for start, end in spans]


def reassign(library: Library, passage_id: int, item_id: int | None) -> None:
    """Let a passage belong to another card, or to none; the form that it attests goes with it.

    The card before keeps a form that another of its passages reads too, and its preferred name. A
    card that knows no other names learns none.
    """
    with library.change("Attach passage" if item_id else "Detach passage") as data:
        data.passages.assign(passage_id, item_id)
        for name in data.names.attested_by(passage_id):
            if name.item_id == item_id:
                continue
            _leave_name(data, name)
            if item_id and KINDS[data.items.get(item_id).kind].named:
                names.add_name(
                    library, item_id, name.text, language=name.language, passage_id=passage_id
                )


def _leave_name(data: Repositories, name: Name) -> None:
    """Take a form off a card whose passage no longer attests it, unless the card has it elsewhere.

    The preferred form stays, since it is the card's title.
    """
    others = [p for p in data.passages.of(name.item_id) if " ".join(p.exact.split()) == name.text]
    if name.kind == "attested" and not others:
        data.names.remove(name.id)
        return
    data.names.remove(name.id)
    data.names.add(
        name.item_id,
        name.text,
        name.kind,
        language=name.language,
        script=name.script,
        passage_id=others[0].id if others else None,
    )


def resize(library: Library, passage_id: int, start: int, end: int) -> None:
    """Give a passage other edges within its text."""
    passage = library.data.passages.get(passage_id)
    span = _anchor(library, passage.version_id, start, end)
    with library.change("Change passage", merge=("passage", passage_id)) as data:
        data.passages.move(passage_id, span)


def remove(library: Library, passage_id: int) -> None:
    """Take a passage away; card and text stay."""
    with library.change("Remove passage") as data:
        data.passages.remove(passage_id)


def guess_title(kind: str, words: str) -> str:
    """Return a title for a card made from these words: the words, shortened at a word's end."""
    title = " ".join(words.split())
    if kind in ("claim", "event"):
        title = re.sub(r"\s*\[\d[^\]]*\]", "", title).strip(" ,;:—–-")
        title = title[:1].upper() + title[1:]
    if len(title) > _LONGEST_TITLE:
        title = title[: _LONGEST_TITLE - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
    return title or " ".join(words.split())[:_LONGEST_TITLE]


def _anchor(library: Library, version_id: int, start: int, end: int) -> Anchor:
    """Return the anchor of a span without its blank edges, reading only what is round it."""
    texts = library.data.texts
    start, end = max(0, start), min(end, texts.info(version_id).length)
    words = texts.slice(version_id, start, end) if start < end else ""
    begin, stop = trim(words, 0, len(words))
    if begin >= stop:
        raise UserError("No words are selected.", "Select some words in the text first.")
    start, end = start + begin, start + stop
    first = max(0, start - CONTEXT)
    near = texts.slice(version_id, first, end + CONTEXT)
    return replace(anchor(near, start - first, end - first), start=start, end=end)
