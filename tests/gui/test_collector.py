"""Garbage is collected on the window's thread while a library is open, and by Python else."""

from __future__ import annotations

import gc

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from khiva_notes.gui.collector import Collector


class Ring:
    """Something that only the collection of cycles can free."""

    alive = 0

    def __init__(self) -> None:
        self.me = self
        Ring.alive += 1

    def __del__(self) -> None:
        Ring.alive -= 1


def test_python_collects_nothing_by_itself_meanwhile(qapp: QApplication, qtbot: QtBot) -> None:
    was = gc.isenabled()
    collector = Collector()
    try:
        assert not gc.isenabled()
    finally:
        collector.stop()
    assert gc.isenabled() == was


def test_rings_are_freed_when_enough_has_gathered(qapp: QApplication, qtbot: QtBot) -> None:
    gc.collect()
    collector = Collector()
    try:
        for _ in range(6_000):
            Ring()
        assert Ring.alive == 6_000
        qtbot.waitUntil(lambda: Ring.alive == 0)
    finally:
        collector.stop()
