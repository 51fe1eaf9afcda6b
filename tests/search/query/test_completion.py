"""Completing fields and values in the search box."""

from __future__ import annotations

import pytest

from khiva_notes.search import FIELDS, complete

TAGS = ("war", "young khivans")


def values(field: str, begun: str) -> list[str]:
    return [tag for tag in TAGS if field == "tag" and tag.startswith(begun)]


def texts(query: str) -> list[str]:
    return [completion.text for completion in complete(query, len(query), values)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("per", ["person:"]),
        ("khan -au", ["author:"]),
        ("kind:pe", ["person"]),
        ("kind:pl", ["place"]),
        ("is:", ["orphan", "unresolved", "disputed"]),
        ("tag:", ["war", '"young khivans"']),
        ('(tag:"You', ['"young khivans"']),
        ("zzz", []),
        ("khan ", []),
        ("http://x", []),
    ],
)
def test_what_is_offered(query, expected):
    assert texts(query) == expected


def test_a_completion_replaces_what_was_begun():
    query = "khan tag:yo OR x"
    (completion,) = complete(query, 11, values)
    replaced = query[: completion.start] + completion.text + query[completion.end :]
    assert replaced == 'khan tag:"young khivans" OR x'


def test_every_field_is_offered_with_its_meaning():
    for name, field in FIELDS.items():
        offered = complete(name, len(name), values)
        assert (f"{name}:", field.meaning) in [(c.text, c.meaning) for c in offered]
        assert field.meaning
