"""Figures as sources write them, in words and digits of five languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.model.conflicts import read_number
from khiva_notes.model.conflicts.figures import read_figure

EXACT = [
    ("ten thousand", 10_000, ""),
    ("ten thousand soldiers", 10_000, "soldiers"),
    ("3 000", 3_000, ""),
    ("3\u202f000 hommes", 3_000, "hommes"),
    ("3.000 Mann", 3_000, "Mann"),
    ("3'000", 3_000, ""),
    ("3,000 rebels", 3_000, "rebels"),
    ("1.234.567,89", 1_234_567.89, ""),
    ("1,234,567.89", 1_234_567.89, ""),
    ("1.5 million", 1_500_000, ""),
    ("1,5 млн", 1_500_000, ""),
    ("12½ versts", 12.5, "versts"),
    ("two hundred and fifty men", 250, "men"),
    ("a hundred and twenty", 120, ""),
    ("twenty-five hundred", 2_500, ""),
    ("half a million", 500_000, ""),
    ("two and a half thousand", 2_500, ""),
    ("a million and a half", 1_500_000, ""),
    ("two dozen", 24, ""),
    ("two thousand and five hundred", 2_500, ""),
    ("forty and five", 45, ""),
    ("fourscore", 80, ""),
    ("2 million 300 thousand", 2_300_000, ""),
    ("an army of ten thousand", 10_000, "army"),
    ("£5,000", 5_000, "pounds"),
    ("ten per cent", 10, "per cent"),
    ("две тысячи человек", 2_000, "человек"),
    ("двести пятьдесят", 250, ""),
    ("сто двадцать пять тысяч", 125_000, ""),
    ("две с половиной тысячи", 2_500, ""),
    ("полтора миллиона", 1_500_000, ""),
    ("10 тыс. человек", 10_000, "человек"),
    ("3 тысячи 500", 3_500, ""),
    ("dreitausendfünfhundert Mann", 3_500, "Mann"),
    ("zweihundertfünfundzwanzigtausend", 225_000, ""),
    ("fünfundzwanzig", 25, ""),
    ("quatre-vingt-dix-sept", 97, ""),
    ("soixante-dix mille", 70_000, ""),
    ("trois mille cinq cents hommes", 3_500, "hommes"),
    ("un million et demi", 1_500_000, ""),
    ("o'n ming", 10_000, ""),
    ("none", 0, ""),
    ("no casualties", 0, "casualties"),
]


@pytest.mark.parametrize(("words", "value", "unit"), EXACT, ids=[each[0] for each in EXACT])
def test_an_exact_figure(words, value, unit):
    number = read_number(words)
    assert number is not None
    assert (number.low, number.high, number.unit) == (value, value, unit)


RANGES = [
    ("about three thousand", 2_400, 3_600),
    ("около трех тысяч", 2_400, 3_600),
    ("тысячи три", 2_400, 3_600),
    ("une centaine d'hommes", 80, 120),
    ("nearly 500", 400, 500),
    ("over 500", 500, 1_000),
    ("свыше 500", 500, 1_000),
    ("at least 500", 500, 5_000),
    ("500 or more", 500, 5_000),
    ("up to 3,000", 0, 3_000),
    ("не более 500", 0, 500),
    ("several hundred", 200, 1_000),
    ("несколько сотен", 200, 1_000),
    ("quelques milliers d'hommes", 2_000, 10_000),
    ("einige tausend Mann", 2_000, 10_000),
    ("hundreds of people", 200, 1_000),
    ("tens of thousands", 20_000, 100_000),
    ("several soldiers", 2, 10),
    ("10-12 thousand", 10_000, 12_000),
    ("10–12 тысяч", 10_000, 12_000),
    ("ten to twelve thousand", 10_000, 12_000),
    ("два-три тысячи", 2_000, 3_000),
    ("two or three hundred", 200, 300),
    ("between five and six thousand men", 5_000, 6_000),
    ("from 5 to 6 thousand", 5_000, 6_000),
    ("between one hundred and two hundred", 100, 200),
    ("between five hundred and six thousand", 500, 6_000),
    ("500 to 3 thousand", 500, 3_000),
]


@pytest.mark.parametrize(("words", "low", "high"), RANGES, ids=[each[0] for each in RANGES])
def test_a_hedged_or_spanning_figure(words, low, high):
    number = read_number(words)
    assert number is not None
    assert (number.low, number.high) == pytest.approx((low, high))


@pytest.mark.parametrize("words", ["", "stabbed", "a group of men", "half the army", "many", "—"])
def test_no_figure(words):
    assert read_number(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "3 killed and 5 wounded",
        "200 foot + 100 horse",
        "трое и пятеро",
        "five thousand and six thousand",
    ],
)
def test_figures_added_up_by_the_source_are_not_guessed_at(words):
    assert read_number(words) is None


def test_the_odd_figure_of_the_khiva_rebels_keeps_both_readings():
    figure = read_figure("up to 3,000 thousand people")
    assert figure is not None
    assert (figure.number.low, figure.number.high, figure.number.unit) == (
        3_000,
        3_000_000,
        "people",
    )
    assert figure.readings == ((3_000, 3_000), (3_000_000, 3_000_000))
    assert "3,000 or as 3,000,000" in figure.note


def test_a_base_stays_with_the_unit():
    number = read_number("ten thousand men with the auxiliaries")
    assert number is not None and number.unit == "men with the auxiliaries"
    bracketed = read_number("10,000 (with the auxiliaries)")
    assert bracketed is not None and bracketed.unit == "with the auxiliaries"


ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
ONES += " fifteen sixteen seventeen eighteen nineteen"
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety"


def spelt(value: int) -> str:
    """Write a number below a million in English words, as a second, simpler opinion."""
    if value < 20:
        return ONES.split()[value]
    if value < 100:
        tens, rest = divmod(value, 10)
        return TENS.split()[tens] + (f"-{spelt(rest)}" if rest else "")
    if value < 1000:
        hundreds, rest = divmod(value, 100)
        return f"{spelt(hundreds)} hundred" + (f" and {spelt(rest)}" if rest else "")
    thousands, rest = divmod(value, 1000)
    joiner = " and " if 0 < rest < 100 else " "
    return f"{spelt(thousands)} thousand" + (f"{joiner}{spelt(rest)}" if rest else "")


@given(st.integers(0, 999_999))
def test_every_english_number_reads_back(value):
    number = read_number(f"{spelt(value)} soldiers")
    assert number is not None
    assert (number.low, number.high, number.unit) == (value, value, "soldiers")


@given(st.integers(0, 10**9), st.sampled_from([",", ".", " ", "'", "\u00a0", "\u202f"]))
def test_every_grouped_figure_reads_back(value, separator):
    number = read_number(f"{value:,}".replace(",", separator))
    assert number is not None and number.low == number.high == value


@given(st.text(max_size=60))
def test_any_text_whatever_is_read_or_left(words):
    number = read_number(words)
    assert number is None or 0 <= number.low <= number.high
