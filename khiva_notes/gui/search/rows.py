"""The rows of a list of hits: what each shows, and where Enter and Ctrl+Enter lead from it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from khiva_notes.gui.navigation import Place
from khiva_notes.model.kinds import KINDS
from khiva_notes.services.finding import Found, Snippet

TEXT = "text"
EVERYTHING = "everything"
SUGGESTION = "suggestion"
SEARCH = "search"
EXAMPLE = "example"

ORDER = (*(name for name in KINDS if name != "source"), "source", TEXT)
"""The kinds in the order in which equally good groups of hits are shown."""

_SIGNS = {TEXT: "¶", EVERYTHING: "⌕", SUGGESTION: "→", SEARCH: "⌕", EXAMPLE: "⌕"}
JOINTS = " ·…"
"""What joins the pieces of a snippet, and is nothing to begin with."""
_ENDS = (".", "!", "?", "”", "»", ")", "…")
_CUT = 80
"""Letters that a snippet has at least when it was cut off at its end."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: a heading, a hit, a place, or a query.

    ``place`` is where Enter leads, ``card`` where Ctrl+Enter does; a row with a ``query`` searches
    for that instead. ``marks`` are spans of ``detail`` and ``word_marks`` of ``words``, in code
    points. ``item_id`` is 0 for what is no hit.
    """

    kind: str
    words: str
    detail: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    beside: str = ""
    place: Place | None = None
    card: Place | None = None
    query: str = ""
    heading: bool = False
    item_id: int = 0
    word_marks: tuple[tuple[int, int], ...] = ()


def row_of(found: Found, *, with_source: bool = True) -> Row:
    """Return the row of one hit: Enter leads to its words where it has any."""
    detail, marks = _trimmed(found.snippet)
    source = found.source.title if found.source is not None and with_source else ""
    where = found.place
    if found.kind != TEXT:
        where = f"{source}, {where}" if source and where else source
    return Row(
        found.kind,
        found.item.title,
        detail,
        marks,
        "  ·  ".join(part for part in (found.date, where) if part),
        place_of(found),
        card_of(found),
        item_id=found.item.id,
        word_marks=found.title_marks,
    )


def place_of(found: Found) -> Place:
    """Return where a hit's words are: in its source's text, else on its own page."""
    if found.kind in ("dispute", "essay"):
        return Place(found.kind, found.item.id)
    if found.version_id is not None and found.source is not None:
        return Place("source", found.source.id, start=found.start, end=found.end)
    return card_of(found)


def in_text(place: Place, query: str) -> Place:
    """Return a place of a hit; in a source's text, what the query found is to be marked."""
    has_words = place.view == "source" and place.start >= 0
    return replace(place, query=query.strip()) if has_words else place


def card_of(found: Found) -> Place:
    """Return a hit's own page."""
    if found.kind in ("dispute", "essay"):
        return Place(found.kind, found.item.id)
    if found.item.kind == "source":
        return Place("source", found.item.id)
    return Place("card", found.item.id)


def plural_of(kind: str) -> str:
    """Return a kind's heading."""
    return tr("Texts") if kind == TEXT else KINDS[kind].plural


def glyph_of(kind: str) -> str:
    """Return a kind's sign."""
    return KINDS[kind].glyph if kind in KINDS else _SIGNS.get(kind, "")


def tr(words: str) -> str:
    """Return words of the search in the user's language."""
    return QCoreApplication.translate("Search", words)


def _trimmed(snippet: Snippet) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Show where a snippet begins or ends within a sentence, and join it to nothing unseen."""
    text = snippet.text.replace("\n", " ")
    bare = text.lstrip(JOINTS)
    shift = len(bare) - len(text)
    if snippet.offset and bare[:1].islower():
        bare, shift = f"… {bare}", shift + 2
    if len(text) >= _CUT and not bare.endswith(_ENDS):
        bare = f"{bare.rstrip(',;: ')} …"
    return bare, tuple((start + shift, end + shift) for start, end in snippet.marks)
