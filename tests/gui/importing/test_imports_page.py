"""Files and the clipboard brought in by drop, key and paste, and what is told of each."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QListView, QToolButton
from pytestqt.qtbot import QtBot

from khiva_notes.gui.importing.queue import ImportQueue
from khiva_notes.gui.main_window import MainWindow
from khiva_notes.services.library import Library

Key = Qt.Key


def _library(window: MainWindow) -> Library:
    assert window.desk is not None
    return window.desk.session.library


def _titles(window: MainWindow) -> list[str]:
    return sorted(source.title for source in _library(window).data.items.all("source"))


def _drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    modifier = Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(50, 50), copy, data, button, modifier))


def _finished(window: MainWindow, qtbot: QtBot) -> ImportQueue:
    assert window.desk is not None
    queue = ImportQueue.of(window.desk)
    states = ("waiting", "reading")
    qtbot.waitUntil(
        lambda: (
            bool(queue.entries)
            and not queue.busy
            and not any(entry.state in states for entry in queue.entries)
        ),
        timeout=20_000,
    )
    return queue


def _list(window: MainWindow) -> QListView:
    found = window.findChild(QListView, "imports-files")
    assert found is not None
    return found


def _files(folder: Path) -> list[Path]:
    paths = [folder / name for name in ("a.txt", "b.txt", "bad.docx")]
    paths[0].write_text("The khan was killed at night.")
    paths[1].write_text("The treaty was signed in Gandimian.")
    paths[2].write_bytes(b"PK\x03\x04 cut short")
    return paths


def test_dropped_files_are_told_of_one_by_one_and_undone_as_one_step(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    _drop(window, *_files(tmp_path))
    queue = _finished(window, qtbot)
    assert [entry.state for entry in queue.entries] == ["came", "came", "failed"]
    assert _list(window).isVisible()
    assert "bad.docx" in queue.report()
    qtbot.keyClick(_list(window), Key.Key_C, Qt.KeyboardModifier.AltModifier)
    assert QGuiApplication.clipboard().text() == queue.report()
    assert len(_titles(window)) == 2
    _library(window).undo()
    assert _titles(window) == []


def test_enter_opens_what_a_file_became(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    _drop(window, *_files(tmp_path))
    queue = _finished(window, qtbot)
    qtbot.keyClick(_list(window), Key.Key_Down)
    qtbot.keyClick(_list(window), Key.Key_Return)
    assert window.desk is not None
    place = window.desk.navigator.current
    assert (place.view, place.item_id) == ("source", queue.entries[1].items[0])


def test_the_same_file_twice_is_asked_about(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = _files(tmp_path)[0]
    _drop(window, path)
    _finished(window, qtbot)
    assert window.desk is not None
    assert window.desk.navigator.current.view == "source"
    _drop(window, path)
    qtbot.waitUntil(lambda: ImportQueue.of(window.desk).entries[0].state == "twin")  # type: ignore[arg-type]
    assert window.desk.navigator.current.view == "imports"
    assert len(_titles(window)) == 1
    qtbot.keyClick(_list(window), Key.Key_A, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: len(_titles(window)) == 2)


def test_a_file_that_is_here_becomes_a_new_version_of_another_source(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    first, second, _ = _files(tmp_path)
    _drop(window, first, second)
    _finished(window, qtbot)
    _drop(window, first)
    qtbot.waitUntil(lambda: ImportQueue.of(window.desk).entries[0].state == "twin")  # type: ignore[arg-type]
    _finished(window, qtbot)
    button = window.findChild(QToolButton, "import-version")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    chooser = [w for w in window.findChildren(QLineEdit, "chooser-field") if w.isVisible()]
    assert chooser
    data = _library(window).data
    other = next(s for s in data.items.all("source") if s.title.startswith(("B", "b")))
    qtbot.keyClicks(chooser[0], other.title[:3])
    rows = chooser[0].parent().findChild(QListView, "chooser-rows")
    qtbot.waitUntil(lambda: rows.model().rowCount() > 0)
    qtbot.keyClick(chooser[0], Key.Key_Return)
    qtbot.waitUntil(lambda: len(data.texts.versions(other.id)) == 2)


def test_cancel_answers_within_a_second_while_a_file_is_read(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    slow = tmp_path / "slow.md"
    slow.write_text("\n\n".join(f"* item *{n}* [a](b) `c`" for n in range(60_000)))
    after = tmp_path / "z.txt"
    after.write_text("Never read.")
    _drop(window, slow, after)
    assert window.desk is not None
    queue = ImportQueue.of(window.desk)
    qtbot.waitUntil(lambda: any(entry.state == "reading" for entry in queue.entries))
    begun = time.monotonic()
    qtbot.keyClick(window, Key.Key_Escape)
    assert not queue.busy
    assert time.monotonic() - begun < 1
    assert [entry.state for entry in queue.entries] == ["left", "left"]
    assert _titles(window) == []


def test_pasted_html_keeps_its_headings(window: MainWindow, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setHtml("<h1>On Khiva</h1><p>The khan <b>ruled</b> here.</p>")
    data.setText("On Khiva\nThe khan ruled here.")
    QGuiApplication.clipboard().setMimeData(data)
    qtbot.keyClick(
        window,
        Key.Key_V,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    qtbot.waitUntil(lambda: _titles(window) == ["On Khiva"])
    library = _library(window)
    version = library.data.texts.current(library.data.items.all("source")[0].id)
    assert version is not None
    assert library.data.texts.body(version.id).blocks[0].kind == "heading"


def test_a_table_of_people_is_told_by_its_columns_and_undone(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    table = tmp_path / "people.csv"
    table.write_text("name,born\nJunaid Khan,1857\nIsfandiyar Khan,1871\n")
    _drop(window, table)
    queue = _finished(window, qtbot)
    data = _library(window).data
    assert [person.title for person in data.items.all("person")] == [
        "Junaid Khan",
        "Isfandiyar Khan",
    ]
    assert "born as born" in queue.report()
    qtbot.keyClick(_list(window), Key.Key_Return)
    assert window.desk is not None
    assert window.desk.navigator.current.kind == "person"
    _library(window).undo()
    assert data.items.all("person") == []
