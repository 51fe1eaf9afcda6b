from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QTableView, QToolButton

from khiva_notes.gui.compare.print_page import print_html
from khiva_notes.gui.dragging import mime_of
from khiva_notes.model.dates import from_edtf
from khiva_notes.model.disputes import Cell, Verdict
from khiva_notes.services import cards, disputes, passages, sources, trash
from khiva_notes.services.verdicts import set_verdict_bases
from tests.gui.compare.comparing import ALT, CONTROL, SHIFT, Comparing, Key
from tests.texts import plain

ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
KHAN = "who-killed-the-khan"


def many(page: Comparing, accounts: int) -> int:
    """A dispute of so many accounts and one row, whose answers differ."""
    dispute = disputes.create_dispute(page.library, "Who?", key="many").id
    row = disputes.add_aspect(page.library, dispute, "Who")
    for number in range(accounts):
        account = disputes.add_account(page.library, dispute, f"Voice {number}")
        disputes.set_cell(page.library, Cell(0, account, row, "asserts", f"somebody {number}"))
    page.open("many")
    return dispute


def frozen(page: Comparing) -> QTableView:
    """What holds the pinned accounts."""
    found = page.part("comparison-frozen")
    assert isinstance(found, QTableView)
    return found


def test_a_pinned_account_comes_first_and_stays_in_sight(comparing: Comparing) -> None:
    many(comparing, 9)
    for _ in range(2):
        comparing.press(Key.Key_Right)
    comparing.press(Key.Key_K)
    assert comparing.heads(ACROSS)[:3] == ["⚲ Voice 2", "Voice 0", "Voice 1"]
    assert comparing.current() == (0, 0)
    assert frozen(comparing).isVisible()
    edge = frozen(comparing).width()
    for _ in range(8):
        comparing.press(Key.Key_Right)
    assert comparing.table.horizontalScrollBar().value() > 0
    for _ in range(6):
        comparing.press(Key.Key_Left)
        assert comparing.table.visualRect(comparing.table.currentIndex()).left() >= edge
    comparing.open("why-the-khanate-fell")
    comparing.open("many")
    comparing.wait(lambda: comparing.heads(ACROSS)[0] == "⚲ Voice 2")
    comparing.press(Key.Key_Home)
    comparing.press(Key.Key_K)
    assert comparing.heads(ACROSS)[0] == "Voice 0"
    assert not frozen(comparing).isVisible()


def test_pinned_accounts_stay_apart_when_columns_move(comparing: Comparing) -> None:
    many(comparing, 4)
    comparing.press(Key.Key_Right)
    comparing.press(Key.Key_K)
    comparing.press(Key.Key_Right, ALT | SHIFT)
    assert comparing.heads(ACROSS) == ["⚲ Voice 1", "Voice 0", "Voice 2", "Voice 3"]
    comparing.press(Key.Key_Right)
    comparing.press(Key.Key_Right, ALT | SHIFT)
    comparing.wait(
        lambda: comparing.heads(ACROSS) == ["⚲ Voice 1", "Voice 2", "Voice 0", "Voice 3"]
    )


def test_what_is_hidden_is_listed_and_comes_back_one_by_one(comparing: Comparing) -> None:
    comparing.open(KHAN)
    comparing.press(Key.Key_H)
    comparing.press(Key.Key_H, CONTROL | SHIFT)
    assert comparing.heads(ACROSS) == ["Yusupov"]
    assert "Who struck" not in comparing.heads(DOWN)
    row = comparing.comparison(KHAN).rows[0].aspect.key
    account = comparing.comparison(KHAN).columns[0].account.key
    comparing.press(Key.Key_F6)
    assert comparing.focused() == f"strip-hidden-{account}"
    comparing.press(Key.Key_Space)
    assert comparing.heads(ACROSS) == ["The author", "Yusupov"]
    assert comparing.focused() == f"strip-hidden-row-{row}"
    comparing.press(Key.Key_Space)
    assert comparing.heads(DOWN)[0] == "Who struck"
    assert comparing.focused() == "comparison-table"
    assert not comparing.part("comparison-strip").isVisible()


def test_accounts_are_sorted_by_the_distance_of_the_witness(comparing: Comparing) -> None:
    dispute = many(comparing, 3)
    event = cards.create(comparing.library, "event", "The battle")
    cards.set_date(comparing.library, event.id, "date", from_edtf("1919-05-01"))
    cards.set_links(comparing.library, dispute, "about", [(event.id, "")])
    accounts = comparing.library.data.disputes.get(dispute).accounts
    disputes.set_written(comparing.library, accounts[0].id, from_edtf("1960"))
    disputes.set_written(comparing.library, accounts[2].id, from_edtf("1919-05-03"))
    disputes.edit_account(comparing.library, accounts[0].id, how_known="eyewitness")
    comparing.wait(lambda: "written" in str(comparing.table.model().headerData(2, ACROSS)))
    comparing.press(Key.Key_D)
    assert comparing.heads(ACROSS) == ["Voice 2", "Voice 0", "Voice 1"]
    comparing.press(Key.Key_Right, ALT | SHIFT)
    assert comparing.heads(ACROSS) == ["Voice 2", "Voice 0", "Voice 1"]
    comparing.press(Key.Key_8)
    assert comparing.heads(ACROSS) == ["Voice 0", "Voice 1", "Voice 2"]
    comparing.press(Key.Key_6)
    assert not comparing.part("comparison-strip").isVisible()


