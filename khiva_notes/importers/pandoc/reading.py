"""From a document's bytes to an imported text, for the formats that pandoc parses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from khiva_notes.importers.building import Built, TextBuilder
from khiva_notes.importers.languages import guess_language
from khiva_notes.importers.pandoc.blocks import Blocks
from khiva_notes.importers.pandoc.program import Document, parse
from khiva_notes.importers.titles import title_from_headings, title_from_name
from khiva_notes.model.errors import UserError
from khiva_notes.model.texts import ImportedText, PageBreak, TextBody

_FRONT = ("title", "subtitle", "author", "date")


@dataclass(frozen=True, slots=True)
class Told:
    """What a document's own fields tell of it; ``item`` is a CSL-JSON item."""

    item: dict[str, object] = field(default_factory=dict)
    language: str = ""


def read_with_pandoc(
    data: bytes,
    form: str,
    file_name: str,
    *,
    original: bytes,
    media_type: str,
    told: Told,
    front: bool,
    page_marks: int = 0,
) -> ImportedText:
    """Have pandoc parse ``data`` and make a text of its tree.

    ``front``: whether pandoc takes title and author out of the text itself, so that they go back to
    its head. ``page_marks`` is how many marks of pages were set into the data.
    """
    tree = parse(data, form, file_name)
    builder = TextBuilder(file_name)
    walk = Blocks(builder)
    meta = tree.get("meta", {})
    if front:
        _put_front(walk, meta)
    walk.walk(tree["blocks"])
    walk.walk_notes()
    built = builder.result()
    if not built.body.text:
        raise UserError(
            f"The file “{file_name}” has no text in it.", "Choose a file that has text in it."
        )
    body = _paged(built, walk.page_marks, page_marks)
    title = str(told.item.get("title", "")) or (meta_words(meta, "title") if front else "")
    body = _title_as_heading(body, title) if title else body
    title = title or title_from_headings(body)
    return ImportedText(
        title=title or title_from_name(file_name),
        body=body,
        original=original,
        media_type=media_type,
        encoding="utf-8",
        language=told.language or guess_language(body.text),
        bibliography={**({"title": title} if title else {}), **told.item},
        marks=built.marks,
    )


def _title_as_heading(body: TextBody, title: str) -> TextBody:
    """The first line as a heading where it is the title and the document does not say so."""
    first = body.blocks[0]
    if first.kind != "paragraph" or body.text[first.start : first.end] != title:
        return body
    heading = replace(first, kind="heading", level=1)
    return TextBody(body.text, (heading, *body.blocks[1:]), body.pages)


def _put_front(walk: Blocks, meta: dict[str, Any]) -> None:
    for name in _FRONT:
        for inlines in _values(meta.get(name)):
            if name == "title":
                walk.heading(inlines, 1)
            else:
                walk.walk([{"t": "Para", "c": inlines}])
    abstract = meta.get("abstract", {})
    if abstract.get("t") == "MetaBlocks":
        walk.walk(abstract["c"])
    elif abstract:
        walk.walk([{"t": "Para", "c": inlines} for inlines in _values(abstract)])


def _paged(built: Built, found: int, expected: int) -> TextBody:
    """The body with its pages; marks that did not all come through would number pages wrongly."""
    body = built.body
    if not expected:
        return body
    if found != expected:
        return TextBody(body.text, body.blocks)
    first = () if body.pages and body.pages[0].offset == 0 else (PageBreak(0, "1"),)
    return TextBody(body.text, body.blocks, (*first, *body.pages))


def meta_words(meta: Document, name: str) -> str:
    """A field of pandoc's metadata as words, several joined by commas."""
    return ", ".join(each_meta(meta, name))


def each_meta(meta: Document, name: str) -> list[str]:
    """Each value of a field of pandoc's metadata, as words."""
    return [words for inlines in _values(meta.get(name)) if (words := _plain(inlines))]


def _values(value: Any) -> list[Sequence[Any]]:
    if not isinstance(value, dict):
        return []
    kind = value.get("t")
    content: Any = value.get("c")
    if kind == "MetaInlines":
        return [content]
    if kind == "MetaString":
        return [[content]]
    if kind == "MetaList":
        return [inlines for one in content for inlines in _values(one)]
    if kind == "MetaBlocks":
        return [block["c"] for block in content if block.get("t") in ("Para", "Plain")]
    return []


def _plain(inlines: Sequence[Any]) -> str:
    builder = TextBuilder("")
    walk = Blocks(builder)
    walk.walk([{"t": "Para", "c": list(inlines)}])
    return " ".join(builder.result().body.text.split())
