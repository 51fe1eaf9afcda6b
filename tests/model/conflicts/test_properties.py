"""What must hold of every row, whatever its accounts say."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from khiva_notes.model.conflicts import Statement, compare_values, row_state
from khiva_notes.model.dates import from_edtf
from khiva_notes.model.disputes import Number

STANCES = st.sampled_from(["asserts", "denies", "silent", "out-of-scope", "not-read"])
VOICES = st.sampled_from(["Yusupov", "The article", "Palvan"])
TEXTS = st.sampled_from(
    ["", "stabbed", "not stabbed", "stabbed in the palace", "shot", "the khan\u2019s brother"]
)
EDTF = st.sampled_from(
    ["1918", "1918-10", "1918-10-01", "1918-10-14", "1918~", "1917/1919", "../1918-10-05"]
)
RANGES = st.tuples(st.integers(0, 6), st.integers(0, 3), st.sampled_from(["", "men", "horsemen"]))
CARDS = st.sampled_from(["", "skalov", "trotsky", "army"])

texts = st.builds(Statement, VOICES, STANCES, st.just("text"), TEXTS)
dates = st.builds(
    lambda voice, stance, edtf: Statement(voice, stance, "date", date=from_edtf(edtf)),
    VOICES, STANCES, EDTF,
)  # fmt: skip
figures = st.builds(
    lambda voice, stance, r: Statement(
        voice, stance, "number", number=Number(r[0], r[0] + r[1], r[2])
    ),
    VOICES, STANCES, RANGES,
)  # fmt: skip
people = st.builds(
    lambda voice, stance, card: Statement(
        voice, stance, "person", card.title(), card, within=("army",) if card == "trotsky" else ()
    ),
    VOICES, STANCES, CARDS,
)  # fmt: skip
rows = st.one_of(*(st.lists(kind, max_size=5) for kind in (texts, dates, figures, people)))


@settings(max_examples=300, deadline=None)
@given(rows, st.randoms(use_true_random=False))
def test_the_order_of_the_columns_makes_no_difference(row, chance):
    shuffled = list(row)
    chance.shuffle(shuffled)
    assert row_state(shuffled).state == row_state(row).state


@settings(max_examples=200, deadline=None)
@given(rows, st.sampled_from(["silent", "out-of-scope", "not-read"]))
def test_an_account_that_does_not_speak_changes_nothing(row, stance):
    silent = Statement("A newspaper", stance, row[0].value_type if row else "text")
    assert row_state([*row, silent]).state == row_state(row).state


@settings(max_examples=200, deadline=None)
@given(rows)
def test_a_voice_repeated_word_for_word_adds_no_conflict(row):
    state = row_state(row).state
    doubled = row_state([*row, *row]).state
    if state == "single":
        assert doubled == "agree"
    else:
        assert doubled == state


@settings(max_examples=200, deadline=None)
@given(rows)
def test_every_state_is_explained_and_follows_from_its_pairs(row):
    found = row_state(row)
    speaking = [each for each in row if each.stance in ("asserts", "denies")]
    assert found.why.endswith((".", "…")) and "None" not in found.why
    assert len(found.pairs) == (len(speaking) * (len(speaking) - 1) // 2)
    relations = {pair.relation for pair in found.pairs}
    assert (found.state == "conflict") == ("contradictory" in relations)
    assert (found.state == "agree") == (relations == {"same"})
    for pair in found.pairs:
        assert row[pair.i].stance in ("asserts", "denies")
        assert pair.why.endswith(pair.reason + ".") or pair.why.endswith(pair.reason)


@settings(max_examples=200, deadline=None)
@given(rows)
def test_two_values_are_judged_alike_from_both_sides(row):
    for a in row:
        for b in row:
            assert compare_values(a, b)[0] == compare_values(b, a)[0]
