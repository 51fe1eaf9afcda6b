"""Bibliographies that are broken in ways a fuzzer found."""

from __future__ import annotations

import pytest

from khiva_notes.importers.bibliography import read_bibliography
from khiva_notes.model.bibliography.csl import parts_of
from khiva_notes.model.errors import UserError


def test_a_file_of_ris_without_a_record_is_said_to_be_empty() -> None:
    with pytest.raises(UserError):
        read_bibliography(b"nothing of the sort", "a.ris")


@pytest.mark.parametrize("month", ["9" * 9000, "²", "٣"])
def test_numbers_that_are_none_are_no_months(month: str) -> None:
    ris = f"TY  - BOOK\nTI  - One\nPY  - 1990/{month}\nER  - \n".encode()
    bib = f"@book{{a, title={{One}}, year={{1990}}, month={{{month}}}, day={{{month}}}}}".encode()
    for data, name in ((ris, "a.ris"), (bib, "a.bib")):
        (entry,) = read_bibliography(data, name).entries
        assert entry.item["issued"] == {"date-parts": [[1990]]}
        assert parts_of({"title": "x", "issued": {"date-parts": [[month]]}}).title == "x"


def test_a_word_defined_twice_costs_no_entry() -> None:
    data = b"@string{n = {One}}\n@string{n = {Two}}\n@book{a, title={A}, publisher=n}"
    (entry,) = read_bibliography(data, "a.bib").entries
    assert entry.item["publisher"] == "One"
