"""Passages on corrected texts as editors make them, each with the one place that is right."""

from __future__ import annotations

import pytest

from khiva_notes.model.anchors import Correction, Found

PARAGRAPHS = [
    "In 1873 the Russian army entered Khiva and the khan signed the treaty of Gandimiyan.",
    "The khan Asfandiyar was killed on 1 October 1918 by Eshim, a man of Junaid-khan.",
    "Junaid-khan put Said Abdulla on the throne, but the power was in the hands of Junaid.",
    "In the second half of January 1920 the Red Army and the Young Khivans took the city.",
    "The last khan abdicated on 2 February 1920 and the People's Republic was proclaimed.",
]
OLD = "\n".join(PARAGRAPHS)


def carried(old: str, new: str, words: str, occurrence: int = 0) -> tuple[str, str] | None:
    """Find the words' n-th occurrence in the new text: its words there, and how they were found."""
    start = -1
    for _ in range(occurrence + 1):
        start = old.index(words, start + 1)
    found = Correction(old, new).find(start, start + len(words))
    return (new[found.start : found.end], found.status) if found else None


@pytest.mark.parametrize(
    ("wrong", "right", "words", "expected"),
    [
        ("Asfandiyar", "Isfandiyar", "Asfandiyar", "Isfandiyar"),
        ("Asfandiyar", "Isfandiyar", "khan Asfandiyar was killed", "khan Isfandiyar was killed"),
        ("Asfandiyar", "Isfandiyar", "The khan Asfandiyar", "The khan Isfandiyar"),
        ("by Eshim, a man", "by a certain Eshim, a man", "killed on 1 October 1918 by Eshim",
         "killed on 1 October 1918 by a certain Eshim"),
        ("1 October", "the first of October", "1 October 1918", "the first of October 1918"),
        ("the power was", "all power was", "the power was in the hands of Junaid",
         "all power was in the hands of Junaid"),
        ("Gandimiyan.", "Gandimian.", "treaty of Gandimiyan.", "treaty of Gandimian."),
    ],
)  # fmt: skip
def test_words_that_were_corrected_are_found_with_their_edges(
    wrong: str, right: str, words: str, expected: str
) -> None:
    assert carried(OLD, OLD.replace(wrong, right, 1), words) == (expected, "fuzzy")


@pytest.mark.parametrize("words", ["Khiva", "1873", "Junaid-khan put Said Abdulla", "power", "."])
def test_words_beside_a_correction_are_found_as_they_are(words: str) -> None:
    new = OLD.replace("the Russian army", "the army of General Kaufmann").replace("signed", "put")
    assert carried(OLD, new, words) == (words, "ok")


def test_a_moved_paragraph_takes_its_passages_along() -> None:
    moved = "\n".join([PARAGRAPHS[0], *PARAGRAPHS[2:], PARAGRAPHS[1]])
    for words in (
        "Eshim",
        "The khan Asfandiyar",
        "killed on 1 October 1918",
        "a man of Junaid-khan.",
    ):
        assert carried(OLD, moved, words) == (words, "moved")
    for words in ("Said Abdulla", "Gandimiyan.", "The last khan"):
        assert carried(OLD, moved, words) == (words, "ok")


def test_words_that_are_corrected_in_a_moved_paragraph_are_found() -> None:
    killed = PARAGRAPHS[1].replace("Asfandiyar", "Isfandiyar")
    moved = "\n".join([PARAGRAPHS[0], *PARAGRAPHS[2:], killed])
    assert carried(OLD, moved, "The khan Asfandiyar was") == ("The khan Isfandiyar was", "fuzzy")


def test_words_that_were_struck_out_are_not_found_elsewhere() -> None:
    without = "\n".join(PARAGRAPHS[:1] + PARAGRAPHS[2:])
    assert carried(OLD, without, "Junaid-khan", 0) is None
    assert carried(OLD, without, "Asfandiyar was killed on 1 October 1918") is None
    replaced = OLD.replace("by Eshim, a man of Junaid-khan", "by persons unknown")
    assert carried(OLD, replaced, "Junaid-khan", 0) is None


