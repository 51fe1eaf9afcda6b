from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from khiva_notes.gui.compare.export import write
from khiva_notes.model.disputes import Cell
from khiva_notes.model.errors import UserError
from khiva_notes.services import cards, disputes, passages, sources
from tests.gui.compare.comparing import ALT, CONTROL, SHIFT, Comparing, Key
from tests.texts import plain

ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


def test_accounts_stand_side_by_side_with_the_state_of_each_row(comparing: Comparing) -> None:
    comparing.open("who-killed-the-khan")
    assert comparing.heads(ACROSS) == ["The author", "Yusupov"]
    rows = [str(comparing.table.model().headerData(i, DOWN)).split(", ") for i in range(8)]
    assert rows[0] == ["Who struck", "✕ conflict"]
    assert rows[4] == ["Where", "● agree"]
    assert rows[2] == ["How", "○ only one speaks"]
    assert "one man, not named" in comparing.cell(0, 1)
    assert "“he stabbed the khan several times”" in comparing.cell(0, 1)
    assert comparing.cell(2, 0) == "says nothing of it"
    assert comparing.page.status() == "2 accounts · 8 aspects"
    assert comparing.page.title() == "Who killed the khan, and how?"


def test_the_current_cell_says_why_and_is_read_in_its_source(comparing: Comparing) -> None:
    comparing.open("who-killed-the-khan")
    comparing.press(Key.Key_Down)
    assert "“Zhunaidkhan-Eshim” and “Javmut clan”" in comparing.text("comparison-why")
    first, second = comparing.part("pane-first-text"), comparing.part("pane-second-text")
    assert isinstance(first, QTextEdit)
    assert isinstance(second, QTextEdit)
    comparing.wait(lambda: "led by his son Zhunaidkhan-Eshim" in first.toPlainText())
    comparing.wait(lambda: "the Yavmuts met with the Khan" in second.toPlainText())
    comparing.press(Key.Key_Right)
    comparing.wait(lambda: comparing.text("pane-first-who") == "Yusupov")
    assert comparing.text("pane-second-who") == "The author"


def test_a_pane_shows_the_passage_that_it_speaks_of(comparing: Comparing) -> None:
    comparing.open("who-killed-the-khan")
    comparing.press(Key.Key_Right)
    comparing.press(Key.Key_Down)
    pane = comparing.part("pane-first-text")
    assert isinstance(pane, QTextEdit)
    comparing.wait(lambda: "the Yavmuts met with the Khan" in pane.toPlainText())
    comparing.wait(lambda: 0 <= pane.cursorRect().top() < pane.viewport().height())
    comparing.wait(
        lambda: pane.toPlainText()[pane.textCursor().position() :].startswith(
            "the Yavmuts met with the Khan"
        )
    )


def test_a_pane_without_words_is_not_marked_as_a_passage(fresh: Comparing) -> None:
    library = fresh.library
    source = sources.import_text(library, plain("The khan died in May."), "a.txt").source
    version = library.data.texts.current(source.id)
    assert version is not None
    quoted = passages.highlight(library, version.id, 0, 8)
    dispute = disputes.create_dispute(library, "When?", key="when")
    account = disputes.add_account(library, dispute.id, "A chronicle")
    first, second = (disputes.add_aspect(library, dispute.id, name) for name in ("Who", "How"))
    disputes.set_cell(library, Cell(0, account, first, "asserts", passage_ids=(quoted,)))
    disputes.set_cell(library, Cell(0, account, second, "silent"))
    fresh.open("when")
    pane = fresh.part("pane-first-text")
    assert isinstance(pane, QTextEdit)
    fresh.wait(lambda: pane.toPlainText() == "The khan died in May.")
    fresh.wait(lambda: pane.textCursor().position() == 0)
    fresh.press(Key.Key_Down)
    fresh.wait(lambda: pane.toPlainText() == "A chronicle: says nothing of it.")
    cursor = pane.textCursor()
    cursor.select(cursor.SelectionType.Document)
    assert cursor.charFormat().background().style() == Qt.BrushStyle.NoBrush
    assert cursor.charFormat().fontItalic()


