"""The extractor's lines as values, and the words for what can be wrong with a PDF."""

from __future__ import annotations

import importlib.util
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from khiva_notes.importers.child import Ran, run_limited
from khiva_notes.model.errors import UserError

_MEGABYTE = 1 << 20
_SECONDS = 300.0
_IDLE_SECONDS = 8.0
_MOST_OUTPUT = 160 * _MEGABYTE


@dataclass(frozen=True, slots=True)
class Part:
    """A run of characters; the box in points, the origin at the page's lower left."""

    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    bold: bool
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it lies in the file; ``label`` is the file's own, "" if it has none."""

    number: int
    label: str
    width: float
    height: float
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """A document's pages and fields; ``missing`` pages could not be read."""

    pages: tuple[Page, ...]
    title: str
    author: str
    missing: int


def extract(data: bytes, file_name: str) -> Pages:
    """Read a PDF in a child process; ``UserError`` says what is wrong with it."""
    if importlib.util.find_spec("pypdfium2") is None:
        raise UserError(
            f"To read “{file_name}”, the program needs pypdfium2, which is not installed.",
            "Install it with: pip install 'khiva-notes[formats]'",
        )
    program = Path(__file__).with_name("extractor.py")
    command = [sys.executable, "-I", str(program)]
    ran = run_limited(
        command, data, seconds=_SECONDS, most_output=_MOST_OUTPUT, idle_seconds=_IDLE_SECONDS
    )
    rows = [json.loads(row) for row in ran.output.decode("ascii").split("\n")[:-1]]
    head = rows[0] if rows else {}
    if "pages" not in head:
        raise _failure(head.get("error", ""), ran, file_name)
    pages = tuple(
        Page(
            row["number"],
            row["label"],
            row["width"],
            row["height"],
            tuple(_part(part) for part in row["parts"]),
        )
        for row in rows[1:]
    )
    fields = head["fields"]
    missing = head["pages"] - len(pages)
    if not pages:
        raise _failure("", ran, file_name)
    return Pages(pages, fields["Title"].strip(), fields["Author"].strip(), missing)


def _part(told: list[Any]) -> Part:
    x0, y0, x1, y1, size, bold, text = told
    return Part(x0, y0, x1, y1, size, bool(bold), text)


def _failure(error: str, ran: Ran, file_name: str) -> UserError:
    if error == "password":
        return UserError(
            f"The PDF “{file_name}” is protected by a password.",
            "Open it with its password and save or print it to a PDF without one.",
        )
    if ran.stopped == "time":
        return UserError(
            f"Reading the PDF “{file_name}” took too long and was stopped.",
            "Print it to a new PDF, or split it, and import that.",
        )
    if ran.stopped == "size" or "MemoryError" in ran.errors:
        return UserError(
            f"The PDF “{file_name}” needs more memory than a text may.",
            "Split it into its chapters, and import those.",
        )
    return UserError(
        f"The PDF “{file_name}” is damaged; it cannot be read.",
        "Fetch it anew, or open it in a viewer and print it to a new PDF.",
    )
