"""Words out of the pieces of HTML that a Markdown file may hold."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BREAKING_TAGS = (
    "address article aside blockquote br caption dd details div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section summary table "
    "tbody tfoot thead tr ul"
)
_BREAKING = frozenset(_BREAKING_TAGS.split())
_HIDDEN = frozenset(("script", "style", "template", "head"))
_BREAK_TAG = re.compile(r"<br[ \t]*/?[ \t]*>", re.IGNORECASE)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag in _BREAKING:
            self.pieces.append("\n")
        elif tag in ("td", "th"):
            self.pieces.append("\t")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag in _BREAKING:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.pieces.append(re.sub(r"\s+", " ", data))


def lines_of_html(source: str) -> list[str]:
    """The lines that a browser would show, tags, comments and scripts left out."""
    parser = _Words()
    parser.feed(source)
    parser.close()
    rows = (" ".join(row.split()) for row in "".join(parser.pieces).split("\n"))
    return [row for row in rows if row]


def is_line_break(tag: str) -> bool:
    """Whether a tag inside a paragraph is ``<br>``."""
    return bool(_BREAK_TAG.fullmatch(tag))
