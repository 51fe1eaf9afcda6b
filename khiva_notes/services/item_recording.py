"""Keeps what every step makes of the items that it touches, inside the step's own transaction."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from khiva_notes.model.changes import Touch
from khiva_notes.model.item_state import ItemState, to_json
from khiva_notes.model.relations import MERGED
from khiva_notes.store.item_history import HistoryRow
from khiva_notes.store.items import now
from khiva_notes.store.repositories import Repositories
from khiva_notes.store.store import Reader

_PARTS = {
    "items.title",
    "items.body",
    "items.fields",
    "items.starred",
    "names",
    "dates",
    "links",
    "item_tags",
    "tags",
    "passages",
}
"""What a touch must name for a state to be another one."""

_MANY = 100
"""Items made in one step, as by an import, whose first state is kept only when they change."""


class Recorder:
    """Writes a row for each touched item, unless it is as it was."""

    def __init__(self, path: Path) -> None:
        """``path`` is the library's file, to read from it how things were before a step."""
        self._path = path

    def record(
        self,
        data: Repositories,
        touched: Sequence[Touch],
        revision: int,
        label: str,
        *,
        goes_on: bool = False,
    ) -> None:
        """Keep what the touched items now are; must run inside the step's transaction.

        A step that ``goes_on`` with the one before is kept in its place. Of items that have no
        history yet, since they are of an older library or came with many others, what they were
        before is kept too.
        """
        born = [t.item_id for t in touched if t.verb == "added"]
        if len(born) > _MANY:
            born = []
        edited = [t.item_id for t in touched if t.verb == "edited" and t.parts & _PARTS]
        ids = [*born, *edited]
        if not ids:
            return
        last = data.item_history.last(ids)
        states = {number: to_json(state) for number, state in states_of(data, ids).items()}
        older = self._before([number for number in edited if number not in last])
        moment = now()
        rows: list[tuple[int, int, str, str, str]] = []
        for number, state in states.items():
            known = last.get(number)
            if known is None and number in older:
                was, at = older[number]
                if was == state:
                    continue
                rows.append((number, 0, at, "", was))
            if known is not None and known.state == state:
                continue
            if known is not None and goes_on and _continues(known, revision, label):
                self._go_on(data, known, revision, moment, state)
            else:
                rows.append((number, revision, moment, label, state))
        data.item_history.add(rows)

    def _go_on(
        self, data: Repositories, known: HistoryRow, revision: int, moment: str, state: str
    ) -> None:
        before = data.item_history.before(known)
        if before is not None and before.state == state:
            data.item_history.remove(known.id)
        else:
            data.item_history.replace(known.id, revision, moment, state)

    def _before(self, item_ids: Sequence[int]) -> dict[int, tuple[str, str]]:
        """Return what items were before the present transaction, and when they became that."""
        if not item_ids:
            return {}
        reader = Reader(self._path)
        try:
            with reader.moment() as data:
                items = data.items.many(item_ids)
                states = states_of(data, item_ids)
                return {
                    number: (to_json(s), items[number].modified) for number, s in states.items()
                }
        finally:
            reader.close()


def states_of(data: Repositories, item_ids: Collection[int]) -> dict[int, ItemState]:
    """Return what these items are like now, by number, in a fixed number of queries."""
    items = data.items.many(item_ids)
    names = data.names.of_many(item_ids)
    dates = data.dates.of_many("item", item_ids)
    links = data.links.of_many(item_ids)
    tags = data.tags.of_many(item_ids)
    passages = data.passages.of_many(item_ids)
    return {
        number: ItemState(
            item.title,
            item.body,
            item.starred,
            item.fields,
            dates.get(number, {}),
            tuple(sorted(tags.get(number, ()))),
            tuple(
                sorted(
                    (
                        (n.text, n.kind, n.language, n.script, n.passage_id)
                        for n in names.get(number, ())
                    ),
                    key=lambda form: (form[1] != "preferred", form[0], form[1], form[4] or 0),
                )
            ),
            tuple(
                sorted(
                    (link.type, link.to_id, link.role, link.note)
                    for link in links.get(number, ())
                    if link.type != MERGED
                )
            ),
            tuple((p.id, p.exact) for p in passages.get(number, ())),
        )
        for number, item in items.items()
    }


def _continues(known: HistoryRow, revision: int, label: str) -> bool:
    """Tell whether a row is that of the step just before, by the same name."""
    return known.revision == revision - 1 and known.label == label
