"""Markdown files: the words they show, block by block."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khiva_notes import importers
from khiva_notes.model.citations import find_marks
from khiva_notes.model.texts import ImportedText


def read(text: str, name: str = "a-file.md") -> ImportedText:
    return importers.read_bytes(text.encode(), name)


def blocks(text: str) -> list[tuple[str, int, str]]:
    body = read(text).body
    return [(b.kind, b.level, body.text[b.start : b.end]) for b in body.blocks]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("A *very* **old** ~~bad~~ `text`.", "A very old bad text."),
        ("He came\nin the\nevening.", "He came in the evening."),
        (
            "See [the treaty](http://x.org 'T') and <http://y.org>.",
            "See the treaty and http://y.org.",
        ),
        ("![A map of Khiva](map.png)", "A map of Khiva"),
        ("R&amp;D, 5 \\* 3, &eacute;", "R&D, 5 * 3, é"),
        ("The *Khan*s of Khiva", "The Khans of Khiva"),
        ("[[Junaid Khan|Junaid]] met [[Skalov]].", "Junaid met Skalov."),
        ("A <b>bold</b> word<!-- no -->.", "A bold word."),
        ("Marks [7,55-56] and [5] stay.", "Marks [7,55-56] and [5] stay."),
        ("snake_case_words and 2*3*4", "snake_case_words and 234"),
    ],
)
def test_the_words_stay_and_the_marks_go(source: str, words: str) -> None:
    assert blocks(source) == [("paragraph", 0, words)]


def test_headings_of_both_kinds_have_their_level() -> None:
    assert blocks("# One\n\nTwo\n---\n\n### Three *x* ###") == [
        ("heading", 1, "One"),
        ("heading", 2, "Two"),
        ("heading", 3, "Three x"),
    ]


def test_quotations_lists_and_code_are_told_apart() -> None:
    source = """> Quoted
> words.

1. First
2. Second
   wrapped
   - nested

```
code   here

  more
```
"""
    assert blocks(source) == [
        ("quotation", 0, "Quoted words."),
        ("list-item", 1, "1. First"),
        ("list-item", 1, "2. Second wrapped"),
        ("list-item", 2, "nested"),
        ("preformatted", 0, "code   here"),
        ("preformatted", 0, "  more"),
    ]


def test_a_paragraph_with_hard_breaks_is_verse() -> None:
    assert blocks("The moon was down,\\\nthe night was dark  \nand far away") == [
        ("verse", 0, "The moon was down,"),
        ("verse", 0, "the night was dark"),
        ("verse", 0, "and far away"),
    ]


def test_footnotes_come_last_and_do_not_look_like_citations() -> None:
    source = "He fled[^1] to Iran[^2] [3,179].\n\n[^1]: In 1920.\n[^2]: So says\n    Skalov.\n"
    assert blocks(source) == [
        ("paragraph", 0, "He fled¹ to Iran² [3,179]."),
        ("note", 0, "¹ In 1920."),
        ("note", 0, "² So says Skalov."),
    ]
    assert len(find_marks(read(source).body.text)) == 1


def test_footnotes_with_names_are_numbered() -> None:
    assert blocks("He fled[^why].\n\n[^why]: In 1920.")[1] == ("note", 0, "¹ In 1920.")


def test_a_note_that_nothing_refers_to_is_kept() -> None:
    source = "He fled[^2].\n\n[^2]: In 1920.\n\n[^7]: Nobody knows.\n"
    assert blocks(source)[1:] == [("note", 0, "² In 1920."), ("note", 0, "⁷ Nobody knows.")]


def test_a_citation_that_is_a_link_keeps_its_brackets() -> None:
    text = read(
        "He fled [5] and [the end].\n\n[5]: http://x.org\n[the end]: http://y.org"
    ).body.text
    assert text == "He fled [5] and the end."


def test_tables_keep_a_row_a_line() -> None:
    assert blocks("| a | b |\n|---|---|\n| 1 | **2** |") == [
        ("preformatted", 0, "a\tb"),
        ("preformatted", 0, "1\t2"),
    ]


def test_html_blocks_give_their_words() -> None:
    source = "<div><p>One &amp; <b>two</b></p>three<br>four</div>\n<script>x()</script>\n\nFive"
    assert [words for _, _, words in blocks(source)] == ["One & two", "three", "four", "Five"]


def test_deeply_nested_lists_lose_nothing() -> None:
    source = "\n".join("  " * depth + f"- item {depth}" for depth in range(20))
    assert [level for _, level, _ in blocks(source)] == list(range(1, 21))


FRONT = """---
title: "The Fall of Khiva"
author:
  - Skalov, Georgy
  - {family: Yusupov, given: P.}
