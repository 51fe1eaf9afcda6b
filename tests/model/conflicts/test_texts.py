"""What can be said of two free wordings, and what is left to the reader."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.model.conflicts import compare_values, row_state

from .voices import text

CASES = [
    ("stabbed", "Stabbed", "same"),
    ("Junaid Khan", "Zhunaidkhan", "same"),
    ("the khan's palace", "his palace of the khan", "compatible"),
    ("by the soldier", "by the soldiers", "same"),
    ("the army", "the armies", "same"),
    ("the crowned king", "the crown of the king", "same"),
    ("Khiva fell to the Russians", "Хива", "compatible"),
    ("a pass", "a path", "contradictory"),
    ("elder brother of the murdered khan", "the brother of the murdered khan", "compatible"),
    ("killed", "not killed", "contradictory"),
    ("он был убит", "он не был убит", "contradictory"),
    ("il fut tué", "il ne fut pas tué", "contradictory"),
    ("killed", "not killed in the palace", "compatible"),
    ("killed in the palace", "was not killed", "contradictory"),
    ("without a fight", "with a fight", "contradictory"),
    ("a group of malefactors led by Zhunaidkhan-Eshim", "a man the Yavmuts had prepared",
     "contradictory"),
    ("the khan fled to Persia", "the khan fled to Afghanistan", "contradictory"),
    ("...", "stabbed", "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "relation"), CASES, ids=[f"{a}|{b}" for a, b, _ in CASES])
def test_two_wordings(a, b, relation):
    assert compare_values(text(a), text(b, "B"))[0] == relation
    assert compare_values(text(b), text(a, "B"))[0] == relation


def test_wordings_that_only_differ_are_left_to_the_reader():
    row = row_state([text("the khan fled to Persia"), text("the khan fled to Afghanistan", "B")])
    assert row.state == "conflict"
    assert "“Persia” against “Afghanistan”" in row.why
    assert "the reader's to judge" in row.why
    assert not row.pairs[0].proven


def test_a_plain_no_is_proven():
    row = row_state([text("killed"), text("not killed", "B")])
    assert row.pairs[0].proven
    assert "B says no to what A says" in row.why


@given(st.text(max_size=40), st.text(max_size=40))
def test_wordings_are_judged_alike_from_both_sides(a, b):
    one, _ = compare_values(text(a), text(b, "B"))
    assert compare_values(text(b), text(a, "B"))[0] == one
    assert compare_values(text(a), text(a, "B"))[0] == "same"
