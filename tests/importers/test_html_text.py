"""The words of HTML, and pages that were made to stop a reader."""

from __future__ import annotations

import pytest

from khiva_notes.importers.html_text import is_line_break, lines_of_html


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("<p>One</p><p>two</p>", ["One", "two"]),
        ("One <b>bold</b>\n  word", ["One bold word"]),
        ('<a title="x > y">z</a>', ["z"]),
        ("<tr><td>a</td><td>b</td></tr>", ["a b"]),
        ("a &lt;b&gt; &eacute;", ["a <b> é"]),
        ("3 < 4 and 5 > 4", ["3 < 4 and 5 > 4"]),
        ("a<!-- no --->b<script>x < y; '</b>'</script>c<style>p{}</style>", ["abc"]),
        ("a<!-- open to the end", ["a"]),
        ("<?php x ?><!DOCTYPE html>a", ["a"]),
        ("<p> </p>", []),
    ],
)
def test_the_words_that_a_browser_would_show(source: str, lines: list[str]) -> None:
    assert lines_of_html(source) == lines


@pytest.mark.parametrize("piece", ["<!--", "<div ", '<div a="', "</", "<a '", "<![CDATA[", "<?"])
def test_unclosed_pieces_by_the_hundred_thousand_are_read_in_one_pass(piece: str) -> None:
    assert lines_of_html("words<br>" + piece * 100_000)[0] == "words"


@pytest.mark.parametrize(("tag", "breaks"), [("<br>", True), ("<BR />", True), ("<b>", False)])
def test_a_line_break_inside_a_paragraph(tag: str, breaks: bool) -> None:
    assert is_line_break(tag) is breaks