def test_a_name_of_one_word_lands_on_its_own_occurrence_out_of_many() -> None:
    lines = [f"Letter {n}: to Junaid from the khan, number {n * 7}, on horses." for n in range(25)]
    new = [line.replace("horses", "camels") for line in lines if "Letter 3:" not in line]
    new[10:10] = ["Junaid answered with a letter that was found only later.", "Junaid, Junaid!"]
    old_text, new_text = "\n".join(lines), "\n".join(new)
    correction = Correction(old_text, new_text)
    for number, line in enumerate(lines):
        start = old_text.index(line) + line.index("Junaid")
        found = correction.find(start, start + 6)
        if number == 3:
            assert found is None
        else:
            place = new_text.index(f"Letter {number}:") + line.index("Junaid")
            assert found == Found(place, place + 6, "ok")


def test_words_repeated_without_end_keep_their_count() -> None:
    old = "Amen. " * 200
    new = "Let us pray. " + old
    for number in (0, 57, 199):
        found = Correction(old, new).find(number * 6, number * 6 + 4)
        assert found is not None and found.start == number * 6 + len("Let us pray. ")


def test_a_large_part_without_unique_words_is_still_aligned() -> None:
    days = [
        f"Up and to the office, where all the morning on day {n}; and so to bed" for n in range(90)
    ]
    old, new = ". ".join(days), ". ".join(days[45:] + days[:45])
    start = old.index("day 70")
    found = Correction(old, new).find(start, start + 6)
    assert found is not None and new[found.start : found.end] == "day 70"


@pytest.mark.parametrize(
    ("old", "new", "words", "expected"),
    [
        ("希瓦汗国的可汗在一九一八年被杀。", "花剌子模的可汗在一九一八年被杀。",
         "可汗在一九一八年", ("可汗在一九一八年", "ok")),
        ("قتل الخان اسفنديار في خيوة سنة ١٩١٨", "قتل الخان أسفنديار في خيوة سنة ١٩١٨",
         "اسفنديار", ("أسفنديار", "fuzzy")),
        ("Хан Асфандиёр был убит 1 октября", "Хан Асфандияр был убит 1 октября",
         "Хан Асфандиёр", ("Хан Асфандияр", "fuzzy")),
        ("😀 Junaid 😀 wrote", "😀😀 Junaid 😀 wrote", "Junaid 😀", ("Junaid 😀", "ok")),
        ("the Junaidkhan rode", "the Dzhunaidkhan rode", "khan", ("khan", "ok")),
    ],
)  # fmt: skip
def test_other_scripts_and_parts_of_words(
    old: str, new: str, words: str, expected: tuple[str, str]
) -> None:
    assert carried(old, new, words) == expected


def test_lines_that_are_joined_keep_their_passages() -> None:
    assert carried(
        "Junaid rode to\nKhiva at night.", "Junaid rode to Khiva at night.", "Khiva"
    ) == (
        "Khiva",
        "ok",
    )
    assert carried(OLD, OLD.replace("\n", " "), "of Gandimiyan.\nThe khan") == (
        "of Gandimiyan. The khan",
        "fuzzy",
    )


def test_the_place_of_lost_words_is_told_roughly() -> None:
    new = OLD.replace(PARAGRAPHS[1], "A page is missing here.").replace(
        "In 1873", "In the year 1873"
    )
    place = Correction(OLD, new).expected(OLD.index("Eshim"))
    there = new.index("A page is missing")
    assert there - 20 <= place <= there + len(PARAGRAPHS[1])


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 2), (0, len(OLD) + 1)])
def test_no_passage_no_place(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no passage"):
        Correction(OLD, OLD + ".").find(start, end)


def test_a_passage_of_many_pages_is_found_by_its_ends() -> None:
    pages = " ".join(
        f"On day {n} the khan rode to the well number {n * 3} and back." for n in range(400)
    )
    old = f"Before it. {pages} After it."
    new = old.replace("day 77 ", "day seventy-seven ").replace("Before", "In front of")
    found = Correction(old, new).find(old.index("On day 0"), old.index(" After it"))
    assert found is not None and found.status == "fuzzy"
    assert (found.start, found.end) == (new.index("On day 0"), new.index(" After it"))
