"""Works of a bibliography become sources; twice is once, and cancelling leaves nothing."""

from __future__ import annotations

from khiva_notes.importers.bibliography import read_bibliography
from khiva_notes.services import works
from khiva_notes.services.bibliography_import import import_bibliography
from khiva_notes.services.library import Library

BIB = rb"""
@book{bartold1928, author={Barthold, V. V.}, title={Turkestan}, year=1928, keywords={khans},
  file={C:\Users\me\turkestan.pdf}}
@article{y, author={Yusupov, Sultan}, title={The Coup}, year=1960, doi={10.1/ABC}}
@book{, title={Untold}}
@article{broken, title={
"""
SAME = b"""
@book{bartold1928, author={Barthold, V. V.}, title={{Turkestan}}, year=1928}
@article{other, title={Quite another title}, doi={https://doi.org/10.1/abc}}
@book{fresh, author={Barthold, V. V.}, title={TURKESTAN!}, year=1928}
"""


def test_each_work_becomes_a_source(library: Library) -> None:
    report = import_bibliography(library, read_bibliography(BIB, "works.bib"))
    assert [each.how for each in report.taken] == ["added"] * 3
    assert len(report.problems) == 1
    first = library.data.items.get(report.taken[0].source_id)
    assert first.title == "Turkestan"
    assert first.body == "Files: turkestan.pdf"
    assert list(library.data.tags.of(first.id)) == ["khans"]
    assert works.citekey_of(library.data, first.id) == "bartold1928"
    assert works.citekey_of(library.data, report.taken[2].source_id) == "untold"
    library.undo()
    assert library.data.items.all("source") == []


def test_a_work_that_is_there_is_left_alone_and_a_like_one_is_named(library: Library) -> None:
    first = import_bibliography(library, read_bibliography(BIB, "works.bib"))
    again = import_bibliography(library, read_bibliography(SAME, "works.bib"))
    bartold, coup = (each.source_id for each in first.taken[:2])
    assert [(each.how, each.other_id) for each in again.taken] == [
        ("known", bartold),
        ("known", coup),
        ("like", bartold),
    ]
    assert len(library.data.items.all("source")) == 4
    assert library.data.items.get(coup).title == "The Coup"


def test_cancelled_nothing_comes_in(library: Library) -> None:
    asked = []
    report = import_bibliography(
        library,
        read_bibliography(BIB, "works.bib"),
        cancelled=lambda: bool(asked) or asked.append(1) or False,
    )
    assert report.stopped
    assert library.data.items.all("source") == []
    assert library.undo_label == ""
