"""Where paragraphs end in texts of every layout, and what is left as it is."""

from __future__ import annotations

import textwrap

import pytest

from tests.model.reflow.passages import ENVOY, RIVER, blocks, rows, wrap


def test_lines_wrapped_at_a_column_become_paragraphs() -> None:
    assert rows(f"{wrap(ENVOY)}\n\n{wrap(RIVER)}") == [ENVOY, RIVER]


def test_a_short_last_line_ends_a_paragraph_without_a_blank() -> None:
    assert rows(f"{wrap(ENVOY)}\n{wrap(RIVER)}") == [ENVOY, RIVER]


def test_an_indent_begins_a_paragraph_after_a_full_line() -> None:
    full = "The whole army slept on the sand and waited for the morning."
    lines = [
        *textwrap.wrap(ENVOY, 60)[:-1],
        "letter to his brother in Orenburg, and it is preserved.",
        full,
    ]
    text = "\n".join(lines) + "\n    " + wrap(RIVER, 56)
    assert rows(text)[-1] == RIVER


def test_every_second_line_blank_is_still_one_paragraph() -> None:
    double = "\n\n".join(textwrap.wrap(ENVOY, 60))
    assert rows(f"ABSTRACT\n\n{double}") == ["ABSTRACT", ENVOY]


def test_double_spaced_paragraphs_stay_apart() -> None:
    double = "\n\n".join([*textwrap.wrap(ENVOY, 60), *textwrap.wrap(RIVER, 60)])
    assert rows(double) == [ENVOY, RIVER]


def test_one_line_a_paragraph_stays_as_it_is() -> None:
    text = f"{ENVOY}\n{RIVER}\nA short one.\nAnother short one."
    assert rows(text) == text.split("\n")


def test_long_paragraphs_beside_wrapped_ones_are_left_alone() -> None:
    long = f"{ENVOY} {RIVER}"
    assert rows(f"{wrap(RIVER)}\n\n{long}\n{long}\n\n{wrap(ENVOY)}") == [RIVER, long, long, ENVOY]


def test_different_columns_in_one_file_are_each_made_whole() -> None:
    assert rows(f"{wrap(ENVOY, 100)}\n\n{wrap(RIVER, 45)}") == [ENVOY, RIVER]


def test_a_page_that_ends_in_a_sentence_is_bridged() -> None:
    lines = textwrap.wrap(f"{ENVOY} {RIVER}", 60)
    text = "\n".join(lines[:4]) + "\n\n\n" + "\n".join(lines[4:])
    assert rows(text) == [f"{ENVOY} {RIVER}"]


def test_a_blank_after_a_full_stop_parts_paragraphs_though_the_line_is_full() -> None:
    first = "The whole of the army slept on the sand until the morning."
    assert rows(f"{wrap(ENVOY, 58)}\n\n{first}\n\n{wrap(RIVER, 58)}") == [ENVOY, first, RIVER]


def test_a_quotation_that_stays_open_over_a_blank_line_is_one_paragraph() -> None:
    head = "He wrote in his memoirs: “By their custom the Yomuts met the\n"
    head += "khan at the gate. It turned out that they had brought a man."
    tail = "He stabbed the khan several times and pretended to greet the\nman.” So he wrote."
    assert rows(f"{head}\n\n{tail}") == [f"{head} {tail}".replace("\n", " ")]


def test_two_lines_are_a_paragraph_when_they_fill_the_column_of_the_others() -> None:
    two = "The first of these lines ends with a full sentence by chance.\nThe second is short."
    text = f"{wrap(ENVOY, 62)}\n\n{two}\n\n{wrap(RIVER, 62)}"
    assert rows(text) == [ENVOY, two.replace("\n", " "), RIVER]


VERSE = """The moon was down, the night was dark,
And far away we heard the bark
Of dogs that guard the nomad's tent
Where we that evening were not sent.

And so we rode until the day
Was breaking over Khiva's clay."""


@pytest.mark.parametrize("around", ["{}", wrap(ENVOY) + "\n\n{}\n\n" + wrap(RIVER)])
def test_verse_keeps_its_lines(around: str) -> None:
    found = blocks(around.format(VERSE))
    verse = [words for kind, words in found if kind == "verse"]
    assert verse == [line for line in VERSE.split("\n") if line]


def test_verse_keeps_the_shape_of_its_indents_but_not_the_margin() -> None:
    text = "    The moon was down, the night was dark,\n      And far away we heard the bark\n"
    text += "    Of dogs that guard the nomad's tent."
    assert rows(f"{wrap(ENVOY)}\n\n{text}\n\n{wrap(RIVER)}")[1:3] == [
        "The moon was down, the night was dark,",
        "  And far away we heard the bark",
    ]


def test_items_of_a_list_stay_items_and_get_their_own_wrapped_lines_back() -> None:
    text = """1. The parties cease all hostilities at once and withdraw their
   troops behind the river.
2. Prisoners are exchanged.
   (a) officers first
   (b) then soldiers
3. Trade is free."""
    assert blocks(f"{wrap(ENVOY)}\n\n{text}")[1:] == [
        (
            "list-item",
            "1. The parties cease all hostilities at once and withdraw their troops behind the "
            "river.",
        ),
        ("list-item", "2. Prisoners are exchanged."),
        ("list-item", "(a) officers first"),
        ("list-item", "(b) then soldiers"),
        ("list-item", "3. Trade is free."),
    ]


