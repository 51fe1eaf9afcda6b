"""What if an account or a source is left out."""

from __future__ import annotations

from khiva_notes.model.conflicts.independence import Voice
from khiva_notes.model.conflicts.without import accounts_without, support, without

from .voices import figure, text

ROWS = {
    "How": [text("stabbed", "Yusupov"), text("shot", "The article"), text("stabbed", "Palvan")],
    "Where": [
        text("the palace", "Yusupov"),
        text("the palace", "The article"),
        text("", "Palvan", stance="silent"),
    ],
    "How many": [
        figure("3,000", "Yusupov"),
        figure("", "The article", stance="silent"),
        figure("3,000", "Palvan"),
    ],
}


def test_leaving_out_the_only_dissenter_turns_a_conflict_into_agreement():
    changes = without(ROWS, [1])
    assert [(c.row, c.before.state, c.after.state) for c in changes] == [
        ("How", "conflict", "agree"),
        ("Where", "agree", "single"),
    ]
    assert changes[0].why == (
        "Without the article, “How” turns from a conflict to agreement."
        " Yusupov and Palvan say “stabbed”."
    )


def test_leaving_out_nobody_or_everybody():
    assert without(ROWS, []) == []
    assert [change.after.state for change in without(ROWS, [0, 1, 2])] == ["silent"] * 3


def test_support_that_is_lost_is_named():
    found = support(ROWS, 0, [1])
    assert (found.falls, found.rows, found.lost) == (False, ("How", "How many"), ("Where",))
    assert found.why == "Yusupov is borne out by others on two rows, and no longer on “Where”."


def test_the_elected_account_itself_may_fall():
    found = support(ROWS, 0, [0])
    assert found.falls and found.rows == ()


VOICES = [
    Voice("author", "The author", "article"),
    Voice("yusupov", "Yusupov", "memoir"),
    Voice("retold", "A newspaper", "newspaper", source_bases=("memoir",)),
    Voice("both", "A textbook", "textbook", account_bases=("retold", "author")),
    Voice("late", "A late print", "reprint"),
]


def test_with_a_source_falls_whatever_rests_on_nothing_else():
    derivations = {"reprint": ["newspaper"]}
    assert accounts_without(VOICES, derivations, "memoir") == ("yusupov", "retold", "late")
    assert accounts_without(VOICES, derivations, "article") == ("author",)
    assert accounts_without(VOICES, derivations, "elsewhere") == ()
