"""A name is found under every spelling, and words that are no names are left alone."""

from __future__ import annotations

import pytest

from khiva_notes.search import Document, SearchIndex, Stamp

CARD = Document(
    "i1",
    1,
    "person",
    "Zhunaidkhan",
    "Leader of the Yomut.",
    names=("Zhunaid Khan", "Junaid Khan", "Muhammad Qurban Sardar"),
    language="en",
)
TEXTS = (
    "Then Zhunaidkhan entered the city.",
    "They say that Junaid Khan fled to the sands.",
    "Отряд Джунаид-хана отступил.",
    "Muhammad Qurban Sardar was his name at home.",
    "The khan of Khiva was silent.",
    "A farmer in good form.",
    "Farm Street is in London.",
)
SPELLINGS = ("Zhunaidkhan", "Junaid Khan", "Zhunaid Khan", "zhunaidkhan", "Джунаид", "Junaidxon")


def paragraphs(texts=TEXTS, item=2):
    return [
        Document(f"t{item}:{n}", item, "text", "Memoirs", text, language="en")
        for n, text in enumerate(texts)
    ]


@pytest.fixture
def build(tmp_path):
    opened = []

    def build_index(*documents):
        index = SearchIndex.open(tmp_path / str(len(opened)))
        index.rebuild(documents, Stamp("l", 1, ""))
        opened.append(index)
        return index

    yield build_index
    for index in opened:
        index.close()


def found(index, query):
    return {hit.uid for hit in index.search(query).hits}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_card_is_found_under_every_spelling_and_comes_first(build, spelling):
    index = build(CARD, *paragraphs())
    assert index.search(spelling).hits[0].uid == "i1"


@pytest.mark.parametrize("spelling", ["Zhunaidkhan", "Junaid Khan", "Zhunaid Khan"])
def test_a_card_s_names_find_each_other_in_the_texts(build, spelling):
    index = build(CARD, *paragraphs())
    assert found(index, spelling) == {"i1", "t2:0", "t2:1", "t2:2", "t2:3"}
    assert found(build(*paragraphs()), "Muhammad Qurban Sardar") == {"t2:3"}


def test_a_part_of_a_name_finds_that_part_in_other_spellings(build):
    index = build(*paragraphs())
    assert found(index, "Zhunaid") == {"t2:0", "t2:1", "t2:2"}
    assert found(index, "джунаид") == {"t2:0", "t2:1", "t2:2"}


def test_quotation_marks_mean_exactly_these_letters(build):
    index = build(CARD, *paragraphs())
    assert found(index, '"Junaid Khan"') == {"i1", "t2:1"}
    assert found(index, '"zhunaidkhan"') == {"i1", "t2:0"}
    assert found(index, '"Junaidxon"') == set()


def test_ordinary_words_are_not_respelt_as_names(build):
    index = build(*paragraphs(), *paragraphs(["the form", "a form of it"], item=3))
    assert found(index, "form") == {"t2:5", "t3:0", "t3:1"}
    assert found(index, "farm") == {"t2:6"}


def test_a_name_within_a_question_means_all_of_its_names(build):
    index = build(CARD, *paragraphs())
    assert found(index, "fled Zhunaidkhan") == {"t2:1"}
    others = {"t2:4", "t2:5", "t2:6"}
    assert found(index, "kind:text -Junaidxon") == others


def test_a_name_on_a_card_is_a_name_in_small_letters_too(build):
    card = Document("i1", 1, "person", "zhunaid the elder", "", language="en")
    assert found(build(card), "Junaid") == {"i1"}


def test_no_phrase_and_no_name_reaches_from_one_piece_to_the_next(build):
    card = Document("i1", 1, "person", "Junaid", "Emir", names=("Khan",), language="en")
    index = build(card)
    assert found(index, '"Khan Emir"') == set()
    assert found(index, "Zhunaidkhan") == set()


def test_the_person_field_looks_in_names_and_in_what_is_tied_to_people(build):
    claim = Document("i7", 7, "claim", "He fled", "", about=("person:Junaid Khan",), language="en")
    index = build(CARD, claim, *paragraphs())
    assert found(index, "person:zhunaid") == {"i1", "i7"}
    assert found(index, "person:yomut") == set()


def test_what_was_met_in_another_spelling_is_marked_there(build):
    highlight = build(*paragraphs()).search("Junaidxon").highlight
    assert "zhunaidkhan" in highlight.words
    assert (frozenset({"junaid"}), frozenset({"khan"})) in highlight.phrases


@pytest.mark.parametrize("asked", ["o'g'li", "oʻgʻli", "o‘g‘li", "ogli"])
def test_uzbek_apostrophes_are_all_one(build, asked):
    text = Document("t1:0", 1, "text", "", "Uning o‘g‘li keldi.", language="uz")
    assert found(build(text), asked) == {"t1:0"}


ACROSS = (
    "محمد رحیم خان خیوه را گرفت.",
    "Muhammad Rahim took it; Mahmud did not.",
    "Мухаммед Рахим взял, а Махмуд нет.",
    "Войско Мухаммеда Рахима ушло.",
    "محمود و احمد در اورگنج بودند.",
    "Ahmad and Hamid went to Urganch.",
)


@pytest.mark.parametrize("code", ["", "en"])
@pytest.mark.parametrize("asked", ["Muhammad Rahim", "محمد رحيم", "Мухаммед Рахим"])
def test_names_on_no_card_are_found_in_all_three_scripts(build, asked, code):
    texts = [
        Document(f"t2:{n}", 2, "text", "Memoirs", text, language=code)
        for n, text in enumerate(ACROSS)
    ]
    assert found(build(*texts), asked) == {"t2:0", "t2:1", "t2:2", "t2:3"}


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("Mahmud", {"t2:1", "t2:2", "t2:4"}),
        ("محمود", {"t2:1", "t2:2", "t2:4"}),
        ("احمد", {"t2:4", "t2:5"}),
        ("حمید", {"t2:5"}),
        ("Urganch", {"t2:4", "t2:5"}),
        ('"Mahmud"', {"t2:1"}),
        ('"محمود"', {"t2:4"}),
    ],
)
def test_names_with_the_same_consonants_are_told_apart(build, asked, wanted):
    assert found(build(*paragraphs(ACROSS)), asked) == wanted


def test_a_card_in_arabic_letters_is_found_and_finds_the_texts(build):
    card = Document("i1", 1, "person", "محمد رحیم خان", "", language="fa")
    index = build(card, *paragraphs(["Then Muhammad Rahim Khan came.", "A khan came."]))
    assert found(index, "محمد رحیم خان") == {"i1", "t2:0"}
    assert found(index, "Muhammad Rahim") == {"i1", "t2:0"}


@pytest.mark.parametrize("asked", ["Khiva", "خیوه"])
def test_the_letters_typed_come_before_what_sounds_alike(build, asked):
    texts = ["Xiva Xiva Xiva", "خیوه", "Khiva", "Khiva is far", "Хива, Хива"]
    index = build(*paragraphs(texts))
    hits = [hit.uid for hit in index.search(asked).hits]
    wanted = {f"t2:{n}" for n, text in enumerate(texts) if asked in text}
    assert set(hits[: len(wanted)]) == wanted
    assert len(hits) == 5
