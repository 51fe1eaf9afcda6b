"""Cards that are probably one are suggested with the evidence, and never merged unasked."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from khiva_notes.services import cards, merging, names
from khiva_notes.services.doubles import read_doubles, refuse
from khiva_notes.services.folders import shipped
from khiva_notes.services.library import Library


def pairs(library: Library, kind: str = "person") -> set[frozenset[str]]:
    return {
        frozenset({pair.one.item.title, pair.other.item.title})
        for pair in read_doubles(library.path, kind)
    }


@pytest.fixture
def people(library: Library) -> Library:
    for title in (
        "Zhunaidkhan",
        "Джунаид-хан",
        "Polvonniez Yusupov",
        "Palvan Niyaz Yusupov",
        "Muhammad Rahim Khan",
        "Muhammad Amin Khan",
        "A. Khristoforov",
        "N. Khristoforov",
    ):
        cards.create(library, "person", title)
    cards.create(library, "place", "Junaid Khan")
    return library


def test_spellings_of_one_name_are_suggested_and_traps_are_not(people: Library) -> None:
    found = pairs(people)
    assert frozenset({"Zhunaidkhan", "Джунаид-хан"}) in found
    assert frozenset({"Muhammad Rahim Khan", "Muhammad Amin Khan"}) not in found
    assert frozenset({"A. Khristoforov", "N. Khristoforov"}) not in found
    assert not any("Junaid Khan" in pair for pair in found)


def test_another_form_of_the_name_counts_and_the_reason_is_told(people: Library) -> None:
    trotsky = cards.create(people, "person", "Lev Bronstein")
    cards.create(people, "person", "Trotskii")
    assert frozenset({"Lev Bronstein", "Trotskii"}) not in pairs(people)
    names.add_name(people, trotsky.id, "Trotsky", "variant")
    pair = next(
        pair
        for pair in read_doubles(people.path, "person")
        if {pair.one.item.title, pair.other.item.title} == {"Lev Bronstein", "Trotskii"}
    )
    assert pair.reasons
    assert pair.score >= 82


def test_a_refused_pair_stays_refused_until_that_is_undone(people: Library) -> None:
    pair = read_doubles(people.path, "person")[0]
    wanted = frozenset({pair.one.item.title, pair.other.item.title})
    refuse(people, pair.other.item.id, pair.one.item.id)
    assert wanted not in pairs(people)
    people.undo()
    assert wanted in pairs(people)


def test_a_merged_pair_is_suggested_no_more(people: Library) -> None:
    before = pairs(people)
    pair = read_doubles(people.path, "person")[0]
    merging.merge(people, pair.one.item.id, [pair.other.item.id])
    assert len(pairs(people)) < len(before)


def test_the_evidence_stands_in_its_context(tmp_path: Path, library: Library) -> None:
    target = tmp_path / "sample.khiva"
    shutil.copyfile(shipped("sample_db") / "khiva.khiva", target)
    with Library.open(target, tmp_path / "locks") as sample:
        khan = sample.data.items.by_key("junaid-khan")
        assert khan is not None
        double = cards.create(sample, "person", "Junayd Khan")
        pair = next(
            pair
            for pair in read_doubles(target, "person")
            if {pair.one.item.id, pair.other.item.id} == {khan.id, double.id}
        )
        assert pair.one.item.id == khan.id
        assert pair.one.passages == len(sample.data.passages.of(khan.id))
        assert pair.one.evidence[0].passage.exact == "Zhunaidkhan"
        assert pair.one.evidence[0].before
        assert pair.other.evidence == ()


def test_among_many_cards_the_doubles_are_found_too(people: Library) -> None:
    with people.change("Make many"):
        for number in range(70):
            cards.create(people, "person", f"{chr(65 + number % 26)}ordo{number // 26}m Pelquist")
        cards.create(people, "person", "Kushmamedkhan")
        cards.create(people, "person", "Kosh Mamed Khan")
    found = pairs(people)
    assert frozenset({"Zhunaidkhan", "Джунаид-хан"}) in found
    assert frozenset({"Kushmamedkhan", "Kosh Mamed Khan"}) in found
