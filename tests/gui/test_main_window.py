"""The window as a whole, worked by its menus and keys on a copy of the sample library."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from khiva_notes.gui.application import make_window
from khiva_notes.gui.main_window import MainWindow
from khiva_notes.gui.navigation import Place
from khiva_notes.model.items import Item
from khiva_notes.services import cards
from khiva_notes.services.folders import Folders, shipped


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, folders: Folders) -> Iterator[MainWindow]:
    """The window with no library open."""
    window = make_window(qapp, folders)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def sample(window: MainWindow, qtbot: QtBot, folders: Folders) -> MainWindow:
    """The window with a copy of the sample open, its index built."""
    path = folders.documents / "sample.khiva"
    shutil.copy(shipped("sample_db") / "khiva.khiva", path)
    window.begin(path)
    assert window.desk is not None
    status = find(window, QLabel, "status-index")
    qtbot.waitUntil(lambda: status.text() == "Index up to date", timeout=20_000)
    return window


def find(window: QWidget, kind: type, name: str):
    """The widget of this kind and name."""
    widget = window.findChild(kind, name)
    assert widget is not None, name
    return widget


def item(window: MainWindow, key: str) -> Item:
    """The item with this key."""
    assert window.desk is not None
    found = window.desk.session.library.data.items.by_key(key)
    assert found is not None, key
    return found


def here(window: MainWindow) -> Place:
    """Where the window is."""
    assert window.desk is not None
    return window.desk.navigator.current


def key(qtbot: QtBot, window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    """Press a key wherever the keyboard is."""
    qtbot.keyClick(window.focusWidget() or window, key, modifiers)


def type_words(widget: QWidget, words: str) -> None:
    """Type words of any script, which QTest can't."""
    for letter in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, NONE, letter))


CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def test_without_a_library_the_window_offers_the_sample(
    window: MainWindow, qtbot: QtBot, folders: Folders
) -> None:
    assert not find(window, QAction, "action-import-files").isEnabled()
    qtbot.mouseClick(find(window, QPushButton, "start-sample"), Qt.MouseButton.LeftButton)
    assert window.desk is not None
    assert window.desk.session.path.parent == folders.documents
    assert here(window).view == "source"
    assert find(window, QAction, "action-import-files").isEnabled()


def test_the_only_text_opens_at_once_and_the_place_is_kept_for_next_time(
    sample: MainWindow, folders: Folders
) -> None:
    assert (here(sample).view, here(sample).item_id) == (
        "source",
        item(sample, "khiva-article").id,
    )
    assert sample.desk is not None
    path = sample.desk.session.path
    card = item(sample, "junaid-khan")
    sample.desk.navigator.go(Place("card", card.id))
    sample.close_library()
    assert sample.desk is None
    sample.begin(path)
    assert here(sample) == Place("card", card.id)


def test_any_spelling_leads_by_keys_alone_to_the_words(sample: MainWindow, qtbot: QtBot) -> None:
    key(qtbot, sample, Qt.Key.Key_K, CTRL)
    box = find(sample, QLineEdit, "search-box")
    assert box.hasFocus()
    type_words(box, "Джунаид")
    results = find_later(qtbot, sample, "search-results")
    qtbot.waitUntil(lambda: results.isVisible() and results.model().rowCount() > 3)
    titles = [results.model().index(row, 0).data() for row in range(results.model().rowCount())]
    assert "Zhunaidkhan" in titles
    while results.currentIndex().data() != "Zhunaidkhan":
        before = results.currentIndex().row()
        qtbot.keyClick(box, Qt.Key.Key_Down)
        assert results.currentIndex().row() > before
    qtbot.keyClick(box, Qt.Key.Key_Return)
    place = here(sample)
    assert (place.view, place.item_id) == ("source", item(sample, "khiva-article").id)
    assert sample.desk is not None
    data = sample.desk.session.library.data
    version = data.texts.current(place.item_id)
    assert version is not None
    assert "unaid" in data.texts.slice(version.id, place.start, place.end)


def find_later(qtbot: QtBot, window: MainWindow, name: str) -> QListView:
    """A list that is made when it is first needed."""
    qtbot.waitUntil(lambda: window.findChild(QListView, name) is not None)
    found = window.findChild(QListView, name)
    assert found is not None
    return found


def test_undo_and_redo_bear_names_and_work_on_every_page(sample: MainWindow, qtbot: QtBot) -> None:
    assert sample.desk is not None
    undo, redo = (find(sample, QAction, f"action-{name}") for name in ("undo", "redo"))
    assert not undo.isEnabled()
    card = item(sample, "trotsky")
    cards.rename(sample.desk.session.library, card.id, "Lev Trotsky")
    assert undo.text() == "Undo “Rename person”"
    undo.trigger()
    assert item(sample, "trotsky").title == card.title
    assert (undo.isEnabled(), redo.text()) == (False, "Redo “Rename person”")
    redo.trigger()
    assert item(sample, "trotsky").title == "Lev Trotsky"


