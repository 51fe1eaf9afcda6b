# ruff: noqa: E501
"""Printed references: what is understood of each, and where a text's list of them begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.model.bibliography.reference_line import read_reference
from khiva_notes.model.bibliography.references import find_references
from tests.model.bibliography.reference_cases import ENGLISH, RUSSIAN, UNSEEN, told

PIECES = st.sampled_from(
    [
        "Иванов",
        "И.И.",
        "//",
        "–",
        "М.:",
        "Наука,",
        "1963.",
        "С.",
        "5",
        "(",
        ")",
        "«",
        "»",
        "“",
        "”",
        "http://x.y",
        "10.1/x",
        "In:",
        "et",
        "al.",
        "&",
        ";",
        "[1]",
        "2.",
        "№",
    ]
)


@pytest.mark.parametrize(("line", "expected"), RUSSIAN + ENGLISH, ids=lambda one: str(one)[:30])
def test_a_printed_reference_is_understood(line: str, expected: dict[str, str]) -> None:
    found = told(read_reference(line))
    assert {name: found[name] for name in expected} == expected


def test_references_written_down_later_are_understood_as_well() -> None:
    parts = [
        (told(read_reference(line))[name], value) for line, e in UNSEEN for name, value in e.items()
    ]
    right = sum(found == value for found, value in parts)
    assert right >= 0.94 * len(parts)


@given(st.lists(PIECES | st.text(max_size=12), max_size=30).map(" ".join))
def test_no_line_makes_reading_fail(line: str) -> None:
    item = read_reference(line)
    assert item["type"]
    assert all(value not in ("", [], {}) for value in item.values())


@given(
    st.lists(PIECES | st.text(max_size=12) | st.just("\nReferences\n"), max_size=30).map(" ".join)
)
def test_what_is_found_stands_in_the_text(text: str) -> None:
    for one in find_references(text):
        assert 0 <= one.start < one.end <= len(text)
        assert " ".join(text[one.start : one.end].split()) == one.words


@pytest.mark.parametrize(
    "heading",
    [
        "References",
        "BIBLIOGRAPHY:",
        "Список литературы",
        "Литература",
        "СПИСОК ИСПОЛЬЗОВАННЫХ ИСТОЧНИКОВ И ЛИТЕРАТУРЫ",
        "Adabiyotlar ro‘yxati:",
        "Foydalanilgan adabiyotlar",
        "Works Cited",
        "5. References",
        "Источники и литература",
    ],
)
@pytest.mark.parametrize("sign", ["{}. ", "[{}] ", "{}) ", "{}."])
def test_a_numbered_list_is_found_under_its_heading(heading: str, sign: str) -> None:
    lines = [sign.format(n) + line for n, (line, _) in enumerate(RUSSIAN[:12], 1)]
    text = "\n".join(["Text with [1, 5].", heading, *lines, "Приложение", "1. Not this. 1999."])
    found = find_references(text)
    assert [one.number for one in found] == [str(n) for n in range(1, 13)]
    assert [one.words for one in found] == [line for line, _ in RUSSIAN[:12]]


def test_hanging_lines_go_on_with_their_entry() -> None:
    text = "References\n1. Becker, Seymour. Russia's Protectorates in\nCentral Asia. London: Brill, 1968.\n2. Park, A. Bolshevism. Leiden: Brill, 1957."
    one, two = find_references(text)
    assert one.item["title"] == "Russia's Protectorates in Central Asia"
    assert two.number == "2"


def test_entries_that_a_pdf_has_run_together_are_parted() -> None:
    text = "Adabiyotlar:\n1.Nabiev A. Tarixiy o`lkashunoslik. — T., 1996. 2.Istoricheskoe kraevedenie. - M., 1980. 3.Istoriya Uzbekistana. T. 2. – Tver, 1992. 4. Askarov A. Tarix. T., 1994."
    found = find_references(text)
    assert [one.number for one in found] == ["1", "2", "3", "4"]
    assert found[2].words.endswith("Tver, 1992.")


def test_a_list_without_a_heading_is_known_by_its_numbers() -> None:
    lines = [f"[{n}] {line}" for n, (line, _) in enumerate(ENGLISH[:5], 1)]
    assert len(find_references("\n".join(["Prose.", *lines]))) == 5


def test_a_list_without_numbers_has_one_entry_a_line() -> None:
    lines = [line for line, _ in ENGLISH[:5]]
    assert [one.words for one in find_references("\n".join(["Bibliography", *lines]))] == lines


def test_prose_and_numbered_points_are_no_list() -> None:
    assert (
        find_references("The treaty had points:\n1. Peace.\n2. Trade.\n3. Amnesty.\nIn 1918 ...")
        == ()
    )
    assert find_references("References to the khan are rare.\nIn 1918 he fell.") == ()
