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
    assert "more precise" in row.why and "“elder”" in row.why


def test_one_speaker_and_one_silent_account():
    row = row_state([says("Yusupov", "stabbed"), says("The article", "", stance="silent")])
    assert (row.state, row.why) == ("single", "Only Yusupov says “stabbed”.")
    assert row.pairs == ()
