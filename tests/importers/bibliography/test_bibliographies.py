"""Bibliographies come in whole, a bad entry never costs the file, what goes out comes back."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.exporters.bibliography import bibtex, csl_json
from khiva_notes.importers.bibliography import Bibliography, read_bibliography
from khiva_notes.model.errors import UserError

BIB = r"""
@string{fan = "Fan"}
% a remark of the file's owner
@book{bartold1928,
  author = {Barthold, Vasilii Vladimirovich and von der Goltz, Jr, Hans and {Academy of Sciences}},
  title = {Turkestan {D}own to the Mongol Inva{\'s}ion},
  publisher = fan # { Press}, year = 1928, month = jan, address = {Tashk\"ent},
  pages = {12--15}, keywords = {khans, rare}, langid = {russian},
}
@article{open, title = {never closed
@article{same, title = {One}, journaltitle = {Voprosy istorii}, number = 3, date = {1917-10/1918~}}
@article{same, title = {Another under the same key}, year = {n.d.}}
@misc{empty, note = {nothing that tells}}
"""


def items(found: Bibliography) -> list[dict[str, Any]]:
    return [entry.item for entry in found.entries]


def test_bibtex_comes_in_with_its_names_dates_and_accents() -> None:
    found = read_bibliography(BIB.encode(), "works.bib")
    first, one, other = items(found)
    assert first == {
        "id": "bartold1928",
        "type": "book",
        "title": "Turkestan Down to the Mongol Invaśion",
        "author": [
            {"family": "Barthold", "given": "Vasilii Vladimirovich"},
            {
                "family": "Goltz",
                "given": "Hans",
                "non-dropping-particle": "von der",
                "suffix": "Jr",
            },
            {"literal": "Academy of Sciences"},
        ],
        "publisher": "Fan Press",
        "publisher-place": "Tashkënt",
        "page": "12-15",
        "language": "ru",
        "issued": {"date-parts": [[1928, 1]]},
    }
    assert found.entries[0].tags == ("khans", "rare")
    assert found.entries[0].line == 4
    assert one["issued"] == {"date-parts": [[1917, 10], [1918]], "circa": True}
    assert (one["issue"], one["container-title"]) == ("3", "Voprosy istorii")
    assert other["title"] == "Another under the same key"
    assert other["issued"] == {"literal": "n.d."}


def test_what_is_broken_is_named_by_its_line() -> None:
    told = [str(problem) for problem in read_bibliography(BIB.encode(), "works.bib").problems]
    assert told[0].startswith("Line 10: This entry is not closed")
    assert "“empty” has neither a title nor an author." in told[1]
    assert len(told) == 2


RIS = """TY  - JOUR
AU  - Yusupov, Sultan
A1  - Bartold, V. V.
TI  - The palace coup
T2  - Voprosy istorii
PY  - 1960/03/12/
SP  - 55
EP  - 56
KW  - khan
N1  - seen in Tashkent
ER  -

TY  - BOOK
ER  -

TY  - CHAP
TI  - Not closed
SN  - 978-5
"""


def test_ris_comes_in_record_by_record() -> None:
    found = read_bibliography(RIS.replace("\n", "\r\n").encode("utf-8-sig"), "works.ris")
    first, second = items(found)
    assert first["author"][0] == {"family": "Yusupov", "given": "Sultan"}
    assert first["issued"] == {"date-parts": [[1960, 3, 12]]}
    assert (first["page"], first["container-title"]) == ("55-56", "Voprosy istorii")
    assert found.entries[0].note == "seen in Tashkent"
    assert found.entries[0].tags == ("khan",)
    assert second["ISBN"] == "978-5"
    assert [problem.line for problem in found.problems] == [13]


def test_csl_json_comes_in_item_by_item() -> None:
    told = [{"id": 1, "type": "book", "title": "T"}, "no object", {"type": "book"}]
    found = read_bibliography(json.dumps(told).encode(), "works.json")
    assert items(found) == [{"id": 1, "type": "book", "title": "T"}]
    assert len(found.problems) == 2


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "x.bib", "no text"),
        (b'[{"type": "book", "title": ', "x.json", "not whole JSON"),
        (b"{}", "x.json", "no bibliography"),
        (b"[" * 100_000 + b'"type" "title"', "x.csljson", "not whole JSON"),
        (b"% nothing", "x.bib", "no work"),
        (b"Just words.", "x.txt", "no bibliography"),
    ],
)
def test_a_file_that_is_no_bibliography_is_refused(data: bytes, name: str, words: str) -> None:
    with pytest.raises(UserError, match=words):
        read_bibliography(data, name)


letters = st.text("abcé дй_&%#$~^-'", min_size=1, max_size=12)
words = letters.map(lambda text: " ".join(text.split())).filter(bool)
names = st.builds(lambda family, given: {"family": family, "given": given}, words, words)
years = st.integers(1, 9999).map(lambda year: {"date-parts": [[year]]})
works = st.fixed_dictionaries(
    {"type": st.sampled_from(["book", "chapter", "article-journal"]), "title": words},
    optional={"publisher": words, "volume": words, "issued": years},
)


@given(st.lists(works, max_size=5))
def test_csl_json_goes_out_and_comes_back(told: list[dict[str, Any]]) -> None:
    given_ids = [{"id": f"k{number}", **item} for number, item in enumerate(told)]
    if given_ids:
        assert items(read_bibliography(csl_json(given_ids).encode(), "x.json")) == given_ids


tidy = st.text("abcé дй_&%#$", min_size=1, max_size=12).map(lambda t: " ".join(t.split()))
bibtex_works = st.fixed_dictionaries(
    {
        "type": st.sampled_from(["book", "chapter", "article-journal", "thesis", "report"]),
        "title": tidy.filter(bool),
    },
    optional={
        "publisher": tidy.filter(bool),
        "container-title": tidy.filter(bool),
        "issued": years,
        "author": st.just([{"family": "Bartold", "given": "V. V."}, {"literal": "A, B and C"}]),
    },
)


@given(st.lists(bibtex_works, min_size=1, max_size=5))
def test_bibtex_goes_out_and_comes_back(told: list[dict[str, Any]]) -> None:
    given_ids = [{"id": f"k{number}", **item} for number, item in enumerate(told)]
    found = read_bibliography(bibtex(given_ids).encode(), "x.bib")
    assert not found.problems
    assert items(found) == given_ids
