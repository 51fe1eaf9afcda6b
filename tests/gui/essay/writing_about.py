"""What tests of the essay's page need: a page over the sample, and keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.essay.page import EssayPage
from khiva_notes.gui.essay.prose_field import ProseField
from khiva_notes.gui.navigation import Place

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def open_page(qtbot: QtBot, desk: Desk, essay_id: int) -> EssayPage:
    """A page that shows an essay, with the keyboard where it begins."""
    page = EssayPage(desk)
    qtbot.addWidget(page)
    desk.session.changed.connect(page.follow)
    page.resize(1200, 760)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.open(Place("essay", essay_id))
    qtbot.waitUntil(lambda: page.board.essay is not None)
    return page


def outline(desk: Desk, essay_id: int) -> str:
    """The outline as a line of texts or sorts, each with a dot for each part round it."""
    depth: dict[int | None, int] = {None: -1}
    shown = []
    for part in desk.session.library.data.essays.parts(essay_id):
        depth[part.id] = depth[part.parent_id] + 1
        shown.append("." * depth[part.id] + (part.text or part.sort))
    return " ".join(shown)


def field(page: EssayPage) -> ProseField:
    """The field in which the current part is typed, in sight."""
    found = page.findChild(ProseField, "essay-field")
    assert isinstance(found, ProseField)
    assert found.isVisible()
    return found


def named(page: QWidget, name: str) -> QWidget:
    """The widget of that name, in sight."""
    found = page.findChild(QWidget, name)
    assert found is not None, name
    assert found.isVisible(), name
    return found
