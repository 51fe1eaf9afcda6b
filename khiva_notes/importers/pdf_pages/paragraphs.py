"""Lines in reading order joined to paragraphs, by their indents, gaps, sizes and ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from khiva_notes.importers.pdf_pages.lines import Line
from khiva_notes.model.reflow.signs import ends_sentence, goes_on
from khiva_notes.model.texts import BlockKind

_INDENT = 0.7
_SHORT = 0.1
_LONGEST_HEADING = 160
_LARGE = 1.12
_BULLETS = ("•", "‣", "▪", "◦", "●", "■")
_LEADER = re.compile(r"(?:\. ?){6}")


@dataclass(slots=True)
class Paragraph:
    """Lines of one paragraph and what it is."""

    lines: list[Line]
    kind: BlockKind = "paragraph"
    level: int = 0


@dataclass(frozen=True, slots=True)
class Measures:
    """What is usual in one document: the letters' size and the distance of lines, in points."""

    size: float
    pitch: float
    large: tuple[float, ...] = field(default=())


def measure(lines: Sequence[Line]) -> Measures:
    """Learn a document's measures from its lines."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[_rounded(line.size)] += len(line.text)
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    pitches = [
        above.y0 - below.y0
        for above, below in pairwise(lines)
        if above.column == below.column and 0 < above.y0 - below.y0 < 3 * size
    ]
    large = sorted((s for s in sizes if s >= _LARGE * size), reverse=True)
    return Measures(size, median(pitches) if pitches else 1.2 * size, tuple(large[:4]))


def paragraphs_of(lines: Iterable[Line], measures: Measures) -> list[Paragraph]:
    """Join lines and say what each paragraph is."""
    found: list[Paragraph] = []
    for line in lines:
        if found and not _parts(found[-1], line, measures):
            found[-1].lines.append(line)
        else:
            found.append(Paragraph([line]))
    for paragraph in found:
        _name(paragraph, measures)
    return found


def _parts(paragraph: Paragraph, below: Line, measures: Measures) -> bool:
    """Whether a new paragraph begins with ``below``."""
    above = paragraph.lines[-1]
    if below.text[:1] in _BULLETS or _LEADER.search(above.text):
        return True
    if abs(above.size - below.size) > 0.09 * max(above.size, below.size):
        return True
    if above.bold != below.bold and (_is_short(above) or len(above.text) < 60):
        return True
    headings = above.size >= _LARGE * measures.size
    ended = ends_sentence(above.text)
    if above.column != below.column:
        if headings:
            return True
        if goes_on(below.text) or not ended:
            return False
        return below.indent > _INDENT or above.room > _SHORT
    pitch = above.y0 - below.y0
    usual = measures.pitch * max(above.size / measures.size, 0.7)
    if pitch > 1.45 * usual or pitch < 0:
        return not (headings and 0 < pitch < 2.0 * usual)
    if headings:
        return False
    return _steps(paragraph, below, ended)


def _steps(paragraph: Paragraph, below: Line, ended: bool) -> bool:
    """Whether an indent or a short line parts two lines that stand close together."""
    above = paragraph.lines[-1]
    if _is_caps(above.text) != _is_caps(below.text) and above.room > _SHORT:
        return True
    inward = below.indent - above.indent
    if inward > _INDENT:
        return ended or above.room > _SHORT
    if inward < -_INDENT and len(paragraph.lines) > 1:
        return ended or above.room > _SHORT
    if ended and above.room > _SHORT:
        return True
    return above.room > 0.4 and not goes_on(below.text)


def _name(paragraph: Paragraph, measures: Measures) -> None:
    lines = paragraph.lines
    words = " ".join(line.text for line in lines)
    if words[:1] in _BULLETS or _LEADER.search(words):
        paragraph.kind, paragraph.level = "list-item", 1
        return
    size = _rounded(lines[0].size)
    brief = len(words) <= _LONGEST_HEADING and any(char.isalpha() for char in words)
    if size in measures.large and brief:
        paragraph.kind, paragraph.level = "heading", 1 + measures.large.index(size)
        return
    stands_out = all(line.bold for line in lines) or _is_caps(words)
    if brief and stands_out and len(lines) <= 3 and not ends_sentence(words.rstrip("”\"'")):
        paragraph.kind, paragraph.level = "heading", min(len(measures.large) + 1, 6)
        return
    inward = all(line.indent > _INDENT for line in lines) and len(lines) > 1
    small = all(line.size < 0.95 * measures.size for line in lines) and len(lines) > 2
    if inward or small:
        paragraph.kind = "quotation"


def _is_short(line: Line) -> bool:
    return line.room > _SHORT


def _is_caps(words: str) -> bool:
    letters = [char for char in words if char.isalpha()]
    return len(letters) >= 4 and all(char.isupper() for char in letters) and len(words) < 90


def _rounded(size: float) -> float:
    return round(size * 2) / 2
