"""What an importer is, and what the file dialog is told of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from khiva_notes.model.texts import ImportedText


class Importer(Protocol):
    """Reads one format; it keeps no state, so one object serves all threads."""

    @property
    def name(self) -> str:
        """The format's name as users know it, such as ``Markdown``."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The endings of its files' names, lower case, dot included; the usual one first."""

    @property
    def media_type(self) -> str:
        """Its media type, such as ``text/markdown``."""

    @property
    def signed(self) -> bool:
        """Whether its files begin with bytes of their own, so that a wrong name is no matter."""

    def claims(self, data: bytes) -> bool:
        """Whether bytes whose file name says nothing are plainly of this format."""

    def read(self, data: bytes, file_name: str) -> ImportedText:
        """Make a text of one file's bytes; ``UserError`` says what is wrong with them."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format that can be imported, as a file dialog or a help page shows it."""

    name: str
    suffixes: tuple[str, ...]
    media_type: str
