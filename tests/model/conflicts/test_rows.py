from __future__ import annotations

from khiva_notes.model.conflicts import Statement, row_state


def says(account: str, value: str, **more) -> Statement:
    return Statement(
        account, more.pop("stance", "asserts"), more.pop("kind", "text"), value, **more
    )


def test_two_killers_told_differently_are_a_conflict_which_names_both():
    row = row_state(
        [
            says("The article", "a group of malefactors led by Zhunaidkhan-Eshim"),
            says("Yusupov", "a man the Yavmuts had prepared"),
        ]
    )
    assert row.state == "conflict"
    assert "The article says “a group of malefactors led by Zhunaidkhan-Eshim”" in row.why
    assert "Yusupov says “a man the Yavmuts had prepared”" in row.why
    assert not row.pairs[0].proven


def test_a_more_precise_wording_is_compatible_and_the_added_word_is_named():
    row = row_state(
        [
            says("The article", "elder brother of the murdered khan"),
            says("Yusupov", "the brother of the murdered khan"),
        ]
    )
    assert row.state == "compatible"
    assert "says the same and more" in row.why and "“elder”" in row.why


def test_one_speaker_and_one_silent_account():
    row = row_state([says("Yusupov", "stabbed"), says("The article", "", stance="silent")])
    assert row.state == "single"
    assert row.why == "Only Yusupov says “stabbed”. The article does not mention it."
    assert row.pairs == ()


def test_silence_is_typed():
    row = row_state(
        [
            says("Yusupov", "", stance="silent"),
            says("The telegram", "", stance="out-of-scope"),
            says("Skalov", "", stance="not-read"),
            says("Trotsky", "", stance="not-read"),
        ]
    )
    assert row.state == "silent"
    assert row.why == (
        "Yusupov does not mention it; the telegram does not cover it;"
        " Skalov and Trotsky are not yet read for it."
    )


def test_one_denial_alone_is_told_as_one():
    row = row_state([says("Yusupov", "poisoned", stance="denies")])
    assert (row.state, row.why) == ("single", "Only Yusupov denies “poisoned”.")


def test_nobody_at_all():
    assert row_state([]).state == "silent"


def test_agreement_names_everybody_and_the_value():
    row = row_state([says("A", "stabbed"), says("B", "stabbed"), says("C", "", stance="silent")])
    assert (row.state, row.why) == ("agree", "A and B say “stabbed”.")


def test_agreement_in_other_words_shows_them():
    row = row_state([says("A", "two thousand", kind="number"), says("B", "2 000", kind="number")])
    assert row.state == "agree"
    assert "“two thousand” and “2 000”" in row.why and "2,000" in row.why


def test_those_who_say_the_same_speak_together_against_the_third():
    row = row_state([says("A", "stabbed"), says("B", "shot"), says("C", "stabbed")])
    assert row.state == "conflict"
    assert row.why.startswith("A and C say “stabbed”; B says “shot”.")
    assert [(pair.i, pair.j) for pair in row.pairs] == [(0, 1), (0, 2), (1, 2)]


def test_a_proven_contradiction_is_told_before_one_of_wording():
    row = row_state([says("A", "shot"), says("B", "hanged"), says("C", "not hanged")])
    assert "B and C: C says no to what B says" in row.why
    assert "Two further pairs differ likewise" in row.why


def test_a_difference_of_measure_is_compatible_and_explained():
    row = row_state([says("A", "30 versts", kind="number"), says("B", "32 km", kind="number")])
    assert row.state == "compatible"
    assert "the same in another measure" in row.why
