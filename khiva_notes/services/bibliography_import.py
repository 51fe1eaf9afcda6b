"""Bringing a bibliography in: each work becomes a source, and what is there already stays."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Literal

from khiva_notes.importers.bibliography import Bibliography, Entry, Problem
from khiva_notes.model.bibliography.csl import author_names, parts_of, year_of
from khiva_notes.model.bibliography.csl_names import family_name
from khiva_notes.model.folded import fold
from khiva_notes.services import cards, links, works
from khiva_notes.services.library import Library
from khiva_notes.store.repositories import Repositories

How = Literal["added", "known", "like"]
"""A new source; one that was there and was left as it is; a new one that is like another."""

_TOLD = 20
"""Entries of one sort that a report tells one by one."""

_NOT_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class TakenWork:
    """What became of one entry; ``other_id`` is the source that it is, or may be, once more."""

    title: str
    source_id: int
    how: How
    other_id: int | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class BibliographyReport:
    """What came in, in the file's order, and what did not and why."""

    taken: tuple[TakenWork, ...]
    problems: tuple[Problem, ...] = ()
    stopped: bool = False

    def of(self, how: How) -> list[TakenWork]:
        """Return the entries that came in this way."""
        return [each for each in self.taken if each.how == how]

    def lines(self) -> list[str]:
        """The report in sentences: how many came in, which may be there twice, what is wrong."""
        if self.stopped:
            return ["Nothing came in, as asked."]
        came = len(self.taken) - len(self.of("known"))
        lines = [f"{came} {'work' if came == 1 else 'works'} came in."]
        if known := len(self.of("known")):
            lines.append(f"{known} were in the library already and were left as they are.")
        shown = self.of("like")
        lines += [
            f"'{each.title}' looks like a work that is there already." for each in shown[:_TOLD]
        ]
        if len(shown) > _TOLD:
            lines.append(f"So do {len(shown) - _TOLD} more.")
        lines += [str(problem) for problem in self.problems[:_TOLD]]
        if len(self.problems) > _TOLD:
            lines.append(f"{len(self.problems) - _TOLD} more entries could not be read.")
        return lines


def import_bibliography(
    library: Library,
    bibliography: Bibliography,
    *,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> BibliographyReport:
    """Add the works of a bibliography as sources, as one step; cancelled, none of them comes in.

    A work with a DOI, or a citation key and title, that a source has already is that source and
    changes nothing of it. One that is only like another (title and year and author) comes in, and
    the report names the other: whether they are one is the reader's to say.
    """
    taking = BibliographyTaking(library, bibliography)
    total = len(bibliography.entries)
    try:
        with library.change("Import bibliography"):
            for number, entry in enumerate(bibliography.entries):
                if cancelled():
                    raise _Cancelled
                progress(number, total)
                taking.take([entry])
    except _Cancelled:
        return BibliographyReport((), bibliography.problems, stopped=True)
    progress(total, total)
    return taking.report()


class BibliographyTaking:
    """Adds works some at a time, for a window that has to live on; each ``take`` is a change."""

    def __init__(self, library: Library, bibliography: Bibliography) -> None:
        self._library = library
        self._problems = bibliography.problems
        self._known = KnownWorks(library.data)
        self._taken: list[TakenWork] = []

    def take(self, entries: Sequence[Entry]) -> None:
        """Add these works, as one step."""
        with self._library.change("Import bibliography"):
            self._taken += [_take(self._library, entry, self._known) for entry in entries]

    def report(self) -> BibliographyReport:
        """Return what became of the works so far."""
        return BibliographyReport(tuple(self._taken), self._problems)


class _Cancelled(Exception):
    """The reader does not want it after all; raised to take the step back."""


def _take(library: Library, entry: Entry, known: KnownWorks) -> TakenWork:
    item = entry.item
    title = parts_of(item).title or _makeshift(item)
    same = known.same(item)
    if same is not None:
        return TakenWork(title, same, "known", same, entry.line)
    like = known.like(item)
    source = cards.create(library, "source", title, body=_body(entry))
    works.describe_work(library, source.id, item)
    if not library.data.works.of(source.id):
        works.fix_citekeys(library, [source.id])
    for tag in entry.tags:
        links.tag(library, [source.id], tag)
    known.add(source.id, item)
    return TakenWork(title, source.id, "added" if like is None else "like", like, entry.line)


def _body(entry: Entry) -> str:
    """The entry's note, and the names of its files: they are told, never opened."""
    files = [PurePath(part.replace("\\", "/")).name for part in entry.files]
    told = f"Files: {'; '.join(name for name in files if name)}" if any(files) else ""
    return "\n\n".join(part for part in (entry.note.strip(), told) if part)


def _makeshift(item: Mapping[str, Any]) -> str:
    """What to call a work without a title: who wrote it and where it stands."""
    names = [family_name(name) for name in author_names(item)]
    where = str(item.get("container-title", "") or item.get("id", "") or "work")
    return f"[{', '.join([*names[:2], where])}]"


class KnownWorks:
    """What the library has already, by DOI, by key and title, and by likeness."""

    def __init__(self, data: Repositories, but: int = 0) -> None:
        self._same: dict[tuple[str, ...], int] = {}
        self._like: dict[tuple[str, ...], int] = {}
        sources = [source.id for source in data.items.all("source") if source.id != but]
        for source_id, item in works.csl_of_many(data, sources).items():
            self.add(source_id, item)

    def add(self, source_id: int, item: Mapping[str, Any]) -> None:
        """Note a source by all that tells it."""
        for sign in _signs(item):
            self._same.setdefault(sign, source_id)
        if likeness := _likeness(item):
            self._like.setdefault(likeness, source_id)

    def same(self, item: Mapping[str, Any]) -> int | None:
        """Return the source that an item surely is."""
        return next((self._same[sign] for sign in _signs(item) if sign in self._same), None)

    def like(self, item: Mapping[str, Any]) -> int | None:
        """Return a source that an item may be."""
        return self._like.get(_likeness(item))


def _signs(item: Mapping[str, Any]) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    doi = re.sub(r"^(https?://(dx\.)?doi\.org/|doi:)", "", str(item.get("DOI", "")).strip().lower())
    if doi:
        found.append(("doi", doi))
    key, title = str(item.get("id", "")).casefold(), _bare(str(item.get("title", "")))
    if key and title:
        found.append(("key", key, title))
    return found


def _likeness(item: Mapping[str, Any]) -> tuple[str, ...]:
    title, names = _bare(str(item.get("title", ""))), author_names(item)
    if not title:
        return ()
    return (title, str(year_of(item)), _bare(family_name(names[0])) if names else "")


def _bare(words: str) -> str:
    return _NOT_LETTERS.sub("", fold(words))
