"""HTML as it stands on the web into a tree: any tag may be missing, none may cost time.

One pass with patterns that cannot look back; the standard library's parser needs minutes for a page
of unclosed comments.
"""

from __future__ import annotations

import html
import re

from khiva_notes.importers.markup.element import DEEPEST, Element, refuse_too_many

_TOKEN = re.compile(
    r"<!--(?P<comment>)|<(?P<end>/?)(?P<name>[A-Za-z][^\s/>\x00<]{0,60})"
    r"(?P<rest>(?:[^<>\"']|\"[^\"]{0,20000}+\"|'[^']{0,20000}+')*+)>|<(?P<odd>[!?])[^>]{0,20000}+>"
)
_ATTRIBUTE = re.compile(
    r"([^\s=/\"'<>]{1,80})(?:\s{0,20}=\s{0,20}(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'<>]+)))?"
)
_VOID_WORDS = "area base br col embed hr img input link meta param source track wbr"
_VOID = frozenset(_VOID_WORDS.split())
_RAW_WORDS = "script style textarea title xmp noembed noframes iframe"
_RAW = frozenset(_RAW_WORDS.split())
_ENDS_PARAGRAPH_WORDS = (
    "address article aside blockquote center details dir div dl dd dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr li main menu nav ol p pre section table tbody td "
    "tfoot th thead tr ul"
)
_ENDS_PARAGRAPH = frozenset(_ENDS_PARAGRAPH_WORDS.split())
_CLOSES: dict[str, frozenset[str]] = {
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "tr": frozenset(("tr", "td", "th")),
    "td": frozenset(("td", "th")),
    "th": frozenset(("td", "th")),
    "tbody": frozenset(("tr", "td", "th", "thead", "tbody")),
    "tfoot": frozenset(("tr", "td", "th", "thead", "tbody")),
    "option": frozenset(("option",)),
    "body": frozenset(("head",)),
}
_WALLS_WORDS = "table ul ol dl menu blockquote div section article td th body html"
_WALLS = frozenset(_WALLS_WORDS.split())
_INLINE_WORDS = "a abbr b big cite code em font i small span strong sub sup u"
_INLINE = frozenset(_INLINE_WORDS.split())
_FARTHEST = 12
_MOST_ATTRIBUTES = 40

_MOST_ELEMENTS = 250_000


def parse_html(source: str, file_name: str) -> Element:
    """Return the root of a tree with tags in lower case.

    ``UserError`` for more elements than memory should hold.

    Elements deeper than ``DEEPEST`` become children of the one there.
    """
    return _Builder(file_name).build(source)


class _Builder:
    def __init__(self, file_name: str) -> None:
        self._file_name = file_name
        self._count = 0
        self._root = Element("#root")
        self._open = [self._root]

    def build(self, source: str) -> Element:
        place = 0
        while True:
            token = _TOKEN.search(source, place)
            if token is None:
                self._words(source[place:])
                return self._root
            self._words(source[place : token.start()])
            place = token.end()
            if token["comment"] is not None:
                end = source.find("-->", place)
                place = len(source) if end < 0 else end + 3
            elif token["name"]:
                name = token["name"].lower().rpartition(":")[2]
                if token["end"]:
                    self._close(name)
                else:
                    self._start(name, token["rest"])
                    if name in _RAW:
                        place = self._raw(source, place, name)

    def _words(self, text: str) -> None:
        if text:
            self._open[-1].children.append(html.unescape(text) if "&" in text else text)

    def _start(self, name: str, rest: str) -> None:
        self._count += 1
        refuse_too_many(self._count, _MOST_ELEMENTS, self._file_name)
        if name in _ENDS_PARAGRAPH:
            self._end_open("p", _WALLS)
        for closed in _CLOSES.get(name, ()):
            self._end_open(closed, _WALLS - {"td", "th"} if name in ("tr", "tbody") else _WALLS)
        element = Element(name, _attributes(rest) if rest.strip(" /\n\t\r") else {})
        self._open[-1].children.append(element)
        empty = rest.endswith("/") and name not in _ENDS_PARAGRAPH | _INLINE
        if name not in _VOID and not empty and len(self._open) < DEEPEST:
            self._open.append(element)

    def _end_open(self, name: str, walls: frozenset[str]) -> None:
        """End an open element, if one of that name is open this side of what keeps it open."""
        for back in range(1, min(len(self._open), _FARTHEST) + 1):
            tag = self._open[-back].tag
            if tag == name:
                del self._open[-back:]
                return
            if tag in walls:
                return

    def _close(self, name: str) -> None:
        for back in range(1, len(self._open)):
            if self._open[-back].tag == name:
                del self._open[-back:]
                return
            if name in _INLINE and self._open[-back].tag in _WALLS:
                return

    def _raw(self, source: str, place: int, name: str) -> int:
        """Take what stands up to an element's end as it is; where it does not end, all the rest."""
        end = re.compile(rf"</{name}(?=[\s>/])", re.IGNORECASE).search(source, place)
        stop = end.start() if end else len(source)
        text = source[place:stop]
        if self._open[-1].tag == name:
            self._open[-1].children.append(html.unescape(text) if name == "title" else text)
        return stop


def _attributes(rest: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(rest):
        value = match[2] or match[3] or match[4] or ""
        found.setdefault(match[1].lower(), html.unescape(value) if "&" in value else value)
        if len(found) >= _MOST_ATTRIBUTES:
            break
    return found
