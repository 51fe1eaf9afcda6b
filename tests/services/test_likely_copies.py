"""Shared wording of a dispute's sources is told, until it is noted as copying or refused."""

from __future__ import annotations

from khiva_notes.services import disputes
from khiva_notes.services.dispute_reading import dispute_table
from khiva_notes.services.library import Library
from khiva_notes.services.likely_copies import accept_copy, copy_suggestions, refuse_copy
from tests.services.disputing import account, text

WORDS = (
    "In the night before the feast the gates were opened by a servant of the khan who had been"
    " promised a village for it, and the horsemen rode in without a sound."
)


def test_two_papers_with_one_wording_and_a_third_with_its_own(library: Library) -> None:
    text(library, WORDS, title="First paper")
    text(
        library, "As we hear: " + WORDS.replace("without a sound", "quietly"), title="Second paper"
    )
    text(library, "Nobody knows who opened the gates; some say the servants did.", title="Third")
    dispute = disputes.create_dispute(library, "Who opened the gates?")
    for title in ("First paper", "Second paper", "Third"):
        source = library.data.items.by_title(title)[0]
        account(library, dispute, title, source_id=source.id)
    (found,) = copy_suggestions(library.data, dispute.id)
    assert {found.first.title, found.second.title} == {"First paper", "Second paper"}
    assert "words" in found.copy.why and found.copy.share > 0.5
    assert dispute_table(library.data, dispute.id).independence.voices == 3

    refuse_copy(library, found)
    assert copy_suggestions(library.data, dispute.id) == ()
    library.undo()

    accept_copy(library, found.second.id, found.first.id)
    assert copy_suggestions(library.data, dispute.id) == ()
    assert dispute_table(library.data, dispute.id).independence.voices == 2
    assert copy_suggestions(library.data, dispute.id, lambda: True) == ()
