"""``khiva-notes show``: one thing, whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from khiva_notes.cli.commands.list import date_entry
from khiva_notes.cli.output import LIBRARY, json_option, print_json, reading
from khiva_notes.model.kinds import KINDS
from khiva_notes.model.relations import relation_named

if TYPE_CHECKING:
    from khiva_notes.model.items import Item
    from khiva_notes.model.passages import Passage
    from khiva_notes.store.repositories import Repositories


@click.command()
@LIBRARY
@click.argument("key")
@json_option
def show(library: Path, key: str, as_json: bool) -> None:
    """Show one thing of LIBRARY whole; KEY is its key or its title."""
    from khiva_notes.services.naming import resolve

    with reading(library) as data:
        item = resolve(data, key)
        if as_json:
            print_json(as_object(data, item))
        else:
            click.echo(as_text(data, item), nl=False)


def as_object(data: Repositories, item: Item) -> dict[str, Any]:
    """Return an item and all that hangs on it as the object that ``--json`` prints."""
    kind = KINDS[item.kind]
    out = data.links.of(item.id)
    back = data.links.to(item.id)
    others = data.items.many({link.to_id for link in out} | {link.from_id for link in back})
    shown: dict[str, Any] = {
        "key": item.key,
        "kind": item.kind,
        "title": item.title,
        "body": item.body,
        "fields": dict(item.fields),
        "dates": {name: date_entry(date) for name, date in data.dates.of(item.id).items()},
        "tags": data.tags.of(item.id),
        "links": [
            {"type": link.type, "to": others[link.to_id].key, "role": link.role, "note": link.note}
            for link in out
        ],
        "backlinks": [
            {"type": link.type, "from": others[link.from_id].key, "role": link.role}
            for link in back
        ],
        "trashed": item.trashed,
    }
    if item.kind == "event":
        shown["date"] = shown["dates"].get("date")
    if kind.named:
        shown["names"] = [
            {"text": name.text, "kind": name.kind, "language": name.language}
            for name in data.names.of(item.id)
        ]
    if item.kind == "dispute":
        from khiva_notes.cli.commands.compare import as_object as comparison_object
        from khiva_notes.services.comparison import compare

        shown["comparison"] = comparison_object(compare(data, item.id))
    if item.kind == "source":
        shown.update(_text_of(data, item))
    else:
        shown["passages"] = [_passage(data, passage) for passage in data.passages.of(item.id)]
    return shown


def _text_of(data: Repositories, item: Item) -> dict[str, Any]:
    version = data.texts.current(item.id)
    if version is None:
        return {"text": "", "passages": [], "citation_marks": []}
    return {
        "text": data.texts.body(version.id).text,
        "file_name": version.file_name,
        "encoding": version.encoding,
        "passages": [_passage(data, p) for p in data.passages.in_version(version.id)],
        "citation_marks": [
            {
                "number": mark.number,
                "locator": mark.locator,
                "start": mark.start,
                "end": mark.end,
                "work": work.key if (work := data.items.find(mark.work_id)) else None,
            }
            for mark in data.citations.in_version(version.id)
        ],
    }


def _passage(data: Repositories, passage: Passage) -> dict[str, Any]:
    card = data.items.find(passage.item_id)
    source = data.items.find(data.texts.info(passage.version_id).item_id)
    return {
        "start": passage.start,
        "end": passage.end,
        "exact": passage.exact,
        "card": card.key if card else None,
        "source": source.key if source else None,
        "status": passage.status,
    }


def as_text(data: Repositories, item: Item) -> str:
    """Return an item and all that hangs on it as lines for a terminal."""
    from khiva_notes.model.dates import describe
    from khiva_notes.services.quoting import Quoting

    kind = KINDS[item.kind]
    lines = [f"{kind.glyph} {item.title}", f"  {kind.label} · {item.key}"]
    if item.trashed:
        lines.append("  in the trash")
    dates = data.dates.of(item.id)
    out = data.links.of(item.id)
    back = data.links.to(item.id)
    others = data.items.many({link.to_id for link in out} | {link.from_id for link in back})
    for field in kind.fields:
        if field.is_date and field.name in dates:
            date = dates[field.name]
            words = f" (“{date.original}”)" if date.original else ""
            lines.append(f"  {field.label}: {describe(date)}{words}")
        elif field.name in item.fields:
            lines.append(f"  {field.label}: {item.fields[field.name]}")
    names = [name.text for name in data.names.of(item.id) if name.text != item.title]
    if names:
        lines.append(f"  Also: {', '.join(dict.fromkeys(names))}")
    if tags := data.tags.of(item.id):
        lines.append(f"  Tags: {', '.join(tags)}")
    own = data.relation_types.all()
    for link in out:
        role = f" ({link.role})" if link.role else ""
        lines.append(f"  {relation_named(link.type, own).label} {others[link.to_id].title}{role}")
    for link in back:
        lines.append(f"  {relation_named(link.type, own).inverse} {others[link.from_id].title}")
    if item.body:
        lines += ["", item.body]
    quoting = Quoting(data)
    for passage in data.passages.of(item.id):
        quote = quoting.quote(passage)
        lines += ["", f"  “{passage.exact}”", f"      {quote.citation}"]
    if item.kind == "dispute":
        from khiva_notes.exporters.table import comparison_markdown
        from khiva_notes.services.comparison import compare

        lines += ["", comparison_markdown(compare(data, item.id))]
    version = data.texts.current(item.id)
    if version is not None:
        lines += ["", data.texts.body(version.id).text.replace("\n", "\n\n")]
    return "\n".join(lines) + "\n"
