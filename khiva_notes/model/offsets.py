"""Positions in a text counted two ways: in code points, as the library does, and in UTF-16 units.

Qt's strings are UTF-16, where a character beyond U+FFFF takes two units; every position after one
would drift if the two counts were taken for each other.
"""

from __future__ import annotations

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Utf16:
    """Converts positions in one text; costs nothing where the text has no astral character."""

    def __init__(self, text: str) -> None:
        if text.isascii():
            self._astral: list[int] = []
        else:
            self._astral = [match.start() for match in _ASTRAL.finditer(text)]
        self._units = [place + before for before, place in enumerate(self._astral)]

    def to_qt(self, code_point: int) -> int:
        """Return the UTF-16 position of a code-point position."""
        return code_point + bisect_left(self._astral, code_point)

    def to_code_points(self, qt: int) -> int:
        """Return the code-point position of a UTF-16 one; inside a pair, that of its beginning."""
        return qt - bisect_left(self._units, qt)