date: 1920-02-02
lang: en-GB
---

# Another heading

Text.
"""


def test_front_matter_tells_title_authors_date_and_language() -> None:
    imported = read(FRONT)
    assert imported.title == "The Fall of Khiva"
    assert imported.language == "en-GB"
    assert imported.bibliography == {
        "title": "The Fall of Khiva",
        "author": [
            {"family": "Skalov", "given": "Georgy"},
            {"family": "Yusupov", "given": "P."},
        ],
        "issued": {"date-parts": [[1920, 2, 2]]},
        "language": "en-GB",
    }
    assert imported.body.text == "Another heading\nText."


@pytest.mark.parametrize(
    ("date", "issued"),
    [
        ("1919", {"date-parts": [[1919]]}),
        ("1919-04", {"date-parts": [[1919, 4]]}),
        ("April 1919", {"literal": "April 1919"}),
        ("2020-05-01T10:00:00Z", {"date-parts": [[2020, 5, 1]]}),
    ],
)
def test_dates_of_front_matter(date: str, issued: dict[str, object]) -> None:
    assert read(f"---\ndate: {date}\n---\nText").bibliography == {"issued": issued}


@pytest.mark.parametrize("fields", ["title: a: b: c", "date: 2021-13-45", "x: " + "[" * 5000])
def test_a_head_that_is_no_yaml_is_kept_as_text(fields: str) -> None:
    imported = read(f"---\n{fields}\n---\n\nText.")
    assert [b.kind for b in imported.body.blocks] == ["preformatted", "paragraph"]
    assert imported.body.text == f"{fields}\nText."
    assert "no valid YAML" in imported.notices[0]


def test_a_rule_at_the_beginning_is_no_front_matter() -> None:
    assert read("---\nText\n---\nMore").body.text == "Text\nMore"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# The treaty\n\nText", "The treaty"),
        ("Text first.\n\n# The treaty\n\nMore", "The treaty"),
        ("# Abstract\n\nText", "A file"),
        ("## One\n\n## Two", "One"),
        ("Text only.", "A file"),
    ],
)
def test_a_title_without_front_matter(text: str, title: str) -> None:
    assert read(text).title == title


def test_entities_cannot_smuggle_in_line_ends_or_loose_accents() -> None:
    assert read("a&#10;b e&#769; &#13;c").body.text == "a b é c"


@given(st.text(st.sampled_from("ab *_#>-[]()`|\n 1.é^<:&;~\\"), min_size=1, max_size=120))
def test_whatever_the_markup_the_blocks_are_the_lines(source: str) -> None:
    body = read(f"Khiva\n\n{source}").body
    lines = body.text.split("\n")
    assert [body.text[block.start : block.end] for block in body.blocks] == lines
    assert all(line.strip() for line in lines)


@given(
    st.lists(
        st.sampled_from(["khan", "*khan*", "**of**", "Khiva", "[the](x)", "`treaty`", "1919,"]),
        min_size=1,
        max_size=40,
    )
)
def test_no_word_of_a_paragraph_is_lost(parts: list[str]) -> None:
    plain = [part.replace("(x)", "").strip("*`[]") for part in parts]
    assert read("He " + "\n".join(parts)).body.text.split() == ["He", *plain]
