"""Remembers from session to session which sources were read side by side, and how."""

from __future__ import annotations

from dataclasses import dataclass

from khiva_notes.gui.desk import Desk


@dataclass(frozen=True, slots=True)
class Remembered:
    """Two sources side by side: the one with the keyboard, and the ``other``, from ``start`` on.

    ``side`` is where the one with the keyboard stood: 0 at the left.
    """

    active: int
    other: int
    start: int
    together: bool
    side: int


class AbreastMemory:
    """Keeps what stood side by side under the library's identity, in the preferences."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._name = f"beside/{desk.session.library.data.library.get().uid}"
        self._waiting: Remembered | None = self._read()
        self._kept: Remembered | None = self._waiting

    def take(self, source_id: int) -> Remembered | None:
        """Return what stood beside a source when the library was closed, the first time only."""
        found, self._waiting = self._waiting, None
        if found is None or source_id not in (found.active, found.other):
            return None
        if source_id != found.active:
            found = Remembered(source_id, found.active, 0, found.together, 1 - found.side)
        data = self._desk.session.library.data
        other = data.items.find(found.other)
        if other is None or other.trashed or data.texts.current(other.id) is None:
            return None
        return found

    @property
    def last_other(self) -> int:
        """The source that was read beside another last, or 0."""
        return self._kept.other if self._kept else 0

    def keep(self, now: Remembered | None) -> None:
        """Note what stands side by side, or that one source is read alone."""
        if now == self._kept:
            return
        self._kept = now
        value = (
            [] if now is None else [now.active, now.other, now.start, int(now.together), now.side]
        )
        self._desk.preferences.set(self._name, value)

    def folded(self, split: bool, narrow: bool) -> bool:
        """Tell whether the cards beside one text, or beside two, are to be folded away."""
        chosen = str(self._desk.preferences.get(self._setting(split), ""))
        return chosen == "yes" if chosen else split and narrow

    def fold(self, split: bool, on: bool) -> None:
        """Note that the cards beside one text, or beside two, are folded away or not."""
        self._desk.preferences.set(self._setting(split), "yes" if on else "no")

    def _setting(self, split: bool) -> str:
        return "reader-folded-beside" if split else "reader-folded"

    def _read(self) -> Remembered | None:
        value = self._desk.preferences.get(self._name, None)
        if not isinstance(value, list) or len(value) != 5:
            return None
        active, other, start, together, side = (int(one) for one in value)
        return Remembered(active, other, start, bool(together), side)
