"""A long bibliography is read in a child, to the same works, and its faults are said as ever."""

from __future__ import annotations

import pytest

from khiva_notes.importers.bibliography import read_bibliography
from khiva_notes.importers.bibliography.apart import read_apart
from khiva_notes.importers.child import stopping_when
from khiva_notes.model.errors import UserError

ENTRY = (
    "@book{{k{0}, title={{Хива {0}}}, author={{Barthold, V.}}, year=1928, keywords={{a, b}}, "
    "abstract={{{1}}}}}\n"
)
LONG = "".join(ENTRY.format(n, "khan " * 300) for n in range(750)).encode()


def test_a_child_reads_what_this_process_would() -> None:
    data = LONG + b"@book{broken, title={"
    apart = read_apart(data, "long.bib")
    assert len(apart.entries) == 750
    assert apart == read_bibliography(data, "long.bib")


def test_what_is_wrong_with_the_whole_file_is_said_all_the_same() -> None:
    with pytest.raises(UserError, match="not whole JSON") as caught:
        read_apart(b'[{"type": "book", "title": "' + b"x" * (2 << 20), "long.json")
    assert caught.value.remedy


def test_nobody_waits_for_a_reading_that_is_cancelled() -> None:
    with stopping_when(lambda: True), pytest.raises(UserError, match="stopped"):
        read_apart(LONG, "long.bib")
