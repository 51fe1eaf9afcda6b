"""The index as services use it: stamps, rebuilds, updates, and what is given back."""

from __future__ import annotations

import pytest

from khiva_notes.model.dates import from_edtf
from khiva_notes.search import (
    Document,
    IndexBusy,
    IndexUnusable,
    SearchCancelled,
    SearchIndex,
    SourceCount,
    Stamp,
)
from khiva_notes.search.engine.building import open_index
from khiva_notes.search.engine.writer import DocumentWriter


def stamp(revision: int) -> Stamp:
    return Stamp("library", revision, "t")


def text(number: int, body: str, item: int = 2) -> Document:
    return Document(f"t{item}:{number}", item, "text", "Memoirs", body, language="en")


CARDS = (
    Document("i1", 1, "person", "Junaid Khan", "A leader of the Turkmens.", language="en"),
    Document("i3", 3, "event", "Turkmens enter Khiva", "", language="en"),
    Document("i4", 4, "place", "Khiva", "A city, once held by Turkmens.", language="en"),
)


@pytest.fixture
def index(tmp_path):
    with_documents = SearchIndex.open(tmp_path / "index")
    with_documents.rebuild(
        [*CARDS, *(text(n, f"Turkmens entered the city, {n} of them.") for n in range(30))],
        stamp(1),
    )
    yield with_documents
    with_documents.close()


def test_a_missing_folder_is_an_empty_index_that_asks_to_be_rebuilt(tmp_path):
    index = SearchIndex.open(tmp_path / "missing")
    assert index.stamp is None
    assert index.search("anything").total == 0
    assert not index.probe()
    assert not index.merge_when_idle()
    with pytest.raises(IndexUnusable):
        index.update([1], [], stamp(1))


def test_what_was_indexed_is_found_after_reopening(index, tmp_path):
    index.close()
    again = SearchIndex.open(tmp_path / "index")
    assert again.stamp == stamp(1)
    assert again.probe()
    assert again.search("turkmens").total == 33
    assert again.size > 1000
    again.close()


def test_hits_say_what_they_are_and_are_counted_by_kind(index):
    results = index.search("Turkmens", limit=2)
    assert results.total == 33
    assert results.by_kind == {"person": 1, "event": 1, "place": 1, "text": 30}
    assert results.hits[0].uid == "i3"  # it has the word in its title
    assert results.hits[0].kind == "event"
    assert results.hits[0].item == 3
    assert results.hits[0].title == "Turkmens enter Khiva"


@pytest.mark.parametrize(
    "word", ["title", "name", "body", "tag", "writer", "speaker", "key1926", "quoted"]
)
def test_a_bare_word_looks_everywhere(tmp_path, word):
    index = SearchIndex.open(tmp_path)
    claim = Document(
        "i1",
        1,
        "claim",
        "the title",
        "the body",
        names=("the name",),
        tags=("a tag",),
        author="writer",
        speaker="speaker",
        source_key="key1926",
        quotes="quoted words",
    )
    index.rebuild([claim], stamp(1))
    assert index.search(word).total == 1
    index.close()


def test_kinds_narrow_the_hits_and_not_the_numbers_of_the_others(index):
    results = index.search("turkmens", kinds=("event", "place"))
    assert [hit.kind for hit in results.hits] == ["event", "place"]
    assert results.total == 2
    assert results.by_kind["text"] == 30


def test_pages_follow_each_other_without_gap_or_repetition(index):
    pages = [index.search("turkmens", limit=7, offset=offset).hits for offset in range(0, 35, 7)]
    assert [len(page) for page in pages] == [7, 7, 7, 7, 5]
    assert len({hit.uid for page in pages for hit in page}) == 33
    assert [h for p in pages for h in p] == list(index.search("turkmens", limit=100).hits)


def test_the_best_of_each_kind_in_one_search(index):
    hits = index.search("turkmens", per_kind=2).hits
    assert [hit.kind for hit in hits] == ["person", "event", "place", "text", "text"]


