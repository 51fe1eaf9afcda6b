"""``khiva-notes essay check``: an exported or edited essay held against the library."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from khiva_notes.cli.output import LIBRARY, json_option, print_json, reading


@click.command()
@LIBRARY
@click.argument("file", type=click.Path(path_type=Path))
@json_option
def check(library: Path, file: Path, as_json: bool) -> None:
    """Read FILE, an essay in Markdown, back and compare it with LIBRARY.

    Names with line numbers every quotation that differs from its source (a changed word, words left
    out without an ellipsis, a wrong page), every citation that leads nowhere, and what rests on a
    claim that is disputed, superseded or in the trash. Exit code 1 if anything was found.
    """
    from khiva_notes.services.essay_check import check_essay, read_markdown

    text = read_markdown(file)
    with reading(library) as data:
        checked = check_essay(data, text)
    if as_json:
        print_json(
            {
                "quotations": checked.quotations,
                "citations": checked.citations,
                "findings": [asdict(finding) for finding in checked.findings],
            }
        )
    else:
        for finding in checked.findings:
            right = f" Right: {finding.right}" if finding.right else ""
            click.echo(f"{file}:{finding.line}: {finding.says}{right}")
        click.echo(
            f"{checked.quotations} quotations and {checked.citations} citations compared; "
            f"{len(checked.findings) or 'nothing'} to look at."
        )
    if checked.findings:
        raise click.exceptions.Exit(1)
