"""Notes of other programs come in whole as one step, and bad ones change nothing."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.importers.notes.annotations import read_annotations
from khiva_notes.importers.notes.csv_table import propose_mapping
from khiva_notes.importers.notes.gedcom import read_gedcom
from khiva_notes.importers.notes.genealogy_dates import gedcom_date
from khiva_notes.model.errors import UserError
from khiva_notes.model.items import Item
from khiva_notes.services import cards, names, passages, sources
from khiva_notes.services.exchange_files import export_as
from khiva_notes.services.folders import Folders
from khiva_notes.services.library import Library
from khiva_notes.services.notes_import import NotesReport, read_notes, read_table_file, take_notes
from tests.services.test_undo import rows
from tests.texts import plain

GED = """\
0 HEAD
1 GEDC
2 VERS 5.5.1
1 CHAR UTF-8
0 @S1@ SOUR
1 TITL Memoirs of a
2 CONC  clerk
1 AUTH Palvanniyaz
0 @I1@ INDI
1 NAME Isfandiyar /Khan/
1 NAME Асфендиар
1 SEX M
1 BIRT
2 DATE @#DJULIAN@ 5 JAN 1871
2 PLAC Khiva
1 DEAT
2 DATE ABT 1918
2 SOUR @S1@
3 PAGE 12
3 DATA
4 TEXT He was killed
5 CONT in autumn.
1 EMIG
2 DATE BET 1890 AND 1895
0 @I2@ INDI
1 NAME Wife //
0 @F1@ FAM
1 HUSB @I1@
1 WIFE @I2@
1 MARR
2 DATE @#DFRENCH R@ 3 VEND 0002
a line that is none
0 TRLR
"""


def take(library: Library, tmp_path: Path, name: str, text: str) -> NotesReport:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return take_notes(library, read_notes(file))


def titled(library: Library, title: str) -> Item:
    (item,) = library.data.items.by_title(title)
    return item


def test_gedcom_brings_people_events_places_and_sources_as_one_step(
    library: Library, tmp_path: Path
) -> None:
    before = rows(library.path)
    report = take(library, tmp_path, "tree.ged", GED)
    assert {kind: len(ids) for kind, ids in report.made.items()} == {
        "source": 1,
        "person": 2,
        "place": 1,
        "event": 2,
    }
    assert any("is no line of GEDCOM" in problem for problem in report.problems)
    khan = titled(library, "Isfandiyar Khan")
    assert [name.text for name in library.data.names.of(khan.id)] == [
        "Isfandiyar Khan",
        "Асфендиар",
    ]
    dates = library.data.dates.of_many("item", [khan.id])[khan.id]
    assert (dates["born"].edtf, dates["born"].calendar) == ("1871-01-17", "julian")
    assert (dates["died"].edtf, dates["died"].original) == ("1918~", "ABT 1918")
    assert "> He was killed\n> in autumn." in khan.body
    assert "Memoirs of a clerk, 12" in khan.body
    marriage = titled(library, "Marriage of Isfandiyar Khan and Wife")
    wedded = library.data.dates.of_many("item", [marriage.id])[marriage.id]["date"]
    assert wedded.edtf == "" and "VEND" in wedded.original
    roles = {link.role for link in library.data.links.of(marriage.id)}
    assert roles == {"spouse"}
    library.undo()
    assert rows(library.path) == before


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("1 OCT 1918", "1918-10-01"),
        ("OCT 1918", "1918-10"),
        ("1918", "1918"),
        ("44 BCE", "-0043"),
        ("44 B.C.", "-0043"),
        ("ABT 1857", "1857~"),
        ("EST MAR 1857", "1857-03%"),
        ("BEF 1857", "../1856"),
        ("AFT 3 MAR 1857", "1857-03-04/.."),
        ("BET 1890 AND 1895", "[1890..1895]"),
        ("FROM 1873 TO 1920", "1873/1920"),
        ("FROM 1873", "1873/.."),
        ("TO 1920", "../1920"),
        ("11 FEB 1731/32", "1732-02-11"),
        ("JULIAN 25 OCT 1917", "1917-11-07"),
        ("@#DJULIAN@ OCT 1917", "1917-10-14/1917-11-13"),
        ("INT 1918 (the year of the murder)", "1918"),
        ("@#DHEBREW@ 3 TSH 5679", ""),
        ("FRENCH_R 3 VEND 2", ""),
        ("31 FEB 1918", ""),
    ],
)
def test_dates_of_gedcom_are_read_or_kept_as_words(value: str, edtf: str) -> None:
    date = gedcom_date(value)
    assert date is not None
    assert date.edtf == edtf
    assert date.original


def test_our_gedcom_comes_in_again_with_its_events_shared(
    library: Library, folders: Folders, tmp_path: Path
) -> None:
    khan = cards.create(library, "person", "Junaid Khan", body="@home\n\nin Takhta")
    victim = cards.create(library, "person", "Isfandiyar")
    murder = cards.create(library, "event", "The murder")
    ends = [(khan.id, "killer"), (victim.id, "victim")]
    cards.set_links(library, murder.id, "participants", ends)
    file = tmp_path / "out.ged"
    export_as(library.data, "gedcom", file)
    with Library.create(folders.documents / "other.khiva", folders.locks) as other:
        take_notes(other, read_notes(file))
        (event,) = other.data.items.all("event")
        found = {
            (other.data.items.get(link.to_id).title, link.role)
            for link in other.data.links.of(event.id)
        }
        assert event.title == "The murder"
        assert found == {("Junaid Khan", "killer"), ("Isfandiyar", "victim")}
        assert titled(other, "Junaid Khan").body == "@home\n\nin Takhta"


TABLE = """\
Name;Also known as;Born;Sex;Groups;Height
Junaid Khan;Жунаид-хан|Qurban Mamed;about 1857;M;Yomut;tall
;;1900;;;
Said Abdulla;;not known;f;Yomut;
"""


def test_a_table_is_understood_shown_and_taken(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text(TABLE, encoding="utf-8")
    table = read_table_file(file)
    assert table.mapping.kind == "person"
    assert table.mapping.columns == ("title", "names", "born", "sex", "groups", "")
    report = take_notes(library, table.notes())
    assert {kind: len(ids) for kind, ids in report.made.items()} == {"person": 2, "group": 1}
    khan = titled(library, "Junaid Khan")
    assert khan.body == "Height: tall"
    assert khan.fields["sex"] == "male"
    assert library.data.dates.of_many("item", [khan.id])[khan.id]["born"].edtf == "1857~"
    assert [name.text for name in library.data.names.of(khan.id)][1:] == [
        "Жунаид-хан",
        "Qurban Mamed",
    ]
    assert any("Row 3" in problem for problem in report.problems)
    assert any("Row 4" in problem and "not known" in problem for problem in report.problems)


def test_a_column_can_be_said_to_be_another(tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text(TABLE, encoding="utf-8")
    table = read_table_file(file, "person", {"Height": "role", "Groups": ""})
    assert table.mapping.columns == ("title", "names", "born", "sex", "", "role")
    for kind, columns in (
        ("dragon", {}),
        ("person", {"Nothing": "title"}),
        ("person", {"Height": "wings"}),
        ("person", {"Name": ""}),
    ):
        with pytest.raises(UserError):
            read_table_file(file, kind, columns).notes()


def test_events_are_known_by_their_headings() -> None:
    russian = propose_mapping(["Дата", "Событие", "Место", "Участники"], [])
    assert russian.kind == "event"
    assert russian.columns == ("date", "title", "place", "participants")


WORDS = ("He went to Khiva and stayed.", "Later he went to Khiva again, 𐍈 and left.")


def source_of(library: Library) -> Item:
    return sources.import_text(library, plain(*WORDS), "text.txt").source


def test_hypothesis_annotations_are_placed_by_their_words(library: Library, tmp_path: Path) -> None:
    source = source_of(library)
    quote = {"type": "TextQuoteSelector", "exact": "went  to\nKhiva", "prefix": "Later he "}
    lost = {"type": "TextQuoteSelector", "exact": "went to Bukhara"}
    where = "https://example.org/text"
    found = {
        "rows": [
            {"uri": where, "text": "twice", "tags": ["travel"], "target": [{"selector": [quote]}]},
            {"uri": where, "text": "", "tags": [], "target": [{"selector": [quote]}]},
            {"uri": where, "text": "gone?", "tags": [], "target": [{"selector": [lost]}]},
            {"uri": where, "text": "on the page", "target": [{"source": where}]},
        ]
    }
    file = tmp_path / "hypothesis.json"
    file.write_text(json.dumps(found), encoding="utf-8")
    notes = read_notes(file)
    with pytest.raises(UserError, match="belong to a text"):
        take_notes(library, notes)
    report = take_notes(library, notes, source_id=source.id)
    assert (report.passages, report.lost) == (2, ("went to Bukhara",))
    assert len(report.problems) == 1
    text = "\n".join(WORDS)
    placed = library.data.passages.all()
    assert {p.start for p in placed} == {text.rindex("went to Khiva")}
    claims = library.data.items.all("claim")
    assert {claim.body for claim in claims} == {"twice", "gone?\n\n> went to Bukhara"}


def test_our_annotations_come_back_onto_the_same_text(
    library: Library, folders: Folders, tmp_path: Path
) -> None:
    source = source_of(library)
    version = library.data.texts.current(source.id)
    assert version is not None
    text = "\n".join(WORDS)
    second = text.rindex("Khiva")
    place = passages.make_card(library, "place", version.id, second, second + 5)
    passages.attach(library, place.id, version.id, text.index("Khiva"), text.index("Khiva") + 5)
    names.add_name(library, place.id, "Хива")
    file = tmp_path / "out.jsonld"
    export_as(library.data, "annotations", file)
    with Library.create(folders.documents / "other.khiva", folders.locks) as other:
        again = source_of(other)
        take_notes(other, read_notes(file), source_id=again.id)
        (card,) = other.data.items.all("place")
        assert card.title == "Khiva"
        here = sorted(p.start for p in library.data.passages.of(place.id))
        assert sorted(p.start for p in other.data.passages.of(card.id)) == here


def test_a_second_import_says_what_was_there_already(library: Library, tmp_path: Path) -> None:
    take(library, tmp_path, "tree.ged", GED)
    report = take(library, tmp_path, "tree.ged", GED)
    assert len(report.like) == sum(len(ids) for ids in report.made.values())
    assert any("doubles" in line for line in report.lines())


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.ged", b""),
        ("a.ged", b"0 TRLR\n"),
        ("a.ged", b"\x00\x01\x02" * 50),
        ("a.json", b"[" * 200_000),
        ("a.json", b"{}"),
        ("a.json", b"\xff\xfe\x00"),
        ("a.csv", b"only a heading\n"),
        ("a.csv", b"a,b\n" + b'"' + b"x" * 200_000),
        ("a.dragon", b"fire"),
    ],
)
def test_what_is_broken_is_refused_in_words(tmp_path: Path, name: str, data: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(UserError):
        read_notes(file)


def test_a_family_that_is_its_own_parent_does_no_harm(library: Library, tmp_path: Path) -> None:
    circle = (
        "0 HEAD\n0 @I1@ INDI\n1 NAME A\n1 NOTE @I1@\n0 @F1@ FAM\n1 HUSB @I1@\n1 WIFE @I1@\n"
        "1 CHIL @I1@\n1 MARR\n2 SOUR @F1@\n0 TRLR\n"
    )
    report = take(library, tmp_path, "circle.ged", circle)
    assert len(report.made["person"]) == 1


@given(st.lists(st.sampled_from(GED.split("\n")), max_size=25), st.text(max_size=30))
def test_any_lines_of_gedcom_are_read_or_refused(lines: list[str], more: str) -> None:
    with suppress(UserError):
        read_gedcom("\n".join(["0 HEAD", *lines, more]).encode("utf-8", "replace"), "a.ged")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(
        st.sampled_from(["target", "selector", "type", "exact", "body", "value", "tags", "items",
                         "purpose", "start", "refinedBy", "text"]),
        inner,
        max_size=5,
    ),
)  # fmt: skip


@given(JSON)
def test_any_json_is_read_as_annotations_or_refused(whole: object) -> None:
    with suppress(UserError):
        read_annotations(json.dumps(whole).encode("utf-8", "replace"), "a.json")


def test_the_command_line_shows_the_columns_and_brings_them_in(
    library: Library, folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from khiva_notes.cli.app import app

    monkeypatch.setattr("khiva_notes.cli.commands.exchange.user_folders", lambda: folders)
    path = library.path
    library.close()
    file = tmp_path / "people.csv"
    file.write_text(TABLE, encoding="utf-8")
    shown = CliRunner().invoke(app, ["exchange", "read", str(path), str(file), "--dry-run"])
    assert "Height: notes" in shown.output
    done = CliRunner().invoke(app, ["exchange", "read", str(path), str(file)])
    assert "2 people, 1 group and 0 passages came in." in done.output
