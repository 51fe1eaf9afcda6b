"""Running heads and page numbers: found by their place and their return, and taken out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from khiva_notes.importers.pdf_pages.pages import Page, Part

_OUTER = 0.13
_EDGE_LINES = 3
_SAME_HEIGHT = 8.0
_LONGEST_HEAD = 150
_NUMBER = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_ONLY_NUMBER = re.compile(r"\W*(?:(?:page|p\.|S\.|стр\.)\s*)?(\d{1,4}|[ivxlc]{1,8})\W*", re.I)


@dataclass(frozen=True, slots=True)
class Margins:
    """Each page's parts without head and foot, its label, and one sample of what was left out."""

    parts: tuple[tuple[Part, ...], ...]
    labels: tuple[str, ...]
    heads: tuple[str, ...]
    numbers: int


@dataclass(frozen=True, slots=True)
class _Edge:
    page: int
    zone: str
    height: float
    parts: tuple[Part, ...]
    text: str

    def pattern(self, numbers: Mapping[int, str]) -> str:
        """The text without the page's own number; others stay, since notes differ by theirs."""
        own = numbers.get(self.page, "")
        text = self.text.casefold()
        return re.sub(rf"(?<!\d){own}(?!\d)", "#", text) if own.isdigit() else text


def take_out_margins(pages: Sequence[Page]) -> Margins:
    """Part each page's text from what only says where one is."""
    edges = [edge for place, page in enumerate(pages) for edge in _edges(place, page)]
    numbers = _page_numbers(edges, len(pages))
    returning = _returning(edges, numbers, len(pages))
    dropped: list[set[int]] = [set() for _ in pages]
    heads: dict[str, None] = {}
    count = 0
    for edge in edges:
        only = _ONLY_NUMBER.fullmatch(edge.text)
        is_number = only is not None and numbers.get(edge.page) == only[1]
        if is_number or edge in returning:
            dropped[edge.page] |= {id(part) for part in edge.parts}
            if only is None:
                heads.setdefault(_NUMBER.sub("", edge.text).strip())
            count += numbers.get(edge.page, " ") in edge.text
    kept = tuple(
        tuple(part for part in page.parts if id(part) not in dropped[place])
        for place, page in enumerate(pages)
    )
    return Margins(kept, _labels(pages, numbers), tuple(heads), count)


def _edges(place: int, page: Page) -> list[_Edge]:
    """The outermost lines above and below, as far as they stand in the margin."""
    rows: list[list[Part]] = []
    for part in sorted(page.parts, key=lambda p: -(p.y0 + p.y1)):
        if rows and abs(rows[-1][0].y0 - part.y0) < 0.5 * max(part.size, 4.0):
            rows[-1].append(part)
        else:
            rows.append([part])
    found: list[_Edge] = []
    for zone, outer in (("top", rows[:_EDGE_LINES]), ("foot", rows[-_EDGE_LINES:])):
        for row in outer:
            middle = (row[0].y0 + row[0].y1) / 2
            depth = page.height - middle if zone == "top" else middle
            if depth <= _OUTER * page.height:
                row.sort(key=lambda part: part.x0)
                text = " ".join(" ".join(part.text for part in row).split())
                found.append(_Edge(place, zone, depth, tuple(row), text))
    return found


def _returning(edges: Sequence[_Edge], numbers: Mapping[int, str], pages: int) -> set[_Edge]:
    """Margin lines that come back at the same height, and single ones that stand where they do."""
    groups: dict[tuple[str, str], list[_Edge]] = {}
    for edge in edges:
        if len(edge.text) < _LONGEST_HEAD:
            groups.setdefault((edge.zone, edge.pattern(numbers)), []).append(edge)
    least = 2 if pages < 8 else max(3, pages // 20)
    found: set[_Edge] = set()
    for (_, pattern), group in groups.items():
        heights = [edge.height for edge in group]
        close = max(heights) - min(heights) <= _SAME_HEIGHT
        if len(group) >= least and close and pattern.strip("# "):
            found |= set(group)
    places = {(edge.zone, round(edge.height)) for edge in found}
    taken = {(edge.zone, edge.page) for edge in found}
    for edge in edges:
        alone = (edge.zone, edge.page) not in taken and len(edge.text) < _LONGEST_HEAD
        if alone and (edge.zone, round(edge.height)) in places and edge.zone == "top":
            found.add(edge)
    return found


def _page_numbers(edges: Sequence[_Edge], pages: int) -> dict[int, str]:
    """For each page its printed number: those that grow by one from page to page."""
    steps: Counter[int] = Counter()
    told: dict[int, set[int]] = {}
    for edge in edges:
        for match in _NUMBER.finditer(edge.text):
            told.setdefault(edge.page, set()).add(int(match[0]))
    for page, values in told.items():
        steps.update(value - page for value in values)
    found: dict[int, str] = {}
    if steps:
        step, count = max(steps.items(), key=lambda item: (item[1], -abs(item[0])))
        if count >= 2 and count * 3 >= pages:
            found = {
                page: str(page + step) for page, values in told.items() if page + step in values
            }
    for edge in edges:
        roman = _ONLY_NUMBER.fullmatch(edge.text)
        if roman and not roman[1].isdigit() and edge.page not in found and len(edge.text) < 9:
            found[edge.page] = roman[1]
    return found


def _labels(pages: Sequence[Page], numbers: dict[int, str]) -> tuple[str, ...]:
    """Printed numbers first, pages without one counted on; then the file's labels; then 1, 2 …"""
    figures = {page: int(label) for page, label in numbers.items() if label.isdigit()}
    own = [page.label for page in pages]
    plain = not any(own) or own == [str(place + 1) for place in range(len(pages))]
    labels: list[str] = []
    for place in range(len(pages)):
        if place in numbers:
            labels.append(numbers[place])
        elif not plain and own[place]:
            labels.append(own[place])
        elif figures:
            near = min(figures, key=lambda page: abs(page - place))
            value = figures[near] + place - near
            labels.append(str(value) if value > 0 else "")
        else:
            labels.append(own[place] or str(place + 1))
    return tuple(labels)
