"""Asserting against denying: a denial contradicts what lies within it, and nothing else."""

from __future__ import annotations

from khiva_notes.model.conflicts import row_state

from .voices import count, text


def states(*statements):
    forward, backward = row_state(statements), row_state(statements[::-1])
    assert forward.state == backward.state
    return forward.state


def test_denying_the_very_thing_contradicts():
    row = row_state([text("stabbed"), text("stabbed", "B", stance="denies")])
    assert row.state == "conflict"
    assert "A says “stabbed”, B denies “stabbed”" in row.why


def test_denying_without_a_value_denies_all_of_it():
    assert states(text("stabbed"), text("", "B", stance="denies")) == "conflict"


def test_denying_something_else_leaves_room():
    row = row_state([text("stabbed"), text("poisoned", "B", stance="denies")])
    assert row.state == "compatible" and "B denies another thing than A asserts" in row.why


def test_denying_the_wider_thing_denies_what_lies_in_it():
    exact, wide = count(3_000, 3_000), count(2_000, 4_000, account="B", stance="denies")
    assert states(exact, wide) == "conflict"


def test_denying_a_part_leaves_the_rest():
    wide, part = count(2_000, 4_000), count(3_000, 3_000, account="B", stance="denies")
    assert states(wide, part) == "compatible"


def test_two_denials_agree_or_can_both_hold():
    assert states(text("x", stance="denies"), text("x", "B", stance="denies")) == "agree"
    assert (
        states(text("shot", stance="denies"), text("hanged", "B", stance="denies")) == "compatible"
    )


def test_one_denies_all_of_it_and_the_other_a_part():
    row = row_state([text("", stance="denies"), text("shot", "B", stance="denies")])
    assert row.state == "compatible" and "denies only “shot”" in row.why
    assert states(text("", stance="denies"), text("", "B", stance="denies")) == "agree"


def test_denials_are_told_together():
    row = row_state(
        [
            text("shot", "A", stance="denies"),
            text("Shot", "B", stance="denies"),
            text("shot", "C"),
        ]
    )
    assert (
        row.why
        == "A and B deny “shot”; C says “shot”. A denies the very thing C asserts: the same words."
    )


def test_an_assertion_without_a_value_contradicts_no_assertion():
    assert states(text(""), text("stabbed", "B")) == "compatible"
    assert states(text(""), text("", "B")) == "agree"
