"""Without pandoc, citations become plain Chicago notes; with it both say much the same."""

from __future__ import annotations

import re

import pytest

from khiva_notes.exporters.documents import FORMS, plain_notes
from khiva_notes.importers.pandoc.program import find_pandoc
from khiva_notes.model.chicago import bibliography_entry, full_note
from khiva_notes.services.citation_styles import style_named
from khiva_notes.services.essay_documents import convert

ROE = {"family": "Roe", "given": "Anna"}
DOE = {"family": "Doe", "given": "John"}
DATE = {"date-parts": [[1936]]}

WORKS = [
    {
        "type": "book",
        "title": "Khiva and Its Khans",
        "author": [ROE],
        "publisher": "OUP",
        "publisher-place": "Oxford",
    },
    {
        "type": "book",
        "title": "Khiva and Its Khans",
        "author": [ROE, DOE],
        "publisher": "OUP",
        "publisher-place": "Oxford",
        "edition": "2",
    },
    {
        "type": "book",
        "title": "Khiva and Its Khans",
        "editor": [ROE],
        "publisher": "OUP",
        "publisher-place": "Oxford",
    },
    {
        "type": "book",
        "title": "Memoirs",
        "author": [ROE],
        "translator": [DOE],
        "publisher": "OUP",
        "publisher-place": "Oxford",
    },
    {
        "type": "book",
        "title": "Khiva and Its Khans",
        "author": [ROE],
        "volume": "2",
        "publisher": "OUP",
        "publisher-place": "Oxford",
    },
    {
        "type": "article-journal",
        "title": "The Last Khan",
        "author": [ROE],
        "container-title": "Central Asian Survey",
        "volume": "3",
        "issue": "2",
        "page": "10-30",
    },
    {
        "type": "article-journal",
        "title": "The Last Khan",
        "author": [ROE, DOE],
        "container-title": "Central Asian Survey",
        "volume": "3",
    },
    {
        "type": "chapter",
        "title": "The Last Khan",
        "author": [ROE],
        "editor": [DOE],
        "container-title": "Khiva and Its Khans",
        "publisher": "OUP",
        "publisher-place": "Oxford",
        "page": "10-30",
    },
    {
        "type": "thesis",
        "title": "The Last Khan",
        "author": [ROE],
        "genre": "PhD diss.",
        "publisher": "University of Tashkent",
    },
    {
        "type": "book",
        "title": "Khiva and Its Khans",
        "author": [{"literal": "Young Khivans"}],
        "publisher": "OUP",
        "publisher-place": "Oxford",
    },
    {
        "type": "book",
        "title": "Khiva and Its Khans",
        "author": [ROE],
        "collection-title": "Khorezm Studies",
        "publisher": "OUP",
        "publisher-place": "Oxford",
    },
    {
        "type": "book",
        "title": "Was He Khan?",
        "author": [ROE],
        "publisher": "OUP",
        "publisher-place": "Oxford",
    },
]


def told_by_pandoc(item: dict) -> tuple[str, str]:
    style = style_named("chicago-notes")
    page = convert(
        "Words [@w, p. 12].\n\n::: {#refs}\n:::\n", {"w": item}, style, FORMS[".html"]
    ).decode()
    note = re.search(r'<li id="fn1">(.*?)<a', page, re.DOTALL)
    entry = re.search(r'class="csl-entry"[^>]*>(.*?)</div>', page, re.DOTALL)
    assert note is not None
    assert entry is not None
    return words(note[1]), words(entry[1])


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


@pytest.mark.skipif(find_pandoc() is None, reason="needs pandoc")
@pytest.mark.parametrize("work", WORKS, ids=lambda work: f"{work['type']}-{len(work)}")
def test_our_notes_are_those_of_the_citation_processor(work: dict) -> None:
    item = {"id": "w", "issued": DATE, **work}
    note, entry = told_by_pandoc(item)
    assert f"{full_note(item, 'p. 12')}.".replace("*", "") == note
    assert bibliography_entry(item).replace("*", "") == entry


def test_citations_become_notes_full_then_short_and_prose_in_notes_stays() -> None:
    item = {"id": "w", "issued": DATE, **WORKS[0]}
    made = plain_notes(
        "---\ntitle: T\n---\n<!-- khiva: a/b 0123456789ab -->\n\n"
        "One [@w, p. 3]. Two^[Thus [@w, p. 4].].[^1] Three [@gone].\n\n[^1]: See [@w].\n\n"
        "<!-- /khiva -->\n\n# Bibliography\n\n::: {#refs}\n:::\n",
        {"w": item},
    )
    assert made.startswith("One[^1]. Two[^2].[^3] Three[^4].")
    assert "[^1]: Anna Roe, *Khiva and Its Khans* (Oxford: OUP, 1936), 3." in made
    assert "[^2]: Thus (Roe, *Khiva and Its Khans*, 4)." in made
    assert "[^3]: See (Roe, *Khiva and Its Khans*)." in made
    assert "[^4]: gone?" in made
    assert "Roe, Anna. *Khiva and Its Khans*. Oxford: OUP, 1936." in made
    assert "khiva:" not in made


def test_a_reader_of_markdown_is_given_neither_marks_nor_front_matter() -> None:
    assert plain_notes("---\ntitle: T\n---\nWords.\n", {}) == "Words.\n"
