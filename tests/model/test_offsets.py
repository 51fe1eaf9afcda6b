from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.model.offsets import Utf16

_TEXTS = st.text(alphabet=st.sampled_from("aж\nخ𐎠😀𠀀"), max_size=40)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(_TEXTS)
def test_positions_are_counted_in_utf_16_units_and_back(text: str) -> None:
    offsets = Utf16(text)
    for place in range(len(text) + 1):
        assert offsets.to_qt(place) == _units(text[:place])
        assert offsets.to_code_points(offsets.to_qt(place)) == place


def test_inside_a_pair_is_the_beginning_of_its_character() -> None:
    assert Utf16("a😀b").to_code_points(2) == 1


def test_a_text_without_astral_characters_is_left_as_it_is() -> None:
    offsets = Utf16("Хива, 1920")
    assert [offsets.to_qt(place) for place in (0, 4, 10)] == [0, 4, 10]
