"""``khiva-notes sample``: a fresh working copy of the sample, in the window or as a tour."""

from __future__ import annotations

from pathlib import Path

import click

from khiva_notes.cli.display import why_no_window
from khiva_notes.cli.output import json_option, print_json, user_folders


@click.command()
@click.option(
    "--to",
    type=click.Path(path_type=Path),
    help="Where to put the copy; default: a new file in your documents folder.",
)
@click.option("--no-window", is_flag=True, help="Give the tour in the terminal instead.")
@json_option
def sample(to: Path | None, no_window: bool, as_json: bool) -> int:
    """Make a fresh copy of the sample library and open it.

    The copy is yours to change; nothing that exists is ever overwritten. Without a display, or
    with --no-window, it is shown in the terminal: what it holds, one search, one comparison.
    """
    from khiva_notes.cli.commands.tour import describe_tour, show_tour
    from khiva_notes.cli.commands.window import open_window
    from khiva_notes.services.samples import copy_sample

    folders = user_folders()
    reason = "" if no_window or as_json else why_no_window()
    library = copy_sample(folders, to)
    if as_json:
        print_json(describe_tour(library, folders))
        return 0
    if not no_window and not reason:
        return open_window(library)
    if reason:
        click.echo(f"No window: {reason}. Here is the tour in the terminal.")
    show_tour(library, folders)
    return 0
