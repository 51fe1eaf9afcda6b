from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QLabel

from khiva_notes.services import cards, disputes, passages, sources
from tests.gui.compare.comparing import CONTROL, Comparing, Key
from tests.texts import plain


def test_enter_edits_the_cell_and_what_is_typed_is_saved(comparing: Comparing) -> None:
    comparing.open("who-killed-the-khan")
    for _ in range(2):
        comparing.press(Key.Key_Down)
    comparing.press(Key.Key_Return)
    assert comparing.focused() == "cell-value"
    comparing.type("with a sabre")
    comparing.press(Key.Key_Escape)
    assert comparing.focused() == "comparison-table"
    cell = comparing.comparison("who-killed-the-khan").rows[2].cells[0]
    assert (cell.value, cell.stance) == ("with a sabre", "silent")
    comparing.wait(lambda: "with a sabre" in comparing.cell(2, 0))


def test_a_value_in_an_unread_cell_is_an_assertion(comparing: Comparing) -> None:
    comparing.open("who-killed-the-khan")
    comparing.press(Key.Key_Delete)
    comparing.wait(lambda: comparing.cell(0, 0) == "not yet read")
    comparing.press(Key.Key_Return)
    comparing.type("the son")
    comparing.press(Key.Key_Return, CONTROL)
    cell = comparing.comparison("who-killed-the-khan").rows[0].cells[0]
    assert (cell.value, cell.stance) == ("the son", "asserts")


def test_the_editor_goes_along_with_the_table(comparing: Comparing) -> None:
    comparing.open("who-killed-the-khan")
    comparing.press(Key.Key_Return)
    assert comparing.text("side-title") == "Who struck · The author"
    comparing.table.setFocus()
    comparing.press(Key.Key_Right)
    assert comparing.text("side-title") == "Who struck · Yusupov"
    assert comparing.focused() == "comparison-table"


def test_words_of_the_account_are_taken_into_a_cell_and_out_again(comparing: Comparing) -> None:
    comparing.open("who-killed-the-khan")
    for _ in range(6):
        comparing.press(Key.Key_Down)
    comparing.press(Key.Key_Return)
    comparing.wait(lambda: bool(comparing.part("cell-offers").findChildren(QLabel)))
    offered = comparing.page.board.side.editor
    assert offered is not None
    row = comparing.part("cell-offers").rows[0]  # type: ignore[attr-defined]
    row.setFocus()
    comparing.press(Key.Key_Return)
    key = "who-killed-the-khan"
    cell = comparing.comparison(key).rows[6].cells[0]
    assert [q.passage.exact for q in cell.quotes]
    assert row.objectName() == f"quote-{cell.quotes[0].passage.id}"
    comparing.wait(lambda: bool(comparing.part("cell-quotes").rows))  # type: ignore[attr-defined]
    comparing.part("cell-quotes").rows[0].setFocus()  # type: ignore[attr-defined]
    comparing.press(Key.Key_Delete)
    assert comparing.comparison(key).rows[6].cells[0].quotes == ()


def test_a_figure_is_understood_while_one_types(fresh: Comparing) -> None:
    dispute = disputes.create_dispute(fresh.library, "How many?", key="how-many")
    disputes.add_account(fresh.library, dispute.id, "A chronicle")
    disputes.add_aspect(fresh.library, dispute.id, "How many", "number")
    fresh.open("how-many")
    fresh.wait(lambda: fresh.focused() == "comparison-table")
    fresh.press(Key.Key_Return)
    fresh.type("ten thousand soldiers")
    fresh.wait(lambda: "10,000 soldiers" in fresh.text("cell-figure"))
    fresh.press(Key.Key_Escape)
    number = fresh.library.data.disputes.get(dispute.id).cells[0].number
    assert number is not None
    assert (number.low, number.high, number.unit) == (10000, 10000, "soldiers")


def test_a_date_is_kept_with_its_words(fresh: Comparing) -> None:
    dispute = disputes.create_dispute(fresh.library, "When?", key="when")
    disputes.add_account(fresh.library, dispute.id, "A chronicle")
    disputes.add_aspect(fresh.library, dispute.id, "When", "date")
    fresh.open("when")
    fresh.wait(lambda: fresh.focused() == "comparison-table")
    fresh.press(Key.Key_Return)
    fresh.part("date-words").setFocus()
    fresh.type("1 October 1918")
    fresh.press(Key.Key_Escape)
    cell = fresh.library.data.disputes.get(dispute.id).cells[0]
    assert cell.date is not None
    assert (cell.date.edtf, cell.stance) == ("1918-10-01", "asserts")
    fresh.wait(lambda: fresh.cell(0, 0) == "1 October 1918")


