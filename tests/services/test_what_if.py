"""Leaving sources and accounts out tells what turns, and which verdicts lose support."""

from __future__ import annotations

from khiva_notes.model.disputes import Verdict
from khiva_notes.services import cards, disputes, verdicts
from khiva_notes.services.library import Library
from khiva_notes.services.what_if import what_if
from tests.services.disputing import account, says


def test_a_verdict_that_loses_its_witness_shakes_what_is_built_on_it(library: Library) -> None:
    memoir = cards.create(library, "source", "The memoir")
    article = cards.create(library, "source", "The article")
    first = disputes.create_dispute(library, "Where was he killed?")
    where = disputes.add_aspect(library, first.id, "Where")
    author = account(library, first, "The author", source_id=article.id)
    yusupov = account(library, first, "Yusupov", source_id=memoir.id)
    for voice in (author, yusupov):
        says(library, voice, where, "in the palace")
    verdicts.set_verdict(library, Verdict(first.id, author, "probable"))
    second = disputes.create_dispute(library, "Who let them in?")
    verdicts.set_verdict(library, Verdict(second.id, None, "possible"))
    verdicts.set_verdict_bases(library, second.id, [first.id])
    third = disputes.create_dispute(library, "What else?")

    one, two, three = what_if(library.data, [memoir.id])
    assert one.gone == ("Yusupov",)
    assert [(change.row, change.before.state, change.after.state) for change in one.changes] == [
        ("Where", "agree", "single")
    ]
    assert one.shaken and one.why == (
        "The author is borne out by others on no rows, and no longer on “Where”."
    )
    assert two.shaken and [item.id for item in two.through] == [first.id]
    assert two.why == ("It builds on the verdict on “Where was he killed?”, which loses support.")
    assert not three.touched and three.dispute.id == third.id

    by_account = what_if(library.data, account_ids=[author], dispute_id=first.id)
    assert [each.dispute.id for each in by_account] == [first.id, second.id]
    assert by_account[0].support is not None and by_account[0].support.falls
    assert by_account[1].shaken


def test_with_nothing_left_out_nothing_happens(library: Library) -> None:
    made = disputes.create_dispute(library, "Who?")
    account(library, made, "Yusupov")
    (one,) = what_if(library.data)
    assert not one.touched and one.why == ""
