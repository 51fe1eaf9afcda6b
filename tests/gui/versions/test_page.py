"""The review of a corrected text in the window: read, confirmed, attached and undone by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPlainTextEdit, QToolButton
from pytestqt.qtbot import QtBot

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.item_actions.versions import import_corrected_text, version_actions
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.versions.page import VersionReviewPage
from khiva_notes.services import passages, sources, versions
from tests.texts import plain

FIRST = (
    "The khan signed the treaty of Gandimiyan in 1873.",
    "Asfandiyar was killed on 1 October 1918 by Eshim.",
    "The last khan abdicated on 2 February 1920.",
)
CORRECTED = (FIRST[1].replace("Asfandiyar", "Isfandiyar"), FIRST[0], "The reign ended in 1920.")
MARKED = {
    "treaty of Gandimiyan": "claim",
    "Asfandiyar": "person",
    "abdicated on 2 February": "claim",
}


class Review:
    """The page over a corrected text with a moved, an uncertain and a lost passage."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self.qtbot, self.library = desk, qtbot, desk.session.library
        self.source = sources.import_text(self.library, plain(*FIRST), "first.txt").source
        version = self.library.data.texts.current(self.source.id)
        assert version is not None
        text = "\n".join(FIRST)
        self.ids: dict[str, int] = {}
        for words, kind in MARKED.items():
            start = text.index(words)
            card = passages.make_card(self.library, kind, version.id, start, start + len(words))
            self.ids[words] = self.library.data.passages.of(card.id)[0].id
        self.places: list[Place] = []
        desk.navigator.moved.connect(self.places.append)
        self.page = VersionReviewPage(desk)
        qtbot.addWidget(self.page)
        self.page.resize(1100, 700)
        with qtbot.waitExposed(self.page):
            self.page.show()

    def correct(self) -> None:
        versions.add_version(self.library, self.source.id, plain(*CORRECTED), "corrected.txt")

    def begin(self, rows: int) -> None:
        self.page.open(Place("versions", item_id=self.source.id))
        self.wait_rows(rows)

    @property
    def list(self) -> QListView:
        found = self.page.findChild(QListView, "versions-list")
        assert isinstance(found, QListView)
        return found

    def wait_rows(self, rows: int) -> None:
        def settled() -> bool:
            model = self.list.model()
            return model is not None and model.rowCount() == rows and self.page.title() != ""

        self.qtbot.waitUntil(settled)

    def said(self) -> list[str]:
        model = self.list.model()
        assert model is not None
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def press(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.list, key)

    def status(self, words: str) -> str:
        return self.library.data.passages.get(self.ids[words]).status

    def label(self, name: str) -> str:
        found = self.page.findChild(QLabel, name)
        assert isinstance(found, QLabel)
        return found.text()


@pytest.fixture
def review(desk: Desk, qtbot: QtBot) -> Iterator[Review]:
    made = Review(desk, qtbot)
    yield made
    made.page.hide()


def test_old_words_stand_beside_new_ones_the_doubtful_first(review: Review) -> None:
    review.correct()
    review.begin(3)
    assert [line.split(":")[0] for line in review.said()] == ["not found", "uncertain", "moved"]
    review.press(Qt.Key.Key_Down)
    assert "line-through" in review.label("versions-was")
    assert "Isfandiyar" in review.label("versions-now")
    assert "underline" in review.label("versions-now")
    assert "1 October" in review.label("versions-was")


def test_enter_confirms_and_goes_on_and_undo_brings_it_back(review: Review) -> None:
    review.correct()
    review.begin(3)
    review.press(Qt.Key.Key_Down)
    review.press(Qt.Key.Key_Return)
    assert review.status("Asfandiyar") == "ok"
    review.press(Qt.Key.Key_Return)
    assert review.status("treaty of Gandimiyan") == "ok"
    review.wait_rows(1)
    review.press(Qt.Key.Key_Return)
    assert review.status("abdicated on 2 February") == "orphan"
    review.library.undo()
    review.library.undo()
    review.begin(3)
    assert review.status("Asfandiyar") == "fuzzy"


def test_all_that_are_shown_are_confirmed_but_not_the_lost(review: Review) -> None:
    review.correct()
    review.begin(3)
    button = review.page.findChild(QToolButton, "button-versions-confirm-all")
    assert isinstance(button, QToolButton)
    review.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    review.wait_rows(1)
    assert [review.status(words) for words in MARKED] == ["ok", "ok", "orphan"]
    assert review.library.undo_label == "Confirm 2 passages"


