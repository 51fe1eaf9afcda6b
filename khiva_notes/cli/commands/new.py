"""``khiva-notes new``: an empty library."""

from __future__ import annotations

from pathlib import Path

import click

from khiva_notes.cli.output import LIBRARY, json_option, print_json, user_folders


@click.command()
@LIBRARY
@click.option("--title", default="", help="What the library is about; default: the file's name.")
@json_option
def new(library: Path, title: str, as_json: bool) -> None:
    """Make an empty library in the file LIBRARY, which must not exist yet.

    \b
    Example:  khiva-notes new thesis.khiva --title "The fall of Khiva"
    """
    from khiva_notes.services.library import Library

    if not library.suffix:
        library = library.with_suffix(".khiva")
    with Library.create(library, user_folders().locks, title) as made:
        row = made.data.library.get()
    if as_json:
        print_json({"library": str(library), "title": row.title})
    else:
        click.echo(f"{library} is ready. Bring a text in: khiva-notes import {library} FILE")
