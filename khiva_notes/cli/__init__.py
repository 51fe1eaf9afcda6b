"""The command line: the library's services without a window, and the way into the window."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command that the user typed; exit 0, 1 where something was found, 2 for mistakes."""
    import multiprocessing

    from khiva_notes.cli.app import run

    multiprocessing.freeze_support()
    sys.exit(run(sys.argv[1:]))
