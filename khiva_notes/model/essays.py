"""The outline of an essay as pure values: its parts, their order, and how parts move in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

Sort = Literal["heading", "prose", "card", "quotation", "dispute"]
SORTS: tuple[Sort, ...] = ("heading", "prose", "card", "quotation", "dispute")

Shown = Literal["", "quotation", "paraphrase", "both", "table"]

SHOWN: dict[Sort, tuple[Shown, ...]] = {
    "heading": (),
    "prose": (),
    "card": ("both", "quotation", "paraphrase"),
    "quotation": ("quotation", "paraphrase", "both"),
    "dispute": ("both", "table", "quotation", "paraphrase"),
}
"""In which ways a part of each sort may be shown; the first where nothing is chosen.

``quotation`` gives the source's words, ``paraphrase`` the user's, ``both`` the two together, or
both sides of a dispute; ``table`` is a dispute's comparison.
"""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an essay.

    ``position`` counts from 1 among the parts of the same parent. ``text`` is a heading's words,
    Markdown prose, or the user's own wording of a card, quotation or dispute. ``item_id`` is the
    card or dispute, ``passage_id`` the passage quoted; both are None once these are gone.
    ``locator`` takes the place of the page that the text itself gives; ``note`` is to self.
    """

    id: int
    essay_id: int
    parent_id: int | None
    position: int
    key: str
    sort: Sort
    text: str = ""
    item_id: int | None = None
    passage_id: int | None = None
    shown: Shown = ""
    locator: str = ""
    note: str = ""

    @property
    def way(self) -> Shown:
        """How the part is shown: what was chosen, else the first way of its sort."""
        ways = SHOWN[self.sort]
        return self.shown if self.shown in ways else ways[0] if ways else ""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in an outline: before the child number ``index`` (from 0) of a parent, or of none."""

    parent_id: int | None
    index: int


def by_parent(parts: Iterable[Part]) -> dict[int | None, list[Part]]:
    """Return the parts of each parent in their order; what stands at the top under None."""
    found: dict[int | None, list[Part]] = {}
    for part in sorted(parts, key=lambda part: (part.position, part.id)):
        found.setdefault(part.parent_id, []).append(part)
    return found


def in_order(parts: Iterable[Part]) -> Iterator[tuple[Part, int]]:
    """Yield the parts as they are read, each with its depth from 0."""
    children = by_parent(parts)
    waiting = [(part, 0) for part in reversed(children.get(None, []))]
    while waiting:
        part, depth = waiting.pop()
        yield part, depth
        waiting += [(child, depth + 1) for child in reversed(children.get(part.id, []))]


def under(parts: Iterable[Part], part_ids: Collection[int]) -> set[int]:
    """Return the numbers of these parts and of all that stands inside them."""
    children = by_parent(parts)
    found: set[int] = set()
    waiting = list(part_ids)
    while waiting:
        part_id = waiting.pop()
        if part_id not in found:
            found.add(part_id)
            waiting += [child.id for child in children.get(part_id, [])]
    return found


def outermost(parts: Sequence[Part], part_ids: Collection[int]) -> list[int]:
    """Return those of the numbered parts that stand inside none of the others, in order."""
    parents = {part.id: part.parent_id for part in parts}
    chosen = set(part_ids)
    found = []
    for part, _ in in_order(parts):
        above = part.parent_id
        while above is not None and above not in chosen:
            above = parents[above]
        if part.id in chosen and above is None:
            found.append(part.id)
    return found


def moved(parts: Sequence[Part], part_ids: Collection[int], slot: Slot) -> list[Part]:
    """Return all parts with the chosen ones, and what is inside them, put into a slot together.

    The slot is meant as the outline stands before the move. ValueError if it lies inside what is
    moved, or its parent is not there.
    """
    known = {part.id: part for part in parts}
    if slot.parent_id is not None and slot.parent_id not in known:
        raise ValueError(f"no part {slot.parent_id}")
    if slot.parent_id in under(parts, part_ids):
        raise ValueError("a part cannot stand inside itself")
    going = outermost(parts, part_ids)
    children = by_parent(parts)
    siblings = children.get(slot.parent_id, [])
    index = min(max(0, slot.index), len(siblings))
    before = [part for part in siblings[:index] if part.id not in going]
    after = [part for part in siblings[index:] if part.id not in going]
    target = [*before, *(known[part_id] for part_id in going), *after]
    for parent_id, group in children.items():
        rest = [part for part in group if part.id not in going]
        _number(known, parent_id, target if parent_id == slot.parent_id else rest)
    if slot.parent_id not in children:
        _number(known, slot.parent_id, target)
    return list(known.values())


def without(parts: Sequence[Part], part_ids: Collection[int]) -> list[Part]:
    """Return the outline without these parts and what is inside them, the others closed up."""
    gone = under(parts, part_ids)
    known = {part.id: part for part in parts if part.id not in gone}
    for parent_id, group in by_parent(known.values()).items():
        _number(known, parent_id, group)
    return list(known.values())


def above(parts: Sequence[Part], part_id: int) -> Slot | None:
    """Return the slot one step up: before the part above, or into the section that ends there."""
    part, _, index = _standing(parts, part_id)
    if index > 0:
        return Slot(part.parent_id, index - 1)
    if part.parent_id is None:
        return None
    parent, uncles, at = _standing(parts, part.parent_id)
    if at > 0 and uncles[at - 1].sort == "heading":
        section = uncles[at - 1].id
        return Slot(section, len(by_parent(parts).get(section, [])))
    return Slot(parent.parent_id, at)


def below(parts: Sequence[Part], part_id: int) -> Slot | None:
    """Return the slot one step down: after the part below, or into the section that begins."""
    part, siblings, index = _standing(parts, part_id)
    if index + 1 < len(siblings):
        return Slot(part.parent_id, index + 2)
    if part.parent_id is None:
        return None
    parent, uncles, at = _standing(parts, part.parent_id)
    if at + 1 < len(uncles) and uncles[at + 1].sort == "heading":
        return Slot(uncles[at + 1].id, 0)
    return Slot(parent.parent_id, at + 1)


def inward(parts: Sequence[Part], part_id: int) -> Slot | None:
    """Return the slot at the end of the part before, or None for the first of its parent."""
    _, siblings, index = _standing(parts, part_id)
    if index == 0:
        return None
    into = siblings[index - 1].id
    return Slot(into, len(by_parent(parts).get(into, [])))


def outward(parts: Sequence[Part], part_id: int) -> Slot | None:
    """Return the slot after the part's parent, or None at the top."""
    part, _, _ = _standing(parts, part_id)
    if part.parent_id is None:
        return None
    parent, _, at = _standing(parts, part.parent_id)
    return Slot(parent.parent_id, at + 1)


