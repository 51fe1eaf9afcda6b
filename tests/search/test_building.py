"""Large builds, which other processes help with, and what importing the package costs."""

from __future__ import annotations

import subprocess
import sys

import pytest

from khiva_notes.search import Document, SearchCancelled, SearchIndex, Stamp

WORDS = ("khan", "emir", "soviet", "revolution", "desert", "Khiva", "Junaid", "well", "sand")


def documents(count: int):
    for n in range(count):
        body = " ".join(WORDS[(n * k + k) % len(WORDS)] for k in range(1, 150))
        yield Document(f"t1:{n}", 1, "text", "Memoirs", f"head{n} {body} number{n}", language="en")


def test_several_processes_build_the_same_index_as_one(tmp_path):
    large = list(documents(2600))
    seen: list[int] = []
    parallel = SearchIndex.open(tmp_path / "parallel")
    parallel.rebuild(large, Stamp("l", 1, ""), progress=seen.append)
    assert seen == list(range(100, 2601, 100))
    single = SearchIndex.open(tmp_path / "single")
    single.rebuild([], Stamp("l", 1, ""))
    single.update([1], large, Stamp("l", 1, ""))
    assert parallel.stamp == single.stamp
    for query in ("khan emir", '"khan emir"', "number2*", "number2599", "Junaid -sand"):
        one, other = parallel.search(query, limit=3000), single.search(query, limit=3000)
        assert one.total == other.total
        assert {(h.uid, round(h.score, 6)) for h in one.hits} == {
            (h.uid, round(h.score, 6)) for h in other.hits
        }
    for document in (large[0], large[7], large[2599]):
        first, second, *_, before, last = document.body.split()
        assert parallel.search(f'"{first} {second}"').hits[0].uid == document.uid
        assert parallel.search(f'"{before} {last}"').hits[0].uid == document.uid
        assert parallel.search(f'"{last} {before}"').total == 0
    parallel.close()
    single.close()


def test_a_large_build_can_be_stopped(tmp_path):
    index = SearchIndex.open(tmp_path)
    seen: list[int] = []
    with pytest.raises(SearchCancelled):
        index.rebuild(
            documents(4000),
            Stamp("l", 1, ""),
            progress=seen.append,
            cancelled=lambda: len(seen) > 20,
        )
    assert index.stamp is None
    assert not list(tmp_path.glob("build-*"))


def test_importing_the_package_does_not_import_whoosh():
    code = (
        "import khiva_notes.search, sys;"
        "print([name for name in ('whoosh', 'rapidfuzz', 'anyascii') if name in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"
