"""The works that an article lists and cites by number: proposed, and entered when accepted.

An accepted one is a source; its line in the article's list is its passage, and all marks with its
number stand for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from khiva_notes.model.bibliography.csl import CslItem, parts_of
from khiva_notes.model.bibliography.reference_line import read_reference
from khiva_notes.model.bibliography.references import Reference, find_references
from khiva_notes.model.errors import UserError
from khiva_notes.services import cards, passages, sources, works
from khiva_notes.services.bibliography_import import KnownWorks
from khiva_notes.services.library import Library
from khiva_notes.store.repositories import Repositories
from khiva_notes.store.store import Reader

_SORT = "reference"
_ORDER = (
    "authors",
    "title",
    "editors",
    "container-title",
    "volume",
    "issue",
    "publisher-place",
    "publisher",
    "published",
    "page",
    "archive",
    "shelfmark",
    "DOI",
    "URL",
)


@dataclass(frozen=True, slots=True)
class Proposed:
    """One entry of the list: ``cited`` marks bear its number, ``work_id`` is what they stand for.

    ``like_id`` is a source that the entry is, or may be; 0 for none, as for ``work_id``.
    """

    reference: Reference
    cited: int = 0
    work_id: int = 0
    work_title: str = ""
    like_id: int = 0
    like_title: str = ""


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A number that the text cites and no entry of a list explains."""

    number: str
    cited: int
    work_id: int = 0
    work_title: str = ""


@dataclass(frozen=True, slots=True)
class References:
    """What is proposed for one source; ``version_id`` is 0 if it has no text."""

    source_id: int
    version_id: int
    title: str
    proposed: tuple[Proposed, ...] = ()
    unlisted: tuple[Unlisted, ...] = ()
    refused: int = 0


def read_references(path: Path, source_id: int) -> References:
    """Read what a source lists and cites, from a thread of its own."""
    reader = Reader(path)
    try:
        with reader.moment() as data:
            return references_of(data, source_id)
    finally:
        reader.close()


def references_of(data: Repositories, source_id: int) -> References:
    """Return the entries of a source's list that were not refused, and numbers without an entry."""
    source = data.items.get(source_id)
    version = data.texts.current(source_id)
    if version is None:
        return References(source_id, 0, source.title)
    marks = data.citations.in_version(version.id)
    counts = Counter(mark.number for mark in marks)
    resolved = {mark.number: mark.work_id for mark in marks if mark.work_id}
    entered = _entered(data, version.id)
    found = find_references(data.texts.body(version.id).text)
    refused = {words for sort, words in data.refusals.of(source_id) if sort == _SORT}
    shown = [one for one in found if _token(one) not in refused]
    known = KnownWorks(data, but=source_id) if shown else None
    titles = data.items.titles({*resolved.values(), *entered.values()})
    proposed = []
    for one in shown:
        work_id = resolved.get(one.number) or entered.get((one.start, one.end)) or 0
        work_id = work_id if work_id in titles else 0
        like = 0 if work_id or known is None else known.same(one.item) or known.like(one.item) or 0
        name = data.items.get(like).title if like else ""
        proposed.append(
            Proposed(one, counts[one.number], work_id, titles.get(work_id, ""), like, name)
        )
    listed = {one.number for one in found}
    rest = sorted((number for number in counts if number not in listed), key=_by_number)
    unlisted = tuple(
        Unlisted(number, counts[number], work_id, titles.get(work_id, ""))
        for number in rest
        for work_id in [resolved.get(number) or 0]
    )
    gone = len(found) - len(shown)
    return References(source_id, version.id, source.title, tuple(proposed), unlisted, gone)


def accept(
    library: Library,
    within: References,
    proposed: Proposed,
    item: Mapping[str, object] | None = None,
) -> int:
    """Enter a proposed work, or ``item`` in its place; return the source that it is. One step.

    A work that is in the library already is taken instead of a second one.
    """
    reference = proposed.reference
    told: CslItem = dict(item if item is not None else reference.item)
    with library.change("Enter reference") as data:
        known = KnownWorks(data, but=within.source_id)
        work_id = known.same(told) or known.like(told) or _make(library, told, reference.words)
        if reference.number:
            sources.resolve_citation(library, within.version_id, reference.number, work_id)
        current = data.texts.current(within.source_id)
        if current is not None and current.id == within.version_id:
            spans = _entered(data, within.version_id)
            if spans.get((reference.start, reference.end)) != work_id:
                passages.attach(library, work_id, within.version_id, reference.start, reference.end)
        return work_id


def accept_all(library: Library, within: References) -> int:
    """Enter all proposed works that are not entered yet, as one step; return how many."""
    waiting = [one for one in within.proposed if not one.work_id]
    if waiting:
        with library.change("Enter references"):
            for one in waiting:
                accept(library, within, one)
    return len(waiting)


def refuse(library: Library, within: References, proposed: Proposed) -> None:
    """Not propose an entry of the list again, as a step that can be undone."""
    with library.change("Refuse reference") as data:
        data.refusals.add(within.source_id, _SORT, _token(proposed.reference))


def enter(library: Library, within: References, number: str, words: str) -> int:
    """Enter a work that a text cites by number from its reference as typed; return the source.

    UserError if nothing was typed.
    """
    words = " ".join(words.split())
    if not words:
        raise UserError("There is nothing to enter.", "Type the work's author, title and year.")
    item = read_reference(words)
    with library.change("Enter cited work") as data:
        known = KnownWorks(data, but=within.source_id)
        work_id = known.same(item) or known.like(item) or _make(library, item, words)
        sources.resolve_citation(library, within.version_id, number, work_id)
        return work_id


def summary(item: Mapping[str, object]) -> list[tuple[str, str]]:
    """Return what was understood of a reference as (field's name, words), in a fixed order."""
    parts = parts_of(item)
    told = {**parts.fields, "title": parts.title}
    if "published" in parts.dates:
        date = parts.dates["published"]
        told["published"] = date.edtf or date.original
    return [(name, str(told[name])) for name in _ORDER if told.get(name)]


def _make(library: Library, item: CslItem, words: str) -> int:
    title = str(item.get("title") or words)[:300]
    source = cards.create(library, "source", title)
    works.describe_work(library, source.id, item)
    held = library.data.items.get(source.id)
    if not held.fields.get("role"):
        cards.set_field(library, source.id, "role", "cited work")
    works.fix_citekeys(library, [source.id])
    return source.id


def _entered(data: Repositories, version_id: int) -> dict[tuple[int, int], int]:
    """The sources that own a passage of a text, by its span: entries accepted before."""
    found = [one for one in data.passages.in_version(version_id) if one.item_id is not None]
    owners = data.items.many({one.item_id for one in found if one.item_id is not None})
    return {
        (one.start, one.end): one.item_id
        for one in found
        if one.item_id in owners and owners[one.item_id].kind == "source"
    }


def _token(reference: Reference) -> str:
    return f"{reference.number} {reference.words[:120]}"


def _by_number(number: str) -> tuple[int, str]:
    digits = number.partition("-")[0]
    return (int(digits) if digits.isdigit() else 10**6, number)


def unread(item: Mapping[str, object]) -> Sequence[str]:
    """Return which of author, title and year were not found, which a reader should look at."""
    wanted = ("title",) if item.get("type") == "manuscript" else ("author", "title", "issued")
    return [name for name in wanted if not item.get(name)]
