"""The parts of an essay as set pages: which stands where, set when in view, measured in time."""

from __future__ import annotations

import time
from collections.abc import Collection, Sequence
from dataclasses import replace

from PySide6.QtGui import QFontMetrics, QTextDocument

from khiva_notes.gui.essay.setting import set_part
from khiva_notes.gui.essay.stack import Stack
from khiva_notes.gui.fonts import reading_font
from khiva_notes.gui.preferences import Preferences
from khiva_notes.gui.theme import Theme
from khiva_notes.model.essay_text import EssayPart

CHARACTERS = 74
"""Characters of a line, as wide as reads well."""

MARGIN = 28
_GAP = 14
_KEPT = 80
_SLICE = 0.005


class Sheets:
    """Sets parts at a width in pixels; those that are not in view have a guessed height at first.

    ``typed`` is the part that is being typed in, 0 for none, and the height of its field.
    """

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        self._theme = theme
        self._preferences = preferences
        self._sheets: dict[int, QTextDocument] = {}
        self._width = 400
        self.stack = Stack(_GAP, MARGIN)
        self.parts: list[EssayPart] = []
        self.places: dict[int, int] = {}
        self.typed: tuple[int, int] = (0, 0)
        self._metrics = QFontMetrics(reading_font(preferences.text_points))

    @property
    def measure(self) -> int:
        """The width in pixels that a line should have."""
        metrics = QFontMetrics(reading_font(self._preferences.text_points))
        return metrics.averageCharWidth() * CHARACTERS

    def show(self, parts: Sequence[EssayPart]) -> None:
        """Hold other parts; what looks as before is neither set nor measured again."""
        before = {part.part.id: part for part in self.parts}
        stack = self.stack
        heights = {p.part.id: stack.height(i) for i, p in enumerate(self.parts)}
        known = {p.part.id for i, p in enumerate(self.parts) if stack.known(i)}
        self.parts = list(parts)
        self.places = {part.part.id: i for i, part in enumerate(self.parts)}
        same = {i for i in self.places if i in before and _alike(before[i], self.now(i))}
        self._sheets = {i: sheet for i, sheet in self._sheets.items() if i in same}
        guesses = [heights.get(p.part.id) or self._guess(p) for p in self.parts]
        stack.guess(guesses, {self.places[part_id] for part_id in same & known})

    def now(self, part_id: int) -> EssayPart:
        """Return a part by its number."""
        return self.parts[self.places[part_id]]

    def rewrite(self, part_id: int, text: str) -> None:
        """Give a part other words, ahead of the library's own word of it."""
        place = self.places[part_id]
        part = self.parts[place]
        self.parts[place] = replace(part, part=replace(part.part, text=text))
        self._sheets.pop(part_id, None)

    def drop(self, part_id: int) -> None:
        """Set and measure a part again."""
        self._sheets.pop(part_id, None)
        if part_id in self.places:
            self.stack.forget(self.places[part_id])

    def restyle(self, width: int) -> None:
        """Set everything again, at another width, size or in other colours."""
        self._width = width
        self._metrics = QFontMetrics(reading_font(self._preferences.text_points))
        self._sheets.clear()
        self.stack.guess([self._guess(part) for part in self.parts])

    def sheet(self, place: int) -> QTextDocument:
        """Return a part set in type; those shown last are kept."""
        part = self.parts[place]
        sheet = self._sheets.pop(part.part.id, None)
        if sheet is None:
            preferences = self._preferences
            sheet = set_part(
                part, self._theme.tones, preferences.text_points, preferences.line_spacing
            )
            sheet.setTextWidth(self._width)
            while len(self._sheets) >= _KEPT:
                self._sheets.pop(next(iter(self._sheets)))
        self._sheets[part.part.id] = sheet
        return sheet

    def within(self, top: int, bottom: int) -> range:
        """Return the places of the parts between two heights of the page."""
        if not self.parts:
            return range(0)
        return range(self.stack.at(top), self.stack.at(bottom) + 1)

    def measure_all(self, places: Collection[int]) -> bool:
        """Measure these parts as far as they are not; True if others have moved by that."""
        moved = False
        for place in places:
            if not self.stack.known(place):
                moved = self._measure(place) or moved
        return moved

    def measure_some(self) -> bool:
        """Measure further parts for a few milliseconds; True if none is left."""
        end = time.perf_counter() + _SLICE
        place = self.stack.unknown()
        while place is not None and time.perf_counter() < end:
            self._measure(place)
            place = self.stack.unknown()
        return place is None

    def _measure(self, place: int) -> bool:
        number, height = self.typed
        if self.parts[place].part.id != number:
            height = max(20, int(self.sheet(place).size().height()) + 1)
        return self.stack.set(place, height)

    def _guess(self, part: EssayPart) -> int:
        letters = len(part.part.text) + sum(len(q.passage.exact) + 60 for q in part.quotes)
        lines = 1 + letters // CHARACTERS + (12 if part.comparison else 0)
        return int(lines * self._metrics.height() * self._preferences.line_spacing / 100)


def _alike(before: EssayPart, now: EssayPart) -> bool:
    """Tell whether a part looks as it did, whatever stands inside it and wherever it stands."""
    return before is now or _looks(before) == _looks(now)


def _looks(part: EssayPart) -> tuple[object, ...]:
    """Return all that is drawn of a part: a number among others of its parent is not."""
    own = part.part
    return (
        (own.sort, own.text, own.shown, own.item_id, own.passage_id, own.locator),
        (part.level, part.item, part.quotes, part.locators, part.wording, part.speaker),
        part.comparison,
    )
