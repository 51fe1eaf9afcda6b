from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.gui.reader.heights import Heights

_HEIGHTS = st.lists(st.integers(1, 400), min_size=1, max_size=60)


@given(_HEIGHTS, st.data())
def test_every_point_is_in_the_block_that_stands_there(
    guesses: list[int], data: st.DataObject
) -> None:
    heights = Heights([float(guess) for guess in guesses])
    for number in data.draw(st.lists(st.integers(0, len(guesses) - 1), max_size=20)):
        true = float(data.draw(st.integers(1, 400)))
        wrong = heights.measure(number, true)
        guesses[number] += int(wrong)
        assert guesses[number] == true
    assert heights.total == sum(guesses)
    y = data.draw(st.integers(0, sum(guesses) - 1))
    number = heights.at(y)
    assert heights.top(number) <= y < heights.top(number) + heights.height(number)


def test_what_is_above_or_below_all_is_in_the_first_or_last() -> None:
    heights = Heights([10.0, 20.0])
    assert (heights.at(-5), heights.at(500)) == (0, 1)


def test_the_next_guess_is_found_until_all_are_measured() -> None:
    heights = Heights([10.0, 20.0, 30.0])
    heights.measure(0, 12.0)
    assert heights.next_guess(0) == 1
    heights.measure(1, 20.0)
    heights.measure(2, 20.0)
    assert heights.next_guess(0) == -1
