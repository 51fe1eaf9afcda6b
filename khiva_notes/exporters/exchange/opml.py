"""An essay's outline as OPML 2.0, for outliners and mind maps."""

from __future__ import annotations

from khiva_notes.exporters.exchange.xml_text import HEAD, element, words
from khiva_notes.model.essay_text import EssayPart, EssayText


def opml(essay: EssayText) -> str:
    """Return the outline: a heading's words, prose, cards by title, quotations by their words."""
    head = element("head", None, element("title", None, words(essay.essay.title)))
    body = element("body", None, *(_outline(part) for part in essay.parts))
    return f"{HEAD}{element('opml', {'version': '2.0'}, head, body)}\n"


def _outline(part: EssayPart) -> str:
    its = part.part
    text = its.text
    if its.sort == "quotation":
        text = " … ".join(quote.passage.exact for quote in part.quotes) or its.text
    elif its.sort in ("card", "dispute") and part.item is not None:
        text = part.item.title
    wording = its.text if text != its.text else ""
    attributes = {
        "text": " ".join(text.split()) or f"({its.sort})",
        "type": its.sort,
        "_wording": wording,
        "_note": its.note,
        "_locator": its.locator or "; ".join(filter(None, (q.citation for q in part.quotes))),
        "_key": part.item.key if part.item else "",
    }
    return element("outline", attributes, *(_outline(child) for child in part.children))
