"""How a place in a text is cited: by the page printed there, else by the paragraph's number."""

from __future__ import annotations

from bisect import bisect_right

from khiva_notes.model.texts import TextBody


def locator(body: TextBody, offset: int) -> str:
    """Return where a code-point offset stands, as ``p. 12`` or ``¶ 3``.

    Paragraphs are counted from 1 without the headings, as a reader would count them.
    """
    page = bisect_right([mark.offset for mark in body.pages], offset) - 1
    if page >= 0:
        return f"p. {body.pages[page].label}"
    block = bisect_right([block.start for block in body.blocks], offset) - 1
    before = body.blocks[: block + 1]
    return f"¶ {max(1, sum(1 for b in before if b.kind != 'heading'))}"


def citation(title: str, body: TextBody, start: int) -> str:
    """Return the plain citation of a passage: the source's title and the place in it."""
    return f"{title}, {locator(body, start)}"
