"""The sample's article, copied from a two-column PDF: what a careful typist makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from khiva_notes.model.citations import find_marks
from khiva_notes.model.reflow import reflow
from khiva_notes.model.texts import TextBody

SOURCE = Path(__file__).parents[3] / "sample_db" / "khiva-article.txt"

ENDS = [
    ("ABSTRACT", "ABSTRACT"),
    ("This article shows the October", "there instead of these states."),
    ("DISCUSSION", "DISCUSSION"),
    ("The echo of the February and October events", "did not stay long on the throne."),
    ("Asfandierkhan, a weak-minded and life-burner, could", "prepared a man to kill the khan."),
    ("When meeting with the khan, he stabbed", "Obulwafoyi Khorazmiy[3,179]”"),
    ("In a short time, Zhunaid Khan brought the number", "of the Bolsheviks[5,109]."),
    ("On April 7, 1919, the Extraordinary and", "Khan Said Abullahan[7,55-56]."),
    ("However, both sides, in particular, the", "defended their right to independence."),
    ("The leadership of Soviet Turkestan and its", "in the region of Gilon[8,560]."),
    ("The first who tried on themselves the results", "military force on this path[10,111]."),
    ("The Bolshevik leaders in Russia and Turkestan", "army was called to help[11,299-300]."),
    ("This was an event that the Turkestan", "give it the right direction[12,112]”."),
    ("On December 22, 1919, according to the", "lot of arbitrariness and violence."),
    ("In the liquidation of the Khiva Khanate", "by the beginning of the 20th century."),
]


@pytest.fixture(scope="module")
def source() -> str:
    return SOURCE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def body(source: str) -> TextBody:
    return reflow(source).body


def test_its_paragraphs_begin_and_end_where_they_should(body: TextBody) -> None:
    found = [body.text[block.start : block.end] for block in body.blocks]
    assert len(found) == len(ENDS)
    for paragraph, (first, last) in zip(found, ENDS, strict=True):
        assert paragraph.startswith(first)
        assert paragraph.endswith(last)


def test_only_the_two_section_names_are_headings(body: TextBody) -> None:
    headings = [body.text[b.start : b.end] for b in body.blocks if b.kind == "heading"]
    assert headings == ["ABSTRACT", "DISCUSSION"]
    assert {block.kind for block in body.blocks} == {"heading", "paragraph"}


def test_every_word_is_there_in_order_and_only_the_compound_is_closed(
    source: str, body: TextBody
) -> None:
    assert body.text.split() == source.replace("life-\nburner", "life-burner").split()


@pytest.mark.parametrize(
    "words",
    [
        "in his own palace, he was killed",  # a blank line in the middle of the sentence
        "political leadership of the Bolsheviks, opinions",  # and with a capital after it
        "The adoption of this directive and its",  # a page's end without a blank line
        "RSFSR A.N. Khristoforov arrived",  # initials at a line's end
        "ten thousand. But the military",
        "called to help[11,299-300].",
    ],
)
def test_sentences_cut_by_columns_and_pages_are_whole(body: TextBody, words: str) -> None:
    assert words in body.text


def test_its_twelve_citation_marks_survive(body: TextBody) -> None:
    marks = [f"[{mark.number},{mark.locator}]" for mark in find_marks(body.text)]
    expected = (
        "[1,107] [2,37] [3,179] [4,47] [5,109] [7,55-56] [8,560] [9,139] [10,111] [11,299-300] "
        "[12,112] [13,305]"
    )
    assert marks == expected.split()
