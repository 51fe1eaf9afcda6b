"""A library as TEI P5: lists of people, events, places and groups, and the texts with anchors."""

from __future__ import annotations

import re
from collections.abc import Sequence

from khiva_notes.exporters.exchange.day import bounds, iso, simple
from khiva_notes.exporters.exchange.tei_text import text_of
from khiva_notes.exporters.exchange.xml_text import HEAD, element, words
from khiva_notes.model.dates import HistoricalDate
from khiva_notes.model.items import Item
from khiva_notes.model.snapshot import Snapshot

_NO_ID = re.compile(r"[^A-Za-z0-9_.-]")
_LISTS = (
    ("person", "listPerson", "person", "persName"),
    ("group", "listOrg", "org", "orgName"),
    ("event", "listEvent", "event", "label"),
    ("place", "listPlace", "place", "placeName"),
)


def tei(snapshot: Snapshot, item_ids: Sequence[int]) -> str:
    """Return a teiCorpus of the chosen items, or of all: cards in standOff, sources as texts."""
    chosen = set(item_ids) or set(snapshot.items)
    lists = []
    for kind, holder, tag, name in _LISTS:
        cards = [item for item in snapshot.of_kind(kind) if item.id in chosen]
        if cards:
            lists.append(element(holder, None, *(_card(snapshot, i, tag, name) for i in cards)))
    texts = [
        _text(snapshot, source)
        for source in snapshot.of_kind("source")
        if source.id in chosen and snapshot.version_of(source.id)
    ]
    stand_off = element("standOff", None, *lists) if lists else ""
    head = _header(snapshot.title, "Written out by Khiva Notes.")
    namespace = {"xmlns": "http://www.tei-c.org/ns/1.0"}
    return f"{HEAD}{element('teiCorpus', namespace, head, stand_off, *texts)}\n"


def xml_id(item: Item) -> str:
    """Return the name by which an item is referred to in the document."""
    return f"{item.kind}-{_NO_ID.sub('_', item.key)}-{item.id}"


def _header(title: str, how: str, *more: str) -> str:
    titled = element("titleStmt", None, element("title", None, words(title)))
    published = element("publicationStmt", None, element("p", None, words(how)))
    described = element("sourceDesc", None, *(more or (element("p", None, words(title)),)))
    return element("teiHeader", None, element("fileDesc", None, titled, published, described))


def _text(snapshot: Snapshot, source: Item) -> str:
    version = snapshot.version_of(source.id)
    assert version is not None
    facts = [element("title", None, words(source.title))]
    facts += [
        element("author", None, words(snapshot.items[link.to_id].title))
        for link in snapshot.links.get(source.id, ())
        if link.type == "author"
    ]
    spans = [
        (passage, f"#{xml_id(snapshot.items[item_id])}")
        for item_id, passages in snapshot.passages.items()
        for passage in passages
        if passage.version_id == version.id and passage.status != "orphan"
    ]
    head = _header(source.title, "Written out by Khiva Notes.", element("bibl", None, *facts))
    text = text_of(snapshot.body(version.id), spans, version.language)
    return element("TEI", {"xml:id": xml_id(source)}, head, text)


def _card(snapshot: Snapshot, item: Item, tag: str, name: str) -> str:
    names = [found.text for found in snapshot.names.get(item.id, ())] or [item.title]
    inside = [element(name, None, words(text)) for text in dict.fromkeys(names)]
    dates = snapshot.dates.get(item.id, {})
    if tag == "person":
        sex = {"female": "F", "male": "M"}.get(str(item.fields.get("sex", "")), "")
        inside += [element("sex", {"value": sex})] if sex else []
        for field, said in (("born", "birth"), ("died", "death")):
            if field in dates:
                inside.append(_dated(said, dates[field]))
    attributes = {"xml:id": xml_id(item)}
    if tag == "event" and "date" in dates:
        attributes |= _when(dates["date"])
        original = dates["date"].original
        if original:
            inside.append(element("note", {"type": "date-as-written"}, words(original)))
    links = [
        (link.type, link.role, xml_id(snapshot.items[link.to_id]))
        for link in snapshot.links.get(item.id, ())
        if snapshot.items[link.to_id].kind in ("person", "group", "event", "place")
    ]
    notes = [element("note", None, element("p", None, words(item.body)))] if item.body else []
    for type_, role, target in links:
        said = element("ref", {"target": f"#{target}"}, words(role or type_.replace("-", " ")))
        notes.append(element("note", {"type": type_}, said))
    for quote in snapshot.quotes.get(item.id, ()):
        cited = element("bibl", None, words(quote.citation or "")) if quote.citation else ""
        quoted = element("quote", None, words(quote.passage.exact))
        notes.append(element("note", {"type": "quotation"}, element("cit", None, quoted, cited)))
    return element(tag, attributes, *inside, *notes)


def _dated(tag: str, date: HistoricalDate) -> str:
    return element(tag, _when(date), words(date.original or date.edtf))


def _when(date: HistoricalDate) -> dict[str, str]:
    """Return the attributes that say a date; empty ones are left out when written."""
    plain = simple(date)
    if plain and not plain[1]:
        return {"when": iso(plain[0])}
    first, last = bounds(date)
    cert = "low" if plain and plain[1] in "?%" else ""
    return {
        "notBefore": iso(first) if first else "",
        "notAfter": iso(last) if last else "",
        "cert": cert,
    }
