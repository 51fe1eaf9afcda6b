"""BibTeX and BibLaTeX: bibtexparser takes the file apart, and each entry becomes a CSL item."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from typing import Any

from khiva_notes.importers.bibliography import bibtex_terms as terms
from khiva_notes.importers.bibliography.contract import (
    Bibliography,
    BibliographyFormat,
    Entry,
    Problem,
)
from khiva_notes.importers.bibliography.latex import plain

_BEGINS = re.compile(r"@\s*[A-Za-z]+\s*[{(]")
_DATE = re.compile(r"-?\d{4}(?:-\d\d){0,2}")
_PAGES = re.compile(r"\s*(?:--+|–|—)\s*")


def _read(text: str) -> Bibliography:
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock

    # The parser reports each broken entry in its log as well, where nobody looks for it.
    logging.getLogger("bibtexparser").addHandler(logging.NullHandler())
    logging.getLogger("bibtexparser").propagate = False
    library = parse_string(text)
    strings = {each.key.lower(): str(each.value) for each in library.strings}
    read: list[tuple[int, Entry]] = []
    problems: list[Problem] = []
    for entry in library.entries:
        _take(entry, strings, read, problems)
    for block in library.failed_blocks:
        line = (block.start_line or 0) + 1
        if not hasattr(getattr(block, "ignore_error_block", None), "fields"):
            if isinstance(block, DuplicateBlockKeyBlock):
                continue  # A word of @string defined twice: the first counts.
            start = " ".join(str(block.raw or "").split())[:60]
            problems.append(Problem(f"This entry is not closed or not well formed: {start}", line))
        elif isinstance(block, DuplicateBlockKeyBlock):
            # Another work under the same key is still a work.
            _take(block.ignore_error_block, strings, read, problems)
        elif isinstance(block, DuplicateFieldKeyBlock):
            _take(block.ignore_error_block, strings, read, problems)
        else:
            start = " ".join(str(block.raw or "").split())[:60]
            problems.append(Problem(f"This entry is not closed or not well formed: {start}", line))
    read.sort(key=lambda each: each[0])
    problems.sort(key=lambda each: each.line)
    return Bibliography(tuple(entry for _, entry in read), tuple(problems))


def _take(
    entry: Any, strings: Mapping[str, str], read: list[tuple[int, Entry]], problems: list[Problem]
) -> None:
    line = (getattr(entry, "start_line", None) or 0) + 1
    fields = {
        field.key.lower(): _resolved(field, strings) for field in getattr(entry, "fields", ())
    }
    item = csl_item(str(entry.entry_type), str(entry.key), fields)
    if not any(item.get(name) for name in ("title", "author", "editor", "container-title")):
        problems.append(Problem(f"“{entry.key}” has neither a title nor an author.", line))
        return
    tags = tuple(
        word.strip()
        for word in re.split(r"[,;]", plain(fields.get("keywords", "")))
        if word.strip()
    )
    files = tuple(part for part in [fields.get("file", "").strip()] if part)
    read.append((line, Entry(item, line, tags=tags, files=files)))


def _resolved(field: Any, strings: Mapping[str, str]) -> str:
    """A field's value with @string words put in; bibtexparser leaves joined ones as they are."""
    value = str(field.value)
    if getattr(field, "enclosing", None) != "no-enclosing" or "#" not in value:
        return strings.get(value.lower(), value) if value.isalpha() else value
    parts = re.findall(r'"[^"]*"|\{[^{}]*\}|[^#\s]+', value)
    return "".join(
        part[1:-1] if part[0] in '"{' else strings.get(part.lower(), part) for part in parts
    )


