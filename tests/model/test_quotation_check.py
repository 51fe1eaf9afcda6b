"""A quotation is held against its text: what differs is named with the right words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.model.quotation_check import SourceText

TEXT = (
    "In October 1918 the khan, weak as he was, handed over all power to his commander [7,55-56]. "
    "The khan's men did not object.\nNobody asked the citizens of Khiva."
)


def faults(quotation: str) -> list[tuple[str, str, str]]:
    return [(d.fault, d.words, d.source) for d in SourceText(TEXT).check(quotation).differences]


@pytest.mark.parametrize(
    "quotation",
    [
        "the khan, weak as he was, handed over all power to his commander",
        "the khan … handed over all power",
        "the khan, [...] handed over all power",
        "[T]he khan, weak as he was",
        "The khan, weak as he was",
        "handed over all [military] power to his commander. The khan’s men did not object.",
        "did not object. Nobody asked",
        "",
    ],
)
def test_what_the_text_says_passes(quotation: str) -> None:
    assert faults(quotation) == []


@pytest.mark.parametrize(
    ("quotation", "fault"),
    [
        ("the khan, weak as he was, handed over some power to his", ("changed", "some", "all")),
        ("the khan handed over all power to his commander", ("omitted", "", ", weak as he was,")),
        ("handed over all royal power to his commander", ("added", "royal", "")),
        ("asked the burghers of Khiva", ("changed", "burghers", "citizens")),
    ],
)
def test_a_changed_word_is_named_with_the_right_one(
    quotation: str, fault: tuple[str, str, str]
) -> None:
    assert faults(quotation) == [fault]


def test_words_from_elsewhere_are_not_found() -> None:
    assert [fault for fault, _, _ in faults("Zwei Dinge erfüllen das Gemüt mit Ehrfurcht")] == [
        "not-found"
    ]


def test_every_place_is_told() -> None:
    checked = SourceText("He came. She went. He came.").check("He came.")
    assert checked.places == (0, 19)


@given(
    st.lists(
        st.sampled_from(["khan", "power", "…", "[7,1]", "the", ",", ".", "'tis", "é", "ش"]),
        min_size=1,
    ),
    st.data(),
)
def test_any_run_of_whole_words_of_a_text_passes(words: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    assert SourceText(" ".join(words)).check(" ".join(words[first:last])).differences == ()
