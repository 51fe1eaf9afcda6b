"""Reads figures as sources write them."""

from __future__ import annotations

import re

from khiva_notes.model.disputes import Number

_FIGURE = re.compile(r"\d{1,3}(?:[,. \u00a0\u202f]\d{3})+|\d+")


def read_number(words: str) -> Number | None:
    """Read a figure with its unit; None where there is none."""
    match = _FIGURE.search(words)
    if match is None:
        return None
    value = float(re.sub(r"\D", "", match[0]))
    return Number(value, value, words[match.end() :].strip())
