"""Entries of a bibliography: turned names, full stops between the parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from khiva_notes.model.chicago import dates, people
from khiva_notes.model.chicago.locators import locator
from khiva_notes.model.chicago.markup import italic, joined, quoted, stopped, text
from khiva_notes.model.chicago.notes import journal, ordinal, place, published
from khiva_notes.model.chicago.sorts import sort_of
from khiva_notes.model.folded import fold


def bibliography(items: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return the entries of some works, each once, in the order of the alphabet (14.65)."""
    by_id = {str(item.get("id", "")): item for item in items}
    return [
        bibliography_entry(item)
        for item in sorted(by_id.values(), key=lambda item: (_filed(item), str(item.get("id"))))
    ]


def bibliography_entry(item: Mapping[str, Any]) -> str:
    """Return one work as a bibliography lists it."""
    sort = sort_of(item)
    authors = people.names(item, "author")
    who = people.in_bibliography(authors)
    if not who and (editors := people.names(item, "editor")) and sort == "book":
        who = f"{people.in_bibliography(editors)}, {'eds' if len(editors) > 1 else 'ed'}"
    parts = {
        "book": _book,
        "chapter": _chapter,
        "article": _article,
        "newspaper": _newspaper,
        "thesis": _thesis,
        "web": _web,
        "kept": _kept,
    }[sort](item, bool(authors))
    return " ".join(stopped(part) for part in (who, *parts) if part)


def _book(item: Mapping[str, Any], authored: bool) -> list[str]:
    volume, edition = text(item.get("volume", "")), text(item.get("edition", ""))
    return [
        italic(item.get("title", "")),
        _helpers(item, authored),
        f"{ordinal(int(edition))} ed" if edition.isdigit() else edition,
        f"Vol. {volume}" if volume else "",
        text(item.get("collection-title", "")),
        published(item),
        _address(item),
    ]


def _chapter(item: Mapping[str, Any], authored: bool) -> list[str]:
    editors = people.names(item, "editor")
    inside = joined(
        [
            f"In {italic(item.get('container-title', ''))}",
            f"edited by {people.in_note(editors)}" if editors else "",
            locator(str(item.get("page", ""))),
        ]
    )
    return [quoted(item.get("title", ""), "."), inside, published(item), _address(item)]


def _article(item: Mapping[str, Any], authored: bool) -> list[str]:
    pages = locator(str(item.get("page", "")))
    return [quoted(item.get("title", ""), "."), journal(item, pages), _address(item)]


def _newspaper(item: Mapping[str, Any], authored: bool) -> list[str]:
    paper = italic(item.get("container-title", ""))
    told = joined([paper, dates.full(item.get("issued")) or "n.d."])
    return [quoted(item.get("title", ""), "."), told, _address(item)]


def _thesis(item: Mapping[str, Any], authored: bool) -> list[str]:
    genre = text(item.get("genre", "thesis"))
    facts = joined(
        [genre, text(item.get("publisher", "")), dates.year(item.get("issued")) or "n.d."]
    )
    return [quoted(item.get("title", ""), "."), facts[:1].upper() + facts[1:], _address(item)]


def _web(item: Mapping[str, Any], authored: bool) -> list[str]:
    when, seen = dates.full(item.get("issued")), dates.full(item.get("accessed"))
    return [
        quoted(item.get("title", ""), "."),
        text(item.get("container-title", "")),
        when or (f"Accessed {seen}" if seen else ""),
        _address(item),
    ]


def _kept(item: Mapping[str, Any], authored: bool) -> list[str]:
    return [
        text(item.get("title", "")),
        dates.full(item.get("issued")),
        place(item),
        _address(item),
    ]


def _helpers(item: Mapping[str, Any], authored: bool) -> str:
    told = []
    editors, translators = people.names(item, "editor"), people.names(item, "translator")
    if editors and authored:
        told.append(f"edited by {people.in_note(editors)}")
    if translators:
        told.append(f"translated by {people.in_note(translators)}")
    words = " and ".join(told)
    return words[:1].upper() + words[1:]


def _address(item: Mapping[str, Any]) -> str:
    """A lasting address: the DOI as a link, else the web address (14.8)."""
    if doi := str(item.get("DOI", "")).strip():
        return doi if doi.startswith("http") else f"https://doi.org/{doi}"
    return str(item.get("URL", "")).strip()


def _filed(item: Mapping[str, Any]) -> str:
    who = people.in_bibliography(people.names(item, "author") or people.names(item, "editor"))
    title = str(item.get("title", ""))
    for article in ("a ", "an ", "the "):
        if title.lower().startswith(article):
            title = title[len(article) :]
    return fold(f"{who} {title}" if who else title).replace("*", "").strip('[(“" ')
