"""Words of a source with their citation, as they go to the clipboard: Markdown, rich and plain."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from khiva_notes.model.chicago import Notes, Reference
from khiva_notes.model.reference_marks import citation
from khiva_notes.services.works import csl_of
from khiva_notes.store.repositories import Repositories

_MARKUP = re.compile(r"\\(?P<plain>[^\w\s])|\*(?P<italic>(?:\\.|[^*\\])+)\*")


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation of a place in a source, without a full stop at its end.

    ``plain`` and ``html`` are a full Chicago note, ``pandoc`` is ``[@key, p. 107]``.
    """

    plain: str
    html: str
    pandoc: str


def cite(data: Repositories, source_id: int, locator: str) -> Cited:
    """Return how a place in a source is cited; ``locator`` is such as ``p. 12`` or ``¶ 3``.

    Whoever hands ``pandoc`` out has called :func:`~khiva_notes.services.works.fix_citekeys`.
    """
    return cited_as(csl_of(data, source_id), locator)


def cited_as(item: Mapping[str, Any], locator: str) -> Cited:
    """Return how a place in a work, a CSL-JSON item, is cited: as if it were cited first."""
    note = Notes().note([Reference(item, locator)]).removesuffix(".")
    return Cited(_plain(note), _html(note), citation([(str(item["id"]), locator)]))


def _plain(note: str) -> str:
    return _MARKUP.sub(lambda found: found["plain"] or _plain(found["italic"]), note)


def _html(note: str) -> str:
    parts: list[str] = []
    position = 0
    for found in _MARKUP.finditer(note):
        parts.append(escape(note[position : found.start()], quote=False))
        italic = found["italic"]
        told = escape(_plain(italic) if italic else found["plain"], quote=False)
        parts.append(f"<i>{told}</i>" if italic else told)
        position = found.end()
    return "".join(parts) + escape(note[position:], quote=False)
