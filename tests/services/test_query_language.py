"""Clauses that narrow a query down go in and come out without changing what it asks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khiva_notes.services.query_language import (
    clause,
    has_clause,
    spans,
    with_clause,
    without_clause,
)

VALUES = st.text(
    st.characters(exclude_characters='"“”„«»', exclude_categories=("C", "Z")), min_size=1
)
WORDS = st.lists(st.sampled_from(["khan", "treaty", "tag:war", '"two words"', "-x"]), min_size=1)


@given(WORDS, VALUES)
def test_a_clause_that_is_added_is_known_and_taken_back(words: list[str], value: str) -> None:
    query = " ".join(words)
    added = clause("person", value)
    narrowed = with_clause(query, added)
    assert has_clause(narrowed, added)
    assert without_clause(narrowed, added) == query


@pytest.mark.parametrize(
    ("query", "narrowed"),
    [
        ("", "tag:war"),
        ("khan", "tag:war khan"),
        ("khan OR emir", "tag:war (khan OR emir)"),
        ("(khan OR emir) treaty", "tag:war (khan OR emir) treaty"),
        ("tag:war khan", "tag:war khan"),
    ],
)
def test_alternatives_are_kept_together(query: str, narrowed: str) -> None:
    assert with_clause(query, "tag:war") == narrowed
    if query and query != narrowed:
        assert without_clause(narrowed, "tag:war") == query


def test_a_denied_clause_is_none() -> None:
    assert not has_clause("-tag:war khan", "tag:war")
    assert not has_clause("khan (tag:war OR x)", "tag:war")


def test_what_means_more_than_words_is_told_by_its_role() -> None:
    query = 'khan OR tag:war "two words" kha*'
    found = {query[span.start : span.end]: span.role for span in spans(query)}
    assert found == {
        "OR": "operator",
        "tag:": "field",
        "war": "value",
        '"two words"': "phrase",
        "kha*": "wildcard",
    }
