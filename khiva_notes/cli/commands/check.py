"""``khiva-notes check``: whether a library is sound."""

from __future__ import annotations

from pathlib import Path

import click

from khiva_notes.cli.output import LIBRARY, json_option, print_json, user_folders


@click.command()
@LIBRARY
@json_option
def check(library: Path, as_json: bool) -> int:
    """Check LIBRARY: the file, every quotation against its text, links, and the search index.

    Exits 0 when it is sound and 1 with a list when it is not; nothing is changed, save that an
    index that is missing or behind is brought up to date.
    """
    from khiva_notes.services.checking import check as problems_of

    problems = problems_of(library, user_folders().indexes)
    if as_json:
        print_json({"ok": not problems, "problems": problems})
    else:
        for problem in problems:
            click.echo(problem)
        click.echo(f"{len(problems)} problems." if problems else f"{library.name} is sound.")
    return 1 if problems else 0
