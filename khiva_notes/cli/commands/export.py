"""``khiva-notes export``: the library as Markdown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from khiva_notes.cli.output import LIBRARY, json_option, print_json, reading, user_folders


@click.command()
@LIBRARY
@click.option(
    "--to", required=True, type=click.Path(path_type=Path), help="The folder to write into."
)
@click.option(
    "--document",
    "keys",
    multiple=True,
    metavar="KEY",
    help="Write one continuous essay.md of just this card; repeat for more, in their order.",
)
@click.option(
    "--bibliography",
    is_flag=True,
    help="Write the sources as a bibliography: TO ends in .json for CSL-JSON, .bib for BibTeX.",
)
@json_option
def export(
    library: Path, to: Path, keys: tuple[str, ...], bibliography: bool, as_json: bool
) -> None:
    """Write LIBRARY as Markdown into a folder: a note per card, source and dispute.

    The folder opens in Obsidian as it is. A file that Khiva Notes has not written is never
    touched, nor is what you have written around its own blocks.
    """
    from khiva_notes.services.exports import export_document, export_vault
    from khiva_notes.services.naming import resolve

    if bibliography:
        from khiva_notes.services.library import Library
        from khiva_notes.services.works_export import export_works

        with Library.open(library, user_folders().locks) as opened:
            chosen = [resolve(opened.data, key).id for key in keys]
            report = export_works(opened, to, chosen)
        _tell(report, as_json)
        return
    with reading(library) as data:
        if keys:
            report = export_document(data, [resolve(data, key).id for key in keys], to)
        else:
            report = export_vault(data, to)
    _tell(report, as_json)


def _tell(report: dict[str, Any], as_json: bool) -> None:
    if as_json:
        print_json(report)
        return
    for line in report["lines"]:
        click.echo(line)
