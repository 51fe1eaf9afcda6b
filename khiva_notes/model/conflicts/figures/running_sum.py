"""Adds up the words of one number, one after the other, as they are spoken."""

from __future__ import annotations

from khiva_notes.model.conflicts.figures.numerals import Numeral


class RunningSum:
    """The running total of one number; ``current`` is what a multiplier still can multiply."""

    def __init__(self) -> None:
        self.total = 0.0
        self.current: float | None = None
        self.last_scale = 0.0
        self.open_scale = 1.0
        self.odd = 0.0

    @property
    def value(self) -> float:
        """Give the number as far as it has been spoken."""
        return self.total + (self.current or 0.0)

    @property
    def empty(self) -> bool:
        """Tell that nothing has been spoken yet."""
        return self.current is None and not self.last_scale

    def take(self, numeral: Numeral) -> bool:
        """Work one word in; False if it cannot belong to this number."""
        if numeral.role == "scale":
            return self._multiply(numeral.value)
        if numeral.role == "hundred":
            if self.current is not None and not 0 < self.current < 100:
                return False
            self.current = (1 if self.current is None else self.current) * 100
            self.open_scale = 100.0
            return True
        if not self._can_add(numeral):
            return False
        if numeral.role == "half" and self.current is None and self.last_scale:
            self.total += numeral.value * self.last_scale
        elif self.current == 4 and numeral.value == 20:
            self.current = 80.0  # quatre-vingts
        else:
            self.current = (self.current or 0.0) + numeral.value
        self.open_scale = 1.0
        return True

    def _can_add(self, numeral: Numeral) -> bool:
        value, current = numeral.value, self.current
        if numeral.role == "half":
            return current is None or current == int(current)
        if current is None:
            return not self.last_scale or value < self.last_scale
        if current == 0 or current != int(current) or value == 0:
            return False
        if numeral.role == "hundreds":
            return False
        if numeral.role == "tens":
            return current % 100 < 10
        if value >= 10:
            return current % 100 in (0, 60, 80)
        return current % 10 == 0 and (current % 100 != 10 or value >= 7)

    def _multiply(self, scale: float) -> bool:
        if self.current is None and self.last_scale and scale >= self.last_scale:
            self.total *= scale
        elif self.last_scale and (scale >= self.last_scale or self.current is None):
            return False
        else:
            self.total += (1 if self.current is None else self.current) * scale
        self.current, self.last_scale, self.open_scale = None, scale, scale
        return True
