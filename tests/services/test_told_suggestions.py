"""The names and dates that a TEI edition marks are kept, and suggested as it says."""

from __future__ import annotations

from khiva_notes import importers
from khiva_notes.services.library import Library
from khiva_notes.services.sources import import_text
from khiva_notes.services.suggestions import read_suggestions

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
<title>Letters</title></titleStmt></fileDesc></teiHeader><text><body>
<p>On <date when="1918-10-01">the third day</date> <persName>Junaid</persName> came to
<placeName>Old Town</placeName> with <hi>great</hi> haste.</p>
<p>Nothing marked here.</p></body></text></TEI>"""


def test_a_tei_edition_suggests_what_it_marks(library: Library) -> None:
    imported = importers.read_bytes(TEI.encode(), "letters.xml")
    source = import_text(library, imported, "letters.xml").source
    version = library.data.texts.current(source.id)
    assert version is not None
    assert library.data.texts.marks(version.id) == imported.marks
    assert library.data.texts.body(version.id) == imported.body
    found = [one.suggestion for one in read_suggestions(library.path, source.id)]
    assert {(one.kind, one.title) for one in found if one.sort == "name"} == {
        ("person", "Junaid"),
        ("place", "Old Town"),
    }
    assert [one.date.edtf for one in found if one.date] == ["1918-10-01"]
    outline = library.data.texts.outline(version.id)
    assert len(outline.paragraphs) == 2
