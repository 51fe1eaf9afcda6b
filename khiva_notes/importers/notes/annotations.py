"""Annotations of a text: the W3C's JSON-LD, and what the Hypothesis programs give out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from khiva_notes.importers.decoding import decode
from khiva_notes.importers.notes.contract import Excerpt, NoteCard, Notes
from khiva_notes.model.errors import UserError
from khiva_notes.model.kinds import KINDS

_MOST = 100_000
_LONGEST_TITLE = 100


def read_annotations(data: bytes, file_name: str) -> Notes:
    """Read annotations for a source that the user names; UserError if there are none.

    One with a comment, tags or a name becomes a card, else it is a highlight. One that selects no
    words is told as a problem.
    """
    try:
        whole = json.loads(decode(data, file_name).text)
    except (ValueError, RecursionError) as error:
        raise UserError(f"“{file_name}” is no JSON.", "Export the annotations anew.") from error
    found = list(_annotations(whole))
    if not found:
        raise UserError(f"There is no annotation in “{file_name}”.", "Is it the right file?")
    if len(found) > _MOST:
        raise UserError(f"“{file_name}” has more than {_MOST:,} annotations.", "Split it.")
    cards: dict[str, NoteCard] = {}
    excerpts: list[Excerpt] = []
    problems: list[str] = []
    for number, each in enumerate(found, 1):
        excerpt = _excerpt(each)
        if excerpt is None:
            problems.append(f"Annotation {number} selects no words and was left out.")
            continue
        card = _card(each, excerpt, f"annotation:{number}")
        if card is not None:
            known = cards.setdefault(card.ref, card)
            excerpt = Excerpt(
                excerpt.exact, "", known.ref, excerpt.prefix, excerpt.suffix, excerpt.start
            )
        excerpts.append(excerpt)
    return Notes(tuple(cards.values()), excerpts=tuple(excerpts), problems=tuple(problems))


def _annotations(whole: Any) -> Iterator[dict[str, Any]]:
    waiting = [whole]
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting = [*node, *waiting]
        elif isinstance(node, dict):
            if "target" in node:
                yield node
                continue
            inside = [node.get(name) for name in ("first", "items", "rows", "annotations")]
            waiting = [part for part in inside if part is not None] + waiting


def _excerpt(node: dict[str, Any]) -> Excerpt | None:
    exact, prefix, suffix, start = "", "", "", -1
    for target in _listed(node.get("target")):
        for selector in _selectors(target):
            kind = selector.get("type")
            if kind == "TextQuoteSelector":
                exact = exact or _text(selector.get("exact"))
                prefix = prefix or _text(selector.get("prefix"))
                suffix = suffix or _text(selector.get("suffix"))
            elif kind == "TextPositionSelector" and type(selector.get("start")) is int:
                start = selector["start"]
    return Excerpt(exact, "", "", prefix, suffix, start) if exact.strip() else None


def _selectors(target: Any) -> Iterator[dict[str, Any]]:
    """Yield the selectors of a target, those that refine another too."""
    waiting = _listed(target.get("selector")) if isinstance(target, dict) else []
    for _ in range(50):
        if not waiting:
            return
        selector = waiting.pop()
        if isinstance(selector, dict):
            yield selector
            waiting += _listed(selector.get("refinedBy"))


def _card(node: dict[str, Any], excerpt: Excerpt, ref: str) -> NoteCard | None:
    name, kind = "", "claim"
    comments = [_text(node.get("text"))]
    tags = [_text(tag) for tag in _listed(node.get("tags"))]
    for body in _listed(node.get("body", node.get("bodyValue"))):
        value = _text(body if isinstance(body, str) else _value(body))
        purpose = body.get("purpose", "") if isinstance(body, dict) else ""
        if purpose == "tagging":
            tags.append(value)
        elif purpose in ("identifying", "describing") and not name and "\n" not in value:
            name = value
        else:
            comments.append(value)
    if name and tags and tags[0] in KINDS and KINDS[tags[0]].is_card:
        kind = tags.pop(0)
        ref = f"card:{kind}:{name}"
    comment = "\n\n".join(part for part in comments if part.strip())
    tags = [tag for tag in dict.fromkeys(" ".join(tag.split()) for tag in tags) if tag]
    if not (name or comment or tags):
        return None
    title = " ".join((name or excerpt.exact).split())
    if len(title) > _LONGEST_TITLE:
        title = title[: _LONGEST_TITLE - 1].rsplit(" ", 1)[0] + "…"
    return NoteCard(ref, kind, title, comment, tags=tuple(tags))


def _value(body: Any) -> Any:
    return body.get("value", body.get("chars", "")) if isinstance(body, dict) else ""


def _text(value: Any) -> str:
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else ""


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]
