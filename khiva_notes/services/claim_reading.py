"""Claims as statements that can be compared: their values read as dates, figures and cards."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from khiva_notes.model.conflicts import Statement, read_number
from khiva_notes.model.conflicts.claims import ClaimStatement
from khiva_notes.model.dates import HistoricalDate, read_phrase
from khiva_notes.model.disputes import Number, ValueType
from khiva_notes.model.items import Item, Name
from khiva_notes.services.wholes import wholes
from khiva_notes.store.claims import ClaimRow
from khiva_notes.store.repositories import Repositories

VALUE_TYPES: dict[str, ValueType] = {
    "when": "date",
    "where": "place",
    "who": "person",
    "how many": "number",
}
"""What sort of answer an aspect asks for; all others want words."""

_BEARING = {"person": ("person", "group"), "place": ("place",)}


@dataclass(frozen=True, slots=True)
class ClaimValue:
    """A claim's answer: its sort and words, and the card, date or figure that they mean."""

    type: ValueType
    words: str
    card_id: int | None = None
    date: HistoricalDate | None = None
    number: Number | None = None


class ClaimReader:
    """Reads claims of one library; the spellings of all its names are looked up once."""

    def __init__(self, data: Repositories) -> None:
        self._data = data
        self._bearers: dict[str, dict[str, set[int]]] | None = None

    def value(self, claim: ClaimRow, date: HistoricalDate | None = None) -> ClaimValue:
        """Read a claim's answer; ``date`` is its own field of a date, which outweighs words."""
        aspect = str(claim.fields.get("aspect") or "")
        words = str(claim.fields.get("value") or "")
        wanted = VALUE_TYPES.get(aspect, "text")
        if wanted == "date" or (date is not None and not words):
            read = date or (read_phrase(words) if words else None)
            return ClaimValue("date", words, date=read if read and read.edtf else date)
        if wanted == "number":
            return ClaimValue("number", words, number=read_number(words) if words else None)
        card_id = claim.card_id or self._named(words, wanted)
        return ClaimValue(wanted, words, card_id)

    def statements(self, claims: Collection[ClaimRow]) -> dict[int, ClaimStatement]:
        """Return claims as statements, by number."""
        data = self._data
        dates = data.dates.of_many("item", [claim.id for claim in claims])
        values = {
            claim.id: self.value(claim, dates.get(claim.id, {}).get("value-date"))
            for claim in claims
        }
        cards = {value.card_id for value in values.values() if value.card_id is not None}
        speakers = {claim.speaker_id for claim in claims if claim.speaker_id is not None}
        items = data.items.many(cards | speakers | {i for c in claims for i, _ in c.about})
        names = data.names.of_many(cards)
        around = wholes(data, cards)
        return {
            claim.id: _statement(claim, values[claim.id], items, names, around) for claim in claims
        }

    def _named(self, words: str, wanted: ValueType) -> int | None:
        """Return the one card that bears this very name, in any case; None if several do."""
        if wanted not in _BEARING or not words:
            return None
        if self._bearers is None:
            self._bearers = _bearers(self._data)
        found = self._bearers[wanted].get(words.strip().casefold(), set())
        return next(iter(found)) if len(found) == 1 else None


def said_by(claim: ClaimRow, items: Mapping[int, Item]) -> str:
    """Return whose words a claim is, for explanations; a claim nobody says stands for itself."""
    speaker = items.get(claim.speaker_id or 0)
    return speaker.title if speaker else f"The claim “{claim.title}”"


def _statement(
    claim: ClaimRow,
    value: ClaimValue,
    items: Mapping[int, Item],
    names: Mapping[int, Iterable[Name]],
    around: Mapping[int, tuple[str, ...]],
) -> ClaimStatement:
    card = items.get(value.card_id or 0)
    statement = Statement(
        said_by(claim, items),
        "asserts",
        value.type,
        value.words,
        card.key if card else "",
        tuple(name.text for name in names.get(card.id, ())) if card else (),
        value.date,
        value.number,
        around.get(card.id, ()) if card else (),
    )
    events = tuple(items[i].key for i, kind in claim.about if kind == "event" and i in items)
    others = tuple(items[i].key for i, kind in claim.about if kind != "event" and i in items)
    aspect = str(claim.fields.get("aspect") or "")
    return ClaimStatement(claim.key, aspect, statement, events, others, claim.title)


def _bearers(data: Repositories) -> dict[str, dict[str, set[int]]]:
    kinds = {item.id: item.kind for item in data.items.heads("person", "place", "group")}
    found: dict[str, dict[str, set[int]]] = {"person": {}, "place": {}}
    for item_id, names in data.names.of_many(kinds).items():
        sort = "place" if kinds[item_id] == "place" else "person"
        for name in names:
            found[sort].setdefault(name.text.casefold(), set()).add(item_id)
    return found
