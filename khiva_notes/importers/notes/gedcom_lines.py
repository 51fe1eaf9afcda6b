"""GEDCOM's lines as a tree of structures, in versions 5.5.1 and 7."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from khiva_notes.model.errors import UserError

_LINE = re.compile(r"\s*(\d{1,2})\s+(?:@([^@\s]+)@\s+)?([A-Za-z_]\w*)(?: (.*))?")
_POINTER = re.compile(r"@([^@\s]+)@")
_MOST = 2_000_000


@dataclass(slots=True)
class Structure:
    """A line with what stands under it; ``name`` is a record's own, ``line`` its number."""

    tag: str
    value: str = ""
    name: str = ""
    line: int = 0
    under: list[Structure] = field(default_factory=list)

    @property
    def pointer(self) -> str:
        """The record that the value names, or ""."""
        found = _POINTER.fullmatch(self.value.strip())
        return found[1] if found else ""

    def all(self, *tags: str) -> Iterator[Structure]:
        """Yield what stands right under it with one of these tags."""
        return (each for each in self.under if each.tag in tags)

    def first(self, *tags: str) -> Structure | None:
        """Return the first of them, if any."""
        return next(self.all(*tags), None)

    def text(self, *tags: str) -> str:
        """Return the value of the first of them, or ""."""
        found = self.first(*tags)
        return found.value.strip() if found else ""


def read_structures(text: str, file_name: str) -> tuple[list[Structure], list[str]]:
    """Return the records, and sentences about lines that could not be read.

    UserError for what does not begin as GEDCOM does, or has more lines than memory should hold.
    """
    records: list[Structure] = []
    problems: list[str] = []
    open_: list[Structure] = []
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(lines) > _MOST:
        raise UserError(f"“{file_name}” has more than {_MOST:,} lines.", "Export it in parts.")
    for number, line in enumerate(lines, 1):
        if not line.strip("\ufeff \t"):
            continue
        found = _LINE.fullmatch(line.lstrip("\ufeff"))
        if found is None:
            if open_ and not open_[-1].name:
                open_[-1].value += f"\n{line}"  # a line break that was not told
            problems.append(f"Line {number} is no line of GEDCOM.")
            continue
        level, tag, value = int(found[1]), found[3].upper(), found[4] or ""
        if level > len(open_):
            problems.append(f"Line {number} stands too deep.")
            level = len(open_)
        if level and tag in ("CONT", "CONC"):
            owner = open_[level - 1]
            owner.value += ("\n" if tag == "CONT" else "") + value.replace("@@", "@", 1)
            continue
        value = value.replace("@@", "@", 1) if value.startswith("@@") else value
        made = Structure(tag, value, found[2] or "", number)
        del open_[level:]
        (open_[-1].under if open_ else records).append(made)
        open_.append(made)
    if not records or records[0].tag != "HEAD":
        raise UserError(f"“{file_name}” does not begin as a GEDCOM file does.", "Export it anew.")
    return records, problems
