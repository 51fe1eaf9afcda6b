"""The order of events: stated by accounts, implied by dates, read from words; and contradicted."""

from __future__ import annotations

import pytest

from khiva_notes.model.dates import from_edtf
from khiva_notes.model.errors import UserError
from khiva_notes.services import cards, disputes
from khiva_notes.services.event_order import (
    dispute_order,
    library_order,
    state_order,
    withdraw_order,
)
from khiva_notes.services.folders import shipped
from khiva_notes.services.library import Library
from khiva_notes.services.order_proposals import accept_order, order_proposals, refuse_order
from khiva_notes.store.store import Reader
from tests.services.disputing import account, attach, claim, event, says, text


def test_two_accounts_that_turn_the_order_round_contradict_each_other(library: Library) -> None:
    murder, coup = event(library, "The murder"), event(library, "The coup")
    dispute = disputes.create_dispute(library, "What came first?")
    one, other = account(library, dispute, "Yusupov"), account(library, dispute, "Palvan")
    state_order(library, one, murder.id, coup.id, "then")
    assert dispute_order(library.data, dispute.id).contradictions == ()
    number = state_order(library, other, coup.id, murder.id, "only after that")
    order = dispute_order(library.data, dispute.id)
    (contradiction,) = order.contradictions
    assert {each.before.account for each in contradiction.statements} == {"Yusupov", "Palvan"}
    assert contradiction.why == (
        "Two statements of Yusupov and Palvan cannot all hold: Yusupov puts “The murder” before"
        " “The coup” (then); Palvan puts “The coup” before “The murder” (only after that)."
    )
    assert order.order.tangled == {murder.key, coup.key}
    withdraw_order(library, number)
    assert dispute_order(library.data, dispute.id).order.steps == ((murder.key,), (coup.key,))


def test_said_again_a_statement_is_replaced_and_its_passage_is_shown(library: Library) -> None:
    version = text(library, "First he was killed. The next day they took the throne.")
    murder, coup = event(library, "The murder"), event(library, "The coup")
    dispute = disputes.create_dispute(library, "What came first?")
    voice = account(library, dispute, "Yusupov")
    passage = attach(library, dispute, version, "The next day")
    first = state_order(library, voice, murder.id, coup.id, "somehow")
    again = state_order(library, voice, murder.id, coup.id, "the next day", passage, strict=False)
    assert first == again
    (said,) = dispute_order(library.data, dispute.id).statements
    assert (said.before.why, said.before.strict, said.origin) == ("the next day", False, "stated")
    assert said.quote is not None and said.quote.passage.exact == "The next day"


def test_only_two_events_have_an_order(library: Library) -> None:
    murder, man = event(library, "The murder"), cards.create(library, "person", "Yusupov")
    dispute = disputes.create_dispute(library, "What came first?")
    voice = account(library, dispute, "Yusupov")
    with pytest.raises(UserError, match="before itself"):
        state_order(library, voice, murder.id, murder.id)
    with pytest.raises(UserError, match="“Yusupov” is no event"):
        state_order(library, voice, murder.id, man.id)


def test_dates_of_cells_and_claims_order_events_and_contradict_what_is_stated(
    library: Library,
) -> None:
    murder, coup = event(library, "The murder"), event(library, "The coup")
    dispute = disputes.create_dispute(library, "When was he killed?")
    cards.set_links(library, dispute.id, "about", [(murder.id, "")])
    voice, other = account(library, dispute, "Yusupov"), account(library, dispute, "Palvan")
    when = disputes.add_aspect(library, dispute.id, "When", "date")
    says(library, voice, when, "on the third", date=from_edtf("1918-10-03"))
    said = claim(library, "The coup was on the first", coup, "when", "1 October 1918", "Yusupov")
    disputes.set_claims(library, voice, [said.id])
    order = dispute_order(library.data, dispute.id)
    assert order.order.steps == ((coup.key,), (murder.key,))
    state_order(library, other, murder.id, coup.id, "first the murder")
    (contradiction,) = dispute_order(library.data, dispute.id).contradictions
    assert [each.origin for each in contradiction.statements].count("dates") == 1


def test_the_whole_library_is_ordered_with_its_cards_dates(library: Library) -> None:
    first = event(library, "First", "1918-01")
    second = event(library, "Second", "1918-03")
    third = event(library, "Third", "1918-05")
    claim(library, "The second was in June", second, "when", "June 1918", "Yusupov")
    claim(library, "The third was in May", third, "when", "May 1918", "Yusupov")
    seen: list[tuple[int, int]] = []
    order = library_order(library.path, lambda done, total: seen.append((done, total)))
    assert order is not None
    assert order.order.steps[0] == (first.key,)
    (contradiction,) = order.contradictions
    assert "“Second”" in contradiction.why and "“Third”" in contradiction.why
    assert seen[-1] == (2, 2)
    assert library_order(library.path, cancelled=lambda: True) is None


def test_words_of_time_between_two_known_events_are_proposed_once(library: Library) -> None:
    version = text(
        library,
        "They killed the khan in his palace. The next day they proclaimed his brother.",
    )
    murder, throne = event(library, "The murder"), event(library, "The accession")
    attach(library, murder, version, "killed the khan")
    attach(library, throne, version, "proclaimed his brother")
    dispute = disputes.create_dispute(library, "Who was proclaimed?")
    voice = account(library, dispute, "Yusupov")
    who = disputes.add_aspect(library, dispute.id, "Who", "person")
    words = attach(library, dispute, version, "his brother")
    says(library, voice, who, "his brother", passage_ids=(words,))
    (proposal,) = order_proposals(library.data, dispute.id)
    assert (proposal.earlier.id, proposal.later.id) == (murder.id, throne.id)
    assert proposal.words == "The next day"
    assert proposal.exact.startswith("They killed") and proposal.exact.endswith("brother.")
    refuse_order(library, proposal)
    assert order_proposals(library.data, dispute.id) == ()
    library.undo()
    accept_order(library, proposal)
    assert order_proposals(library.data, dispute.id) == ()
    (said,) = dispute_order(library.data, dispute.id).statements
    assert said.quote is not None and said.quote.passage.exact == proposal.exact


def test_the_memoir_of_the_sample_tells_its_events_in_order() -> None:
    reader = Reader(shipped("sample_db") / "khiva.khiva")
    dispute = reader.data.items.by_key("who-set-up-the-new-khan")
    assert dispute is not None
    found = order_proposals(reader.data, dispute.id)
    reader.close()
    assert [(each.account.key, each.earlier.key, each.later.key) for each in found] == [
        ("yusupov", "murder-of-the-courtiers", "seizure-of-the-jewels"),
        ("yusupov", "murder-of-the-khan", "accession-of-said-abdullahan"),
        ("yusupov", "accession-of-said-abdullahan", "burial-of-asfandierkhan"),
    ]
