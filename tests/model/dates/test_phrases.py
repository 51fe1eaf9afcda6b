"""The table of phrases: what is wanted stands in phrases.tsv, written by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from khiva_notes.model.dates import read_phrase

TABLE = Path(__file__).with_name("phrases.tsv")


def rows() -> list[tuple[str, str, str, dict[str, str]]]:
    found = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        words, wanted, calendar, options = [*line.split("\t"), "", "", ""][:4]
        given = dict(pair.split("=") for pair in options.split())
        found.append(
            (
                words,
                wanted.replace("-", "", 1) if wanted == "-" else wanted,
                calendar or "gregorian",
                given,
            )
        )
    return found


@pytest.mark.parametrize(("words", "wanted", "calendar", "options"), rows())
def test_phrase_is_read_as_wanted(
    words: str, wanted: str, calendar: str, options: dict[str, str]
) -> None:
    year = options.get("year")
    date = read_phrase(
        words,
        language=options.get("language", ""),
        country=options.get("country", ""),
        context_year=int(year) if year else None,
    )
    assert date.edtf == wanted
    assert date.original == words
    if wanted:
        assert date.calendar == calendar
    if year:
        assert date.inferred


def test_table_is_long_enough_and_has_both_languages() -> None:
    table = rows()
    read = [words for words, wanted, _, _ in table if wanted]
    assert len(read) >= 170
    assert sum(any("а" <= c <= "я" for c in words.lower()) for words in read) >= 50
    assert sum(not wanted for _, wanted, _, _ in table) >= 25
