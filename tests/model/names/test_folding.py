"""Keys under which spellings meet, and words that must come to no harm."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.model.names import fold_tokens, fold_words, skeleton
from khiva_notes.model.names.listed import listed

ORDINARY = listed(
    """
    than Afghan orphan Khan khan xon Nathan Meghan elephant Python marathon Astrakhan Saxon Uzbek
    Anglosaxon Ўзбек Isfahan Callahan Jonathan began handkerchief Тархан великан then
    """
)
TEXTS = st.text(max_size=80) | st.text(
    alphabet="ahnokhdzjüşıİğ’ʻ'- \u0301\u200cхнджаўқғҳخانجنيد\u064e1.", max_size=40
)


@pytest.mark.parametrize(
    "spellings",
    [
        "Junaid Zhunaid Джунаид Жунаид Junayd Djounaïd Cüneyd Dschunaid JUNAID",
        "Khiva Хива Xiva خیوه",
        "Khorazm Xorazm Хоразм Khwarazm",
        "Husayn Husain Hüseyin Hussein Хусейн Ҳусайн",
        "Abdullah Abdulla Абдулла Abdullo عبدالله",
        "Yusupov Юсупов Jusupov",
        "Sherbakov Щербаков Shcherbakov Ščerbakov",
    ],
)
def test_spellings_of_one_name_have_one_key(spellings: str) -> None:
    keys = {fold_tokens(word.replace("Jus", "Yus")) for word in spellings.split()}
    assert len(keys) == 1


def test_arabic_without_vowels_meets_the_others_in_its_consonants() -> None:
    assert skeleton(fold_tokens("جنيد")[0]) == skeleton(fold_tokens("Zhunaid")[0])
    assert skeleton(fold_tokens("محمد")[0]) == skeleton(fold_tokens("Мухаммад")[0])
    assert skeleton(fold_tokens("دولت")[0]) == skeleton(fold_tokens("Davlat")[0])


@pytest.mark.parametrize(
    ("glued", "free"),
    [
        ("Zhunaidkhan", "Junaid Khan"),
        ("Asfandiyorhan", "Asfandiyor xon"),
        ("Abdullahan", "Abdulla Khan"),
        ("Джунаидхан", "Джунаид-хан"),
        ("جنیدخان", "جنید خان"),
        ("Ulugʻbek", "Ulug bek"),
        ("Mahmudxo’ja", "Mahmud xoʻja"),
    ],
)
def test_a_glued_title_comes_off(glued: str, free: str) -> None:
    assert fold_tokens(glued) == fold_tokens(free)


@pytest.mark.parametrize(
    "word",
    sorted(ORDINARY),
)
def test_an_ordinary_word_is_left_whole(word: str) -> None:
    assert len(fold_tokens(word)) == 1


@pytest.mark.parametrize("mark", "'’ʻʼ`‘")
def test_every_apostrophe_is_one(mark: str) -> None:
    assert fold_tokens(f"o{mark}zbek") == fold_tokens("o'zbek") == fold_tokens("Ўзбек")
    assert fold_tokens(f"Mo{mark}min San{mark}at") == fold_tokens("Mo'min San'at")


def test_the_english_possessive_is_no_part_of_a_word() -> None:
    assert fold_tokens("Zhunaidkhan's men, Pepys’s wife") == fold_tokens(
        "Zhunaidkhan men Pepys wife"
    )
    assert fold_tokens("it's so") == fold_tokens("it so")


def test_turkish_letters() -> None:
    assert fold_tokens("İstanbul ISTANBUL ıstanbul") == fold_tokens("Istanbul Istanbul istanbul")
    assert fold_tokens("Şükrü") == fold_tokens("Shukru")


def test_numbers_and_other_scripts_keep_a_key() -> None:
    assert fold_tokens("1918") == ("1918",)
    assert all(fold_tokens("東京 Αθήνα თბილისი"))


def test_words_stand_where_the_text_has_them() -> None:
    text = "«Асфандиёр-хон» va Zhunaidkhan’s men"
    found = [(text[start:end], key) for start, end, key in fold_words(text)]
    assert [word for word, _ in found] == ["Асфандиёр", "хон", "va", "Zhunaid", "khan", "men"]


@given(TEXTS)
def test_folding_never_raises_and_agrees_with_its_spans(text: str) -> None:
    words = list(fold_words(text))
    assert tuple(key for _, _, key in words) == fold_tokens(text)
    last = 0
    for start, end, key in words:
        assert last <= start < end <= len(text)
        assert key
        last = end


@given(TEXTS)
def test_case_does_not_matter_in_plain_letters(text: str) -> None:
    plain = "".join(char for char in text if char.isascii())
    assert fold_tokens(plain.lower()) == fold_tokens(plain.upper().lower())


@given(st.text(alphabet="abcdeéèüöšçñ ", max_size=30))
def test_composed_and_decomposed_letters_are_one(text: str) -> None:
    assert fold_tokens(unicodedata.normalize("NFD", text)) == fold_tokens(text)
