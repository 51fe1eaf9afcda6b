"""From what was typed to a tree of conditions; what is no clause is text, and nothing is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from khiva_notes.search.layout import TITLE, WORDS
from khiva_notes.search.query import tree
from khiva_notes.search.query.dates import PlainDate, plain_dates
from khiva_notes.search.query.fields import FIELDS, Field
from khiva_notes.search.query.lexer import Part, cut
from khiva_notes.search.words import WORD, form

Role = Literal["field", "value", "operator", "bracket", "phrase", "wildcard", "fuzzy", "date"]

_LONGEST = 4000
"""Characters of a query that are read; nobody types more, and a pasted book is not a query."""
_DEEPEST = 40
_SHORT_QUESTION = 2
_FUZZY = re.compile(r"(.*\w)~([12])?", re.DOTALL)
_ANCHORED_WILDCARD = re.compile(r"\w*[*?][\w*?'’ʻ]*")


@dataclass(frozen=True, slots=True)
class Span:
    """A recognised part of a query, for tinting; code points, end exclusive."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """A query understood: ``tree`` is None when it asks for nothing at all.

    ``spans`` are what was recognised as more than words, in order; ``words`` are the query's
    plain words when it has nothing else, which may then be somebody's whole name. ``unfinished``
    is the field at its end that has no value yet, and is left out of account until it has.
    """

    text: str
    tree: tree.Node | None
    spans: tuple[Span, ...] = ()
    words: str = ""
    unfinished: str = ""


def parse(query: str, *, typing: bool = False) -> ParsedQuery:
    """Understand a query; never raises. ``typing``: its last word may be unfinished."""
    parts = cut(query[:_LONGEST], frozenset(FIELDS))
    return _Parser(query[:_LONGEST], parts, typing).parse()


class _Parser:
    """Reads the parts of one query from left to right."""

    def __init__(self, query: str, parts: list[Part], typing: bool) -> None:
        self._query = query
        self._parts = parts
        self._at = 0
        self._depth = 0
        self._spans: list[Span] = []
        self._plain = True
        self._typing = typing
        self._unfinished = ""
        self._dates = dict(filter(None, map(self._plain_date, plain_dates(query))))

    def parse(self) -> ParsedQuery:
        node = self._alternatives()
        while self._at < len(self._parts):  # a closing bracket that nothing opened
            self._at += 1
            more = self._alternatives()
            node = _all(node, more)
        if node is None and self._unfinished:
            node = tree.All()
        if node is None:
            node = self._nothing_but_operators()
        words = self._query.strip() if self._plain else ""
        spans = sorted(self._spans, key=lambda span: (span.start, span.end))
        return ParsedQuery(self._query, node, tuple(spans), words, self._unfinished)

    def _nothing_but_operators(self) -> tree.Node | None:
        words = [part.text for part in self._parts if part.text in ("AND", "OR", "NOT")]
        self._spans.clear()
        return _join(tree.And, [tree.Word(word) for word in words])

    def _peek(self) -> Part | None:
        return self._parts[self._at] if self._at < len(self._parts) else None

    def _mark(self, part: Part, role: Role) -> None:
        self._plain = False
        self._spans.append(Span(part.start, part.end, role))

    def _alternatives(self) -> tree.Node | None:
        found = [self._conditions()]
        while (part := self._peek()) and part.kind == "or":
            self._mark(part, "operator")
            self._at += 1
            found.append(self._conditions())
        return _join(tree.Or, [node for node in found if node is not None])

    def _conditions(self) -> tree.Node | None:
        found: list[tree.Node] = []
        while (part := self._peek()) and part.kind not in ("or", "close"):
            if part.kind == "and":
                self._mark(part, "operator")
                self._at += 1
                continue
            node = self._condition()
            if node is not None:
                found.append(node)
        return _join(tree.And, found)

    def _condition(self) -> tree.Node | None:
        part = self._parts[self._at]
        self._at += 1
        match part.kind:
            case "not" | "minus":
                following = self._peek()
                if following is None or following.kind in ("or", "and", "close"):
                    return None
                self._mark(part, "operator")
                node = self._condition()
                return None if node is None else tree.Not(node)
            case "open":
                return self._bracket(part)
            case "field":
                return self._field(part)
            case "quoted":
                self._mark(part, "phrase")
                return _phrase(part.text)
            case _:
                return self._text(part)

    def _bracket(self, part: Part) -> tree.Node | None:
        if self._depth >= _DEEPEST:
            return None
        self._mark(part, "bracket")
        self._depth += 1
        node = self._alternatives()
        self._depth -= 1
        closing = self._peek()
        if closing is not None:
            self._mark(closing, "bracket")
            self._at += 1
        return node

    def _field(self, part: Part) -> tree.Node | None:
        field = FIELDS[part.text]
        value = self._peek()
        if value is None or value.start != part.end or value.kind not in ("open", "quoted", "text"):
            return self._text(Part("text", part.text, part.start, part.end))
        if value.kind == "open" and field.of_words is not None:
            self._mark(part, "field")
            self._at += 1
            inside = self._bracket(value)
            return None if inside is None else _within(inside, field)
        node = self._field_value(field, value)
        if node is None:  # not a value this field can have: then the whole is text
            if value.kind == "text":
                self._at += 1
                return tree.Word(self._query[part.start : value.end])
            return self._text(Part("text", part.text, part.start, part.end))
        self._at += 1
        self._mark(part, "field")
        self._spans.append(Span(value.start, value.end, "value"))
        return node

    def _field_value(self, field: Field, value: Part) -> tree.Node | None:
        if field.of_value is not None:
            return field.of_value(value.text)
        leaf = _phrase(value.text) if value.kind == "quoted" else self._leaf(value)
        return None if leaf is None else _within(leaf, field)

    def _text(self, part: Part) -> tree.Node | None:
        if self._is_unfinished(part):
            self._mark(part, "field")
            self._unfinished = part.text[:-1].lower()
            return None
        if part.start in self._dates:
            return self._date(part, *self._dates[part.start])
        node = tree.Word(part.text[:-1]) if self._ends_question(part) else self._leaf(part)
        if isinstance(node, tree.Wildcard | tree.Prefix | tree.Or):
            self._mark(part, "wildcard")
        elif isinstance(node, tree.Fuzzy):
            self._mark(part, "fuzzy")
        if self._typing and isinstance(node, tree.Word) and part.end == len(self._query):
            return _unfinished(part.text)
        return node

    def _is_unfinished(self, part: Part) -> bool:
        """Tell a field at the end of what was typed, whose value has still to come."""
        name, colon, rest = part.text.partition(":")
        return part is self._parts[-1] and colon == ":" and not rest and name.lower() in FIELDS

    def _ends_question(self, part: Part) -> bool:
        """Tell a question of several words from a word with one letter left open."""
        return (
            part is self._parts[-1]
            and len(self._parts) > _SHORT_QUESTION
            and part.text.endswith("?")
            and WORD.fullmatch(part.text[:-1]) is not None
        )

    def _date(self, part: Part, date: PlainDate, length: int) -> tree.Node:
        parts = [part, *self._parts[self._at : self._at + length - 1]]
        self._at += length - 1
        self._spans.append(Span(date.start, date.end, "date"))
        leaves: list[tree.Node] = [tree.Word(part.text) for part in parts]
        happened = tree.And((tree.Kind("event"), date.days))
        return tree.Or((_join(tree.And, leaves) or tree.All(), happened))

    def _plain_date(self, date: PlainDate) -> tuple[int, tuple[PlainDate, int]] | None:
        """Give where a date begins and its number of parts, if it is whole words and only words."""
        covered = [p for p in self._parts if p.start < date.end and date.start < p.end]
        at = self._parts.index(covered[0]) if covered else 0
        before = self._parts[at - 1] if at else None
        in_field = before is not None and before.kind == "field" and before.end == covered[0].start
        whole = all(
            part.kind == "text"
            and part.start >= date.start
            and not self._query[date.end : part.end].strip(",.;!")
            for part in covered
        )
        if not covered or not whole or in_field:
            return None
        return covered[0].start, (date, len(covered))

    def _leaf(self, part: Part) -> tree.Node | None:
        text = part.text
        if fuzzy := _FUZZY.fullmatch(text):
            words = WORD.findall(fuzzy[1])
            if len(words) == 1:
                word = form(words[0])
                return tree.Fuzzy(word, int(fuzzy[2] or (1 if len(word) < 6 else 2)))
        if ("*" in text or "?" in text) and _ANCHORED_WILDCARD.fullmatch(text):
            return _wildcard(text)
        return tree.Word(text) if WORD.search(text) else None


def _phrase(text: str) -> tree.Phrase | None:
    return tree.Phrase(text) if WORD.search(text) else None


def _wildcard(text: str) -> tree.Node | None:
    stem = text.rstrip("*")
    if not WORD.search(text):
        return None
    if "*" not in stem and "?" not in stem:
        return tree.Prefix(stem)
    word = text.rstrip("?")
    if len(word) == len(text) - 1 and "*" not in word and "?" not in word:
        return tree.Or((tree.Word(word), tree.Wildcard(text)))  # it may end a question
    return tree.Wildcard(text)


def _unfinished(text: str) -> tree.Node:
    *_, last = WORD.finditer(text)
    begun = tree.Or(
        (
            tree.Word(text[last.start() :]),
            tree.Prefix(last[0]),
            tree.Prefix(last[0], field=TITLE, typing=True),
        )
    )
    if not WORD.search(text, 0, last.start()):
        return begun
    return tree.And((tree.Word(text[: last.start()]), begun))


def _within(node: tree.Node, field: Field) -> tree.Node:
    """Ask for everything under ``node`` in a field."""
    match node:
        case tree.And(parts):
            return tree.And(tuple(_within(part, field) for part in parts))
        case tree.Or(parts):
            return tree.Or(tuple(_within(part, field) for part in parts))
        case tree.Not(part):
            return tree.Not(_within(part, field))
        case tree.Word() | tree.Phrase() | tree.Prefix() | tree.Wildcard() | tree.Fuzzy():
            if field.of_words is None or node.field != WORDS:
                return node
            return field.of_words(node)
        case _:
            return node


def _join(kind: type[tree.And] | type[tree.Or], nodes: list[tree.Node]) -> tree.Node | None:
    if len(nodes) < 2:
        return nodes[0] if nodes else None
    return kind(tuple(nodes))


def _all(first: tree.Node | None, second: tree.Node | None) -> tree.Node | None:
    return _join(tree.And, [node for node in (first, second) if node is not None])