def test_what_if_without_an_account_is_shown_and_taken_back(comparing: Comparing) -> None:
    comparing.open(KHAN)
    comparing.press(Key.Key_W)
    comparing.wait(lambda: comparing.part("what-if-words").isVisible())
    comparing.wait(lambda: "Who struck → only one speaks" in comparing.text("what-if-words"))
    head = str(comparing.table.model().headerData(0, DOWN))
    assert head == "Who struck, ✕ conflict, → ○ only one speaks"
    assert "left out" in str(comparing.table.model().headerData(0, ACROSS))
    assert "only one speaks" in comparing.text("comparison-why")
    before = comparing.comparison(KHAN)
    comparing.press(Key.Key_Escape)
    comparing.wait(lambda: not comparing.part("comparison-strip").isVisible())
    assert comparing.table.model().headerData(0, DOWN) == "Who struck, ✕ conflict"
    assert comparing.comparison(KHAN) == before
    comparing.press(Key.Key_W)
    comparing.open("why-the-khanate-fell")
    comparing.open(KHAN)
    comparing.wait(lambda: comparing.table.model().headerData(0, DOWN) == "Who struck, ✕ conflict")


def test_a_source_left_out_takes_what_rests_on_it_along(comparing: Comparing) -> None:
    comparing.open("when-the-invasion-began")
    comparing.press(Key.Key_W, SHIFT)
    names = comparing.comparison("when-the-invasion-began").columns
    comparing.wait(
        lambda: all(
            "left out" in str(comparing.table.model().headerData(i, ACROSS))
            for i in range(len(names))
        )
    )
    comparing.press(Key.Key_Backspace)
    comparing.wait(lambda: not comparing.part("comparison-strip").isVisible())


def test_differing_words_of_copies_are_marked_and_of_independent_voices_never(
    fresh: Comparing,
) -> None:
    library = fresh.library
    texts = (
        "The khan was killed in his own palace on the first night of October.",
        "The khan was murdered in his own palace on the first night of October.",
    )
    dispute = disputes.create_dispute(library, "How?", key="how").id
    row = disputes.add_aspect(library, dispute, "How")
    accounts = []
    for number, words in enumerate(texts):
        source = sources.import_text(library, plain(words), f"{number}.txt").source
        version = library.data.texts.current(source.id)
        assert version is not None
        passage = passages.highlight(library, version.id, 0, len(words))
        accounts.append(disputes.add_account(library, dispute, f"Voice {number}"))
        disputes.edit_account(library, accounts[-1], source_id=source.id)
        cell = Cell(0, accounts[-1], row, "asserts", "", passage_ids=(passage,))
        disputes.set_cell(library, cell)
    fresh.open("how")
    fresh.wait(lambda: fresh.table.model().rowCount() == 1)

    def marked(column: int) -> list[str]:
        pieces = fresh.index(0, column).data(Qt.ItemDataRole.UserRole)
        return [piece.text[a:b] for piece in pieces for a, b in piece.marks]

    assert marked(0) == []
    assert not fresh.part("collation-legend").isVisible()
    disputes.set_bases(library, accounts[1], [accounts[0]], [])
    fresh.wait(lambda: marked(0) == ["killed"])
    assert marked(1) == ["murdered"]
    assert "one text" in fresh.text("collation-legend")
    disputes.set_bases(library, accounts[1], [], [])
    fresh.wait(lambda: marked(0) == [])


def test_a_passage_is_dropped_into_a_cell(comparing: Comparing) -> None:
    comparing.open(KHAN)
    before = comparing.comparison(KHAN)
    words = before.rows[0].cells[1].quotes[0].passage.id
    data = mime_of(comparing.desk, passage_ids=[words])
    drop(comparing, data, 4, 0)
    cell = comparing.comparison(KHAN).rows[4].cells[0]
    assert words in [quote.passage.id for quote in cell.quotes]
    assert len(cell.quotes) == len(before.rows[4].cells[0].quotes) + 1
    comparing.library.undo()
    assert comparing.comparison(KHAN) == before


def test_a_copied_passage_is_pasted_and_foreign_words_are_refused(comparing: Comparing) -> None:
    comparing.open(KHAN)
    words = comparing.comparison(KHAN).rows[0].cells[1].quotes[0].passage.id
    QGuiApplication.clipboard().setMimeData(mime_of(comparing.desk, passage_ids=[words]))
    comparing.press(Key.Key_V, CONTROL)
    cell = comparing.comparison(KHAN).rows[0].cells[0]
    assert words in [quote.passage.id for quote in cell.quotes]
    complaints: list[object] = []
    comparing.desk.complained.connect(complaints.append)
    QGuiApplication.clipboard().setText("words of no source whatever")
    comparing.press(Key.Key_V, CONTROL)
    assert len(complaints) == 1
    assert comparing.comparison(KHAN).rows[0].cells[0] == cell


