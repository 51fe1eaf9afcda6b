"""TEI editions: words, pages, notes, and what the editors marked."""

from __future__ import annotations

import pytest

from khiva_notes import importers
from khiva_notes.model.errors import UserError
from tests.importers.documents import kinds, marked

TEI = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
<title>Letters from Khiva</title><author>Author, Ann</author></titleStmt>
<publicationStmt><p>None</p></publicationStmt>
<sourceDesc><bibl><date when="1919-04-07">7 April 1919</date></bibl></sourceDesc></fileDesc>
</teiHeader><text xml:lang="en"><body><pb n="12"/><div><head>The <hi>first</hi> letter</head>
<p>On <date when="1918-10-01">1 October</date>, <persName ref="#asf">Asfandiyar Khan</persName> was
killed in <placeName>Khi<lb break="no"/>va</placeName>.<note n="3">By <persName>Eshim</persName>,
it seems.</note> He <choice><sic>dyed</sic><corr>died</corr></choice> at<pb n="13"/> once <del>no
</del><gap/>.</p>
<quote><p>He stabbed the khan.</p></quote>
<lg><l>One line</l><l>and another</l></lg>
<list><item>one</item><item>two</item></list>
<table><row><cell>1918</cell><cell>Murder</cell></row></table>
<fw type="header">Running head</fw></div></body></text></TEI>
"""


def test_an_edition_as_it_is_printed() -> None:
    came = importers.read_bytes(TEI.encode(), "letters.xml")
    assert kinds(came) == [
        ("heading", "The first letter"),
        (
            "paragraph",
            "On 1 October, Asfandiyar Khan was killed in Khiva.³ He dyed at once […].",
        ),
        ("note", "³ By Eshim, it seems."),
        ("quotation", "He stabbed the khan."),
        ("verse", "One line"),
        ("verse", "and another"),
        ("list-item", "one"),
        ("list-item", "two"),
        ("preformatted", "1918\tMurder"),
    ]


def test_names_and_dates_are_marked_with_their_normal_forms() -> None:
    came = importers.read_bytes(TEI.encode(), "letters.xml")
    assert marked(came) == [
        ("emphasis", "first", ""),
        ("date", "1 October", "1918-10-01"),
        ("person", "Asfandiyar Khan", "#asf"),
        ("place", "Khiva", ""),
        ("person", "Eshim", ""),
    ]


def test_a_note_is_on_the_page_that_calls_it() -> None:
    body = importers.read_bytes(TEI.encode(), "letters.xml").body
    pages = [(page.label, body.text[page.offset :][:8]) for page in body.pages]
    assert pages == [
        ("12", "The firs"),
        ("13", "once […]"),
        ("12", "³ By Esh"),
        ("13", "He stabb"),
    ]


def test_the_header_tells_of_the_source() -> None:
    came = importers.read_bytes(TEI.encode(), "letters.xml")
    assert came.bibliography == {
        "title": "Letters from Khiva",
        "author": [{"family": "Author", "given": "Ann"}],
        "issued": {"date-parts": [[1919, 4, 7]]},
        "language": "en",
    }


def test_an_edition_under_another_name() -> None:
    assert importers.read_bytes(TEI.encode(), "letters").media_type == "application/tei+xml"


def test_xml_of_another_kind() -> None:
    with pytest.raises(UserError, match="no TEI text"):
        importers.read_bytes(b"<?xml version='1.0'?><svg><p>Words</p></svg>", "a.xml")


def test_broken_xml() -> None:
    for size in range(100, len(TEI) - 10, 97):
        with pytest.raises(UserError, match="no well-formed XML"):
            importers.read_bytes(TEI.encode()[:size], "a.xml")


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">',
        '<!ENTITY a SYSTEM "file:///etc/hostname">',
        '<!ENTITY % a SYSTEM "http://127.0.0.1:9/x.dtd"> %a;',
    ],
)
def test_entities_are_refused(declared: str) -> None:
    text = f"<!DOCTYPE TEI [{declared}]><TEI><text><body><p>&b;&a;</p></body></text></TEI>"
    with pytest.raises(UserError, match="entities"):
        importers.read_bytes(text.encode(), "a.xml")


def test_an_outside_grammar_is_not_fetched() -> None:
    text = (
        '<!DOCTYPE TEI SYSTEM "http://127.0.0.1:9/tei.dtd"><TEI><text><body><p>Words &mdash; and'
        " more</p></body></text></TEI>"
    )
    assert importers.read_bytes(text.encode(), "a.xml").body.text == "Words — and more"
