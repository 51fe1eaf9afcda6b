"""Finds in an account's claims and passages what could answer an aspect."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from khiva_notes.model.conflicts import read_number
from khiva_notes.model.dates import HistoricalDate, describe
from khiva_notes.model.disputes import Account, Aspect, Dispute, Number
from khiva_notes.model.items import Item
from khiva_notes.model.passages import Passage
from khiva_notes.services.claim_reading import VALUE_TYPES, ClaimReader
from khiva_notes.services.proposal_sentences import ReadSentence, Sentences
from khiva_notes.services.quoting import Quoting
from khiva_notes.store.claims import ClaimRow
from khiva_notes.store.repositories import Repositories

_KINDS = {"person": ("person", "group"), "place": ("place",)}
_SORTS = {"date": "date", "number": "figure"}
_CLAIMED, _INSIDE, _BESIDE, _UNKNOWN, _ASKED_ABOUT = 0, 2, 4, 1, 4


@dataclass(frozen=True, slots=True)
class Finding:
    """A value with the span and words it was read from, and why it is offered.

    ``version_id``, ``start`` and ``end`` are the span of ``exact`` in a text, in code points;
    ``context`` is its sentence, ``citation`` where that stands, ``why`` a sentence. ``claim_id``
    is the claim that gave the value, if one did.
    """

    value: str
    version_id: int
    start: int
    end: int
    exact: str
    context: str
    citation: str
    why: str
    card_id: int | None = None
    date: HistoricalDate | None = None
    number: Number | None = None
    claim_id: int | None = None


class Findings:
    """Reads one dispute's accounts; each sentence once, however many rows ask."""

    def __init__(self, data: Repositories, dispute: Dispute) -> None:
        self._data = data
        self._dispute = dispute
        self._quoting = Quoting(data)
        claim_ids = {i for account in dispute.accounts for i in account.claim_ids}
        self._claims = data.claims.many(claim_ids)
        self._claim_dates = data.dates.of_many("item", claim_ids)
        self._claim_passages = data.passages.of_many(claim_ids)
        self._reader = ClaimReader(data)
        self._sentences = Sentences(data)
        self._bearers = _bearers(data)
        links = data.links.of(dispute.item_id)
        self._about = {link.to_id for link in links if link.type == "about"}
        about = data.items.many(self._about)
        self._events = {item.id for item in about.values() if item.kind == "event"}

    def of(self, account: Account, aspect: Aspect) -> list[Finding]:
        """Return what could answer an aspect, the likeliest first and each value once."""
        if aspect.value_type == "text":
            return []
        found: dict[object, Finding] = {}
        ranked = [one for _, one in sorted(self._found(account, aspect), key=lambda each: each[0])]
        meant = {one.value.casefold(): one.card_id for one in ranked if one.card_id is not None}
        for one in ranked:
            card_id = one.card_id or meant.get(one.value.casefold())
            key = one.date.edtf if one.date else card_id or one.value.casefold()
            found.setdefault(key, replace(one, card_id=card_id))
        return list(found.values())

    def _found(self, account: Account, aspect: Aspect) -> Iterator[tuple[int, Finding]]:
        for claim_id in account.claim_ids:
            claim = self._claims.get(claim_id)
            if claim is not None and _answers(claim, aspect) and self._is_about(claim):
                for one in self._from_claim(claim):
                    yield _CLAIMED, one
        for passage in self._passages(account):
            if aspect.value_type in _SORTS:
                yield from self._read(passage, aspect)
            else:
                yield from self._named(passage, aspect)

    def _is_about(self, claim: ClaimRow) -> bool:
        """A claim about another event answers another question, whatever its aspect."""
        events = {i for i, kind in claim.about if kind == "event"}
        return not events or not self._events or bool(events & self._events)

    def _passages(self, account: Account) -> list[Passage]:
        cells = [cell for cell in self._dispute.cells if cell.account_id == account.id]
        found = self._data.passages.many({i for cell in cells for i in cell.passage_ids})
        for claim_id in account.claim_ids:
            found |= {p.id: p for p in self._claim_passages.get(claim_id, ())}
        kept = [passage for passage in found.values() if passage.status != "orphan"]
        return sorted(kept, key=lambda each: (each.version_id, each.start))

    def _from_claim(self, claim: ClaimRow) -> Iterator[Finding]:
        passages = self._claim_passages.get(claim.id, ())
        date = self._claim_dates.get(claim.id, {}).get("value-date")
        read = self._reader.value(claim, date)
        if passages and (read.words or read.date):
            first = passages[0]
            yield Finding(
                read.words or (describe(read.date) if read.date else ""),
                first.version_id,
                first.start,
                first.end,
                first.exact,
                self._sentences.of(first).text,
                self._quoting.quote(first).citation,
                f"The claim “{claim.title}” says so.",
                read.card_id,
                read.date,
                read.number,
                claim.id,
            )

    def _read(self, passage: Passage, aspect: Aspect) -> Iterator[tuple[int, Finding]]:
        sentence = self._sentences.of(passage)
        for one in sentence.suggestions:
            if one.sort != _SORTS[aspect.value_type]:
                continue
            found = self._finding(passage, one.core, sentence)
            rank = _rank(passage, found)
            if one.sort == "figure":
                yield rank, replace(found, number=read_number(one.value))
            elif one.date is not None and one.date.edtf:
                yield rank, replace(found, date=one.date)

    def _named(self, passage: Passage, aspect: Aspect) -> Iterator[tuple[int, Finding]]:
        """Offer the cards whose passages or names stand in the sentence, then unknown names."""
        sentence = self._sentences.of(passage)
        kinds = _KINDS[aspect.value_type]
        for (start, end), item in self._sentences.cards(passage.version_id, sentence):
            if item.kind in kinds:
                span = (start - sentence.start, end - sentence.start)
                found = self._finding(passage, span, sentence)
                yield self._card_rank(passage, found, item), replace(found, card_id=item.id)
        for one in sentence.suggestions:
            if one.sort != "name":
                continue
            found = self._finding(passage, one.core, sentence)
            card = self._bearers.get(found.value.casefold())
            if card is not None and card.kind in kinds:
                yield self._card_rank(passage, found, card), replace(found, card_id=card.id)
            elif card is None and one.kind in kinds and one.sure:
                yield _rank(passage, found) + _UNKNOWN, found

    def _card_rank(self, passage: Passage, found: Finding, card: Item) -> int:
        """What the question is about is seldom its answer."""
        return _rank(passage, found) + (_ASKED_ABOUT if card.id in self._about else 0)

    def _finding(self, passage: Passage, core: tuple[int, int], sentence: ReadSentence) -> Finding:
        words = sentence.text[core[0] : core[1]]
        start, end = sentence.start + core[0], sentence.start + core[1]
        inside = passage.start <= start and end <= passage.end
        where = "in words of this account" if inside else "in the sentence of this account's words"
        value = " ".join(words.split())
        return Finding(
            value,
            passage.version_id,
            start,
            end,
            words,
            sentence.text,
            self._quoting.quote(passage).citation,
            f"“{value}” stands {where}.",
        )


def _rank(passage: Passage, found: Finding) -> int:
    """Words inside the passage come before those of its sentence."""
    inside = passage.start <= found.start and found.end <= passage.end
    return _INSIDE if inside else _BESIDE


def _answers(claim: ClaimRow, aspect: Aspect) -> bool:
    """A claim answers the row of its aspect's name, or one that begins so with like values."""
    asked = str(claim.fields.get("aspect") or "")
    name = aspect.name.casefold()
    sort = VALUE_TYPES.get(asked)
    return bool(asked) and (name == asked or (sort == aspect.value_type and name.startswith(asked)))


def _bearers(data: Repositories) -> dict[str, Item]:
    """Return the one card that bears each spelling, in any case; shared spellings are left out."""
    items = {item.id: item for item in data.items.heads("person", "place", "group")}
    found: dict[str, set[int]] = {}
    for item_id, names in data.names.of_many(items).items():
        for name in names:
            found.setdefault(name.text.casefold(), set()).add(item_id)
    return {text: items[next(iter(ids))] for text, ids in found.items() if len(ids) == 1}
