"""A text's title: from its own first lines if they hold one, else from the file's name."""

from __future__ import annotations

import re

from khiva_notes.model.reflow.markers import is_section_name, names_a_part
from khiva_notes.model.reflow.signs import ends_sentence, is_item
from khiva_notes.model.texts import TextBody

_LONGEST_TITLE = 160
_BLOCKS_LOOKED_AT = 3
_HEADER_BLOCKS = 40
_FIELD = re.compile(r"(Title|Author|Language|Date)\s*:\s*(\S.*)")
_SUFFIX = re.compile(r"\.[^\W_]{1,8}$")
_NO_TITLE = re.compile(r"(?:https?:|www\.|by\s|from:|to:|subject:|date:|to\s|dear\s|\W*\d)", re.I)


def title_from_text(body: TextBody) -> str:
    """The first heading, or a short first line that reads like a title; "" if there is neither.

    A section's name such as ABSTRACT or ``Chapter 1`` is no title of the whole.
    """
    for place, block in enumerate(body.blocks[:_BLOCKS_LOOKED_AT]):
        line = body.text[block.start : block.end]
        if is_section_name(line) or names_a_part(line):
            return ""
        if block.kind == "heading":
            return line.strip()
        if place == 0 and block.kind == "paragraph" and len(body.blocks) > 1 and _is_title(line):
            return line.strip()
    return ""


def title_from_headings(body: TextBody) -> str:
    """The heading of level 1 where it is the only one or opens the text, else the first lines'.

    Of a text in Markdown, where the writer has said what is a heading.
    """
    tops = [block for block in body.blocks if block.kind == "heading" and block.level == 1]
    if len(tops) == 1 or (tops and tops[0].start == 0):
        title = body.text[tops[0].start : tops[0].end]
        return "" if is_section_name(title) else title
    return title_from_text(body)


def _is_title(line: str) -> bool:
    if len(line) > _LONGEST_TITLE or len(line) < 4 or not any(char.isalpha() for char in line):
        return False
    if ends_sentence(line) or line[-1] in ",;:." or is_item(line) or _NO_TITLE.match(line):
        return False
    return line[0].isupper() or line[0] in "“«„\"'"


def header_fields(body: TextBody) -> dict[str, str]:
    """``Title:``, ``Author:`` … lines at the head of a text, as electronic editions have them.

    Keys in lower case; empty unless a title is among them.
    """
    fields: dict[str, str] = {}
    for block in body.blocks[:_HEADER_BLOCKS]:
        match = _FIELD.match(body.text[block.start : block.end][:400])
        if match:
            fields.setdefault(match[1].lower(), match[2].strip())
    return fields if "title" in fields else {}


def title_from_name(file_name: str) -> str:
    """``khiva-article.txt`` gives ``Khiva article``; hyphens between digits, as in dates, stay."""
    stem = _SUFFIX.sub("", re.split(r"[\\/]", file_name)[-1]) or file_name
    words = stem.replace("_", " ")
    if " " not in stem.strip():
        words = re.sub(r"(?<!\d)-+|-+(?!\d)", " ", words)
    words = " ".join(words.split())
    return words[:1].upper() + words[1:] if words else "Untitled"
