"""RIS, which libraries' catalogues and EndNote give: rispy takes it apart, tag by tag."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from khiva_notes.importers.bibliography.contract import (
    Bibliography,
    BibliographyFormat,
    Entry,
    Problem,
)

_TYPES = {
    "JOUR": "article-journal",
    "EJOUR": "article-journal",
    "MGZN": "article-magazine",
    "NEWS": "article-newspaper",
    "BOOK": "book",
    "EBOOK": "book",
    "EDBOOK": "book",
    "CHAP": "chapter",
    "ECHAP": "chapter",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "DICT": "entry-encyclopedia",
    "ENCYC": "entry-encyclopedia",
    "THES": "thesis",
    "RPRT": "report",
    "GOVDOC": "report",
    "PAMP": "pamphlet",
    "UNPB": "manuscript",
    "MANSCPT": "manuscript",
    "ANCIENT": "book",
    "ICOMM": "personal_communication",
    "PCOMM": "personal_communication",
    "ELEC": "webpage",
    "BLOG": "webpage",
    "MAP": "map",
    "BILL": "bill",
    "STAT": "legislation",
    "LEGAL": "legislation",
    "CASE": "legal_case",
    "HEAR": "hearing",
    "SER": "periodical",
    "INPR": "article-journal",
}
_FIELDS = {
    "title": "title",
    "primary_title": "title",
    "secondary_title": "container-title",
    "journal_name": "container-title",
    "tertiary_title": "collection-title",
    "short_title": "title-short",
    "volume": "volume",
    "number": "issue",
    "edition": "edition",
    "publisher": "publisher",
    "place_published": "publisher-place",
    "doi": "DOI",
    "issn": "ISSN",
    "abstract": "abstract",
    "language": "language",
    "name_of_database": "archive",
    "call_number": "call-number",
    "custom3": "genre",
}
_NAMES = {
    "authors": "author",
    "first_authors": "author",
    "secondary_authors": "editor",
    "subsidiary_authors": "translator",
}
_RECORD = re.compile(r"^\s*TY\s{1,2}-", re.MULTILINE)
_LAST = re.compile(r"^ER\s{0,2}-\s*$", re.MULTILINE)


def _read(text: str) -> Bibliography:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    starts = [match.start() for match in _RECORD.finditer(text)]
    if not starts:
        return Bibliography(())
    entries, problems = [], []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        line = text.count("\n", 0, start) + 1 + (text[start:end].startswith("\n"))
        record = text[start:end].strip()
        closed = _LAST.search(record)
        record = record[: closed.start()] if closed else f"{record}\n"
        # rispy knows the end of a record only by this line with its space.
        entry = _entry(f"{record}ER  - ", line)
        if isinstance(entry, Problem):
            problems.append(entry)
        else:
            entries.append(entry)
    return Bibliography(tuple(entries), tuple(problems))


def _entry(record: str, line: int) -> Entry | Problem:
    import rispy

    try:
        # One at a time: a record that is broken must not cost those after it.
        told = rispy.loads(record)
    except (OSError, ValueError, KeyError, IndexError, TypeError) as error:
        return Problem(f"This record cannot be read ({error}).", line)
    if not told:
        return Problem("This record is empty.", line)
    item = _csl_item(told[0])
    if not any(item.get(name) for name in ("title", "author", "container-title")):
        return Problem("This record has neither a title nor an author.", line)
    tags = tuple(str(word).strip() for word in told[0].get("keywords", []) if str(word).strip())
    files = tuple(
        str(path)
        for name in ("file_attachments1", "file_attachments2")
        for path in _several(told[0].get(name))
    )
    notes = "\n\n".join(str(note) for note in _several(told[0].get("notes")))
    return Entry(item, line, notes, tags, files)


def _csl_item(told: Mapping[str, Any]) -> dict[str, Any]:
    item: dict[str, Any] = {"type": _TYPES.get(str(told.get("type_of_reference")), "document")}
    if told.get("id"):
        item["id"] = str(told["id"])
    for name, variable in _FIELDS.items():
        value = "; ".join(str(each) for each in _several(told.get(name)))
        if value.strip() and variable not in item:
            item[variable] = " ".join(value.split())
    for name, variable in _NAMES.items():
        names = [_name(str(each)) for each in _several(told.get(name))]
        if any(names):
            item.setdefault(variable, []).extend(name for name in names if name)
    first, last = str(told.get("start_page", "")), str(told.get("end_page", ""))
    if first:
        item["page"] = f"{first}-{last}" if last and last != first else first
    if urls := _several(told.get("urls") or told.get("url")):
        item["URL"] = str(urls[0])
    serial = str(told.get("issn", ""))
    if item["type"] in ("book", "chapter") and serial:
        item["ISBN"] = item.pop("ISSN", serial)
    for name, variable in (("date", "issued"), ("year", "issued"), ("access_date", "accessed")):
        if variable not in item and (date := _date(str(told.get(name, "")))):
            item[variable] = date
    return item


def _several(value: Any) -> list[Any]:
    if value is None or value == "":
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


def _name(words: str) -> dict[str, str]:
    parts = [part.strip() for part in words.split(",")]
    if len(parts) < 2 or not parts[1]:
        return {"literal": parts[0]} if parts[0] else {}
    name = {"family": parts[0], "given": parts[1]}
    if len(parts) > 2 and parts[2]:
        name["suffix"] = parts[2]
    return name


def _date(value: str) -> dict[str, Any]:
    """``YYYY/MM/DD/words``, any part of which may be missing, as a CSL date."""
    parts = [part.strip() for part in re.split(r"[/-]", value, maxsplit=3)]
    if not re.fullmatch(r"\d{3,4}", parts[0]):
        return {"literal": value.strip()} if value.strip() else {}
    numbers = [int(parts[0])]
    for part, most in zip(parts[1:3], (12, 31), strict=False):
        if not re.fullmatch(r"[0-9]{1,2}", part) or not 1 <= int(part) <= most:
            break
        numbers.append(int(part))
    return {"date-parts": [numbers]}


RIS = BibliographyFormat("RIS", (".ris",), _read, lambda start: bool(_RECORD.match(start)))
