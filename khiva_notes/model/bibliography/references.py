"""The list of works that an article prints at its end, found and taken apart line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from khiva_notes.model.bibliography.csl import CslItem
from khiva_notes.model.bibliography.reference_line import read_reference
from khiva_notes.model.bibliography.reference_terms import HEADING, UPPER

_NUMBER = re.compile(
    rf"[ \t]*(?:\[(?P<a>[1-9]\d{{0,2}})\]|(?P<b>[1-9]\d{{0,2}})[.)](?=\s|[{UPPER}«“\"]))[ \t.]*"
)
_YEAR = re.compile(r"\b(?:1[5-9]\d\d|20\d\d)\b|[ФфF]\.\s?\w*\d|https?://")
_FINAL = re.compile(r"(?:\d|с|p|pp|b|б|г)\.$|[)\]/]$|\w{3}\.$")
_OTHER_PART = re.compile(
    r"\W*(?:appendix|annex|notes|author|about the authors?|приложени[ея]|сведения об автор\w+|"
    r"abstract|summary|аннотация|резюме|acknowledge?ments?|received|поступила|рецензент)\b",
    re.IGNORECASE,
)
_LONGEST_HEADING = 60
_FEWEST = 3
_MOST = 3000


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry of a printed list.

    ``number`` is the one it is printed with, "" for none; ``start`` and ``end`` its span in the
    text in code points, ``words`` what stands there, on one line and without the number; ``item``
    what was understood, as a CSL-JSON item without an ``id``.
    """

    number: str
    start: int
    end: int
    words: str
    item: CslItem


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str


def find_references(text: str) -> tuple[Reference, ...]:
    """Return the works that a text lists at its end, in order; () if it lists none.

    The list follows a heading such as «Список литературы»; without one, entries that are numbered
    1, 2, 3 ... up to the end of the text and mostly bear a year are a list too.
    """
    lines = list(_lines(text))
    begin = _after_heading(lines)
    if begin is None:
        begin = _numbered_tail(lines)
    if begin is None:
        return ()
    found = []
    for number, start, end in _entries(text, lines[begin:]):
        words = " ".join(text[start:end].split())
        if words:
            found.append(Reference(number, start, end, words, read_reference(words)))
    return tuple(found[:_MOST])


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for line in text.split("\n"):
        yield _Line(start, line)
        start += len(line) + 1


def _after_heading(lines: Sequence[_Line]) -> int | None:
    """The line after the last heading of a list that has entries below it."""
    for at in range(len(lines) - 1, -1, -1):
        words = lines[at].text.strip()
        if words and len(words) <= _LONGEST_HEADING and HEADING.fullmatch(words):
            below = [line for line in lines[at + 1 : at + 8] if line.text.strip()]
            if any(_NUMBER.match(line.text) or _YEAR.search(line.text) for line in below):
                return at + 1
    return None


def _numbered_tail(lines: Sequence[_Line]) -> int | None:
    """Where the text's end begins to be a list numbered from 1, mostly with years."""
    starts = [at for at, line in enumerate(lines) if _numbered(line) == 1]
    for at in reversed(starts):
        numbers = [number for line in lines[at:] if (number := _numbered(line))]
        bare = sum(1 for line in lines[at:] if line.text.strip() and not _numbered(line))
        dated = sum(1 for line in lines[at:] if _numbered(line) and _YEAR.search(line.text))
        rising = numbers == list(range(1, len(numbers) + 1))
        if rising and len(numbers) >= _FEWEST and bare <= len(numbers) and 2 * dated > len(numbers):
            return at
    return None


def _numbered(line: _Line) -> int:
    found = _NUMBER.match(line.text)
    return int(found["a"] or found["b"]) if found else 0


def _entries(text: str, lines: Sequence[_Line]) -> Iterator[tuple[str, int, int]]:
    """The number and span of each entry; what a number does not begin goes on with the last."""
    numbered = sum(1 for line in lines if _numbered(line)) >= 1
    at_line_start = {_numbered(line) for line in lines}
    open_entry: tuple[str, int, int] | None = None
    for line in lines:
        words = line.text.strip()
        if not words:
            continue
        if _ends_list(words):
            break
        for number, start, end in _parts(line, at_line_start if numbered else None):
            if numbered and not number and open_entry is not None:
                open_entry = (open_entry[0], open_entry[1], end)
                continue
            if open_entry is not None:
                yield open_entry
            open_entry = (number, start, end)
    if open_entry is not None:
        yield open_entry


def _ends_list(words: str) -> bool:
    if len(words) > _LONGEST_HEADING or _NUMBER.match(words):
        return False
    return bool(_OTHER_PART.match(words)) or bool(HEADING.fullmatch(words))


def _parts(line: _Line, begun: set[int] | None) -> Iterator[tuple[str, int, int]]:
    """The entries on one line: one, or several that a PDF has run together."""
    end = line.start + len(line.text.rstrip())
    first = _NUMBER.match(line.text)
    if first is None or begun is None:
        lead = len(line.text) - len(line.text.lstrip())
        yield "", line.start + lead, end
        return
    number = int(first["a"] or first["b"])
    start = first.end()
    while number + 1 not in begun:
        following = _following(line.text, start, number + 1)
        if following is None:
            break
        yield str(number), line.start + start, line.start + following.start()
        number, start = number + 1, following.end()
    yield str(number), line.start + start, end


def _following(text: str, start: int, number: int) -> re.Match[str] | None:
    """Where, inside a line, the entry with this number begins."""
    sign = re.compile(rf"\s+(?:\[{number}\]|{number}[.)])\s*(?=[{UPPER}«“\"])")
    for found in sign.finditer(text, start + 10):
        before = text[start : found.start()]
        if _FINAL.search(before) and _YEAR.search(before):
            return found
    return None
