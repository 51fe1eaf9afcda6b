"""Passages as they are quoted: with their source and a citation."""

from __future__ import annotations

from collections.abc import Iterable

from khiva_notes.model.citing import Outline
from khiva_notes.model.comparison import Quote
from khiva_notes.model.items import Item
from khiva_notes.model.passages import Passage
from khiva_notes.store.repositories import Repositories


class Quoting:
    """Makes quotes of passages, reading each text only once."""

    def __init__(self, data: Repositories) -> None:
        self._data = data
        self._texts: dict[int, tuple[Item | None, Outline]] = {}

    def quote(self, passage: Passage) -> Quote:
        """Return a passage with its source and how to cite it."""
        source, locator = self.place(passage)
        title = source.title if source else "a source that is gone"
        return Quote(passage, source, f"{title}, {locator}")

    def place(self, passage: Passage) -> tuple[Item | None, str]:
        """Return the source of a passage, None if it is gone, and where in it: ``p. 12``."""
        if passage.version_id not in self._texts:
            info = self._data.texts.info(passage.version_id)
            self._texts[passage.version_id] = (
                self._data.items.find(info.item_id),
                self._data.texts.outline(passage.version_id),
            )
        source, outline = self._texts[passage.version_id]
        return source, outline.locator(passage.start)

    def quotes(self, passages: Iterable[Passage]) -> tuple[Quote, ...]:
        """Return these passages as quotes, in their order."""
        return tuple(self.quote(passage) for passage in passages)
