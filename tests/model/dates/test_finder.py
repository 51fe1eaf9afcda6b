"""Dates in running text: the sample article's whole list, and what must be left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from khiva_notes.model.dates import find_dates

ARTICLE = Path(__file__).parents[3] / "sample_db" / "khiva-article.txt"

# Words (line ends as spaces), EDTF, whether the year is inferred: every date of the article.
IN_THE_ARTICLE = [
    ("1917", "1917", False),
    ("February and October 1917", "{1917-02,1917-10}", False),
    ("beginning of 1918", "1918-01/1918-04~", False),
    ("January 22, 1918", "1918-01-22", False),
    ("October 1", "1918-10-01", True),
    ("the next day", "1918-10-02", True),
    ("September 1918 and March 1919", "{1918-09,1919-03}", False),
    ("April 7, 1919", "1919-04-07", False),
    ("April 9", "1919-04-09", True),
    ("summer of 1919", "1919-22", False),
    ("years 1918 - 1920", "1918/1920", False),
    ("June 1920 and November 1921", "{1920-06,1921-11}", False),
    ("fall of 1919", "1919-23", False),
    ("September 1919", "1919-09", False),
    ("November 1919", "1919-11", False),
    ("1919", "1919", False),
    ("December 20, 1919", "1919-12-20", False),
    ("1896 - 1935", "1896/1935", False),
    ("December 22, 1919", "1919-12-22", False),
    ("December 23", "1919-12-23", True),
    ("second half of January 1920", "1920-01-16/1920-01-31", False),
    ("February 1", "1920-02-01", True),
    ("February 2", "1920-02-02", True),
    ("by the beginning of the 20th century", "[..1910~]", False),
]


def test_every_date_of_the_sample_article_is_found_and_right() -> None:
    text = ARTICLE.read_text(encoding="utf-8")
    found = [
        (" ".join(f.date.original.split()), f.date.edtf, f.date.inferred) for f in find_dates(text)
    ]
    assert found == IN_THE_ARTICLE


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("In 1919 they came; since 1917, until 1920.", ["1919", "1917/..", "../1920"]),
        ("In May 1919, and in March he left.", ["1919-05", "1919-03"]),
        ("On Tuesday, January 22, 1918, at noon", ["1918-01-22"]),
        ("born 5 May 1896, died 7 June 1935", ["1896-05-05", "1935-06-07"]),
        ("b. 1896, d. 1935; fl. c. 1920", ["1896", "1935", "1920~"]),
        ("the tomb is of the 2nd century AD", ["0101/0200"]),
        ("in the eleventh and twelfth centuries", ["{1001..1100,1101..1200}"]),
        ("the Code of 1922, article 1917", ["1922"]),
        ("the 1917 revolution", ["1917"]),
        ("during the night of 25-26 October 1917", ["1917-10-25/1917-10-26"]),
        ("from the 1860s to the 1880s", ["1860/1889"]),
        ("on 25 October (7 November) 1917, and", ["1917-11-07"]),
        ("1 Muharram 1337 and AH 1336", ["1918-10-07~", "1917-10-17~/1918-10-06~"]),
        ("AD 326\u2060–\u2060373 he ruled", ["0326/0373"]),
        ("AD 363-03-05 the army left", ["0363-03-05"]),
        ("notes 7444 AD 1091–1153 About", ["1091/1153"]),
        ("see January 7th and 8th, 1666–67.", ["{1667-01-07,1667-01-08}"]),
        ("until Nov. 2, 1678. Ita testor", ["../1678-11-02"]),
        ("В 1918 г. в Хиве", ["1918"]),
        ("С 5 по 7 мая 1919 г. они шли", ["1919-05-05/1919-05-07"]),
        ("хан убит 1918г. в Хиве", ["1918"]),
        ("25 октября (7 ноября) 1917 г.", ["1917-11-07"]),
        (
            "Гандемианский договор 12 (24) августа 1873 г. и мир (1920—1924)",
            ["1873-08-24", "1920/1924"],
        ),
        (
            "во второй половине XIX — начале XX в.; в I квартале 1920 г.",
            [
                "1851/1910~",
                "1920-01/1920-03",
            ],
        ),
        ("в XIX в. и в 20-х годах XX века", ["1801/1900", "192X"]),
        ("В мае 1919 г. пришли, 1 июня ушли", ["1919-05", "1919-06-01"]),
    ],
)
def test_dates_in_sentences(text: str, wanted: list[str]) -> None:
    got = [f.date.edtf for f in find_dates(text)]
    if "1666" in text:  # a double year is old style
        wanted = ["{1667-01-17,1667-01-18}"]
    assert got == wanted


@pytest.mark.parametrize(
    "text",
    [
        "the number reached up to 3,000 thousand people",
        "[7,55-56] and [13,305], [11,299-300]",
        "see chapter 1918 and page 1917, pp. 1918-1920, vol. 1919",
        "a force of 1918 men and 2000 horse",
        "between 1918 and 2000 men, from 1500 to 2000 soldiers",
        "It may be 1918. He may 5 times. They march 20 miles.",
        "In May be careful",
        "1919 was hard.",
        "He paid 1500 roubles, £1918 or $1900, No. 1918",
        "the 5th of the month; at 10.30; 7/8; version 1.2.3",
        "the echo of the February and October events",
        "the next day; in a short time; in the fall of the city",
        "1000 years later; One hundred years",
        "29 February 1919, 31 April 1919",
        "by August Bebel",
        "в количестве 1918 человек, с. 1918, № 1918, стр. 1918",
        "Ф. 17, оп. 1, д. 1919, л. 20",
        "на 5 верст; вторая половина дня; XX съезд",
        "in vol. 1919, on page 1918, (p. 1917), of £1918, in № 1918, from no. 1918",
        "phone 1918-1920-33",
        "в 20-м году; по данным 550 тыс. жителей",
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert [f.date.original for f in find_dates(text)] == []


@pytest.mark.parametrize("unit", ["about ", "decade ", "of the ", "7, ", "1918-", "(7 ", "early "])
def test_floods_of_one_word_do_no_harm(unit: str) -> None:
    text = unit * 3000 + "; in May 1919"
    assert find_dates(text)[-1].date.edtf == "1919-05"


def test_inherited_year_is_marked_and_told() -> None:
    text = "On January 22, 1918, he proposed it. On October 1 he was killed."
    stated, inherited = find_dates(text)
    assert not stated.date.inferred
    assert inherited.date.inferred
    assert "January 22, 1918" in inherited.date.note


def test_january_after_december_is_the_next_year() -> None:
    text = "On December 23, 1919 it began. On January 5 it went on."
    assert [f.date.edtf for f in find_dates(text)] == ["1919-12-23", "1920-01-05"]


def test_life_dates_hand_on_no_year() -> None:
    text = "On December 20, 1919, Skalov (1896 - 1935) heard of it. December 23 began it."
    assert [f.date.edtf for f in find_dates(text)] == ["1919-12-20", "1896/1935", "1919-12-23"]


def test_citations_and_long_spans_hand_on_no_year() -> None:
    cited = "In May 1919 it began. Smith (1999) tells it. On June 1 it ended."
    assert [f.date.edtf for f in find_dates(cited)] == ["1919-05", "1999", "1919-06-01"]
    long = "In May 1919 it began, as in the years 1905–1920. On June 1 it ended."
    assert [f.date.edtf for f in find_dates(long)] == ["1919-05", "1905/1920", "1919-06-01"]


def test_a_year_told_long_ago_is_not_inherited() -> None:
    text = "In May 1919 it began. " + "And so on. " * 3000 + "On October 1 it ended."
    assert [f.date.edtf for f in find_dates(text)] == ["1919-05", "XXXX-10-01"]


def test_country_makes_old_dates_julian() -> None:
    text = "On January 22, 1918 and again on 1 October 1918"
    assert [f.date.edtf for f in find_dates(text, country="uz")] == ["1918-02-04", "1918-10-01"]
    assert [f.date.calendar for f in find_dates(text, country="uz")] == ["julian", "gregorian"]


def test_spans_count_code_points_and_cross_line_ends() -> None:
    text = "𐤀 🏰 In the fall of\n1919 they came"
    (found,) = find_dates(text)
    assert text[found.start : found.end] == "fall of\n1919" == found.date.original
