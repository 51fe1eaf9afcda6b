"""A source's citation key is changed in its form, and a taken one is told."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from khiva_notes.gui.cards.editor import CardEditor
from khiva_notes.gui.desk import Desk
from khiva_notes.services import cards, works


def test_a_key_is_changed_and_a_taken_one_is_said_beside_the_line(desk: Desk, qtbot: QtBot) -> None:
    library = desk.session.library
    one = cards.create(library, "source", "The Coup")
    other = cards.create(library, "source", "Another")
    works.set_citekey(library, other.id, "taken")
    editor = CardEditor(desk, one.id)
    qtbot.addWidget(editor)
    editor.show()
    editor.show_more()
    field = editor.findChild(QLineEdit, "field-citekey")
    wrong = editor.findChild(QLabel, "citekey-wrong")
    assert field is not None
    assert wrong is not None
    assert field.text() == "coup"
    for typed in ("taken", "two words"):
        field.selectAll()
        qtbot.keyClicks(field, typed)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert typed in wrong.text()
        assert wrong.isVisible()
    field.selectAll()
    qtbot.keyClicks(field, "yusupov1960")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert works.citekey_of(library.data, one.id) == "yusupov1960"
    assert not wrong.isVisible()
