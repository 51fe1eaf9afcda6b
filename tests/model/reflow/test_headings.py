"""What is a heading, and of what level."""

from __future__ import annotations

import pytest

from khiva_notes.model.reflow import reflow
from tests.model.reflow.passages import ENVOY, RIVER, blocks, wrap


def headings(text: str) -> list[tuple[str, int]]:
    body = reflow(text).body
    return [(body.text[b.start : b.end], b.level) for b in body.blocks if b.kind == "heading"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("name", ["DISCUSSION", "THE TREATY OF KHIVA", "Conclusion", "ВВЕДЕНИЕ"])
def test_section_names_are_headings_with_or_without_blanks(name: str, gap: str) -> None:
    assert headings(f"{wrap(ENVOY)}{gap}{name}{gap}{wrap(RIVER)}") == [(name, 1)]


@pytest.mark.parametrize("name", ["Chapter 3", "Глава II. Договор", "IV", "Kapitel 2: Der Khan"])
def test_numbered_parts_are_headings(name: str) -> None:
    assert headings(f"{wrap(ENVOY)}\n\n{name}\n\n{wrap(RIVER)}") == [(name, 1)]


def test_a_short_line_over_a_paragraph_is_a_heading_below_the_capitals() -> None:
    text = f"RESULTS\n\n{wrap(ENVOY)}\n\nWhat the treaty said\n\n{wrap(RIVER)}"
    assert headings(text) == [("RESULTS", 1), ("What the treaty said", 2)]


def test_headings_are_found_between_paragraphs_of_one_line_too() -> None:
    assert headings(f"The fall of Khiva\n\n{ENVOY}\n\nThe treaty\n\n{RIVER}") == [
        ("The fall of Khiva", 1),
        ("The treaty", 1),
    ]


def test_an_abbreviation_that_ends_a_paragraph_is_no_heading() -> None:
    text = (
        "The representative of the republic received the orders of the\nRSFSR.\n"
        "The khan had none to give and none to receive from anyone at\nall."
    )
    assert [kind for kind, _ in blocks(text)] == ["paragraph", "paragraph"]


@pytest.mark.parametrize("line", ["Dear Sir,", "The envoy said:", "Nobody came.", "“Gone!”"])
def test_short_lines_that_end_with_punctuation_are_none(line: str) -> None:
    assert headings(f"{wrap(ENVOY)}\n\n{line}\n\n{wrap(RIVER)}") == []


def test_an_article_of_a_treaty_quoted_in_running_text_is_none() -> None:
    text = wrap(ENVOY) + (
        "\nArticle 5 of the treaty of 1873 with the khan provides that the"
        "\nkhanate is free of slaves."
    )
    assert headings(text) == []


def test_prose_set_in_from_the_margin_is_a_quotation() -> None:
    quoted = "\n".join("     " + line for line in wrap(RIVER, 50).split("\n"))
    found = blocks(f"{wrap(ENVOY)}\n\n{quoted}\n\n{wrap(ENVOY)}")
    assert [kind for kind, _ in found] == ["paragraph", "quotation", "paragraph"]


def test_nested_items_are_deeper() -> None:
    body = reflow("- Khiva\n  - Khanki\n  - Ilyali\n- Bukhara").body
    assert [block.level for block in body.blocks] == [1, 2, 2, 1]
