"""Differing words are marked in copies of one text, and never in independent ones."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.model.conflicts.collate import collate, near_identical

ONE = "On October 1, in his own palace, he was killed by a group of malefactors led by his son."
COPY = "On October 1st, in the palace, he was killed by a band of malefactors, led by his own son."
OTHER = "When meeting with the khan, he stabbed the khan several times, pretending to greet him."


def test_the_differing_words_of_a_copy():
    found = [
        (each.change, ONE[each.a_start : each.a_end], COPY[each.b_start : each.b_end])
        for each in collate(ONE, COPY)
        if each.change != "same"
    ]
    assert found == [
        ("replaced", "1", "1st"),
        ("replaced", "his own", "the"),
        ("replaced", "group", "band"),
        ("added", "", "own"),
    ] or found == [
        ("replaced", "1", "1st"),
        ("replaced", "his", "the"),
        ("left out", "own", ""),
        ("replaced", "group", "band"),
        ("added", "", "own"),
    ]


def test_independent_texts_are_not_aligned():
    assert not near_identical(ONE, OTHER)
    assert collate(ONE, OTHER) == ()


def test_phrases_are_compared_whole_and_case_does_not_count():
    assert near_identical("In his own palace", "in his own palace.")
    assert not near_identical("his own palace", "his own house")
    assert not near_identical("", "")


WORDS = ["the", "khan", "was", "killed", "in", "his", "palace", "by", "a", "man"]
words = st.lists(st.sampled_from(WORDS), min_size=6)


@given(words, st.integers(0, 5), st.sampled_from(["left out", "doubled", "other"]))
def test_the_stretches_cover_every_word_of_both_texts_in_order(given_words, place, edit):
    edited = list(given_words)
    if edit == "left out" and len(edited) > 6:
        del edited[place]
    elif edit == "doubled":
        edited.insert(place, edited[place])
    else:
        edited[place] = "xyz"
    a, b = " ".join(given_words), ", ".join(edited)
    found = collate(a, b)
    told = [
        (each.change, a[each.a_start : each.a_end], b[each.b_start : each.b_end]) for each in found
    ]
    assert " ".join(x for _, x, _ in told if x).split() == given_words
    assert ", ".join(y for _, _, y in told if y).split(", ") == edited
    for change, x, y in told:
        assert (change == "same") == (x.split() == y.replace(",", "").split())
        assert (change == "added") == (not x) and (change == "left out") == (not y)
