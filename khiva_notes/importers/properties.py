"""The fields that office documents keep of themselves: title, author, language."""

from __future__ import annotations

from khiva_notes.importers.csl import csl_item
from khiva_notes.importers.markup.xml_tree import parse_xml
from khiva_notes.model.errors import UserError


def properties_of(part: bytes, file_name: str) -> tuple[dict[str, object], str]:
    """A CSL-JSON item and a language from ``docProps/core.xml`` or ``meta.xml``.

    The day on which a file was made is not its text's, so no date is taken. Broken fields are no
    reason to refuse a text.
    """
    if not part:
        return {}, ""
    try:
        root = parse_xml(part, file_name)
    except UserError:
        return {}, ""
    told: dict[str, str] = {}
    for element in root.elements():
        if words := element.words():
            told.setdefault(element.tag, words)
    author = told.get("initial-creator") or told.get("creator", "")
    authors = [name for name in author.split(";") if name.strip()]
    item = csl_item(title=told.get("title"), authors=authors)
    return item, told.get("language", "")
