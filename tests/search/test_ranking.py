"""What comes first: BM25 by the textbook, whole names before it, titles counting again."""

from __future__ import annotations

import math
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khiva_notes.search import Document, SearchIndex, Stamp
from tests.search.oracle import same_word

ORDINARY = st.sampled_from(
    ("king", "kings", "King", "the", "The", "of", "revolution", "revolutions")
)
paragraphs = st.lists(st.lists(ORDINARY, min_size=1, max_size=40), min_size=1, max_size=9)


def textbook(asked: str, bodies: list[list[str]]) -> dict[str, float]:
    """BM25 with k1 = 1.2 and b = 0.75, of one word in all of its endings."""
    counts = [sum(same_word(asked, word, "en") for word in body) for body in bodies]
    having = sum(count > 0 for count in counts)
    worth = math.log(1 + (len(bodies) - having + 0.5) / (having + 0.5))
    mean = sum(map(len, bodies)) / len(bodies)
    return {
        f"t1:{n}": worth * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * len(body) / mean))
        for n, (count, body) in enumerate(zip(counts, bodies, strict=True))
        if count
    }


@settings(max_examples=60, deadline=None)
@given(paragraphs, ORDINARY)
def test_scores_are_those_of_the_textbook(bodies, asked):
    with tempfile.TemporaryDirectory() as folder:
        index = SearchIndex.open(Path(folder))
        documents = [
            Document(f"t1:{n}", 1, "text", "", " ".join(body), language="en")
            for n, body in enumerate(bodies)
        ]
        index.rebuild(documents, Stamp("l", 1, ""))
        hits = index.search(asked).hits
        # lengths are kept in steps of a sixteenth of an octave, which is 4.4 %
        assert {hit.uid: hit.score for hit in hits} == pytest.approx(
            textbook(asked, bodies), rel=0.05
        )
        assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
        index.close()


@pytest.fixture
def ranked(tmp_path):
    def search(query, *documents, **options):
        index = SearchIndex.open(tmp_path)
        index.rebuild(documents, Stamp("l", 1, ""))
        hits = [hit.uid for hit in index.search(query, **options).hits]
        index.close()
        return hits

    return search


FULL = "the khan and the khan and the khan"


def test_what_stands_in_a_title_counts_again(ranked):
    titled = Document("i1", 1, "event", "The khan", "and what became of him in the end")
    assert ranked("khan", Document("t2:0", 2, "text", "", FULL), titled) == ["i1", "t2:0"]


def test_the_spelling_typed_comes_before_other_spellings(ranked):
    texts = [
        Document(f"t1:{n}", 1, "text", "", f"They say that {name} fled")
        for n, name in enumerate(("Junaid", "Zhunaid", "Junaid"))
    ]
    assert ranked("Zhunaid", *texts)[0] == "t1:1"


def test_a_rare_word_weighs_more_than_a_frequent_one(ranked):
    texts = [Document(f"t1:{n}", 1, "text", "", "the khan of it") for n in range(9)]
    assert (
        ranked("khan OR well", *texts, Document("t2:0", 2, "text", "", "the well of it"))[0]
        == "t2:0"
    )


def test_whose_name_was_typed_comes_first_in_any_order_of_kinds(ranked):
    essay = Document("i1", 1, "essay", "Khiva", "")
    place = Document("i2", 2, "place", "Khiva", "")
    event = Document("i3", 3, "event", "Khiva Khiva Khiva", "Khiva")
    assert ranked("khiva", essay, place, event)[-1] == "i3"
