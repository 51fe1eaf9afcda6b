"""Cells are proposed from an account's passages and claims, taken or refused for good."""

from __future__ import annotations

import pytest

from khiva_notes.model.errors import UserError
from khiva_notes.model.items import Item
from khiva_notes.services import cards, disputes, names
from khiva_notes.services.library import Library
from khiva_notes.services.proposals import Proposal, accept, propose, propose_again, refuse
from tests.services.disputing import account, attach, claim, event, says, text

ARTICLE = (
    "On October 1, 1918, in Khiva, the khan was killed by Eshim with 300 soldiers.",
    "Nothing is said of anybody on 5 May 1920.",
)


@pytest.fixture
def dispute(library: Library) -> Item:
    """One account that has its words on how, and rows for who, when, where and how many."""
    version = text(library, *ARTICLE)
    made = disputes.create_dispute(library, "Who killed the khan?")
    voice = account(library, made, "The author")
    how = disputes.add_aspect(library, made.id, "How")
    for name, sort in (
        ("Who", "person"),
        ("When", "date"),
        ("Where", "place"),
        ("How many", "number"),
    ):
        disputes.add_aspect(library, made.id, name, sort)
    words = attach(library, made, version, "the khan was killed")
    says(library, voice, how, "killed", passage_ids=(words,))
    cards.create(library, "person", "Eshim")
    cards.create(library, "place", "Khiva")
    return made


def by_row(library: Library, dispute: Item) -> dict[str, list[Proposal]]:
    found: dict[str, list[Proposal]] = {}
    for one in propose(library.data, dispute.id):
        found.setdefault(one.aspect.name, []).append(one)
    return found


def test_who_when_where_and_how_many_come_from_the_sentence(
    library: Library, dispute: Item
) -> None:
    rows = by_row(library, dispute)
    assert {name: [each.found.value for each in found] for name, found in rows.items()} == {
        "Who": ["Eshim"],
        "When": ["October 1, 1918"],
        "Where": ["Khiva"],
        "How many": ["300 soldiers"],
    }
    who, when, many = rows["Who"][0].found, rows["When"][0].found, rows["How many"][0].found
    assert who.card_id == library.data.items.by_title("Eshim")[0].id
    assert when.date is not None and when.date.edtf == "1918-10-01"
    assert many.number is not None and many.number.low == many.number.high == 300
    assert who.context == ARTICLE[0] and who.citation.startswith("Article")
    body = library.data.texts.body(who.version_id).text
    assert body[who.start : who.end] == who.exact == "Eshim"


def test_an_accepted_proposal_is_a_cell_with_its_words(library: Library, dispute: Item) -> None:
    (when,) = by_row(library, dispute)["When"]
    accept(library, when)
    cell = library.data.disputes.get(dispute.id).cell(when.account.id, when.aspect.id)
    assert cell is not None and (cell.stance, cell.value) == ("asserts", "October 1, 1918")
    assert cell.date is not None and cell.date.edtf == "1918-10-01"
    assert [library.data.passages.get(i).exact for i in cell.passage_ids] == ["October 1, 1918"]
    assert "When" not in by_row(library, dispute)
    with pytest.raises(UserError, match="already"):
        accept(library, when)
    library.undo()
    assert "When" in by_row(library, dispute)


def test_a_refused_proposal_stays_away_until_all_are_wanted_again(
    library: Library, dispute: Item
) -> None:
    (when,) = by_row(library, dispute)["When"]
    refuse(library, when)
    assert "When" not in by_row(library, dispute)
    propose_again(library, dispute.id)
    assert "When" in by_row(library, dispute)


def test_a_claim_on_the_same_aspect_comes_first_with_its_card(
    library: Library, dispute: Item
) -> None:
    murder, other = event(library, "The murder"), event(library, "The burial")
    cards.set_links(library, dispute.id, "about", [(murder.id, "")])
    eshim = library.data.items.by_title("Eshim")[0]
    names.add_name(library, eshim.id, "Zhunaidkhan-Eshim", "variant")
    version = library.data.texts.all_current()[0].id
    said = claim(library, "He led them", murder, "who", "Zhunaidkhan-Eshim", "The author")
    beside = claim(library, "A mullah buried him", other, "who", "a mullah", "The author")
    for each in (said, beside):
        attach(library, each, version, "killed by Eshim")
    voice = library.data.disputes.get(dispute.id).accounts[0]
    disputes.set_claims(library, voice.id, [said.id, beside.id])
    (who,) = by_row(library, dispute)["Who"]
    assert (who.found.value, who.found.card_id, who.found.claim_id) == (
        "Zhunaidkhan-Eshim",
        eshim.id,
        said.id,
    )


def test_an_account_without_passages_is_proposed_nothing(library: Library, dispute: Item) -> None:
    account(library, dispute, "Palvan")
    assert {one.account.label for one in propose(library.data, dispute.id)} == {"The author"}
    assert propose(library.data, dispute.id, lambda: True) == ()
