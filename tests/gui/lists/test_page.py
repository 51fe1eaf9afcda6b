"""Lists: what they show, how they follow changes, and what is done with their rows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.lists.page import ListPage
from khiva_notes.gui.navigation import Place
from khiva_notes.services import cards, links, names, trash

Key = Qt.Key


def make_page(desk: Desk, qtbot: QtBot) -> ListPage:
    page = ListPage(desk)
    qtbot.addWidget(page)
    desk.session.changed.connect(page.follow)
    page.resize(1000, 700)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


@pytest.fixture
def page(sample_desk: Desk, qtbot: QtBot) -> Iterator[ListPage]:
    page = make_page(sample_desk, qtbot)
    yield page
    page.hide()


@pytest.fixture
def own_page(desk: Desk, qtbot: QtBot) -> Iterator[ListPage]:
    page = make_page(desk, qtbot)
    yield page
    page.hide()


def go(page: ListPage, qtbot: QtBot, what: str, count: int) -> None:
    page.open(Place("trash") if what == "trash" else Place("list", kind=what))
    qtbot.waitUntil(lambda: len(titles(page)) == count)


def titles(page: ListPage) -> list[str]:
    model = page.table.model()
    assert model is not None
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def column(page: ListPage, heading: str) -> list[str]:
    model = page.table.model()
    assert model is not None
    headings = [
        model.headerData(number, Qt.Orientation.Horizontal) for number in range(model.columnCount())
    ]
    at = headings.index(heading)
    return [model.index(row, at).data() for row in range(model.rowCount())]


def choose(page: ListPage, *wanted: str) -> None:
    ids = [row for row in titles(page) if row in wanted]
    assert sorted(ids) == sorted(wanted)
    items = page.desk.session.library.data.items
    chosen = [item.id for item in (*items.all(), *items.all(trashed=True)) if item.title in wanted]
    page.table.select(set(chosen), chosen[0])


def test_each_kind_has_its_rows(page: ListPage, qtbot: QtBot) -> None:
    for what, count in (("person", 19), ("event", 47), ("claim", 112), ("tag:treaty", 37)):
        go(page, qtbot, what, count)
    assert page.status() == "37 of 37"


def test_people_show_their_other_spellings(page: ListPage, qtbot: QtBot) -> None:
    go(page, qtbot, "person", 19)
    at = titles(page).index("Zhunaidkhan")
    assert "Junaid Khan" in column(page, "Also spelt")[at]


def test_events_are_in_the_order_of_their_dates(page: ListPage, qtbot: QtBot) -> None:
    go(page, qtbot, "event", 47)
    dates = column(page, "Date")
    assert dates.index("February 1917") < dates.index("[1 October 1918]")
    assert dates.index("[1 October 1918]") < dates.index("[2 February 1920]")


def test_typing_in_the_filter_finds_a_person_in_any_spelling(page: ListPage, qtbot: QtBot) -> None:
    go(page, qtbot, "person", 19)
    qtbot.keyClick(page.table, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.head.line.hasFocus)
    page.head.line.insert("джунаид")
    qtbot.waitUntil(lambda: titles(page) == ["Zhunaidkhan", "Zhunaidkhan-Eshim"])
    qtbot.keyClick(page.head.line, Key.Key_Return)
    qtbot.keyClick(page.table, Key.Key_Down)
    qtbot.keyClick(page.table, Key.Key_Return)
    place = page.desk.navigator.current
    assert page.desk.session.library.data.items.get(place.item_id).title == "Zhunaidkhan-Eshim"


def test_a_filter_that_finds_nothing_says_so_and_esc_clears_it(
    page: ListPage, qtbot: QtBot
) -> None:
    go(page, qtbot, "person", 19)
    page.head.line.setFocus()
    qtbot.keyClicks(page.head.line, "nobody")
    empty = page.findChild(QLabel, "list-empty")
    assert isinstance(empty, QLabel)
    qtbot.waitUntil(empty.isVisible)
    assert "nobody" in empty.text()
    qtbot.keyClick(page.head.line, Key.Key_Escape)
    qtbot.waitUntil(lambda: len(titles(page)) == 19)


def test_an_empty_list_says_what_to_do(own_page: ListPage, qtbot: QtBot) -> None:
    own_page.open(Place("list", kind="claim"))
    empty = own_page.findChild(QLabel, "list-empty")
    assert isinstance(empty, QLabel)
    qtbot.waitUntil(empty.isVisible)
    assert "press C" in empty.text()


def test_a_title_is_edited_in_place_and_the_row_moves_with_the_focus(
    page: ListPage, qtbot: QtBot
) -> None:
    go(page, qtbot, "person", 19)
    choose(page, "Trotsky")
    qtbot.keyClick(page.table, Key.Key_F2)
    line = page.findChild(QLineEdit, "cell-editor")
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "Aa Trotsky")
    qtbot.keyClick(line, Key.Key_Return)
    qtbot.waitUntil(lambda: titles(page)[1] == "Aa Trotsky" or titles(page)[0] == "Aa Trotsky")
    assert [row.title for row in page.table.selected()] == ["Aa Trotsky"]
    page.desk.session.library.undo()
    assert "Trotsky" in titles(page)


def test_a_date_is_edited_in_words(page: ListPage, qtbot: QtBot) -> None:
    library = page.desk.session.library
    go(page, qtbot, "event", 47)
    choose(page, "Relations grow still more tense")
    qtbot.keyClick(page.table, Key.Key_Right)
    qtbot.keyClick(page.table, Key.Key_F2)
    line = page.findChild(QLineEdit, "cell-editor")
    assert isinstance(line, QLineEdit)
    assert line.text() == "in the summer of 1919"
    qtbot.keyClicks(line, "July 1919")
    qtbot.keyClick(line, Key.Key_Return)
    item = library.data.items.by_title("Relations grow still more tense")[0]
    qtbot.waitUntil(lambda: library.data.dates.of(item.id)["date"].edtf == "1919-07")


def test_delete_throws_away_all_selected_rows_in_one_step(page: ListPage, qtbot: QtBot) -> None:
    go(page, qtbot, "person", 19)
    choose(page, "Trotsky", "Ibrohim Hajj")
    with qtbot.waitSignal(page.desk.said) as said:
        qtbot.keyClick(page.table, Key.Key_Delete)
    assert "2 things" in said.args[0]
    assert len(titles(page)) == 17
    page.desk.session.library.undo()
    assert len(titles(page)) == 19


def test_many_rows_are_tagged_through_the_strip(page: ListPage, qtbot: QtBot) -> None:
    data = page.desk.session.library.data
    go(page, qtbot, "person", 19)
    choose(page, "Trotsky", "Ibrohim Hajj")
    button = page.findChild(QToolButton, "strip-list-tag")
    assert isinstance(button, QToolButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    line = page.findChild(QLineEdit, "strip-tag")
    assert isinstance(line, QLineEdit)
    line.insert("minor")
    qtbot.keyClick(line, Key.Key_Return)
    assert len(data.tags.items_with("minor")) == 2
    assert "minor" in column(page, "Tags")[titles(page).index("Trotsky")]


def test_many_rows_are_linked_to_one_card(page: ListPage, qtbot: QtBot) -> None:
    data = page.desk.session.library.data
    go(page, qtbot, "person", 19)
    choose(page, "Ruzimuhammad", "Ibrohim Hajj")
    page.activateWindow()
    qtbot.keyClick(
        page.table,
        Key.Key_L,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    kind = page.findChild(QWidget, "link-type")
    assert isinstance(kind, QWidget)
    qtbot.keyClicks(kind, "is kin of")
    qtbot.keyClick(kind, Key.Key_Return)
    field = page.findChild(QLineEdit, "chooser-field")
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "trotsk")
    rows = page.findChild(QWidget, "chooser-rows")
    assert isinstance(rows, QWidget)
    qtbot.waitUntil(lambda: rows.model().index(0, 0).data().startswith("Trotsky"))  # type: ignore[attr-defined]
    qtbot.keyClick(field, Key.Key_Return)
    trotsky = data.items.by_title("Trotsky")[0].id
    assert len([link for link in data.links.to(trotsky) if link.type == "kin-of"]) == 2


def test_two_claims_are_compared(page: ListPage, qtbot: QtBot) -> None:
    go(page, qtbot, "claim", 112)
    two = titles(page)[:2]
    choose(page, *two)
    compare = next(a for a in page.actions_for("Compare") if a.objectName() == "list-compare")
    assert compare.isEnabled()
    compare.trigger()
    place = page.desk.navigator.current
    assert place.view == "dispute"
    dispute = page.desk.session.library.data.disputes.get(place.item_id)
    assert sum(len(account.claim_ids) for account in dispute.accounts) == 2


def test_the_trash_gives_back_and_is_emptied_only_when_sure(page: ListPage, qtbot: QtBot) -> None:
    library = page.desk.session.library
    people = library.data.items.all("person")[:3]
    trash.trash(library, [person.id for person in people])
    go(page, qtbot, "trash", 3)
    choose(page, people[0].title)
    restore = next(a for a in page.actions_for("Card") if a.objectName() == "list-restore")
    restore.trigger()
    assert len(titles(page)) == 2
    empty = next(a for a in page.actions_for("Card") if a.objectName() == "list-empty")
    empty.trigger()
    no = page.findChild(QToolButton, "strip-answer-0")
    assert isinstance(no, QToolButton)
    assert no.hasFocus()
    qtbot.keyClick(no, Key.Key_Escape)
    assert len(titles(page)) == 2
    empty.trigger()
    yes = page.findChild(QToolButton, "strip-answer-1")
    assert isinstance(yes, QToolButton)
    qtbot.mouseClick(yes, Qt.MouseButton.LeftButton)
    assert titles(page) == []
    library.undo()
    assert len(titles(page)) == 2


def test_rows_follow_what_happens_elsewhere(page: ListPage, qtbot: QtBot) -> None:
    library = page.desk.session.library
    go(page, qtbot, "claim", 112)
    author = library.data.items.by_title("The author of the article")[0]
    cards.rename(library, author.id, "Anonymous")
    assert "Anonymous" in column(page, "Said by")
    assert "The author of the article" not in column(page, "Said by")
    new = cards.create(library, "claim", "0 before all others")
    assert titles(page)[0] == "0 before all others"
    links.tag(library, [new.id], "fresh")
    assert column(page, "Tags")[0] == "fresh"
    library.undo()
    library.undo()
    assert len(titles(page)) == 112


def test_a_list_out_of_sight_is_right_when_it_is_shown_again(page: ListPage, qtbot: QtBot) -> None:
    library = page.desk.session.library
    go(page, qtbot, "person", 19)
    go(page, qtbot, "event", 47)
    khan = library.data.items.by_title("Zhunaidkhan")[0]
    names.add_name(library, khan.id, "Cünayd Han")
    trash.trash(library, [library.data.items.by_title("Trotsky")[0].id])
    go(page, qtbot, "person", 18)
    assert "Cünayd Han" in column(page, "Also spelt")[titles(page).index("Zhunaidkhan")]


def test_selection_and_filter_are_kept_for_coming_back(page: ListPage, qtbot: QtBot) -> None:
    go(page, qtbot, "person", 19)
    choose(page, "Trotsky")
    go(page, qtbot, "event", 47)
    go(page, qtbot, "person", 19)
    assert [row.title for row in page.table.selected()] == ["Trotsky"]


def test_the_keyboard_sorts_by_the_column_in_focus(page: ListPage, qtbot: QtBot) -> None:
    go(page, qtbot, "person", 19)
    before = titles(page)
    qtbot.keyClick(page.table, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert titles(page) == before[::-1]


def test_the_sample_of_rows_that_can_be_compared_is_claims_alone(
    page: ListPage, qtbot: QtBot
) -> None:
    go(page, qtbot, "tag:treaty", 37)
    page.table.selectAll()
    compare = page.actions_for("Compare")[0]
    assert not compare.isEnabled()


def test_people_who_are_one_are_merged_under_the_title_that_is_chosen(
    page: ListPage, qtbot: QtBot
) -> None:
    library = page.desk.session.library
    go(page, qtbot, "person", 19)
    choose(page, "Zhunaidkhan", "Zhunaidkhan-Eshim")
    qtbot.keyClick(page.table, Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    first = page.findChild(QToolButton, "strip-answer-0")
    assert isinstance(first, QToolButton)
    assert first.text() == "Zhunaidkhan"
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Key.Key_Space)
    assert "Zhunaidkhan-Eshim" not in titles(page)
    at = titles(page).index("Zhunaidkhan")
    assert "Zhunaidkhan-Eshim" in column(page, "Also spelt")[at]
    library.undo()
    assert "Zhunaidkhan-Eshim" in titles(page)


def test_a_person_and_an_event_cannot_be_merged(page: ListPage, qtbot: QtBot) -> None:
    go(page, qtbot, "tag:treaty", 37)
    page.table.selectAll()
    merge = next(a for a in page.actions_for("Card") if a.objectName() == "list-merge")
    assert not merge.isEnabled()
