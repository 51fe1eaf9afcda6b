"""Escaped text, read back by a CommonMark parser, is the text and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import example, given

from khiva_notes.exporters.parts.escape import cell, inline, line, one_line, paragraphs, quotation
from tests.exporters.reading import ONE_LINE, PASSAGES, blocks, quotations, tables


@given(ONE_LINE)
@example("# 1. a - b_c *d* `e` [f](g) <h> &amp; \\")
def test_a_heading_shows_exactly_the_text(text):
    wanted = one_line(text)
    read = blocks(f"# x {inline(text)} x")
    assert read == [("h1", f"x {wanted} x" if wanted else "x  x")]


@given(ONE_LINE)
@example("1. not a list")
@example("1918) not a list")
@example("- no list")
@example("+ no list")
@example("> no quotation")
@example("=====")
@example("    no code")
@example("\tno code")
@example("~~~")
@example("***")
@example("<script>")
@example("<!-- no comment -->")
@example("[a]: http://b")
@example("trailing  ")
def test_a_paragraph_shows_exactly_the_line(text):
    read = blocks(line(text))
    assert read == ([("p", text)] if text else [])


@given(PASSAGES)
@example("one\n\nthree")
@example("  verse\n    deeper")
@example("wow!")
@example("ends with \\")
def test_a_quotation_shows_exactly_the_passage(text):
    assert quotations(quotation(text)) == [text]


@given(PASSAGES)
def test_keeping_smart_punctuation_away_changes_nothing_that_is_shown(text):
    assert quotations(quotation(text, literal=True)) == [text]


@pytest.mark.parametrize(
    "text", ['"so" he said', "khan's", "a -- b --- c", "wait...", "Mr. X, p. 5", "e.g. this"]
)
def test_no_smart_sign_is_left_bare_in_a_literal_quotation(text):
    made = line(text, literal=True)
    for bare in ('"', "'", "-", "..", "Mr.", "p.", "e.g."):
        assert made.count(bare) == made.count("\\" + bare) or bare not in made.replace("\\", " ")


def test_a_footnote_mark_after_an_exclamation_is_no_picture():
    made = quotation("wow!", note="[^a-1]")
    assert made == "> wow\\![^a-1]"


@given(ONE_LINE, ONE_LINE)
@example("a|b", "c\\")
@example("\\|", "|")
def test_table_cells_keep_their_text_and_their_number(one, other):
    table = f"| a | b |\n| --- | --- |\n| {cell(one)} | {cell(other)} |"
    assert tables(table)[0][1] == [one.strip(), other.strip()]


def test_line_breaks_do_not_end_a_row():
    told = cell("one\r\ntwo | three\n")
    table = f"| a |\n| --- |\n| {told} |"
    assert tables(table) == [[["a"], ["one<html_inline>two | three"]]]


@given(PASSAGES)
def test_paragraphs_show_all_lines(text):
    assert "\n".join(shown for _, shown in blocks(paragraphs(text))) == text


def test_obsidian_tags_comments_highlights_and_pandoc_citations_are_plain_text():
    assert inline("#tag %%c%% ==h== @key2 $x$ ^id {.a}") == (
        r"\#tag \%\%c\%\% \=\=h\=\= \@key2 \$x\$ \^id \{.a}"
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("see https://a.org/b_c#d?e=1&f=2.", "see <https://a.org/b_c#d?e=1&f=2>."),
        ("(https://a.org/Khiva_(city))", "(<https://a.org/Khiva_(city)>)"),
        ("http://a.org", "<http://a.org>"),
        ("https://a.org/%20_x_", r"https\://a.org/%20_x\_"),
    ],
)
def test_an_address_is_a_link_and_not_escaped_to_pieces(text, wanted):
    assert line(text) == wanted


def test_what_needs_no_escape_stays_readable():
    plain = "In 1918, snake_case & co. wrote @ 9: 5 % - (yes) - no!"
    assert inline(plain) == plain
