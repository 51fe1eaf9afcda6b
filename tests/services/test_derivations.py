"""Whether a source goes back to another as a whole, or only quotes it."""

from __future__ import annotations

import pytest

from khiva_notes.services import cards, disputes, links
from khiva_notes.services.dispute_reading import dispute_table
from khiva_notes.services.library import Library
from tests.services.disputing import account


@pytest.mark.parametrize(
    ("note", "testimony", "voices"),
    [
        ("quoted at length", "", 2),
        ("one clause quoted", "derivative", 2),
        ("translated from the Uzbek", "authored", 1),
        ("an abridged copy", "", 1),
        ("", "", 1),
        ("", "authored", 2),
        ("", "derivative", 1),
    ],
)
def test_what_the_link_says_decides_then_the_source(
    library: Library, note: str, testimony: str, voices: int
) -> None:
    memoir = cards.create(library, "source", "Memoir")
    article = cards.create(library, "source", "Article")
    if testimony:
        cards.set_field(library, article.id, "testimony", testimony)
    links.link(library, article.id, memoir.id, "derived-from", note=note)
    dispute = disputes.create_dispute(library, "Who?")
    account(library, dispute, "The author", source_id=article.id)
    account(library, dispute, "Yusupov", source_id=memoir.id)
    assert dispute_table(library.data, dispute.id).independence.voices == voices


def test_several_origins_are_a_writer_s_reading(library: Library) -> None:
    article = cards.create(library, "source", "Article")
    dispute = disputes.create_dispute(library, "Who?")
    account(library, dispute, "The author", source_id=article.id)
    for title in ("First", "Second"):
        origin = cards.create(library, "source", title)
        links.link(library, article.id, origin.id, "derived-from")
        account(library, dispute, title, source_id=origin.id)
    assert dispute_table(library.data, dispute.id).independence.voices == 3
