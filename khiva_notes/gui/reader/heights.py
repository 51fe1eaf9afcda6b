"""Where every block of a long text stands, though only those that were seen have been measured."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate


class Heights:
    """Heights of blocks in pixels, at first guessed, then corrected one by one as they are set."""

    def __init__(self, guesses: Sequence[float]) -> None:
        """Begin with a guess for each block; there is at least one."""
        self._heights = list(guesses)
        self._measured = bytearray(len(self._heights))
        self._tops: list[float] = []
        self._stale = True

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def total(self) -> float:
        """The height of all blocks together."""
        return self._summed()[-1]

    def is_measured(self, number: int) -> bool:
        """Tell whether a block's height is known and no longer guessed."""
        return bool(self._measured[number])

    def next_guess(self, number: int) -> int:
        """Return the first block from ``number`` on whose height is only guessed, or -1."""
        return self._measured.find(0, number)

    def top(self, number: int) -> float:
        """Return where a block begins; for the number after the last one, where the text ends."""
        return self._summed()[number]

    def height(self, number: int) -> float:
        """Return a block's height."""
        return self._heights[number]

    def measure(self, number: int, height: float) -> float:
        """Note a block's true height and return by how much it was misjudged."""
        self._measured[number] = 1
        wrong = height - self._heights[number]
        if wrong:
            self._heights[number] = height
            self._stale = True
        return wrong

    def at(self, y: float) -> int:
        """Return the block at a height; the first above all, the last below all."""
        found = bisect_right(self._summed(), y) - 1
        return min(max(found, 0), len(self._heights) - 1)

    def _summed(self) -> list[float]:
        if self._stale:
            self._tops = [0.0, *accumulate(self._heights)]
            self._stale = False
        return self._tops
