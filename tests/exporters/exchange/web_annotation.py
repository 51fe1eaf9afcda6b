"""A checker of Web Annotations, written from the W3C's model (REC-annotation-model-20170223).

Each sentence of ``problems`` names the section whose MUST is not kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing",
    "highlighting", "identifying", "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip


def problems(collection: Any) -> Iterator[str]:
    """Yield what a collection with its first page embedded does not keep."""
    if collection.get("@context") != CONTEXT:
        yield "3.1: the context must be the Web Annotation context"
    if collection.get("type") != "AnnotationCollection":
        yield "5.1: a collection must have that type"
    yield from _iri(collection, "5.1")
    page = collection.get("first", {})
    yield from _iri(page, "5.2")
    if page.get("type") != "AnnotationPage" or not isinstance(page.get("items"), list):
        yield "5.2: a page must have its type and a list of items"
        return
    if collection.get("total") != len(page["items"]) or page.get("startIndex") != 0:
        yield "5.1: total and startIndex count the annotations"
    if page.get("partOf") != collection.get("id"):
        yield "5.2: a page is part of its collection"
    seen = set()
    for item in page["items"]:
        yield from annotation(item)
        if item.get("id") in seen:
            yield "3.1: one identity for each annotation"
        seen.add(item.get("id"))


def annotation(item: Any) -> Iterator[str]:
    """Yield what one annotation does not keep."""
    yield from _iri(item, "3.1")
    if item.get("type") != "Annotation":
        yield "3.1: an annotation must have that type"
    if "target" not in item:
        yield "3.1: there must be a target"
    if item.get("motivation") not in MOTIVATIONS:
        yield "3.3.5: motivations of the model"
    bodies = item.get("body", [])
    for body in bodies if isinstance(bodies, list) else [bodies]:
        if body.get("type") != "TextualBody" or not isinstance(body.get("value"), str):
            yield "3.2.4: a textual body must have one value, a string"
        if body.get("purpose") not in MOTIVATIONS:
            yield "3.3.5: purposes are motivations"
    target = item.get("target", {})
    if target.get("type") != "SpecificResource" or "source" not in target:
        yield "4: a specific resource must have a source"
        return
    yield from _iri(target["source"], "3.2.1")
    selectors = target.get("selector", [])
    for selector in selectors if isinstance(selectors, list) else [selectors]:
        yield from _selector(selector)


def _selector(selector: Any) -> Iterator[str]:
    if selector.get("type") == "TextQuoteSelector":
        if not isinstance(selector.get("exact"), str):
            yield "4.2.4: exactly one exact"
        for side in ("prefix", "suffix"):
            if not isinstance(selector.get(side, ""), str):
                yield "4.2.4: at most one prefix and suffix"
    elif selector.get("type") == "TextPositionSelector":
        start, end = selector.get("start"), selector.get("end")
        if type(start) is not int or type(end) is not int or not 0 <= start <= end:
            yield "4.2.5: start and end must be non-negative integers"
    else:
        yield "4.2: a selector of the model"


def _iri(node: Any, section: str) -> Iterator[str]:
    value = node.get("id") if isinstance(node, dict) else None
    if not isinstance(value, str) or not urlsplit(value).scheme or " " in value:
        yield f"{section}: there must be exactly one IRI, not {value!r}"
