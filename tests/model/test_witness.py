from __future__ import annotations

import pytest

from khiva_notes.model.aspect_templates import templates
from khiva_notes.model.dates import HistoricalDate, from_edtf
from khiva_notes.model.disputes import VALUE_TYPES, Account
from khiva_notes.model.kinds.dispute import QUESTION_KINDS
from khiva_notes.model.witness import distance, hand, links


@pytest.mark.parametrize(
    ("event", "written", "words"),
    [
        ("1918-10-01", "1918-10-01", "the same day"),
        ("1918-10-01", "1918-10-13", "12 days later"),
        ("1918-10-01", "1919-03-01", "5 months later"),
        ("1918-10", "1930", "11 to 12 years later"),
        ("1918-10-01", "1918-09-29", "2 days before"),
        ("1918-10", "1918-10-20", "within 19 days of it"),
        ("1918-10-01", "1918-11-01/..", "at least 31 days later"),
    ],
)
def test_the_distance_in_time_is_told_with_its_uncertainty(
    event: str, written: str, words: str
) -> None:
    found = distance(from_edtf(event), from_edtf(written))
    assert found is not None
    assert found.words == words


def test_without_days_there_is_no_distance() -> None:
    assert distance(from_edtf("1918"), HistoricalDate("subsequently", "")) is None
    assert distance(None, from_edtf("1918")) is None


def test_hearsay_and_what_one_draws_on_put_mouths_between() -> None:
    seen = Account(1, 9, "a", "A", how_known="eyewitness")
    heard = Account(2, 9, "b", "B", how_known="hearsay")
    repeats = Account(3, 9, "c", "C", basis_account_ids=(2, 4))
    circle = Account(4, 9, "d", "D", basis_account_ids=(3,))
    unknown = Account(5, 9, "e", "E")
    others = {account.id: account for account in (seen, heard, repeats, circle, unknown)}
    counts = [links(account, others) for account in others.values()]
    assert counts == [0, 1, 2, 3, None]
    assert [hand(count) for count in (0, 1, None)] == ["at first hand", "at second hand", ""]


@pytest.mark.parametrize("kind", ["", *QUESTION_KINDS])
def test_every_kind_of_question_has_rows_to_offer(kind: str) -> None:
    offered = templates(kind)
    assert len(offered) >= 6
    assert len({name for name, _ in offered}) == len(offered)
    assert {value_type for _, value_type in offered} <= set(VALUE_TYPES)