def test_one_sort_can_be_shown(review: Review) -> None:
    review.correct()
    review.begin(3)
    button = review.page.findChild(QToolButton, "versions-show-fuzzy")
    assert isinstance(button, QToolButton) and button.text().endswith("1")
    review.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [line.split(":")[0] for line in review.said()] == ["uncertain"]


def test_o_opens_the_words_in_the_text(review: Review) -> None:
    review.correct()
    review.begin(3)
    review.press(Qt.Key.Key_Down)
    review.press(Qt.Key.Key_O)
    passage = review.library.data.passages.get(review.ids["Asfandiyar"])
    place = review.places[-1]
    assert (place.view, place.start, place.end) == ("source", passage.start, passage.end)


def test_delete_takes_a_passage_away_and_undo_brings_it_back(review: Review) -> None:
    review.correct()
    review.begin(3)
    review.press(Qt.Key.Key_Delete)
    assert review.ids["abdicated on 2 February"] not in {
        passage.id for passage in review.library.data.passages.all()
    }
    review.library.undo()
    assert review.status("abdicated on 2 February") == "orphan"


def test_lost_words_are_attached_anew_from_the_keyboard(review: Review) -> None:
    review.correct()
    review.begin(3)
    review.press(Qt.Key.Key_R)
    text = review.page.findChild(QPlainTextEdit, "picker-text")
    line = review.page.findChild(QLineEdit, "picker-find")
    assert isinstance(text, QPlainTextEdit) and isinstance(line, QLineEdit)
    review.qtbot.waitUntil(lambda: text.isVisible() and text.hasFocus())
    line.setFocus()
    review.qtbot.keyClicks(line, "reign ended")
    review.qtbot.keyClick(line, Qt.Key.Key_Return)
    assert text.textCursor().selectedText() == "reign ended"
    review.qtbot.keyClick(text, Qt.Key.Key_Return)
    passage = review.library.data.passages.get(review.ids["abdicated on 2 February"])
    assert (passage.exact, passage.status) == ("reign ended", "ok")
    review.wait_rows(2)


def test_escape_leaves_the_lost_words_as_they_are(review: Review) -> None:
    review.correct()
    review.begin(3)
    review.press(Qt.Key.Key_R)
    text = review.page.findChild(QPlainTextEdit, "picker-text")
    assert isinstance(text, QPlainTextEdit)
    review.qtbot.waitUntil(lambda: text.isVisible() and text.hasFocus())
    review.qtbot.keyClick(text, Qt.Key.Key_Escape)
    assert not text.isVisible()
    assert review.status("abdicated on 2 February") == "orphan"


def test_a_text_of_one_version_says_what_to_do(review: Review) -> None:
    review.begin(0)
    assert "Import a corrected text" in review.label("versions-empty")


def test_every_version_s_file_can_be_saved(review: Review, tmp_path: Path) -> None:
    review.correct()
    review.begin(3)
    assert review.page.findChild(QToolButton, "original-save-2") is not None
    first = versions.versions(review.library.data, review.source.id)[-1]
    target = tmp_path / "saved.txt"
    review.page.files.save(first, target)
    review.qtbot.waitUntil(target.exists)
    assert target.read_bytes().decode() == "\n".join(FIRST)


def test_a_file_is_read_in_the_background_and_the_review_opens(
    review: Review, tmp_path: Path
) -> None:
    path = tmp_path / "corrected.txt"
    path.write_text("\n\n".join(CORRECTED), encoding="utf-8")
    import_corrected_text(review.desk, review.source.id, path)
    review.qtbot.waitUntil(lambda: bool(review.places))
    assert review.places[-1] == Place("versions", item_id=review.source.id)
    assert review.status("Asfandiyar") == "fuzzy"


def test_a_file_that_is_no_correction_is_complained_of(review: Review, tmp_path: Path) -> None:
    complaints: list[object] = []
    review.desk.complained.connect(complaints.append)
    import_corrected_text(review.desk, review.source.id, tmp_path / "missing.txt")
    review.qtbot.waitUntil(lambda: bool(complaints))
    assert "no file" in str(complaints[0])


def test_pages_of_a_source_offer_its_versions(review: Review) -> None:
    number: Callable[[], int] = lambda: review.source.id  # noqa: E731
    bring, show = version_actions(review.desk, review.page, number)
    show.trigger()
    assert review.places[-1] == Place("versions", item_id=review.source.id)
    assert not bring.shortcut().isEmpty()
