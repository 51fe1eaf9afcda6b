"""``khiva-notes import``: files into sources."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from khiva_notes.cli.output import LIBRARY, json_option, print_json, user_folders
from khiva_notes.model.errors import UserError


@click.command("import")
@LIBRARY
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@json_option
def import_(library: Path, files: tuple[Path, ...], as_json: bool) -> None:
    """Bring each of FILES into LIBRARY as a source of its own.

    Plain text in any encoding and Markdown; text with hard line breaks, as copied from a PDF, is
    put back into paragraphs, and the file itself is kept as it was. A file that cannot be read
    does not stop the others; the exit code is then 2.
    """
    from khiva_notes.services.library import Library
    from khiva_notes.services.sources import import_file

    done: list[dict[str, Any]] = []
    failed: list[dict[str, str]] = []
    with (
        Library.open(library, user_folders().locks) as opened,
        click.progressbar(
            files,
            label="Importing",
            file=sys.stderr,
            hidden=as_json or len(files) < 2 or not sys.stderr.isatty(),
            item_show_func=lambda path: path.name if path else "",
        ) as queue,
    ):
        for path in queue:
            try:
                came = import_file(opened, path)
            except UserError as error:
                failed.append({"file": str(path), "error": str(error)})
                continue
            done.append(
                {
                    "file": str(path),
                    "key": came.source.key,
                    "title": came.source.title,
                    "notices": list(came.notices),
                }
            )
    if as_json:
        print_json({"imported": done, "failed": failed})
    else:
        for entry in done:
            click.echo(f"{entry['file']}: '{entry['title']}', key {entry['key']}")
            for notice in entry["notices"]:
                click.echo(f"    {notice}")
    if failed:
        raise UserError(
            f"{len(failed)} of {len(files)} files did not come in: "
            + " ".join(entry["error"] for entry in failed)
        )
