"""What the likeness of two names says, and how it weighs titles, initials and contradictions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.model.names import LIKELY, likeness, same_person_likely, sort_key
from khiva_notes.model.names.listed import listed

WORDS = listed("Said Abdulla khan Junaid Жунаид جنید خان G. B. Skalov, Skalova ibn Lady Sir II of")
NAMES = st.text(max_size=30) | st.lists(
    st.sampled_from(sorted(WORDS)),
    max_size=5,
).map(" ".join)


@given(NAMES, NAMES)
def test_likeness_is_the_same_both_ways(a: str, b: str) -> None:
    assert likeness(a, b) == likeness(b, a)
    assert 0 <= likeness(a, b).score <= 100


@given(NAMES)
def test_a_name_is_wholly_like_itself(name: str) -> None:
    assert likeness(name, name).score == 100


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("Junaid Khan", "Жунаидхон", "same after folding"),
        ("Abdlullahan", "Abdullahan", "one letter differs: Abdlulla / Abdulla"),
        ("Muhammad Rahim", "محمد رحیم", "same consonants: Muhammad / محمد"),
        ("G. Skalov", "Georgy Skalov", "initials fit"),
        ("A. Khristoforov", "N. Khristoforov", "initials differ: A and N"),
        ("Mr. Pepys", "Mrs. Pepys", "man and woman by their titles"),
        ("Charles I", "Charles II", "different numbers after the name"),
        ("Kush Mamed", "Kushmamed", "the same written as one word"),
        ("Old Urgench", "Urgench", "one is old, new, young or the like"),
    ],
)
def test_it_gives_its_reason_in_words(a: str, b: str, reason: str) -> None:
    assert reason in likeness(a, b).reasons


def test_two_khans_of_one_name_look_the_same_and_it_says_why() -> None:
    found = likeness("Muhammad Rahim Khan", "Мухаммад Рахим-хан")
    assert found.score >= LIKELY
    assert "same after folding" in found.reasons


def test_cards_are_likened_by_their_best_forms() -> None:
    found = same_person_likely(["Skalov's brother", "G. Skalov"], ["Георгий Скалов", "the envoy"])
    assert found is not None
    assert found.score >= LIKELY


def test_bare_forms_do_not_outweigh_contradicting_ones() -> None:
    assert same_person_likely(["Khristoforov"], ["Христофоров"]) is not None
    assert (
        same_person_likely(["A. Khristoforov", "Khristoforov"], ["N. Khristoforov", "Khristoforov"])
        is None
    )


def test_other_peoples_initials_are_no_contradiction() -> None:
    assert (
        same_person_likely(["Junaid Khan", "M. Kurban"], ["Джунаид-хан", "K. Mamedov"]) is not None
    )


def test_nothing_to_compare_is_no_likeness() -> None:
    assert same_person_likely([], ["Junaid"]) is None
    assert same_person_likely(["Junaid"], ["Trotsky"]) is None


def test_names_are_sorted_across_scripts_and_titles() -> None:
    names = ["Яров", "Asfandiyar", "Хива", "Said Babur", "Jamal"]
    assert sorted(names, key=sort_key) == ["Asfandiyar", "Said Babur", "Хива", "Яров", "Jamal"]
