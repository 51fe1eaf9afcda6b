"""Where an optional part is not installed, the words say how to get it."""

from __future__ import annotations

import sys

import pytest

from khiva_notes import importers
from khiva_notes.model.errors import UserError
from tests.importers.documents import made_by_pandoc
from tests.importers.test_pdf import pdf_of


@pytest.mark.parametrize("form", ["docx", "odt", "epub"])
def test_without_pandoc(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = made_by_pandoc("Words.", form)
    monkeypatch.setitem(sys.modules, "pypandoc", None)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UserError, match="needs pandoc") as caught:
        importers.read_bytes(data, f"a.{form}")
    assert "pip install 'khiva-notes[formats]'" in caught.value.remedy


def test_without_pdfium(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pdf_of(((72, 700, 10.0, "Words."),))
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(UserError, match="needs pypdfium2") as caught:
        importers.read_bytes(data, "a.pdf")
    assert "pip install 'khiva-notes[formats]'" in caught.value.remedy


def test_web_pages_rich_text_and_tei_need_no_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypandoc", None)
    monkeypatch.setenv("PATH", "")
    for name, data in {
        "a.html": b"<p>Words.</p>",
        "a.rtf": rb"{\rtf1 Words.}",
        "a.xml": b"<TEI><text><p>Words.</p></text></TEI>",
    }.items():
        assert importers.read_bytes(data, name).body.text == "Words."
