"""Tables of people, events or places: which column means what, proposed and then applied."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from khiva_notes.importers.decoding import decode
from khiva_notes.importers.notes.contract import NoteCard, Notes, Tie
from khiva_notes.importers.notes.genealogy_dates import words_date
from khiva_notes.model.dates import HistoricalDate
from khiva_notes.model.errors import UserError
from khiva_notes.model.items import FieldValue
from khiva_notes.model.kinds import KINDS

_MOST_ROWS = 200_000
_WORDS = {
    "title": "title name event person place fullname preferred имя название событие заголовок фио",
    "names": "aliases alias names variants othernames alsoknownas варианты псевдонимы",
    "body": "notes note body description comment comments text заметки описание примечание",
    "tags": "tags tag keywords labels теги метки",
    "key": "key id slug",
    "born": "born birth birthdate dateofbirth рождение родился датарождения",
    "died": "died death deathdate dateofdeath смерть умер датасмерти",
    "date": "date when day year дата год",
    "place": "place where location место",
    "participants": "participants participant people who persons участники участник",
    "role": "role office occupation title2 должность роль",
    "sex": "sex gender пол",
    "type": "type sort тип",
    "within": "within partof region в",
    "groups": "groups group memberof группа",
}


@dataclass(frozen=True, slots=True)
class TableMapping:
    """What a table's columns mean: the kind of card a row is, and a target for each column.

    Targets are ``title``, ``names``, ``body``, ``tags``, ``key``, any field of the kind, or ""
    for a column whose cells are added to the notes under its own heading.
    """

    kind: str
    columns: tuple[str, ...] = field(default=())


def read_table(data: bytes, file_name: str) -> tuple[list[str], list[list[str]]]:
    """Return a table's heading and rows, whatever separates its cells; UserError if it is none."""
    text = decode(data, file_name).text.removeprefix("\ufeff")
    head = text[:8192]
    separator = max(",;\t|", key=lambda mark: head.split("\n", 1)[0].count(mark))
    try:
        rows = [
            [cell.strip() for cell in row]
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator)
            if any(cell.strip() for cell in row)
        ]
    except csv.Error as error:
        raise UserError(f"“{file_name}” is no table: {error}.", "Save it as CSV again.") from error
    if len(rows) < 2:
        raise UserError(
            f"“{file_name}” has no rows under a heading.", "Put a name above each column."
        )
    if len(rows) > _MOST_ROWS:
        raise UserError(f"“{file_name}” has more than {_MOST_ROWS:,} rows.", "Split it.")
    return rows[0], rows[1:]


def propose_mapping(
    header: Sequence[str], rows: Sequence[Sequence[str]], kind: str = ""
) -> TableMapping:
    """Say what the columns seem to mean, by their headings; every column has a target or "".

    The kind of card is guessed from them too unless ``kind`` says it.
    """
    plain = ["".join(c for c in name.casefold() if c.isalnum()) for name in header]
    wanted = {target: words.split() for target, words in _WORDS.items()}
    if kind:
        if kind not in KINDS or not KINDS[kind].is_card:
            raise UserError(f"There are no cards of the kind “{kind}”.", "Choose another.")
    elif {"participants", "event", "событие", "участники"} & set(plain) or (
        any(name in wanted["date"] for name in plain)
        and not any(name in (*wanted["born"], *wanted["died"]) for name in plain)
    ):
        kind = "event"
    elif {"place", "место"} & {plain[0]} or "within" in plain:
        kind = "place"
    else:
        kind = "person"
    known = {"title", "names", "body", "tags", "key", *(f.name for f in KINDS[kind].fields)}
    columns = [""] * len(plain)
    for target, words in wanted.items():
        if target not in known or (target == "names" and not KINDS[kind].named):
            continue
        for number, name in enumerate(plain):
            if not columns[number] and name in words and target not in columns:
                columns[number] = target
    if "title" not in columns:
        free = [i for i, target in enumerate(columns) if target in ("", "key")]
        columns[free[0] if free else 0] = "title"
    return TableMapping(kind, tuple(columns))


def apply_mapping(
    header: Sequence[str], rows: Sequence[Sequence[str]], mapping: TableMapping
) -> Notes:
    """Make a card of each row; a row without a title is told as a problem.

    UserError for a mapping that does not fit the kind or the table.
    """
    _must_fit(header, mapping)
    maker = _Maker(header, mapping)
    for number, row in enumerate(rows, 2):
        maker.take(number, row)
    return maker.notes()


