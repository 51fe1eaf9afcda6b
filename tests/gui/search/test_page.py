"""The search page in the real window: narrowing down, acting on many hits, keeping searches."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.main_window import MainWindow
from khiva_notes.gui.navigation import Place

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class SearchPage:
    """The page as a user's eyes and hands find it."""

    def __init__(self, window: MainWindow, qtbot: QtBot, desk: Desk) -> None:
        self._bot = qtbot
        self.desk = desk
        qtbot.keyClick(window.focusWidget() or window, Key.Key_F, CTRL | SHIFT)
        page = window.findChild(QWidget, "search-page")
        assert page is not None and page.isVisible()
        self.page = page
        self.line: QLineEdit = self.part(QLineEdit, "search-line")
        self.hits: QListView = self.part(QListView, "search-hits")
        self.facets: QListView = self.part(QListView, "search-facets")
        assert self.line.hasFocus()
        self._answered: list[int] = []
        desk.session.indexer.answered.connect(lambda number, _: self._answered.append(number))

    def part(self, kind: type, name: str):
        found = self.page.findChild(kind, name)
        assert found is not None, name
        return found

    def rows(self, view: QListView | None = None) -> list[str]:
        model = (view or self.hits).model()
        return [model.index(n, 0).data() for n in range(model.rowCount())]

    def found(self) -> str:
        return self.part(QLabel, "search-count").text()

    def type(self, query: str) -> None:
        """Type and wait for the hits and for what they can be narrowed down by."""
        self.line.clear()
        self._bot.keyClicks(self.line, query)
        self.wait()

    def wait(self) -> None:
        """Wait for a question of one's own, which is answered after all that came before it."""
        number = self.desk.session.indexer.ask("x", asker="test")
        self._bot.waitUntil(lambda: number in self._answered)

    def tick(self, words: str) -> None:
        """Walk to a facet by keys and press Space on it."""
        self.facets.setFocus()
        rows = [row.strip() for row in self.rows(self.facets)]
        number = next(n for n, row in enumerate(rows) if row.endswith(words))
        self.facets.setCurrentIndex(self.facets.model().index(number, 0))
        self._bot.keyClick(self.facets, Key.Key_Space)
        self.wait()

    def kinds(self) -> set[str]:
        model = self.hits.model()
        return {
            model.index(n, 0).data(Qt.ItemDataRole.UserRole).kind for n in range(model.rowCount())
        }


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot, open_desk: Desk) -> SearchPage:
    return SearchPage(window, qtbot, open_desk)


def test_before_typing_examples_can_be_tried(page: SearchPage, qtbot: QtBot) -> None:
    assert page.rows()[0] == "What can be asked"
    qtbot.keyClick(page.line, Key.Key_Down)
    assert page.hits.hasFocus()
    qtbot.keyClick(page.hits, Key.Key_Return)
    assert page.line.text() == "Junaid Khan"
    qtbot.waitUntil(lambda: "found" in page.found() and page.rows()[0] == "Zhunaidkhan")
    assert page.desk.navigator.current == Place("search", query="Junaid Khan")


def test_kinds_narrow_down_and_keep_the_numbers_of_the_others(page: SearchPage) -> None:
    page.type("khan")
    facets = page.rows(page.facets)
    page.tick("Claims")
    assert page.kinds() == {"claim"}
    assert page.rows(page.facets)[: facets.index("Texts of")] == facets[: facets.index("Texts of")]
    page.tick("People")
    assert page.kinds() == {"claim", "person"}
    page.tick("Claims")
    page.tick("People")
    assert len(page.kinds()) > 2


def test_a_facet_becomes_a_clause_of_the_query_and_goes_again(page: SearchPage) -> None:
    page.type("khan")
    before = page.found()
    page.tick("treaty")
    assert page.line.text() == "tag:treaty khan"
    assert page.found() != before
    page.tick("treaty")
    assert page.line.text() == "khan" and page.found() == before


def test_the_count_of_a_facet_is_what_it_leads_to(page: SearchPage) -> None:
    page.type("khan")
    model = page.facets.model()
    tick = next(
        model.index(n, 0).data(Qt.ItemDataRole.UserRole)
        for n in range(model.rowCount())
        if model.index(n, 0).data() == "treaty"
    )
    page.tick("treaty")
    assert page.found() == f"{tick.count} found"