def test_o_and_ctrl_enter_open_the_source_at_the_passage(comparing: Comparing) -> None:
    comparing.open("who-killed-the-khan")
    comparing.press(Key.Key_Right)
    comparing.press(Key.Key_O)
    comparing.press(Key.Key_Return, CONTROL)
    passage = comparing.comparison("who-killed-the-khan").rows[0].cells[1].quotes[0]
    assert passage.source is not None
    assert [(p.view, p.item_id, p.start, p.end) for p in comparing.went] == [
        ("source", passage.source.id, passage.passage.start, passage.passage.end)
    ] * 2


def test_back_returns_to_the_cell_one_left(comparing: Comparing) -> None:
    comparing.open("who-killed-the-khan")
    comparing.press(Key.Key_Down)
    comparing.press(Key.Key_Right)
    comparing.press(Key.Key_O)
    comparing.open("why-the-khanate-fell")
    comparing.desk.navigator.back()
    comparing.desk.navigator.back()
    comparing.wait(lambda: comparing.current() == (1, 1))


def test_a_place_can_name_the_cell(comparing: Comparing) -> None:
    row = comparing.comparison("who-killed-the-khan").rows[3]
    comparing.open(
        "who-killed-the-khan", aspect_id=row.aspect.id, account_id=row.cells[1].account.id
    )
    assert comparing.current() == (3, 1)


def test_an_undo_shows_at_once_and_keeps_the_place(comparing: Comparing) -> None:
    comparing.open("who-killed-the-khan")
    comparing.press(Key.Key_Right)
    comparing.press(Key.Key_Delete)
    comparing.wait(lambda: comparing.cell(0, 1) == "not yet read")
    assert comparing.current() == (0, 1)
    comparing.library.undo()
    comparing.wait(lambda: "one man, not named" in comparing.cell(0, 1))
    assert comparing.current() == (0, 1)


def test_a_card_renamed_elsewhere_shows_in_the_heads(comparing: Comparing) -> None:
    comparing.open("who-killed-the-khan")
    voice = comparing.comparison("who-killed-the-khan").columns[1].voice
    assert voice is not None
    cards.rename(comparing.library, voice.id, "The old party leader")
    comparing.wait(
        lambda: "The old party leader" in str(comparing.table.model().headerData(1, ACROSS))
    )


def test_digits_set_the_stance(comparing: Comparing) -> None:
    comparing.open("who-killed-the-khan")
    for key, stance in (
        (Key.Key_2, "denies"),
        (Key.Key_3, "silent"),
        (Key.Key_4, "out-of-scope"),
        (Key.Key_5, "not-read"),
        (Key.Key_1, "asserts"),
    ):
        comparing.press(key)
        cell = comparing.comparison("who-killed-the-khan").rows[0].cells[0]
        assert cell.stance == stance
        assert cell.value


def test_rows_and_columns_move_by_key_and_back_by_undo(comparing: Comparing) -> None:
    comparing.open("who-killed-the-khan")
    comparing.press(Key.Key_Down)
    comparing.press(Key.Key_Up, ALT)
    comparing.wait(lambda: comparing.heads(DOWN)[0] == "Who stood behind it")
    assert comparing.current() == (0, 0)
    comparing.press(Key.Key_Right, ALT | SHIFT)
    comparing.wait(lambda: comparing.heads(ACROSS) == ["Yusupov", "The author"])
    assert comparing.current() == (0, 1)
    comparing.library.undo()
    comparing.library.undo()
    comparing.wait(lambda: comparing.heads(DOWN)[0] == "Who struck")
    assert comparing.heads(ACROSS) == ["The author", "Yusupov"]


def test_the_table_lies_either_way_and_remembers(comparing: Comparing) -> None:
    comparing.open("who-killed-the-khan")
    comparing.press(Key.Key_Down)
    comparing.press(Key.Key_T)
    assert comparing.heads(DOWN) == ["The author", "Yusupov"]
    assert comparing.heads(ACROSS)[1] == "Who stood behind it"
    assert comparing.current() == (0, 1)
    comparing.open("why-the-khanate-fell")
    comparing.wait(lambda: comparing.page.status() == "4 accounts · 4 aspects")
    assert comparing.heads(DOWN)[0] == "The cause"
    comparing.open("who-killed-the-khan")
    comparing.wait(lambda: comparing.heads(DOWN) == ["The author", "Yusupov"])


