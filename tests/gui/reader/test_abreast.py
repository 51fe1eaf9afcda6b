from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.reader.abreast import share_of, through
from khiva_notes.gui.reader.page_view import PageView
from khiva_notes.services import cards, sources
from tests.gui.reader.reading import Reading, combined
from tests.texts import plain

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier

_LONG = [f"Paragraph {number} speaks of Khiva and its khan." for number in range(200)]
_RUSSIAN = [f"Абзац {number} говорит о Хиве и Джунаид-хане." for number in range(100)]


def in_order(page: QWidget) -> list[PageView]:
    """The texts in sight, from the left."""
    seen = [view for view in page.findChildren(PageView) if view.isVisible()]
    return sorted(seen, key=lambda view: view.mapToGlobal(QPoint(0, 0)).x())


class Abreast(Reading):
    """A reader with two texts in the library, the first of them open."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        library = desk.session.library
        self.first = sources.import_text(library, plain(*_LONG), "a.txt", title="The memoirs")
        self.second = sources.import_text(library, plain(*_RUSSIAN), "b.txt", title="Записки")
        self.ids = self.first.source.id, self.second.source.id
        super().__init__(desk, qtbot)
        self.go(Place("source", item_id=self.ids[0]))

    @property
    def texts(self) -> list[PageView]:
        return in_order(self.page)

    def keyed(self, key: Key, *modifiers: Qt.KeyboardModifier) -> None:
        """Press a key wherever the keyboard is."""
        focus = QApplication.focusWidget()
        assert focus is not None
        self.qtbot.keyClick(focus, key, combined(modifiers))

    def split(self) -> list[PageView]:
        """Read the second source beside the first, by keys."""
        self.keyed(Key.Key_B, CONTROL, SHIFT)
        self.choose("Zapiski")
        self.qtbot.waitUntil(lambda: len(self.texts) == 2 and self.texts[1].hasFocus())
        return self.texts


@pytest.fixture
def abreast(desk: Desk, qtbot: QtBot) -> Abreast:
    """Two texts in the library, the first of them open."""
    return Abreast(desk, qtbot)


def test_a_second_source_is_found_by_any_spelling_and_read_beside(abreast: Abreast) -> None:
    left, right = abreast.split()
    assert left.toPlainText().startswith("Paragraph 0")
    assert right.toPlainText().startswith("Абзац 0")
    assert abreast.page.title() == "Записки"
    assert abreast.desk.navigator.current.item_id == abreast.ids[1]


def test_a_key_goes_from_text_to_text_and_the_header_shows_which(abreast: Abreast) -> None:
    left, right = abreast.split()
    seen = [w for w in abreast.page.findChildren(QLabel, "reader-title") if w.isVisible()]
    titles = sorted(seen, key=lambda title: title.mapToGlobal(QPoint(0, 0)).x())
    inks = [title.palette().windowText().color().name() for title in titles]
    assert inks[0] != inks[1]
    abreast.keyed(Key.Key_Tab, CONTROL)
    assert left.hasFocus()
    assert [t.palette().windowText().color().name() for t in titles] == inks[::-1]
    assert abreast.page.title() == "The memoirs"
    abreast.keyed(Key.Key_Tab, CONTROL)
    assert right.hasFocus()


def test_cards_are_made_in_either_text_and_the_keyboard_returns_there(abreast: Abreast) -> None:
    left, right = abreast.split()
    cursor = right.document().find("Джунаид-хане")
    right.setTextCursor(cursor)
    abreast.keyed(Key.Key_P)
    title = abreast.widget("card-title")
    abreast.qtbot.waitUntil(title.hasFocus)
    abreast.qtbot.keyClick(title, Key.Key_Return)
    abreast.qtbot.waitUntil(right.hasFocus)
    abreast.qtbot.waitUntil(lambda: not abreast.seen("reader-cards"))
    [person] = abreast.library.data.items.all("person")
    [passage] = abreast.library.data.passages.of(person.id)
    assert abreast.library.data.texts.info(passage.version_id).item_id == abreast.ids[1]
    abreast.keyed(Key.Key_Tab, CONTROL)
    left.setTextCursor(left.document().find("Paragraph 3"))
    abreast.keyed(Key.Key_N)
    abreast.qtbot.waitUntil(lambda: bool(abreast.library.data.items.all("claim")))
    [claim] = abreast.library.data.items.all("claim")
    about = [link.to_id for link in abreast.library.data.links.of(claim.id) if link.type == "about"]
    assert about == [person.id], "the card used last is the one used in the other text"


def test_each_text_has_its_own_find_bar(abreast: Abreast) -> None:
    _, right = abreast.split()
    abreast.keyed(Key.Key_F, CONTROL)
    field = abreast.widget("find-field")
    abreast.qtbot.keyClicks(field, "19")
    abreast.qtbot.waitUntil(lambda: right.textCursor().selectedText() == "19")
    abreast.keyed(Key.Key_Escape)
    assert right.hasFocus()


def test_unrelated_texts_scroll_together_in_proportion(abreast: Abreast) -> None:
    left, right = abreast.split()
    abreast.keyed(Key.Key_Tab, CONTROL)
    assert (left.top(), right.top()) == (0, 0)
    abreast.keyed(Key.Key_PageDown)
    assert right.top() == 0, "they scroll apart until they are told to scroll together"
    abreast.keyed(Key.Key_PageUp)
    abreast.keyed(Key.Key_T, CONTROL, ALT)
    for _ in range(5):
        abreast.keyed(Key.Key_PageDown)
    abreast.qtbot.waitUntil(lambda: abs(share_of(left) - share_of(right)) < 0.05)
    abreast.keyed(Key.Key_End, CONTROL)
    abreast.qtbot.waitUntil(lambda: share_of(right) > 0.95)
    abreast.keyed(Key.Key_T, CONTROL, ALT)
    before = right.top()
    abreast.keyed(Key.Key_Home, CONTROL)
    assert right.top() == before


def test_texts_that_go_back_to_one_another_keep_the_same_paragraph_on_top(
    abreast: Abreast,
) -> None:
    cards.set_links(
        abreast.library, abreast.ids[1], "derived-from", [(abreast.ids[0], "translates")]
    )
    left, right = abreast.split()
    abreast.keyed(Key.Key_T, CONTROL, ALT)
    right.begin_at(right.document().findBlockByNumber(40).position())

    def first_block(view: PageView) -> int:
        return view.document().findBlock(view.first_in_view()).blockNumber()

    abreast.qtbot.waitUntil(lambda: abs(first_block(left) - 80) <= 2)
    assert abs(first_block(right) - 40) <= 1


@pytest.mark.parametrize(
    ("share", "here", "there", "result"),
    [(0.0, 0.2, 0.6, 0.0), (0.2, 0.2, 0.6, 0.6), (1.0, 0.2, 0.6, 1.0), (0.6, 0.2, 0.6, 0.8)],
)
def test_what_stood_beside_each_other_stays_so_and_ends_meet(
    share: float, here: float, there: float, result: float
) -> None:
    assert through(share, here, there) == pytest.approx(result)


def test_back_goes_to_the_text_where_one_was_and_both_stay(abreast: Abreast) -> None:
    left, right = abreast.split()
    abreast.desk.navigator.back()
    abreast.qtbot.waitUntil(left.hasFocus)
    assert len(abreast.texts) == 2
    abreast.desk.navigator.forward()
    abreast.qtbot.waitUntil(right.hasFocus)
    abreast.go(Place("source", item_id=abreast.ids[0], start=0, end=9))
    assert left.hasFocus()
    assert left.textCursor().selectedText() == "Paragraph"


def test_one_text_can_be_read_alone_again(abreast: Abreast) -> None:
    _, right = abreast.split()
    abreast.keyed(Key.Key_B, CONTROL, ALT)
    assert abreast.texts == [right]
    assert right.hasFocus()
    assert abreast.desk.navigator.current.item_id == abreast.ids[1]
    assert abreast.seen("reader-cards")


def test_both_texts_are_there_again_in_the_next_session(abreast: Abreast) -> None:
    _, right = abreast.split()
    right.begin_at(right.document().findBlockByNumber(50).position())
    abreast.keyed(Key.Key_Tab, CONTROL)
    place = abreast.desk.navigator.current
    abreast.page.hide()
    again = Reading(abreast.desk, abreast.qtbot)
    abreast.desk.navigator.moved.emit(place)

    def views() -> list[PageView]:
        return in_order(again.page)

    abreast.qtbot.waitUntil(lambda: len(views()) == 2 and all(v.toPlainText() for v in views()))
    assert [view.toPlainText()[:5] for view in views()] == ["Parag", "Абзац"]
    abreast.qtbot.waitUntil(
        lambda: views()[1].document().findBlock(views()[1].first_in_view()).blockNumber() >= 48
    )


def test_a_source_that_is_gone_leaves_the_other_alone(abreast: Abreast) -> None:
    from khiva_notes.services import trash

    left, _ = abreast.split()
    abreast.keyed(Key.Key_Tab, CONTROL)
    trash.trash(abreast.library, [abreast.ids[1]])
    trash.empty(abreast.library)
    assert abreast.texts == [left]


def test_the_cards_can_be_folded_away_and_come_back_when_needed(abreast: Abreast) -> None:
    text = abreast.text
    abreast.keyed(Key.Key_F8)
    assert not abreast.seen("reader-cards")
    assert text.hasFocus()
    abreast.make("person", "Paragraph 2 ", "Somebody")
    abreast.select("Paragraph 2")
    abreast.keyed(Key.Key_F6)
    assert abreast.seen("reader-cards")
    abreast.keyed(Key.Key_Escape)
    abreast.qtbot.waitUntil(text.hasFocus)
    abreast.qtbot.waitUntil(lambda: not abreast.seen("reader-cards"))
    abreast.keyed(Key.Key_F8)
    assert abreast.seen("reader-cards")


def test_what_needs_two_texts_is_grey_with_one(abreast: Abreast) -> None:
    actions = {a.objectName(): a for a in abreast.page.findChildren(QAction)}
    assert not actions["together"].isEnabled()
    abreast.split()
    assert actions["together"].isEnabled()
    assert actions["beside"] in abreast.page.actions_for("View")


def test_a_library_with_one_text_says_how_to_get_another(desk: Desk, qtbot: QtBot) -> None:
    source = sources.import_text(desk.session.library, plain("Alone."), "a.txt").source
    here = Reading(desk, qtbot)
    here.go(Place("source", item_id=source.id))
    said: list[str] = []
    desk.said.connect(said.append)
    here.press(Key.Key_B, CONTROL, SHIFT)
    assert "no other source" in said[-1]
    assert isinstance(here.text, QTextEdit)


def test_the_bar_beside_selected_words_stays_within_its_text(abreast: Abreast) -> None:
    abreast.page.resize(1040, 700)
    _, right = abreast.split()
    right.setTextCursor(right.document().find("Джунаид-хане"))
    bar = abreast.widget("selection-bar")
    left_edge = right.viewport().mapToGlobal(QPoint(0, 0)).x()
    assert bar.mapToGlobal(QPoint(0, 0)).x() >= left_edge
    right_edge = left_edge + right.viewport().width()
    assert bar.mapToGlobal(QPoint(bar.width(), 0)).x() <= right_edge
