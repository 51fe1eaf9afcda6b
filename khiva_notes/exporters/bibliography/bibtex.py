"""BibLaTeX in UTF-8, as Better BibTeX writes it: braces keep titles as they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "entry-encyclopedia": "inreference",
    "paper-conference": "inproceedings",
    "report": "report",
    "thesis": "thesis",
    "manuscript": "unpublished",
    "pamphlet": "booklet",
    "personal_communication": "letter",
    "webpage": "online",
    "periodical": "periodical",
    "legislation": "legislation",
    "legal_case": "jurisdiction",
    "treaty": "legal",
    "review": "review",
    "interview": "interview",
}
_FIELDS = {
    "title": "title",
    "title-short": "shorttitle",
    "publisher": "publisher",
    "publisher-place": "location",
    "volume": "volume",
    "issue": "number",
    "number": "number",
    "edition": "edition",
    "collection-title": "series",
    "page": "pages",
    "DOI": "doi",
    "ISBN": "isbn",
    "ISSN": "issn",
    "URL": "url",
    "abstract": "abstract",
    "note": "note",
    "genre": "type",
    "language": "langid",
    "archive": "archive",
    "archive_location": "shelfmark",
    "archive_collection": "collection",
    "number-of-pages": "pagetotal",
    "number-of-volumes": "volumes",
    "annote": "annotation",
}
_NAMES = {"author": "author", "editor": "editor", "translator": "translator"}
_DATES = {"issued": "date", "original-date": "origdate", "accessed": "urldate"}
_VERBATIM = frozenset({"doi", "url", "isbn", "issn"})
_LANGUAGES = {"en": "english", "ru": "russian", "de": "german", "fr": "french", "tr": "turkish"}
_SPECIAL = re.compile(r"[\\{}%&#$_^~]")
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}


def bibtex(items: Iterable[Mapping[str, Any]]) -> str:
    """Return works as one BibLaTeX file, by citation key."""
    ordered = sorted(items, key=lambda item: str(item["id"]).casefold())
    return "\n".join(_entry(item) for item in ordered)


def _entry(item: Mapping[str, Any]) -> str:
    kind = _TYPES.get(str(item.get("type", "")), "misc")
    fields: dict[str, str] = {}
    for variable, name in _NAMES.items():
        names = [_name(each) for each in item.get(variable, ()) if isinstance(each, Mapping)]
        if any(names):
            fields[name] = " and ".join(name for name in names if name)
    for variable, name in _FIELDS.items():
        value = str(item.get(variable, "")).strip()
        if not value or name in fields:
            continue
        if name == "langid":
            value = _LANGUAGES.get(value.split("-")[0], value)
        if name == "pages":
            value = re.sub(r"(?<=\d)[-–](?=\d)", "--", value)
        fields[name] = value if name in _VERBATIM else _escaped(value)
    if container := str(item.get("container-title", "")).strip():
        name = "journaltitle" if kind in ("article", "periodical", "review") else "booktitle"
        fields[name] = _escaped(container)
    for variable, name in _DATES.items():
        if date := _date(item.get(variable)):
            fields[name] = date
    lines = [f"  {name} = {{{_balanced(value)}}}," for name, value in fields.items()]
    return "\n".join([f"@{kind}{{{item['id']},", *lines, "}", ""])


def _name(name: Mapping[str, Any]) -> str:
    literal = str(name.get("literal", "")).strip()
    if literal:
        return f"{{{_escaped(literal)}}}"
    particle = str(name.get("non-dropping-particle", "") or name.get("dropping-particle", ""))
    family = " ".join(part for part in (particle, str(name.get("family", ""))) if part)
    parts = [family, str(name.get("suffix", "")), str(name.get("given", ""))]
    return ", ".join(_escaped(part) for part in parts if part)


def _date(value: Any) -> str:
    if not isinstance(value, Mapping):
        return ""
    parts = value.get("date-parts")
    if not isinstance(parts, list) or not parts or not parts[0]:
        return _escaped(str(value.get("literal", "") or value.get("raw", "")))
    ends = []
    for end in parts[:2]:
        year = int(end[0])
        told = f"{year:04d}" if year >= 0 else f"-{abs(year):04d}"
        ends.append("-".join([told, *(f"{int(part):02d}" for part in end[1:3])]))
    return "/".join(ends) + ("~" if value.get("circa") else "")


def _escaped(value: str) -> str:
    return _SPECIAL.sub(lambda found: _ESCAPES.get(found[0], f"\\{found[0]}"), value)


def _balanced(value: str) -> str:
    """A value whose braces close; escaped ones count too for most readers of BibTeX."""
    depth = 0
    for letter in value:
        depth += (letter == "{") - (letter == "}")
        if depth < 0:
            break
    return value if depth == 0 else value.replace(r"\{", "(").replace(r"\}", ")")
