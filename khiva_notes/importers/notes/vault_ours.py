"""What the program's own blocks in a note tell besides its properties: names, roles, connections.

A block begins with ``<!-- khiva: key/part fingerprint -->`` and ends with ``<!-- /khiva -->``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from khiva_notes.importers.notes.vault_links import unescaped
from khiva_notes.model.kinds import Kind
from khiva_notes.model.relations import RELATIONS

_MARK = re.compile(r"<!-- khiva: (\S+)/([\w-]+) [0-9a-f]{12} -->\s*")
_END = re.compile(r"<!-- /khiva -->\s*")
_FIELD = re.compile(r"- \*\*(?P<label>[^*]+):\*\* (?P<text>\[\[.*)")
_LINKED = re.compile(
    r"\[\[(?P<to>[^\[\]|#]+)[^\[\]]*\]\](?: \((?P<role>.*?)\))?(?:: (?P<note>.*))?"
)
_CONNECTION = re.compile(r"- (?P<label>.*?) (?P<rest>\[\[.*)")
_PART_IN = "has a part in"
_BY_LABEL = {relation.label: relation.name for relation in RELATIONS.values()}
_INVERSE = {relation.inverse for relation in RELATIONS.values()} - _BY_LABEL.keys()
BOTH_WAYS = {relation.name for relation in RELATIONS.values() if relation.label == relation.inverse}


@dataclass(frozen=True, slots=True)
class Linked:
    """A link as a block shows it; ``type`` is a relation's name, ``known`` if it is built in."""

    type: str
    to: str
    role: str
    note: str
    known: bool = True


@dataclass(slots=True)
class Ours:
    """The blocks of a note by part, and what stands around them."""

    blocks: dict[str, str] = field(default_factory=dict)
    around: str = ""

    def field_links(self, kind: Kind) -> Iterator[Linked]:
        """Yield the links that are values of fields, with roles and notes."""
        relations = {each.label: each.relation for each in kind.fields if each.is_link}
        for line in self.blocks.get("card", "").split("\n"):
            found = _FIELD.fullmatch(line)
            if found and found["label"] in relations:
                for part in re.split(r"; (?=\[\[)", found["text"]):
                    if link := _LINKED.fullmatch(part):
                        yield _link(relations[found["label"]], link)

    def connections(self) -> Iterator[Linked]:
        """Yield the links that begin here and are in no field; of both-way ones, both ends."""
        for line in self.blocks.get("connections", "").split("\n"):
            found = _CONNECTION.fullmatch(line)
            link = _LINKED.fullmatch(found["rest"]) if found else None
            if found is None or link is None:
                continue
            label = unescaped(found["label"])
            if label in _INVERSE or label == _PART_IN or label.endswith(" (of)"):
                continue
            known = label in _BY_LABEL
            type_ = _BY_LABEL.get(label, label)
            yield _link(type_, link, known=known and type_ not in BOTH_WAYS)

    def names(self, forms: Iterable[str]) -> dict[str, tuple[str, str]]:
        """Return of each form that the block lists its kind and its language."""
        ordered = sorted(forms, key=len, reverse=True)
        told: dict[str, tuple[str, str]] = {}
        for line in self.blocks.get("names", "").split("\n"):
            plain = unescaped(line.removeprefix("- "))
            form = next((form for form in ordered if plain.startswith(f"{form} (")), "")
            if form:
                about = plain[len(form) + 2 :].partition(")")[0].split(", ")
                language = [part for part in about[1:] if part.islower()]
                told[form] = (about[0], language[0] if language else "")
        return told


def parse_ours(text: str) -> Ours | None:
    """Part a note by the program's blocks; None if it has none, or they are not whole."""
    made = Ours()
    around: list[str] = []
    inside: list[str] = []
    part = ""
    for line in text.split("\n"):
        begins = _MARK.fullmatch(line)
        if begins and part:
            return None
        if begins:
            part, inside = begins[2], []
        elif part and _END.fullmatch(line):
            made.blocks.setdefault(part, "\n".join(inside).strip("\n"))
            part = ""
        else:
            (inside if part else around).append(line)
    if part or not made.blocks:
        return None
    made.around = re.sub(r"\n{3,}", "\n\n", "\n".join(around)).strip()
    return made


def _link(type_: str, found: re.Match[str], *, known: bool = True) -> Linked:
    role, note = unescaped(found["role"] or ""), unescaped(found["note"] or "")
    return Linked(type_, found["to"].strip(), role, note, known)
