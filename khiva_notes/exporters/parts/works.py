"""The list of works at the end of a document."""

from __future__ import annotations

from collections.abc import Iterable

from khiva_notes.exporters.parts import facts, words
from khiva_notes.exporters.parts.escape import inline
from khiva_notes.model.dates import describe
from khiva_notes.model.items import Item
from khiva_notes.model.kinds import KINDS
from khiva_notes.model.snapshot import Snapshot

_KEPT = ("archive", "collection", "shelfmark")


def works_listed(snapshot: Snapshot, sources: Iterable[Item], heading: str) -> str:
    """Return the heading and each source in a line, by author and title; "" without any."""
    lines = sorted({work(snapshot, source) for source in sources}, key=_order)
    return "\n".join([heading, "", *(f"- {line}" for line in lines)]) if lines else ""


def work(snapshot: Snapshot, source: Item) -> str:
    """Return one source as a bibliography names it: author, title, date, where it is kept."""
    author = KINDS["source"].field("author")
    authors = [other for _, other in facts.links_of_field(snapshot, source, author)]
    written = snapshot.dates.get(source.id, {}).get("written")
    kept = [
        facts.plain(source.fields.get(name, "")) for name in ("archive", "collection", "shelfmark")
    ]
    parts = [
        words.listed([facts.plain_title(other) for other in authors]),
        f"*{facts.plain_title(source)}*",
        inline(describe(written)) if written else "",
        ", ".join(inline(part) for part in kept if part),
    ]
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts if part)


def _order(line: str) -> str:
    return line.lstrip("*\\“\"'").casefold()
