"""What if sources or accounts are left out: rows that change, verdicts that lose support."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from khiva_notes.model.conflicts.without import (
    Change,
    Support,
    accounts_without,
    support,
    without,
)
from khiva_notes.model.conflicts.wording import listed, quoted, sentence
from khiva_notes.model.items import Item
from khiva_notes.services.dispute_reading import DisputeTable, dispute_table
from khiva_notes.store.repositories import Repositories


@dataclass(frozen=True, slots=True)
class DisputeWithout:
    """What becomes of one dispute: accounts that fall, rows that change, its verdict's support.

    ``support`` is None where the verdict elects nobody. ``shaken`` tells that the verdict loses
    support, itself or through ``through``: disputes whose verdicts it builds on and that are
    shaken. ``why`` says it in words, "" where nothing happens to the verdict.
    """

    dispute: Item
    gone: tuple[str, ...]
    changes: tuple[Change, ...]
    support: Support | None
    shaken: bool
    through: tuple[Item, ...]
    why: str

    @property
    def touched(self) -> bool:
        """Whether anything at all is different here."""
        return bool(self.gone or self.changes or self.shaken)


def what_if(
    data: Repositories,
    source_ids: Collection[int] = (),
    account_ids: Collection[int] = (),
    *,
    dispute_id: int | None = None,
) -> tuple[DisputeWithout, ...]:
    """Leave sources and accounts out and tell what becomes of the disputes; nothing is changed.

    Given ``dispute_id``, only that dispute and those whose verdicts build on its own are looked
    at. Disputes come in the order of their numbers, those that nothing happens to included.
    """
    bases = data.verdict_bases.all()
    wanted = [item.id for item in data.items.heads("dispute")]
    if dispute_id is not None:
        wanted = [i for i in wanted if i == dispute_id or dispute_id in _below(bases, i)]
    left_out = {item.key for item in data.items.many(source_ids).values()}
    found = {i: _one(dispute_table(data, i), left_out, account_ids) for i in wanted}
    return tuple(_through(found, bases).values())


def without_accounts(table: DisputeTable, account_ids: Collection[int]) -> DisputeWithout:
    """Leave accounts of one dispute out, from its table as read; other verdicts aside."""
    return _one(table, (), account_ids)


def _one(
    table: DisputeTable, source_keys: Collection[str], account_ids: Collection[int]
) -> DisputeWithout:
    comparison = table.comparison
    fallen = {
        key
        for source in source_keys
        for key in accounts_without(table.voices, table.derivations, source)
    }
    columns = comparison.columns
    gone = [
        place
        for place, column in enumerate(columns)
        if column.account.key in fallen or column.account.id in account_ids
    ]
    rows = {row.aspect.name: row.statements for row in comparison.rows}
    chosen = comparison.elected
    elected = next(
        (i for i, column in enumerate(columns) if chosen and column.account.id == chosen.id), None
    )
    held = support(rows, elected, gone) if elected is not None and rows else None
    shaken = held is not None and bool(gone) and (held.falls or bool(held.lost))
    return DisputeWithout(
        comparison.dispute,
        tuple(columns[place].account.label for place in gone),
        tuple(without(rows, gone)) if gone else (),
        held,
        shaken,
        (),
        held.why if held and shaken else "",
    )


def _through(
    found: Mapping[int, DisputeWithout], bases: Mapping[int, Collection[int]]
) -> dict[int, DisputeWithout]:
    """Shake what builds on what is shaken, all the way up."""
    answer = dict(found)
    growing = True
    while growing:
        growing = False
        for dispute_id, one in answer.items():
            below = [answer[i] for i in bases.get(dispute_id, ()) if i in answer]
            through = tuple(each.dispute for each in below if each.shaken)
            if through != one.through:
                own = found[dispute_id].why
                answer[dispute_id] = replace(
                    one, shaken=True, through=through, why=_why(own, through)
                )
                growing = True
    return answer


def _why(own: str, through: Iterable[Item]) -> str:
    names = listed([quoted(item.title) for item in through])
    return f"{own} {sentence(f'it builds on the verdict on {names}, which loses support')}".strip()


def _below(bases: Mapping[int, Collection[int]], dispute_id: int) -> set[int]:
    seen: set[int] = set()
    waiting = list(bases.get(dispute_id, ()))
    while waiting:
        place = waiting.pop()
        if place not in seen:
            seen.add(place)
            waiting += bases.get(place, ())
    return seen
