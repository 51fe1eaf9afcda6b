"""Searches in some threads while another one commits, merges and rebuilds."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

from khiva_notes.search import Document, SearchIndex, Stamp


def version(number: int) -> list[Document]:
    return [
        Document(f"t1:{n}", 1, "text", "", f"same version{number} part{n}", language="en")
        for n in range(20)
    ]


def test_every_search_sees_one_whole_state(tmp_path):
    index = SearchIndex.open(tmp_path)
    index.rebuild(version(0), Stamp("l", 0, ""))
    done = threading.Event()

    def search_on() -> int:
        searches = 0
        while not done.is_set() or searches < 20:
            results = index.search("same", limit=50)
            assert results.total == 20
            assert len({hit.uid for hit in results.hits}) == 20
            assert index.search("part7 kind:text").total == 1
            assert index.search('"same version*" OR part3~').total <= 20
            searches += 1
        return searches

    with ThreadPoolExecutor(4) as pool:
        searching = [pool.submit(search_on) for _ in range(3)]
        for number in range(1, 60):
            if number % 25 == 0:
                index.rebuild(version(number), Stamp("l", number, ""))
            else:
                index.update([1], version(number), Stamp("l", number, ""))
            if number % 10 == 0:
                index.merge_when_idle()
        done.set()
        assert all(future.result() >= 20 for future in searching)
    assert index.search("version59").total == 20
    index.close()
