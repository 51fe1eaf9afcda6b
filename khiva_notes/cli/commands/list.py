"""``khiva-notes list``: what a library holds, a line each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from khiva_notes.cli.output import LIBRARY, json_option, print_json, reading
from khiva_notes.model.kinds import KINDS

if TYPE_CHECKING:
    from khiva_notes.model.dates import HistoricalDate
    from khiva_notes.store.repositories import Repositories

KIND_WORDS = {kind.plural.lower(): kind.name for kind in KINDS.values()}


@click.command("list")
@LIBRARY
@click.argument("what", required=False, type=click.Choice(list(KIND_WORDS)))
@json_option
def list_(library: Path, what: str | None, as_json: bool) -> None:
    """List what LIBRARY holds: everything, or just the sources, people, events, claims ...

    Events stand in the order of their dates, everything else by title.
    """
    kinds = [KIND_WORDS[what]] if what else list(KINDS)
    with reading(library) as data:
        entries = [entry for kind in kinds for entry in entries_of(data, kind)]
    if as_json:
        print_json(entries)
        return
    width = max((len(entry["key"]) for entry in entries), default=0)
    for entry in entries:
        mark = KINDS[entry["kind"]].glyph
        date = entry.get("date")
        when = (
            f"  [{date['edtf'] or date['original']}{'?' if date['inferred'] else ''}]"
            if date
            else ""
        )
        click.echo(f"{mark} {entry['key']:<{width}}  {entry['title']}{when}")
    if not entries:
        click.echo(f"No {what or 'entries'} yet.")


def entries_of(data: Repositories, kind: str) -> list[dict[str, Any]]:
    """Return the items of a kind as the objects that ``--json`` prints."""
    items = data.items.all(kind)
    dates = data.dates.of_many("item", [item.id for item in items])
    names = data.names.of_many([item.id for item in items]) if KINDS[kind].named else {}
    last_day = 10**9

    def order(item_id: int, title: str) -> tuple[int, str]:
        date = dates.get(item_id, {}).get("date")
        early = date.earliest if date else None
        return (last_day if early is None else early, title.casefold())

    entries = []
    for item in sorted(items, key=lambda item: order(item.id, item.title)):
        entry: dict[str, Any] = {"key": item.key, "kind": item.kind, "title": item.title}
        if kind == "event":
            entry["date"] = date_entry(dates.get(item.id, {}).get("date"))
        if KINDS[kind].named:
            entry["names"] = [
                {"text": name.text, "kind": name.kind} for name in names.get(item.id, [])
            ]
        entries.append(entry)
    return entries


def date_entry(date: HistoricalDate | None) -> dict[str, Any] | None:
    """Return a date as the object that ``--json`` prints."""
    if date is None:
        return None
    return {
        "original": date.original,
        "edtf": date.edtf,
        "calendar": date.calendar,
        "inferred": date.inferred,
        "note": date.note,
    }
