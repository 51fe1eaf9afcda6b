"""Passages as Web Annotations (W3C Recommendation of 2017) in JSON-LD.

Each selection is told twice, by its words and by its place, in Unicode code points as the model
asks for, so that a reader whose text differs a little can still find it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from khiva_notes.model.items import Item
from khiva_notes.model.kinds import KINDS
from khiva_notes.model.passages import Passage
from khiva_notes.model.snapshot import Snapshot

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def web_annotations(snapshot: Snapshot, item_ids: Sequence[int]) -> str:
    """Return the passages of the chosen cards or sources, or all, as an AnnotationCollection.

    A source that is chosen brings all passages in its text. Orphans, which are in no current
    text, keep their words and lose their place.
    """
    chosen = set(item_ids)
    items: list[dict[str, Any]] = []
    for item_id, passages in snapshot.passages.items():
        for passage in passages:
            source = _source(snapshot, item_id, passage)
            if source and (not chosen or item_id in chosen or source.id in chosen):
                items.append(_annotation(snapshot, snapshot.items[item_id], passage, source))
    name = f"urn:khiva-notes:{snapshot.uid}"
    page = {"id": f"{name}:page", "type": "AnnotationPage", "startIndex": 0, "items": items}
    whole = {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": snapshot.title,
        "total": len(items),
        "first": {**page, "partOf": name},
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _source(snapshot: Snapshot, item_id: int, passage: Passage) -> Item | None:
    for quoted in snapshot.quotes.get(item_id, ()):
        if quoted.passage.id == passage.id:
            return quoted.source
    version = snapshot.versions.get(passage.version_id)
    return snapshot.items.get(version.item_id) if version else None


def _annotation(snapshot: Snapshot, item: Item, passage: Passage, source: Item) -> dict[str, Any]:
    named = item.kind in KINDS and KINDS[item.kind].named
    purpose = "identifying" if named else "describing"
    body: list[dict[str, str]] = [
        {"type": "TextualBody", "value": item.title, "format": "text/plain", "purpose": purpose},
        _tag(item.kind),
        *(_tag(tag) for tag in snapshot.tags.get(item.id, ())),
    ]
    if item.body.strip():
        note = {"type": "TextualBody", "value": item.body, "format": "text/markdown"}
        body.append({**note, "purpose": "commenting"})
    made: dict[str, Any] = {
        "id": f"urn:khiva-notes:{snapshot.uid}:passage:{passage.id}",
        "type": "Annotation",
        "motivation": purpose,
        "body": body,
        "target": {
            "type": "SpecificResource",
            "source": _resource(snapshot, source),
            "selector": _selectors(passage),
        },
    }
    if item.created:
        made["created"] = item.created
    return made


def _tag(word: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": word, "format": "text/plain", "purpose": "tagging"}


def _resource(snapshot: Snapshot, source: Item) -> dict[str, str]:
    url = str(source.fields.get("URL", ""))
    fetched = url.startswith(("http://", "https://")) and " " not in url
    key = f"urn:khiva-notes:{snapshot.uid}:{quote(source.key, safe='')}"
    found = {"id": url if fetched else key, "type": "Text", "format": "text/plain"}
    language = str(source.fields.get("language", ""))
    return {**found, "language": language} if language else found


def _selectors(passage: Passage) -> list[dict[str, Any]]:
    words: dict[str, Any] = {"type": "TextQuoteSelector", "exact": passage.exact}
    words |= {"prefix": passage.prefix} if passage.prefix else {}
    words |= {"suffix": passage.suffix} if passage.suffix else {}
    if passage.status == "orphan":
        return [words]
    place = {"type": "TextPositionSelector", "start": passage.start, "end": passage.end}
    return [words, place]
