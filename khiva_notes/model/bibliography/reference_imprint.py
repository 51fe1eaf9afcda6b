"""Where, by whom and when a work was published, found in a printed reference."""

from __future__ import annotations

import re
from dataclasses import dataclass

from khiva_notes.model.bibliography.reference_terms import PLACES, UPPER

_WORD = rf"[{UPPER}][\w'’ʻ.-]{{0,30}}+"
_BETWEEN = r"(?:\s?[,;–—/]\s?|\s)(?:на-|на |upon-|on-|de |la |le )?"
_PLACE = rf"{_WORD}(?:{_BETWEEN}{_WORD}){{0,4}}"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)(?![\d–—-])"
_FULL = re.compile(
    rf"(?P<place>{_PLACE})\s*:\s*(?P<publisher>[^:()–—]{{2,90}}?)[,;.]?\s*(?:\bг\.\s*)?{_YEAR}"
)
_NO_PUBLISHER = re.compile(rf"(?P<place>{_PLACE})\s*,\s*{_YEAR}")
_NO_YEAR = re.compile(
    rf"(?P<place>{_PLACE})\s*:\s*(?P<publisher>[^:()–—.]{{2,90}}?)(?:\.|$|,\s*(?=pp?\.))"
)
_PUBLISHER = re.compile(rf"(?P<publisher>[^:().–—\d]{{3,60}}?),\s*{_YEAR}\.?\s*$")
_BEGINS = re.compile(r"(?:(?<=[.–—\])?!»”\"])\s+|(?<=[.–—\])?!»”\"]\s)-?\s*|\(|^|(?<=\d,)\s)(?=\S)")
_TOTAL = re.compile(r"(?<![\d–-])(\d{1,4})\s*(?:с|p|pp|б|b|s|бет|bet|pages|стр)\b\.?")
_PAGES = re.compile(
    r"(?:\b(?:С|с|pp?|Pp?|P|стр|B|Б)\.\s*|\)\s*,\s*)(\d+(?:\s?[–—-]\s?\d+)?(?:,\s?\d+(?:[–-]\d+)?)*)"
)
_VOLUME = re.compile(r"\b(?:Т|Том|Vol|vol|Кн|Ч|Вып)\.\s*([IVXLC]+|\d+)\b(?!\s*с\.)")
_PARTS = 6
"""Words of a place; what is longer is a title with a colon in it."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """What an imprint tells, and where in the words it begins and ends."""

    start: int
    end: int
    place: str = ""
    publisher: str = ""
    year: str = ""
    total: str = ""
    pages: str = ""
    volume: str = ""


def find_imprint(words: str, *, known_year: bool) -> Imprint | None:
    """Return the last imprint in the words of a reference, None without any.

    ``known_year`` says that the year stood behind the author, so that it may be missing here.
    """
    starts = [found.end() for found in _BEGINS.finditer(words)]
    patterns = [_FULL, _NO_PUBLISHER, *([_NO_YEAR] if known_year else [])]
    for pattern in patterns:
        for start in reversed(starts):
            found = pattern.match(words, start)
            if found and _is_place(found["place"]) and (start > 3 or pattern is _FULL):
                return _imprint(words, start, found)
    for start in reversed(starts):
        found = _PUBLISHER.match(words, start)
        if found and start > 3 and len(found["publisher"].split()) <= _PARTS + 1:
            return _imprint(words, start, found)
    return None


def _is_place(words: str) -> bool:
    parts = re.split(r"[\s,;/]+", words)
    return len(parts) <= _PARTS and not any(len(part) > 22 for part in parts)


def _imprint(words: str, start: int, found: re.Match[str]) -> Imprint:
    told = found.groupdict()
    after = words[found.end() :]
    total, pages, volume = _TOTAL.search(after), _PAGES.search(after), _VOLUME.search(after)
    before = words[:start].rstrip()
    begins = start - 1 if start and words[start - 1] == "(" else start
    return Imprint(
        len(words[:begins]) if before else 0,
        found.end(),
        place_of(told.get("place") or ""),
        (told.get("publisher") or "").strip(" .,;«»") if told.get("publisher") else "",
        told.get("year") or "",
        total[1] if total and not pages else total[1] if total and total.start() > 0 else "",
        re.sub(r"\s?[–—-]\s?", "-", pages[1]) if pages else "",
        volume[1] if volume else "",
    )


def place_of(words: str) -> str:
    """Return a place as it is called in full, if it is one of those that are always shortened."""
    words = words.strip(" ,;")
    parts = [part.strip() for part in re.split(r"\s*[;–—/]\s*|(?<=\.)\s*-\s*(?=\w)", words)]
    shown = [PLACES.get(part.rstrip("."), part) for part in parts if part]
    whole = PLACES.get(words.replace(" ", "").replace("–", "-").replace("—", "-").replace(".", ""))
    return whole or "; ".join(shown)
