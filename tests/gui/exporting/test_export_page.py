"""The library written out through the window: every shape, a dry run, and whose words win."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListView, QListWidget, QTextBrowser, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from khiva_notes.exporters import EXPORTERS
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.exporting.form import ExportForm
from khiva_notes.gui.exporting.page import ExportPage
from khiva_notes.gui.navigation import Place

Key, Alt = Qt.Key, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(sample_desk: Desk, qtbot: QtBot) -> ExportPage:
    """The page in a window of its own."""
    page = ExportPage(sample_desk)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.open(Place("export"))
    return page


def _part(page: QWidget, kind: type[QWidget], name: str) -> QWidget:
    found = page.findChild(kind, name)
    assert found is not None
    return found


def _words(page: ExportPage) -> str:
    label = page.findChild(QLabel, "export-words")
    assert label is not None
    return label.text()


def _target(page: ExportPage, target: Path) -> None:
    form = page.findChild(ExportForm)
    assert form is not None
    form.set_target(target)


def test_every_registered_shape_is_listed(page: ExportPage) -> None:
    shapes = page.findChild(QListWidget, "export-shapes")
    assert shapes is not None
    labels = [shapes.item(row).text() for row in range(shapes.count())]
    assert labels == [exporter.label for exporter in EXPORTERS.values()]


def test_a_dry_run_writes_nothing_and_the_export_all(
    page: ExportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    _target(page, tmp_path / "vault")
    files = page.findChild(QListView, "export-files")
    assert files is not None
    qtbot.keyClick(page, Key.Key_D, Alt)
    qtbot.waitUntil(lambda: files.model().rowCount() > 10, timeout=20_000)
    assert not (tmp_path / "vault").exists()
    assert "create" in _words(page)
    qtbot.keyClick(page, Key.Key_E, Alt)
    qtbot.waitUntil(lambda: "created" in _words(page), timeout=20_000)
    assert len(list((tmp_path / "vault").rglob("*.md"))) == files.model().rowCount()
    button = page.findChild(QToolButton, "export-folder")
    assert button is not None
    assert button.isEnabled()


def test_a_block_changed_outside_is_shown_and_the_reader_decides(
    page: ExportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    vault = tmp_path / "vault"
    _target(page, vault)
    qtbot.keyClick(page, Key.Key_E, Alt)
    qtbot.waitUntil(lambda: "created" in _words(page), timeout=20_000)
    note = next(p for p in sorted(vault.rglob("*.md")) if "murder" in p.name.lower())
    before = note.read_text(encoding="utf-8")
    lines = before.split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("<!-- khiva")) + 1
    while not lines[at].strip():
        at += 1
    lines[at] = "Wholly other words."
    note.write_text("\n".join(lines), encoding="utf-8")
    files = page.findChild(QListView, "export-files")
    difference = page.findChild(QTextBrowser, "export-difference")
    assert files is not None
    assert difference is not None
    qtbot.keyClick(page, Key.Key_D, Alt)
    qtbot.waitUntil(lambda: "leave the file's 1" in _words(page), timeout=20_000)
    assert "Wholly other words." in difference.toPlainText()
    qtbot.keyClick(page, Key.Key_E, Alt)
    qtbot.waitUntil(lambda: "left alone 1" in _words(page), timeout=20_000)
    assert "Wholly other words." in note.read_text(encoding="utf-8")
    qtbot.keyClick(page, Key.Key_D, Alt)
    qtbot.waitUntil(lambda: "leave the file's 1" in _words(page), timeout=20_000)
    qtbot.keyClick(files, Key.Key_Space)
    qtbot.keyClick(page, Key.Key_E, Alt)
    qtbot.waitUntil(lambda: "updated 1" in _words(page), timeout=20_000)
    assert note.read_text(encoding="utf-8") == before


def test_a_bibliography_is_one_file(page: ExportPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.open(Place("export", kind="bibliography"))
    _target(page, tmp_path / "works")
    qtbot.keyClick(page, Key.Key_E, Alt)
    file = tmp_path / "works.json"
    qtbot.waitUntil(file.exists, timeout=20_000)
    qtbot.waitUntil(lambda: "is written" in _words(page))
    assert json.loads(file.read_text(encoding="utf-8"))


def test_what_needs_a_card_cannot_be_written_without(page: ExportPage) -> None:
    page.open(Place("export", kind="dossier"))
    button = page.findChild(QToolButton, "export-write")
    assert button is not None
    assert not button.isEnabled()
    data = page.desk.session.library.data
    dispute = data.items.all("dispute")[0]
    page.open(Place("export", item_id=dispute.id, kind="dossier"))
    assert button.isEnabled()
