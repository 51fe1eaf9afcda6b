"""What files tell of themselves (title, author, date), as a CSL-JSON item."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

_ISO_DATE = re.compile(r"(-?\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")
_ISO_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:?\d\d.*$")
_LONGEST = 2000


def csl_item(
    *,
    title: object = None,
    authors: Iterable[object] = (),
    date: object = None,
    language: object = None,
    **others: object,
) -> dict[str, object]:
    """Return the item that these values tell of, ``{}`` if of nothing.

    An author is a name as written (``Family, Given`` is taken apart) or a mapping with ``family``
    and ``given`` or ``name``; ``others`` are CSL's own variables, ``_`` in their names for ``-``.
    """
    item: dict[str, object] = {}
    if told := words_of(title):
        item["title"] = told
    names = [name for value in authors if (name := _name(value))]
    if names:
        item["author"] = names
    if issued := _date(date):
        item["issued"] = issued
    if told := words_of(language):
        item["language"] = told
    for variable, value in others.items():
        if told := words_of(value):
            item[variable.replace("_", "-")] = told
    return item


def words_of(value: object) -> str:
    """A plain value as words; lists and mappings are none."""
    if isinstance(value, str | int | float | datetime.date) and not isinstance(value, bool):
        return " ".join(str(value).split())[:_LONGEST]
    return ""


def _name(value: object) -> dict[str, str] | None:
    """A CSL name: apart where the source tells family and given name apart, else as written."""
    if isinstance(value, dict):
        parts = {key: words_of(value.get(key)) for key in ("family", "given")}
        if parts["family"]:
            return {key: words for key, words in parts.items() if words}
        value = value.get("name")
    words = words_of(value)
    family, comma, given = words.partition(", ")
    if comma and given and "," not in given:
        return {"family": family, "given": given}
    return {"literal": words} if words else None


def _date(value: object) -> dict[str, object] | None:
    """A CSL date: in parts when it is an ISO date or a year, else as written."""
    if isinstance(value, datetime.datetime):
        value = value.date()
    words = _ISO_TIME.sub(r"\1", words_of(value)).replace("/", "-")
    if not words:
        return None
    if match := _ISO_DATE.fullmatch(words):
        return {"date-parts": [[int(part) for part in match.groups() if part is not None]]}
    return {"literal": words_of(value)}
