"""Putting a card, a passage or selected words into an essay from wherever one is, by one key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from khiva_notes.gui.cards.ask_panel import AskPanel
from khiva_notes.gui.desk import Desk
from khiva_notes.model.kinds import KINDS
from khiva_notes.services import essays

KEY = "Ctrl+Alt+A"
_LAST = "last-essay"


@dataclass(frozen=True, slots=True)
class Meant:
    """What is to go into an essay: items, or a passage, or words of a text in code points."""

    item_ids: tuple[int, ...] = ()
    passage_id: int = 0
    words: tuple[int, int, int] | None = None
    """The text version, start and end."""


def essay_action(desk: Desk, page: QWidget, meant: Callable[[], Meant]) -> QAction:
    """Make the action for a page; ``meant`` says what would be added."""
    action = QAction(_tr("Add to Essay …"), page)
    action.setObjectName("add-to-essay")
    action.setShortcut(QKeySequence(KEY))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.setToolTip(_tr("Adds the card, passage or selected words to an essay ({})").format(KEY))
    action.triggered.connect(lambda: _ask(desk, page, meant()))
    page.addAction(action)
    return action


def _ask(desk: Desk, page: QWidget, meant: Meant) -> None:
    data = desk.session.library.data
    items = data.items.many(meant.item_ids)
    kept = tuple(i for i in meant.item_ids if i in items and items[i].kind != "essay")
    meant = Meant(kept, meant.passage_id, meant.words)
    if not (meant.item_ids or meant.passage_id or meant.words):
        desk.said.emit(_tr("Select a card or some words first."))
        return
    known = data.items.all("essay")
    if not known:
        desk.said.emit(_tr("There is no essay yet: begin one with Ctrl+Alt+W."))
        return
    last = int(desk.preferences.get(_LAST, 0))
    first = next((essay.title for essay in known if essay.id == last), known[-1].title)
    panel = AskPanel(desk, page, _tr("Add {} to which essay?").format(_what(desk, meant)))
    panel.for_item(("essay",), lambda essay_id: _add(desk, essay_id, meant), first)


def _add(desk: Desk, essay_id: int, meant: Meant) -> None:
    library = desk.session.library
    title = library.data.items.get(essay_id).title

    def add() -> bool:
        if meant.words is not None:
            essays.add_words(library, essay_id, *meant.words)
        elif meant.passage_id:
            essays.add_passage(library, essay_id, meant.passage_id)
        else:
            essays.add_items(library, essay_id, meant.item_ids)
        return True

    if desk.attempt(add):
        desk.preferences.set(_LAST, essay_id)
        desk.said.emit(_tr("Added at the end of “{}”.").format(title))


def _what(desk: Desk, meant: Meant) -> str:
    if meant.words is not None or meant.passage_id:
        return _tr("the words")
    if len(meant.item_ids) == 1:
        item = desk.session.library.data.items.get(meant.item_ids[0])
        return f"{KINDS[item.kind].glyph} “{item.title}”"
    return _tr("{} cards").format(len(meant.item_ids))


def _tr(text: str) -> str:
    return QCoreApplication.translate("AddToEssay", text)
