"""Notes and bibliography after the Chicago Manual, against forms written by hand from its rules."""

from __future__ import annotations

from typing import Any

import pytest

from khiva_notes.model.chicago import (
    Notes,
    Reference,
    bibliography,
    bibliography_entry,
    full_note,
    short_note,
)

BARTHOLD = {"family": "Barthold", "given": "V. V."}
BECKER = {"family": "Becker", "given": "Seymour"}
SNESAREV = {"family": "Snesarev", "given": "Andrei"}
GOETHE = {"family": "Goethe", "given": "Johann Wolfgang", "non-dropping-particle": "von"}


def issued(*parts: int) -> dict[str, Any]:
    return {"date-parts": [list(parts)]}


BOOK = {
    "id": "becker",
    "type": "book",
    "title": "Russia's Protectorates in Central Asia: Bukhara and Khiva, 1865-1924",
    "author": [BECKER],
    "publisher-place": "London",
    "publisher": "RoutledgeCurzon",
    "issued": issued(2004),
    "original-date": issued(1968),
}
CASES: list[tuple[str, dict[str, Any], str, str, str, str]] = [
    (
        "a reprinted book",
        BOOK,
        "p. 55-56",
        "Seymour Becker, *Russia's Protectorates in Central Asia: Bukhara and Khiva, 1865-1924* "
        "(1968; repr., London: RoutledgeCurzon, 2004), 55–56",
        "Becker, *Russia's Protectorates in Central Asia*, 55–56",
        "Becker, Seymour. *Russia's Protectorates in Central Asia: Bukhara and Khiva, 1865-1924*. "
        "1968; repr., London: RoutledgeCurzon, 2004.",
    ),
    (
        "a translated book in its third edition",
        {
            "type": "book",
            "title": "Turkestan",
            "author": [BARTHOLD, SNESAREV],
            "translator": [GOETHE],
            "edition": "3",
            "publisher-place": "London",
            "publisher": "Luzac",
            "issued": issued(1968),
        },
        "12",
        "V. V. Barthold and Andrei Snesarev, *Turkestan*, trans. Johann Wolfgang von Goethe, "
        "3rd ed. (London: Luzac, 1968), 12",
        "Barthold and Snesarev, *Turkestan*, 12",
        "Barthold, V. V., and Andrei Snesarev. *Turkestan*. Translated by Johann Wolfgang von "
        "Goethe. 3rd ed. London: Luzac, 1968.",
    ),
    (
        "an edited book without a year",
        {"type": "book", "title": "The Oasis", "editor": [BECKER, BARTHOLD], "publisher": "Fan"},
        "",
        "Seymour Becker and V. V. Barthold, eds., *The Oasis* (Fan, n.d.)",
        "Becker and Barthold, *Oasis*",
        "Becker, Seymour, and V. V. Barthold, eds. *The Oasis*. Fan, n.d.",
    ),
    (
        "a chapter",
        {
            "type": "chapter",
            "title": "The Khan's Murder",
            "author": [BARTHOLD],
            "container-title": "Essays on Khiva",
            "editor": [BECKER],
            "page": "10-20",
            "publisher-place": "Tashkent",
            "publisher": "Fan",
            "issued": issued(1960),
        },
        "p. 12",
        "V. V. Barthold, “The Khan's Murder,” in *Essays on Khiva*, ed. Seymour Becker "
        "(Tashkent: Fan, 1960), 12",
        "Barthold, “Khan's Murder,” 12",
        "Barthold, V. V. “The Khan's Murder.” In *Essays on Khiva*, edited by Seymour Becker, "
        "10–20. Tashkent: Fan, 1960.",
    ),
    (
        "an article by four",
        {
            "type": "article-journal",
            "title": "Who Killed the Khan?",
            "author": [BARTHOLD, BECKER, SNESAREV, GOETHE],
            "container-title": "Voprosy istorii",
            "volume": "7",
            "issue": "2",
            "page": "101-9",
            "issued": issued(1961, 3),
            "DOI": "10.1000/khan",
        },
        "p. 107",
        "V. V. Barthold et al., “Who Killed the Khan?” *Voprosy istorii* 7, no. 2 (1961): 107",
        "Barthold et al., “Who Killed the Khan?” 107",
        "Barthold, V. V., Seymour Becker, Andrei Snesarev, and Johann Wolfgang von Goethe. “Who "
        "Killed the Khan?” *Voprosy istorii* 7, no. 2 (1961): 101–9. "
        "https://doi.org/10.1000/khan.",
    ),
    (
        "a newspaper",
        {
            "type": "article-newspaper",
            "title": "From Khiva",
            "container-title": "Izvestiia",
            "issued": issued(1920, 2, 3),
        },
        "",
        "“From Khiva,” *Izvestiia*, February 3, 1920",
        "“From Khiva”",
        "“From Khiva.” *Izvestiia*, February 3, 1920.",
    ),
    (
        "a telegram in an archive",
        {
            "type": "personal_communication",
            "title": "Telegram of the Revolutionary Council to Frunze",
            "issued": issued(1919, 11, 28),
            "archive": "Central State Archive, Tashkent",
            "archive_collection": "F. 17, op. 1",
            "archive_location": "d. 12, l. 3",
        },
        "",
        "Telegram of the Revolutionary Council to Frunze, November 28, 1919, d. 12, l. 3, "
        "F. 17, op. 1, Central State Archive, Tashkent",
        "Telegram of the Revolutionary Council",
        "Telegram of the Revolutionary Council to Frunze. November 28, 1919. d. 12, l. 3, "
        "F. 17, op. 1, Central State Archive, Tashkent.",
    ),
    (
        "a thesis",
        {
            "type": "thesis",
            "title": "The Last Khans",
            "author": [BECKER],
            "genre": "PhD diss.",
            "publisher": "Harvard University",
            "issued": issued(1963),
        },
        "¶ 4",
        "Seymour Becker, “The Last Khans” (PhD diss., Harvard University, 1963), para. 4",
        "Becker, “Last Khans,” para. 4",
        "Becker, Seymour. “The Last Khans.” PhD diss., Harvard University, 1963.",
    ),
    (
        "a page of the web",
        {
            "type": "webpage",
            "title": "Khiva",
            "container-title": "Encyclopaedia",
            "accessed": issued(2024, 5, 1),
            "URL": "https://example.org/khiva",
        },
        "",
        "“Khiva,” Encyclopaedia, accessed May 1, 2024, https://example.org/khiva",
        "“Khiva”",
        "“Khiva.” Encyclopaedia. Accessed May 1, 2024. https://example.org/khiva.",
    ),
    (
        "a title with markup in it",
        {"type": "book", "title": "A *starred* [book]", "author": [{"literal": "A_B"}]},
        "",
        r"A\_B, *A \*starred\* \[book\]* (n.d.)",
        r"A\_B, *\*starred\* \[book\]*",
        r"A\_B. *A \*starred\* \[book\]*. n.d.",
    ),
]


