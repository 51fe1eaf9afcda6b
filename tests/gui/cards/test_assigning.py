from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListView, QWidget
from pytestqt.qtbot import QtBot

from khiva_notes.gui.cards.page import CardPage
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place


def test_a_mention_is_assigned_to_another_person_by_keys(sample_desk: Desk, qtbot: QtBot) -> None:
    library = sample_desk.session.library
    khan = library.data.items.by_key("junaid-khan")
    eshim = library.data.items.by_key("zhunaidkhan-eshim")
    assert khan is not None and eshim is not None
    page = CardPage(sample_desk)
    qtbot.addWidget(page, before_close_func=lambda widget: widget.hide())
    sample_desk.session.changed.connect(page.follow)
    page.resize(1000, 800)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.open(Place("card", item_id=khan.id))
    passage = library.data.passages.of(khan.id)[0]
    name = f"passage-{passage.id}"
    qtbot.waitUntil(lambda: page.findChild(QWidget, name) is not None)
    row = page.findChild(QWidget, name)
    assert row is not None
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_A)
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, "Zhunaidkhan-Eshim")
    found = page.findChild(QListView, "chooser-rows")
    assert found is not None
    qtbot.waitUntil(lambda: "Eshim" in str(found.model().index(0, 0).data()))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert library.data.passages.get(passage.id).item_id == eshim.id
    library.undo()
    assert library.data.passages.get(passage.id).item_id == khan.id