def test_what_is_called_so_comes_before_what_speaks_of_it(index):
    index.update([9], [text(n, "Khiva Khiva Khiva", item=9) for n in range(5)], stamp(2))
    assert index.search("khiva").hits[0].uid == "i4"
    assert index.search("khiva").hits[1].uid == "i3"


def test_paragraphs_of_one_text_come_in_their_order_when_they_are_as_good(tmp_path):
    index = SearchIndex.open(tmp_path)
    parts = [
        Document(f"t1:{n}", 1, "text", "", "khan", start=n * 10, end=n * 10 + 4) for n in range(9)
    ]
    index.rebuild(reversed(parts), stamp(1))
    hits = index.search("khan").hits
    assert [hit.start for hit in hits] == [n * 10 for n in range(9)]
    assert hits[1].end == 14
    index.close()


def test_an_update_replaces_every_document_of_an_item(index):
    index.update([2], [text(0, "Other words")], stamp(2))
    assert index.stamp == stamp(2)
    assert index.search("turkmens").total == 3
    assert index.search("words").hits[0].uid == "t2:0"
    index.update([2, 3], [], stamp(3))
    assert index.search("kind:text OR kind:event").total == 0
    assert index.search("turkmens").total == 2


def test_many_small_commits_are_merged_when_idle_and_nothing_changes(index, tmp_path):
    for revision in range(2, 40):
        index.update(
            [revision + 100], [text(0, f"word{revision} turkmens", revision + 100)], stamp(revision)
        )
    before = index.search("turkmens", limit=100)
    files = len(list((tmp_path / "index").rglob("*")))
    while index.merge_when_idle():
        pass
    assert len(list((tmp_path / "index").rglob("*"))) < files / 3
    assert index.search("turkmens", limit=100) == before
    assert index.stamp == stamp(39)
    assert index.probe()


def test_one_item_edited_over_and_over_leaves_nothing_behind(index, tmp_path):
    index.update([2], [text(0, "turkmens")], stamp(2))
    files = len(list((tmp_path / "index").rglob("*")))
    for revision in range(3, 20):
        index.update([2], [text(0, "turkmens")], stamp(revision))
    assert len(list((tmp_path / "index").rglob("*"))) == files
    assert index.search("turkmens").total == 4


def test_a_rebuild_can_be_watched_and_stopped_and_the_old_index_serves_on(index):
    seen: list[int] = []

    def documents():
        for n in range(1000):
            yield text(n, "new words", item=5)

    with pytest.raises(SearchCancelled):
        index.rebuild(documents(), stamp(2), progress=seen.append, cancelled=lambda: len(seen) > 3)
    assert seen == [100, 200, 300, 400]
    assert index.stamp == stamp(1)
    assert index.search("turkmens").total == 33
    index.rebuild(documents(), stamp(3))
    assert index.search("turkmens").total == 0
    assert index.search("words").total == 1000


def test_a_rebuild_that_fails_leaves_the_old_index(index, tmp_path):
    def documents():
        yield text(0, "new")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        index.rebuild(documents(), stamp(2))
    assert index.stamp == stamp(1)
    assert index.search("turkmens").total == 33
    assert len(list((tmp_path / "index").glob("build-*"))) == 1


def test_an_update_that_fails_changes_nothing_and_locks_nobody_out(index):
    def documents():
        yield text(0, "new")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        index.update([2], documents(), stamp(2))
    assert index.search("turkmens").total == 33
    index.update([2], [], stamp(3))
    assert index.search("turkmens").total == 3


def test_while_another_writer_is_at_work_an_update_has_to_wait(index, tmp_path):
    (build,) = (tmp_path / "index").glob("build-*")
    other = DocumentWriter(open_index(build))
    with pytest.raises(IndexBusy):
        index.update([2], [], stamp(2))
    assert index.search("turkmens").total == 33
    other.cancel()
    index.update([2], [], stamp(2))
    assert index.search("turkmens").total == 3


def test_a_search_nobody_waits_for_any_more_stops(index):
    with pytest.raises(SearchCancelled):
        index.search("turkmens", cancelled=lambda: True)


