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


@exchange.command()
@LIBRARY
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--source", "key", default="", metavar="KEY", help="The source of annotations.")
@click.option("--kind", default="", help="What the rows of a table are, such as person or event.")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="NAME=TARGET",
    help="What a column of a table is: title, names, body, tags, a field's name; empty for notes.",
)
@click.option("--dry-run", is_flag=True, help="Only show how a table's columns are understood.")
@json_option
def read(
    library: Path,
    file: Path,
    key: str,
    kind: str,
    columns: tuple[str, ...],
    dry_run: bool,
    as_json: bool,
) -> None:
    """Bring the notes in FILE into LIBRARY, as one step.

    People and events of GEDCOM (.ged), a table (.csv, .tsv), or Web Annotations and those of
    Hypothesis (.json, .jsonld) onto a source.
    """
    from khiva_notes.services.library import Library
    from khiva_notes.services.naming import resolve
    from khiva_notes.services.notes_import import read_notes, read_table_file, take_notes

    if file.suffix.lower() in (".csv", ".tsv"):
        table = read_table_file(file, kind, dict(_pair(column) for column in columns))
        if dry_run:
            for name, target in zip(table.header, table.mapping.columns, strict=True):
                click.echo(f"{name}: {target or 'notes'}")
            click.echo(f"Each of {len(table.rows)} rows is a {table.mapping.kind}.")
            return
        notes = table.notes()
    else:
        notes = read_notes(file)
    with Library.open(library, user_folders().locks) as opened:
        source_id = resolve(opened.data, key).id if key else None
        report = take_notes(opened, notes, source_id=source_id)
    if as_json:
        made = {each: len(ids) for each, ids in report.made.items()}
        told = {"lost": list(report.lost), "problems": list(report.problems)}
        print_json({"made": made, "passages": report.passages, **told})
        return
    for line in report.lines():
        click.echo(line)


def _pair(column: str) -> tuple[str, str]:
    name, equals, target = column.rpartition("=")
    if not equals:
        raise click.BadParameter("write a column as NAME=TARGET", param_hint="--column")
    return name, target
