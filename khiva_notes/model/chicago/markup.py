"""Words made safe for Markdown, titles in italics or quotation marks, full stops only once."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"([\\`*_\[\]<>])")
_ENDS = (".", "?", "!", ".”", "?”", "!”", "?*", "!*", ".*")


def text(value: object) -> str:
    """Return plain words as Markdown that renders as themselves."""
    return _SPECIAL.sub(r"\\\1", " ".join(str(value).split()))


def italic(value: object) -> str:
    """Return a title in italics, "" if there is none."""
    return f"*{told}*" if (told := text(value)) else ""


def quoted(value: object, after: str = "") -> str:
    """Return a title in quotation marks; a comma or stop after it goes inside them (6.9)."""
    told = text(value)
    if not told:
        return ""
    told = re.sub(r"“([^“”]*)”", r"‘\1’", told)
    if after and not told.endswith(("?", "!", ".")):
        told += after
    return f"“{told}”"


def stopped(sentence: str) -> str:
    """Return words with one full stop at their end."""
    sentence = sentence.rstrip(" ,;")
    return sentence if not sentence or sentence.endswith(_ENDS) else f"{sentence}."


def joined(parts: list[str], by: str = ", ") -> str:
    """Join what is not empty; a title that ends in its own comma needs no other."""
    told = ""
    for part in (part for part in parts if part):
        if not told:
            told = part
        elif told.endswith((",”", "?”", "!”")) and by.startswith(","):
            told += f" {part}"
        else:
            told += by + part
    return told
