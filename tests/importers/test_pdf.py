"""PDFs: a journal's two columns put in order, and files that cannot be read."""

from __future__ import annotations

import ctypes
import io
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from khiva_notes import importers
from khiva_notes.model.errors import UserError
from khiva_notes.model.texts import ImportedText
from tests.importers.documents import kinds, words_in_order

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture(scope="module")
def article() -> ImportedText:
    """``two-columns.pdf``, as ``make_pdf.py`` set it."""
    return importers.read(FIXTURES / "two-columns.pdf")


def pdf_of(*pages: tuple[tuple[float, float, float, str], ...]) -> bytes:
    """A PDF of lines at ``(x, y, size, words)``, a tuple of them for each page."""
    document = pdfium.PdfDocument.new()
    font = pdfium.raw.FPDFText_LoadStandardFont(document.raw, b"Helvetica")
    for lines in pages:
        page = document.new_page(595, 842)
        for x, y, size, words in lines:
            placed = pdfium.raw.FPDFPageObj_CreateTextObj(document.raw, font, size)
            wide = (words + "\0").encode("utf-16-le")
            buffer = (ctypes.c_ushort * (len(wide) // 2)).from_buffer_copy(wide)
            pdfium.raw.FPDFText_SetText(placed, buffer)
            pdfium.raw.FPDFPageObj_Transform(placed, 1, 0, 0, 1, x, y)
            pdfium.raw.FPDFPage_InsertObject(page.raw, placed)
        page.gen_content()
        page.close()
    target = io.BytesIO()
    document.save(target)
    document.close()
    return target.getvalue()


def test_two_columns_come_back_with_all_words_in_order(article: ImportedText) -> None:
    expected = (FIXTURES / "two-columns.txt").read_text("utf-8").strip().split("\n")
    body = [words.rstrip("⁰¹²³⁴⁵⁶⁷⁸⁹") for kind, words in kinds(article) if kind != "note"]
    notes = [words.partition(" ")[2] for kind, words in kinds(article) if kind == "note"]
    assert [*body, *notes] == expected
    assert words_in_order("\n".join(expected), "\n".join([*body, *notes])) == 1.0


def test_notes_follow_the_paragraph_in_which_their_page_ends(article: ImportedText) -> None:
    marks = [words.partition(" ")[0] for kind, words in kinds(article) if kind == "note"]
    assert marks == ["¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "¹⁰", "¹¹"]
    assert "instead of these states.¹\n" in article.body.text


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("ABSTRACT", "107"),
        ("The echo of the February", "107"),
        ("¹ See the state archive", "107"),
        ("However, both sides", "108"),
        ("¹⁰ See the state archive", "109"),
        ("beginning of the 20th century", "109"),
    ],
)
def test_a_place_is_on_the_page_that_is_printed(
    article: ImportedText, words: str, label: str
) -> None:
    offset = article.body.text.index(words)
    page = [page for page in article.body.pages if page.offset <= offset][-1]
    assert page.label == label


def test_running_heads_and_hyphens_are_gone_and_told_of(article: ImportedText) -> None:
    assert "International Journal" not in article.body.text
    assert "weak-minded and life-burner" in article.body.text
    told = " ".join(article.notices)
    assert "2 running heads" in told
    assert "22 hyphens" in told


def test_a_pdf_tells_of_itself(article: ImportedText) -> None:
    assert article.title == "The fall of the Khiva Khanate"
    assert article.bibliography["author"] == [{"literal": "Ann Author"}]
    assert article.language == "en"


def test_headings_by_size_and_paragraphs_by_indent() -> None:
    lines = (
        (72, 760, 20.0, "A large title"),
        (
            72,
            720,
            10.0,
            "The first paragraph has a line that goes across the whole of the page it is on,",
        ),
        (72, 708, 10.0, "and ends here."),
        (
            90,
            696,
            10.0,
            "The second paragraph has an indent, as in books, and again goes across it all,",
        ),
        (
            72,
            684,
            10.0,
            "to end in its second line, which is nearly as long as the first line of it was.",
        ),
        (90, 672, 10.0, "The third one begins with a second indent and no gap."),
    )
    assert kinds(importers.read_bytes(pdf_of(lines), "a.pdf")) == [
        ("heading", "A large title"),
        ("paragraph", f"{lines[1][3]} and ends here."),
        ("paragraph", f"{lines[3][3]} {lines[4][3]}"),
        ("paragraph", lines[5][3]),
    ]


def test_a_scan_of_five_hundred_pages() -> None:
    with pytest.raises(UserError, match="500 pages and no text layer") as caught:
        importers.read_bytes(pdf_of(*[()] * 500), "scan.pdf")
    assert "OCRmyPDF" in caught.value.remedy


def test_a_page_without_text_among_others_is_told_of() -> None:
    line = ((72, 700, 10.0, "Some words on a page."),)
    came = importers.read_bytes(pdf_of(line, (), line), "a.pdf")
    assert "1 page of 3 had no text layer." in came.notices


def test_a_locked_pdf() -> None:
    with pytest.raises(UserError, match="protected by a password"):
        importers.read(FIXTURES / "locked.pdf")


def test_a_pdf_cut_short_is_read_as_far_as_it_goes_or_refused() -> None:
    whole = (FIXTURES / "two-columns.pdf").read_bytes()
    for size in range(8, len(whole), len(whole) // 5):
        try:
            assert importers.read_bytes(whole[:size], "a.pdf").body.text
        except UserError as error:
            assert error.remedy


def test_bytes_that_only_say_they_are_a_pdf() -> None:
    with pytest.raises(UserError, match="damaged"):
        importers.read_bytes(b"%PDF-1.7\n1 0 obj", "a.txt")
