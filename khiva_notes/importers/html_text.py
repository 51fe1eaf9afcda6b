"""Words out of the pieces of HTML that a Markdown file may hold.

One pass over the tags with patterns that cannot look back: the standard library's parser needs
minutes for a page of unclosed comments.
"""

from __future__ import annotations

import html
import re

_BREAKING_TAGS = (
    "address article aside blockquote br caption dd details div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section summary table "
    "tbody tfoot thead tr ul"
)
_BREAKING = frozenset(_BREAKING_TAGS.split())
_CELLS = frozenset(("td", "th"))
_HIDDEN = frozenset(("script", "style", "template"))
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<![A-Za-z\[][^<>]{0,10000}+>", re.DOTALL)
_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]*+)"
    r"(?:[^<>\"']|\"[^\"<]{0,2000}+\"|'[^'<]{0,2000}+')*+>"
)
_BREAK_TAG = re.compile(r"<br\s*/?\s*>", re.IGNORECASE)


def lines_of_html(source: str) -> list[str]:
    """The lines that a browser would show, tags, comments and scripts left out."""
    source = _COMMENT.sub("", source)
    pieces: list[str] = []
    hidden = ""
    end = 0
    for tag in _TAG.finditer(source):
        if not hidden:
            pieces.append(_words(source[end : tag.start()]))
        name = tag["name"].lower()
        end = tag.end()
        if hidden:
            hidden = "" if tag["end"] and name == hidden else hidden
        elif name in _HIDDEN and not tag["end"]:
            hidden = name
        elif name in _BREAKING:
            pieces.append("\n")
        elif name in _CELLS:
            pieces.append(" ")
    if not hidden:
        pieces.append(_words(source[end:]))
    rows = (re.sub(r" +", " ", row).strip(" ") for row in "".join(pieces).split("\n"))
    return [row for row in rows if row]


def is_line_break(tag: str) -> bool:
    """Whether a tag inside a paragraph is ``<br>``."""
    return bool(_BREAK_TAG.fullmatch(tag))


def _words(text: str) -> str:
    return re.sub(r"[ \t\r\n\f]+", " ", html.unescape(text))
