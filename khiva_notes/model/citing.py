"""How a place in a text is cited: by the page printed there, else by the paragraph's number."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from khiva_notes.model.texts import TextBody


@dataclass(frozen=True, slots=True)
class Outline:
    """What of a text is needed to say where in it something stands, without the text itself.

    ``paragraphs`` are the code-point offsets at which blocks begin that are no headings,
    ``pages`` those at which printed pages do, ``labels`` what is printed on these.
    """

    paragraphs: Sequence[int]
    pages: Sequence[int]
    labels: Sequence[str]

    def locator(self, offset: int) -> str:
        """Return where a code-point offset stands, as ``p. 12`` or ``¶ 3``.

        Paragraphs are counted from 1 without the headings, as a reader would count them.
        """
        page = bisect_right(self.pages, offset) - 1
        if page >= 0:
            return f"p. {self.labels[page]}"
        return f"¶ {max(1, bisect_right(self.paragraphs, offset))}"


def outline(body: TextBody) -> Outline:
    """Return the outline of a text, for those who ask for many places in it."""
    return Outline(
        [block.start for block in body.blocks if block.kind != "heading"],
        [mark.offset for mark in body.pages],
        [mark.label for mark in body.pages],
    )


def locator(body: TextBody, offset: int) -> str:
    """Return where a code-point offset stands in a text; see :meth:`Outline.locator`."""
    return outline(body).locator(offset)


def citation(title: str, body: TextBody, start: int) -> str:
    """Return the plain citation of a passage: the source's title and the place in it."""
    return f"{title}, {locator(body, start)}"
