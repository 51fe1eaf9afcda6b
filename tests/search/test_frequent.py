"""Phrases and beginnings of frequent words, which the index has worked out beforehand."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import product

import pytest

from khiva_notes.search import Document, SearchIndex, Stamp

COMMON = ("the", "The", "of", "and", "o'f")
RARE = ("king", "King", "theatre", "tea", "élan", "xerxes")


def documents(count: int, seed: int = 7) -> list[Document]:
    chance = random.Random(seed)
    words = [*COMMON, *COMMON, *RARE]
    return [
        Document(
            f"t{n}:0", n, "text", "Memoirs", " ".join(chance.choices(words, k=12)), language="en"
        )
        for n in range(1, count + 1)
    ]


def scan(library: dict[int, Document], phrase: str) -> dict[str, int]:
    """Count a phrase in every text, word by word."""
    wanted = phrase.lower().split()
    counts = {}
    for document in library.values():
        words = document.body.lower().split()
        starts = range(len(words) - len(wanted) + 1)
        count = sum(words[at : at + len(wanted)] == wanted for at in starts)
        if count:
            counts[document.uid] = count
    return counts


PHRASES = [
    *(" ".join(pair) for pair in product(("the", "of", "and", "o'f"), repeat=2)),
    "of the of",
    "the of the of",
    "and the king",
    "king of the",
    "the king of the",
    "theatre and of",
    "of nobody",
]


@pytest.fixture(scope="module")
def library() -> dict[int, Document]:
    return {document.item: document for document in documents(6000)}


@pytest.fixture(scope="module")
def index(tmp_path_factory, library) -> Iterator[SearchIndex]:
    index = SearchIndex.open(tmp_path_factory.mktemp("index"))
    index.rebuild(library.values(), Stamp("l", 0, ""))
    yield index
    index.close()


def found(index: SearchIndex, query: str) -> set[str]:
    results = index.search(query, limit=10_000)
    assert results.total == len(results.hits)
    return {hit.uid for hit in results.hits}


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_phrase_of_frequent_words_is_found_where_it_stands(index, library, phrase):
    assert found(index, f'"{phrase}"') == set(scan(library, phrase))


@pytest.mark.parametrize("begun", ["t", "th", "the", "T", "o", "e", "é", "k", "x", "y"])
def test_a_short_beginning_finds_all_words_that_begin_so(index, library, begun):
    plain = begun.lower().replace("é", "e")
    wanted = {
        document.uid
        for document in library.values()
        if any(
            word.lower().replace("é", "e").replace("'", "").startswith(plain)
            for word in document.body.split()
        )
    }
    assert found(index, f"{begun}*") == wanted


def test_the_best_are_those_that_ranking_all_would_put_first(index):
    for query in ("the", "the king", "the OR king OR theatre", '"of the"', "t*", "kind:text"):
        everything = index.search(query, limit=10_000).hits
        assert index.search(query, limit=20).hits == everything[:20], query
        assert index.search(query, limit=5, offset=15).hits == everything[15:20], query
        assert index.search(query, per_kind=7).hits == everything[:7], query


def test_edits_and_merges_keep_the_phrases_right(tmp_path, library):
    index = SearchIndex.open(tmp_path)
    current = {n: library[n] for n in range(1, 3001)}
    index.rebuild(current.values(), Stamp("l", 0, ""))
    changed = documents(3000, seed=8)
    for revision, begin in enumerate(range(0, 1200, 400), 1):
        edited = {document.item: document for document in changed[begin : begin + 400]}
        current |= edited
        index.update(list(edited), edited.values(), Stamp("l", revision, ""))
    index.merge_when_idle()
    for phrase in PHRASES:
        assert found(index, f'"{phrase}"') == set(scan(current, phrase)), phrase
    index.close()