def drop(page: Comparing, data: QMimeData, row: int, column: int) -> None:
    """Let data go over a cell."""
    index = page.index(row, column)
    page.table.scrollTo(index)
    spot = page.table.visualRect(index).center()
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    target = page.table.viewport()
    enter = QDragEnterEvent(spot, copy, data, left, none)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(target, QDropEvent(QPointF(spot), copy, data, left, none))


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_key_opens_a_menu_with_all_for_account_and_aspect(comparing: Comparing) -> None:
    comparing.open(KHAN)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(comparing.table, event)
    menu = comparing.page.findChild(QMenu, "cell-menu")
    assert isinstance(menu, QMenu)
    titles = [action.text() for action in menu.actions() if action.menu()]
    assert titles == ["Account: The author", "Aspect: Who struck"]
    within = {a.objectName() for sub in menu.findChildren(QMenu) for a in sub.actions()}
    assert {"action-pin-account", "action-leave-out", "action-hide-aspect"} <= within
    menu.close()


def test_u_leads_to_what_is_not_read_yet(comparing: Comparing) -> None:
    comparing.open(KHAN)
    for _ in range(3):
        comparing.press(Key.Key_Down)
    comparing.press(Key.Key_Delete)
    comparing.wait(lambda: comparing.cell(3, 0) == "not yet read")
    comparing.press(Key.Key_Home, CONTROL)
    comparing.press(Key.Key_U)
    assert comparing.current() == (3, 0)
    comparing.wait(lambda: comparing.part("balance-line").isVisible())
    assert "read" in comparing.text("balance-words")
    button = comparing.part("balance-next")
    assert isinstance(button, QToolButton)
    comparing.press(Key.Key_Home, CONTROL)
    comparing.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert comparing.current() == (3, 0)


def test_a_verdict_reads_with_live_links_and_says_what_changed(comparing: Comparing) -> None:
    library = comparing.library
    item = library.data.items.by_key(KHAN)
    other = library.data.items.by_key("why-the-khanate-fell")
    assert item is not None
    assert other is not None
    disputes.set_verdict(library, Verdict(item.id, None, "possible", "See [[yusupov]]."))
    set_verdict_bases(library, item.id, [other.id])
    comparing.open(KHAN)
    comparing.press(Key.Key_V, SHIFT)
    assert comparing.part("verdict-body").isVisible()
    assert other.title in comparing.text("verdict-bases-read")
    comparing.press(Key.Key_V, SHIFT)
    assert not comparing.part("verdict-body").isVisible()
    comparing.press(Key.Key_3)
    comparing.wait(lambda: comparing.part("verdict-changes").isVisible())
    assert "Who struck" in comparing.text("verdict-changes")
    comparing.part("verdict-still-holds").setFocus()
    comparing.press(Key.Key_Space)
    comparing.wait(lambda: not comparing.part("verdict-has-changed").isVisible())
    assert not comparing.comparison(KHAN).changed


def test_verdicts_that_would_build_on_one_another_in_a_circle_are_refused(
    comparing: Comparing,
) -> None:
    library = comparing.library
    ids = [library.data.items.by_key(key) for key in (KHAN, "why-the-khanate-fell")]
    first, second = (item.id for item in ids if item is not None)
    set_verdict_bases(library, second, [first])
    comparing.open(KHAN)
    complaints: list[object] = []
    comparing.desk.complained.connect(complaints.append)
    comparing.press(Key.Key_V)
    add = comparing.part("verdict-bases").findChild(QToolButton, "card-field-add")
    assert add is not None
    add.setFocus()
    comparing.press(Key.Key_Space)
    comparing.type("Why did the khanate fall")
    comparing.wait(lambda: "khanate fall" in comparing.first_offer("verdict-bases-chooser"))
    comparing.press(Key.Key_Return)
    assert len(complaints) == 1
    assert library.data.verdict_bases.of(first) == []


def test_a_dispute_in_the_trash_says_so_and_comes_back(comparing: Comparing) -> None:
    comparing.open(KHAN)
    item = comparing.library.data.items.by_key(KHAN)
    assert item is not None
    assert not comparing.part("dispute-in-trash").isVisible()
    trash.trash(comparing.library, [item.id])
    comparing.wait(lambda: comparing.part("dispute-in-trash").isVisible())
    comparing.part("dispute-restore").setFocus()
    comparing.press(Key.Key_Space)
    comparing.wait(lambda: not comparing.part("dispute-in-trash").isVisible())
    found = comparing.library.data.items.by_key(KHAN)
    assert found is not None
    assert not found.trashed


def test_paper_shows_each_quotation_with_its_citation(comparing: Comparing) -> None:
    page = print_html(comparing.comparison(KHAN))
    for row in comparing.comparison(KHAN).rows:
        for cell in row.cells:
            for quote in cell.quotes:
                assert f"“{quote.passage.exact}”".replace("'", "&#x27;") in page
                assert quote.citation.replace("¶ ", "¶\u00a0") in page