def test_a_number_that_opens_a_line_by_chance_is_no_item() -> None:
    text = (
        "The treaty was signed on the ninth of April in the year\n"
        "1919. The envoy went home at once and never came back to the\nkhanate."
    )
    assert blocks(text) == [("paragraph", text.replace("\n", " "))]


def test_a_bare_list_of_names_keeps_its_lines() -> None:
    names = ["Asfandiyar", "Junaid Khan", "Said Abdullah", "Polvonniyoz Yusupov"]
    assert rows(wrap(ENVOY) + "\n\n" + "\n".join(names))[1:] == names


def test_a_reference_list_has_an_entry_a_line() -> None:
    text = """REFERENCES
[1] Yusupov P. Memoirs of a Young Khivan, translated from the
Uzbek by an unknown hand. Tashkent, 1999. 320 p.
[2] Skalov G. The Khivan revolution of 1920 // New East, 1922,
No. 3. P. 241-257."""
    assert rows(text) == [
        "REFERENCES",
        "[1] Yusupov P. Memoirs of a Young Khivan, translated from the Uzbek by an unknown hand. "
        "Tashkent, 1999. 320 p.",
        "[2] Skalov G. The Khivan revolution of 1920 // New East, 1922, No. 3. P. 241-257.",
    ]


def test_hanging_entries_are_made_whole() -> None:
    text = """Asfandiyar Khan, ruler of Khiva from 1910, killed in his palace by
    the men of Junaid in 1918.
Junaid Khan, leader of the Yomut Turkmens, who held the power in the
    khanate from 1918 until 1920 and fled."""
    assert [row.split(",")[0] for row in rows(text)] == ["Asfandiyar Khan", "Junaid Khan"]


def test_a_table_keeps_its_rows_and_gaps() -> None:
    table = "Name           Killed     Wounded\nNorthern        12           40"
    found = blocks(f"{wrap(ENVOY)}\n\n{table}")
    assert found[1:] == [("preformatted", row) for row in table.split("\n")]


def test_a_telegram_in_capitals_is_one_paragraph_and_no_heading() -> None:
    text = """TO THE COMMANDER IN CHIEF TASHKENT STOP THE KHAN HAS BEEN
KILLED IN HIS PALACE STOP SEND TROOPS AT ONCE STOP THE ROAD
TO KHANKI IS HELD BY TURKMEN HORSEMEN STOP WATER IS SCARCE
AND THE CAMELS ARE DYING STOP ANSWER BY THE SAME LINE STOP"""
    assert blocks(text) == [("paragraph", text.replace("\n", " "))]


def test_the_end_of_a_letter_keeps_its_lines() -> None:
    text = wrap(
        "I have the honour to report to Your Excellency that the treaty was signed yesterday and "
        "that I remain, with great respect,"
    )
    assert rows(f"{text}\n\nYour obedient servant,\n\nSkalov")[1:] == [
        "Your obedient servant,",
        "Skalov",
    ]


def test_a_closing_far_to_the_right_is_a_line_of_its_own() -> None:
    letter = wrap("I have arrived at last after many hardships, and I am well.", 50)
    lines = [*letter.split("\n"), " " * 30 + "Your brother,", " " * 38 + "JOHN."]
    assert rows(wrap(ENVOY, 50) + "\n\n" + "\n".join(lines))[-2:] == ["Your brother,", "JOHN."]


def test_russian_text_is_no_different() -> None:
    first = (
        "В 1918 году хан Асфендиар был убит людьми Джунаид-хана в своём дворце. Новым ханом стал "
        "Саид Абдулла, старший брат убитого. Население страдало от поборов."
    )
    second = (
        "В ноябре 1919 года в Ташкент прибыла Туркестанская комиссия. Она поддержала восстание "
        "против хана и направила отряды на территорию ханства."
    )
    assert rows(f"{wrap(first, 50)}\n{wrap(second, 50)}") == [first, second]


def test_arabic_text_without_capitals_is_joined() -> None:
    text = (
        " ".join(["قتل الخان في قصره على يد رجال جنيد خان وتولى أخوه الحكم بعد ذلك بأيام"] * 4)
        + "."
    )
    assert rows(wrap(text, 60)) == [text]


def test_chinese_lines_are_joined_without_a_space() -> None:
    text = "希瓦汗国是中亚的一个国家首都是希瓦一九一八年可汗被杀" * 4 + "。"
    lines = [text[at : at + 35] for at in range(0, len(text), 35)]
    assert rows("\n".join(lines)) == [text]


@pytest.mark.parametrize("dash", ["—", "--"])
def test_a_closed_up_dash_at_a_lines_end_stays_closed(dash: str) -> None:
    text = (
        f"The khan, who had never in his life seen a telegraph{dash}\n"
        f"nor wished to see one{dash}sent the whole of the apparatus\nback to the governor."
    )
    assert rows(text) == [text.replace("\n", " ").replace(f"graph{dash} ", f"graph{dash}")]


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("all the soldiers and/", "or the horses that", "and/or the horses"),
        ("is at http://khiva.example/", "and can be read", "khiva.example/ and can"),
    ],
)
def test_a_stroke_joins_words_but_not_an_address_and_a_word(
    above: str, below: str, joined: str
) -> None:
    text = (
        f"The envoy was told by the governor of {above}\n"
        f"{below} he had seen on his way to Khiva and to the palace of\nthe khan."
    )
    assert joined in rows(text)[0]


@pytest.mark.parametrize("text", ["", "\n\n \n", "\f\n\f"])
def test_a_text_of_blanks_has_no_blocks(text: str) -> None:
    assert blocks(text) == []
