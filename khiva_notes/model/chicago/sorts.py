"""Which of the manual's patterns a work follows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

Sort = Literal["book", "chapter", "article", "newspaper", "thesis", "web", "kept"]
"""``kept`` is what lies in an archive or was never published."""

_SORTS: dict[str, Sort] = {
    "book": "book",
    "collection": "book",
    "periodical": "book",
    "pamphlet": "book",
    "report": "book",
    "map": "book",
    "chapter": "chapter",
    "entry-encyclopedia": "chapter",
    "paper-conference": "chapter",
    "article-journal": "article",
    "article-magazine": "newspaper",
    "article-newspaper": "newspaper",
    "review": "article",
    "thesis": "thesis",
    "webpage": "web",
}


def sort_of(item: Mapping[str, Any]) -> Sort:
    """Return the pattern for an item; an article that stands nowhere is cited as a thing kept."""
    sort = _SORTS.get(str(item.get("type", "")), "kept")
    if sort in ("article", "newspaper", "chapter") and not item.get("container-title"):
        return "web" if item.get("URL") else "kept"
    return sort