def test_only_conflicts_and_hidden_accounts(comparing: Comparing) -> None:
    comparing.open("who-killed-the-khan")
    comparing.press(Key.Key_F)
    assert comparing.heads(DOWN) == ["Who struck", "Who stood behind it"]
    comparing.press(Key.Key_F)
    assert len(comparing.heads(DOWN)) == 8
    comparing.press(Key.Key_H)
    assert comparing.heads(ACROSS) == ["Yusupov"]
    comparing.press(Key.Key_H, SHIFT)
    assert comparing.heads(ACROSS) == ["The author", "Yusupov"]


def test_next_conflict_goes_round(comparing: Comparing) -> None:
    comparing.open("who-killed-the-khan")
    comparing.press(Key.Key_N)
    assert comparing.current() == (1, 0)
    comparing.press(Key.Key_N)
    assert comparing.current() == (0, 0)
    comparing.press(Key.Key_N, SHIFT)
    assert comparing.current() == (1, 0)


def test_f6_goes_round_the_panes(comparing: Comparing) -> None:
    comparing.open("who-killed-the-khan")
    seen = [comparing.focused()]
    for _ in range(4):
        comparing.press(Key.Key_F6)
        seen.append(comparing.focused())
    assert seen == [
        "comparison-table",
        "pane-first-text",
        "pane-second-text",
        "card-title",
        "comparison-table",
    ]


def test_f2_renames_the_question(comparing: Comparing) -> None:
    comparing.open("who-killed-the-khan")
    comparing.press(Key.Key_F2)
    title = comparing.part("card-title")
    assert isinstance(title, QPlainTextEdit)
    assert title.hasFocus()
    comparing.type("Who did it?")
    comparing.press(Key.Key_Return)
    comparing.wait(lambda: comparing.page.title() == "Who did it?")
    comparing.wait(lambda: comparing.focused() == "comparison-table")


def test_the_second_pane_can_stay_with_one_account(comparing: Comparing) -> None:
    comparing.open("why-the-khanate-fell")
    comparing.press(Key.Key_Right)
    comparing.press(Key.Key_Right)
    third = comparing.heads(ACROSS)[2]
    comparing.press(Key.Key_P)
    comparing.press(Key.Key_Left)
    comparing.press(Key.Key_Left)
    assert comparing.text("pane-second-who") == third
    comparing.press(Key.Key_Down)
    assert comparing.text("pane-second-who") == third


def test_every_action_is_in_the_menu_with_its_key(comparing: Comparing) -> None:
    comparing.open("who-killed-the-khan")
    actions = [a for a in comparing.page.actions_for("Compare") if not a.isSeparator()]
    assert len(actions) > 25
    for action in actions:
        assert isinstance(action, QAction)
        assert action.toolTip()
        assert action.shortcuts() or "\t" in action.text(), action.text()


def test_a_dispute_that_is_removed_leaves_the_page_harmless(comparing: Comparing) -> None:
    item = disputes.create_dispute(comparing.library, "Was it so?", key="was-it-so")
    comparing.open("was-it-so")
    comparing.library.undo()
    assert comparing.library.data.items.find(item.id) is None
    assert comparing.page.actions_for("Compare") == []


def test_the_table_goes_to_the_clipboard_as_one_sees_it(comparing: Comparing) -> None:
    comparing.open("who-killed-the-khan")
    comparing.press(Key.Key_F)
    comparing.press(Key.Key_C, CONTROL | SHIFT)
    copied = QGuiApplication.clipboard().text()
    assert "| Who struck |" in copied
    assert "| Where |" not in copied
    comparing.press(Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text().startswith("“a group of malefactors led by his son")


@pytest.mark.parametrize("ending", [".md", ".html", ".csv", ".pdf", ".prose.md"])
def test_the_table_is_written_in_every_format(
    comparing: Comparing, tmp_path: Path, ending: str
) -> None:
    target = tmp_path / f"table{ending}"
    write(comparing.comparison("who-killed-the-khan"), target)
    written = target.read_bytes()
    if ending == ".pdf":
        assert written.startswith(b"%PDF")
        assert len(written) > 5000
    else:
        assert "one man, not named" in written.decode()


def test_a_place_that_cannot_be_written_is_said_calmly(
    comparing: Comparing, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="could not be written"):
        write(comparing.comparison("who-killed-the-khan"), tmp_path / "no" / "table.md")
