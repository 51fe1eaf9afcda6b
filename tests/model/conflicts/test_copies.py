"""Unacknowledged copying is suggested from shared wording, and not between independent texts."""

from __future__ import annotations

from khiva_notes.model.conflicts.copies import likely_copies

MEMOIR = (
    "When meeting with the khan, he stabbed the khan several times, pretending to want to say hello"
    " to him. After leaving the palace, the Turkmen killed the courtiers with shots. Then they took"
    " possession of all the jewelry, and asked the citizens not to be afraid of the incident."
)
RETOLD = (
    "It is told that he stabbed the khan several times, pretending to want to say hello to him,"
    " whereupon the guards fled. The Turkmen killed the courtiers with shots and rode off by night."
)
OTHER = (
    "On October 1, in his own palace, he was killed by a group of malefactors led by a relative. On"
    " the throne the commander planted the elder brother of the murdered khan, who ruled in name."
)


def test_a_retold_text_is_suggested_with_the_run_they_share():
    found = likely_copies({"memoir": MEMOIR, "retold": RETOLD, "other": OTHER})
    assert [(copy.first, copy.second) for copy in found] == [("memoir", "retold")]
    assert found[0].run == (
        "he stabbed the khan several times, pretending to want to say hello to him"
    )
    assert "14 words" in found[0].why and 0.3 < found[0].share < 1


def test_case_and_punctuation_hide_no_copy():
    found = likely_copies({"a": MEMOIR, "b": MEMOIR.upper().replace(",", " —")})
    assert found[0].share == 1.0


def test_a_phrase_that_everybody_uses_suggests_nothing():
    phrase = (
        "in the name of the people of the Russian Soviet Federative Socialist Republic it is so"
    )
    texts = {str(n): f"{phrase} number {n} {'of' * n} {n * 7}" for n in range(12)}
    assert likely_copies(texts) == []


def test_a_long_run_is_shown_by_its_beginning():
    found = likely_copies({"a": MEMOIR, "b": MEMOIR})
    assert found[0].run == MEMOIR.rstrip(".")
    assert found[0].why.endswith("the Turkmen killed the courtiers with shots …”.")


def test_ten_words_in_a_long_text_are_chance_and_thirteen_are_not():
    filler = [f"w{n}" for n in range(400)]
    other = [f"v{n}" for n in range(400)]
    for length, expected in ((11, 0), (12, 1)):
        run = [f"same{n}" for n in range(length)]
        texts = {"a": " ".join(filler + run), "b": " ".join(run + other)}
        assert len(likely_copies(texts)) == expected


def test_short_texts_and_none():
    assert likely_copies({}) == []
    assert likely_copies({"a": "the khan", "b": "the khan"}) == []


def test_the_nearest_copy_comes_first():
    half = " ".join(MEMOIR.split()[:30]) + " " + OTHER
    found = likely_copies({"half": half, "memoir": MEMOIR, "whole": MEMOIR})
    assert (found[0].first, found[0].second) == ("memoir", "whole")
