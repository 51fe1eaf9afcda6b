"""Every example on the page about searching finds what it says, and every field is on the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from khiva_notes.model.dates import from_edtf
from khiva_notes.search import FIELDS, KINDS, Document, SearchIndex, Stamp, parse

PAGE = Path(__file__).parents[2] / "docs" / "search.md"
EXAMPLES = [
    match[1].replace("\\|", "|")
    for match in re.finditer(r"^\| `([^`]+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
]
MONTH = from_edtf("1918-10-01")
LATER = from_edtf("1919")
EARLIER = from_edtf("1916")

LIBRARY = (
    Document(
        "junaid",
        1,
        "person",
        "Junaid Khan",
        "",
        names=("Zhunaidkhan", "Qurban Mamed"),
        tags=("war",),
        language="en",
    ),
    Document("asfandiyar", 2, "person", "Asfandiyar Khan", "", language="en"),
    Document(
        "murder",
        3,
        "event",
        "Murder of the ruler",
        "",
        earliest=MONTH.earliest,
        latest=MONTH.latest,
        language="en",
    ),
    Document("khiva", 4, "place", "Khiva", "", language="en"),
    Document("yomut", 5, "group", "Yomut", "", language="en"),
    Document(
        "claim",
        6,
        "claim",
        "He was stabbed in the palace",
        "",
        speaker="Yusupov",
        quotes="he stabbed him",
        about=("person:Junaid Khan", "event:Murder of the ruler", "place:Khiva", "group:Yomut"),
        status=("draft",),
        has=("quote",),
        language="en",
    ),
    Document(
        "dispute",
        7,
        "dispute",
        "In the palace or not?",
        "",
        status=("disputed",),
        earliest=EARLIER.earliest,
        latest=EARLIER.latest,
    ),
    Document(
        "essay",
        8,
        "essay",
        "On horsemen",
        "",
        tags=("war/civil",),
        status=("orphan",),
        earliest=LATER.earliest,
        latest=LATER.latest,
    ),
    Document(
        "source", 9, "source", "Memoirs of a Khivan", "", author="Yusupov", source_key="yusupov1926"
    ),
    Document(
        "t0", 9, "text", "Memoirs of a Khivan", "The khan had Turkmen horsemen.", language="en"
    ),
    Document("t1", 9, "text", "Memoirs of a Khivan", "A khan of the khans had one cannon."),
    Document("t2", 9, "text", "Memoirs of a Khivan", "Джунаид came in October 1918."),
    Document("t3", 9, "text", "Memoirs of a Khivan", "Le père; horsemen, Turkmen.", language="fr"),
    Document(
        "t4", 9, "text", "Memoirs of a Khivan", "Uning o‘g‘li Qurban Mamed edi.", language="uz"
    ),
    Document("t6", 9, "text", "Memoirs of a Khivan", "Muhammad, Mahmud.", language="en"),
    Document("t7", 9, "text", "Memoirs of a Khivan", "Мухаммед ушёл.", language="ru"),
    Document("t8", 9, "text", "Memoirs of a Khivan", "محمد رفت.", language="fa"),
    Document("t5", 9, "text", "Memoirs of a Khivan", "Asfandiyor in Xiva.", language="uz"),
)
ALL_TEXTS = {f"t{n}" for n in range(9)}

FINDS: dict[str, set[str]] = {
    "khan": {"junaid", "asfandiyar", "t0", "t1"},
    "turkmen horsemen": {"t0", "t3"},
    '"turkmen horsemen"': {"t0"},
    "horsemen OR cannon": {"t0", "t1", "t3", "essay"},
    "khan AND (horsemen OR cannon)": {"t0", "t1"},
    "khan -horsemen": {"junaid", "asfandiyar", "t1"},
    "asfand*": {"asfandiyar", "t5"},
    "kh?va": {"khiva"},
    "asfandyar~": {"asfandiyar", "t5"},
    "pere": {"t3"},
    "oʻgʻli": {"t4"},
    "Junaid Khan": {"junaid", "t4"},
    "Zhunaid": {"junaid", "t2"},
    "Джунаид": {"junaid", "t2"},
    "محمد": {"t6", "t7", "t8"},
    '"Junaid Khan"': {"junaid"},
    "person:junaid": {"junaid", "claim"},
    "event:murder": {"murder", "claim"},
    "place:khiva": {"khiva", "claim"},
    "group:yomut": {"yomut", "claim"},
    "claim:palace": {"claim"},
    "dispute:palace": {"dispute"},
    "essay:horsemen": {"essay"},
    "source:memoirs horsemen": {"t0", "t3"},
    "title:murder": {"murder"},
    "author:yusupov": {"source"},
    "speaker:yusupov": {"claim"},
    "quote:stabbed": {"claim"},
    "tag:war": {"junaid", "essay"},
    "kind:person": {"junaid", "asfandiyar"},
    "lang:uz": {"t4", "t5"},
    "status:draft": {"claim"},
    "is:orphan": {"essay"},
    "has:quote": {"claim"},
    "claim:(palace OR stabbed)": {"claim"},
    "kind:text -horsemen": ALL_TEXTS - {"t0", "t3"},
    "date:1918-10": {"murder"},
    "date:1918..1920": {"murder", "essay"},
    "before:1918-10": {"dispute"},
    "after:1918-10": {"essay"},
    'date:"1 October 1918"': {"murder"},
    "October 1918": {"murder", "t2"},
    "1918": {"murder", "t2"},
}


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    built = SearchIndex.open(tmp_path_factory.mktemp("index"))
    built.rebuild(LIBRARY, Stamp("l", 1, ""))
    yield built
    built.close()


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_finds_what_it_says(index, example):
    results = index.search(example)
    assert {hit.uid for hit in results.hits} == FINDS[example]
    assert results.suggestion == ""


def test_no_example_has_gone_from_the_page():
    assert set(FINDS) == set(EXAMPLES)


def test_every_field_and_kind_is_on_the_page():
    page = PAGE.read_text(encoding="utf-8")
    recognised = {
        example[span.start : span.end - 1]
        for example in EXAMPLES
        for span in parse(example).spans
        if span.role == "field"
    }
    assert recognised == set(FIELDS)
    assert all(kind in page for kind in KINDS)
    assert all(f"is:{value}" in page for value in FIELDS["is"].values)
