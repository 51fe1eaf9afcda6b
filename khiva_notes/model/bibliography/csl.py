"""A source as a CSL-JSON item, and a CSL-JSON item taken apart into what a source holds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from khiva_notes.model.bibliography.csl_dates import csl_date, date_from_csl
from khiva_notes.model.bibliography.csl_names import CslName, names_of, printed
from khiva_notes.model.dates import HistoricalDate
from khiva_notes.model.items import FieldValue
from khiva_notes.model.kinds.source import WORK_TYPES

CslItem = dict[str, Any]
"""A CSL-JSON item, as the CSL data schema has it."""

_PLAIN = {
    "container-title": "container-title",
    "volume": "volume",
    "issue": "issue",
    "page": "page",
    "edition": "edition",
    "publisher": "publisher",
    "publisher-place": "publisher-place",
    "series": "collection-title",
    "DOI": "DOI",
    "ISBN": "ISBN",
    "URL": "URL",
    "language": "language",
    "archive": "archive",
    "collection": "archive_collection",
    "shelfmark": "archive_location",
}
"""Fields of a source by name, and the CSL variables that they are."""

_NAMES = {"authors": "author", "editors": "editor", "translators": "translator"}
_BY_ROLE = {
    "article": "article-journal",
    "book": "book",
    "memoir": "book",
    "diary": "manuscript",
    "letter": "personal_communication",
    "telegram": "personal_communication",
    "treaty": "treaty",
    "newspaper": "article-newspaper",
    "interview": "interview",
}
_ROLES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "newspaper",
    "book": "book",
    "chapter": "article",
    "interview": "interview",
    "personal_communication": "letter",
    "treaty": "treaty",
    "manuscript": "document",
}


@dataclass(frozen=True, slots=True)
class Work:
    """What a source holds of itself as a work.

    ``fields`` are its plain fields, ``author_cards`` the names of the cards of its authors, which
    count where no authors as printed are given; ``extra`` are further CSL variables.
    """

    citekey: str
    title: str
    fields: Mapping[str, FieldValue]
    written: HistoricalDate | None = None
    published: HistoricalDate | None = None
    accessed: HistoricalDate | None = None
    author_cards: Sequence[str] = ()
    extra: Mapping[str, object] = field(default_factory=dict)


def item_of(work: Work) -> CslItem:
    """Return a work as a complete CSL-JSON item.

    ``issued`` is the day of publication, or that of writing where nothing was published; the day
    of writing of a published work is its ``original-date``.
    """
    item: CslItem = dict(work.extra)
    item["id"] = work.citekey
    item["type"] = _type(work.fields)
    item["title"] = work.title
    for name, variable in _PLAIN.items():
        if (value := work.fields.get(name, "")) != "":
            item[variable] = str(value)
    for name, variable in _NAMES.items():
        if names := names_of(str(work.fields.get(name, ""))):
            item[variable] = names
    if "author" not in item and work.author_cards:
        item["author"] = [{"literal": name} for name in work.author_cards]
    dates = {
        "issued": work.published or work.written,
        "original-date": work.written if work.published else None,
        "accessed": work.accessed,
    }
    for variable, date in dates.items():
        if date is not None and (told := csl_date(date)):
            item[variable] = told
    return item


@dataclass(frozen=True, slots=True)
class Parts:
    """A CSL-JSON item taken apart: what a source's fields hold, and the rest."""

    citekey: str
    title: str
    fields: dict[str, FieldValue]
    dates: dict[str, HistoricalDate]
    extra: CslItem


def parts_of(item: Mapping[str, Any]) -> Parts:
    """Take a CSL-JSON item apart; nothing of it is lost, and nothing in it makes this fail."""
    rest = dict(item)
    key = str(rest.pop("citation-key", "") or rest.pop("id", "") or "")
    rest.pop("id", None)
    title = " ".join(str(rest.pop("title", "") or "").split())
    fields: dict[str, FieldValue] = {}
    for name, variable in _PLAIN.items():
        if isinstance(rest.get(variable), str | int | float) and rest[variable] != "":
            fields[name] = " ".join(str(rest.pop(variable)).split())
    for name, variable in _NAMES.items():
        given = rest.get(variable)
        if not isinstance(given, list) or not all(isinstance(each, Mapping) for each in given):
            continue
        if line := printed(given):
            fields[name] = line
            rest.pop(variable)
    kind = str(rest.pop("type", "") or "")
    if kind in WORK_TYPES:
        fields["work-type"] = kind
        fields["role"] = _ROLES.get(kind, "other")
    elif kind:
        rest["type"] = kind
    dates = {}
    original = date_from_csl(rest.get("original-date"))
    if original is not None:
        dates["written"] = original
        rest.pop("original-date")
    for name, variable in (("published", "issued"), ("accessed", "accessed")):
        date = date_from_csl(rest.get(variable))
        if date is not None:
            dates[name] = date
            rest.pop(variable)
    return Parts(key, title, fields, dates, rest)


def year_of(item: Mapping[str, Any]) -> int | None:
    """Return the first year of an item's ``issued``, None without one."""
    issued = item.get("issued")
    parts = issued.get("date-parts") if isinstance(issued, Mapping) else None
    if isinstance(parts, list) and parts and isinstance(parts[0], list) and parts[0]:
        first = str(parts[0][0])
        return int(first) if re.fullmatch(r"-?[0-9]{1,9}", first) else None
    return None


def author_names(item: Mapping[str, Any]) -> list[CslName]:
    """Return the names under which a work is filed: its authors, else its editors."""
    for variable in ("author", "editor", "translator"):
        names = item.get(variable)
        if isinstance(names, list) and names:
            return [dict(name) for name in names if isinstance(name, Mapping)]
    return []


def _type(fields: Mapping[str, FieldValue]) -> str:
    chosen = str(fields.get("work-type", ""))
    if chosen:
        return chosen
    role = str(fields.get("role", ""))
    if fields.get("archive") and role not in ("treaty", "letter", "telegram", "interview"):
        return "manuscript"
    return _BY_ROLE.get(
        role, "report"
    )  # a "document" of which only the title is known prints nothing
