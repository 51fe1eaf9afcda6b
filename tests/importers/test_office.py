"""Word, OpenDocument and EPUB documents, made by pandoc and read back."""

from __future__ import annotations

import pytest

from khiva_notes import importers
from khiva_notes.model.errors import UserError
from tests.importers.documents import (
    ARTICLE,
    SAMPLE,
    as_markdown,
    kinds,
    made_by_pandoc,
    marked,
    with_part,
    words_in_order,
)

FORMS = ("docx", "odt", "epub")


@pytest.fixture(scope="module")
def documents() -> dict[str, bytes]:
    return {form: made_by_pandoc(SAMPLE, form) for form in FORMS}


@pytest.mark.parametrize("form", FORMS)
def test_structure_notes_and_emphasis_survive(documents: dict[str, bytes], form: str) -> None:
    came = importers.read_bytes(documents[form], f"khiva.{form}")
    found = kinds(came)
    start = found.index(("heading", "Discussion"))
    assert found[start:] == [
        ("heading", "Discussion"),
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
    assert marked(came) == [
        ("emphasis", "emphasised words", ""),
        ("strong", "strong ones", ""),
    ]


@pytest.mark.parametrize("form", FORMS)
def test_a_document_tells_of_itself(documents: dict[str, bytes], form: str) -> None:
    came = importers.read_bytes(documents[form], f"khiva.{form}")
    assert came.title == "The fall of Khiva"
    assert came.language == "en"
    assert came.bibliography["author"] == [{"literal": "Ann Author"}, {"literal": "Bob Writer"}]
    assert came.original == documents[form]


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_the_title_in_the_text_stays_there(documents: dict[str, bytes], form: str) -> None:
    found = kinds(importers.read_bytes(documents[form], f"khiva.{form}"))
    assert found[:2] == [("heading", "The fall of Khiva"), ("paragraph", "Ann Author")]


@pytest.mark.parametrize("form", FORMS)
def test_the_article_comes_back_with_its_words_in_order(form: str) -> None:
    article = importers.read(ARTICLE)
    data = made_by_pandoc(as_markdown(article), form, "markdown-smart")
    came = importers.read_bytes(data, f"article.{form}")
    assert words_in_order(article.body.text, came.body.text) == 1.0


@pytest.mark.parametrize("form", FORMS)
def test_a_document_is_known_by_its_contents(documents: dict[str, bytes], form: str) -> None:
    right = importers.read_bytes(documents[form], f"khiva.{form}")
    wrong = importers.read_bytes(documents[form], "khiva.txt")
    assert wrong.body == right.body
    assert "ends in .txt" in wrong.notices[0]
    assert importers.read_bytes(documents[form], "khiva").notices == ()


def test_the_pages_that_word_laid_out() -> None:
    data = made_by_pandoc("One.\n\nTwo goes\n\nthree.", "docx")
    broken = with_part(
        data,
        "word/document.xml",
        lambda part: part.replace(b">Two goes", b">Two <w:lastRenderedPageBreak/>goes", 1).replace(
            b"Two <w:lastRenderedPageBreak/>goes</w:t>",
            b"Two </w:t><w:lastRenderedPageBreak/><w:t>goes</w:t>",
        ),
    )
    body = importers.read_bytes(broken, "a.docx").body
    assert body.text == "One.\nTwo goes\nthree."
    assert [(page.label, body.text[page.offset :][:4]) for page in body.pages] == [
        ("1", "One."),
        ("2", "goes"),
    ]


def test_the_pages_of_an_opendocument_text() -> None:
    data = made_by_pandoc("One.\n\nTwo goes\n\nthree.", "odt")
    broken = with_part(
        data,
        "content.xml",
        lambda part: part.replace(b"goes", b"<text:soft-page-break/>goes").replace(
            b"goes</text:p>", b"goes</text:p><text:soft-page-break/>"
        ),
    )
    body = importers.read_bytes(broken, "a.odt").body
    assert body.text == "One.\nTwo goes\nthree."
    assert [(page.label, body.text[page.offset :][:4]) for page in body.pages] == [
        ("1", "One."),
        ("2", "goes"),
        ("3", "thre"),
    ]


def test_the_printed_pages_of_a_book() -> None:
    source = 'One <span epub:type="pagebreak" role="doc-pagebreak" id="p12" title="12"></span>two.'
    data = made_by_pandoc(f"# A\n\nStart.\n\n`{source}`{{=html}}\n", "epub")
    body = importers.read_bytes(data, "a.epub").body
    assert [(page.label, body.text[page.offset :][:3]) for page in body.pages] == [("12", "two")]


def test_a_document_of_another_program_under_words_name() -> None:
    page = b"<html><head><title>T</title></head><body><p>Words saved as a web page.</p></body>"
    assert importers.read_bytes(b"Only words.", "a.docx").body.text == "Only words."
    assert "<" not in importers.read_bytes(page, "a.docx").body.text


@pytest.mark.parametrize("form", FORMS)
def test_a_document_cut_short(documents: dict[str, bytes], form: str) -> None:
    whole = documents[form]
    for size in range(5, len(whole), len(whole) // 17):
        with pytest.raises(UserError) as caught:
            importers.read_bytes(whole[:size], f"a.{form}")
        assert caught.value.remedy


def test_a_document_without_words() -> None:
    with pytest.raises(UserError, match="no text in it"):
        importers.read_bytes(made_by_pandoc("", "docx"), "a.docx")
