"""Preferences take effect at once, and show what was chosen elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from khiva_notes.gui.preferences import Preferences
from khiva_notes.gui.preferences_panel.panel import PreferencesPanel
from khiva_notes.gui.theme import Theme
from khiva_notes.services.folders import Folders

Key = Qt.Key


@pytest.fixture
def preferences(qapp: QApplication, folders: Folders) -> Preferences:
    return Preferences(folders.config)


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication, preferences: Preferences) -> PreferencesPanel:
    panel = PreferencesPanel(preferences, Theme(qapp, "light", preferences))
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def part(panel: PreferencesPanel, kind: type, name: str):
    found = panel.findChild(kind, name)
    assert found is not None, name
    return found


def test_the_arrows_change_size_and_spacing_at_once(
    panel: PreferencesPanel, qtbot: QtBot, preferences: Preferences
) -> None:
    qtbot.keyClick(part(panel, QDoubleSpinBox, "preference-text"), Key.Key_Up)
    qtbot.keyClick(part(panel, QSpinBox, "preference-spacing"), Key.Key_Down)
    assert (preferences.text_points, preferences.line_spacing) == (14.0, 120)
    qtbot.keyClick(part(panel, QComboBox, "preference-scheme"), Key.Key_Down)
    assert preferences.scheme == "light"


def test_what_is_chosen_elsewhere_is_shown_and_not_sent_back(
    panel: PreferencesPanel, qtbot: QtBot, preferences: Preferences
) -> None:
    told: list[str] = []
    preferences.changed.connect(told.append)
    preferences.set("text-points", 20.0)
    assert part(panel, QDoubleSpinBox, "preference-text").value() == 20.0
    assert told == ["text-points"]


def test_backups_go_to_a_folder_or_beside_the_library(
    panel: PreferencesPanel,
    qtbot: QtBot,
    preferences: Preferences,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    usual = part(panel, QPushButton, "preference-backups-usual")
    assert preferences.backups is None and not usual.isEnabled()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    qtbot.keyClick(part(panel, QPushButton, "preference-backups-choose"), Key.Key_Space)
    assert preferences.backups == tmp_path
    assert part(panel, QLabel, "preference-backups").text() == str(tmp_path)
    qtbot.keyClick(usual, Key.Key_Space)
    assert preferences.backups is None


def test_every_control_has_a_name_for_a_screen_reader(panel: PreferencesPanel) -> None:
    for kind in (QComboBox, QDoubleSpinBox, QSpinBox):
        for control in panel.findChildren(kind):
            assert control.accessibleName(), control.objectName()