@pytest.mark.parametrize(
    ("item", "locator", "full", "short", "entry"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_a_work_is_cited_as_the_manual_has_it(
    item: dict[str, Any], locator: str, full: str, short: str, entry: str
) -> None:
    assert full_note(item, locator) == full
    assert short_note(item, locator) == short
    assert bibliography_entry(item) == entry


def test_a_work_is_named_in_full_once_and_a_note_may_hold_several_and_prose() -> None:
    notes = Notes()
    other = {"id": "b", "type": "book", "title": "Turkestan", "author": [BARTHOLD]}
    first = notes.note([Reference(BOOK, "p. 3", "see"), Reference(other)], "The two disagree.")
    assert first.startswith("See Seymour Becker, *Russia's")
    assert first.endswith("2004), 3; V. V. Barthold, *Turkestan* (n.d.). The two disagree.")
    assert notes.note([Reference(other, "p. 7", suffix="a slip")]) == (
        "Barthold, *Turkestan*, 7, a slip."
    )
    assert notes.note([], "Only prose.") == "Only prose."
    assert [work["id"] for work in notes.works] == ["becker", "b"]


def test_a_bibliography_stands_in_the_order_of_the_alphabet() -> None:
    works = [
        {"id": "1", "type": "book", "title": "The Zoo"},
        {"id": "2", "type": "book", "title": "B", "author": [{"family": "Éluard", "given": "P."}]},
        {"id": "3", "type": "book", "title": "A", "author": [{"family": "Farrow", "given": "M."}]},
        {"id": "1", "type": "book", "title": "The Zoo"},
    ]
    assert bibliography(works) == [
        "Éluard, P. *B*. n.d.",
        "Farrow, M. *A*. n.d.",
        "*The Zoo*. n.d.",
    ]
