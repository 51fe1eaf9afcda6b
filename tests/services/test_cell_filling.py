from __future__ import annotations

import pytest

from khiva_notes.model.disputes import Cell
from khiva_notes.model.errors import UserError
from khiva_notes.services import cards, disputes, passages, sources
from khiva_notes.services.cell_filling import dispute_from_passages, put_into_cell, put_words
from khiva_notes.services.library import Library
from tests.texts import plain

TEXT = "The khan died in May. His son\nkilled him at night. The son fled."


class Set:
    """A dispute with one account of one source, and a row."""

    def __init__(self, library: Library) -> None:
        self.library = library
        source = sources.import_text(library, plain(TEXT), "a.txt").source
        version = library.data.texts.current(source.id)
        assert version is not None
        self.source, self.version = source.id, version.id
        self.dispute = disputes.create_dispute(library, "Who?").id
        self.account = disputes.add_account(library, self.dispute, "A chronicle")
        self.aspect = disputes.add_aspect(library, self.dispute, "Who")

    def cell(self) -> Cell:
        """What stands in the cell."""
        found = self.library.data.disputes.get(self.dispute).cell(self.account, self.aspect)
        assert found is not None
        return found

    def source_of_account(self) -> int | None:
        """The source the account names."""
        return self.library.data.disputes.get(self.dispute).accounts[0].source_id


def test_several_passages_come_into_one_cell_and_name_the_source(library: Library) -> None:
    here = Set(library)
    first = passages.highlight(library, here.version, 0, 21)
    second = passages.highlight(library, here.version, 22, 50)
    put_into_cell(library, here.account, here.aspect, passage_ids=[first])
    put_into_cell(library, here.account, here.aspect, passage_ids=[second, first])
    assert here.cell().passage_ids == (first, second)
    assert here.cell().stance == "asserts"
    assert here.source_of_account() == here.source


def test_a_claim_gives_its_value_and_words_and_the_account_rests_on_it(library: Library) -> None:
    here = Set(library)
    claim = passages.make_card(library, "claim", here.version, 22, 50)
    cards.set_field(library, claim.id, "value", "the son")
    put_into_cell(library, here.account, here.aspect, [claim.id])
    assert here.cell().value == "the son"
    assert [p.exact for p in library.data.passages.many(here.cell().passage_ids).values()]
    assert library.data.disputes.get(here.dispute).accounts[0].claim_ids == (claim.id,)
    library.undo()
    assert library.data.disputes.get(here.dispute).accounts[0].claim_ids == ()


def test_what_a_cell_says_and_denies_stays(library: Library) -> None:
    here = Set(library)
    disputes.set_cell(library, Cell(0, here.account, here.aspect, "denies", "the brother"))
    person = cards.create(library, "person", "The son")
    put_into_cell(library, here.account, here.aspect, [person.id])
    assert (here.cell().value, here.cell().stance) == ("the brother", "denies")


def test_a_person_is_the_value_of_an_aspect_that_asks_for_one(library: Library) -> None:
    here = Set(library)
    aspect = disputes.add_aspect(library, here.dispute, "By whom", "person")
    person = cards.create(library, "person", "The son")
    put_into_cell(library, here.account, aspect, [person.id])
    cell = library.data.disputes.get(here.dispute).cell(here.account, aspect)
    assert cell is not None
    assert (cell.card_id, cell.value) == (person.id, "The son")


def test_pasted_words_are_quoted_where_they_stand(library: Library) -> None:
    here = Set(library)
    disputes.edit_account(library, here.account, source_id=here.source)
    put_words(library, here.account, here.aspect, "“His son killed him” (A chronicle, ¶ 1)")
    (passage,) = library.data.passages.many(here.cell().passage_ids).values()
    assert passage.exact == "His son\nkilled him"
    put_words(library, here.account, here.aspect, "His son killed him")
    assert here.cell().passage_ids == (passage.id,)


@pytest.mark.parametrize("words", ["The khan died in June.", "  ", "“”"])
def test_words_that_are_not_in_the_source_are_refused(library: Library, words: str) -> None:
    here = Set(library)
    disputes.edit_account(library, here.account, source_id=here.source)
    with pytest.raises(UserError):
        put_words(library, here.account, here.aspect, words)
    assert library.data.disputes.get(here.dispute).cells == ()


def test_words_need_a_source_to_be_found_in(library: Library) -> None:
    here = Set(library)
    with pytest.raises(UserError, match="no source"):
        put_words(library, here.account, here.aspect, "The khan died in May.")


def test_a_source_is_no_answer(library: Library) -> None:
    here = Set(library)
    with pytest.raises(UserError, match="no answer"):
        put_into_cell(library, here.account, here.aspect, [here.source])
    assert library.data.disputes.get(here.dispute).cells == ()


def test_passages_of_two_sources_make_a_dispute_at_once(library: Library) -> None:
    here = Set(library)
    other = sources.import_text(library, plain("He died in June."), "b.txt").source
    version = library.data.texts.current(other.id)
    assert version is not None
    ids = [
        passages.highlight(library, here.version, 0, 21),
        passages.highlight(library, version.id, 0, 16),
    ]
    made = library.data.disputes.get(dispute_from_passages(library, ids).id)
    assert [account.source_id for account in made.accounts] == [here.source, other.id]
    assert [cell.passage_ids for cell in made.cells] == [(ids[0],), (ids[1],)]


def test_passages_of_one_source_become_accounts_of_their_own(library: Library) -> None:
    here = Set(library)
    ids = [passages.highlight(library, here.version, a, b) for a, b in ((0, 21), (22, 50))]
    made = library.data.disputes.get(dispute_from_passages(library, ids).id)
    assert len(made.accounts) == 2
    assert [cell.passage_ids for cell in made.cells] == [(ids[0],), (ids[1],)]
    with pytest.raises(UserError):
        dispute_from_passages(library, ids[:1])
