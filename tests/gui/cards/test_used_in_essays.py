"""A card's page says in which essays the card is used."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from khiva_notes.gui.cards.footing_section import FootingSection
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.services import cards, essays


def test_an_essay_that_uses_the_card_is_listed_and_opened(desk: Desk, qtbot: QtBot) -> None:
    library = desk.session.library
    event = cards.create(library, "event", "The murder")
    section = FootingSection(desk, event.id, wide=True)
    qtbot.addWidget(section)
    desk.session.changed.connect(
        lambda change: (
            section.concerned({t.item_id: t for t in change.touched}) and section.refresh()
        )
    )
    with qtbot.waitExposed(section):
        section.show()
    essay = essays.create_essay(library, "The fall of Khiva")
    essays.add_items(library, essay.id, [event.id])
    qtbot.waitUntil(lambda: section.findChild(QWidget, "use") is not None)
    use = section.findChild(QWidget, "use")
    assert use is not None
    assert use.accessibleName() == "The fall of Khiva, essay"
    with qtbot.waitSignal(section.opened) as opened:
        qtbot.keyClick(use, Qt.Key.Key_Return)
    assert opened.args == [Place("essay", item_id=essay.id)]
    section.hide()
