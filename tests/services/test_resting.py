"""Before something goes, the disputes that rest on it are named with what they would miss."""

from __future__ import annotations

from khiva_notes.services import cards, disputes, trash, verdicts
from khiva_notes.services.event_order import state_order
from khiva_notes.services.library import Library
from khiva_notes.services.resting import warning, what_rests_on, what_rests_on_passages
from tests.services.disputing import account, attach, event, says, text


def test_everything_a_dispute_rests_on_knows_of_it(library: Library) -> None:
    version = text(library, "On October 1 he was killed.")
    source = library.data.items.by_title("Article")[0]
    dispute = disputes.create_dispute(library, "When?")
    place, man = cards.create(library, "place", "Khiva"), cards.create(library, "person", "Yusupov")
    voice = account(library, dispute, "Yusupov", place_id=place.id, voice_id=man.id)
    when = disputes.add_aspect(library, dispute.id, "When")
    words = attach(library, dispute, version, "October 1")
    says(library, voice, when, "October 1", passage_ids=(words,))
    first, second = event(library, "First"), event(library, "Second")
    state_order(library, voice, first.id, second.id, passage_id=words)
    later = disputes.create_dispute(library, "Why?")
    verdicts.set_verdict_bases(library, later.id, [dispute.id])

    def said(*ids: int) -> str:
        return warning(what_rests_on(library.data, ids))

    assert said(place.id) == "Missed by “When?” (one account was written there)."
    assert said(man.id) == "Missed by “When?” (one account speaks through it)."
    assert said(second.id) == "Missed by “When?” (one statement on the order of events)."
    assert said(source.id) == (
        "Missed by “When?” (one quotation and one passage on the order of events)."
    )
    assert said(dispute.id) == "Missed by “Why?” (one verdict builds on it)."
    assert said(later.id) == ""
    assert warning(what_rests_on_passages(library.data, [words])) == said(source.id)
    assert [item.id for item in trash.disputes_resting_on(library, place.id)] == [dispute.id]
    trash.trash(library, [dispute.id])
    assert said(place.id) == ""


def test_many_disputes_are_counted_after_the_first_three(library: Library) -> None:
    man = cards.create(library, "person", "Yusupov")
    for number in range(5):
        account(library, disputes.create_dispute(library, f"Q{number}?"), "Y", voice_id=man.id)
    said = warning(what_rests_on(library.data, [man.id]))
    assert said.endswith("and two other disputes.") and "“Q2?”" in said and "“Q3?”" not in said
