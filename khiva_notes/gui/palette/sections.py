"""What the page of keys lists: the window's menus, each page's own keys, and those of search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from khiva_notes.gui.commands import Menus
from khiva_notes.gui.page import Page
from khiva_notes.gui.palette.listing import Entry, entry_of


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines: what is done, and by which keys."""

    title: str
    lines: tuple[tuple[str, str], ...]


def sections(menus: Menus, pages: Iterable[Page]) -> list[Section]:
    """Return all sections that have a line, the window's first."""
    own = set(menus.actions.values())
    found = [
        _section(name, (action for action in menu.actions() if action in own))
        for name, menu in menus.menus.items()
    ]
    titles = {
        "source": _tr("While reading"),
        "card": _tr("On a card"),
        "dispute": _tr("While comparing"),
        "list": _tr("In a list"),
        "search": _tr("Among hits"),
    }
    by_view = {view: page for page in pages for view in page.views}
    for view, title in titles.items():
        if view in by_view:
            found.append(_section(title, by_view[view].findChildren(QAction)))
    found.append(
        Section(
            _tr("In the search box"),
            (
                (_tr("Choose a hit"), "↑  ↓"),
                (_tr("Go to its words"), _tr("Enter")),
                (_tr("Open its own page"), _tr("Ctrl+Enter")),
                (_tr("See everything that was found"), "Ctrl+Shift+F"),
                (_tr("Complete a field or its value"), _tr("Tab")),
                (_tr("Close, then go back"), _tr("Esc")),
            ),
        )
    )
    return [section for section in found if section.lines]


def _section(title: str, actions: Iterable[QAction]) -> Section:
    return Section(title, tuple(_lines(entry_of(title, action) for action in actions)))


def _lines(entries: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    known: set[str] = set()
    for entry in entries:
        if entry.keys and entry.words not in known:
            known.add(entry.words)
            yield entry.words, ", ".join(entry.keys)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Keys", words)
