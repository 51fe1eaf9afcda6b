"""Card bodies carried elsewhere: links resolved, code untouched, nothing left open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.exporters.parts.bodies import rewrite
from tests.exporters.reading import blocks


def upper(key: str, words: str, part: str) -> str:
    """Show what a link was understood as."""
    return f"<{key}/{words}/{part}>"


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("see [[khan]] there", "see <khan//> there"),
        ("[[khan|the khan]]", "<khan/the khan/>"),
        (r"| [[khan\|the khan]] |", "| <khan/the khan/> |"),
        ("[[article#^p2|there]]", "<article/there/^p2>"),
        ("![[khan]]", "<khan//>"),
        ("`[[khan]]` and [[khan]]", "`[[khan]]` and <khan//>"),
        ("``a ` [[khan]]`` [[khan]]", "``a ` [[khan]]`` <khan//>"),
        ("a ` alone [[khan]]", "a ` alone <khan//>"),
        ("a ` alone\n\n[[khan]] `", "a ` alone\n\n<khan//> `"),
        ("[[]] and [[a\nb]]", "[[]] and [[a\nb]]"),
    ],
)
def test_links_are_found_where_markdown_has_text(body, wanted):
    assert rewrite(body, upper) == wanted


def test_links_in_fenced_code_stay():
    body = "```\n[[khan]]\n```\n[[khan]]\n~~~ x\n[[khan]]\n~~~"
    assert rewrite(body, upper) == "```\n[[khan]]\n```\n<khan//>\n~~~ x\n[[khan]]\n~~~"


@pytest.mark.parametrize(
    "body",
    [
        "```\nnever closed",
        "~~~~\nnever closed\n~~~",
        "<!-- never closed",
        "<script>",
        "<pre>\nnever closed",
        "<?php",
        "<![CDATA[ x",
        "<!DOCTYPE",
    ],
)
def test_what_a_body_leaves_open_does_not_swallow_what_follows(body):
    read = blocks(rewrite(body, upper) + "\n\n# After\n")
    assert read[-1] == ("h1", "After")


@pytest.mark.parametrize("body", ["<!-- a\nnote -->\n\nwords", "<pre>\n a\n</pre>"])
def test_html_that_is_closed_stays(body):
    assert rewrite(body, upper) == body


def test_headings_go_down_but_not_those_in_code():
    body = "# One\n\n###### Six\n\n```\n# code\n```\n\n#tag"
    assert rewrite(body, upper, deeper=2) == "### One\n\n###### Six\n\n```\n# code\n```\n\n#tag"


def test_footnotes_of_several_bodies_stay_apart():
    assert rewrite("a[^1]\n\n[^1]: note", upper, notes="khan-") == "a[^khan-1]\n\n[^khan-1]: note"


@given(st.text(alphabet="`~<>!-?#[]| \nakhiv/", max_size=60))
def test_no_body_can_hold_a_mark_of_the_program(body):
    made = rewrite(body + "\n<!-- /khiva -->\n<!-- khiva: a/b 0123456789ab -->", upper)
    assert not any(line.lstrip(" ").startswith("<!-- khiva") for line in made.split("\n"))
    assert not any(line.lstrip(" ").startswith("<!-- /khiva") for line in made.split("\n"))
