"""XML written as text: elements, attributes and words, without what XML cannot hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def words(text: str) -> str:
    """Return text as it stands between tags."""
    return escape(_NO_XML.sub("", text))


def element(tag: str, attributes: Mapping[str, str] | None = None, *inside: str) -> str:
    """Return an element round pieces that are XML already; empty attributes are left out."""
    given = "".join(
        f" {name}={quoteattr(_NO_XML.sub('', value))}"
        for name, value in (attributes or {}).items()
        if value
    )
    content = "".join(inside)
    return f"<{tag}{given}>{content}</{tag}>" if content else f"<{tag}{given}/>"
