"""What has been searched for in a library lately, and what was once kept with the settings."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from khiva_notes.gui.desk import Desk

_MOST_RECENT = 50


@dataclass(frozen=True, slots=True)
class KeptSearch:
    """A query that was kept with the settings, with the kinds that it was narrowed down to."""

    query: str
    kinds: tuple[str, ...] = ()


class SearchMemory:
    """Keeps searches with the user's settings, apart for each library."""

    def __init__(self, desk: Desk) -> None:
        self._preferences = desk.preferences
        self._folder = f"searches/{desk.session.library.data.library.get().uid}"

    def recent(self) -> list[str]:
        """Return the queries that led somewhere, the latest first."""
        return [query for query in self._read("recent") if isinstance(query, str)]

    def note(self, query: str) -> None:
        """Take note of a query that led somewhere."""
        query = query.strip()
        if query:
            known = [one for one in self.recent() if one.casefold() != query.casefold()]
            self._write("recent", [query, *known][:_MOST_RECENT])

    def forget(self, query: str) -> None:
        """Leave a query out of the recent ones."""
        self._write("recent", [one for one in self.recent() if one != query])

    def kept(self) -> list[KeptSearch]:
        """Return the searches that were kept here before libraries held them, in their order."""
        return [
            KeptSearch(str(one["query"]), tuple(map(str, one["kinds"])))
            for one in self._read("kept")
            if isinstance(one, dict) and "query" in one and isinstance(one.get("kinds"), list)
        ]

    def forget_kept(self) -> None:
        """Forget the searches that were kept here, now that the library holds them."""
        self._write("kept", [])

    def _read(self, name: str) -> list[object]:
        try:
            value = json.loads(str(self._preferences.get(f"{self._folder}/{name}", "[]")))
        except ValueError:  # a settings file that somebody has edited
            return []
        return value if isinstance(value, list) else []

    def _write(self, name: str, value: Sequence[object]) -> None:
        text = json.dumps(value, ensure_ascii=False)
        self._preferences.set(f"{self._folder}/{name}", text)
