"""Cards dragged onto the library's tree, with the mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QTreeView
from pytestqt.qtbot import QtBot

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.dragging import mime_of
from khiva_notes.gui.tree.panel import LibraryTree
from khiva_notes.services import cards, disputes, links

COPY = Qt.DropAction.CopyAction
LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier

Drop = Callable[[list[int], str, str], bool]


@pytest.fixture
def tree(desk: Desk, qtbot: QtBot) -> Iterator[QTreeView]:
    library = desk.session.library
    disputes.create_dispute(library, "Who killed the khan?")
    links.tag(library, [cards.create(library, "event", "The murder").id], "throne")
    panel = LibraryTree(desk)
    qtbot.addWidget(panel)
    panel.resize(240, 600)
    with qtbot.waitExposed(panel):
        panel.show()
    qtbot.waitUntil(lambda: row(panel.view, "Disputes", "Who killed the khan?").isValid())
    yield panel.view
    panel.hide()


def row(view: QTreeView, section: str, title: str = "") -> QModelIndex:
    model = view.model()
    assert model is not None
    tops = [model.index(number, 0) for number in range(model.rowCount())]
    top = next(index for index in tops if index.data() == section)
    if not title:
        return top
    below = [model.index(number, 0, top) for number in range(model.rowCount(top))]
    return next((index for index in below if index.data() == title), QModelIndex())


@pytest.fixture
def drop(tree: QTreeView, desk: Desk) -> Drop:
    def drop(ids: list[int], section: str, title: str = "") -> bool:
        """Drag some cards over a row and let go; False if the row does not want them."""
        index = row(tree, section, title)
        tree.expand(index.parent())
        spot: QPoint = tree.visualRect(index).center()
        mime, at = mime_of(desk, ids), QPointF(spot)
        QApplication.sendEvent(tree.viewport(), QDragEnterEvent(spot, COPY, mime, LEFT, PLAIN))
        move = QDragMoveEvent(spot, COPY, mime, LEFT, PLAIN)
        QApplication.sendEvent(tree.viewport(), move)
        if not move.isAccepted():
            return False
        QApplication.sendEvent(tree.viewport(), QDropEvent(at, COPY, mime, LEFT, PLAIN))
        return True

    return drop


def test_cards_dropped_on_a_dispute_become_its_voices_and_claims(drop: Drop, desk: Desk) -> None:
    library = desk.session.library
    said = cards.create(library, "person", "Said Abdullah")
    junaid = cards.create(library, "person", "Junaid Khan")
    claim = cards.create(library, "claim", "Eshim did it", fields={"aspect": "who"})
    cards.set_links(library, claim.id, "speaker", [(said.id, "")])
    assert drop([claim.id, said.id, junaid.id], "Disputes", "Who killed the khan?")
    (dispute,) = library.data.items.all("dispute")
    held = library.data.disputes.get(dispute.id)
    assert [account.label for account in held.accounts] == ["Said Abdullah", "Junaid Khan"]
    assert held.accounts[0].claim_ids == (claim.id,)
    assert [cell.value for cell in held.cells] == ["Eshim did it"]
    assert library.undo_label == "Add to dispute"
    library.undo()
    assert not library.data.disputes.get(dispute.id).accounts


def test_an_event_dropped_on_a_dispute_is_what_it_is_about(drop: Drop, desk: Desk) -> None:
    library = desk.session.library
    (event,) = library.data.items.all("event")
    (dispute,) = library.data.items.all("dispute")
    assert drop([event.id], "Disputes", "Who killed the khan?")
    assert [link.to_id for link in library.data.links.of(dispute.id)] == [event.id]


def test_cards_dropped_on_a_tag_bear_it_and_on_the_trash_go_there(drop: Drop, desk: Desk) -> None:
    library = desk.session.library
    one, two = (cards.create(library, "event", title).id for title in ("A", "B"))
    assert drop([one, two], "Tags", "throne")
    assert library.data.tags.of(one) == library.data.tags.of(two) == ["throne"]
    assert drop([two], "Trash")
    assert library.data.items.get(two).trashed
    assert not library.data.items.get(one).trashed


def test_a_kind_takes_nothing_and_a_dispute_no_dispute(
    drop: Drop, desk: Desk, qtbot: QtBot
) -> None:
    library = desk.session.library
    other = disputes.create_dispute(library, "Another?")
    assert not drop([other.id], "People")
    with qtbot.waitSignal(desk.complained):
        drop([other.id], "Disputes", "Who killed the khan?")


def test_another_librarys_cards_are_refused_in_words(
    drop: Drop, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = desk.session.library
    (event,) = library.data.items.all("event")
    mime = mime_of(desk, [event.id])
    library.become_another()
    monkeypatch.setattr("tests.gui.tree.test_drops.mime_of", lambda *_: mime)
    with qtbot.waitSignal(desk.said) as said:
        drop([event.id], "Trash")
    assert "another library" in said.args[0]
    assert not library.data.items.get(event.id).trashed
