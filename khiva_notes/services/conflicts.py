"""Conflicts among the claims of a whole library: found, settled as none, or made a dispute."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from khiva_notes.model.comparison import Quote
from khiva_notes.model.conflicts import Statement
from khiva_notes.model.conflicts.claims import ClaimStatement
from khiva_notes.model.conflicts.finder import ConflictGroup, Told, conflicts_on
from khiva_notes.model.dates import HistoricalDate
from khiva_notes.model.items import Item
from khiva_notes.services.claim_reading import ClaimReader, said_by
from khiva_notes.services.quoting import Quoting
from khiva_notes.store.claims import ClaimRow
from khiva_notes.store.repositories import Repositories
from khiva_notes.store.store import Reader

_PORTION = 256
"""Subjects read at a time, so that memory holds their claims and no others."""
MOST = 2000
"""Conflicts told at once; who has more settles some first."""

_OWN_DATES = {"event": (("date", ""),), "person": (("born", "born"), ("died", "died"))}
"""A card's own dates, each a statement too, and the word that says what of."""


@dataclass(frozen=True, slots=True)
class Testimony:
    """One side of a conflict: a claim, or a card whose own date is meant, with what it rests on.

    ``said_by`` names who speaks; ``speaker`` is their card, None for a card's own date.
    """

    item: Item
    speaker: Item | None
    said_by: str
    value: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class ConflictingPair:
    """Two items by number that cannot both be right, and why in one sentence with their words."""

    first_id: int
    second_id: int
    why: str
    sure: bool


@dataclass(frozen=True, slots=True)
class FoundConflict:
    """Testimonies on one subject and aspect that cannot all be true, with every such pair.

    ``sure`` is False where their words leave open whether they speak of one step of an event.
    """

    subject: Item
    aspect: str
    testimonies: tuple[Testimony, ...]
    pairs: tuple[ConflictingPair, ...]
    why: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Conflicts:
    """What a search found, the sure ones first; ``more`` tells that there are others."""

    found: tuple[FoundConflict, ...]
    subjects: int
    more: bool = False


def find_conflicts(
    path: Path,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
    most: int = MOST,
) -> Conflicts:
    """Search the library at ``path`` on a connection of its own, from any thread.

    ``progress`` is told (done, total) in subjects; when ``cancelled``, what was found so far comes
    back. Memory is bounded by the claims on ``_PORTION`` subjects, whatever the library's size.
    """
    reader = Reader(path)
    try:
        with reader.moment() as data:
            return search(data, progress, cancelled, most)
    finally:
        reader.close()


def search(
    data: Repositories,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
    most: int = MOST,
) -> Conflicts:
    """Search through a connection that is open already; otherwise as ``find_conflicts``."""
    subjects = data.claims.subjects()
    told = Told(_settled_pairs(data))
    claims = ClaimReader(data)
    quoting = Quoting(data)
    found: list[FoundConflict] = []
    for start in range(0, len(subjects), _PORTION):
        progress(start, len(subjects))
        if cancelled():
            break
        portion = _Portion(data, claims, subjects[start : start + _PORTION])
        groups = islice(portion.groups(told, cancelled), most + 1 - len(found))
        found += [portion.told(data, group, quoting) for group in groups]
        if len(found) > most:
            return Conflicts(_sorted(found[:most]), len(subjects), more=True)
    else:
        progress(len(subjects), len(subjects))
    return Conflicts(_sorted(found), len(subjects))


class _Portion:
    """The claims on some subjects, read and compared."""

    def __init__(
        self, data: Repositories, reader: ClaimReader, subject_ids: Collection[int]
    ) -> None:
        self._subjects = data.items.many(subject_ids)
        self._about = data.claims.about(subject_ids)
        rows = {row.id: row for rows in self._about.values() for row in rows}
        self._rows = {row.key: row for row in rows.values()}
        self._statements = reader.statements(list(rows.values()))
        self._dates = data.dates.of_many("item", subject_ids)

    def groups(self, told: Told, cancelled: Callable[[], bool]) -> Iterator[ConflictGroup]:
        """Yield the conflicts, subject by subject."""
        for subject_id, rows in self._about.items():
            subject = self._subjects[subject_id]
            claims = [self._statements[row.id] for row in rows]
            own = list(_own_statements(subject, self._dates.get(subject_id, {})))
            yield from conflicts_on(subject.key, [*own, *claims], told, cancelled)

    def told(self, data: Repositories, group: ConflictGroup, quoting: Quoting) -> FoundConflict:
        """Return a group with the items and quotations it speaks of."""
        subject = next(item for item in self._subjects.values() if item.key == group.subject)
        rows = [self._rows.get(claim.key) for claim in group.claims]
        ids = {row.id if row else subject.id for row in rows}
        items = data.items.many(ids | {row.speaker_id for row in rows if row and row.speaker_id})
        passages = data.passages.of_many(ids)
        number = {
            claim.key: row.id if row else subject.id
            for claim, row in zip(group.claims, rows, strict=True)
        }
        testimonies = tuple(
            Testimony(
                items[number[claim.key]],
                items.get(row.speaker_id or 0) if row else None,
                said_by(row, items) if row else claim.statement.account,
                claim.statement.value,
                quoting.quotes(passages.get(number[claim.key], ())),
            )
            for claim, row in zip(group.claims, rows, strict=True)
        )
        pairs = tuple(
            ConflictingPair(number[pair.first], number[pair.second], pair.why, pair.sure)
            for pair in group.pairs
        )
        return FoundConflict(subject, group.aspect, testimonies, pairs, group.why, group.sure)


def _own_statements(subject: Item, dates: Mapping[str, HistoricalDate]) -> Iterator[ClaimStatement]:
    """Give a card's own dates as statements: what the reader entered is a testimony as well."""
    for field, word in _OWN_DATES.get(subject.kind, ()):
        date = dates.get(field)
        if date is not None and date.edtf:
            account = f"The card “{subject.title}”"
            said = Statement(account, "asserts", "date", date.original, date=date)
            events = (subject.key,) if subject.kind == "event" else ()
            others = () if events else (subject.key,)
            yield ClaimStatement(subject.key, "when", said, events, others, word)


def _settled_pairs(data: Repositories) -> frozenset[frozenset[str]]:
    settled = data.settled.all()
    keys = data.items.many({i for each in settled for i in (each.first_id, each.second_id)})
    return frozenset(
        frozenset((keys[each.first_id].key, keys[each.second_id].key))
        for each in settled
        if each.first_id in keys and each.second_id in keys
    )


def _sorted(found: Collection[FoundConflict]) -> tuple[FoundConflict, ...]:
    return tuple(sorted(found, key=lambda one: not one.sure))


__all__ = [
    "MOST",
    "ClaimRow",
    "ConflictingPair",
    "Conflicts",
    "FoundConflict",
    "Testimony",
    "find_conflicts",
    "search",
]
