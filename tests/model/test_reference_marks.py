"""Citations in Markdown are found and renamed as pandoc reads them."""

from __future__ import annotations

import pytest

from khiva_notes.model.reference_marks import citation, citation_groups, renamed_keys


@pytest.mark.parametrize(
    ("markdown", "works"),
    [
        ("So [@a, p. 3].", [("a", "p. 3", "")]),
        (
            "So [see @a, ¶ 3; also @b-c:d, pp. 1-2].",
            [("a", "¶ 3", "see"), ("b-c:d", "pp. 1-2", "also")],
        ),
        ("So [-@a{p. 3}].", [("a", "p. 3", "")]),
        ("^[Prose [@a] and [@{x/y!z}, p. 1].]", [("a", "", ""), ("x/y!z", "p. 1", "")]),
        ("As @a [p. 3] says.", [("a", "p. 3", "")]),
        ("a@b.c \\@a `[@a]` <!-- [@a] -->", []),
        ("```\n[@a]\n```\n[@b]", [("b", "", "")]),
        ("[a\\;b @k, fol. 1\\; verso]", [("k", "fol. 1; verso", "a\\;b")]),
    ],
)
def test_citations_are_found(markdown: str, works: list[tuple[str, str, str]]) -> None:
    found = [
        (work.key, work.locator, work.prefix)
        for group in citation_groups(markdown)
        for work in group.works
    ]
    assert found == works


def test_keys_are_renamed_outside_code_and_bracketed_where_need_be() -> None:
    made = renamed_keys("[@a, p. 1; -@b] `@a` x@a", {"a": "new", "b": "what!?"}.__getitem__)
    assert made == "[@new, p. 1; -@{what!?}] `@a` x@a"


def test_a_place_is_cited_once_and_its_signs_are_made_plain() -> None:
    assert citation([("a", "p. 1"), ("a", "p. 1"), ("b", "")]) == "[@a, p. 1; @b]"
    (group,) = citation_groups(citation([("a", "fol. 3; verso]")]))
    assert group.works[0].locator == "fol. 3; verso]"
