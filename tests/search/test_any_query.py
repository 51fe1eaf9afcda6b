"""No query, however strange, is an error, and every answer is consistent in itself."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from khiva_notes.search import Document, SearchIndex, Stamp, find_marks, snippet
from tests.search.query.test_parser import fragments

BODY = "The khan’s o‘g‘li, père Иван, 東京 and خان met in October 1918: https://archive.org/x?y=1"


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    built = SearchIndex.open(tmp_path_factory.mktemp("index"))
    built.rebuild(
        [
            Document(f"i{n}", n, kind, f"Khan {n}", BODY, language=language, tags=("war",))
            for n, (kind, language) in enumerate(
                [("person", "en"), ("event", "fr"), ("text", "uz"), ("claim", ""), ("text", "ar")]
            )
        ],
        Stamp("l", 1, ""),
    )
    yield built
    built.close()


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=40) | st.lists(fragments | st.text(max_size=4), max_size=9).map("".join))
@example("ʻ")
@example("a" * 3000)
@example("ʻ* 'ʻ' ~ a~ ?a* tag:* lang:*")
@example("\ud800 \x00 “ʻ”")
def test_any_query_is_answered(index, query):
    for typing in (False, True):
        results = index.search(query, typing=typing)
        assert results.total == sum(results.by_kind.values()) == len(results.hits)
        for hit in results.hits:
            piece = snippet(BODY, results.highlight, width=40)
            assert BODY[piece.offset :].startswith(piece.text)
            assert hit.score >= 0
        find_marks(BODY, results.highlight)
    index.facets(query)
    for field in ("tag", "person", "lang", query):
        index.values(field, query)


@pytest.mark.parametrize("word", BODY.replace(":", " ").replace(",", " ").split())
def test_every_word_of_a_text_finds_it_and_is_marked(index, word):
    results = index.search(word)
    assert results.total >= 1
    assert find_marks(BODY, results.highlight)
