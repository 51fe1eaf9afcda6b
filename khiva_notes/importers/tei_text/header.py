"""What a TEI header tells of the source."""

from __future__ import annotations

from khiva_notes.importers.csl import csl_item
from khiva_notes.importers.markup.element import Element


def header_told(root: Element) -> dict[str, object]:
    """A CSL-JSON item of title, authors, date, publisher and language."""
    header = root.find("teiHeader")
    if header is None:
        return {}
    statement = header.find("titleStmt") or Element("")
    source = header.find("sourceDesc") or Element("")
    names = [e.words() for e in statement.elements() if e.tag == "author"]
    names = names or [e.words() for e in source.elements() if e.tag == "author"]
    return csl_item(
        title=_title(statement) or _title(source),
        authors=names,
        date=_date(source) or _date(header.find("creation")) or _date(header),
        publisher=_words(source.find("publisher")),
        archive=_words(source.find("repository")),
        archive_location=_words(source.find("idno")) if source.find("msIdentifier") else "",
        language=_language(root, header),
    )


def _title(element: Element) -> str:
    titles = [e for e in element.elements() if e.tag == "title" and e.get("type") != "sub"]
    return titles[0].words() if titles else ""


def _words(element: Element | None) -> str:
    return element.words() if element else ""


def _date(element: Element | None) -> str:
    for found in element.elements() if element else ():
        if found.tag in ("date", "creation") and (value := date_value(found) or found.words()):
            return value if len(value) < 60 else ""
    return ""


def date_value(element: Element) -> str:
    """The normal form of a date: one day, or both ends set apart by a slash."""
    first = element.get("from") or element.get("notBefore")
    last = element.get("to") or element.get("notAfter")
    return element.get("when") or "/".join(part for part in (first, last) if part)


def _language(root: Element, header: Element) -> str:
    text = root.find("text")
    told = (text.get("xml:lang") if text else "") or root.get("xml:lang")
    language = header.find("language")
    return told or (language.get("ident") if language else "")
