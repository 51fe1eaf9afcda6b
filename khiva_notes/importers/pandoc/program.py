"""Where pandoc is, and how it is run: no network, no other file, so much memory, so much time."""

from __future__ import annotations

import importlib.util
import json
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from khiva_notes.importers.child import Ran, run_limited
from khiva_notes.model.errors import UserError

_MEGABYTE = 1 << 20
_MEMORY = "-M500m"
_SECONDS = 9.0
_SECONDS_PER_MEGABYTE = 2.0
_MOST_OUTPUT = 96 * _MEGABYTE
"""Bytes of pandoc's tree: about ten million characters of text, twice the Bible."""
_HEAP = 251
"""The exit code with which a Haskell program gives up when its memory is used up."""

Document = dict[str, Any]


def find_pandoc() -> str | None:
    """The pandoc of the extra ``formats``, else the one on PATH, else None."""
    spec = importlib.util.find_spec("pypandoc")
    if spec is not None and spec.origin:
        name = "pandoc.exe" if sys.platform == "win32" else "pandoc"
        shipped = Path(spec.origin).parent / "files" / name
        if shipped.is_file():
            return str(shipped)
    return shutil.which("pandoc")


def parse(data: bytes, form: str, file_name: str) -> Document:
    """Have pandoc parse bytes of ``form``; its tree with words as strings, spaces among them.

    ``UserError`` if pandoc is missing, cannot read the file, or needs more than it may have.
    """
    pandoc = find_pandoc()
    if pandoc is None:
        raise UserError(
            f"To read “{file_name}”, the program needs pandoc, which is not installed.",
            "Install it with: pip install 'khiva-notes[formats]'",
        )
    command = [pandoc, "--sandbox", "-f", form, "-t", "json", "+RTS", _MEMORY, "-RTS"]
    seconds = _SECONDS + _SECONDS_PER_MEGABYTE * len(data) / _MEGABYTE
    try:
        ran = run_limited(command, data, seconds=seconds, most_output=_MOST_OUTPUT)
    except OSError as error:
        raise UserError(
            f"pandoc, which reads “{file_name}”, cannot be started: {error.strerror}.",
            "Install it anew with: pip install --force-reinstall 'khiva-notes[formats]'",
        ) from error
    _refuse_failure(ran, file_name)
    try:
        tree = json.loads(ran.output, object_hook=_lighter)
    except (ValueError, RecursionError) as error:
        raise _unreadable(file_name) from error
    if not isinstance(tree, dict) or not isinstance(tree.get("blocks"), list):
        raise _unreadable(file_name)
    return tree


def _lighter(node: Mapping[str, Any]) -> Any:
    """Words as plain strings: a tree of dictionaries for each would need ten times the memory."""
    kind = node.get("t")
    if kind == "Str":
        return node["c"]
    if kind in ("Space", "SoftBreak"):
        return " "
    return node


def _refuse_failure(ran: Ran, file_name: str) -> None:
    too_much = "Split it into its chapters, or save it as plain text."
    if ran.stopped == "time":
        raise UserError(f"Reading “{file_name}” took too long and was stopped.", too_much)
    if ran.stopped == "size" or ran.code == _HEAP or "heap" in ran.errors.lower():
        raise UserError(
            f"The text of “{file_name}” is too large to be read in one piece.", too_much
        )
    if ran.code:
        if "--sandbox" in ran.errors or "Unknown option" in ran.errors:
            raise UserError(
                "The pandoc that is installed is too old.",
                "Install a newer one with: pip install 'khiva-notes[formats]'",
            )
        raise _unreadable(file_name)


def _unreadable(file_name: str) -> UserError:
    return UserError(
        f"The file “{file_name}” is damaged or not what its name says; it cannot be read.",
        "Open it in the program it came from and save it again.",
    )
