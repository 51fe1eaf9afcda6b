"""Which words of a document go into which field of the index."""

from __future__ import annotations

from collections.abc import Iterator

from khiva_notes.search.documents import TEXT_KIND, Document
from khiva_notes.search.folding import name_key
from khiva_notes.search.words import keyword

WORDS = "words"
"""Everything a bare word looks in."""
TITLE = "title"
"""Titles and names of items."""
AUTHOR = "author"
SPEAKER = "speaker"
SOURCE = "source"
QUOTE = "quote"
ABOUT = "about_"
"""Prefix of the fields with the names of cards a document is tied to, one field a kind."""

TAG = "tag"
LANGUAGE = "lang"
STATUS = "status"
HAS = "has"
CARD = "card"
"""The cards a document is tied to, each whole as ``kind:name``, to be counted."""
NAME = "name"
"""Keys of whole titles and names, which find a card by its name and its other names with it."""

NAMED_KINDS = frozenset({"person", "place", "group"})
"""Kinds whose titles and names are proper names, capitals or not."""


def passages(document: Document) -> Iterator[tuple[str, str, bool]]:
    """Yield (field, text, is a proper name) for every piece of text of a document, in order."""
    if document.kind == TEXT_KIND:
        yield WORDS, document.body, False
    else:
        proper = document.kind in NAMED_KINDS
        for name in _titles(document):
            yield WORDS, name, proper
            yield TITLE, name, proper
        yield WORDS, document.body, False
        for text in (*document.tags, document.source_key):
            yield WORDS, text, False
        for text in (document.author, document.speaker):
            yield WORDS, text, True
        if document.quotes not in document.body:
            yield WORDS, document.quotes, False
    yield AUTHOR, document.author, True
    yield SPEAKER, document.speaker, True
    yield QUOTE, document.quotes, False
    yield SOURCE, document.source_key, False
    if document.kind in (TEXT_KIND, "source"):
        yield SOURCE, document.title, False
    for card in document.about:
        kind, colon, name = card.partition(":")
        if colon:
            yield ABOUT + kind, name, kind in NAMED_KINDS


def keywords(document: Document) -> Iterator[tuple[str, str]]:
    """Yield (field, key) for everything of a document that is only matched as a whole."""
    for field, values in (
        (TAG, document.tags),
        (STATUS, document.status),
        (HAS, document.has),
        (LANGUAGE, (document.language,)),
    ):
        for key in {keyword(value) for value in values}:
            if key:
                yield field, key
    for card in {" ".join(card.split()) for card in document.about}:
        yield CARD, card
    if document.kind != TEXT_KIND:
        for key in {name_key(name) for name in _titles(document)}:
            if key:
                yield NAME, key


def _titles(document: Document) -> tuple[str, ...]:
    return tuple(dict.fromkeys((document.title, *document.names)))
