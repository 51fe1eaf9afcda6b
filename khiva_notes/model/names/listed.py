"""Word lists written as plain text, which is easier to read and to add to than quoted words."""

from __future__ import annotations


def listed(text: str) -> frozenset[str]:
    """Make a set of the words of ``text``, set apart by white space."""
    return frozenset(text.split())
