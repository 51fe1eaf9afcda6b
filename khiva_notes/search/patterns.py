"""Words with ``*`` and ``?`` in them as regular expressions."""

from __future__ import annotations

import re

from khiva_notes.search.words import form


def wildcard_expression(pattern: str) -> str:
    """Write a pattern as a regular expression over the forms of words."""
    pieces = re.split(r"([*?])", pattern)
    return "".join({"*": ".*", "?": "."}.get(piece) or re.escape(form(piece)) for piece in pieces)
