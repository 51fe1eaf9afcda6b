"""The whole window on the sample's library, and the ways to each of its pages."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from khiva_notes.gui.cards.editor import CardEditor
from khiva_notes.gui.main_window import MainWindow
from khiva_notes.gui.navigation import Place

PLACES = [
    "welcome",
    "source:khiva-article",
    *(f"card:{kind}" for kind in ("person", "event", "claim", "place", "group", "source")),
    *(f"list:{kind}" for kind in ("source", "person", "event", "claim", "dispute")),
    "dispute",
    "essay",
    "search",
    "trash",
    "doubles:person",
    "history:person",
    "versions:khiva-article",
    "conflicts",
]


def go(window: MainWindow, where: str, qtbot: QtBot) -> None:
    """Turn to a place and wait until it is whole."""
    desk = window.desk
    assert desk is not None
    view, _, what = where.partition(":")
    items = desk.session.library.data.items
    if view in ("source", "dispute", "essay", "versions"):
        found = items.by_key(what) if what else items.all(view)[0]
        assert found is not None
        place = Place(view, found.id)
    elif view in ("card", "history"):
        place = Place(view, items.all(what)[0].id)
    else:
        place = Place(view, kind=what, query="khan" if view == "search" else "")
    desk.navigator.go(place)
    qtbot.wait(250)
    editor = window.findChild(CardEditor, "card-editor")
    if view == "card":
        assert editor is not None
        qtbot.waitUntil(lambda: editor.is_built)


def title_of(widget: QWidget) -> str:
    """What to call a widget in a complaint."""
    return f"{type(widget).__name__} {widget.objectName() or '(no name)'}"
