"""A verdict keeps what it rested on, says what changed, builds on others, never in a circle."""

from __future__ import annotations

import pytest

from khiva_notes.model.dates import from_edtf
from khiva_notes.model.disputes import Verdict
from khiva_notes.model.errors import UserError
from khiva_notes.model.items import Item
from khiva_notes.services import cards, disputes, passages, verdicts
from khiva_notes.services.comparison import compare
from khiva_notes.services.event_order import state_order
from khiva_notes.services.library import Library
from tests.services.disputing import account, attach, event, says, text


@pytest.fixture
def dispute(library: Library) -> Item:
    """A dispute of two accounts and one row, decided."""
    made = disputes.create_dispute(library, "When was he killed?")
    version = text(library, "On October 1 he was killed, or on October 3.")
    when = disputes.add_aspect(library, made.id, "When", "date")
    for name, day in (("Yusupov", 1), ("Palvan", 3)):
        voice = account(library, made, name)
        words = attach(library, made, version, f"October {day}")
        date = from_edtf(f"1918-10-0{day}", original=f"October {day}")
        says(library, voice, when, f"October {day}", date=date, passage_ids=(words,))
    verdicts.set_verdict(library, Verdict(made.id, None, "possible", "Because."))
    return made


def changed(library: Library, dispute: Item) -> list[str]:
    return [each.sentence for each in verdicts.what_changed(library.data, dispute.id)]


def test_nothing_has_changed_until_something_does(library: Library, dispute: Item) -> None:
    assert changed(library, dispute) == []
    cards.write_body(library, dispute.id, "Notes change nothing.")
    assert changed(library, dispute) == []
    assert not compare(library.data, dispute.id).changed


def test_a_changed_account_date_and_passage_are_told_in_words(
    library: Library, dispute: Item
) -> None:
    inside = library.data.disputes.get(dispute.id)
    first = inside.accounts[0]
    disputes.edit_account(library, first.id, how_known="hearsay")
    disputes.set_written(library, first.id, from_edtf("1930"))
    cell = inside.cells[0]
    says(
        library,
        first.id,
        cell.aspect_id,
        cell.value,
        date=from_edtf("1918-10-02"),
        passage_ids=cell.passage_ids,
    )
    passage = library.data.passages.get(cell.passage_ids[0])
    passages.resize(library, passage.id, passage.start, passage.end + 3)
    assert changed(library, dispute) == [
        "The account “Yusupov”: how it knows: was “unknown”, now “hearsay”.",
        "The account “Yusupov”: written when: now “1930”, before nothing.",
        "The cell “Yusupov, When”: date: was “October 1 = 1918-10-01”, now “1918-10-02”.",
        "The cell “Yusupov, When”: passages: was “October 1”, now “October 1 he”.",
    ]
    assert compare(library.data, dispute.id).changed
    assert [item.id for item in verdicts.stale_verdicts(library.data)] == [dispute.id]


def test_cards_orders_and_columns_that_come_and_go_are_told(
    library: Library, dispute: Item
) -> None:
    murder, coup = event(library, "The murder"), event(library, "The coup")
    cards.set_links(library, dispute.id, "about", [(murder.id, "")])
    verdicts.confirm_verdict(library, dispute.id)
    cards.set_date(library, murder.id, "date", from_edtf("1918-10"))
    cards.rename(library, murder.id, "The killing")
    first = library.data.disputes.get(dispute.id).accounts[0]
    state_order(library, first.id, murder.id, coup.id)
    account(library, dispute, "Skalov")
    assert changed(library, dispute) == [
        "The account “Yusupov”: order of events:"
        " now “The killing before The coup”, before nothing.",
        "New: the account “Skalov”.",
        "The card “The killing”: name: was “The murder”, now “The killing”.",
        "The card “The killing”: date: now “1918-10”, before nothing.",
    ]


def test_a_review_renews_the_verdict_and_undo_brings_the_doubt_back(
    library: Library, dispute: Item
) -> None:
    first = library.data.disputes.get(dispute.id).accounts[0]
    disputes.edit_account(library, first.id, interest="His own part in it")
    assert len(changed(library, dispute)) == 1
    verdicts.confirm_verdict(library, dispute.id)
    verdict = library.data.disputes.get(dispute.id).verdict
    assert verdict is not None and (verdict.certainty, verdict.reasons) == ("possible", "Because.")
    assert changed(library, dispute) == []
    library.undo()
    assert len(changed(library, dispute)) == 1
    verdicts.remove_verdict(library, dispute.id)
    with pytest.raises(UserError, match="no verdict"):
        verdicts.confirm_verdict(library, dispute.id)


def test_a_verdict_builds_on_others_and_hears_of_their_change(
    library: Library, dispute: Item
) -> None:
    base = disputes.create_dispute(library, "Who was he?")
    voice = account(library, base, "Yusupov")
    verdicts.set_verdict(library, Verdict(base.id, voice, "probable"))
    verdicts.set_verdict_bases(library, dispute.id, [base.id])
    assert [item.id for item in verdicts.verdict_bases(library.data, dispute.id)] == [base.id]
    assert [item.id for item in verdicts.built_upon_by(library.data, base.id)] == [dispute.id]
    assert changed(library, dispute) == []
    verdicts.set_verdict(library, Verdict(base.id, None, "undecided"))
    assert changed(library, dispute) == [
        "The verdict it builds on, “Who was he?”: conclusion:"
        " was “Yusupov, probable”, now “no account, undecided”."
    ]


def test_a_circle_of_verdicts_is_refused_by_name(library: Library, dispute: Item) -> None:
    second = disputes.create_dispute(library, "Second?")
    third = disputes.create_dispute(library, "Third?")
    verdicts.set_verdict_bases(library, dispute.id, [second.id])
    verdicts.set_verdict_bases(library, second.id, [third.id])
    with pytest.raises(UserError) as refused:
        verdicts.set_verdict_bases(library, third.id, [dispute.id])
    assert refused.value.what == (
        "The verdicts would build on one another in a circle: “Third?”, on “When was he killed?”,"
        " on “Second?”, on “Third?”."
    )
    with pytest.raises(UserError, match="circle"):
        verdicts.set_verdict_bases(library, third.id, [third.id])
    assert library.data.verdict_bases.of(third.id) == []
