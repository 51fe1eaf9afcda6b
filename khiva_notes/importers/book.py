"""What an electronic book tells of itself in its package file."""

from __future__ import annotations

from khiva_notes.importers.csl import csl_item
from khiva_notes.importers.markup.xml_tree import parse_xml
from khiva_notes.importers.packed import Package
from khiva_notes.importers.pandoc.reading import Told
from khiva_notes.model.errors import UserError

_CONTAINER = "META-INF/container.xml"


def book_told(package: Package, file_name: str) -> Told:
    """Title, creators, date, publisher and language; nothing where the fields are broken."""
    try:
        container = parse_xml(package.part(_CONTAINER), file_name)
        rootfile = container.find("rootfile")
        opf = package.part(rootfile.get("full-path")) if rootfile else b""
        metadata = parse_xml(opf, file_name).find("metadata")
    except UserError:
        return Told()
    if metadata is None:
        return Told()
    told: dict[str, list[str]] = {}
    for element in metadata.elements():
        if words := element.words():
            told.setdefault(element.tag, []).append(words)

    def first(name: str) -> str:
        return told.get(name, [""])[0]

    item = csl_item(
        title=first("title"),
        authors=told.get("creator", ()),
        date=first("date"),
        language=first("language"),
        publisher=first("publisher"),
    )
    return Told(item, first("language"))
