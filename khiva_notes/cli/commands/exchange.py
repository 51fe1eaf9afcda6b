"""``khiva-notes exchange``: a library in the forms that other programs read, and back."""

from __future__ import annotations

from pathlib import Path

import click

from khiva_notes.cli.output import LIBRARY, json_option, print_json, reading, user_folders


@click.group()
def exchange() -> None:
    """Write a library in forms for other programs, and read one back that was written as JSON."""


@exchange.command()
@LIBRARY
@click.argument("target", type=click.Path(path_type=Path))
@click.option("--without-files", is_flag=True, help="Leave the imported files themselves out.")
@json_option
def write(library: Path, target: Path, without_files: bool, as_json: bool) -> None:
    """Write all of LIBRARY as one JSON document into the file TARGET, over what stands there."""
    from khiva_notes.services.exchange import export_json

    with reading(library) as data:
        count = export_json(data, target, files=not without_files)
    if as_json:
        print_json({"file": str(target), "rows": count})
    else:
        click.echo(f"{target}: {count} rows written.")


@exchange.command()
@click.argument("document", type=click.Path(path_type=Path))
@click.argument("library", type=click.Path(path_type=Path))
@json_option
def restore(document: Path, library: Path, as_json: bool) -> None:
    """Make the new file LIBRARY from a DOCUMENT that 'write' has written."""
    from khiva_notes.services.exchange import restore as make

    count = make(document, library, user_folders().locks)
    if as_json:
        print_json({"library": str(library), "rows": count})
    else:
        click.echo(f"{library} is ready: {count} rows.")


@exchange.command("as")
@click.argument("form", type=click.Choice(["annotations", "tei", "gedcom", "refi", "opml"]))
@LIBRARY
@click.argument("target", type=click.Path(path_type=Path))
@click.argument("keys", nargs=-1)
@json_option
def as_(form: str, library: Path, target: Path, keys: tuple[str, ...], as_json: bool) -> None:
    """Write LIBRARY, or the items called KEYS, in a FORM for other programs into TARGET.

    \b
    annotations   passages as W3C Web Annotations (JSON-LD)
    tei           people, events, places, groups and texts
    gedcom        people and their events, GEDCOM 7
    refi          sources, codes and codings, REFI-QDA (.qdpx)
    opml          the outline of the essay KEYS
    """
    from khiva_notes.services.exchange_files import export_as
    from khiva_notes.services.naming import resolve

    with reading(library) as data:
        export_as(data, form, target, [resolve(data, key).id for key in keys])
    if as_json:
        print_json({"file": str(target), "form": form})
    else:
        click.echo(f"{target} is written.")
