"""Where a text speaks of somebody: every place, no other, and exactly its letters."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.model.names import find_mentions
from khiva_notes.model.names.listed import listed

WORDS = listed(
    "Zhunaid khan Khan -Eshim Said . Abdullahan G. Skalov Скалова, 's 😀 جنید the Duke of"
) | {"\n"}
ARTICLE = Path(__file__).parents[3] / "sample_db" / "khiva-article.txt"

# Everyone in the article, with the words that speak of him, counted by hand.
PEOPLE = {
    "Zhunaidkhan": {"Zhunaidkhan": 6, "Zhunaid Khan": 4, "Junaid Khan": 2},
    "Asfandiyar Khan": {"Asfandierkhan": 4, "Asfanidiyorkhan": 1, "Asfandiyorhan": 1},
    "Said Abdullahan": {"Said Abdullahan": 2, "Said Abullahan": 1, "Said Abdlullahan": 1},
    "Zhunaidkhan-Eshim": {"Zhunaidkhan-Eshim": 1},
    "Polvonniez Khozhi Yusupov": {"Polvonniez Khozhi Yusupov": 1},
    "Ibrohim Hajj": {"Ibrohim Hajj": 1},
    "Ruzimuhammad": {"Ruzimuhammad": 1},
    "A.N. Khristoforov": {"A.N. Khristoforov": 1},
    "Said Olimkhan": {"Said Olimkhan": 1},
    "Trotsky": {"Trotsky": 1},
    "Kushmamedkhan": {"Kushmamedkhan": 1},
    "Gulomalikhan": {"Gulomalikhan": 1},
    "Georgy Borisovich Skalov": {"Georgy Borisovich Skalov": 1, "G. Skalov": 1},
    "N. M. Sherbakov": {"N. M. Sherbakov": 1, "N.M.Sherbakov": 1},
    "N. A. Shaidakov": {"N.A.Shaidakov": 1},
}
OTHER_SPELLINGS = {
    "Джунаид-хан": "Zhunaidkhan",
    "جنید خان": "Zhunaidkhan",
    "Cüneyd Han": "Zhunaidkhan",
    "اسفندیار": "Asfandiyar Khan",
    "Исфандиёр хон": "Asfandiyar Khan",
    "Сеид Абдулла-хан": "Said Abdullahan",
    "Алим-хан": "Said Olimkhan",
    "Палванниёз ҳожи Юсупов": "Polvonniez Khozhi Yusupov",
    "Скалов, Г. Б.": "Georgy Borisovich Skalov",
    "Щербаков": "N. M. Sherbakov",
    "Троцкий": "Trotsky",
    "Кошмамед-хан": "Kushmamedkhan",
    "Gulam Ali Khan": "Gulomalikhan",
}


@pytest.fixture(scope="module")
def article() -> str:
    return re.sub(r"\s+", " ", ARTICLE.read_text(encoding="utf-8"))


def words(text: str, *names: str) -> list[str]:
    found = find_mentions(text, names)
    assert all(text[each.start : each.end] == each.text for each in found)
    return [each.text for each in found]


def count(article: str, spelling: str) -> int:
    return len(re.findall(rf"(?<![\w-]){re.escape(spelling)}(?![\w-])", article))


@pytest.mark.parametrize("name", PEOPLE)
def test_all_of_a_person_and_nothing_else(article: str, name: str) -> None:
    assert Counter(words(article, name)) == PEOPLE[name]


def test_the_hand_count_agrees_with_the_article(article: str) -> None:
    for spellings in PEOPLE.values():
        assert {each: count(article, each) for each in spellings} == spellings


@pytest.mark.parametrize(("name", "person"), OTHER_SPELLINGS.items())
def test_a_name_in_another_script_finds_the_same_places(
    article: str, name: str, person: str
) -> None:
    assert Counter(words(article, name)) == PEOPLE[person]


def test_a_son_named_after_his_father_is_not_the_father() -> None:
    assert words("Zhunaidkhan-Eshim led them, not Zhunaidkhan.", "Zhunaidkhan") == ["Zhunaidkhan"]
    assert words("Eshim, that is Zhunaidkhan-Eshim", "Eshim") == ["Eshim"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("N. Khristoforov came.", "A. Khristoforov"),
        ("They met John Skalov there.", "Georgy Skalov"),
        ("The envoy Ivan Skalov", "Skalov, Georgy"),
        ("Mrs. Pierce came to dinner.", "James Pierce"),
        ("My Lady Sandwich", "Lord Sandwich"),
        ("Muhammad Rahim Karimov", "Muhammad Rahim"),
        ("Old Urgench and Kunya-Urgench", "Urgench"),
        ("the Young Khiva party", "Khiva"),
        ("Said he: let us go.", "Said Islam"),
        ("A. Skalova wrote.", "Skalov"),
        ("Charles I", "Charles II"),
        ("the Coventrys and Montagus", "Coventry"),
        ("the Duke of York", "York"),
    ],
)
def test_a_longer_or_other_name_is_no_mention(text: str, name: str) -> None:
    assert words(text, name) == []


def test_a_card_with_a_given_name_is_not_everybody_of_the_family() -> None:
    text = "Sir W. Coventry, Henry Coventry and Mr. Coventry"
    assert words(text, "Mr. Coventry", "William Coventry") == ["W. Coventry", "Coventry"]


def test_russian_cases_are_found_whole() -> None:
    text = (
        "Отряды Джунаид-хана бежали. Встретились с Джунаид-ханом и Скаловым. Письмо Троцкому, "
        "приказ Г. Б. Скалова; речь шла о Щербакове. С Георгием Борисовичем Скаловым."
    )
    assert words(text, "Junaid Khan") == ["Джунаид-хана", "Джунаид-ханом"]
    assert words(text, "Georgy Borisovich Skalov") == [
        "Скаловым",
        "Г. Б. Скалова",
        "Георгием Борисовичем Скаловым",
    ]
    assert words(text, "Trotsky") == ["Троцкому"]
    assert words("Спор с Джунаидом.", "Junaid") == ["Джунаидом"]
    assert words(text, "Sherbakov") == ["Щербакове"]


def test_uzbek_and_turkish_endings() -> None:
    assert words("Junaidxonning lashkari Junaidxonga", "Junaid Khan") == [
        "Junaidxonning",
        "Junaidxonga",
    ]
    assert words("Жунаидхоннинг лашкари", "Junaid Khan") == ["Жунаидхоннинг"]
    assert words("Cüneyd Han'ın askerleri, Cüneyd’in", "Junaid Khan") == ["Cüneyd Han", "Cüneyd"]


def test_arabic_particles_before_a_name() -> None:
    assert words("وجنید خان و اسفندیار خان", "Junaid Khan") == ["وجنید خان"]


def test_the_possessive_stays_outside() -> None:
    assert words("Zhunaidkhan's men and Khan’s", "Junaid Khan") == ["Zhunaidkhan"]


def test_a_name_does_not_cross_a_line() -> None:
    assert words("They feared Zhunaid\nKhan Abdulla came", "Zhunaid Khan") == ["Zhunaid"]


def test_the_longest_name_wins() -> None:
    found = words("Said Abdulla Khan spoke", "Abdulla Khan", "Said Abdulla Khan")
    assert found == ["Said Abdulla Khan"]


def test_lower_case_words_are_no_names() -> None:
    assert words("he said that islam and trotskyism", "Said Islam", "Trotsky") == []


@given(
    st.lists(
        st.sampled_from(sorted(WORDS)),
        max_size=14,
    ).map(" ".join),
    st.lists(
        st.sampled_from(["Junaid Khan", "Said Abdulla", "Skalov, G.", "Khan", "", "Duke of York"]),
        max_size=3,
    ),
)
def test_spans_are_exact_in_order_and_apart(text: str, names: list[str]) -> None:
    last = 0
    for each in find_mentions(text, names):
        assert last <= each.start < each.end <= len(text)
        assert text[each.start : each.end] == each.text
        last = each.end


@given(st.text(max_size=60), st.lists(st.text(max_size=12), max_size=3))
def test_any_text_and_any_names_will_do(text: str, names: list[str]) -> None:
    find_mentions(text, names)
