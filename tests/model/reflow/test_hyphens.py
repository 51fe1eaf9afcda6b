"""Which hyphens at line ends belong to the word."""

from __future__ import annotations

import pytest

from khiva_notes.model.reflow import reflow
from tests.model.reflow.passages import ENVOY, RIVER, rows, wrap


def joined(above: str, below: str, rest: str = "") -> str:
    """One wrapped paragraph whose second line's end and third line's beginning are given."""
    text = (
        "The envoy had been asked by the governor to look with care at\n"
        f"every thing that could be seen there, and so he did {above}\n"
        f"{below} and wrote down what he saw in the evening of that day."
    )
    return rows(f"{text}\n\n{rest}" if rest else text)[0]


def test_a_compound_in_a_text_that_divides_no_words_keeps_its_hyphen() -> None:
    assert "life-burner and" in joined("life-", "burner", f"{wrap(ENVOY)}\n\n{wrap(RIVER)}")


def test_a_name_keeps_its_hyphen_before_a_capital() -> None:
    assert "Zhunaidkhan-Eshim" in joined("Zhunaidkhan-", "Eshim")


def test_numbers_keep_theirs() -> None:
    assert "[11,299-300]" in joined("[11,299-", "300]")


def test_the_word_elsewhere_in_one_piece_decides() -> None:
    assert "the government and" in joined("the govern-", "ment", "A government fell.")
    assert "the cardinal and" in joined("the card-", "inal", "No cardinal came.")


def test_the_word_elsewhere_with_its_hyphen_decides() -> None:
    assert "the co-operation and" in joined("the co-", "operation", "A co-operation began.")


@pytest.mark.parametrize(
    ("above", "below"), [("revolu-", "tion"), ("settle-", "ment"), ("str-", "ength")]
)
def test_a_mere_ending_or_a_half_without_a_vowel_was_divided(above: str, below: str) -> None:
    assert f" {above[:-1]}{below} " in joined(above, below)


@pytest.mark.parametrize(("above", "below"), [("self-", "rule"), ("commander-in-", "chief")])
def test_the_first_half_of_a_compound_keeps_it(above: str, below: str) -> None:
    assert f" {above}{below} " in joined(above, below)


def test_in_a_text_full_of_divided_words_an_unknown_one_is_divided_too() -> None:
    text = """The envoy had been asked by the gover-
nor to look with care at every thing in the kha-
nate that could be seen there, and so he did un-
til the evening, when he wrote a letter to his bro-
ther."""
    result = reflow(text)
    assert "governor to look" in result.body.text
    assert "khanate that" in result.body.text
    assert "his brother." in result.body.text
    assert result.removed_hyphens == 4


def test_a_word_divided_by_a_pages_end_is_joined() -> None:
    text = wrap(ENVOY) + (
        "\n\nThe envoy had been asked by the governor to watch the negotia-"
        "\n\n12\n\ntions and to report."
    )
    assert rows(text)[1].endswith("the negotiations and to report.")


def test_capitals_throughout_may_be_divided() -> None:
    text = """ALL PERSONS WHO ARE FOUND IN THE TOWN AFTER DARK WITHOUT PERMIS-
SION OF THE COMMANDER WILL BE BROUGHT BEFORE HIM AND THE PERMISSION
WILL BE DENIED TO ALL OTHERS WHO HAVE NOT ASKED FOR IT BEFORE NOW
STOP"""
    assert "PERMISSION OF" in rows(text)[0]
