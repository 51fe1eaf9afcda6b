"""Wikilinks of a folder of notes: what each leads to, and how the library writes the same link."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath

LINK = re.compile(
    r"(?P<embed>!?)\[\[(?P<to>[^\[\]|#\n\\]*)(?:#(?P<part>[^\[\]|\n\\]*))?"
    r"(?:\\?\|(?P<words>[^\[\]\n]*))?\]\]"
)
_CODE = re.compile(
    r"^ {0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}(?P=fence)[`~]*[ \t]*$|\Z)"
    r"|(?<![`\\])(?P<ticks>`+)(?!`)[^\n]+?(?<!`)(?P=ticks)(?!`)",
    re.DOTALL | re.MULTILINE,
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_TAG = re.compile(r"(?<![\w&/#\[(])#(?=[\w/-]*[^\W\d])([\w/-]+)")


class Targets:
    """Knows the note that a link means: by path, by file name, by title or by any other name."""

    def __init__(self) -> None:
        self._by_name: dict[str, str] = {}

    def add(self, ref: str, names: Iterable[str]) -> None:
        """Let a note be found under more names; the first note with a name has it."""
        for name in names:
            self._by_name.setdefault(_folded(name), ref)

    def find(self, target: str) -> str:
        """Return the reference of the note that a link means, "" for none."""
        plain = target.strip().removesuffix(".md")
        found = self._by_name.get(_folded(plain))
        if found is None and "/" in plain:
            found = self._by_name.get(_folded(PurePosixPath(plain).name))
        return found or ""


def outside_code(text: str, change: Callable[[str], str]) -> str:
    """Apply ``change`` to what is no code."""
    made: list[str] = []
    position = 0
    for code in _CODE.finditer(text):
        made += [change(text[position : code.start()]), code[0]]
        position = code.end()
    return "".join(made) + change(text[position:])


def inline_tags(text: str) -> list[str]:
    """Return the tags that stand in a text as ``#word``."""
    found: list[str] = []

    def look(part: str) -> str:
        found.extend(tag.strip("/") for tag in _TAG.findall(part))
        return part

    outside_code(text, look)
    return list(dict.fromkeys(found))


def linked(value: str) -> Iterator[str]:
    """Yield what the links of a property lead to."""
    for link in LINK.finditer(value):
        if link["to"].strip():
            yield link["to"].strip()


def unescaped(text: str) -> str:
    """Return words without the backslashes that kept them from being Markdown."""
    return _ESCAPED.sub(r"\1", text)


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
