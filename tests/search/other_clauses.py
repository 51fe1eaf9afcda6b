"""Clauses of one word: in a field, of a status, near a word, of a shape, before or after a day."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from hypothesis import strategies as st

from khiva_notes.search import Document
from tests.search.oracle import (
    Library,
    Query,
    exact,
    is_proper,
    same_word,
    sounds_like,
    titles,
    token_lists,
)

Pieces = Sequence[Sequence[str]]

ASKED = ("khan", "kings", "Junaid", "Zhunaid", "Xiva", "Хивы", "Мухаммед", "محمد", "Rose", "père")
JAN_1916 = 2420864
"""The Julian day number of 1 January 1916."""


def _in_words(library: Library, document: Document, pieces: Pieces, word: str) -> bool:
    """Tell whether a piece has the word, or what may be a name that sounds like it."""
    if any(same_word(word, t, document.language) for tokens in pieces for t in tokens):
        return True
    return is_proper(library, word) and any(
        sounds_like(library, word, tokens, document.language) for tokens in pieces
    )


def in_names(document: Document, pieces: Pieces, word: str) -> bool:
    """The same where everything is a name, however the library writes it elsewhere."""
    nothing = Library(())
    return any(same_word(word, t, document.language) for tokens in pieces for t in tokens) or any(
        sounds_like(nothing, word, tokens, document.language) for tokens in pieces
    )


def _of_source(document: Document) -> Pieces:
    key = document.source_key.split()
    return [key, document.title.split()] if document.kind in ("text", "source") else [key]


def about(document: Document, kind: str) -> Pieces:
    tied = [card.partition(":")[2] for card in document.about if card.startswith(f"{kind}:")]
    return [[name[0].upper() + name[1:]] if kind == "person" else [name] for name in tied]


def _said_in(kind: str, word: str) -> Callable[[Library, Document], bool]:
    def means(library: Library, document: Document) -> bool:
        here = document.kind == kind and _in_words(library, document, token_lists(document), word)
        return here or _in_words(library, document, about(document, kind), word)

    return means


@st.composite
def _in_fields(draw: st.DrawFn) -> Query:
    word = draw(st.sampled_from(ASKED))
    return draw(
        st.sampled_from(
            (
                Query(f"claim:{word}", _said_in("claim", word)),
                Query(f"dispute:{word}", _said_in("dispute", word)),
                Query(f"source:{word}", lambda lib, d: _in_words(lib, d, _of_source(d), word)),
                Query("source:memoirs", lambda lib, d: _in_words(lib, d, _of_source(d), "memoirs")),
                Query(f"quote:{word}", lambda lib, d: _in_words(lib, d, [d.quotes.split()], word)),
                Query(f"author:{word}", lambda _, d: in_names(d, [_one(d.author)], word)),
                Query(f"speaker:{word}", lambda _, d: in_names(d, [_one(d.speaker)], word)),
                Query(f"title:{word}", lambda _, d: in_names(d, titles(d), word)),
                Query(
                    f'quote:"{word} khan"',
                    lambda _, d: f" {exact(word)} khan " in f" {exact(d.quotes)} ",
                ),
            )
        )
    )


def _one(name: str) -> list[str]:
    return [name[0].upper() + name[1:]] if name else []


@st.composite
def _keywords(draw: st.DrawFn) -> Query:
    status = draw(st.sampled_from(("draft", "orphan", "disputed", "in doubt", "nothing")))
    has = draw(st.sampled_from(("quote", "date", "link", "nothing")))
    return draw(
        st.sampled_from(
            (
                Query(f'is:"{status}"', lambda _, d: status in d.status),
                Query(f'status:"{status.upper()}"', lambda _, d: status in d.status),
                Query(f"has:{has}", lambda _, d: has in d.has),
            )
        )
    )


@st.composite
def _days(draw: st.DrawFn) -> Query:
    year = draw(st.sampled_from((1916, 1917, 1918)))
    begins = {1916: JAN_1916, 1917: JAN_1916 + 366, 1918: JAN_1916 + 731, 1919: JAN_1916 + 1096}

    def dated(d: Document) -> bool:
        return d.earliest is not None or d.latest is not None

    def earlier(_: Library, d: Document) -> bool:
        return dated(d) and (d.earliest is None or d.earliest < begins[year])

    def later(_: Library, d: Document) -> bool:
        return dated(d) and (d.latest is None or d.latest >= begins[year + 1])

    return draw(st.sampled_from((Query(f"before:{year}", earlier), Query(f"after:{year}", later))))


def _any_token(matches: Callable[[str], bool]) -> Callable[[Library, Document], bool]:
    return lambda _, d: any(matches(exact(t)) for tokens in token_lists(d) for t in tokens)


@st.composite
def _near(draw: st.DrawFn) -> Query:
    word = draw(st.sampled_from(("khna", "kign", "revoluton", "Zhunadi", "хиву", "fram", "ogl'i")))
    most = draw(st.sampled_from((0, 1, 2)))
    allowed = most or (1 if len(word) < 6 else 2)
    text = f"{word}~{most or ''}"
    return Query(text, _any_token(lambda t: distance(exact(word), t) <= allowed))


def distance(a: str, b: str) -> int:
    """Count letters put in, left out, exchanged, or swapped with their neighbours (OSA)."""
    rows = [list(range(len(b) + 1))]
    for i, letter in enumerate(a, 1):
        row = [i]
        for j, other in enumerate(b, 1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]


@st.composite
def _shapes(draw: st.DrawFn) -> Query:
    pattern = draw(
        st.sampled_from(("k?ng", "k*n", "*khan", "?arm", "re*on*", "Ж?*", "p?re", "х?в*"))
    )
    shape = re.compile(exact(pattern).replace("*", ".*").replace("?", "."))
    return Query(pattern, _any_token(lambda t: shape.fullmatch(t) is not None))


@st.composite
def _last_letter_open(draw: st.DrawFn) -> Query:
    """``kin?`` is any word of one letter more, or a question that ends in the word itself."""
    word = draw(st.sampled_from(("king", "khiv", "farm", "for", "книг")))
    letters = len(word)

    def means(library: Library, document: Document) -> bool:
        pieces = token_lists(document)
        shaped = any(
            len(t) == letters + 1 and exact(t).startswith(word) for ts in pieces for t in ts
        )
        return shaped or _in_words(library, document, pieces, word)

    return Query(f"({word}?)", means)


def other_clauses() -> st.SearchStrategy[Query]:
    """Give a clause that is one word or one value."""
    return _in_fields() | _keywords() | _days() | _near() | _shapes() | _last_letter_open()
