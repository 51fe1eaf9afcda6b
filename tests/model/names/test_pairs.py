"""The pairs of names in ``pairs.tsv``: half were used for tuning, half were held out."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from khiva_notes.model.names import LIKELY, likeness, script_of

PAIRS = Path(__file__).with_name("pairs.tsv")


def pairs(use: str | None = None) -> list[dict[str, str]]:
    with PAIRS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [row for row in rows if use is None or row["use"] == use]


def called_same(row: dict[str, str]) -> bool:
    return likeness(row["name a"], row["name b"]).score >= LIKELY


@pytest.mark.parametrize("use", ["tune", "held out"])
def test_no_two_people_are_called_one(use: str) -> None:
    wrong = [row for row in pairs(use) if row["truth"] == "different" and called_same(row)]
    assert wrong == []


@pytest.mark.parametrize(("use", "recall"), [("tune", 0.94), ("held out", 0.94)])
def test_nearly_all_spellings_of_one_person_are_found(use: str, recall: float) -> None:
    same = [row for row in pairs(use) if row["truth"] == "same"]
    found = [row for row in same if called_same(row)]
    assert len(found) / len(same) >= recall


def test_the_pairs_are_many_and_of_three_scripts() -> None:
    rows = pairs()
    scripts = {script_of(row[side]) for row in rows for side in ("name a", "name b")}
    assert len(rows) >= 120
    assert {"latin", "cyrillic", "arabic"} <= scripts
    assert sum(row["truth"] == "different" for row in rows) > len(rows) / 3
