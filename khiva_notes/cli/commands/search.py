"""``khiva-notes search``: ranked hits with snippets."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from khiva_notes.cli.output import LIBRARY, json_option, print_json, user_folders
from khiva_notes.model.kinds import KINDS

if TYPE_CHECKING:
    from khiva_notes.services.finding import Answer, Found
    from khiva_notes.services.folders import Folders


@click.command()
@LIBRARY
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 10_000))
@json_option
def search(library: Path, words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Search LIBRARY: texts by paragraph, cards, disputes, and names under every spelling.

    \b
    Examples:
      khiva-notes search notes.khiva Junaid
      khiva-notes search notes.khiva '"peace treaty" kind:claim'
      khiva-notes search notes.khiva date:1919..1920
    """
    answer = run_search(library, user_folders(), " ".join(words), limit)
    if as_json:
        print_json({"total": answer.total, "hits": [as_object(hit) for hit in answer.found]})
        return
    for hit in answer.found:
        click.echo(as_text(hit))
    if not answer.found:
        click.echo("Nothing found.")
    elif answer.total > len(answer.found):
        click.echo(f"{answer.total} in all; --limit shows more.")
    if answer.suggestion:
        click.echo(f"Did you mean: {answer.suggestion}")


def run_search(library: Path, folders: Folders, query: str, limit: int) -> Answer:
    """Search with an index brought up to date first."""
    from khiva_notes.services.searching import IndexBusy, LibrarySearch, Seeker

    search = LibrarySearch(library, folders.indexes)
    seeker = Seeker(search, library)
    try:
        try:
            search.catch_up()
        except IndexBusy:
            click.echo("The index is being written by another window.", err=True)
        return seeker.find(query, limit=limit)
    finally:
        seeker.close()
        search.close()


def as_object(hit: Found) -> dict[str, Any]:
    """Return a hit as the object that ``--json`` prints."""
    return {
        "key": hit.item.key,
        "kind": hit.kind,
        "title": hit.item.title,
        "snippet": hit.snippet.text,
        "source": hit.source.key if hit.source else None,
        "start": hit.start,
        "end": hit.end,
    }


def as_text(hit: Found) -> str:
    """Return a hit as two lines for a terminal, the matched words set off."""
    kind = KINDS.get(hit.kind)
    glyph = kind.glyph if kind else "¶"
    parts, at = [], 0
    for start, end in hit.snippet.marks:
        parts += [hit.snippet.text[at:start], click.style(hit.snippet.text[start:end], bold=True)]
        at = end
    words = "".join([*parts, hit.snippet.text[at:]]).replace("\n", " ")
    place = f", {hit.place}" if hit.place else ""
    return f"{glyph} {hit.item.title}{place}  ({hit.item.key})\n    {words}"