def test_a_dispute_is_made_from_nothing_by_keyboard(fresh: Comparing) -> None:
    disputes.create_dispute(fresh.library, "What happened?", key="what")
    fresh.open("what", edit=True)
    fresh.wait(lambda: fresh.focused() == "card-title")
    fresh.type("Who killed the khan?")
    fresh.press(Key.Key_Return)
    fresh.wait(lambda: fresh.focused() == "empty-account")
    for label in ("The author", "Yusupov"):
        fresh.press(Key.Key_Insert, CONTROL)
        assert fresh.focused() == "new-account-label"
        fresh.type(label)
        fresh.press(Key.Key_Return)
        fresh.wait(lambda: fresh.focused() == "account-label")
        fresh.press(Key.Key_Escape)
    fresh.press(Key.Key_Insert)
    fresh.type("Who struck")
    fresh.press(Key.Key_Return)
    fresh.type("Where")
    fresh.press(Key.Key_Return)
    fresh.press(Key.Key_Escape)
    fresh.wait(lambda: fresh.page.status() == "2 accounts · 2 aspects")
    fresh.wait(lambda: fresh.focused() == "comparison-table")
    fresh.press(Key.Key_Return)
    fresh.type("his son")
    fresh.press(Key.Key_Escape)
    fresh.press(Key.Key_Right)
    fresh.press(Key.Key_Return)
    fresh.type("one man with a sabre")
    fresh.press(Key.Key_Escape)
    comparison = fresh.comparison("what")
    assert comparison.dispute.title == "Who killed the khan?"
    assert [c.account.label for c in comparison.columns] == ["The author", "Yusupov"]
    assert [cell.value for cell in comparison.rows[0].cells] == ["his son", "one man with a sabre"]
    assert comparison.rows[0].state == "conflict"
    fresh.wait(lambda: "1 conflict" in fresh.part("comparison-summary").accessibleName())


def test_usual_aspects_are_offered_by_the_kind_of_question(fresh: Comparing) -> None:
    dispute = disputes.create_dispute(
        fresh.library, "How many were they?", key="many", question_kind="how many"
    )
    fresh.open("many")
    fresh.press(Key.Key_Insert)
    usual = fresh.part("usual-how-many")
    usual.setFocus()
    fresh.press(Key.Key_Space)
    aspects = fresh.library.data.disputes.get(dispute.id).aspects
    assert [(a.name, a.value_type) for a in aspects] == [("How many", "number")]
    fresh.wait(
        lambda: (
            not [w for w in fresh.page.findChildren(type(usual), "usual-how-many") if w.isVisible()]
        )
    )


def test_the_account_editor_writes_what_it_shows(comparing: Comparing) -> None:
    comparing.open("who-killed-the-khan")
    comparing.press(Key.Key_A)
    assert comparing.focused() == "account-label"
    comparing.type("The article")
    how = comparing.part("account-how-known")
    assert isinstance(how, QComboBox)
    how.setFocus()
    comparing.type("infer")
    check = comparing.part("basis-2")
    check.setFocus()
    comparing.press(Key.Key_Space)
    comparing.part("account-interest").setFocus()
    comparing.press(Key.Key_A, CONTROL)
    comparing.type("none known")
    comparing.press(Key.Key_Escape)
    account = comparing.comparison("who-killed-the-khan").columns[0].account
    assert (account.label, account.how_known) == ("The article", "inference")
    assert (account.basis_account_ids, account.interest) == ((2,), "none known")


def test_the_aspect_editor_renames_and_removes(comparing: Comparing) -> None:
    comparing.open("who-killed-the-khan")
    comparing.press(Key.Key_R)
    comparing.type("Who dealt the blow")
    comparing.press(Key.Key_Escape)
    assert comparing.comparison("who-killed-the-khan").rows[0].aspect.name == "Who dealt the blow"
    comparing.press(Key.Key_R)
    comparing.part("aspect-remove").setFocus()
    comparing.press(Key.Key_Space)
    comparing.wait(lambda: comparing.page.status() == "2 accounts · 7 aspects")
    comparing.library.undo()
    comparing.wait(lambda: comparing.page.status() == "2 accounts · 8 aspects")


def test_a_verdict_tells_when_its_inputs_have_changed(comparing: Comparing) -> None:
    comparing.open("who-killed-the-khan")
    comparing.press(Key.Key_V)
    elected = comparing.part("verdict-elected")
    elected.setFocus()
    comparing.type("Yus")
    comparing.part("verdict-reasons").setFocus()
    comparing.type("He was there.")
    comparing.press(Key.Key_Escape)
    comparing.wait(lambda: comparing.text("verdict-head") == "Verdict: Yusupov · undecided")
    assert "He was there." in comparing.text("verdict-why")
    assert not comparing.part("verdict-has-changed").isVisible()
    comparing.press(Key.Key_3)
    comparing.wait(lambda: comparing.part("verdict-has-changed").isVisible())
    comparing.press(Key.Key_V)
    confirm = comparing.part("verdict-confirm")
    assert confirm.isVisible()
    confirm.setFocus()
    comparing.press(Key.Key_Space)
    comparing.wait(lambda: not comparing.part("verdict-has-changed").isVisible())
    assert not comparing.comparison("who-killed-the-khan").changed


@pytest.mark.parametrize("explicit", [True, False])
def test_claims_become_accounts_and_cells(fresh: Comparing, explicit: bool) -> None:
    library = fresh.library
    text = sources.import_text(library, plain("He came in May.", "He came in June."), "a.txt")
    version = library.data.texts.current(text.source.id)
    assert version is not None
    made = [passages.make_card(library, "claim", version.id, *span) for span in ((0, 15), (16, 32))]
    if explicit:
        for claim in made:
            cards.set_field(library, claim.id, "aspect", "when")
    dispute = disputes.dispute_from_claims(library, [claim.id for claim in made], "When?")
    fresh.open(dispute.key)
    comparison = fresh.comparison(dispute.key)
    if explicit:
        assert len(comparison.columns) == 2
        assert len(comparison.rows) == 1
        assert all(cell.quotes for cell in comparison.rows[0].cells)
    else:
        assert (len(comparison.columns), len(comparison.rows)) == (1, 2)
    assert {i for c in comparison.columns for i in c.account.claim_ids} == {c.id for c in made}
