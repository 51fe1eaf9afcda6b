"""Sorting and filtering agree with the plain way of doing it, through any run of changes."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.gui.lists.arrangement import Arrangement
from khiva_notes.gui.lists.columns import columns_for
from khiva_notes.model.dates import from_edtf
from khiva_notes.model.names import fold_tokens
from khiva_notes.services.listing import ListRow
from khiva_notes.services.scanning import folded

COLUMNS = {column.name: column for column in columns_for("event")}
DATES = ("1917", "1918-10-01", "../1919", "1920-01/1920-02")


def row(number: int, title: str, edtf: str = "", passages: int = 0) -> ListRow:
    return ListRow(
        number,
        "event",
        title,
        False,
        "2026-01-01T00:00:00Z",
        "",
        dates={"date": from_edtf(edtf)} if edtf else {},
        passages=passages,
        seek=" " + folded(title),
        keys=" " + " ".join(fold_tokens(title)),
    )


ROWS = st.builds(
    row,
    st.integers(1, 12),
    st.text(alphabet="abK ", min_size=1, max_size=4).filter(str.strip),
    st.sampled_from(("", *DATES)),
    st.integers(0, 3),
)


def shown(rows: Arrangement) -> list[int]:
    return [rows.row(place).id for place in range(len(rows))]


@dataclass
class Plainly:
    """What an arrangement should show, worked out anew each time."""

    rows: dict[int, ListRow] = field(default_factory=dict)

    def show(self, name: str, descending: bool, query: str) -> list[int]:
        column = COLUMNS[name]
        words = folded(query).split()
        kept = [
            each
            for each in self.rows.values()
            if all(word in each.seek for word in words)
            or (fold_tokens(query) and all(f" {key}" in each.keys for key in fold_tokens(query)))
        ]
        kept.sort(key=column.order)
        filled = [each for each in kept if not column.order(each)[0]]
        empty = [each for each in kept if column.order(each)[0]]
        if descending:
            filled.reverse()
        return [each.id for each in (*filled, *empty)]


@given(
    st.lists(ROWS, max_size=10),
    st.lists(ROWS | st.integers(1, 12), max_size=8),
    st.sampled_from(("title", "date", "passages")),
    st.booleans(),
    st.sampled_from(("", "a", "k b", "zz")),
)
def test_any_run_of_changes_leaves_rows_sorted_and_filtered(
    first: list[ListRow],
    changes: list[ListRow | int],
    name: str,
    descending: bool,
    query: str,
) -> None:
    plainly = Plainly({each.id: each for each in first})
    rows = Arrangement(COLUMNS["title"])
    rows.fill(list(plainly.rows.values()))
    rows.sort(COLUMNS[name], descending=descending)
    rows.filter(query)
    for change in changes:
        if isinstance(change, ListRow):
            plainly.rows[change.id] = change
            rows.put(change)
        elif plainly.rows.pop(change, None) is not None:
            rows.remove(change)
        wanted = plainly.show(name, descending, query)
        assert shown(rows) == wanted
        assert [rows.place(number) for number in wanted] == list(range(len(wanted)))
        assert rows.total == len(plainly.rows)


def test_another_order_leaves_the_first_one_as_it_was() -> None:
    rows = Arrangement(COLUMNS["title"])
    rows.fill([row(1, "b", "1917"), row(2, "a", "1918")])
    other = rows.sorted_by(COLUMNS["date"], descending=False)
    assert (shown(rows), shown(other)) == ([2, 1], [1, 2])


def test_dates_are_sorted_by_their_earliest_day_and_missing_ones_stay_last() -> None:
    rows = Arrangement(COLUMNS["date"])
    rows.fill([row(1, "x"), row(2, "x", "1918-10"), row(3, "x", "1918"), row(4, "x", "-0100")])
    rows.sort(COLUMNS["date"], descending=False)
    assert shown(rows) == [4, 3, 2, 1]
    rows.sort(COLUMNS["date"], descending=True)
    assert shown(rows) == [2, 3, 4, 1]


@pytest.mark.parametrize("query", ["Junaid Khan", "zhunaid", "ДЖУНАИД", "juna"])
def test_a_name_is_found_in_any_spelling(query: str) -> None:
    rows = Arrangement(COLUMNS["title"])
    rows.fill([row(1, "Zhunaidkhan retreats"), row(2, "Khiva is taken")])
    rows.filter(query)
    assert shown(rows) == [1] or query == "juna"
    assert 2 not in shown(rows)
