"""Quotations as they stand in Markdown: block quotes, and words in marks before a citation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from khiva_notes.model.reference_marks import CitationGroup, CitedWork, citation_groups

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARKED = re.compile(r"“([^“”]+)”|«([^«»]+)»|„([^„“”]+)[“”]|(?<![\w\\])\"([^\"]+)\"(?!\w)")
_NOTE = re.compile(r"\^\[((?:\\.|[^\[\]\\]|\[[^\[\]]*\])*)\]|\[\^[^\]\s]+\]", re.DOTALL)
_LEAST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Written:
    """One quotation: the line it begins on (from 1), its plain words, the works cited for it."""

    line: int
    words: str
    works: tuple[CitedWork, ...]
    is_block: bool


def written_quotations(markdown: str) -> list[Written]:
    """Return the quotations of a document in their order.

    Words in quotation marks count from three words on, and only where the paragraph or note cites
    something after them.
    """
    from markdown_it import MarkdownIt

    from khiva_notes.exporters.vault.front import split

    parted = split(markdown)
    skipped = markdown.count("\n") - parted[1].count("\n") if parted else 0
    parser = MarkdownIt("commonmark").enable("table")
    tokens = parser.parse(parted[1] if parted else markdown)
    found: list[Written] = []
    block: list[Token] = []
    depth = 0
    for token in tokens:
        if token.type == "blockquote_open":
            depth += 1
        elif token.type == "blockquote_close":
            depth -= 1
            if depth == 0:
                found += _block(parser, block, skipped)
                block = []
        elif token.type == "inline" and depth:
            block.append(token)
        elif token.type == "inline":
            found += _in_marks(parser, token, skipped)
    return found


def _block(parser: MarkdownIt, tokens: list[Token], skipped: int) -> list[Written]:
    raw = "\n".join(token.content for token in tokens)
    groups = citation_groups(raw)
    bare = _without(raw, groups)
    words = "\n".join(_plain(parser, line) for line in bare.split("\n"))
    if not words.strip() or not tokens:
        return []
    line = (tokens[0].map or [0])[0] + skipped + 1
    return [Written(line, words.strip(), _works(groups), True)]


def _in_marks(parser: MarkdownIt, token: Token, skipped: int) -> list[Written]:
    raw = token.content
    groups = citation_groups(raw)
    found = []
    for quoted in _MARKED.finditer(raw):
        inside = next(part for part in quoted.groups() if part is not None)
        words = _plain(parser, inside)
        after = [group for group in groups if group.start >= quoted.end()]
        if len(words.split()) < _LEAST_WORDS or not after:
            continue
        line = (token.map or [0])[0] + skipped + 1 + raw.count("\n", 0, quoted.start())
        found.append(Written(line, words, after[0].works, False))
    return found


def _without(raw: str, groups: list[CitationGroup]) -> str:
    """Return a quotation without its citations and notes, the blank before them too."""
    spans = [(group.start, group.end) for group in groups if not group.in_text]
    spans += [found.span() for found in _NOTE.finditer(raw)]
    made = ""
    position = 0
    for start, end in sorted(spans):
        if start >= position:
            made += raw[position:start].rstrip(" ")
            position = end
    return made + raw[position:]


def _plain(parser: MarkdownIt, raw: str) -> str:
    text = ""
    for token in parser.parseInline(raw):
        for child in token.children or []:
            if child.type in ("text", "text_special", "code_inline"):
                text += child.content
            elif child.type in ("softbreak", "hardbreak"):
                text += " "
    return text


def _works(groups: list[CitationGroup]) -> tuple[CitedWork, ...]:
    return tuple(work for group in groups for work in group.works)
