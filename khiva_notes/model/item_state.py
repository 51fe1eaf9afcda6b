"""What an item is like at one moment, as plain values that can be compared and kept as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import astuple, dataclass, field

from khiva_notes.model.dates import HistoricalDate
from khiva_notes.model.items import FieldValue
from khiva_notes.model.kinds import KINDS
from khiva_notes.model.relations import Relation, relation_named

NameForm = tuple[str, str, str, str, int | None]
"""A name: text, kind, language, script, and the number of the passage that attests it."""

LinkEnd = tuple[str, int, str, str]
"""A link from the item: type, the other item's number, role, note."""

Words = tuple[int, str]
"""A passage: its number and its exact words."""


@dataclass(frozen=True, slots=True)
class ItemState:
    """Everything of an item that its history keeps; sorted, so that equal states are equal values.

    ``fields`` are the plain values of its kind, ``dates`` those of its date fields.
    """

    title: str = ""
    body: str = ""
    starred: bool = False
    fields: Mapping[str, FieldValue] = field(default_factory=dict)
    dates: Mapping[str, HistoricalDate] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    names: tuple[NameForm, ...] = ()
    links: tuple[LinkEnd, ...] = ()
    passages: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that two states do not agree in: what it is called, and how it reads in each."""

    what: str
    old: str
    new: str


def to_json(state: ItemState) -> str:
    """Return a state as compact JSON, in which what is empty is left out."""
    whole = {
        "title": state.title,
        "body": state.body,
        "starred": state.starred,
        "fields": dict(state.fields),
        "dates": {name: astuple(date) for name, date in state.dates.items()},
        "tags": state.tags,
        "names": state.names,
        "links": state.links,
        "passages": state.passages,
    }
    kept = {name: value for name, value in whole.items() if value}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(text: str) -> ItemState:
    """Return the state that some JSON of ``to_json`` holds."""
    kept = json.loads(text)
    return ItemState(
        kept.get("title", ""),
        kept.get("body", ""),
        kept.get("starred", False),
        kept.get("fields", {}),
        {name: HistoricalDate(*date) for name, date in kept.get("dates", {}).items()},
        tuple(kept.get("tags", ())),
        tuple((t, k, la, s, p) for t, k, la, s, p in kept.get("names", ())),
        tuple((t, o, r, n) for t, o, r, n in kept.get("links", ())),
        tuple((number, words) for number, words in kept.get("passages", ())),
    )


def differences(
    before: ItemState,
    after: ItemState,
    kind: str,
    called: Callable[[int], str],
    relations: Mapping[str, Relation] | None = None,
) -> tuple[Difference, ...]:
    """Return in what two states of an item of ``kind`` differ, in the order of its form.

    ``called`` gives the title of another item by its number, ``relations`` are the library's own
    types of links. What stands in several rows, such as
    names, reads as one row a line.
    """
    declared = KINDS[kind]
    pairs = [
        ("Title", before.title, after.title),
        ("Star", _yes(before.starred), _yes(after.starred)),
    ]
    labels = {one.name: one.label for one in declared.fields}
    for name in _all(labels, before.fields, after.fields, before.dates, after.dates):
        pairs.append((labels.get(name, name), _value(before, name), _value(after, name)))
    pairs += [
        ("Names", _lines(map(_name, before.names)), _lines(map(_name, after.names))),
        ("Tags", ", ".join(before.tags), ", ".join(after.tags)),
        ("Notes", before.body, after.body),
    ]
    own = {one.relation: one.label for one in declared.fields if one.is_link}
    for type_ in _all(own, (link[0] for link in (*before.links, *after.links))):
        label = own.get(type_) or f"Link: {relation_named(type_, relations).label}"
        pairs.append((label, _ends(before, type_, called), _ends(after, type_, called)))
    words = [_lines(f"“{exact}”" for _, exact in state.passages) for state in (before, after)]
    pairs.append(("Passages", words[0], words[1]))
    return tuple(Difference(what, old, new) for what, old, new in pairs if old != new)


def _all(*groups: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(name for group in groups for name in group))


def _yes(on: bool) -> str:
    return "starred" if on else ""


def _value(state: ItemState, name: str) -> str:
    date = state.dates.get(name)
    if date is None:
        return str(state.fields.get(name, ""))
    words = " = ".join(part for part in (date.original, date.edtf) if part)
    marks: list[str] = [date.calendar if date.calendar != "gregorian" else ""]
    marks += ["inferred" if date.inferred else "", date.note]
    rest = ", ".join(mark for mark in marks if mark)
    return f"{words} ({rest})" if rest else words


def _name(name: NameForm) -> str:
    text, kind, language, _, passage = name
    rest = ", ".join(part for part in (kind, language, "with its passage" * bool(passage)) if part)
    return f"{text} ({rest})"


def _ends(state: ItemState, type_: str, called: Callable[[int], str]) -> str:
    return _lines(
        " — ".join(part for part in (called(other), role, note) if part)
        for kind, other, role, note in state.links
        if kind == type_
    )


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(lines)
