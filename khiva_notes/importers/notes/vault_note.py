"""One note of a vault as the parts of a card: kind, body, plain fields, dates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from khiva_notes.importers.notes.vault_front import listed, words
from khiva_notes.importers.notes.vault_links import LINK, Targets, linked, outside_code, unescaped
from khiva_notes.importers.notes.vault_ours import Ours
from khiva_notes.model.dates import HistoricalDate, describe, from_edtf, read_phrase
from khiva_notes.model.dates.historical import unread
from khiva_notes.model.errors import UserError
from khiva_notes.model.items import FieldValue
from khiva_notes.model.kinds import KINDS

_OWN = (
    "key", "kind", "type", "title", "aliases", "alias", "tags", "tag", "created", "cssclasses",
    "cssclass", "publish", "starred", "position", "modified", "updated",
)  # fmt: skip
_ESCAPED_OURS = ("key", "kind", "title", "aliases", "tags", "created", "cssclasses", "publish")
_OTHER_WORDS = {
    "people": "person", "character": "person", "location": "place", "city": "place",
    "organisation": "group", "organization": "group", "institution": "group", "clan": "group",
    "book": "source", "article": "source", "reference": "source", "literature": "source",
    "note": "claim", "idea": "claim", "question": "dispute",
}  # fmt: skip
_DATES = {"born": ("birth", "birthdate"), "died": ("death", "deathdate"), "published": ("year",)}


@dataclass(frozen=True, slots=True)
class Note:
    """A note as read; ``ours`` are the program's blocks, None in a note of somebody else's."""

    path: str
    stem: str
    key: str
    kind: str
    title: str
    front: Mapping[str, object]
    text: str
    ours: Ours | None


def kind_of(told: str, path: str, tags: list[str], default: str) -> str:
    """Return the kind that a note says it is, else that of its folder or a tag, else another."""
    folders = [part.casefold() for part in PurePosixPath(path).parts[:-1]]
    for word in (told, *(tag.lstrip("#").casefold() for tag in tags), *reversed(folders)):
        for kind in KINDS.values():
            if word in (kind.name, kind.label.casefold(), kind.plural.casefold()):
                return kind.name
        if word in _OTHER_WORDS:
            return _OTHER_WORDS[word]
    return default


def body_of(note: Note, targets: Targets, notes: Mapping[str, Note]) -> tuple[str, list[str]]:
    """Return a card's own Markdown with links as the library has them, and what they lead to."""
    told: dict[str, None] = {}

    def link(found: re.Match[str]) -> str:
        target, said = found["to"].strip(), (found["words"] or "").strip()
        said = unescaped(said) if note.ours else said
        if found["embed"]:
            return f"({target or said})"
        ref = targets.find(target) if target else ""
        if not ref:
            file = PurePosixPath(target).suffix
            return (said or target) if re.fullmatch(r"\.\w{1,5}", file) else found[0]
        told.setdefault(ref)
        other = notes[ref]
        name = other.key or (other.stem if re.search(r"[\[\]|#]", other.title) else other.title)
        shown = said or (other.title if note.ours else PurePosixPath(target).name)
        same = shown in (name, other.title.translate(str.maketrans("[]|", "()/")))
        return f"[[{name}]]" if same else f"[[{name}|{shown}]]"

    if note.ours:
        own = note.ours.blocks.get("text", "")
        text = "\n\n".join(part for part in (own, note.ours.around) if part)
    else:
        text = note.text.strip()
    body = outside_code(text, lambda part: LINK.sub(link, part))
    for name, value in note.front.items():
        for target in listed(value) if name not in _OWN else ():
            for each in linked(target):
                if ref := targets.find(each):
                    told.setdefault(ref)
    return body, list(told)


def fields_of(note: Note) -> tuple[dict[str, FieldValue], str]:
    """Return the plain fields that the kind has, and the other properties as a Markdown list."""
    kind = KINDS[note.kind]
    known = {field.name: field for field in kind.fields}
    dates = {name for field in kind.fields if field.is_date for name in _names(field.name)}
    fields: dict[str, FieldValue] = {}
    rest = []
    for name, value in note.front.items():
        field = known.get(_field_name(note, name))
        if field is None:
            extra = name.endswith(("-as-written", "-inferred")) and note.ours
            if name not in _OWN and name not in dates and not extra and listed(value):
                rest.append(f"- **{name}:** {', '.join(listed(value))}")
        elif not field.is_link and not field.is_date and (name not in _OWN or note.ours):
            if isinstance(value, (str, int, float)) and value != "":
                fields[field.name] = value if field.type == "number" or note.ours else words(value)
        elif name == "type" and words(value).casefold() not in (kind.name, kind.label.casefold()):
            fields["type"] = words(value)
    return fields, "\n".join(rest)


def dates_of(note: Note) -> dict[str, HistoricalDate]:
    """Return the dates among the properties: EDTF as it stands, else read as words."""
    dates: dict[str, HistoricalDate] = {}
    for field in KINDS[note.kind].fields:
        if not field.is_date:
            continue
        for name in _names(field.name):
            said = words(note.front.get(name))
            if not said or field.name in dates:
                continue
            written = note.front.get(f"{name}-as-written")
            original = written if isinstance(written, str) else ""
            try:
                date = from_edtf(said, original=original)
            except UserError:
                blank = note.ours is not None and said == describe(unread(""))
                date = unread(original) if original or blank else read_phrase(said)
            inferred = note.front.get(f"{name}-inferred") is True
            dates[field.name] = replace(date, inferred=True) if inferred else date
    return dates


def _names(field: str) -> tuple[str, ...]:
    return (field, *_DATES.get(field, ()))


def _field_name(note: Note, name: str) -> str:
    plain = name.removeprefix("field-")
    return plain if note.ours and plain in _ESCAPED_OURS else name