def test_enter_leads_to_the_words_and_back_to_the_same_hit(
    page: SearchPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.type("treaty")
    qtbot.keyClick(page.line, Key.Key_Return)
    qtbot.keyClick(page.hits, Key.Key_Down)
    qtbot.keyClick(page.hits, Key.Key_Down)
    title = page.hits.currentIndex().data()
    wanted = page.hits.currentIndex().data(Qt.ItemDataRole.UserRole).place
    qtbot.keyClick(page.hits, Key.Key_Return)
    current = page.desk.navigator.current
    assert (current.view, current.item_id) == (wanted.view, wanted.item_id)
    page.desk.navigator.back()
    assert page.hits.hasFocus() and page.hits.currentIndex().data() == title
    qtbot.keyClick(page.hits, Key.Key_Return, CTRL)
    assert page.desk.navigator.current.view in ("card", "dispute", "source")
    assert page.desk.navigator.current.start == -1


def test_up_and_escape_lead_back_to_the_line(page: SearchPage, qtbot: QtBot) -> None:
    page.type("treaty")
    for key in (Key.Key_Up, Key.Key_Escape):
        qtbot.keyClick(page.line, Key.Key_Down)
        assert page.hits.hasFocus()
        qtbot.keyClick(page.hits, key)
        assert page.line.hasFocus()


def test_many_hits_are_tagged_in_one_step(page: SearchPage, qtbot: QtBot) -> None:
    page.type("kind:person khan")
    qtbot.keyClick(page.line, Key.Key_Return)
    qtbot.keyClick(page.hits, Key.Key_Down, SHIFT)
    qtbot.keyClick(page.hits, Key.Key_Down, SHIFT)
    ids = [index.data(Qt.ItemDataRole.UserRole).item_id for index in page.hits.selectedIndexes()]
    assert len(ids) == 3
    qtbot.keyClick(page.hits, Key.Key_T, CTRL)
    line = page.part(QLineEdit, "strip-tag")
    assert line.hasFocus()
    line.insert("qqz")
    qtbot.keyClick(line, Key.Key_Return)
    library = page.desk.session.library
    assert all("qqz" in library.data.tags.of(item_id) for item_id in ids)
    assert page.hits.hasFocus()
    library.undo()
    assert not any("qqz" in library.data.tags.of(item_id) for item_id in ids)


def test_claims_are_compared_but_not_with_other_things(page: SearchPage, qtbot: QtBot) -> None:
    compare = page.part(QAction, "hits-compare")
    page.type("khan")
    qtbot.keyClick(page.line, Key.Key_Return)
    qtbot.keyClick(page.hits, Key.Key_A, CTRL)
    assert not compare.isEnabled()
    page.type("kind:claim throne")
    qtbot.keyClick(page.line, Key.Key_Return)
    qtbot.keyClick(page.hits, Key.Key_Down, SHIFT)
    chosen = [i.data(Qt.ItemDataRole.UserRole).item_id for i in page.hits.selectedIndexes()]
    assert compare.isEnabled()
    qtbot.keyClick(page.hits, Key.Key_D, CTRL | SHIFT)
    place = page.desk.navigator.current
    assert place.view == "dispute"
    dispute = page.desk.session.library.data.disputes.get(place.item_id)
    assert {claim for account in dispute.accounts for claim in account.claim_ids} == set(chosen)


@pytest.mark.parametrize("suffix", ["csv", "md"])
def test_all_hits_are_exported_not_only_those_in_sight(
    page: SearchPage,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    suffix: str,
) -> None:
    target = tmp_path / f"hits.{suffix}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.type("kh*")
    total = int(page.found().split()[0].replace(",", ""))
    assert total > len(page.rows())
    with qtbot.waitSignal(page.desk.said, check_params_cb=lambda words: "hits are in" in words):
        qtbot.keyClick(page.line, Key.Key_X, CTRL | SHIFT)
    text = target.read_text(encoding="utf-8-sig")
    if suffix == "csv":
        rows = list(csv.DictReader(text.splitlines()))
        assert len(rows) == total
        assert {row["Kind"] for row in rows} >= {"Person", "Claim", "Text"}
    else:
        data = page.desk.session.library.data
        version = data.texts.all_current()[0]
        quoted = [line[2:] for line in text.splitlines() if line.startswith("> ")]
        assert quoted
        body = data.texts.body(version.id).text
        assert all(line.replace("\\", "") in body.replace("\\", "") for line in quoted)


def test_a_better_spelling_is_a_button(page: SearchPage, qtbot: QtBot) -> None:
    page.type("bolshevikz ")
    button = page.part(QPushButton, "search-suggestion")
    assert button.isVisible() and "Nothing found" in page.found()
    button.setFocus()
    qtbot.keyClick(button, Key.Key_Space)
    assert page.line.text().strip().casefold() == "bolshevik"
    qtbot.waitUntil(lambda: not button.isVisible())


def test_completions_are_walked_through_and_taken(page: SearchPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.line, "tag:")
    offers = page.part(QListView, "search-completions")
    qtbot.waitUntil(offers.isVisible)
    second = page.rows(offers)[1]
    qtbot.keyClick(page.line, Key.Key_Down)
    qtbot.keyClick(page.line, Key.Key_Down)
    qtbot.keyClick(page.line, Key.Key_Return)
    assert page.line.text() == f"tag:{second} " and page.line.hasFocus()
    qtbot.waitUntil(lambda: not offers.isVisible())


def test_escape_leaves_the_completions_before_it_leaves_the_line(
    page: SearchPage, qtbot: QtBot
) -> None:
    qtbot.keyClicks(page.line, "per")
    offers = page.part(QListView, "search-completions")
    qtbot.waitUntil(offers.isVisible)
    qtbot.keyClick(page.line, Key.Key_Escape)
    assert not offers.isVisible() and page.line.hasFocus()
    qtbot.keyClick(page.line, Key.Key_Escape)
    assert page.hits.hasFocus()


def test_more_hits_come_as_one_goes_down(page: SearchPage, qtbot: QtBot) -> None:
    page.type("kh*")
    shown = len(page.rows())
    page.hits.setFocus()
    qtbot.keyClick(page.hits, Key.Key_End)
    qtbot.waitUntil(lambda: len(page.rows()) > shown)
    assert page.hits.currentIndex().row() == shown - 1


def test_hits_are_copied_with_their_citations_in_the_order_shown(
    page: SearchPage, qtbot: QtBot
) -> None:
    page.type("treaty")
    page.tick("Claims")
    titles = page.rows()
    with qtbot.waitSignal(page.desk.said, check_params_cb=lambda words: "copied" in words):
        qtbot.keyClick(page.hits, Key.Key_C, CTRL | SHIFT)
    copied = QGuiApplication.clipboard().text()
    places = [copied.index(f"**{title}** (Claim") for title in titles]
    assert len(places) > 1 and places == sorted(places)
    assert copied.startswith("# treaty") and "Khiva Khanate\\], ¶ 7)" in copied


def test_earlier_searches_come_back_by_keys(page: SearchPage, qtbot: QtBot) -> None:
    for query in ("treaty", "palace"):
        page.type(query)
        qtbot.keyClick(page.line, Key.Key_Return)
        qtbot.keyClick(page.hits, Key.Key_Return)
        page.desk.navigator.back()
    page.line.setFocus()
    page.line.clear()
    qtbot.keyClicks(page.line, "khan")
    seen = []
    for key in (Key.Key_Up, Key.Key_Up, Key.Key_Up, Key.Key_Down, Key.Key_Down):
        qtbot.keyClick(page.line, key, CTRL)
        seen.append(page.line.text())
    assert seen == ["palace", "treaty", "treaty", "palace", "khan"]


def test_words_found_in_a_title_are_underlined(window: MainWindow, qtbot, open_desk: Desk) -> None:
    page = SearchPage(window, qtbot, open_desk)
    page.type("title:handed ")
    page.hits.clearSelection()
    row = page.hits.visualRect(page.hits.model().index(0, 0))
    accent = open_desk.theme.tones.accent
    picture = page.hits.viewport().grab(row).toImage()

    def underlined() -> list[int]:
        ratio = picture.devicePixelRatio()
        return [
            x
            for y in range(int(30 * ratio))
            for x in range(int(8 * ratio), picture.width())
            if picture.pixelColor(x, y).name() == accent
        ]

    assert "handed" in page.rows()[0]
    assert underlined()
    page.type("kind:claim ")
    row = page.hits.visualRect(page.hits.model().index(1, 0))
    picture = page.hits.viewport().grab(row).toImage()
    assert not underlined()
