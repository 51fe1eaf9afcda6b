"""Reads Markdown back as an independent parser sees it, so that tests compare what is shown."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

_PARSER = MarkdownIt("commonmark").enable("table")

PUNCTUATION = "\\`*_{}[]<>()#+-.!|~^$@%=:;,'\"&/?"
WORDS = st.sampled_from(
    [
        "khan",
        "1918",
        "a",
        "IV",
        "p",
        "Mr",
        "&amp;",
        "[[x]]",
        "<!--",
        "-->",
        "http://a.b/c_d",
        "https://a.bc/d?e=1&f=_g_#h",
        "![",
        "- ",
    ]
)
CHARACTERS = st.one_of(
    st.sampled_from(PUNCTUATION),
    st.sampled_from(" \tabz09é\u00a0\u0301ش\u200f\U0001f409"),
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")),
)
ONE_LINE = st.lists(st.one_of(CHARACTERS, WORDS), max_size=12).map("".join)
"""A line of text as nasty as it gets, but without control characters."""

TITLES = st.lists(st.one_of(CHARACTERS, WORDS), min_size=1, max_size=12).map("".join)

PASSAGES = st.lists(ONE_LINE, min_size=1, max_size=4).map("\n".join).map(str.strip).filter(bool)
"""What a passage can be: some lines, nothing blank at its edges."""


def shown(inline: Token) -> str:
    """Return the characters that a reader sees of an inline token."""
    text = ""
    for child in inline.children or []:
        if child.type in ("text", "text_special", "code_inline"):
            text += child.content
        elif child.type in ("softbreak", "hardbreak"):
            text += "\n"
        elif child.type in ("link_open", "link_close") and child.markup == "autolink":
            continue
        elif child.type not in ("em_open", "em_close", "strong_open", "strong_close"):
            text += f"<{child.type}>"
    return text


def blocks(markdown: str) -> list[tuple[str, str]]:
    """Return each leaf block as its way down the document and its shown text."""
    result: list[tuple[str, str]] = []
    way: list[str] = []
    for token in _PARSER.parse(markdown):
        if token.nesting == 1:
            way.append(token.tag)
        elif token.nesting == -1:
            way.pop()
        elif token.type == "inline":
            result.append((" ".join(way), shown(token)))
        else:
            result.append((token.type, token.content))
    return result


def quotations(markdown: str) -> list[str]:
    """Return the text of every block quote, its paragraphs joined by line breaks."""
    found: list[list[str]] = []
    depth = 0
    for token in _PARSER.parse(markdown):
        if token.type == "blockquote_open":
            depth += 1
            found.append([])
        elif token.type == "blockquote_close":
            depth -= 1
        elif token.type == "inline" and depth:
            found[-1].append(shown(token))
        elif depth and token.type not in ("paragraph_open", "paragraph_close"):
            found[-1].append(f"<{token.type}>")
    return ["\n".join(parts) for parts in found]


def tables(markdown: str) -> list[list[list[str]]]:
    """Return every table as rows of shown cells."""
    found: list[list[list[str]]] = []
    inside = False
    for token in _PARSER.parse(markdown):
        if token.type == "table_open":
            found.append([])
        elif token.type == "tr_open":
            found[-1].append([])
        elif token.type in ("th_open", "td_open"):
            inside = True
        elif token.type in ("th_close", "td_close"):
            inside = False
        elif token.type == "inline" and inside:
            found[-1][-1].append(shown(token))
    return found


@dataclass(frozen=True)
class Wikilink:
    target: str
    part: str
    words: str


_LINK = re.compile(r"(?<!\\)\[\[([^\[\]|#\\]+)(?:#([^\[\]|\\]+))?(?:\\?\|([^\[\]]*))?\]\]")

_FENCED = re.compile(r"^(`{3,})$.*?^\1$", re.MULTILINE | re.DOTALL)


def wikilinks(markdown: str) -> list[Wikilink]:
    """Return the links as Obsidian finds them, none in fenced code."""
    markdown = _FENCED.sub("", markdown)
    return [Wikilink(m[1], m[2] or "", m[3] or "") for m in _LINK.finditer(markdown)]
