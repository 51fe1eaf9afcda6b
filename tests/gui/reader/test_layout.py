from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.gui.reader.layout import Wish, place

_WISHES = st.lists(
    st.tuples(st.floats(-200, 1200), st.floats(10, 200)), min_size=1, max_size=40
).map(lambda pairs: [Wish(top, height) for top, height in sorted(pairs)])


@given(_WISHES, st.floats(220, 1000), st.data())
def test_slips_keep_their_order_and_never_lie_on_one_another(
    wishes: list[Wish], height: float, data: st.DataObject
) -> None:
    anchor = data.draw(st.one_of(st.none(), st.integers(0, len(wishes) - 1)))
    placed = place(wishes, 0, height, gap=4, anchor=anchor)
    shown = wishes[placed.first : placed.last]
    edge = 0.0
    for wish, top in zip(shown, placed.tops, strict=True):
        assert top >= edge - 1e-6
        edge = top + wish.height + 4
    assert edge - 4 <= height + 1e-6
    if anchor is not None:
        assert placed.first <= anchor < placed.last


@given(_WISHES)
def test_all_are_shown_where_there_is_room(wishes: list[Wish]) -> None:
    room = sum(wish.height + 4 for wish in wishes)
    placed = place(wishes, 0, room, gap=4)
    assert (placed.first, placed.last) == (0, len(wishes))


def test_slips_that_do_not_meet_stand_beside_their_words() -> None:
    wishes = [Wish(10, 40), Wish(200, 40), Wish(500, 40)]
    assert place(wishes, 0, 800).tops == (10, 200, 500)


def test_the_anchor_stays_beside_its_words_and_the_others_give_way() -> None:
    wishes = [Wish(100, 40), Wish(110, 40), Wish(120, 40)]
    placed = place(wishes, 0, 800, gap=4, anchor=2)
    assert placed.tops[2] == 120
    assert placed.tops == (32, 76, 120)


def test_a_crowd_shows_those_round_the_anchor() -> None:
    wishes = [Wish(10.0 * number, 40) for number in range(50)]
    placed = place(wishes, 0, 400, gap=0, anchor=30)
    assert placed.first > 0
    assert placed.last < 50
    assert placed.tops[30 - placed.first] == 300
