"""The search box, worked by its keys in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.main_window import MainWindow
from khiva_notes.gui.navigation import Place
from khiva_notes.services import cards, trash

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def box(window: MainWindow, qtbot: QtBot) -> QLineEdit:
    """The search box, reached by its key."""
    qtbot.keyClick(window.focusWidget() or window, Key.Key_K, CTRL)
    found = window.findChild(QLineEdit, "search-box")
    assert found is not None and found.hasFocus()
    return found


def results(box: QLineEdit) -> QListView | None:
    """The list under the box, None while it is away."""
    popup = box.window().findChild(QFrame, "search-popup")
    return popup.findChild(QListView, "search-results") if popup and popup.isVisible() else None


def words(box: QLineEdit) -> list[str]:
    """What the rows of the list say."""
    found = results(box)
    model = found.model() if found else None
    return [model.index(n, 0).data() for n in range(model.rowCount())] if model else []


def foot(box: QLineEdit, name: str) -> str:
    """What stands below the list."""
    label = box.window().findChild(QLabel, name)
    return label.text() if label else ""


def ask(qtbot: QtBot, box: QLineEdit, query: str) -> QListView:
    """Type and wait for what was found."""
    box.clear()
    qtbot.keyClicks(box, query)
    qtbot.waitUntil(lambda: any(query.strip() in row for row in words(box)[-1:]))
    found = results(box)
    assert found is not None
    return found


def item_id(desk: Desk, key: str) -> int:
    item = desk.session.library.data.items.by_key(key)
    assert item is not None
    return item.id


def test_hits_stand_in_groups_with_their_exact_numbers(
    box: QLineEdit, qtbot: QtBot, open_desk: Desk
) -> None:
    view = ask(qtbot, box, "junaid")
    rows = [view.model().index(n, 0) for n in range(view.model().rowCount())]
    headings = {r.data(): r for r in rows if not r.flags() & Qt.ItemFlag.ItemIsSelectable}
    assert next(iter(headings)) == "People"
    with qtbot.waitSignal(open_desk.session.indexer.answered) as told:
        open_desk.session.indexer.ask("junaid", asker="test", limit=1000, typing=True)
    answer = told.args[1]
    for heading, kind in (("People", "person"), ("Claims", "claim"), ("Texts", "text")):
        count = sum(found.kind == kind for found in answer.found)
        assert headings[heading].data(Qt.ItemDataRole.UserRole).beside == str(count)
    assert view.currentIndex().data() == "Zhunaidkhan"
    assert f"{answer.total} found" in foot(box, "search-foot")


def test_control_enter_opens_the_own_page_and_not_the_page_in_sight(
    box: QLineEdit, qtbot: QtBot, open_desk: Desk
) -> None:
    ask(qtbot, box, "junaid")
    qtbot.keyClick(box, Key.Key_Return, CTRL)
    assert open_desk.navigator.current == Place("card", item_id(open_desk, "junaid-khan"))
    assert results(box) is None
    assert not box.hasFocus()


def test_enter_before_the_answer_opens_the_best_hit_of_the_answer(
    box: QLineEdit, qtbot: QtBot, open_desk: Desk
) -> None:
    ask(qtbot, box, "bukhara")
    box.selectAll()
    qtbot.keyClicks(box, "zhunaidkhan")
    qtbot.keyClick(box, Key.Key_Return, CTRL)
    wanted = Place("card", item_id(open_desk, "junaid-khan"))
    qtbot.waitUntil(lambda: open_desk.navigator.current == wanted)


def test_arrows_and_pages_pass_over_headings_and_stop_at_the_ends(
    box: QLineEdit, qtbot: QtBot
) -> None:
    view = ask(qtbot, box, "khan")
    first = view.currentIndex().row()
    qtbot.keyClick(box, Key.Key_Up)
    assert view.currentIndex().row() == first
    qtbot.keyClick(box, Key.Key_PageDown)
    assert view.currentIndex().row() >= first + 6
    for _ in range(20):
        qtbot.keyClick(box, Key.Key_PageDown)
    last = view.currentIndex().row()
    assert last == view.model().rowCount() - 1
    seen = {last}
    while view.currentIndex().row() > first:
        qtbot.keyClick(box, Key.Key_Up)
        seen.add(view.currentIndex().row())
        assert view.currentIndex().flags() & Qt.ItemFlag.ItemIsSelectable
    assert len(seen) < view.model().rowCount()


def test_escape_closes_and_again_gives_the_keyboard_back(
    window: MainWindow, qtbot: QtBot, open_desk: Desk
) -> None:
    open_desk.navigator.go(Place("list", kind="person"))
    before = window.focusWidget()
    qtbot.keyClick(before, Key.Key_K, CTRL)
    box = window.findChild(QLineEdit, "search-box")
    ask(qtbot, box, "khan")
    qtbot.keyClick(box, Key.Key_Escape)
    assert results(box) is None and box.hasFocus() and box.text() == "khan"
    qtbot.keyClick(box, Key.Key_Escape)
    assert window.focusWidget() is before and box.text() == ""


def test_the_last_row_and_its_key_open_the_page_with_the_query(
    box: QLineEdit, qtbot: QtBot, open_desk: Desk
) -> None:
    view = ask(qtbot, box, "treaty")
    assert words(box)[-1] == "Everything for “treaty”"
    while view.currentIndex().row() < view.model().rowCount() - 1:
        qtbot.keyClick(box, Key.Key_Down)
    qtbot.keyClick(box, Key.Key_Return)
    assert open_desk.navigator.current == Place("search", query="treaty")
    qtbot.keyClick(box.window().focusWidget(), Key.Key_K, CTRL)
    qtbot.keyClicks(box, "Bukhara")
    qtbot.keyClick(box, Key.Key_F, CTRL | SHIFT)
    assert open_desk.navigator.current == Place("search", query="Bukhara")


def test_a_better_spelling_is_offered_and_taken(box: QLineEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "Bolshevikz ")
    qtbot.waitUntil(lambda: words(box) == ["Did you mean “Bolshevik”?"], timeout=5000)
    assert "Nothing found" in foot(box, "search-foot")
    qtbot.keyClick(box, Key.Key_Down)
    qtbot.keyClick(box, Key.Key_Return)
    assert box.text().strip() == "Bolshevik"
    qtbot.waitUntil(lambda: "Everything for “Bolshevik”" in words(box))


def test_nothing_found_says_so(box: QLineEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "qqqqqqqqqqzzz")
    qtbot.waitUntil(lambda: "Nothing found" in foot(box, "search-foot"))
    assert "Everything" not in "".join(words(box))


def test_an_empty_box_offers_where_one_has_been_and_what_was_searched(
    box: QLineEdit, qtbot: QtBot, open_desk: Desk
) -> None:
    ask(qtbot, box, "junaid")
    qtbot.keyClick(box, Key.Key_Return, CTRL)
    gone = item_id(open_desk, "trotsky")
    open_desk.navigator.go(Place("card", gone))
    open_desk.navigator.go(Place("list", kind="event"))
    trash.trash(open_desk.session.library, [gone])
    box.clear()
    qtbot.keyClick(box.window().focusWidget(), Key.Key_K, CTRL)
    shown = words(box)
    assert shown[:2] == ["Where you have been", "Zhunaidkhan"]
    assert "Trotsky" not in shown
    assert shown[-2:] == ["What you have searched for", "junaid"]
    qtbot.keyClick(box, Key.Key_Return)
    assert open_desk.navigator.current == Place("list", kind="event")
    qtbot.keyClick(box, Key.Key_Down)
    qtbot.keyClick(box, Key.Key_Return)
    assert open_desk.navigator.current.item_id == item_id(open_desk, "junaid-khan")


def test_the_list_leaves_the_keyboard_alone_and_closes_on_a_click_elsewhere(
    window: MainWindow, box: QLineEdit, qtbot: QtBot
) -> None:
    view = ask(qtbot, box, "khan")
    assert box.hasFocus() and view.focusPolicy() == Qt.FocusPolicy.NoFocus
    bar = window.findChild(QWidget, "status")
    assert bar.focusPolicy() == Qt.FocusPolicy.NoFocus
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(400, 8))
    assert results(box) is None


def test_a_click_opens_the_hit_that_is_clicked(
    box: QLineEdit, qtbot: QtBot, open_desk: Desk
) -> None:
    view = ask(qtbot, box, "junaid")
    row = view.model().index(2, 0)
    wanted = row.data(Qt.ItemDataRole.UserRole).place
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(row).center())
    current = open_desk.navigator.current
    assert (current.view, current.item_id) == (wanted.view, wanted.item_id)
    assert results(box) is None


def test_what_is_found_follows_an_edit_with_the_same_row_chosen(
    box: QLineEdit, qtbot: QtBot, open_desk: Desk
) -> None:
    view = ask(qtbot, box, "junaid")
    qtbot.keyClick(box, Key.Key_Down)
    chosen = view.currentIndex().data()
    cards.create(open_desk.session.library, "person", "Junaid the Younger")
    qtbot.waitUntil(lambda: "Junaid the Younger" in words(box))
    assert view.currentIndex().data() == chosen


def test_tab_completes_fields_and_values(box: QLineEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "khan ta")
    qtbot.waitUntil(lambda: "tag:" in foot(box, "search-keys"))
    qtbot.keyClick(box, Key.Key_Tab)
    assert box.text() == "khan tag:"
    qtbot.keyClicks(box, "tr")
    qtbot.waitUntil(lambda: "treaty" in foot(box, "search-keys"))
    qtbot.keyClick(box, Key.Key_Tab)
    assert box.text() == "khan tag:treaty " and box.hasFocus()
    qtbot.keyClick(box, Key.Key_Z, CTRL)
    assert box.text() != "khan tag:treaty "


def test_tinting_neither_edits_nor_can_be_undone(box: QLineEdit, qtbot: QtBot) -> None:
    box.insert('khan OR "the treaty" 1918 𐎀 tag:war')
    assert box.text() == 'khan OR "the treaty" 1918 𐎀 tag:war'
    box.setCursorPosition(3)
    box.setSelection(5, 2)
    box.desk.theme.changed.emit()  # type: ignore[attr-defined]
    assert box.selectedText() == "OR"


def test_an_unfinished_index_is_told_of(box: QLineEdit, qtbot: QtBot, open_desk: Desk) -> None:
    from khiva_notes.gui.indexer import Standing

    ask(qtbot, box, "khan")
    assert "Not everything" not in foot(box, "search-foot")
    open_desk.session.indexer.stands.emit(Standing("Building the index: 1,200", whole=False))
    assert "Not everything is found yet: Building the index: 1,200" in foot(box, "search-foot")
    open_desk.session.indexer.stands.emit(Standing("Index up to date", whole=True))
    assert "Not everything" not in foot(box, "search-foot")
