"""People and events as FamilySearch GEDCOM 7.0, with sources, quotations and notes.

The format knows events only as those of people, so an event stands at each of its participants,
under one UID; one without participants is a shared note.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence

from khiva_notes.exporters.exchange.gedcom_dates import date_lines
from khiva_notes.model.items import Item
from khiva_notes.model.snapshot import Snapshot

_SPACE = uuid.UUID("5f0e2b3c-8a4d-5c1e-9b7f-6b68697661ab")
_BANNED = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SEX = {"female": "F", "male": "M", "unknown": "U"}


def gedcom(snapshot: Snapshot, item_ids: Sequence[int]) -> str:
    """Return the chosen people and events, or all, and the sources that they quote."""
    return _Writer(snapshot, set(item_ids) or set(snapshot.items)).text()


class _Writer:
    def __init__(self, snapshot: Snapshot, chosen: set[int]) -> None:
        self._snapshot = snapshot
        events = [item for item in snapshot.of_kind("event") if item.id in chosen]
        self._events: dict[int, list[tuple[Item, str]]] = {}
        self._alone: list[Item] = []
        people = {item.id for item in snapshot.of_kind("person") if item.id in chosen}
        for event in events:
            parts = [
                link
                for link in snapshot.links.get(event.id, ())
                if link.type == "participant" and snapshot.items[link.to_id].kind == "person"
            ]
            for link in parts:
                people.add(link.to_id)
                self._events.setdefault(link.to_id, []).append((event, link.role))
            if not parts:
                self._alone.append(event)
        self._people = [item for item in snapshot.of_kind("person") if item.id in people]
        self._sources: dict[int, Item] = {}
        self._lines: list[str] = []

    def text(self) -> str:
        """Return the whole file; lines end in a single line feed."""
        self._add(0, "HEAD")
        self._add(1, "GEDC")
        self._add(2, "VERS", "7.0")
        self._add(1, "SOUR", "KHIVA_NOTES")
        self._add(2, "NAME", "Khiva Notes")
        if self._snapshot.title:
            self._add(1, "NOTE", self._snapshot.title)
        for person in self._people:
            self._person(person)
        for event in self._alone:
            self._lone_event(event)
        for source in self._sources.values():
            self._source(source)
        self._lines.append("0 TRLR")
        return "\ufeff" + "\n".join(self._lines) + "\n"

    def _person(self, item: Item) -> None:
        self._lines.append(f"0 @I{item.id}@ INDI")
        names = [name.text for name in self._snapshot.names.get(item.id, ())]
        for number, name in enumerate(dict.fromkeys([item.title, *names])):
            self._add(1, "NAME", name.replace("/", " "))
            if number:
                self._add(2, "TYPE", "AKA")
        if sex := _SEX.get(str(item.fields.get("sex", ""))):
            self._add(1, "SEX", sex)
        dates = self._snapshot.dates.get(item.id, {})
        for field, tag in (("born", "BIRT"), ("died", "DEAT")):
            if field in dates:
                self._add(1, tag)
                self._dated(2, field, item)
        if role := str(item.fields.get("role", "")):
            self._add(1, "OCCU", role)
        for event, part in self._events.get(item.id, ()):
            self._event(event, part)
        self._add(1, "UID", self._uid(item))
        if item.body.strip():
            self._add(1, "NOTE", item.body)
        self._quotations(1, item)

    def _event(self, event: Item, part: str) -> None:
        self._add(1, "EVEN", part)
        self._add(2, "TYPE", event.title)
        self._dated(2, "date", event)
        if places := self._places(event):
            self._add(2, "PLAC", places[0].replace(",", " "))
        self._add(2, "UID", self._uid(event))
        if event.body.strip():
            self._add(2, "NOTE", event.body)
        self._quotations(2, event)

    def _lone_event(self, event: Item) -> None:
        told = [f"Event: {event.title}"]
        date = self._snapshot.dates.get(event.id, {}).get("date")
        if date is not None:
            told.append(f"Date: {date.original or date.edtf}")
        told += [f"Place: {place}" for place in self._places(event)]
        told += [event.body] if event.body.strip() else []
        self._lines.append(f"0 @N{event.id}@ SNOTE")
        self._lines[-1:] = self._split(f"0 @N{event.id}@ SNOTE", 1, "\n".join(told))
        self._quotations(1, event)

    def _source(self, item: Item) -> None:
        self._lines.append(f"0 @S{item.id}@ SOUR")
        authors = [
            self._snapshot.items[link.to_id].title
            for link in self._snapshot.links.get(item.id, ())
            if link.type == "author"
        ]
        if author := "; ".join(authors) or str(item.fields.get("authors", "")):
            self._add(1, "AUTH", author)
        self._add(1, "TITL", item.title)
        printed = ("publisher-place", "publisher", "container-title", "volume")
        published = ", ".join(str(item.fields[name]) for name in printed if item.fields.get(name))
        if published:
            self._add(1, "PUBL", published)
        self._add(1, "UID", self._uid(item))
        if item.body.strip():
            self._add(1, "NOTE", item.body)

    def _dated(self, level: int, field: str, item: Item) -> None:
        date = self._snapshot.dates.get(item.id, {}).get(field)
        if date is not None:
            value, phrase = date_lines(date)
            self._add(level, "DATE", value)
            if phrase:
                self._add(level + 1, "PHRASE", phrase)

    def _quotations(self, level: int, item: Item) -> None:
        for quote in self._snapshot.quotes.get(item.id, ()):
            if quote.source is None:
                continue
            self._sources.setdefault(quote.source.id, quote.source)
            self._add(level, "SOUR", f"@S{quote.source.id}@", pointer=True)
            if quote.citation:
                self._add(level + 1, "PAGE", quote.citation)
            self._add(level + 1, "DATA")
            self._add(level + 2, "TEXT", quote.passage.exact)

    def _places(self, event: Item) -> list[str]:
        links = self._snapshot.links.get(event.id, ())
        return [self._snapshot.items[link.to_id].title for link in links if link.type == "place"]

    def _uid(self, item: Item) -> str:
        return str(uuid.uuid5(_SPACE, f"{self._snapshot.uid}/{item.id}"))

    def _add(self, level: int, tag: str, value: str = "", *, pointer: bool = False) -> None:
        if pointer:
            self._lines.append(f"{level} {tag} {value}")
        else:
            self._lines += self._split(f"{level} {tag}", level + 1, value)

    def _split(self, head: str, level: int, value: str) -> list[str]:
        """Return a structure's lines: each line break goes on with CONT, a first ``@`` doubles."""
        first, *more = _BANNED.sub("", value.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
        lines = [(head, first), *((f"{level} CONT", line) for line in more)]
        return [f"{begun} {_at(line)}" if line else begun for begun, line in lines]


def _at(line: str) -> str:
    return f"@{line}" if line.startswith("@") else line
