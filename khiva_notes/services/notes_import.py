"""Notes from other programs brought in: recognised, read, and taken over as one step."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from khiva_notes.importers.notes.contract import Excerpt, NoteCard, Notes, Tie
from khiva_notes.importers.notes.csv_table import TableMapping
from khiva_notes.model.errors import UserError
from khiva_notes.model.kinds import KINDS
from khiva_notes.model.wikilinks import LINK
from khiva_notes.services import cards, links, names, passages, sources
from khiva_notes.services.library import Library
from khiva_notes.services.notes_placing import Placing

_LARGEST = 64 * 1024 * 1024

FORMS = {
    ".ged": "gedcom",
    ".csv": "table",
    ".tsv": "table",
    ".jsonld": "annotations",
    ".json": "annotations",
}
"""The forms of files that hold notes, by ending."""


@dataclass(frozen=True, slots=True)
class NotesReport:
    """What came in: the numbers of new cards by kind, and sentences about the rest.

    ``like`` are pairs of a new card and one of the same kind and name that was there before;
    ``lost`` are the words of excerpts that stand nowhere in their source.
    """

    made: dict[str, list[int]]
    passages: int = 0
    like: tuple[tuple[int, int], ...] = ()
    lost: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()

    def lines(self) -> list[str]:
        """The report in sentences."""
        told = [
            f"{len(ids)} {(KINDS[kind].label if len(ids) == 1 else KINDS[kind].plural).lower()}"
            for kind, ids in self.made.items()
        ]
        lines = [f"{', '.join(told) or 'No cards'} and {self.passages} passages came in."]
        if self.like:
            lines.append(
                f"{len(self.like)} cards have the name of a card that was there already; "
                "see the doubles."
            )
        lines += [f"These words are not in the text: “{words[:80]}”" for words in self.lost]
        return [*lines, *self.problems]


def read_notes(path: Path) -> Notes:
    """Read a file of notes by its ending; UserError if that is none we know, or it is broken."""
    form = FORMS.get(path.suffix.lower())
    if form is None:
        raise UserError(
            f"“{path.name}” is in no form of notes that is known here.",
            f"Known are files that end in {', '.join(FORMS)}.",
        )
    if form == "table":
        return read_table_file(path).notes()
    data = _bytes_of(path)
    if form == "gedcom":
        from khiva_notes.importers.notes.gedcom import read_gedcom

        return read_gedcom(data, path.name)
    from khiva_notes.importers.notes.annotations import read_annotations

    return read_annotations(data, path.name)


@dataclass(frozen=True, slots=True)
class Table:
    """A table with what its columns are taken for, which may be changed before it comes in."""

    header: list[str]
    rows: list[list[str]]
    mapping: TableMapping

    def notes(self) -> Notes:
        """Return the cards that the rows are."""
        from khiva_notes.importers.notes.csv_table import apply_mapping

        return apply_mapping(self.header, self.rows, self.mapping)


def read_table_file(path: Path, kind: str = "", columns: Mapping[str, str] | None = None) -> Table:
    """Read a table; what is not said of its rows and columns is proposed.

    UserError for a broken file, and for a column that the table has not.
    """
    from khiva_notes.importers.notes.csv_table import propose_mapping, read_table

    header, rows = read_table(_bytes_of(path), path.name)
    mapping = propose_mapping(header, rows, kind)
    targets = dict(zip(header, mapping.columns, strict=True))
    for name, target in (columns or {}).items():
        if name not in targets:
            raise UserError(f"There is no column “{name}”.", f"There are {', '.join(header)}.")
        targets = {other: "" if given == target else given for other, given in targets.items()}
        targets[name] = target
    return Table(header, rows, TableMapping(mapping.kind, tuple(targets[n] for n in header)))


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise UserError(f"“{path.name}” has more than {_LARGEST >> 20} MB.", "Split it.")
        return path.read_bytes()
    except OSError as error:
        raise UserError(f"{path} cannot be read ({error.strerror}).") from error


def take_notes(
    library: Library,
    notes: Notes,
    *,
    source_id: int | None = None,
    progress: Callable[[int, int], object] = lambda done, of: None,
) -> NotesReport:
    """Make the cards, links and passages of ``notes`` as one step.

    Nothing that is there is changed: a card with a name that another has already comes in beside
    it and is told of. ``source_id`` is the source of excerpts that name none; UserError if there
    are such and it is missing or has no text.
    """
    if source_id is None and any(not excerpt.source for excerpt in notes.excerpts):
        raise UserError("Annotations belong to a text.", "Name the source that they are of.")
    taker = _Taker(library, source_id)
    with library.change("Import notes"):
        for number, card in enumerate(notes.cards):
            progress(number, len(notes.cards))
            taker.card(card)
        taker.mend_links(notes.cards)
        for tie in notes.ties:
            taker.tie(tie)
        for excerpt in notes.excerpts:
            taker.excerpt(excerpt)
    return taker.report(notes.problems)


class _Taker:
    """One import under way."""

    def __init__(self, library: Library, source_id: int | None) -> None:
        self._library = library
        self._source_id = source_id
        self._ids: dict[str, int] = {}
        self._made: dict[str, list[int]] = {}
        self._like: list[tuple[int, int]] = []
        self._lost: list[str] = []
        self._new: set[int] = set()
        self._rekeyed: dict[str, str] = {}
        self._placings: dict[int, Placing] = {}
        self._passages = 0

    def card(self, card: NoteCard) -> None:
        """Make one card with all that is its own."""
        library = self._library
        same = library.data.items.by_title(card.title)
        before = [item for item in same if item.kind == card.kind]
        key = "" if library.data.items.key_taken(card.key) else card.key
        if card.text is not None:
            item = sources.import_text(
                library, card.text, card.file_name, title=card.title, key=key
            ).source
            if card.body:
                cards.write_body(library, item.id, card.body)
        else:
            item = cards.create(library, card.kind, card.title, key=key, body=card.body)
        for field, value in card.fields.items():
            cards.set_field(library, item.id, field, value)
        for field, date in card.dates.items():
            cards.set_date(library, item.id, field, date)
        if KINDS[card.kind].named:
            for text, kind in card.names:
                if text.strip() and text != card.title:
                    language = card.languages.get(text, "")
                    names.add_name(library, item.id, text, kind, language=language)
        for tag in card.tags:
            if tag.strip(" #"):
                links.tag(library, [item.id], tag)
        if card.starred:
            cards.star(library, item.id, True)
        self._ids[card.ref] = item.id
        if card.key and item.key != card.key:
            self._rekeyed[card.key] = item.key
        self._made.setdefault(card.kind, []).append(item.id)
        self._like += [(item.id, other.id) for other in before if other.id not in self._new][:1]
        self._new.add(item.id)

    def tie(self, tie: Tie) -> None:
        """Link two of the cards."""
        one, other = self._ids.get(tie.from_ref), self._ids.get(tie.to_ref)
        if one is not None and other is not None and one != other:
            links.link(self._library, one, other, tie.type, role=tie.role, note=tie.note)

    def mend_links(self, made: Iterable[NoteCard]) -> None:
        """Let links in notes lead to the new cards where their keys were taken already."""
        if not self._rekeyed:
            return

        def mended(link: re.Match[str]) -> str:
            new = self._rekeyed.get(link[1].strip(), "")
            return f"[[{new}|{link[2] or link[1]}]]" if new else link[0]

        for card in made:
            body = LINK.sub(mended, card.body)
            if body != card.body:
                cards.write_body(self._library, self._ids[card.ref], body)

    def excerpt(self, excerpt: Excerpt) -> None:
        """Tie an excerpt to the words of its source, or note that they are not there."""
        source_id = self._ids.get(excerpt.source) if excerpt.source else self._source_id
        version = self._library.data.texts.current(source_id) if source_id is not None else None
        if version is None:
            raise UserError("The source has no text to look for the words in.", "Choose another.")
        if version.id not in self._placings:
            self._placings[version.id] = Placing(self._library.data.texts.body(version.id))
        place = self._placings[version.id].find(excerpt)
        card_id = self._ids.get(excerpt.card)
        if place is None:
            self._lost.append(" ".join(excerpt.exact.split()))
            if card_id is not None:
                self._quote(card_id, excerpt)
            return
        self._passages += 1
        if card_id is None:
            passages.highlight(self._library, version.id, *place)
        else:
            passages.attach(self._library, card_id, version.id, *place)

    def _quote(self, card_id: int, excerpt: Excerpt) -> None:
        """Keep lost words in the card's notes, so that nothing of the file is lost."""
        body = self._library.data.items.get(card_id).body
        quoted = "\n".join(f"> {line}" for line in excerpt.exact.strip().split("\n"))
        cards.write_body(self._library, card_id, f"{body}\n\n{quoted}".strip())

    def report(self, problems: tuple[str, ...]) -> NotesReport:
        """Say what was done."""
        return NotesReport(
            self._made, self._passages, tuple(self._like), tuple(self._lost), problems
        )
