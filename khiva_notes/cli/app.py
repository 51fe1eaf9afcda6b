"""All commands put together, and how a mistake is told: one line on standard error, exit 2."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click
from click_default_group import DefaultGroup

from khiva_notes import __version__
from khiva_notes.cli.commands.check import check
from khiva_notes.cli.commands.compare import compare
from khiva_notes.cli.commands.essay import essay
from khiva_notes.cli.commands.exchange import exchange
from khiva_notes.cli.commands.export import export
from khiva_notes.cli.commands.imports import import_
from khiva_notes.cli.commands.list import list_
from khiva_notes.cli.commands.new import new
from khiva_notes.cli.commands.sample import sample
from khiva_notes.cli.commands.search import search
from khiva_notes.cli.commands.show import show
from khiva_notes.cli.commands.window import window
from khiva_notes.model.errors import UserError

MISTAKE = 2


@click.group(
    cls=DefaultGroup,
    default="window",
    default_if_no_args=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
)
@click.version_option(__version__, prog_name="khiva-notes")
def app() -> None:
    """Research notes for historians: an article beside its people, events and claims.

    \b
    khiva-notes                   opens the window
    khiva-notes notes.khiva       opens the window with that library
    khiva-notes sample            opens a fresh copy of the sample library

    Every other command works without a window and takes --json.
    """


for _command in (
    window,
    sample,
    new,
    import_,
    list_,
    show,
    search,
    compare,
    essay,
    export,
    check,
    exchange,
):
    app.add_command(_command)


def run(arguments: Sequence[str]) -> int:
    """Run the command line ``arguments`` and return the exit code."""
    try:
        result = app.main(list(arguments), prog_name="khiva-notes", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except UserError as error:
        _complain(str(error))
    except click.exceptions.Abort:
        _complain("Stopped; what was finished before is kept.")
        return 130
    except click.ClickException as error:
        hint = ""
        if isinstance(error, click.UsageError) and error.ctx is not None:
            hint = f" See '{error.ctx.command_path} --help'."
        _complain(error.format_message().rstrip(".") + "." + hint)
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    return MISTAKE


def _complain(message: str) -> None:
    line = " ".join(message.split())
    click.echo(f"khiva-notes: {line}", err=True)