def _must_fit(header: Sequence[str], mapping: TableMapping) -> None:
    kind = KINDS.get(mapping.kind)
    if kind is None or not kind.is_card:
        raise UserError(f"There are no cards of the kind “{mapping.kind}”.", "Choose another.")
    known = {"", "title", "names", "body", "tags", "key", *(each.name for each in kind.fields)}
    for target in mapping.columns:
        if target not in known:
            raise UserError(
                f"A {kind.name} has no “{target}”.", f"Choose of {', '.join(sorted(known - {''}))}."
            )
    if len(mapping.columns) != len(header) or "title" not in mapping.columns:
        raise UserError("No column is the title.", "Say which column holds it.")


class _Maker:
    def __init__(self, header: Sequence[str], mapping: TableMapping) -> None:
        self._header = header
        self._mapping = mapping
        self._kind = KINDS[mapping.kind]
        self._cards: dict[str, NoteCard] = {}
        self._ties: dict[Tie, None] = {}
        self._problems: list[str] = []
        self._known: dict[tuple[str, str], str] = {}

    def notes(self) -> Notes:
        """Return what was made so far."""
        return Notes(tuple(self._cards.values()), tuple(self._ties), problems=tuple(self._problems))

    def take(self, number: int, row: Sequence[str]) -> None:
        """Make the card of one row."""
        cells: dict[str, list[str]] = {}
        told: list[str] = []
        for name, target, cell in zip(self._header, self._mapping.columns, row, strict=False):
            if cell and target:
                cells.setdefault(target, []).append(cell)
            elif cell:
                told.append(f"{name}: {cell}")
        title = " ".join(" ".join(cells.get("title", [])).split())
        if not title:
            self._problems.append(f"Row {number} has no title and was left out.")
            return
        ref = f"row:{number}"
        values, dates = self._values(number, cells)
        self._cards[ref] = NoteCard(
            ref, self._kind.name, title,
            "\n\n".join([*cells.get("body", []), *told]),
            key=_key(cells),
            names=tuple((name, "variant") for name in _several(cells.get("names", []))),
            fields=values, dates=dates, tags=tuple(_several(cells.get("tags", []))),
        )  # fmt: skip
        self._known.setdefault((self._kind.name, title), ref)
        for declared in self._kind.fields:
            if declared.is_link:
                for other in _several(cells.get(declared.name, [])):
                    kind = declared.accepts[0]
                    self._tie(ref, declared.relation, kind, other)

    def _values(
        self, number: int, cells: Mapping[str, list[str]]
    ) -> tuple[dict[str, FieldValue], dict[str, HistoricalDate]]:
        values: dict[str, FieldValue] = {}
        dates: dict[str, HistoricalDate] = {}
        for declared in self._kind.fields:
            words = " ".join(cells.get(declared.name, []))
            if not words or declared.is_link:
                continue
            if declared.is_date:
                date = words_date(words)
                if date is not None:
                    dates[declared.name] = date
                    if not date.edtf:
                        self._problems.append(f"Row {number}: “{words}” was kept as words only.")
            elif declared.type == "choice" and words.casefold() not in declared.choices:
                near = [c for c in declared.choices if c.startswith(words.casefold()[:1])]
                if declared.name == "sex" and near:
                    values[declared.name] = near[0]
                else:
                    self._problems.append(f"Row {number}: “{words}” is no {declared.label}.")
            else:
                values[declared.name] = words.casefold() if declared.type == "choice" else words
        return values, dates

    def _tie(self, ref: str, relation: str, kind: str, title: str) -> None:
        other = self._known.get((kind, title), "")
        if not other:
            other = f"{kind}:{title}"
            self._known[kind, title] = other
            self._cards[other] = NoteCard(other, kind, title)
        if other != ref:
            self._ties.setdefault(Tie(ref, relation, other))


def _several(cells: Sequence[str]) -> list[str]:
    parts = (part.strip() for cell in cells for part in cell.replace("|", ";").split(";"))
    return list(dict.fromkeys(part for part in parts if part))


def _key(cells: Mapping[str, list[str]]) -> str:
    from khiva_notes.model.keys import slug

    return slug(" ".join(cells.get("key", [])))
