"""A library of Zotero as a bibliography: works with their notes, marks, tags and files."""

from __future__ import annotations

import re
from pathlib import Path

from khiva_notes.importers.bibliography.contract import Bibliography, Entry, Problem
from khiva_notes.importers.bibliography.zotero_notes import note_markdown
from khiva_notes.importers.bibliography.zotero_terms import csl_item
from khiva_notes.model.errors import UserError
from khiva_notes.store.zotero import ZoteroAnnotation, ZoteroItem, zotero_items

_LONGEST_TITLE = 120
_LINE = re.compile(r"\s*\n\s*")


def read_zotero(path: Path) -> Bibliography:
    """Read ``zotero.sqlite``, which stays as it is; UserError if it is no library of Zotero.

    Notes become Markdown, highlights quotations with their page. Collections become tags, those
    within others ``parent/child``, before which stands the name of the group that shares them. A
    note that belongs to no item comes in as a document. The files are named and not opened.
    """
    entries, problems = [], []
    for item in zotero_items(path):
        if item.type == "note":
            entries.append(_loose_note(item))
            continue
        told = csl_item(item.type, item.fields, item.creators)
        if not any(told.get(name) for name in ("title", "author", "editor", "container-title")):
            problems.append(Problem(f"The item {item.key} has neither a title nor an author."))
            continue
        told.setdefault("id", item.key)
        files = tuple(
            attachment.path.removeprefix("storage:") or attachment.title
            for attachment in item.attachments
        )
        entries.append(Entry(told, 0, _note(item), _tags(item), tuple(one for one in files if one)))
    if not entries and not problems:
        raise UserError(f"There is no work in “{path.name}”.", "Look whether it is the right file.")
    return Bibliography(tuple(entries), tuple(problems))


def _tags(item: ZoteroItem) -> tuple[str, ...]:
    shelves = [f"{item.group}/{name}" if item.group else name for name in item.collections]
    groups = [item.group] if item.group and not shelves else []
    return tuple(dict.fromkeys(tag for tag in (*item.tags, *shelves, *groups) if tag.strip()))


def _loose_note(item: ZoteroItem) -> Entry:
    words = note_markdown(item.notes[0])
    first = words.partition("\n")[0].strip("#>*- ")[:_LONGEST_TITLE].strip()
    told = {"id": item.key, "type": "document", "title": first or f"Note {item.key}"}
    return Entry(told, 0, words, _tags(item))


def _note(item: ZoteroItem) -> str:
    parts = [note_markdown(note) for note in item.notes]
    for attachment in item.attachments:
        parts += [_quotation(mark) for mark in attachment.annotations]
    return "\n\n".join(part for part in parts if part)


def _quotation(mark: ZoteroAnnotation) -> str:
    page = f" (p. {mark.page})" if mark.page else ""
    comment = _LINE.sub("\n", mark.comment.strip())
    if not mark.words.strip():
        return f"{comment}{page}"
    words = " ".join(mark.words.split())
    return f"> {words}{page}" + (f"\n\n{comment}" if comment else "")
