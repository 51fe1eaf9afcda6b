"""Whether two figures can both be true: units, bases, measures, rounding, odd figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.model.conflicts import compare_values

from .voices import count, figure

CASES = [
    ("ten thousand soldiers", "ten thousand men with the auxiliaries", "compatible", "two bases"),
    ("10,000 soldiers", "8,000 men with the auxiliaries", "contradictory", "counts in"),
    ("10,000 without the auxiliaries", "12,000 with the auxiliaries", "compatible", "leaves out"),
    ("12,000 without the auxiliaries", "10,000 with the auxiliaries", "contradictory", "more than"),
    ("10,000 men", "8,000 men without the guards", "compatible", "leaves out what “men” may count"),
    ("10,000 men", "12,000 men without the guards", "contradictory", "more than"),
    ("ten thousand soldiers", "12 000 men", "contradictory", "10,000 soldiers and 12,000 men"),
    ("3,000", "3,000 rebels", "same", "3,000"),
    ("две тысячи человек", "2,000 men", "same", "2,000"),
    ("3,000 thousand people", "3,000 people", "compatible", "3,000 or as 3,000,000"),
    ("3,000 thousand people", "3 million", "compatible", "3,000 or as 3,000,000"),
    ("3,000 thousand people", "50,000 people", "contradictory", "3,000 or as 3,000,000"),
    ("3,000 thousand people", "about three thousand", "compatible", "3,000 or as 3,000,000"),
    ("about three thousand", "3,200", "compatible", "taken as 2,400 to 3,600"),
    ("about three thousand", "5,000", "contradictory", "exclude"),
    ("over 500", "700", "compatible", "taken as 500 to 1,000"),
    ("several hundred", "три тысячи", "contradictory", "exclude"),
    ("9,847 soldiers", "ten thousand soldiers", "compatible", "rounded"),
    ("9,000", "10,000", "contradictory", "exclude"),
    ("24", "25", "contradictory", "exclude"),
    ("96", "100", "compatible", "100 is 96 rounded"),
    ("94", "100", "contradictory", "exclude"),
    ("19", "20", "contradictory", "exclude"),
    ("about 3,000", "about 3,400", "compatible", "overlap"),
    ("2,000 Turkmen soldiers", "3,000 Uzbek soldiers", "compatible", "different things"),
    ("2,000 Turkmens", "3,000 Turkmen", "contradictory", "exclude"),
    ("about 30 versts", "32 km", "compatible", "overlaps"),
    ("30 versts", "32 km", "explained", "another measure"),
    ("30 versts", "50 km", "contradictory", "46.9 versts"),
    ("three days", "72 hours", "explained", "another measure"),
    ("10,000 soldiers", "2,000 horsemen", "compatible", "takes in"),
    ("1,000 soldiers", "2,000 horsemen", "contradictory", "takes in"),
    ("3,000 rebels", "5,000 soldiers", "compatible", "different things"),
    ("3,000 people", "600 households", "compatible", "different things"),
    ("5,000 roubles", "£5,000", "compatible", "different things"),
    ("3,000 armed rebels", "2,000 rebels", "contradictory", "more than"),
    ("2,000 armed rebels", "3,000 rebels", "compatible", "takes in"),
    ("no casualties", "20 casualties", "contradictory", "exclude"),
    ("many", "3,000", "unknown", "not understood"),
]


@pytest.mark.parametrize(
    ("a", "b", "relation", "said"), CASES, ids=[f"{a}|{b}" for a, b, *_ in CASES]
)
def test_two_figures(a, b, relation, said):
    found, why = compare_values(figure(a), figure(b, "B"))
    assert found == relation
    assert said in why
    assert compare_values(figure(b), figure(a, "B"))[0] == relation


def test_a_figure_as_entered_outweighs_the_reading_of_its_words():
    entered = count(4_000, 4_000, "rebels")
    assert compare_values(entered, figure("3,000 rebels", "B"))[0] == "contradictory"


ranges = st.tuples(st.integers(0, 40), st.integers(0, 12)).map(lambda each: (each[0], sum(each)))


@given(ranges, ranges)
def test_ranges_contradict_just_when_no_whole_number_lies_in_both(a, b):
    relation, _ = compare_values(count(*a), count(*b, account="B"))
    common = set(range(a[0], a[1] + 1)) & set(range(b[0], b[1] + 1))
    assert (relation == "contradictory") == (not common)
    assert (relation == "same") == (a == b)
