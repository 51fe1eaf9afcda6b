"""The tour in the terminal: what the sample holds, one search, one comparison."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from khiva_notes.cli.commands.compare import as_object as comparison_object
from khiva_notes.cli.commands.search import as_object as hit_object
from khiva_notes.cli.commands.search import as_text as hit_text
from khiva_notes.cli.commands.search import run_search
from khiva_notes.cli.output import reading
from khiva_notes.exporters.table import comparison_markdown
from khiva_notes.model.kinds import KINDS
from khiva_notes.services.comparison import compare
from khiva_notes.services.folders import Folders

QUERY = "Джунаид"
DISPUTE = "who-killed-the-khan"
HITS = 5


def show_tour(library: Path, folders: Folders) -> None:
    """Print the tour of the sample's copy at ``library``."""
    with reading(library) as data:
        counts = data.items.counts()
        title = data.library.get().title
        comparison = compare(data, _dispute(data.items.by_key(DISPUTE), data.items.all("dispute")))
    click.secho(f"\n{title}", bold=True)
    click.echo(f"{library}\n")
    for kind in KINDS.values():
        if counts.get(kind.name):
            click.echo(f"  {kind.glyph} {counts[kind.name]:>4} {kind.plural.lower()}")
    click.secho(f"\nkhiva-notes search LIBRARY {QUERY}", bold=True)
    answer = run_search(library, folders, QUERY, HITS)
    for hit in answer.found:
        click.echo(hit_text(hit))
    click.echo(f"{answer.total} in all: one man under all his spellings.")
    click.secho(f"\nkhiva-notes compare LIBRARY {comparison.dispute.key}\n", bold=True)
    click.echo(comparison_markdown(comparison))
    click.echo("Next: khiva-notes list, show, search, compare, export, check, each with --help.")


def describe_tour(library: Path, folders: Folders) -> dict[str, Any]:
    """Return the tour as one object for ``--json``."""
    with reading(library) as data:
        counts = data.items.counts()
        title = data.library.get().title
        comparison = compare(data, _dispute(data.items.by_key(DISPUTE), data.items.all("dispute")))
    answer = run_search(library, folders, QUERY, HITS)
    return {
        "library": str(library),
        "title": title,
        "counts": counts,
        "search": {
            "query": QUERY,
            "total": answer.total,
            "hits": [hit_object(hit) for hit in answer.found],
        },
        "compare": comparison_object(comparison),
    }


def _dispute(wanted: Any, disputes: list[Any]) -> int:
    return int((wanted or disputes[0]).id)