def csl_item(entry_type: str, key: str, fields: Mapping[str, str]) -> dict[str, Any]:
    """Return one BibTeX entry as a CSL-JSON item; ``fields`` by lower-case name, LaTeX in them."""
    item: dict[str, Any] = {
        "id": key,
        "type": terms.TYPES.get(entry_type.lower(), "document"),
        "title": _title(fields),
    }
    for name, variable in terms.FIELDS.items():
        if (value := plain(fields.get(name, ""))) and variable not in item:
            item[variable] = value
    if "page" in item:
        item["page"] = _PAGES.sub("-", item["page"])
    for name in terms.CONTAINERS:
        if value := plain(fields.get(name, "")):
            item["container-title"] = value
            break
    number = plain(fields.get("issue", "") or fields.get("number", ""))
    if number:
        periodical = item["type"].startswith("article") or item["type"] == "periodical"
        item["issue" if periodical else "number"] = number
    for name, variable in terms.NAMES.items():
        if names := csl_names(fields.get(name, "")):
            item[variable] = names
    language = plain(fields.get("langid", "") or fields.get("language", ""))
    if language:
        item["language"] = terms.LANGUAGES.get(language.lower(), language)
    for name, variable in (("urldate", "accessed"), ("origdate", "original-date")):
        if date := _date(fields.get(name, "").strip(" {}")):
            item[variable] = date
    if issued := _issued(fields):
        item["issued"] = issued
    if entry_type.lower() == "mastersthesis":
        item.setdefault("genre", "Master's thesis")
    if entry_type.lower() == "phdthesis":
        item.setdefault("genre", "PhD thesis")
    return {name: value for name, value in item.items() if value not in ("", [], {})}


def _title(fields: Mapping[str, str]) -> str:
    title, subtitle = plain(fields.get("title", "")), plain(fields.get("subtitle", ""))
    return f"{title}: {subtitle}" if title and subtitle else title or subtitle


def csl_names(value: str) -> list[dict[str, str]]:
    """Return the names of a BibTeX name list as CSL names; ``and others`` is left out."""
    from bibtexparser.middlewares.names import (
        parse_single_name_into_parts,
        split_multiple_persons_names,
    )

    found = []
    for name in split_multiple_persons_names(" ".join(value.split())):
        name = name.strip()
        if not name or name.casefold() == "others":
            continue
        if name.startswith("{") and name.endswith("}"):
            found.append({"literal": plain(name)})
            continue
        parts = parse_single_name_into_parts(name, strict=False)
        told = {
            "family": plain(" ".join(parts.last)),
            "given": plain(" ".join(parts.first)),
            "non-dropping-particle": plain(" ".join(parts.von)),
            "suffix": plain(" ".join(parts.jr)),
        }
        if not told["given"] and not told["suffix"]:
            particle = told["non-dropping-particle"]
            found.append({"literal": f"{particle} {told['family']}".strip()})
            continue
        found.append({part: words for part, words in told.items() if words})
    return [name for name in found if any(name.values())]


def _issued(fields: Mapping[str, str]) -> dict[str, Any]:
    if date := _date(fields.get("date", "").strip(" {}")):
        return date
    year = plain(fields.get("year", ""))
    if not re.fullmatch(r"-?\d{3,4}", year):
        return {"literal": year} if year else {}
    parts = [int(year)]
    month = plain(fields.get("month", "")).lower()
    number = terms.MONTHS.get(month[:3]) or (
        int(month) if re.fullmatch(r"[0-9]{1,2}", month) else 0
    )
    if 1 <= number <= 12:
        parts.append(number)
        day = plain(fields.get("day", ""))
        if re.fullmatch(r"[0-9]{1,2}", day) and 1 <= int(day) <= 31:
            parts.append(int(day))
    return {"date-parts": [parts]}


def _date(value: str) -> dict[str, Any]:
    """A BibLaTeX date (ISO 8601-2, with ``/`` between ends) as a CSL date."""
    if not value:
        return {}
    ends = [end.strip() for end in value.split("/") if end.strip(" .")]
    circa = any(end[-1:] in "~?%" for end in ends)
    bare = [end.rstrip("~?%") for end in ends]
    if not bare or len(bare) > 2 or not all(_DATE.fullmatch(end) for end in bare):
        return {"literal": plain(value)}
    date: dict[str, Any] = {"date-parts": []}
    for end in bare:
        sign = -1 if end.startswith("-") else 1
        numbers = [int(part) for part in end.lstrip("-").split("-")]
        date["date-parts"].append([sign * numbers[0], *numbers[1:]])
    if circa:
        date["circa"] = True
    return date


BIBTEX = BibliographyFormat(
    "BibTeX",
    (".bib", ".bibtex", ".biblatex"),
    _read,
    lambda start: bool(_BEGINS.match(start)),
)
