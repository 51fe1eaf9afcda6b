"""Links in notes: ``[[key]]`` or ``[[key|words]]``, the key being an item's key, title or name."""

from __future__ import annotations

import re
from collections.abc import Iterator

LINK = re.compile(r"\[\[([^\[\]|#\n]+)(?:#[^\[\]|\n]*)?(?:\|([^\[\]\n]+))?\]\]")
"""Group 1 is what is linked to, group 2 the words shown instead, if any."""


def targets(body: str) -> Iterator[str]:
    """Yield what the notes link to, in order."""
    for match in LINK.finditer(body):
        yield match[1].strip()


def without_links(body: str) -> str:
    """Return the notes as they read: each link as its words, or as what it links to."""
    return LINK.sub(lambda match: match[2] or match[1], body)