@pytest.mark.parametrize(
    ("query", "suggestion"),
    [
        ("turkmesn", "Turkmens"),
        ("leadr of teh", "leader of the"),
        ("kind:person leedar", "kind:person leader"),
        ("xyzzyqwert", ""),
        ("turkmens", ""),
        ("tu", ""),
    ],
)
def test_a_misspelt_word_is_offered_as_the_library_spells_it(index, query, suggestion):
    assert index.search(query).suggestion == suggestion


def test_a_word_that_was_removed_is_not_suggested(index):
    index.update([2, 3, 4], [], stamp(2))
    assert index.search("enterd").suggestion == ""


def test_while_typing_the_last_word_is_a_beginning(index):
    assert index.search("khan tur").total == 0
    assert index.search("khan tur", typing=True).hits[0].uid == "i1"
    assert index.search("tur ", typing=True).total == 0
    assert index.search("zhun", typing=True).hits[0].uid == "i1"  # in another spelling


def test_events_are_found_by_their_date(tmp_path):
    october = from_edtf("1918-10")
    index = SearchIndex.open(tmp_path)
    index.rebuild(
        [
            Document(
                "i1", 1, "event", "Murder", "", earliest=october.earliest, latest=october.latest
            ),
            Document("i2", 2, "event", "Open", "", earliest=october.latest),
            Document("i3", 3, "claim", "Undated", "in October 1918"),
            Document("i4", 4, "claim", "Dated", "", earliest=october.latest, latest=october.latest),
        ],
        stamp(1),
    )

    def found(query):
        return {hit.uid for hit in index.search(query).hits}

    assert found("date:1918-10") == {"i1", "i2", "i4"}
    assert found("date:1918-09-30..1918-10-01") == {"i1"}
    assert found("date:1950") == {"i2"}
    assert found("before:1918-10") == set()
    assert found("before:1918-10-02") == {"i1"}
    assert found("after:1918-10-30") == {"i1", "i2", "i4"}
    assert found("October 1918") == {"i1", "i2", "i3"}
    assert found('"October 1918"') == {"i3"}
    index.close()


def test_values_are_offered_commonest_first(tmp_path):
    index = SearchIndex.open(tmp_path)
    index.rebuild(
        [
            Document("i1", 1, "person", "Junaid Khan", "", tags=("war", "Khiva"), language="en"),
            Document("i2", 2, "event", "The war of Khiva", "", tags=("khiva",), language="ru"),
        ],
        stamp(1),
    )
    assert index.values("tag") == ["khiva", "war"]
    assert index.values("tag", "w") == ["war"]
    assert index.values("lang") == ["en", "ru"]
    assert index.values("person", "kh") == ["Junaid Khan"]
    assert index.values("event", "Kh") == ["The war of Khiva"]
    assert index.values("nonsense") == []
    index.close()


def test_hits_are_counted_by_what_they_have_in_common(tmp_path):
    dates = [from_edtf(edtf) for edtf in ("1918-10", "1918-12/1919-02", "1900/1950")]
    claims = [
        Document(
            f"i{n}",
            n,
            "claim",
            "the murder",
            "",
            tags=("war",) if n > 1 else (),
            about=("person:Junaid Khan", "place:Khiva") if n < 3 else (),
            earliest=date.earliest,
            latest=date.latest,
        )
        for n, date in enumerate(dates, 1)
    ]
    index = SearchIndex.open(tmp_path)
    index.rebuild([*claims, text(0, "murder", 7), text(1, "murder", 7), text(0, "no", 8)], stamp(1))
    facets = index.facets("murder")
    assert facets.sources == (SourceCount(7, "Memoirs", 2),)
    assert facets.people == {"Junaid Khan": 2}
    assert facets.tags == {"war": 2}
    assert facets.years == {1918: 2, 1919: 1}
    assert index.facets("murder", kinds=("claim",)).sources == ()
    assert index.facets("").tags == {}
    index.update([2], [], stamp(2))
    assert index.facets("murder").years == {1918: 1}
    index.close()
