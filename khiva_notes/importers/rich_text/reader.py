"""One pass over an RTF file's control words, groups and letters."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from khiva_notes.importers.building import superior
from khiva_notes.importers.rich_text import code_pages
from khiva_notes.importers.rich_text.paragraphs import Paragraph, Piece
from khiva_notes.importers.rich_text.state import SKIPPED, SYMBOLS, State
from khiva_notes.model.errors import UserError

_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,9})?\x20?|\\'(?P<byte>[0-9A-Fa-f]{2})"
    r"|\\(?P<symbol>[^A-Za-z])|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)",
    re.DOTALL,
)
_DEEPEST = 2000
_MOST_TOKENS = 3_000_000
_MOST_PARAGRAPHS = 200_000
_TARGETS = {"footnote": "note", "title": "title", "author": "author", "fonttbl": "fonts"}


@dataclass(slots=True)
class RtfText:
    """What a file holds; ``fields`` has title and author as far as they are told."""

    body: list[Paragraph] = field(default_factory=list)
    notes: list[list[Paragraph]] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)


class RtfReader:
    """Reads one file; what it does not know it passes over, as the format wants it."""

    def __init__(self, file_name: str) -> None:
        """``file_name`` is for the words of errors."""
        self._file_name = file_name
        self._found = RtfText()
        self._state = State()
        self._stack: list[State] = []
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._styles: dict[int, str] = {}
        self._header_page = "cp1252"
        self._present = Paragraph()
        self._row: list[Piece] = []
        self._kept: list[tuple[Paragraph, list[Piece]]] = []
        self._bytes = bytearray()
        self._skip = 0
        self._optional = False
        self._half = 0
        self._beyond = 0

    def read(self, data: bytes) -> RtfText:
        """Return everything that the file shows; ``UserError`` if that is without end."""
        source = data.decode("latin-1")
        place = tokens = 0
        while (token := _TOKEN.search(source, place)) is not None:
            place = token.end()
            tokens += 1
            if tokens > _MOST_TOKENS or len(self._found.body) > _MOST_PARAGRAPHS:
                raise UserError(
                    f"The file “{self._file_name}” has more markup than one text may have.",
                    "Split it into its chapters, or save it as plain text.",
                )
            if token["byte"]:
                self._byte(int(token["byte"], 16))
                continue
            if token["text"]:
                self._letters(token["text"])
                continue
            self._flush()
            if token["brace"]:
                self._brace(token["brace"])
            elif token["word"]:
                number = int(token["number"]) if token["number"] else None
                if token["word"] == "bin":
                    place += max(number or 0, 0)
                else:
                    self._word(token["word"], number)
            else:
                self._symbol(token["symbol"])
        self._flush()
        while self._stack:
            self._leave()
        self._end_paragraph()
        return self._found

    def _brace(self, brace: str) -> None:
        self._skip = 0
        if brace == "}":
            self._leave()
        elif len(self._stack) < _DEEPEST:
            self._stack.append(self._state)
            self._state = replace(self._state)
        else:
            self._beyond += 1
        self._optional = False

    def _leave(self) -> None:
        if self._beyond:
            self._beyond -= 1
            return
        if not self._stack:
            return
        inner, self._state = self._state, self._stack.pop()
        if inner.target == "note" and self._state.target != "note":
            self._end_paragraph(inner)
            self._present, self._row = self._kept.pop()

    def _word(self, word: str, number: int | None) -> None:
        state = self._state
        optional, self._optional = self._optional, False
        on = number != 0
        if word in _TARGETS and (word not in ("title", "author") or state.target == "info"):
            self._enter(_TARGETS[word])
        elif word in ("info", "stylesheet"):
            state.target = word
        elif word in SKIPPED or (optional and word not in _KNOWN_OPTIONAL):
            state.target = "skip"
        elif state.target == "skip":
            return
        elif word in SYMBOLS:
            self._add(SYMBOLS[word])
        elif word == "u":
            self._unicode((number or 0) % 65536)
        elif word in _LOOKS:
            _LOOKS[word](state, on)
        elif word in _MEASURES:
            _MEASURES[word](state, number or 0)
        else:
            self._structure(word, number)

    def _structure(self, word: str, number: int | None) -> None:
        state = self._state
        if word in ("par", "sect"):
            if state.in_table and state.target == "body":
                self._add(" ")
            else:
                self._end_paragraph()
        elif word == "line":
            self._add("\n")
        elif word == "tab":
            self._add(" ")
        elif word in ("cell", "nestcell"):
            self._row.append(Piece("\t"))
        elif word in ("row", "nestrow"):
            self._end_row()
        elif word == "pard":
            state.reset_paragraph()
        elif word == "plain":
            state.reset_letters()
        elif word == "f":
            self._font = number or 0
            state.code_page = self._fonts.get(self._font, self._header_page)
        elif word == "fcharset" and state.target == "fonts":
            if page := code_pages.of_charset(number or 0):
                self._fonts[self._font] = page
        elif word == "ansicpg":
            self._header_page = code_pages.of_page(number or 0) or self._header_page
            state.code_page = self._header_page
        elif page := code_pages.of_header(word):
            self._header_page = state.code_page = page

    def _enter(self, target: str) -> None:
        if target == "note" and self._state.target == "body":
            self._found.notes.append([])
            mark = superior(str(len(self._found.notes)))
            self._add(mark)
            self._kept.append((self._present, self._row))
            self._present, self._row = Paragraph(), []
            self._state.reset_letters()
            self._state.in_table = False
        elif target == "note":
            return
        self._state.target = target

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._optional = True
        elif symbol in "\\{}":
            self._letters(symbol)
        elif symbol == "~":
            if self._state.target != "note" or self._present.pieces:  # else behind its number
                self._add("\xa0")
        elif symbol == "_":
            self._add("-")
        elif symbol in "\r\n":
            self._end_paragraph()

    def _byte(self, value: int) -> None:
        if self._skip:
            self._skip -= 1
        else:
            self._bytes.append(value)

    def _letters(self, text: str) -> None:
        dropped = min(self._skip, len(text))
        self._skip -= dropped
        self._bytes += text[dropped:].encode("latin-1")

    def _flush(self) -> None:
        if self._bytes:
            text = bytes(self._bytes).decode(self._state.code_page, "replace")
            self._bytes.clear()
            self._add(text)

    def _unicode(self, code: int) -> None:
        self._skip = self._state.skip_after_unicode
        if 0xD800 <= code < 0xDC00:
            self._half = code
        elif 0xDC00 <= code < 0xE000:
            if self._half:
                self._add(chr(0x10000 + ((self._half - 0xD800) << 10) + code - 0xDC00))
            self._half = 0
        elif 0xF020 <= code <= 0xF0FF:  # a symbol font's
            self._add("•" if code == 0xF0B7 else "")
        else:
            self._add(chr(code))

    def _add(self, text: str) -> None:
        state = self._state
        if not text or state.hidden:
            return
        if state.target in ("title", "author"):
            self._found.fields[state.target] = self._found.fields.get(state.target, "") + text
        elif state.target == "stylesheet":
            name = self._styles.get(state.style, "") + text
            self._styles[state.style] = name.rstrip(";") if name.endswith(";") else name
        elif state.target in ("body", "note"):
            words = superior(text) if state.raised else text
            piece = Piece(words, state.emphasis, state.strong)
            (
                self._row if state.in_table and state.target == "body" else self._present.pieces
            ).append(piece)

    def _end_paragraph(self, state: State | None = None) -> None:
        state = state or self._state
        if any(piece.text.strip() for piece in self._present.pieces):
            self._present.kind, self._present.level = state.kind(self._styles)
            if state.target == "note" and self._found.notes:
                self._found.notes[-1].append(self._present)
            else:
                self._found.body.append(self._present)
        self._present = Paragraph()

    def _end_row(self) -> None:
        row, self._row = self._row, []
        pieces: list[Piece] = []
        for piece in row:
            while piece.text == "\t" and pieces and pieces[-1].text == " ":
                pieces.pop()  # a paragraph's end before its cell's
            pieces.append(piece)
        while pieces and not pieces[-1].text.strip():
            pieces.pop()
        if pieces:
            self._found.body.append(Paragraph(pieces, "preformatted"))


_KNOWN_OPTIONAL = frozenset(("footnote", "ud", "nesttableprops", "fldrslt", "shptxt"))


def _emphasis(state: State, on: bool) -> None:
    state.emphasis = on


def _strong(state: State, on: bool) -> None:
    state.strong = on


def _raised(state: State, on: bool) -> None:
    state.raised = on


def _not_raised(state: State, on: bool) -> None:
    state.raised = False


def _hidden(state: State, on: bool) -> None:
    state.hidden = on


def _in_table(state: State, on: bool) -> None:
    state.in_table = on


_LOOKS: dict[str, Callable[[State, bool], None]] = {
    "i": _emphasis,
    "ul": _emphasis,
    "b": _strong,
    "super": _raised,
    "nosupersub": _not_raised,
    "v": _hidden,
    "intbl": _in_table,
}


def _style(state: State, number: int) -> None:
    state.style = number


def _outline(state: State, number: int) -> None:
    state.outline = number + 1 if 0 <= number < 6 else 0


def _indent(state: State, number: int) -> None:
    state.indent = number


def _first_indent(state: State, number: int) -> None:
    state.first_indent = number


def _listed(state: State, number: int) -> None:
    state.listed = max(state.listed, 1) if number else 0


def _list_level(state: State, number: int) -> None:
    state.listed = min(max(number, 0), 8) + 1 if state.listed else 0


def _skip_count(state: State, number: int) -> None:
    state.skip_after_unicode = min(max(number, 0), 20)


_MEASURES: dict[str, Callable[[State, int], None]] = {
    "s": _style,
    "outlinelevel": _outline,
    "li": _indent,
    "fi": _first_indent,
    "ls": _listed,
    "ilvl": _list_level,
    "uc": _skip_count,
}
