"""A library whose disputes were tampered with from outside does not pass for sound."""

from __future__ import annotations

import sqlite3

import pytest

from khiva_notes.model.disputes import Verdict
from khiva_notes.services import cards, disputes, verdicts
from khiva_notes.services.dispute_checking import dispute_problems
from khiva_notes.services.event_order import state_order
from khiva_notes.services.library import Library
from tests.services.disputing import account, event, says


@pytest.fixture
def filled(library: Library) -> Library:
    """A library with two decided disputes, an order and a cell."""
    one, two = (disputes.create_dispute(library, text) for text in ("One?", "Two?"))
    voice = account(library, one, "Yusupov")
    account(library, two, "Palvan")
    says(library, voice, disputes.add_aspect(library, one.id, "Who"), "he")
    verdicts.set_verdict(library, Verdict(one.id, voice, "probable"))
    verdicts.set_verdict_bases(library, two.id, [one.id])
    state_order(library, voice, event(library, "First").id, event(library, "Second").id)
    cards.create(library, "person", "Somebody")
    return library


def test_a_library_made_by_its_commands_is_sound(filled: Library) -> None:
    assert list(dispute_problems(filled.data)) == []


@pytest.mark.parametrize(
    ("statement", "complaint"),
    [
        ("UPDATE verdicts SET inputs = '{}'", "does not fit its fingerprint"),
        ("UPDATE verdicts SET inputs = 'no JSON'", "does not fit its fingerprint"),
        (
            "UPDATE verdicts SET elected_id = (SELECT id FROM accounts WHERE label = 'Palvan')",
            "elects an account of another dispute",
        ),
        (
            "UPDATE account_orders SET later_id = (SELECT id FROM items WHERE kind = 'person')",
            "is no event",
        ),
        (
            "INSERT INTO verdict_bases (dispute_id, on_dispute_id) "
            "SELECT on_dispute_id, dispute_id FROM verdict_bases",
            "in a circle: 'two', on 'one', on 'two'",
        ),
        (
            "UPDATE verdict_bases SET on_dispute_id = (SELECT id FROM items WHERE kind = 'person')",
            "'somebody', which is no dispute",
        ),
        (
            "INSERT INTO settled_conflicts (first_id, second_id, aspect) SELECT min(id), max(id), "
            "'who' FROM items WHERE kind IN ('dispute', 'person')",
            "which are not claims",
        ),
        (
            "INSERT INTO account_bases (account_id, on_account_id) SELECT a.id, b.id "
            "FROM accounts a, accounts b WHERE a.label = 'Yusupov' AND b.label = 'Palvan'",
            "depends on itself or on an account of another dispute",
        ),
    ],
)
def test_what_was_broken_from_outside_is_told(
    filled: Library, statement: str, complaint: str
) -> None:
    connection = sqlite3.connect(filled.path)
    connection.execute(statement)
    connection.commit()
    connection.close()
    problems = list(dispute_problems(filled.data))
    assert len(problems) == 1 and complaint in problems[0], problems
