"""Suggestions for a source: worked out on a thread of one's own, taken or refused as commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from khiva_notes.model.suggestions import Suggestion, suggest
from khiva_notes.services import cards, passages
from khiva_notes.services.library import Library
from khiva_notes.store.repositories import Repositories
from khiva_notes.store.store import Reader

_SPEAKERS = ("person", "group")
_ROUND = 32

MENTION = "mention"
"""The sort under which refused places of a card's name are kept."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """A suggestion, and the card that bears the name already, if one and only one does."""

    suggestion: Suggestion
    card: int = 0
    card_title: str = ""


def read_suggestions(
    path: Path,
    source_id: int,
    cancelled: Callable[[], bool] = lambda: False,
    *,
    with_refused: bool = False,
) -> tuple[Suggested, ...]:
    """Work out what a source's text could become, from any thread; mostly without what was refused.

    What has been made of the text already is still among them. Empty for a source without text.
    """
    reader = Reader(path)
    try:
        with reader.moment() as data:
            version = data.texts.current(source_id)
            if version is None:
                return ()
            body = data.texts.body(version.id)
            marks = [(mark.start, mark.end) for mark in data.citations.in_version(version.id)]
            refused = set() if with_refused else data.refusals.of(source_id)
            told = data.texts.marks(version.id)
            found = suggest(body, marks, language=version.language, told=told, cancelled=cancelled)
            bearers = _bearers(data)
            wanted = [one for one in found if (one.sort, one.words) not in refused]
            return tuple(_with_card(one, bearers, data) for one in wanted)
    finally:
        reader.close()


def accept(library: Library, version_id: int, suggested: Suggested, kind: str = "") -> int:
    """Make the card that is suggested, of ``kind`` if given, as one step; return its number.

    A name that a card of that kind bears already is attached to it, at all its places. A
    quotation's speaker gets a card where there is none.
    """
    one = suggested.suggestion
    kind = kind or one.kind
    with library.change(f"Accept suggested {kind}"):
        if one.sort == "name":
            return _accept_name(library, version_id, suggested, kind)
        item = passages.make_card(library, kind, version_id, one.start, one.end, one.title)
        if one.date is not None and kind == "event":
            cards.set_date(library, item.id, "date", one.date)
        if one.value and kind == "claim":
            cards.set_field(library, item.id, "aspect", "how many")
            cards.set_field(library, item.id, "value", one.value)
        if one.speaker is not None and kind == "claim":
            speaker = _speaker(library, version_id, one.speaker)
            cards.set_links(library, item.id, "speaker", [(speaker, "")])
        return item.id


def refuse(library: Library, source_id: int, suggestion: Suggestion) -> None:
    """Not suggest something for a source again, as a step that can be undone."""
    with library.change("Refuse suggestion") as data:
        data.refusals.add(source_id, suggestion.sort, suggestion.words)


def mention_words(text: str, card_key: str, start: int, end: int) -> str:
    """Return what tells a place that may be a card's name, wherever in a later text it stands."""
    return f"{card_key} | {text[max(0, start - _ROUND) : end + _ROUND]}"


def refuse_mention(library: Library, source_id: int, words: str) -> None:
    """Not offer a place as a card's name again; ``words`` are as ``mention_words`` gives them."""
    with library.change("Refuse place") as data:
        data.refusals.add(source_id, MENTION, words)


def suggest_again(library: Library, source_id: int) -> None:
    """Let everything that was refused for a source be suggested again."""
    with library.change("Suggest again") as data:
        data.refusals.remove_all(source_id)


def _accept_name(library: Library, version_id: int, suggested: Suggested, kind: str) -> int:
    one = suggested.suggestion
    card = library.data.items.find(suggested.card or None)
    places = list(one.places)
    if card is None or card.trashed or card.kind != kind:
        card = passages.make_card(library, kind, version_id, *places[0], one.title)
        places = places[1:]
    if places:
        passages.attach_all(library, card.id, version_id, places)
    return card.id


def _speaker(library: Library, version_id: int, span: tuple[int, int]) -> int:
    words = " ".join(library.data.texts.slice(version_id, *span).split())
    known = [item for item in library.data.items.by_title(words) if item.kind in _SPEAKERS]
    if known:
        return known[0].id
    return passages.make_card(library, "person", version_id, *span).id


def _bearers(data: Repositories) -> dict[str, set[int]]:
    """Return which cards bear each spelling, in any case."""
    alive = {item.id for item in data.items.all("person", "place", "group")}
    bearers: dict[str, set[int]] = {}
    for item_id, names in data.names.of_many(alive).items():
        for name in names:
            bearers.setdefault(name.text.casefold(), set()).add(item_id)
    return bearers


def _with_card(one: Suggestion, bearers: Mapping[str, set[int]], data: Repositories) -> Suggested:
    found = bearers.get(one.title.casefold(), set()) if one.sort == "name" else set()
    if len(found) != 1:
        return Suggested(one)
    item = data.items.get(next(iter(found)))
    return Suggested(replace(one, kind=item.kind), item.id, item.title)
