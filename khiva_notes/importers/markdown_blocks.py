"""Markdown's tokens turned into blocks of plain text: the words stay, the marks go."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from khiva_notes.importers.html_text import is_line_break, lines_of_html
from khiva_notes.importers.text_blocks import TextBlock
from khiva_notes.model.texts import BlockKind

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_WIKI_LINK = re.compile(r"\[\[([^\[\]|\n]*[^\W\d_][^\[\]|\n]*)(?:\|([^\[\]|\n]+))?\]\]")
_DEEPEST = 100
"""Nested blocks; the parser drops what lies deeper, and its own limit is ten lists in lists."""
_DEEPEST_INSIDE_LINES = 20
"""Brackets in brackets; each level more costs a whole further pass over a line of brackets."""

_CITATION = re.compile(r"[1-9]\d{0,2}(?:[,:;\s].{0,40})?")


def blocks_of_markdown(source: str) -> list[TextBlock]:
    """Parse CommonMark with tables, footnotes and strike-through; blocks in reading order.

    Footnotes come last, each beginning with its number in superior figures, as its reference does:
    in brackets they would be taken for citation marks.
    """
    options = {"maxNesting": _DEEPEST}
    parser = MarkdownIt("commonmark", options).enable(["table", "strikethrough"])
    parser.use(footnote_plugin)
    parser.core.ruler.before("footnote_tail", "keep_all_notes", _list_unreferenced_notes)
    parser.core.ruler.before("inline", "shallow_lines", _nest_less_inside_lines)
    environment: dict[str, object] = {}
    tokens = parser.parse(source, environment)
    return _Walk(_note_names(tokens)).blocks(tokens)


def _nest_less_inside_lines(state: StateCore) -> None:
    state.md.options["maxNesting"] = _DEEPEST_INSIDE_LINES


def _list_unreferenced_notes(state: StateCore) -> None:
    """Add to the list of notes those that no reference names; the plug-in would drop their text."""
    notes = state.env.get("footnotes", {})
    references: dict[str, int] = notes.get("refs", {})
    if not references:
        return
    listed: dict[int, dict[str, object]] = notes.setdefault("list", {})
    for key in references:
        if references[key] < 0:
            references[key] = len(listed)
            listed[references[key]] = {"label": key.removeprefix(":"), "count": 0}


def _note_names(tokens: Sequence[Token]) -> dict[int, str]:
    """Each note's number: as labelled, if all are labelled in figures, else by order."""
    labels: dict[int, str] = {}
    for token in tokens:
        for inner in (token, *(token.children or ())):
            if inner.type in ("footnote_ref", "footnote_open"):
                labels[inner.meta["id"]] = str(inner.meta.get("label") or "")
    if all(label.isdecimal() and label.isascii() for label in labels.values()):
        return labels
    return {note: str(note + 1) for note in labels}


class _Walk:
    """One pass over the tokens, with what encloses the present one."""

    def __init__(self, notes: dict[int, str]) -> None:
        self._notes = notes
        self._found: list[TextBlock] = []
        self._quoted = 0
        self._listed = 0
        self._note = False
        self._prefix = ""
        self._heading = 0
        self._cells: list[str] | None = None

    def blocks(self, tokens: Sequence[Token]) -> list[TextBlock]:
        for token in tokens:
            if token.type == "inline":
                self._inline(token)
            elif token.type in ("fence", "code_block"):
                self._add(token.content.split("\n"), "preformatted", keep=True)
            elif token.type == "html_block":
                self._add(lines_of_html(token.content), self._kind())
            else:
                self._enter_or_leave(token)
        return self._found

    def _enter_or_leave(self, token: Token) -> None:
        if token.type == "heading_open":
            self._heading = int(token.tag[1:])
        elif token.type == "heading_close":
            self._heading = 0
        elif token.type in ("blockquote_open", "blockquote_close"):
            self._quoted += token.nesting
        elif token.type in ("bullet_list_open", "ordered_list_open") or token.type in (
            "bullet_list_close",
            "ordered_list_close",
        ):
            self._listed += token.nesting
        elif token.type == "list_item_open" and token.info:
            self._prefix = f"{token.info}{token.markup} "
        elif token.type in ("footnote_open", "footnote_close"):
            self._note = token.nesting == 1
            self._prefix = f"{self._figures(token)} " if self._note else ""
        elif token.type == "tr_open":
            self._cells = []
        elif token.type == "tr_close":
            self._add(["\t".join(self._cells or ())], "preformatted", keep=True)
            self._cells = None

    def _kind(self) -> BlockKind:
        if self._note:
            return "note"
        if self._listed:
            return "list-item"
        return "quotation" if self._quoted else "paragraph"

    def _inline(self, token: Token) -> None:
        text = self._words(token.children or [])
        if self._cells is not None:
            self._cells.append(" ".join(text.split()))
        elif self._heading:
            self._add([text.replace("\n", " ")], "heading", self._heading)
        else:
            rows = [row for row in text.split("\n") if row.strip()]
            kind = self._kind()
            verse = len(rows) > 1 and kind in ("paragraph", "quotation")
            self._add(rows, "verse" if verse else kind)

    def _add(
        self, rows: Sequence[str], kind: BlockKind, level: int = 0, *, keep: bool = False
    ) -> None:
        for row in rows:
            text = row.rstrip() if keep else " ".join(re.split(r"[ \t\r\n]+", row)).strip(" ")
            if not text:
                continue
            if kind == "list-item":
                level = self._listed
            self._found.append(TextBlock(self._prefix + text, kind, level))
            self._prefix = ""

    def _words(self, children: Sequence[Token]) -> str:
        """The words of inline tokens; ``\\n`` where the writer broke the line on purpose."""
        pieces: list[str] = []
        for place, token in enumerate(children):
            if token.type in ("text", "text_special", "code_inline"):
                pieces.append(token.content.replace("\n", " "))
            elif token.type == "softbreak":
                pieces.append(" ")
            elif token.type == "hardbreak" or (
                token.type == "html_inline" and is_line_break(token.content)
            ):
                pieces.append("\n")
            elif token.type == "image":
                pieces.append(self._words(token.children or []))
            elif token.type == "footnote_ref":
                pieces.append(self._figures(token))
            elif token.type in ("link_open", "link_close") and _is_citation(children, place):
                pieces.append("[" if token.nesting == 1 else "]")
        return _WIKI_LINK.sub(lambda link: link[2] or link[1], "".join(pieces))

    def _figures(self, token: Token) -> str:
        return self._notes.get(token.meta["id"], "").translate(_SUPERSCRIPTS)


def _is_citation(children: Sequence[Token], place: int) -> bool:
    """Whether a link's whole text is a work's number: its brackets were the citation's own."""
    inside = place + 1 if children[place].nesting == 1 else place - 1
    other = inside + 1 if children[place].nesting == 1 else inside - 1
    if not (0 <= other < len(children) and children[inside].type == "text"):
        return False
    closed = {children[place].type, children[other].type} == {"link_open", "link_close"}
    return closed and bool(_CITATION.fullmatch(children[inside].content))
