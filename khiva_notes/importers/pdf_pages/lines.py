"""A page's runs of characters put into lines, and its lines into reading order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from khiva_notes.importers.building import superior
from khiva_notes.importers.pdf_pages.pages import Page, Part

_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_RAISED = re.compile(r"\s*(?:\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*|[*†‡§]{1,3})\s*")
_WIDE_GAP = 1.3
_FEWEST_LINES = 4
_CROSSING_SHARE = 0.25
_NARROWEST_COLUMN = 0.18
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; ``column`` tells apart the columns of all pages, in reading order.

    ``left`` and ``right`` are the edges of its column, in points.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    bold: bool
    page: int
    column: int = 0
    left: float = 0.0
    right: float = 0.0

    @property
    def indent(self) -> float:
        """How far in it begins, in its own letters' size."""
        return (self.x0 - self.left) / max(self.size, 1.0)

    @property
    def room(self) -> float:
        """The share of its column that it leaves empty at its end."""
        return (self.right - self.x1) / max(self.right - self.left, 1.0)


def lines_of(page: Page, parts: Sequence[Part], first_column: int = 0) -> list[Line]:
    """Set parts of a page in reading order: bands from above, in each its columns."""
    found: list[Line] = []
    for column in _columns(_merged(parts, _WIDE_GAP, page.number), 0):
        lines = _merged_lines(column)
        left, right = _edges(lines)
        number = first_column + len({line.column for line in found})
        found += [
            Line(
                line.text, line.x0, line.y0, line.x1, line.y1, line.size, line.bold,
                page.number, number, left, right,
            )
            for line in lines
        ]  # fmt: skip
    return found


@dataclass(slots=True)
class _Segment:
    """Parts that surely stand on one line side by side."""

    parts: list[Part]
    page: int

    @property
    def x0(self) -> float:
        return min(part.x0 for part in self.parts)

    @property
    def x1(self) -> float:
        return max(part.x1 for part in self.parts)

    @property
    def y0(self) -> float:
        return self._main.y0

    @property
    def y1(self) -> float:
        return self._main.y1

    @property
    def size(self) -> float:
        return self._main.size

    @property
    def _main(self) -> Part:
        return max(self.parts, key=lambda part: len(part.text))


def _on_one_line(a: Part | _Segment, b: Part | _Segment) -> bool:
    shared = min(a.y1, b.y1) - max(a.y0, b.y0)
    return shared > 0.5 * min(a.y1 - a.y0, b.y1 - b.y0)


def _merged(parts: Iterable[Part], gap: float, page: int) -> list[_Segment]:
    """Join what stands close together on a line, whatever its size."""
    segments: list[_Segment] = []
    for part in sorted(parts, key=lambda p: (-round(p.y0 + p.y1), p.x0)):
        near = None
        for segment in reversed(segments[-12:]):
            size = max(segment.size, part.size)
            apart = max(part.x0 - segment.x1, segment.x0 - part.x1)
            if _on_one_line(segment, part) and apart < gap * size:
                near = segment
                break
        if near is None:
            segments.append(_Segment([part], page))
        else:
            near.parts.append(part)
    return segments


def _columns(segments: list[_Segment], depth: int) -> list[list[_Segment]]:
    """Cut segments at their gutter, band by band; without a gutter they are one column."""
    gutter = _gutter(segments) if depth < _DEEPEST else None
    if gutter is None:
        return [segments] if segments else []
    columns: list[list[_Segment]] = []
    band: tuple[list[_Segment], list[_Segment]] = ([], [])
    across: list[_Segment] = []

    def flush() -> None:
        for side in band:
            columns.extend(_columns(list(side), depth + 1))
            side.clear()

    for segment in sorted(segments, key=lambda s: -s.y0):
        if segment.x0 < gutter - 3 and segment.x1 > gutter + 3:
            if any(band):
                flush()
            across.append(segment)
            continue
        if across:
            columns.append(list(across))
            across.clear()
        band[0 if (segment.x0 + segment.x1) / 2 < gutter else 1].append(segment)
    if across:
        columns.append(across)
    flush()
    return columns


def _gutter(segments: list[_Segment]) -> float | None:
    """The x at which the fewest lines cross, if lines stand side by side there."""
    if len(segments) < 2 * _FEWEST_LINES:
        return None
    left, right = min(s.x0 for s in segments), max(s.x1 for s in segments)
    width = right - left
    spans = [(s.x0, s.x1) for s in segments]
    best: tuple[float, float] | None = None
    for step in range(50, 151):
        x = left + width * step / 200
        crossing = sum(1 for x0, x1 in spans if x0 < x < x1)
        room = min((abs(x - edge) for span in spans for edge in span), default=0.0)
        score = (crossing, -room)
        if best is None or score < (best[0], best[1]):
            best = (crossing, -room)
            place = x
    if best is None or best[0] > _CROSSING_SHARE * len(segments):
        return None
    sides = [[s for s in segments if s.x1 <= place], [s for s in segments if s.x0 >= place]]
    for side in sides:
        if len(side) < _FEWEST_LINES or median(s.x1 - s.x0 for s in side) < (
            _NARROWEST_COLUMN * width
        ):
            return None
    top, bottom = (
        min(max(s.y1 for s in side) for side in sides),
        max(min(s.y0 for s in side) for side in sides),
    )
    return place if top > bottom else None


def _merged_lines(segments: list[_Segment]) -> list[Line]:
    """One line for each height, its parts from left to right (or right to left)."""
    rows: list[list[_Segment]] = []
    for segment in sorted(segments, key=lambda s: (-s.y0, s.x0)):
        row = next((r for r in reversed(rows[-3:]) if _on_one_line(r[0], segment)), None)
        if row is None:
            rows.append([segment])
        else:
            row.append(segment)
    return [_line([part for segment in row for part in segment.parts], row[0].page) for row in rows]


def _line(parts: list[Part], page: int) -> Line:
    main = max(parts, key=lambda part: len(part.text))
    letters = "".join(part.text for part in parts)
    from_right = len(_RTL.findall(letters)) * 2 > len(letters)
    parts.sort(key=lambda part: -part.x1 if from_right else part.x0)
    pieces: list[str] = []
    for place, part in enumerate(parts):
        text = part.text
        small = part.size < 0.85 * main.size and part.y0 > main.y0 + 0.1 * main.size
        if small and _RAISED.fullmatch(text):
            text = superior(text.strip())
        elif place:
            last = parts[place - 1]
            gap = max(part.x0 - last.x1, last.x0 - part.x1)
            text = f" {text}" if gap > 0.14 * main.size else text
        pieces.append(text)
    bold = sum(len(part.text) for part in parts if part.bold)
    return Line(
        " ".join("".join(pieces).split()),
        min(part.x0 for part in parts),
        main.y0,
        max(part.x1 for part in parts),
        main.y1,
        main.size,
        bold * 2 > len(letters),
        page,
    )


def _edges(lines: Sequence[Line]) -> tuple[float, float]:
    """Where a column begins and ends: the outermost places that are no exception."""
    lefts = sorted(line.x0 for line in lines)
    rights = sorted((line.x1 for line in lines), reverse=True)
    few = len(lines) // 12
    return lefts[few], rights[few]
