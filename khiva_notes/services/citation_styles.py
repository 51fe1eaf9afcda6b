"""The citation styles at hand: those that come with the program, and any CSL file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from khiva_notes.model.errors import UserError
from khiva_notes.services.folders import shipped

DEFAULT = "chicago-notes"
SHIPPED = {
    "chicago-notes": (
        "Chicago, notes and bibliography",
        "chicago-notes-bibliography-17th-edition.csl",
    ),
    "chicago-author-date": ("Chicago, author and date", "chicago-author-date-17th-edition.csl"),
}
"""Names of styles with their labels and files in ``resources/csl``."""

_MOST = 4 << 20


@dataclass(frozen=True, slots=True)
class Style:
    """A citation style; ``file_name`` is how its file is called beside a document."""

    name: str
    label: str
    path: Path

    @property
    def file_name(self) -> str:
        """The name of the style's file."""
        return self.path.name

    @property
    def data(self) -> bytes:
        """The style's file; UserError if it cannot be read."""
        try:
            return self.path.read_bytes()
        except OSError as error:
            raise _unreadable(self.path, error.strerror or "") from error

    @property
    def in_notes(self) -> bool:
        """Whether the style cites in notes, as against in the text."""
        return re.search(rb"<style\b[^>]*\bclass=[\"']note[\"']", self.data) is not None


def style_named(name: str) -> Style:
    """Return a style by its name or the path of its CSL file; the usual one for no name.

    UserError for a file that is not there or is no CSL style.
    """
    name = name.strip() or DEFAULT
    if name in SHIPPED:
        label, file_name = SHIPPED[name]
        return Style(name, label, shipped("resources") / "csl" / file_name)
    path = Path(name).expanduser()
    try:
        if path.stat().st_size > _MOST:
            raise _unreadable(path, "it is too large")
        data = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error.strerror or "") from error
    head = data[:4096]
    if b"<style" not in head or b"purl.org/net/xbiblio/csl" not in head:
        raise _unreadable(path, "it is no CSL style")
    title = re.search(rb"<title>([^<]+)</title>", head)
    return Style(name, title[1].decode("utf-8", "replace") if title else path.stem, path)


def _unreadable(path: Path, why: str) -> UserError:
    return UserError(
        f"The citation style '{path}' cannot be used: {why}.",
        f"Choose {' or '.join(SHIPPED)}, or the path of a CSL file.",
    )
