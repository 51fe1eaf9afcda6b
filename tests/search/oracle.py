"""What a query must find, worked out by reading every document from beginning to end.

It knows nothing of the index: documents are split at spaces, and each kind of condition is one
predicate over one document and, for names, over the whole library.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from whoosh.lang import has_stemmer, stemmer_for_language

from khiva_notes.model.names import LIKELY, fold_tokens, likeness, script_of
from khiva_notes.model.names.folding import word_parts
from khiva_notes.model.names.inflection import nominatives
from khiva_notes.search import Document

NAMED = ("person", "place", "group")
Predicate = Callable[["Library", Document], bool]


@dataclass(frozen=True)
class Library:
    documents: tuple[Document, ...]


@dataclass(frozen=True)
class Query:
    """A query as it is typed, and what it means; ``words`` for the sake of names in it."""

    text: str
    means: Predicate
    words: tuple[str, ...] = ()


def token_lists(document: Document) -> list[list[str]]:
    """The pieces of a document in which bare words look; phrases stay within one."""
    if document.kind == "text":
        return [document.body.split()]
    upper = document.kind in NAMED
    titles = [_capitalised(t) if upper else t.split() for t in (document.title, *document.names)]
    people = [_capitalised(document.author), _capitalised(document.speaker)]
    others = (*document.tags, document.source_key, document.quotes)
    return [*titles, document.body.split(), *(t.split() for t in others), *people]


def titles(document: Document) -> list[list[str]]:
    if document.kind == "text":
        return []
    upper = document.kind in NAMED
    return [_capitalised(t) if upper else t.split() for t in (document.title, *document.names)]


def _capitalised(text: str) -> list[str]:
    return [word[0].upper() + word[1:] for word in text.split()]


def exact(word: str) -> str:
    return word.lower().replace("’", "'").replace("‘", "'")


def bare(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", exact(word).replace("'", ""))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def root(word: str, language: str) -> str:
    if not language:
        language = "ru" if "а" <= exact(word)[0] <= "я" else "en"
    if not has_stemmer(language):
        return bare(word)
    return bare(stemmer_for_language(language)(exact(word).replace("'", "")))


def same_word(asked: str, written: str, language: str) -> bool:
    return (
        exact(asked) == exact(written)
        or bare(asked) == bare(written)
        or root(asked, language) == root(written, language)
    )


def is_proper(library: Library, word: str) -> bool:
    small = capital = 0
    for document in library.documents:
        written = [t for tokens in token_lists(document) for t in tokens if exact(t) == exact(word)]
        small += any(t[0].islower() for t in written)
        capital += any(not t[0].islower() for t in written)
    return capital >= small


Part = tuple[str, str]
"""One word of a name: its key and its letters."""


def name_parts(word: str) -> tuple[Part, ...]:
    return tuple(
        (key, piece[start:end])
        for piece in word.split()
        for start, end, _, key in word_parts(exact(piece))
    )


def readings(token: str, language: str) -> set[tuple[Part, ...]]:
    """A word as written, and the nominatives it may be a case of."""
    if token[0].islower() and token not in ("khan", "хана"):
        return set()
    words = {exact(token)}
    if language in ("", "uz") or not token.isascii():
        words.update(nominatives(exact(token)))
    return {name_parts(word) for word in words}


def is_same(asked: Part, written: Part) -> bool:
    if asked[0] == written[0]:
        return True
    other_script = script_of(asked[1]) != script_of(written[1])
    return other_script and likeness(asked[1], written[1]).score >= LIKELY


def sounds_like(library: Library, asked: str, tokens: Sequence[str], language: str) -> bool:
    parts = name_parts(asked)
    if len(parts) == 1:
        return len(parts[0][0]) >= 3 and any(
            any(is_same(parts[0], part) for part in reading) and is_proper(library, t)
            for t in tokens
            if not t[0].islower()
            for reading in readings(t, language)
        )
    return len(parts) > 1 and any(
        runs_on(parts, reading[skip:], tokens[at + 1 :], language)
        for at, token in enumerate(tokens)
        for reading in readings(token, language)
        for skip in range(len(reading))
    )


def runs_on(
    asked: tuple[Part, ...], have: tuple[Part, ...], following: Sequence[str], language: str
) -> bool:
    if not all(map(is_same, asked, have)):
        return False
    left = asked[len(have) :]
    return not left or any(
        runs_on(left, reading, following[1:], language)
        for token in following[:1]
        for reading in readings(token, language)
    )


def has_word(library: Library, document: Document, word: str) -> bool:
    pieces = token_lists(document)
    if any(same_word(word, t, document.language) for tokens in pieces for t in tokens):
        return True
    return is_proper(library, word) and any(
        sounds_like(library, word, p, document.language) for p in pieces
    )


def has_phrase(document: Document, words: Sequence[str]) -> bool:
    wanted = [exact(word) for word in words]
    for tokens in token_lists(document):
        written = [exact(token) for token in tokens]
        for at in range(len(written)):
            if written[at : at + len(wanted)] == wanted:
                return True
    return False


def all_names(library: Library, asked: str) -> list[str]:
    """Every name of the people, places and groups that are called ``asked`` in any spelling."""
    key = fold_tokens(asked)
    found = set()
    for document in library.documents:
        names = (document.title, *document.names)
        if document.kind in NAMED and key in [fold_tokens(name) for name in names]:
            found.update(names)
    return sorted(found)


def has_name(library: Library, document: Document, name: str) -> bool:
    return has_phrase(document, name.split()) or any(
        sounds_like(library, name, tokens, document.language) for tokens in token_lists(document)
    )


def has_words(library: Library, document: Document, words: Sequence[str]) -> bool:
    """All plain words, or another name of the one that a run of them names."""
    at = 0
    while at < len(words):
        for end in range(len(words), at, -1):
            names = all_names(library, " ".join(words[at:end]))
            if names:
                by_word = all(has_word(library, document, word) for word in words[at:end])
                if not by_word and not any(has_name(library, document, n) for n in names):
                    return False
                at = end
                break
        else:
            if not has_word(library, document, words[at]):
                return False
            at += 1
    return True


def find(library: Library, query: Query) -> set[str]:
    return {d.uid for d in library.documents if query.means(library, d)}
