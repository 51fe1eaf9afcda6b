"""Names suggested from running text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.model.names import NameGroup, find_names

ARTICLE = Path(__file__).parents[3] / "sample_db" / "khiva-article.txt"
DIARY = (
    "Up, and to the office, where Sir W. Batten and Mr. Hill dined with me. Thence to Whitehall, "
    "and there the Duke of York told Sir Wm. Batten of the Committee. So to Captain Cocke's in "
    "Greenwich. Hereupon the Duke of York went. Mrs. Batten was not well; poor Hogg wrote from "
    "Portsmouth. In Greenwich I met Sir W. Batten and Mr. Edwd. Montagu."
)


def by_name(text: str, language: str = "en") -> dict[str, NameGroup]:
    return {group.name: group for group in find_names(text, language)}


@pytest.fixture(scope="module")
def article() -> dict[str, NameGroup]:
    return by_name(re.sub(r"\s+", " ", ARTICLE.read_text(encoding="utf-8")))


def test_the_articles_people_are_found_and_grouped(article: dict[str, NameGroup]) -> None:
    people = {
        name: len(group.mentions) for name, group in article.items() if group.kind == "person"
    }
    assert people.pop("Sardori Karim") == 1  # a rank that looks like a name: the one mistake
    assert people == {
        "Asfandierkhan": 6, "Zhunaidkhan": 12, "Zhunaidkhan-Eshim": 1, "Said Abdullahan": 4,
        "Polvonniez Khozhi Yusupov": 1, "Ibrohim Hajj": 1, "Ruzimuhammad": 1,
        "A.N. Khristoforov": 1, "Said Olimkhan": 1, "Trotsky": 1, "Kushmamedkhan": 1,
        "Gulomalikhan": 1, "Georgy Borisovich Skalov": 2, "N. M. Sherbakov": 2, "N.A.Shaidakov": 1,
    }  # fmt: skip


@pytest.mark.parametrize("place", ["Petrograd", "Khiva", "Khorezm", "Bukhara", "Iran", "Gazavat"])
def test_places_are_told_by_their_neighbours(article: dict[str, NameGroup], place: str) -> None:
    assert article[place].kind == "place"


@pytest.mark.parametrize("group", ["Bolsheviks", "Turkestan Commission", "Communists", "Turkmens"])
def test_bodies_and_peoples_are_groups(article: dict[str, NameGroup], group: str) -> None:
    assert article[group].kind == "group"


def test_a_diary_in_english() -> None:
    groups = by_name(DIARY)
    people = {name for name, group in groups.items() if group.kind == "person"}
    assert people == {
        "Sir W. Batten", "Mr. Hill", "Duke of York", "Captain Cocke", "Mrs. Batten", "Hogg",
        "Mr. Edwd. Montagu",
    }  # fmt: skip
    assert groups["Sir W. Batten"].spellings == ("Sir W. Batten", "Sir Wm. Batten")
    assert groups["Greenwich"].kind == "place"
    assert "Hereupon" not in groups
    assert "Committee" not in groups


def test_a_russian_text() -> None:
    text = "В Хиве Джунаид-хан встретил Г. Скалова. Потом Джунаид-хан уехал, а Скалов остался."
    groups = by_name(text, "ru")
    assert groups["Джунаид-хан"].kind == "person"
    assert len(groups["Джунаид-хан"].mentions) == 2


def test_german_nouns_are_no_names() -> None:
    groups = by_name("Die Truppen kamen nach der Stadt, wo Junaid Khan das Haus hielt.", "de")
    assert set(groups) == {"Junaid Khan"}


def test_an_article_before_a_capital_is_no_initial() -> None:
    assert "A Roman" not in by_name("A Roman came. The Roman left. I saw a Roman.")


@given(st.text(alphabet="Sir W. Penn,khan-of\n’sЖунаид A😀", max_size=80))
def test_spans_are_exact(text: str) -> None:
    for group in find_names(text):
        assert group.mentions
        for each in group.mentions:
            assert text[each.start : each.end] == each.text


def test_a_title_in_full_ends_with_its_sentence() -> None:
    found = find_names(
        "They did it for the King. That done, Mr. Pett and Mr. Wood went home.", "en"
    )
    assert [group.name for group in found] == ["Mr. Pett", "Mr. Wood"]
