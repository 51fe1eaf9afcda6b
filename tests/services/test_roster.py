"""Cards are found under every spelling while one types, and as they are now."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.services import cards, names, trash
from khiva_notes.services.library import Library
from khiva_notes.services.roster import Roster
from khiva_notes.services.scanning import Scan, folded


@pytest.fixture
def peopled(library: Library) -> Library:
    khan = cards.create(library, "person", "Zhunaidkhan")
    names.add_name(library, khan.id, "Junaid Khan")
    cards.create(library, "person", "Polvonniez Khozhi Yusupov")
    cards.create(library, "person", "Gwénaël Le Gall")
    cards.create(library, "place", "Khiva")
    cards.create(library, "claim", "Junaid Khan retreated")
    return library


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("zhun", "Zhunaidkhan"),
        ("Junaid", "Zhunaidkhan"),
        ("Джунаид", "Zhunaidkhan"),
        ("khozhi yus", "Polvonniez Khozhi Yusupov"),
        ("yus khozhi", "Polvonniez Khozhi Yusupov"),
        ("Yusupof", "Polvonniez Khozhi Yusupov"),
        ("gwenael", "Gwénaël Le Gall"),
        ("upov", "Polvonniez Khozhi Yusupov"),
    ],
)
def test_a_person_is_found_under_any_spelling(peopled: Library, typed: str, found: str) -> None:
    roster = Roster.read(peopled.path)
    assert roster.find(typed, ["person"])[0].title == found


def test_the_spelling_that_matched_is_told(peopled: Library) -> None:
    roster = Roster.read(peopled.path)
    best = roster.find("junaid khan")[0]
    assert (best.title, best.form, best.exact) == ("Zhunaidkhan", "Junaid Khan", True)
    assert [match.title for match in roster.titled("JUNAID KHAN")] == ["Zhunaidkhan"]
    assert roster.titled("Junaid") == []


def test_only_the_kinds_asked_for_are_found(peopled: Library) -> None:
    roster = Roster.read(peopled.path)
    assert {match.kind for match in roster.find("junaid")} == {"person", "claim"}
    assert {match.kind for match in roster.find("junaid", ["claim"])} == {"claim"}
    assert roster.find("junaid", ["place"]) == []


def test_changed_cards_are_found_as_they_are_now(peopled: Library) -> None:
    roster = Roster.read(peopled.path)
    khiva = roster.find("khiva", ["place"])[0].item_id
    cards.rename(peopled, khiva, "Urgench")
    added = cards.create(peopled, "place", "Gazavat").id
    roster.refresh(peopled.data, [khiva, added])
    assert roster.find("khiva", ["place"]) == []
    assert roster.find("urg", ["place"])[0].item_id == khiva
    assert roster.find("gaza", ["place"])[0].item_id == added
    trash.trash(peopled, [khiva])
    roster.refresh(peopled.data, [khiva])
    assert [match.title for match in roster.find("", ["place"])] == ["Gazavat"]


def test_nothing_typed_gives_what_was_changed_last(peopled: Library) -> None:
    roster = Roster.read(peopled.path)
    assert [match.title for match in roster.find("", limit=2)] == [
        "Junaid Khan retreated",
        "Khiva",
    ]


LINES = st.lists(st.text(alphabet="ab c", max_size=8).map(folded), max_size=8)


@given(LINES, st.text(alphabet="abc ", min_size=1, max_size=3))
def test_a_scan_finds_just_the_lines_that_hold_the_needle(lines: list[str], needle: str) -> None:
    wanted = [i for i, line in enumerate(lines) if needle in f" {line}"]
    assert Scan(lines).places(needle) == wanted


@given(LINES, st.lists(st.text(alphabet="abc", min_size=1, max_size=2), min_size=1, max_size=3))
def test_a_scan_wants_all_of_several_needles(lines: list[str], needles: list[str]) -> None:
    wanted = [i for i, line in enumerate(lines) if all(n in f" {line}" for n in needles)]
    assert Scan(lines).holding_all(needles) == wanted
