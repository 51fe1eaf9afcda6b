"""A bibliography goes out in two forms, its keys stay, and it comes in again as what it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from khiva_notes.model.errors import UserError
from khiva_notes.services import cards, works
from khiva_notes.services.importing import import_many
from khiva_notes.services.library import Library
from khiva_notes.services.works_export import export_works


@pytest.mark.parametrize("ending", [".json", ".bib"])
def test_what_goes_out_is_known_when_it_comes_in_again(
    library: Library, tmp_path: Path, ending: str
) -> None:
    fields = {"authors": "Becker, Seymour", "work-type": "book", "publisher": "Harvard"}
    source = cards.create(library, "source", "Russia's Protectorates", fields=fields)
    target = tmp_path / f"works{ending}"
    assert export_works(library, target)["works"] == 1
    key = works.citekey_of(library.data, source.id)
    assert key in target.read_text(encoding="utf-8")
    cards.rename(library, source.id, "Another title")
    assert works.citekey_of(library.data, source.id) == key
    cards.rename(library, source.id, "Russia's Protectorates")
    report = import_many(library, [target])
    assert [each.how for _, works_ in report.bibliographies for each in works_.taken] == ["known"]


def test_json_holds_every_source_and_an_unknown_ending_writes_nothing(
    library: Library, tmp_path: Path
) -> None:
    for number in range(3):
        cards.create(library, "source", f"Work {number}")
    export_works(library, tmp_path / "all.json")
    assert len(json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))) == 3
    with pytest.raises(UserError):
        export_works(library, tmp_path / "all.docx")
    assert [path.name for path in tmp_path.glob("all*")] == ["all.json"]


def test_one_door_takes_texts_and_bibliographies(library: Library, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.bib").write_text(
        "@book{a, title={One}, year=1900}\n@book{broken, title={"
    )
    (tmp_path / "in" / "b.ris").write_text("TY  - BOOK\nTI  - Two\nER  - \n")
    (tmp_path / "in" / "c.json").write_text('[{"id": "c", "type": "book", "title": "Three"}]')
    (tmp_path / "in" / "settings.json").write_text('{"colour": 1}')
    (tmp_path / "in" / "d.txt").write_text("A text about the khan.")
    report = import_many(library, [tmp_path / "in"])
    titles = {source.title for source in library.data.items.all("source")}
    assert {"One", "Two", "Three"} < titles
    assert len(titles) == 4
    assert report.passed_over == 1
    assert any("Line 2" in line for line in report.lines())
