"""The finder on libraries whose conflicts are known: it finds them and adds none."""

from __future__ import annotations

import pytest

from khiva_notes.model.conflicts.finder import find_conflicts

from .constructed import KINDS, cases


@pytest.fixture(scope="module")
def library():
    return list(cases(seed=4, each=12))


@pytest.fixture(scope="module")
def found(library):
    claims = [claim for case in library for claim in case.claims]
    return {
        frozenset((pair.first, pair.second))
        for group in find_conflicts(claims)
        for pair in group.pairs
    }


@pytest.mark.parametrize("kind", [maker.__name__ for maker in KINDS])
def test_every_kind_comes_out_as_made(library, found, kind):
    truth = {pair for case in library if case.kind == kind for pair in case.conflicts}
    told = {pair for pair in found if all(key.startswith(f"{kind}-") for key in pair)}
    assert told == truth
