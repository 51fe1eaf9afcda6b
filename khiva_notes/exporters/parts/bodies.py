"""A card's own Markdown made ready for another place: links, headings, notes, loose ends.

Code in it is left alone. What would swallow the text after it - a fence, a comment or a tag that
is never closed - is closed or made plain.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Resolve = Callable[[str, str, str], str]
"""Gives the Markdown for a link: key, words after the bar ("" if none), part after the # sign."""

_FENCE = re.compile(r" {0,3}(?P<mark>`{3,}(?=[^`]*$)|~{3,})")
_LINK = re.compile(
    r"!?\[\[(?P<key>[^\[\]|#\n\\]+)(?:#(?P<part>[^\[\]|\n\\]*))?"
    r"(?:\\?\|(?P<words>[^\[\]\n]*))?\]\]"
)
_TICKS = re.compile(r"(?<!\\)`+")
_HEADING = re.compile(r"( {0,3})(#{1,6})(?=[ \t]|$)")
_FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]")
_MARKER = re.compile(r"<(?=!--\s*/?\s*khiva\b)")
_SWALLOWING = re.compile(
    r"^ {0,3}<(?:(?P<tag>script|pre|style|textarea)\b|(?P<comment>!--)|(?P<ask>\?)"
    r"|(?P<data>!\[CDATA\[)|(?P<declared>![A-Za-z]))",
    re.IGNORECASE,
)
_CLOSERS = {"comment": "-->", "ask": "?>", "data": "]]>", "declared": ">"}


def rewrite(body: str, resolve: Resolve, *, deeper: int = 0, notes: str = "") -> str:
    """Return a body with its links resolved and its headings ``deeper`` levels down.

    ``notes`` comes before the label of every footnote, so that those of several bodies in one
    document stay apart.
    """
    text = re.sub(r"\r\n?", "\n", body).strip("\n").rstrip()
    result: list[str] = []
    for is_code, part in _parts(text):
        if is_code:
            result.append(_MARKER.sub(r"\\<", part))
            continue
        part = _MARKER.sub(r"\\<", _defused(part))
        result.append(_outside_code(part, lambda words: _plain(words, resolve, notes)))
        if deeper:
            result[-1] = _lowered(result[-1], deeper)
    return "\n".join(result)


def _parts(text: str) -> list[tuple[bool, str]]:
    """Part a body into fenced code and the rest; a fence left open is closed."""
    parts: list[tuple[bool, list[str]]] = [(False, [])]
    fence = ""
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if not fence and found:
            fence = found["mark"]
            parts.append((True, [line]))
        elif fence:
            parts[-1][1].append(line)
            bare = line.strip()
            if bare.startswith(fence) and set(bare) == {fence[0]} and line[:4] != "    ":
                fence = ""
                parts.append((False, []))
        else:
            parts[-1][1].append(line)
    if fence:
        parts[-1][1].append(fence)
    return [(is_code, "\n".join(lines)) for is_code, lines in parts if lines]


def _outside_code(text: str, change: Callable[[str], str]) -> str:
    """Apply ``change`` to what is not between backticks."""
    result: list[str] = []
    position = 0
    while found := _TICKS.search(text, position):
        close = re.compile(rf"(?<!`){found.group()}(?!`)").search(text, found.end())
        blank = text.find("\n\n", found.end())
        if close is None or 0 <= blank < close.start():
            result.append(change(text[position : found.start()]) + found.group())
            position = found.end()
            continue
        result += [change(text[position : found.start()]), text[found.start() : close.end()]]
        position = close.end()
    return "".join(result) + change(text[position:])


def _plain(text: str, resolve: Resolve, notes: str) -> str:
    if notes:
        text = _FOOTNOTE.sub(rf"[^{notes}\1]", text)
    return _LINK.sub(
        lambda link: resolve(
            link["key"].strip(), (link["words"] or "").strip(), (link["part"] or "").strip()
        ),
        text,
    )


def _lowered(text: str, deeper: int) -> str:
    lines = []
    for line in text.split("\n"):
        found = _HEADING.match(line)
        if found:
            marks = "#" * min(6, len(found[2]) + deeper)
            line = found[1] + marks + line[found.end() :]
        lines.append(line)
    return "\n".join(lines)


def _defused(text: str) -> str:
    lines = text.split("\n")
    for number, line in enumerate(lines):
        found = _SWALLOWING.match(line)
        if not found:
            continue
        closer = f"</{found['tag']}>" if found["tag"] else _CLOSERS[str(found.lastgroup)]
        rest = "\n".join([line[found.end() :], *lines[number + 1 :]])
        if closer.lower() not in rest.lower():
            at = line.index("<")
            lines[number] = f"{line[:at]}\\{line[at:]}"
    return "\n".join(lines)
