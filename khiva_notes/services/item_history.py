"""An item's earlier states, as they are shown, and the way back to one of them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from khiva_notes.model.item_state import Difference, ItemState, differences, from_json
from khiva_notes.model.items import Item
from khiva_notes.model.kinds import KINDS
from khiva_notes.model.relations import MERGED, Relation, relation_named
from khiva_notes.services import links
from khiva_notes.services.item_recording import states_of
from khiva_notes.services.library import Library
from khiva_notes.store.repositories import Repositories
from khiva_notes.store.store import Reader


@dataclass(frozen=True, slots=True)
class Version:
    """What an item was like after one step; ``at`` is UTC in ISO 8601, ``label`` the step's name.

    The first state of an item of an older library has no label. ``changed`` names what the step
    made of it, in the words of its form.
    """

    id: int
    at: str
    label: str
    state: ItemState
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """An item with its versions, the newest first; ``titles`` are those of the items linked to.

    ``relations`` are the library's own types of links.
    """

    item: Item | None
    versions: tuple[Version, ...]
    titles: dict[int, str]
    relations: Mapping[str, Relation] = field(default_factory=dict)

    def between(self, before: ItemState, after: ItemState) -> tuple[Difference, ...]:
        """Return in what two states differ, for the eye."""
        if self.item is None:
            return ()
        return differences(before, after, self.item.kind, self._called, self.relations)

    def _called(self, number: int) -> str:
        return self.titles.get(number, "a card that is gone")


def read_past(path: Path, item_id: int) -> Past:
    """Read an item's history through a connection of its own, on whatever thread."""
    reader = Reader(path)
    try:
        with reader.moment() as data:
            return past_of(data, item_id)
    finally:
        reader.close()


def past_of(data: Repositories, item_id: int) -> Past:
    """Return an item's history; an item that nothing has changed yet has one version: the present.

    That one bears the number 0.
    """
    item = data.items.find(item_id)
    rows = data.item_history.of(item_id)
    states = [from_json(row.state) for row in rows]
    if item is None:
        return Past(None, (), {})
    if not rows:
        present = states_of(data, [item_id])[item_id]
        titles = _titles(data, {link[1] for link in present.links})
        only = Version(0, item.modified, "", present, ())
        return Past(item, (only,), titles, data.relation_types.all())
    titles = _titles(data, {link[1] for state in states for link in state.links})
    past = Past(item, (), titles, data.relation_types.all())
    versions: list[Version] = []
    before = ItemState()
    for row, state in zip(rows, states, strict=True):
        changed = tuple(one.what for one in past.between(before, state)) if versions else ()
        versions.append(Version(row.id, row.at, row.label, state, changed))
        before = state
    return Past(item, tuple(reversed(versions)), titles, past.relations)


def go_back(library: Library, item_id: int, version_id: int) -> list[str]:
    """Let an item be what it was after an earlier step, as one new step that can be undone.

    Return, in sentences, what could not come back. Passages stay as they are now: they belong to
    texts, which may have changed since.
    """
    state = from_json(library.data.item_history.get(version_id).state)
    item = library.data.items.get(item_id)
    lost: list[str] = []
    label = f"Go back to an earlier {KINDS[item.kind].label.lower()}"
    with library.change(label) as data:
        data.items.set(
            item_id,
            title=state.title,
            body=state.body,
            starred=int(state.starred),
            fields=json.dumps(dict(state.fields), ensure_ascii=False, sort_keys=True),
        )
        for name in {*data.dates.of(item_id), *state.dates}:
            data.dates.set("item", item_id, state.dates.get(name), name)
        _tags_back(library, item_id, state.tags)
        lost += _names_back(data, item_id, state)
        lost += _links_back(data, item_id, state)
        now = states_of(data, [item_id])[item_id]
        if [words for _, words in now.passages] != [words for _, words in state.passages]:
            lost.append("Passages stay as they are now.")
    return lost


def _tags_back(library: Library, item_id: int, tags: Iterable[str]) -> None:
    wanted = {tag.casefold(): tag for tag in tags}
    borne = {tag.casefold(): tag for tag in library.data.tags.of(item_id)}
    for key in borne.keys() - wanted.keys():
        links.untag(library, [item_id], borne[key])
    for key in sorted(wanted.keys() - borne.keys()):
        links.tag(library, [item_id], wanted[key])


def _names_back(data: Repositories, item_id: int, state: ItemState) -> list[str]:
    lost = []
    known = data.passages.many({form[4] for form in state.names if form[4]})
    wanted: Counter[tuple[str, str, str, str, int | None]] = Counter()
    for text, kind, language, script, passage in state.names:
        if passage and passage not in known:
            lost.append(f"The words that attest “{text}” are gone.")
            passage = None
        wanted[text, kind, language, script, passage] += 1
    for name in data.names.of(item_id):
        form = (name.text, name.kind, name.language, name.script, name.passage_id)
        if wanted[form]:
            wanted[form] -= 1
        else:
            data.names.remove(name.id)
    for (text, kind, language, script, passage), count in wanted.items():
        for _ in range(count):
            data.names.add(
                item_id, text, kind, language=language, script=script, passage_id=passage
            )
    return lost


def _links_back(data: Repositories, item_id: int, state: ItemState) -> list[str]:
    wanted = {(type_, other, role): note for type_, other, role, note in state.links}
    for link in data.links.of(item_id):
        if link.type == MERGED:
            continue
        if wanted.get((link.type, link.to_id, link.role)) == link.note:
            del wanted[link.type, link.to_id, link.role]
        else:
            data.links.remove(link.id)
    there = data.items.many({other for _, other, _ in wanted})
    titles = _titles(data, {other for _, other, _ in wanted})
    lost = []
    for (type_, other, role), note in wanted.items():
        if other in there:
            data.links.add(item_id, other, type_, role, note)
        else:
            title = titles.get(other, "another card")
            how = relation_named(type_, data.relation_types.all()).label
            lost.append(f"“{title}”, which it {how}, is gone.")
    return lost


def _titles(data: Repositories, numbers: set[int]) -> dict[int, str]:
    """Return how items are called, or were when they were last there."""
    titles = {number: item.title for number, item in data.items.many(numbers).items()}
    gone = data.item_history.last(numbers - titles.keys())
    return {**titles, **{n: from_json(row.state).title for n, row in gone.items()}}
