"""Orders of events: circles between accounts, checked against trying every order."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from khiva_notes.model.conflicts.order import Before, contradictions, explain_contradiction, tangled
from khiva_notes.model.conflicts.order_merge import merged_order, order_from_dates
from khiva_notes.model.dates import from_edtf

from .brute_order import can_all_hold, minimal_conflicts

EVENTS = st.sampled_from("abcd")
STATEMENTS = st.lists(
    st.builds(Before, st.sampled_from("XYZ"), EVENTS, EVENTS, st.just(""), st.booleans()),
    max_size=7,
)


@settings(max_examples=150, deadline=None)
@given(STATEMENTS)
def test_what_cannot_all_hold_is_found_and_minimal(statements):
    found = contradictions(statements)
    truth = list(minimal_conflicts(statements))
    assert {frozenset(circle) for circle in found} <= set(truth)
    assert bool(found) == bool(truth)
    if truth:
        assert len(found[0]) == len(truth[0])
    involved = {each for conflict in truth for each in conflict if each.strict}
    assert {each for circle in found for each in circle if each.strict} == involved


@settings(max_examples=100, deadline=None)
@given(STATEMENTS)
def test_a_merged_order_keeps_every_statement_that_nothing_contradicts(statements):
    merged = merged_order(statements)
    step = {event: number for number, events in enumerate(merged.steps) for event in events}
    assert set(step) == {key for each in statements for key in (each.earlier, each.later)}
    for each in statements:
        assert step[each.earlier] <= step[each.later]
        if each.strict and not {each.earlier, each.later} <= merged.tangled:
            assert step[each.earlier] < step[each.later]
    assert bool(merged.tangled) == (not can_all_hold(statements))


def test_three_accounts_run_in_a_circle_and_it_is_told_in_words():
    circle = contradictions(
        [
            Before("The article", "murder", "burial", "“After that, they buried”"),
            Before("Yusupov", "burial", "enthronement"),
            Before("The telegram", "enthronement", "murder"),
            Before("Yusupov", "murder", "flight"),
        ]
    )
    assert [each.account for each in circle[0]] == ["The article", "Yusupov", "The telegram"]
    assert len(circle) == 1
    words = explain_contradiction(circle[0], {"murder": "The murder of the khan"})
    assert words.startswith("Three statements of the article, Yusupov and the telegram cannot all")
    assert "the article puts “The murder of the khan” before “burial” (“After that" in words


def test_at_the_same_time_contradicts_before():
    together = [Before("A", "x", "y", strict=False), Before("A", "y", "x", strict=False)]
    assert contradictions(together) == []
    assert merged_order(together).steps == (("x", "y"),)
    found = contradictions([*together, Before("B", "y", "x")])
    assert len(found) == 1 and len(found[0]) == 2


def test_repeating_a_voice_gives_a_circle_each_but_not_more():
    said = [Before("A", "x", "y"), Before("B", "x", "y"), Before("C", "y", "x")]
    assert [{each.account for each in circle} for circle in contradictions(said)] == [
        {"A", "C"},
        {"B", "C"},
    ]


def test_knots_are_numbered_apart():
    knots = tangled(
        [
            Before("A", "x", "y"),
            Before("B", "y", "x"),
            Before("A", "y", "p"),
            Before("A", "p", "q"),
            Before("B", "q", "p"),
            Before("A", "q", "z"),
        ]
    )
    assert knots["x"] == knots["y"] != knots["p"] == knots["q"]
    assert "z" not in knots


def test_dates_give_an_order_where_they_do_not_overlap():
    dates = {
        "murder": from_edtf("1918-10-01"),
        "treaty": from_edtf("1919-04-09"),
        "summer": from_edtf("1919"),
        "some day": from_edtf("1918-10/.."),
    }
    found = {(each.earlier, each.later) for each in order_from_dates("The article", dates)}
    assert found == {("murder", "treaty"), ("murder", "summer")}


def test_a_long_chain_is_no_depth_to_fear():
    chain = [Before("A", str(n), str(n + 1)) for n in range(5_000)]
    assert contradictions(chain) == []
    assert len(merged_order(chain).steps) == 5_001
    closed = contradictions([*chain[:300], Before("B", "300", "0")])
    assert len(closed) == 1 and len(closed[0]) == 301


def test_a_date_with_an_open_beginning_follows_nothing_and_neighbours_suffice_for_the_order():
    dates = {
        "a": from_edtf("1918-01"),
        "b": from_edtf("1918-03"),
        "c": from_edtf("1918-05"),
        "open": from_edtf("../1918-04"),
    }
    whole = {(b.earlier, b.later) for b in order_from_dates("A", dates)}
    assert whole == {("a", "b"), ("a", "c"), ("b", "c"), ("open", "c")}
    near = {(b.earlier, b.later) for b in order_from_dates("A", dates, neighbours=True)}
    assert near == {("a", "b"), ("b", "c"), ("open", "c")}