def after(parts: Sequence[Part], part_id: int | None, sort: Sort) -> Slot:
    """Return where a new part goes when a part is the current one: below it as one reads on.

    A heading takes it in as its first part, and a further heading goes behind the section; with
    no current part it goes to the end.
    """
    if part_id is None:
        return Slot(None, len(by_parent(parts).get(None, [])))
    part, _, index = _standing(parts, part_id)
    if part.sort == "heading" and sort != "heading":
        return Slot(part.id, 0)
    if sort == "heading":
        known = {other.id: other for other in parts}
        while part.sort != "heading" and part.parent_id is not None:
            part = known[part.parent_id]
        index = _standing(parts, part.id)[2]
    return Slot(part.parent_id, index + 1)


def words(text: str) -> int:
    """Count the words of prose: runs between blanks that hold a letter or digit."""
    return sum(word.isalnum() or any(map(str.isalnum, word)) for word in text.split())


_NOTE = re.compile(
    r"\^\[(?:[^\[\]]|\[[^\[\]]*\])*\]|^\[\^[^\]\s]+\]:.*(?:\n[ \t]+.*)*", re.MULTILINE
)
_CITED = re.compile(r"\s?\[[^\[\]]*@[^\[\]]*\]|\[\^[^\]\s]+\]")


def without_notes(prose: str) -> str:
    """Return Markdown without pandoc's notes and citations: the running text, which is counted."""
    return _CITED.sub("", _NOTE.sub("", prose))


def numbered_notes(prose: str) -> tuple[str, list[str]]:
    """Return Markdown with a raised number for each of pandoc's inline notes, and the notes."""
    notes: list[str] = []

    def number(found: re.Match[str]) -> str:
        if not found[0].startswith("^["):
            return found[0]
        notes.append(" ".join(found[0][2:-1].split()))
        return superscript(len(notes))

    return _NOTE.sub(number, prose), notes


def superscript(number: int) -> str:
    """Return a number in raised figures."""
    return str(number).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))


def _standing(parts: Sequence[Part], part_id: int) -> tuple[Part, list[Part], int]:
    known = {part.id: part for part in parts}
    if part_id not in known:
        raise ValueError(f"no part {part_id}")
    part = known[part_id]
    siblings = by_parent(parts)[part.parent_id]
    return part, siblings, siblings.index(part)


def _number(known: dict[int, Part], parent_id: int | None, group: Sequence[Part]) -> None:
    for position, part in enumerate(group, 1):
        if (part.parent_id, part.position) != (parent_id, position):
            known[part.id] = replace(part, parent_id=parent_id, position=position)
