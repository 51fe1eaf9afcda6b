"""A library's conflicts with what has become of each: open, or already a dispute."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from khiva_notes.model.items import Item
from khiva_notes.services.conflicts import MOST, FoundConflict, search
from khiva_notes.store.repositories import Repositories
from khiva_notes.store.store import Reader


@dataclass(frozen=True, slots=True)
class Surveyed:
    """A conflict, and the dispute that holds both sides of it, if one does."""

    conflict: FoundConflict
    dispute: Item | None = None

    @property
    def key(self) -> tuple[int, str, frozenset[int]]:
        """What tells this conflict from others when the library is searched again."""
        ids = frozenset(one.item.id for one in self.conflict.testimonies)
        return self.conflict.subject.id, self.conflict.aspect, ids


@dataclass(frozen=True, slots=True)
class Survey:
    """What a search found; ``whole`` is False when it was stopped or found too many to tell."""

    found: tuple[Surveyed, ...]
    subjects: int
    whole: bool = True

    @property
    def open(self) -> int:
        """How many conflicts no dispute holds yet."""
        return sum(one.dispute is None for one in self.found)


def survey(
    path: Path,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
    most: int = MOST,
) -> Survey:
    """Search the library at ``path`` on a connection of its own, from any thread.

    ``progress`` is told (done, total) in subjects; when ``cancelled``, what was found so far comes
    back, marked as not whole.
    """
    reader = Reader(path)
    try:
        with reader.moment() as data:
            conflicts = search(data, progress, cancelled, most)
            holding = _holding(data)
            found = tuple(Surveyed(one, _dispute_of(one, holding)) for one in conflicts.found)
            whole = not (conflicts.more or cancelled())
            return Survey(found, conflicts.subjects, whole)
    finally:
        reader.close()


def claims_in(path: Path) -> int:
    """Count the claims of the library at ``path``, from any thread."""
    reader = Reader(path)
    try:
        with reader.moment() as data:
            return data.items.counts().get("claim", 0)
    finally:
        reader.close()


def _holding(data: Repositories) -> list[tuple[Item, frozenset[int]]]:
    """Return the disputes, each with the claims that its accounts rest on."""
    items = {item.id: item for item in data.items.heads("dispute")}
    found = []
    for dispute_id, dispute in data.disputes.many(items).items():
        claims = {i for account in dispute.accounts for i in account.claim_ids}
        about = {link.to_id for link in data.links.of(dispute_id) if link.type == "about"}
        found.append((items[dispute_id], frozenset(claims | about)))
    return found


def _dispute_of(conflict: FoundConflict, holding: list[tuple[Item, frozenset[int]]]) -> Item | None:
    """Return a dispute that rests on all of a conflict's claims, and is about the card it dates."""
    needed = {one.item.id for one in conflict.testimonies}
    return next((item for item, held in holding if needed <= held), None)
