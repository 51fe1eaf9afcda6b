"""The clipboard as a source: formatted where that loses nothing."""

from __future__ import annotations

import pytest

from khiva_notes.model.errors import UserError
from khiva_notes.services.pasting import read_pasted


def test_headings_and_emphasis_come_with_the_html() -> None:
    html = "<h2>The siege</h2><p>The khan was <em>killed</em> at night.</p>"
    read = read_pasted("The siege\nThe khan was killed at night.", html)
    assert read.imported is not None
    assert read.imported.title == "The siege"
    assert [block.kind for block in read.imported.body.blocks] == ["heading", "paragraph"]
    assert [mark.kind for mark in read.imported.marks] == ["emphasis"]


def test_html_that_loses_words_gives_way_to_the_words() -> None:
    words = " ".join(f"word{number}" for number in range(50))
    read = read_pasted(words, "<nav>only the menu</nav><p>word1 word2</p>")
    assert read.imported is not None
    assert read.imported.body.text == words


def test_a_text_without_a_title_is_called_by_its_first_words() -> None:
    read = read_pasted("В ночь на 27 сентября Исфандияр-хан был убит в своём дворце. И потом.")
    assert read.imported is not None
    assert read.imported.title.startswith("В ночь на 27 сентября")
    assert read.imported.title.endswith("…")


def test_an_empty_clipboard_is_said_calmly() -> None:
    with pytest.raises(UserError, match="no text on the clipboard"):
        read_pasted("  \n")