def test_the_undo_key_reaches_the_library_from_an_empty_field(
    sample: MainWindow, qtbot: QtBot
) -> None:
    assert sample.desk is not None
    cards.rename(sample.desk.session.library, item(sample, "trotsky").id, "Lev Trotsky")
    key(qtbot, sample, Qt.Key.Key_K, CTRL)
    box = find(sample, QLineEdit, "search-box")
    qtbot.keyClicks(box, "x")
    qtbot.keyClick(box, Qt.Key.Key_Z, CTRL)
    assert box.text() == ""
    assert item(sample, "trotsky").title == "Lev Trotsky"
    qtbot.keyClick(box, Qt.Key.Key_Z, CTRL)
    assert item(sample, "trotsky").title == "Trotsky"


def test_back_and_forward_go_through_where_one_has_been(sample: MainWindow, qtbot: QtBot) -> None:
    for digit, kind in ((Qt.Key.Key_2, "person"), (Qt.Key.Key_3, "event")):
        key(qtbot, sample, digit, CTRL)
        assert here(sample) == Place("list", kind=kind)
    key(qtbot, sample, Qt.Key.Key_Left, ALT)
    assert here(sample) == Place("list", kind="person")
    key(qtbot, sample, Qt.Key.Key_Left, ALT)
    assert here(sample).view == "source"
    key(qtbot, sample, Qt.Key.Key_Right, ALT)
    assert here(sample) == Place("list", kind="person")


def test_texts_that_are_dropped_come_in_and_a_bad_one_is_told(
    sample: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    good, bad = tmp_path / "letter.txt", tmp_path / "noise.bin"
    good.write_text("A letter.\n\nThe khan has written to the emir.\n", encoding="utf-8")
    bad.write_bytes(bytes(range(256)) * 9)
    drop(sample, [good, bad])
    qtbot.waitUntil(lambda: here(sample).view == "imports")
    words = find(sample.view, QLabel, "imports-words")
    qtbot.waitUntil(lambda: "1 came in, 1 could not be read" in words.text())
    files = find(sample.view, QListView, "imports-files")
    assert [files.model().index(row, 0).data() for row in (0, 1)] == ["letter.txt", "noise.bin"]
    assert sample.desk is not None
    titles = [one.title for one in sample.desk.session.library.data.items.all("source")]
    assert "Letter" in titles
    assert here(sample).view == "imports"
    find(sample, QAction, "action-undo").trigger()
    assert len(sample.desk.session.library.data.items.all("source")) == len(titles) - 1


def drop(window: MainWindow, paths: list[Path]) -> None:
    """Drag files onto the window and let go."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    enter = QDragEnterEvent(
        QPoint(300, 300), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, NONE
    )
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(
        window,
        QDropEvent(
            QPointF(300, 300), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, NONE
        ),
    )


def test_a_pasted_text_becomes_a_source(sample: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("First paragraph of a pasted text.\n\nSecond one.")
    before = here(sample)
    key(qtbot, sample, Qt.Key.Key_V, CTRL | SHIFT)
    qtbot.waitUntil(lambda: here(sample).item_id != before.item_id)
    assert sample.desk is not None
    source = sample.desk.session.library.data.items.get(here(sample).item_id)
    version = sample.desk.session.library.data.texts.current(source.id)
    assert version is not None
    text = sample.desk.session.library.data.texts.body(version.id).text
    assert text == "First paragraph of a pasted text.\nSecond one."


def test_a_library_that_cannot_be_opened_is_told_and_nothing_changes(
    sample: MainWindow, tmp_path: Path
) -> None:
    foreign = tmp_path / "other.khiva"
    foreign.write_text("not a library", encoding="utf-8")
    assert sample.desk is not None
    before = sample.desk.session.path
    sample.open_library(foreign)
    assert sample.desk is not None and sample.desk.session.path == before
    assert "not a Khiva Notes library" in find(sample.view, QLabel, "notice-words").text()


def test_the_palette_finds_and_runs_any_command(sample: MainWindow, qtbot: QtBot) -> None:
    key(qtbot, sample, Qt.Key.Key_P, CTRL | SHIFT)
    line = find(sample, QLineEdit, "palette-line")
    assert line.hasFocus()
    qtbot.keyClicks(line, "people go")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert here(sample) == Place("list", kind="person")
    assert not line.isVisible()


def test_light_and_dark_follow_the_preference(sample: MainWindow, qtbot: QtBot) -> None:
    for scheme, dark in (("dark", True), ("light", False)):
        find(sample, QAction, f"action-theme-{scheme}").trigger()
        assert sample.theme.tones.dark is dark
        qtbot.waitUntil(
            lambda dark=dark: (sample.palette().window().color().lightness() < 128) is dark
        )


def test_every_command_has_a_name_a_menu_and_no_key_twice(sample: MainWindow) -> None:
    taken: dict[str, str] = {}
    for menu, action in sample.all_actions():
        assert action.text() and menu  # type: ignore[attr-defined]
        for sequence in action.shortcuts():  # type: ignore[attr-defined]
            words = sequence.toString()
            assert taken.setdefault(words, action.text()) == action.text(), words  # type: ignore[attr-defined]
