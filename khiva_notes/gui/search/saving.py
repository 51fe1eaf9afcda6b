"""Saving the search at hand in the library, under a name that is asked for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.lists.strip import Strip
from khiva_notes.gui.search.line_question import LineQuestion
from khiva_notes.model.saved_searches import SavedSearch
from khiva_notes.services.saved_searches import delete_search, save_search, saved


class Saving:
    """Asks in the strip above the hits what a search is to be called, and saves it."""

    def __init__(self, desk: Desk, strip: Strip) -> None:
        self._desk = desk
        self._strip = strip
        self._seen: list[SavedSearch] = desk.session.library.data.saved_searches.all()

    def name(self, query: str, kinds: tuple[str, ...]) -> str:
        """Return what a search is saved as, or nothing."""
        alike = (s.name for s in self._seen if (s.query, set(s.kinds)) == (query, set(kinds)))
        return next(alike, "")

    def ask(self, query: str, kinds: tuple[str, ...]) -> None:
        """Ask for a name, offering the present one or the query itself, and save."""
        if not query:
            return
        LineQuestion(
            self._strip,
            _tr("Save this search as"),
            lambda name: self._save(query, kinds, name),
            text=self.name(query, kinds) or query,
            hint=lambda name: _tr("Enter: save in the tree, under Searches") if name else "",
        ).begin()

    def delete(self, query: str, kinds: tuple[str, ...]) -> bool:
        """Save a search no longer; False if it was not."""
        library = self._desk.session.library
        found = saved(library.data, query, kinds)
        if found is None:
            return False
        self._desk.attempt(lambda: delete_search(library, found.id))
        self._desk.said.emit(_tr("“{}” is no longer saved.").format(found.name))
        return True

    def follow(self) -> bool:
        """Tell whether saved searches are others than when this was asked last."""
        now = self._desk.session.library.data.saved_searches.all()
        changed, self._seen = now != self._seen, now
        return changed

    def _save(self, query: str, kinds: tuple[str, ...], name: str) -> None:
        library = self._desk.session.library
        if self._desk.attempt(lambda: save_search(library, query, kinds, name)) is not None:
            self._desk.said.emit(_tr("Saved as “{}”: it stands in the tree.").format(name))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Saving", text)
