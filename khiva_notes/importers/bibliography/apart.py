"""Reads a long bibliography in a process of its own, so that the window's threads keep their pace.

Run as a program, it takes the file on standard input and its name as the argument, and writes an
entry, a problem or the error as a line of JSON each.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

from khiva_notes.importers.bibliography import Bibliography, Entry, Problem, read_bibliography
from khiva_notes.importers.child import run_limited
from khiva_notes.model.errors import UserError

_LONG = 1 << 20
"""Bytes; below that a child takes longer to start than the reading."""

_SECONDS = 600.0
_MOST_OUTPUT = 512 << 20


def read_apart(data: bytes, file_name: str) -> Bibliography:
    """Read a bibliography, a long one in a child that ends when the reading is cancelled.

    UserError as from :func:`read_bibliography`, and if it takes longer than ten minutes.
    """
    if len(data) < _LONG:
        return read_bibliography(data, file_name)
    # -P keeps the folder it runs in out of the path of modules.
    command = [sys.executable, "-P", "-c", _program(), file_name]
    ran = run_limited(command, data, seconds=_SECONDS, most_output=_MOST_OUTPUT)
    if ran.stopped or ran.code:
        raise UserError(
            f"“{file_name}” is too long or too tangled to be read.", "Export it in parts."
        )
    entries, problems = [], []
    for line in ran.output.splitlines():
        told = json.loads(line)
        if "error" in told:
            raise UserError(told["error"], told["remedy"])
        if "problem" in told:
            problems.append(Problem(told["problem"], told["line"]))
        else:
            entries.append(_entry(told))
    return Bibliography(tuple(entries), tuple(problems))


def main() -> int:
    """Read, write, and return the exit code."""
    for line in _lines(sys.stdin.buffer.read(), sys.argv[1]):
        sys.stdout.write(json.dumps(line, separators=(",", ":")) + "\n")
    return 0


def _program() -> str:
    """Return the child's program; it looks for modules where this one does."""
    return f"import sys; sys.path[:] = {sys.path!r}; from {__name__} import main; sys.exit(main())"


def _lines(data: bytes, file_name: str) -> Iterator[dict[str, Any]]:
    try:
        found = read_bibliography(data, file_name)
    except UserError as error:
        yield {"error": error.what, "remedy": error.remedy}
        return
    for problem in found.problems:
        yield {"problem": problem.what, "line": problem.line}
    for entry in found.entries:
        yield {
            "item": entry.item,
            "line": entry.line,
            "note": entry.note,
            "tags": entry.tags,
            "files": entry.files,
        }


def _entry(told: dict[str, Any]) -> Entry:
    return Entry(
        told["item"], told["line"], told["note"], tuple(told["tags"]), tuple(told["files"])
    )
