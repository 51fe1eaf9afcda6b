"""One source's text as a TEI ``text``, with an anchor at both ends of every passage."""

from __future__ import annotations

from collections.abc import Sequence

from khiva_notes.exporters.exchange.xml_text import element, words
from khiva_notes.model.passages import Passage
from khiva_notes.model.texts import Block, TextBody


def text_of(body: TextBody, spans: Sequence[tuple[Passage, str]], language: str) -> str:
    """Return the text; ``spans`` are passages, each with the reference to its card.

    A heading is a paragraph marked as one, so that texts whose headings skip levels stay valid.
    """
    marks: list[tuple[int, int, str]] = []
    for page in body.pages:
        marks.append((page.offset, 1, element("pb", {"n": page.label})))
    for passage, _ in spans:
        start, end = f"passage-{passage.id}-start", f"passage-{passage.id}-end"
        marks.append((passage.start, 2, element("anchor", {"xml:id": start})))
        marks.append((passage.end, 0, element("anchor", {"xml:id": end})))
    marks.sort(key=lambda mark: mark[:2])
    paragraphs: list[str] = []
    at = 0
    for number, block in enumerate(body.blocks):
        held = []
        last = number == len(body.blocks) - 1
        while at < len(marks) and (last or marks[at][0] <= block.end):
            held.append(marks[at])
            at += 1
        paragraphs.append(_block(body.text, block, held))
    spanned = [
        element(
            "span",
            {
                "from": f"#passage-{passage.id}-start",
                "to": f"#passage-{passage.id}-end",
                "ana": card,
            },
            words(passage.exact),
        )
        for passage, card in spans
    ]
    group = element("spanGrp", {"type": "passages"}, *spanned) if spanned else ""
    inside = element("body", None, *(paragraphs or [element("p")]), group)
    return element("text", {"xml:lang": language}, inside)


def _block(text: str, block: Block, marks: Sequence[tuple[int, int, str]]) -> str:
    pieces, done = [], block.start
    for offset, _, mark in marks:
        place = min(max(offset, done), block.end)
        pieces += [words(text[done:place]), mark]
        done = place
    pieces.append(words(text[done : block.end]))
    rend = "" if block.kind == "paragraph" else block.kind
    return element("p", {"rend": rend}, *pieces)
