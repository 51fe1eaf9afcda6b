"""Any query over any library finds what reading every document would find."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh.index import open_dir
from whoosh.query import Term

from khiva_notes.search import SearchIndex, Stamp
from tests.search.libraries import WORDS, documents, libraries, queries
from tests.search.oracle import Library, exact, find, has_phrase


@settings(max_examples=100, deadline=None)
@given(libraries(), st.lists(queries, min_size=1, max_size=12))
def test_the_index_finds_what_a_scan_finds(library, asked):
    with tempfile.TemporaryDirectory() as folder:
        index = SearchIndex.open(Path(folder))
        index.rebuild(library.documents, Stamp("l", 1, ""))
        for query in asked:
            results = index.search(query.text, limit=1000)
            assert {hit.uid for hit in results.hits} == find(library, query), query.text
            assert results.total == len(results.hits) == sum(results.by_kind.values())
        index.close()


@st.composite
def edits(draw: st.DrawFn) -> list[list[tuple[int, list]]]:
    """Commits one after the other, each replacing (or removing) the documents of some items."""
    commits = []
    for _ in range(draw(st.integers(1, 9))):
        items = draw(st.lists(st.integers(1, 8), min_size=1, max_size=3, unique=True))
        commits.append(
            [(item, draw(st.just([]) | documents(item) | documents(item))) for item in items]
        )
    return commits


@settings(max_examples=40, deadline=None)
@given(libraries(), edits(), st.lists(queries, min_size=1, max_size=8), st.integers(0, 3))
def test_after_edits_the_index_equals_one_built_from_nothing(library, commits, asked, every):
    current = {d.uid: d for d in library.documents}
    with tempfile.TemporaryDirectory() as folder:
        edited = SearchIndex.open(Path(folder, "edited"))
        edited.rebuild(current.values(), Stamp("l", 0, ""))
        for revision, commit in enumerate(commits, 1):
            items = {item for item, _ in commit}
            new = [d for _, replaced in commit for d in replaced]
            current = {uid: d for uid, d in current.items() if d.item not in items}
            current |= {d.uid: d for d in new}
            edited.update(items, new, Stamp("l", revision, ""))
            if every and revision % every == 0:
                edited.merge_when_idle()
        assert edited.stamp == Stamp("l", len(commits), "")
        fresh = SearchIndex.open(Path(folder, "fresh"))
        fresh.rebuild(current.values(), Stamp("l", len(commits), ""))
        scanned = Library(tuple(current.values()))
        for query in asked:
            found = edited.search(query.text, limit=1000)
            assert {hit.uid for hit in found.hits} == find(scanned, query), query.text
            assert _rounded(found.hits) == _rounded(fresh.search(query.text, limit=1000).hits)
        edited.close()
        fresh.close()


def _rounded(hits):
    return sorted((hit.uid, hit.title, hit.start, hit.end, round(hit.score, 6)) for hit in hits)


@settings(max_examples=30, deadline=None)
@given(libraries(), st.sampled_from(WORDS))
def test_whoosh_itself_reads_our_segments(library, word):
    with tempfile.TemporaryDirectory() as folder:
        index = SearchIndex.open(Path(folder))
        index.rebuild(library.documents, Stamp("l", 1, ""))
        build = next(Path(folder).glob("build-*"))
        with open_dir(str(build), indexname="khiva").searcher() as searcher:
            for language, code in (("en", "en"), ("ru", "ru"), ("uz", "xx"), ("", "un")):
                hits = searcher.search(Term("words", f"{code}:{exact(word)}"), limit=None)
                assert {hit["uid"] for hit in hits} == {
                    d.uid
                    for d in library.documents
                    if d.language == language and has_phrase(d, [word])
                }
        index.close()
