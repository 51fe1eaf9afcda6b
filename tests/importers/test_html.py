"""Saved web pages: the article and its notes, without the site; fields of its head."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khiva_notes import importers
from khiva_notes.importers.markup.element import DEEPEST
from khiva_notes.importers.markup.html_tree import parse_html
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

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Khiva | A site</title>
<meta property="og:site_name" content="A site">
<link rel="canonical" href="https://example.org/khiva">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type":
"NewsArticle", "headline": "The fall of Khiva", "datePublished": "2019-05-01T10:00:00Z",
"author": [{"@type": "Person", "name": "Ann Author"}]}]}</script>
<style>p { color: red }</style></head>
<body class="has-sidebar"><nav><ul><li><a href="/">Home</a></ul></nav>
<header>Site name</header>
<div class="sidebar">Other stories</div>
<article><h1>The fall of Khiva</h1>
<p>On 1&nbsp;October 1918 the <em>khan</em> was killed.<sup><a href="#fn1" id="r1">1</a></sup>
<p>Second <b>paragraph</b><script>alert("no")</script> with <img src="http://example.org/x.png"
alt="a picture"> an image.
<blockquote><p>He stabbed the khan.</p></blockquote>
<ul><li>one<li>two</ul>
<table><tr><th>Year<th>Event<tr><td>1918<td>Murder</table>
<p>A line<br>and another</p>
<div class="share">Share this!</div>
<ol class="footnotes"><li id="fn1"><p>Yusupov, <i>Memoirs</i>. <a href="#r1">↩</a></p></li></ol>
</article><footer>Imprint</footer></body></html>"""


def test_the_article_comes_without_the_site() -> None:
    came = importers.read_bytes(PAGE.encode(), "khiva.html")
    assert kinds(came) == [
        ("heading", "The fall of Khiva"),
        ("paragraph", "On 1\xa0October 1918 the khan was killed.¹"),
        ("paragraph", "Second paragraph with an image."),
        ("quotation", "He stabbed the khan."),
        ("list-item", "one"),
        ("list-item", "two"),
        ("preformatted", "Year\tEvent"),
        ("preformatted", "1918\tMurder"),
        ("verse", "A line"),
        ("verse", "and another"),
        ("note", "¹ Yusupov, Memoirs."),
    ]
    assert marked(came) == [
        ("emphasis", "khan", ""),
        ("strong", "paragraph", ""),
        ("emphasis", "Memoirs", ""),
    ]


def test_a_page_tells_of_itself() -> None:
    came = importers.read_bytes(PAGE.encode(), "khiva.html")
    assert came.title == "The fall of Khiva"
    assert came.language == "en-GB"
    assert came.bibliography == {
        "title": "The fall of Khiva",
        "author": [{"literal": "Ann Author"}],
        "issued": {"date-parts": [[2019, 5, 1]]},
        "language": "en-GB",
        "container-title": "A site",
        "URL": "https://example.org/khiva",
    }


def test_the_fields_of_a_journal_go_before_all_others() -> None:
    head = (
        '<title>Wrong</title><meta name="citation_title" content="Right">'
        '<meta name="citation_author" content="Author, Ann">'
        '<meta name="citation_author" content="Writer, Bob">'
        '<meta name="citation_publication_date" content="2019/05/01">'
        '<meta name="citation_journal_title" content="A Journal">'
        '<meta name="citation_firstpage" content="1"><meta name="citation_lastpage" content="9">'
    )
    page = f"<html><head>{head}</head><body><p>Words.</p></body></html>"
    item = importers.read_bytes(page.encode(), "a.html").bibliography
    assert item["title"] == "Right"
    assert item["author"] == [
        {"family": "Author", "given": "Ann"},
        {"family": "Writer", "given": "Bob"},
    ]
    assert item["issued"] == {"date-parts": [[2019, 5, 1]]}
    assert (item["container-title"], item["page"]) == ("A Journal", "1-9")


def test_notes_as_an_encyclopedia_marks_them() -> None:
    page = (
        '<html><body><p>Killed.<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">'
        '<span>[</span>1<span>]</span></a></sup></p><ol><li id="cite_note-1"><b><a '
        'href="#cite_ref-1">^</a></b> <span>Yusupov 1920.</span></li></ol></body></html>'
    )
    assert kinds(importers.read_bytes(page.encode(), "a.html")) == [
        ("paragraph", "Killed.¹"),
        ("note", "¹ Yusupov 1920."),
    ]


def test_a_page_as_pandoc_writes_it() -> None:
    came = importers.read_bytes(made_by_pandoc(SAMPLE, "html"), "a.html")
    found = kinds(came)
    start = found.index(("heading", "Discussion"))
    assert found[start + 1 :] == [
        ("paragraph", "First emphasised words and strong ones with a note.¹ More."),
        ("quotation", "A quotation stands here."),
        ("list-item", "1. one"),
        ("list-item", "2. two"),
        ("list-item", "nested"),
        ("verse", "line one"),
        ("verse", "line two"),
        ("preformatted", "a\tb"),
        ("preformatted", "1\t2"),
        ("paragraph", "Second paragraph, 19th century.²"),
        ("note", "¹ The note."),
        ("note", "Its second paragraph."),
        ("note", "² Another."),
    ]


def test_the_article_comes_back_with_its_words_in_order() -> None:
    article = importers.read(ARTICLE)
    data = made_by_pandoc(as_markdown(article), "html", "markdown-smart")
    came = importers.read_bytes(data, "article.html")
    assert words_in_order(article.body.text, came.body.text) == 1.0


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "koi8-r"])
def test_a_page_says_how_its_letters_are_encoded(encoding: str) -> None:
    page = f'<html><meta charset="{encoding}"><body><p>Хан был убит в Хиве.</p></body></html>'
    came = importers.read_bytes(page.encode(encoding), "a.html")
    assert came.body.text == "Хан был убит в Хиве."


def test_a_page_that_only_a_script_fills() -> None:
    page = b'<html><body><div id="app"></div><script>draw()</script></body></html>'
    with pytest.raises(UserError, match="shows no text"):
        importers.read_bytes(page, "a.html")


@pytest.mark.parametrize(
    "piece",
    ["<!--", "<div>", "<a href='", '<p class="', "&#", "<b><i></b>", "<table><tr><td>", "</p>"],
)
def test_a_page_of_one_piece_over_and_over(piece: str) -> None:
    with contextlib.suppress(UserError):
        importers.read_bytes(("<html><p>Words " + piece * 20_000).encode(), "a.html")


def test_elements_in_elements_without_end() -> None:
    root = parse_html("<div>" * 10_000 + "deep", "a.html")
    assert root.words() == "deep"
    depth, element = 0, root
    while inner := [child for child in element.children if not isinstance(child, str)]:
        element, depth = inner[0], depth + 1
    assert depth <= DEEPEST


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PAGE.replace(">", ">\0").replace("<", "\0<").split("\0"))))
def test_tags_in_any_order_make_a_sound_text(pieces: list[str]) -> None:
    try:
        came = importers.read_bytes(("<html>" + "".join(pieces)).encode(), "a.html")
    except UserError:
        return
    body = came.body
    assert [body.text[b.start : b.end] for b in body.blocks] == body.text.split("\n")
    assert all(0 <= m.start < m.end <= len(body.text) for m in came.marks)
