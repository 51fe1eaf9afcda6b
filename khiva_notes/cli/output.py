"""What commands share: opening a library for reading, and printing JSON or words."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from khiva_notes.services.folders import Folders

if TYPE_CHECKING:
    from khiva_notes.store.repositories import Repositories

LIBRARY = click.argument("library", type=click.Path(path_type=Path))


def json_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the switch ``--json``."""
    return click.option(
        "--json", "as_json", is_flag=True, help="Print one JSON document and nothing else."
    )(command)


@contextmanager
def reading(library: Path) -> Iterator[Repositories]:
    """Open a library for reading for the length of a block."""
    from khiva_notes.store.store import Reader

    reader = Reader(library)
    try:
        yield reader.data
    finally:
        reader.close()


def print_json(value: object) -> None:
    """Print a value as one JSON document in UTF-8."""
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass"))
    sys.stdout.buffer.flush()


def user_folders() -> Folders:
    """Return the user's folders on this system."""
    return Folders.of_user()
