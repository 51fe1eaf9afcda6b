"""What an article stands in: a journal or newspaper with volume, number, day and pages."""

from __future__ import annotations

import re
from typing import Any

from khiva_notes.model.bibliography.reference_terms import MONTH, MONTHS

_GONE = "\x1f"
_RANGE = r"[A-ZА-Я]?\d+(?:\s?[–—-]\s?[A-ZА-Я]?\d+)?(?:,\s?\d{1,3}(?![\d])(?:[–-]\d+)?)*"
_DAY_RU = re.compile(
    rf"(?P<year>\d{{4}})[,.]?\s*[–—-]?\s*(?P<day>\d{{1,2}})\s+(?P<month>{MONTH})\b\.?", re.I
)
_DAY = re.compile(
    rf"(?P<day>\d{{1,2}})\s+(?P<month>{MONTH})\.?,?\s+(?P<year>\d{{4}})\s*(?:г\.)?", re.I
)
_DAY_US = re.compile(rf"(?P<month>{MONTH})\.?\s+(?P<day>\d{{1,2}}),\s+(?P<year>\d{{4}})", re.I)
_MONTH = re.compile(rf"\(?(?P<month>{MONTH})\.?,?\s+(?P<year>\d{{4}})\)?", re.I)
_DAYS = (_DAY_RU, _DAY, _DAY_US, _MONTH)
_VANCOUVER = re.compile(
    rf"(?P<year>\d{{4}})(?:\s\w{{3}})?;\s?(?P<volume>\d+)?(?:\((?P<issue>[^)]+)\))?(?::\s?(?P<page>{_RANGE}))?"
)
_CHICAGO = re.compile(
    rf"(?<!no\.)(?<!№)\s(?P<volume>\d+|[IVXLC]+)(?:,\s?(?:no|nos|iss)\.\s?(?P<issue>[\d–/-]+))?\s?"
    rf"\((?:\w+\s)?(?P<year>\d{{4}})\)(?:\s?[:,]\s?(?:pp?\.\s?)?(?P<page>{_RANGE}))?"
)
_NO_VOLUME = re.compile(
    rf",\s(?:no|nos|iss)\.\s?(?P<issue>[\d–/-]+)\s?\((?:\w+\s)?(?P<year>\d{{4}})\)"
    rf"(?:\s?[:,]\s?(?:pp?\.\s?)?(?P<page>{_RANGE}))?"
)
_APA = re.compile(
    rf",?\s(?P<volume>\d+)\s?\((?P<issue>\d+(?:[–/-]\d+)?)\)(?:\s?[,:]\s?(?:pp?\.\s?)?(?P<page>{_RANGE}))?"
)
_VOLUME_PAGES = re.compile(r",\s(?P<volume>\d+),\s(?:pp?\.\s?)?(?P<page>\d+\s?[–—-]\s?\d+)")
_ISSUE = re.compile(
    r"(?:№№?|\b(?:no|nos|No|issue|Iss|Вып|вып|Issue)\.?)\s*(?P<issue>\d+(?:\s?[–/-]\s?\d+)?"
    r"(?:\s?\(\d+\))?)"
)
_VOLUME = re.compile(r"\b(?:Vol|vol|Volume|Т|Том|том|Bd|Jild|Кн|Ч)\.?\s*(?P<volume>[IVXLC]+\b|\d+)")
_PAGES = re.compile(rf"\b(?:[Pp]p?|С|с|стр|Стр|S|B|Б|бет|bet)\.\s*(?P<page>{_RANGE})")
_BARE_PAGES = re.compile(r"[,:]\s(?P<page>\d+\s?[–—-]\s?\d+)\.?\s*$")
_YEAR = re.compile(r"(?<![\d–-])\(?\b(?P<year>1[5-9]\d\d|20\d\d)\b\)?(?!\s?[–-]\s?\d)")


def read_host(words: str, *, probe: bool = False) -> dict[str, Any]:
    """Return ``container-title``, ``volume``, ``issue``, ``page`` and ``issued`` as far as told.

    With ``probe``, nothing is returned unless numbers tell that this is a periodical.
    """
    found: dict[str, Any] = {}
    rest = words
    for pattern in (
        _VANCOUVER,
        _CHICAGO,
        _NO_VOLUME,
        *_DAYS,
        _APA,
        _VOLUME_PAGES,
        _ISSUE,
        _VOLUME,
        _PAGES,
        _BARE_PAGES,
    ):
        if pattern in _DAYS and "issued" in found:
            continue
        match = pattern.search(rest)
        if match is None or match.groupdict().keys() & found.keys():
            continue
        told = {name: value for name, value in match.groupdict().items() if value}
        if "year" in told:
            if not 1500 <= int(told["year"]) <= 2099:
                continue
            found["issued"] = _date(told)
        for name in ("volume", "issue", "page"):
            if name in told:
                found[name] = re.sub(r"\s?[–—-]\s?", "-", told[name])
        rest = f"{rest[: match.start()]}{_GONE}{rest[match.end() :]}"
    periodical = bool(found.keys() & {"volume", "issue", "page"})
    if "issued" not in found and (year := _YEAR.search(rest)):
        found["issued"] = {"date-parts": [[int(year["year"])]]}
        rest = f"{rest[: year.start()]}{_GONE}{rest[year.end() :]}"
    title = re.split(rf"{_GONE}|\s[–—]\s", rest)[0].strip(" .,:;–—-()")
    if title:
        found["container-title"] = title.strip('«»“”"') if title[:1] in '«“"' else title
    return found if periodical or not probe else {}


def _date(told: dict[str, str]) -> dict[str, Any]:
    parts = [int(told["year"])]
    month = MONTHS.get(told.get("month", "").casefold())
    if month:
        parts.append(month)
        if "day" in told and 1 <= int(told["day"]) <= 31:
            parts.append(int(told["day"]))
    return {"date-parts": [parts]}
