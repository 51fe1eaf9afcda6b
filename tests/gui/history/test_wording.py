"""Differences as they are shown: both texts can be read out of them."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.gui.history.wording import as_html
from khiva_notes.gui.theme import LIGHT
from khiva_notes.model.item_state import Difference

WORDS = st.lists(st.sampled_from(["a", "b", "<c>", "&", " ", "  ", "\n", "Хан"]), max_size=10).map(
    "".join
)


def read(html: str, without: str) -> str:
    """Read one of the two texts: the marks of the other are left out with their words."""
    body = re.sub(r"^<p.*?</p>", "", html)
    body = re.sub(rf'<span style="[^"]*{without}[^"]*">.*?</span>', "", body)
    return unescape(re.sub(r"<[^<>]*>", "", body.replace("<br>", "\n")))


@given(WORDS, WORDS)
def test_either_text_is_what_is_left_without_the_marks_of_the_other(old: str, new: str) -> None:
    html = as_html([Difference("Notes", old, new)], LIGHT)
    assert read(html, "line-through") == new
    assert read(html, "underline") == old


def test_a_phrase_that_was_replaced_stays_whole() -> None:
    html = as_html([Difference("Role", "the old army chief", "the new Yomut ruler")], LIGHT)
    assert ">old army chief</span>" in html
    assert ">new Yomut ruler</span>" in html
