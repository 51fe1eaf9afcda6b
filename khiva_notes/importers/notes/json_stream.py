"""JSON read from a file piece by piece, so that a library of any size needs little memory."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TextIO

_PIECE = 1 << 20
_BLANK = " \t\r\n\ufeff"
_LARGEST_VALUE = 400 * _PIECE
"""Code points of one value: the base64 of a file that an importer would take, and more."""


class JsonStream:
    """Reads what stands next in a JSON document; ValueError where it is no JSON."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._held = ""
        self._at = 0
        self._ended = False
        self._decoder = json.JSONDecoder()

    def peek(self) -> str:
        """Return the next character that is not blank, "" at the end."""
        while True:
            while self._at < len(self._held) and self._held[self._at] in _BLANK:
                self._at += 1
            if self._at < len(self._held):
                return self._held[self._at]
            if not self._more():
                return ""

    def take(self, wanted: str) -> None:
        """Pass over a character that must stand next."""
        found = self.peek()
        if found != wanted:
            raise ValueError(f"“{wanted}” was expected, not “{found or 'the end'}”")
        self._at += 1

    def value(self) -> Any:
        """Return the whole value that stands next."""
        self.peek()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._held, self._at)
            except (ValueError, RecursionError) as error:
                if isinstance(error, RecursionError) or not self._more():
                    raise ValueError(f"no JSON: {error}") from error
                continue
            if end == len(self._held) and self._more():
                continue  # a number may go on
            self._at = end
            return value

    def names(self) -> Iterator[str]:
        """Yield the names in an object; after each, its value must be read."""
        self.take("{")
        first = True
        while self.peek() != "}":
            if not first:
                self.take(",")
            first = False
            key = self.value()
            if not isinstance(key, str):
                raise ValueError("a name was expected")
            self.take(":")
            yield key
        self.take("}")

    def members(self) -> Iterator[Any]:
        """Yield the values in an array."""
        self.take("[")
        first = True
        while self.peek() != "]":
            if not first:
                self.take(",")
            first = False
            yield self.value()
        self.take("]")

    def _more(self) -> bool:
        if self._ended:
            return False
        left = len(self._held) - self._at
        if left > _LARGEST_VALUE:
            raise ValueError("one value is larger than any library has")
        piece = self._file.read(max(_PIECE, left))
        self._ended = not piece
        self._held = self._held[self._at :] + piece
        self._at = 0
        return bool(piece)
