"""What a web page tells of itself: in its head's fields and in JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from khiva_notes.importers.csl import csl_item, words_of
from khiva_notes.importers.markup.element import Element

_ARTICLES = ("Article", "BlogPosting", "Report", "Book", "Chapter", "WebPage", "CreativeWork")
_TITLES = ("citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title")
_AUTHORS = ("citation_author", "dc.creator", "dcterms.creator", "article:author", "author", "byl")
_DATES = (
    "citation_publication_date",
    "citation_date",
    "citation_online_date",
    "dc.date",
    "dcterms.date",
    "dcterms.issued",
    "article:published_time",
    "datepublished",
    "date",
    "pubdate",
)
_CONTAINERS = ("citation_journal_title", "og:site_name", "application-name")
_MOST_JSON = 500_000


def page_told(root: Element) -> dict[str, object]:
    """A CSL-JSON item of title, authors, date, language, container, pages, DOI and address."""
    fields = _fields(root)
    linked = _linked(root)

    def first(names: tuple[str, ...]) -> str:
        return next((value for name in names for value in fields.get(name, ()) if value), "")

    title = fields.get("citation_title", [""])[0] or words_of(linked.get("headline"))
    title = title or words_of(linked.get("name")) or first(_TITLES) or _title_tag(root)
    authors: list[str] = fields.get("citation_author", []) or list(_names(linked.get("author")))
    authors = authors or next((fields[n] for n in _AUTHORS if _are_names(fields.get(n))), [])
    date = first(_DATES[:3]) or words_of(linked.get("datePublished")) or first(_DATES)
    html = root.find("html")
    container = first(_CONTAINERS[:1]) or next(_names(linked.get("publisher")), "")
    first_page, last_page = (first((f"citation_{end}page",)) for end in ("first", "last"))
    return csl_item(
        title=title,
        authors=authors,
        date=date or _time_tag(root),
        language=words_of(linked.get("inLanguage")) or (html.get("lang") if html else ""),
        container_title=container or first(_CONTAINERS),
        volume=first(("citation_volume",)),
        issue=first(("citation_issue",)),
        page=f"{first_page}-{last_page}" if first_page and last_page else first_page,
        DOI=first(("citation_doi",)),
        URL=_address(root, first(("og:url", "citation_public_url"))),
    )


def _fields(root: Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in root.elements():
        if element.tag != "meta":
            continue
        name = element.get("name") or element.get("property") or element.get("itemprop")
        content = " ".join(element.get("content").split())
        if name and content:
            found.setdefault(name.lower().replace("dc:", "dc."), []).append(content)
    return found


def _linked(root: Element) -> dict[str, Any]:
    """The JSON-LD object of the article, ``{}`` if there is none that can be read."""
    for element in root.elements():
        if element.tag != "script" or "ld+json" not in element.get("type"):
            continue
        try:
            told = json.loads(element.text()[:_MOST_JSON])
        except (ValueError, RecursionError):
            continue
        for node in _objects(told):
            kinds = node.get("@type")
            named = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(k, str) and k.endswith(_ARTICLES) for k in named):
                return node
    return {}


def _objects(told: object) -> Iterator[dict[str, Any]]:
    for node in told if isinstance(told, list) else [told]:
        if isinstance(node, dict):
            yield node
            graph = node.get("@graph")
            if isinstance(graph, list):
                yield from (inner for inner in graph if isinstance(inner, dict))


def _names(value: object) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        if words := words_of(name):
            yield words


def _are_names(values: list[str] | None) -> bool:
    return bool(values) and not any(v.startswith(("http:", "https:", "/")) for v in values or ())


def _title_tag(root: Element) -> str:
    title = root.find("title")
    return title.words() if title else ""


def _time_tag(root: Element) -> str:
    article = root.find("article")
    time = article.find("time") if article else None
    return time.get("datetime") if time else ""


def _address(root: Element, told: str) -> str:
    for element in root.elements():
        if element.tag == "link" and element.get("rel").lower() == "canonical":
            told = element.get("href") or told
    return told if told.startswith(("http://", "https://")) else ""
