"""RTF as several programs write it."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khiva_notes import importers
from khiva_notes.model.errors import UserError
from tests.importers.documents import (
    ARTICLE,
    SAMPLE,
    as_markdown,
    kinds,
    made_by_pandoc,
    marked,
    words_in_order,
)

WORD = (
    r"{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0\fcharset204 Times;}{\f1\fcharset238 Times;}}"
    r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s17 Quote;}}"
    r"{\info{\title The fall of Khiva}{\author Ann Author}{\company A firm}}"
    r"{\header\pard A running head\par}{\*\generator Msftedit;}"
    "\r\n"
    r"\pard\s1 Heading\par\pard\plain \f0\'d5\'e0\'ed {\i killed}{\super\chftn{\footnote \pard "
    r"\chftn  Yusupov, {\i Memoirs}.\par Second.}} in \u1061?\u1080?\u1074?\u1072?.\par"
    r"\pard\s17 A quotation \emdash  long.\par \pard\f1 P\'f8\'edli\'9a.\par"
    r"\trowd\intbl a\cell b\cell\row\pard"
    r"{\pict\wmetafile8 0102ff}{\field{\*\fldinst HYPERLINK x}{\fldrslt A link}} \u-10180?\u-9185?"
    r"\line next {\v hidden}\{brace\}\par}"
)


def test_word_as_it_is_written() -> None:
    came = importers.read_bytes(WORD.encode("ascii"), "a.rtf")
    assert kinds(came) == [
        ("heading", "Heading"),
        ("paragraph", "Хан killed¹ in Хива."),
        ("quotation", "A quotation — long."),
        ("paragraph", "Příliš."),
        ("preformatted", "a\tb"),
        ("verse", "A link \U0001f01f"),
        ("verse", "next {brace}"),
        ("note", "¹ Yusupov, Memoirs."),
        ("note", "Second."),
    ]
    assert marked(came) == [("emphasis", "killed", ""), ("emphasis", "Memoirs", "")]
    assert came.title == "The fall of Khiva"
    assert came.bibliography["author"] == [{"literal": "Ann Author"}]


def test_rich_text_as_pandoc_writes_it() -> None:
    found = kinds(importers.read_bytes(made_by_pandoc(SAMPLE, "rtf"), "a.rtf"))
    for expected in [
        ("heading", "Discussion"),
        ("paragraph", "First emphasised words and strong ones with a note.¹ More."),
        ("quotation", "A quotation stands here."),
        ("preformatted", "a\tb"),
        ("paragraph", "Second paragraph, 19th century.²"),
        ("note", "¹ The note."),
        ("note", "Its second paragraph."),
        ("note", "² Another."),
    ]:
        assert expected in found


def test_the_article_comes_back_with_its_words_in_order() -> None:
    article = importers.read(ARTICLE)
    data = made_by_pandoc(as_markdown(article), "rtf", "markdown-smart")
    came = importers.read_bytes(data, "article.rtf")
    assert words_in_order(article.body.text, came.body.text) == 1.0


def test_rich_text_without_words() -> None:
    with pytest.raises(UserError, match="no text in it"):
        importers.read_bytes(rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}}", "a.rtf")


def test_groups_in_groups_without_end() -> None:
    came = importers.read_bytes(b"{\\rtf1 " + b"{\\i " * 50_000 + b"deep", "a.rtf")
    assert came.body.text == "deep"


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORD.replace("\\", "\0\\").replace("}", "\0}").split("\0"))))
def test_control_words_in_any_order_make_a_sound_text(pieces: list[str]) -> None:
    with contextlib.suppress(UserError):
        body = importers.read_bytes(("{\\rtf1" + "".join(pieces)).encode(), "a.rtf").body
        assert [body.text[b.start : b.end] for b in body.blocks] == body.text.split("\n")
