"""An essay read whole, from a library or from a thread of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from operator import is_
from pathlib import Path

from khiva_notes.model.comparison import Comparison, Quote
from khiva_notes.model.essay_text import EssayPart, EssayText
from khiva_notes.model.essays import Part, by_parent
from khiva_notes.model.items import Item
from khiva_notes.model.passages import Passage
from khiva_notes.services.comparison import compare_many
from khiva_notes.services.quoting import Quoting
from khiva_notes.store.repositories import Repositories
from khiva_notes.store.store import Reader


def read_essay(data: Repositories, essay_id: int) -> EssayText:
    """Return an essay with all that its parts refer to; LookupError if there is no such essay."""
    essay = data.items.get(essay_id)
    if essay.kind != "essay":
        raise LookupError(f"{essay.key} is no essay")
    parts = data.essays.parts(essay_id)
    return EssayText(essay, _nested(parts, _Shelf(data, parts)))


def read_essay_part(data: Repositories, part_id: int) -> EssayPart:
    """Return one part without what stands inside it; depth and level are as in the whole."""
    part = data.essays.get(part_id)
    known = {other.id: other for other in data.essays.parts(part.essay_id)}
    depth, level = 0, int(part.sort == "heading")
    above = part.parent_id
    while above is not None:
        depth, level = depth + 1, level + (known[above].sort == "heading")
        above = known[above].parent_id
    return _Shelf(data, [part]).filled(part, depth, level, ())


def reread_essay(data: Repositories, before: EssayText) -> EssayText:
    """Return an essay as its outline now is, without looking up again what it refers to.

    Only parts that are new, or are about something else now, are looked up; parts in which
    nothing has changed are the very same objects. For the moment after an edit of the outline.
    """
    parts = data.essays.parts(before.essay.id)
    known = {part.part.id: part for part in before.walk()}
    fresh = [part for part in parts if not _same_subject(known.get(part.id), part)]
    return EssayText(
        data.items.get(before.essay.id), _nested(parts, _Shelf(data, fresh), known=known)
    )


def open_essay(
    path: Path, essay_id: int, cancelled: Callable[[], bool] = lambda: False
) -> EssayText | None:
    """Read an essay of the library at ``path`` on a connection of its own, from any thread.

    None if it is gone, or no longer wanted.
    """
    reader = Reader(path)
    try:
        with reader.moment() as data:
            item = data.items.find(essay_id)
            if item is None or item.kind != "essay" or cancelled():
                return None
            return read_essay(data, essay_id)
    finally:
        reader.close()


def _nested(
    parts: Sequence[Part], shelf: _Shelf, known: Mapping[int, EssayPart] | None = None
) -> tuple[EssayPart, ...]:
    children = by_parent(parts)
    known = known or {}

    def below(parent_id: int | None, depth: int, level: int) -> tuple[EssayPart, ...]:
        made = []
        for part in children.get(parent_id, []):
            own = level + (part.sort == "heading")
            inside = below(part.id, depth + 1, own)
            before = known.get(part.id)
            if before is not None and _same_subject(before, part):
                made.append(_renewed(before, part, depth, own, inside))
            else:
                made.append(shelf.filled(part, depth, own, inside))
        return tuple(made)

    return below(None, 0, 0)


def _same_subject(before: EssayPart | None, part: Part) -> bool:
    if before is None:
        return False
    then = before.part
    return (then.item_id, then.passage_id) == (part.item_id, part.passage_id)


def _renewed(
    before: EssayPart, part: Part, depth: int, level: int, children: tuple[EssayPart, ...]
) -> EssayPart:
    same = before.part == part and (before.depth, before.level) == (depth, level)
    if same and _identical(before.children, children):
        return before
    return replace(
        before,
        part=part,
        depth=depth,
        level=level,
        locators=_locators(part, before.quotes),
        wording=part.text or _wording(before.item),
        children=children,
    )


def _identical(before: Sequence[EssayPart], now: Sequence[EssayPart]) -> bool:
    return len(before) == len(now) and all(map(is_, before, now))


class _Shelf:
    """What the parts of an essay refer to, read in a fixed number of queries."""

    def __init__(self, data: Repositories, parts: Iterable[Part]) -> None:
        parts = list(parts)
        self._chosen = data.passages.many({p.passage_id for p in parts if p.passage_id})
        wanted = {part.item_id for part in parts if part.item_id is not None}
        wanted |= {p.item_id for p in self._chosen.values() if p.item_id is not None}
        items = data.items.many(wanted)
        disputes = [
            item.id for item in items.values() if item.kind == "dispute" and not item.trashed
        ]
        self._comparisons: Mapping[int, Comparison] = compare_many(data, disputes)
        rested = {
            claim_id
            for comparison in self._comparisons.values()
            for column in comparison.columns
            for claim_id in column.account.claim_ids
        }
        self._passages: Mapping[int, Sequence[Passage]] = data.passages.of_many(
            {part.item_id for part in parts if part.sort == "card" and part.item_id is not None}
        )
        spoken = {
            link.from_id: link.to_id
            for group in data.links.of_many(
                [i.id for i in items.values() if i.kind == "claim"]
            ).values()
            for link in group
            if link.type == "speaker"
        }
        self._items = {**data.items.many(rested | set(spoken.values())), **items}
        self._speakers = spoken
        self._quoting = Quoting(data)

    def filled(
        self, part: Part, depth: int, level: int, children: tuple[EssayPart, ...]
    ) -> EssayPart:
        """Return a part with what it refers to."""
        quotes = self._quotes(part)
        item = self._item(part)
        comparison = self._comparisons.get(part.item_id or 0)
        claims = [item] if item and item.kind == "claim" else []
        if comparison:
            ids = [i for column in comparison.columns for i in column.account.claim_ids]
            claims = [self._items[i] for i in dict.fromkeys(ids) if i in self._items]
        speaker = self._items.get(self._speakers.get(item.id, 0)) if item else None
        return EssayPart(
            part,
            depth,
            level,
            item,
            quotes,
            _locators(part, quotes),
            part.text or _wording(item),
            speaker,
            comparison,
            tuple(claims),
            children,
        )

    def _item(self, part: Part) -> Item | None:
        item_id = part.item_id
        if part.sort == "quotation":
            passage = self._chosen.get(part.passage_id or 0)
            item_id = passage.item_id if passage else item_id
        return self._items.get(item_id or 0)

    def _quotes(self, part: Part) -> tuple[Quote, ...]:
        if part.passage_id is not None:
            passage = self._chosen.get(part.passage_id)
            return self._quoting.quotes([passage]) if passage else ()
        if part.sort == "card" and part.item_id is not None:
            return self._quoting.quotes(self._passages.get(part.item_id, ()))
        return ()


def _locators(part: Part, quotes: Sequence[Quote]) -> tuple[str, ...]:
    found = [
        quote.citation.removeprefix(f"{quote.source.title}, ") if quote.source else ""
        for quote in quotes
    ]
    if found and part.locator:
        found[0] = part.locator
    return tuple(found)


def _wording(item: Item | None) -> str:
    if item is None:
        return ""
    return item.title if item.kind == "claim" else item.body or item.title
