"""Citation marks in a source's own text, such as ``[7,55-56]``: which work, and where in it.

The forms are those of numbered reference lists (GOST, Vancouver, APA-like hybrids). A year in
brackets, an editor's word or an omission is no mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_BRACKET = re.compile(r"\[([^\[\]\n]{1,160})\]")
_LABEL_WORDS = (
    "p pp page pages pag s ss seite seiten f ff fol fols folio vol vols v chap ch no nos n bd nr "
    "sp col cols art arts sect doc op t l r recto verso ob passim and et und ed d "
    "с сс c cc стр р л лл т гл ч кн вып д оп ф об сл ст и b bet бет sah va ve modda band"
)
_LABELS = frozenset(_LABEL_WORDS.split())
_TOKEN = re.compile(r"\d+[^\W\d_]?(?![^\W_])|[^\W\d_]+|№|§+|[-‐‑–—,.:/\s]+")
_ROMAN = re.compile(r"[ivxlc]+")
_NUMBER = re.compile(r"\s*([1-9]\d{0,2})\s*")
_RANGE = re.compile(r"\s*([1-9]\d{0,2})\s*[-‐‑–—]\s*([1-9]\d{0,2})\s*")
_SEPARATOR = re.compile(r"[,:]\s*|\.\s*(?:[-–—]\s*)?(?=[^\W\d_])")
_LEAD = re.compile(
    r"(?:see also|see|cf\.?|vgl\.?|voir|см\.?(?: также)?:?|ср\.?|qarang:?|bkz\.?)\s+", re.I
)
_PLAIN_LIST = re.compile(r"\s*[1-9]\d{0,2}(?:\s*[,-]\s*[1-9]\d{0,2}|\s*–\s*[1-9]\d{0,2})*\s*")
_FAR_BEYOND = 3
_SOME = 10


@dataclass(frozen=True, slots=True)
class Mark:
    """One reference to one work.

    ``start`` and ``end`` are code-point offsets, end exclusive: of the whole bracket where it holds
    one reference, of the reference inside it where it holds several. ``number`` is the work's
    number in the list (``1-3`` for a run of works cited together), ``locator`` the place in it as
    written, without the separator; "" where none is given.
    """

    start: int
    end: int
    number: str
    locator: str


def find_marks(text: str) -> tuple[Mark, ...]:
    """All citation marks of a text in order.

    ``[4,5]`` is work 4, page 5, unless the text as a whole cites by lists of works, such as
    ``[1, 3, 5]`` or ``[2-4]``, and nowhere by a page.
    """
    brackets = [match for match in _BRACKET.finditer(text) if not _is_something_else(text, match)]
    lists = _cites_by_lists([match[1] for match in brackets])
    return tuple(mark for match in brackets for mark in _marks(match, lists=lists))


def _is_something_else(text: str, match: re.Match[str]) -> bool:
    """A link of Markdown, or the number that begins an entry of the reference list itself."""
    if text[match.end() : match.end() + 1] == "(" and text[match.end() + 1 :][:4] in ("http", "#"):
        return True
    begins_line = match.start() == 0 or text[match.start() - 1] == "\n"
    rest = text[match.end() : match.end() + 3]
    return (
        begins_line
        and match[1].strip().isdigit()
        and rest[:1] in (" ", "\t")
        and not (rest[1:2].islower())
    )


def _marks(match: re.Match[str], *, lists: bool) -> Iterator[Mark]:
    inside = match[1]
    offset = match.start(1)
    pieces: list[tuple[int, str]] = []
    for part in re.finditer(r"[^;]+", inside):
        if lists and _PLAIN_LIST.fullmatch(part[0]):
            works = re.finditer(r"[^,]+", part[0])
            pieces += [(part.start() + work.start(), work[0]) for work in works]
        else:
            pieces.append((part.start(), part[0]))
    marks: list[Mark] = []
    for start, piece in pieces:
        reference = _reference(piece, runs=lists)
        if reference is None:
            return
        first = offset + start + len(piece) - len(piece.lstrip())
        marks.append(Mark(first, first + len(piece.strip()), *reference))
    if len(marks) == 1:
        marks = [replace(marks[0], start=match.start(), end=match.end())]
    yield from marks


def _reference(piece: str, *, runs: bool) -> tuple[str, str] | None:
    """A work's number and the locator of one reference, or nothing if it is not one."""
    piece = piece.strip()
    if lead := _LEAD.match(piece):
        piece = piece[lead.end() :]
    if runs and (run := _RANGE.fullmatch(piece)) and int(run[1]) < int(run[2]):
        return f"{run[1]}-{run[2]}", ""
    number = _NUMBER.match(piece)
    if number is None:
        return None
    rest = piece[number.end() :]
    if not rest:
        return number[1], ""
    separator = _SEPARATOR.match(rest)
    locator = rest[separator.end() :].strip() if separator else ""
    return (number[1], locator) if _is_locator(locator) else None


def _is_locator(text: str) -> bool:
    """Whether the words can be a place in a work: numbers, Roman ones too, and their labels."""
    words: list[str] = []
    end = 0
    for token in _TOKEN.finditer(text.casefold()):
        if token.start() != end:
            return False
        end = token.end()
        if token[0][0].isalnum():
            words.append(token[0])
    numbers = [word for word in words if word[0].isdigit() or _ROMAN.fullmatch(word)]
    known = all(word in numbers or word in _LABELS for word in words)
    telling = any(word[0].isdigit() or len(word) > 1 for word in numbers)
    return end == len(text) and known and telling


def _cites_by_lists(insides: list[str]) -> bool:
    """Whether the brackets hold lists of works and never a page: some list, and no proof of pages.

    A page is proved by a label, or by a second number far beyond all numbers of works.
    """
    pieces = [piece for inside in insides for piece in inside.split(";")]
    plain = [piece for piece in pieces if _PLAIN_LIST.fullmatch(piece)]
    if any(_reference(piece, runs=False) for piece in pieces if not _PLAIN_LIST.fullmatch(piece)):
        return False
    numbers = [[int(number) for number in re.findall(r"\d+", piece)] for piece in plain]
    highest = max((found[0] for found in numbers), default=0)
    for found in numbers:
        if found != sorted(set(found)) or found[-1] > _FAR_BEYOND * highest + _SOME:
            return False
    return any(
        len(found) > 2 or ("," not in piece and len(found) == 2)
        for found, piece in zip(numbers, plain, strict=True)
    )
