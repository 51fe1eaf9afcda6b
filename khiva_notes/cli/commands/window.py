"""``khiva-notes [LIBRARY]``: the window."""

from __future__ import annotations

from pathlib import Path

import click

from khiva_notes.cli.display import why_no_window
from khiva_notes.cli.output import user_folders
from khiva_notes.model.errors import UserError


@click.command()
@click.argument("library", type=click.Path(path_type=Path), required=False)
def window(library: Path | None) -> int:
    """Open the window, with LIBRARY if it is named; this is what no command does."""
    reason = why_no_window()
    if reason:
        raise UserError(
            f"No window can be shown: {reason}.",
            "Try 'khiva-notes sample', or 'khiva-notes --help' for what works in the terminal.",
        )
    return open_window(library)


def open_window(library: Path | None) -> int:
    """Show the window until it is closed, and return Qt's exit code."""
    if library is not None:
        from khiva_notes.store.store import Reader

        Reader(library).close()
    from khiva_notes.gui.application import run

    return run(user_folders(), library)
