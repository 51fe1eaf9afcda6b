"""``khiva-notes import``: files into sources."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from khiva_notes.cli.output import LIBRARY, json_option, print_json, user_folders
from khiva_notes.model.errors import UserError

if TYPE_CHECKING:
    from khiva_notes.services.importing import Report
    from khiva_notes.store.repositories import Repositories


@click.command("import")
@LIBRARY
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--replaces",
    metavar="KEY",
    help="Take FILE as a corrected text of the source KEY; its passages move to the new text.",
)
@json_option
def import_(library: Path, files: tuple[Path, ...], replaces: str | None, as_json: bool) -> None:
    """Bring each of FILES into LIBRARY as a source of its own; of a folder, all texts in it.

    Plain text in any encoding, Markdown, web pages, TEI, Word, OpenDocument, RTF, EPUB and PDF;
    bibliographies in BibTeX, RIS, CSL-JSON or a zotero.sqlite give a source for each work. A
    text with hard line breaks, as copied from a PDF, is put back into paragraphs, and the file
    itself is kept as it was. A file that cannot be read does not stop the others; the exit code is
    then 2. With several, one that is in the library already is left out.
    """
    from khiva_notes.services.importing import Report, files_in, read_each, take
    from khiva_notes.services.library import Library

    if replaces is not None:
        _replace(library, files, replaces, as_json)
        return
    chosen = files_in(files)
    report = Report(passed_over=chosen.passed_over)
    again = len(files) == 1 and not files[0].is_dir()
    with (
        Library.open(library, user_folders().locks) as opened,
        click.progressbar(
            read_each(chosen.files),
            length=len(chosen.files),
            label="Importing",
            file=sys.stderr,
            hidden=as_json or len(chosen.files) < 2 or not sys.stderr.isatty(),
            item_show_func=lambda read: read.path.name if read else "",
        ) as queue,
    ):
        for read in queue:
            take(opened, read, report, again=again)
    if as_json:
        print_json(_plain(report))
    else:
        for came in report.came:
            click.echo(f"{came.path}: '{came.source.title}', key {came.source.key}")
            for notice in came.notices:
                click.echo(f"    {notice}")
        for path, works in report.bibliographies:
            for line in works.lines():
                click.echo(f"{path}: {line}")
        for path, cards in report.notes:
            for line in cards.lines():
                click.echo(f"{path}: {line}")
        for path, source in report.twins:
            click.echo(f"{path}: left out; in the library already as '{source.title}'")
        if report.passed_over:
            click.echo(f"{report.passed_over} files of other formats were passed over.")
    if report.failed:
        raise UserError(
            f"{len(report.failed)} of {len(chosen.files)} files did not come in: "
            + " ".join(str(error) for _, error in report.failed)
        )


def _plain(report: Report) -> dict[str, Any]:
    """Return a report for scripts."""
    return {
        "imported": [
            {
                "file": str(came.path),
                "key": came.source.key,
                "title": came.source.title,
                "notices": list(came.notices),
            }
            for came in report.came
        ],
        "failed": [{"file": str(path), "error": str(error)} for path, error in report.failed],
        "twins": [{"file": str(path), "key": source.key} for path, source in report.twins],
        "passed_over": report.passed_over,
        "notes": [
            {"file": str(path), "made": cards.made, "told": cards.lines()}
            for path, cards in report.notes
        ],
        "bibliographies": [
            {
                "file": str(path),
                "works": [
                    {"title": work.title, "how": work.how, "line": work.line}
                    for work in works.taken
                ],
                "problems": [str(problem) for problem in works.problems],
            }
            for path, works in report.bibliographies
        ],
    }


def _replace(library: Path, files: tuple[Path, ...], key: str, as_json: bool) -> None:
    """Import one file as a corrected text, and tell what became of the passages."""
    from khiva_notes import importers
    from khiva_notes.services.library import Library
    from khiva_notes.services.versions import add_version

    if len(files) != 1:
        raise UserError("A source has one text at a time.", "Name one file with --replaces.")
    with Library.open(library, user_folders().locks) as opened:
        source = opened.data.items.by_key(key)
        if source is None:
            raise UserError(f"There is no source '{key}'.", "See 'khiva-notes list' for the keys.")
        imported = importers.read(files[0])
        report = add_version(opened, source.id, imported, files[0].name)
        number = opened.data.texts.info(report.version_id).number
        passages = {
            status: [_brief(opened.data, passage_id) for passage_id in ids]
            for status, ids in (
                ("moved", report.moved),
                ("fuzzy", report.fuzzy),
                ("orphan", report.orphan),
            )
        }
    if as_json:
        print_json(
            {
                "file": str(files[0]),
                "key": key,
                "title": source.title,
                "version": number,
                "notices": list(imported.notices),
                "ok": len(report.ok),
                **passages,
            }
        )
        return
    click.echo(f"{files[0]}: version {number} of '{source.title}'")
    click.echo(
        f"    {len(report.ok)} passages in place, {len(report.moved)} moved, "
        f"{len(report.fuzzy)} uncertain, {len(report.orphan)} not found"
    )
    for status, word in (("orphan", "not found"), ("fuzzy", "uncertain"), ("moved", "moved")):
        for brief in passages[status]:
            click.echo(f"    {word}: {brief['card'] or 'highlight'}: {brief['words']}")
    for notice in imported.notices:
        click.echo(f"    {notice}")


def _brief(data: Repositories, passage_id: int) -> dict[str, Any]:
    """Return a passage for the report: its card's key, the words it reads, and those before."""
    passage = data.passages.get(passage_id)
    card = data.items.find(passage.item_id) if passage.item_id is not None else None
    origin = data.passages.origins([passage_id]).get(passage_id)
    was = passage.exact
    if origin is not None:
        was = data.texts.slice(origin.version_id, origin.start, origin.end)
    return {"id": passage.id, "card": card.key if card else "", "words": passage.exact, "was": was}
