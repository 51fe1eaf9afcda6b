"""``khiva-notes compare``: disputed accounts side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from khiva_notes.cli.output import LIBRARY, json_option, print_json, reading

if TYPE_CHECKING:
    from khiva_notes.model.comparison import Comparison


@click.command()
@LIBRARY
@click.argument("dispute")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["markdown", "csv", "html"]),
    default="markdown",
    show_default=True,
)
@json_option
def compare(library: Path, dispute: str, format_: str, as_json: bool) -> None:
    """Print the accounts of DISPUTE, a key or a title, as a table of aspects by accounts."""
    from khiva_notes.exporters import table
    from khiva_notes.services.comparison import compare as compare_accounts
    from khiva_notes.services.naming import resolve

    with reading(library) as data:
        comparison = compare_accounts(data, resolve(data, dispute, "dispute").id)
    if as_json:
        print_json(as_object(comparison))
        return
    write = {
        "markdown": table.comparison_markdown,
        "csv": table.comparison_csv,
        "html": table.comparison_html,
    }[format_]
    click.echo(write(comparison), nl=False)


def as_object(comparison: Comparison) -> dict[str, Any]:
    """Return a comparison as the object that ``--json`` prints."""
    verdict = comparison.verdict
    return {
        "key": comparison.dispute.key,
        "question": comparison.dispute.title,
        "about": [item.key for item in comparison.about],
        "accounts": [
            {
                "key": column.account.key,
                "label": column.account.label,
                "source": column.source.key if column.source else None,
                "voice": column.voice.key if column.voice else None,
                "how_known": column.account.how_known,
                "depends_on": list(column.bases),
            }
            for column in comparison.columns
        ],
        "aspects": [
            {
                "name": row.aspect.name,
                "state": row.state,
                "why": row.why,
                "cells": [
                    {
                        "account": cell.account.key,
                        "stance": cell.stance,
                        "value": cell.value,
                        "quote": " … ".join(quote.passage.exact for quote in cell.quotes),
                        "quotes": [
                            {
                                "exact": quote.passage.exact,
                                "source": quote.source.key if quote.source else None,
                                "start": quote.passage.start,
                                "end": quote.passage.end,
                                "citation": quote.citation,
                            }
                            for quote in cell.quotes
                        ],
                    }
                    for cell in row.cells
                ],
            }
            for row in comparison.rows
        ],
        "verdict": {
            "elected": comparison.elected.key if comparison.elected else None,
            "certainty": verdict.certainty,
            "reasons": verdict.reasons,
            "inputs_changed": comparison.changed,
        }
        if verdict
        else None,
    }
