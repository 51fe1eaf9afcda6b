"""Where the parts of a long page stand, some measured and some only guessed at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from itertools import accumulate


class Stack:
    """Heights of parts one below another, with a gap between; all in pixels."""

    def __init__(self, gap: int, margin: int) -> None:
        self._gap = gap
        self._margin = margin
        self._heights: list[int] = []
        self._known: list[bool] = []
        self._tops: list[int] = [margin]

    def guess(self, heights: Sequence[int], known: Collection[int] = ()) -> None:
        """Begin anew with guesses; the heights at the ``known`` places are true ones."""
        self._heights = list(heights)
        self._known = [place in known for place in range(len(heights))]
        self._settle()

    def set(self, place: int, height: int) -> bool:
        """Note a part's true height; True if others have moved by that."""
        self._known[place] = True
        if self._heights[place] == height:
            return False
        self._heights[place] = height
        self._settle()
        return True

    def forget(self, place: int) -> None:
        """Note that a part's height has to be measured again."""
        self._known[place] = False

    def known(self, place: int) -> bool:
        """Tell whether a part has been measured."""
        return self._known[place]

    def unknown(self) -> int | None:
        """Return the first part that has not been measured, or None."""
        return self._known.index(False) if False in self._known else None

    def top(self, place: int) -> int:
        """Return where a part begins."""
        return self._tops[place]

    def height(self, place: int) -> int:
        """Return how high a part is."""
        return self._heights[place]

    @property
    def whole(self) -> int:
        """The height of the whole page."""
        return self._tops[-1] - self._gap + self._margin if self._heights else 2 * self._margin

    def at(self, offset: int) -> int:
        """Return the part at a place of the page, the nearest where there is none; -1 if empty."""
        return min(max(0, bisect_right(self._tops, offset) - 1), len(self._heights) - 1)

    def _settle(self) -> None:
        steps = (height + self._gap for height in self._heights)
        self._tops = list(accumulate(steps, initial=self._margin))
