"""What the columns of a list are, for each kind from the fields that it declares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QDateTime, QLocale, QTimeZone

from khiva_notes.model.dates import HistoricalDate, describe
from khiva_notes.model.kinds import KINDS, Field
from khiva_notes.services.listing import TRASH, ListRow

Order = tuple[bool, object, str, int]
"""Empty values last, then the value, then title and number, so that no two rows are equal."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, what a cell says, what it is sorted by, and how wide it starts.

    ``field`` is the declared field that a cell edits, if any; ``hidden`` ones are shown when asked
    for. ``value`` gives None or an empty text for an empty cell.
    """

    name: str
    heading: str
    text: Callable[[ListRow], str]
    value: Callable[[ListRow], object]
    width: int = 140
    number: bool = False
    hidden: bool = False
    field: Field | None = None

    def order(self, row: ListRow) -> Order:
        """Return what rows are sorted by in this column."""
        value = self.value(row)
        empty = value is None or value == ""
        return empty, 0 if empty else value, row.title.casefold(), row.id


_HIDDEN = {
    "person": {"sex"},
    "claim": {"how-known", "inferred"},
    "source": {"language", "archive", "collection", "shelfmark", "testimony", "cited-as"},
    "event": set[str](),
}
_WIDTHS = {"value": 180, "about": 200, "participants": 180, "date": 190, "role": 180}


def columns_for(what: str) -> list[Column]:
    """Return the columns of a list of ``what``; the first one is the title."""
    kind = KINDS.get(what)
    columns = [_TITLE]
    if kind is None:
        columns.append(_KIND)
        if what == TRASH:
            return [*columns, _TRASHED, _TAGS, _PASSAGES]
        return [*columns, _TAGS, _PASSAGES, _MODIFIED]
    if kind.named:
        columns.append(_SPELLINGS)
    hidden = _HIDDEN.get(kind.name, set())
    columns += [_of_field(field, field.name in hidden) for field in kind.fields]
    if kind.name == "dispute":
        columns += [_ACCOUNTS, _CERTAINTY]
    if kind.name == "claim":
        columns.append(_DISPUTED)
    return [*columns, _TAGS, _PASSAGES, _MODIFIED]


def first_order(what: str) -> tuple[str, bool]:
    """Return the column by which a list is sorted at first, and whether the largest come first."""
    if what == TRASH:
        return "trashed", True
    return ("date" if what == "event" else "title"), False


def date_words(date: HistoricalDate) -> str:
    """Say a date briefly: in square brackets, as editors do, what was not in the words."""
    words = describe(replace(date, inferred=False))
    return f"[{words}]" if date.inferred and date.edtf else words


def _of_field(field: Field, hidden: bool) -> Column:
    name = field.name
    width = _WIDTHS.get(name, 130)
    if field.is_date:
        return Column(
            name,
            field.label,
            lambda row: date_words(row.dates[name]) if name in row.dates else "",
            lambda row: _day(row.dates.get(name)),
            width,
            hidden=hidden,
            field=field,
        )
    if field.is_link:
        return Column(
            name,
            field.label,
            lambda row: ", ".join(row.linked.get(name, ())),
            lambda row: ", ".join(row.linked.get(name, ())).casefold(),
            width,
            hidden=hidden,
        )
    if field.type == "number":
        return Column(
            name,
            field.label,
            lambda row: str(row.fields.get(name, "")),
            lambda row: _number(row, name),
            80,
            number=True,
            hidden=hidden,
            field=field,
        )
    return Column(
        name,
        field.label,
        lambda row: str(row.fields.get(name, "")),
        lambda row: str(row.fields.get(name, "")).casefold(),
        width,
        hidden=hidden,
        field=field,
    )


def _day(date: HistoricalDate | None) -> int | None:
    """Return the earliest day, or the latest of a date open at its beginning; None for neither."""
    if date is None:
        return None
    return date.earliest if date.earliest is not None else date.latest


def _number(row: ListRow, name: str) -> float | None:
    value = row.fields.get(name)
    return float(value) if isinstance(value, int | float) else None


def _moment(utc: str) -> str:
    """Return an ISO moment in UTC as the day and time of the user's own clock and locale."""
    moment = QDateTime.fromString(utc, "yyyy-MM-ddTHH:mm:ssZ")
    moment.setTimeZone(QTimeZone(QTimeZone.Initialization.UTC))
    return QLocale().toString(moment.toLocalTime(), QLocale.FormatType.ShortFormat)


def _kind_label(row: ListRow) -> str:
    return KINDS[row.kind].label


_TITLE = Column(
    "title",
    "Title",
    lambda row: row.title,
    lambda row: row.title.casefold().lstrip("[(“”\"'«‘ "),
    300,
)
_KIND = Column("kind", "Kind", _kind_label, _kind_label, 90)
_SPELLINGS = Column(
    "spellings",
    "Also spelt",
    lambda row: ", ".join(row.spellings),
    lambda row: -len(row.spellings) or None,
    190,
)
_TAGS = Column(
    "tags", "Tags", lambda row: ", ".join(row.tags), lambda row: ", ".join(row.tags).casefold(), 140
)
_PASSAGES = Column(
    "passages",
    "Passages",
    lambda row: str(row.passages or ""),
    lambda row: row.passages or None,
    80,
    number=True,
)
_MODIFIED = Column(
    "modified",
    "Changed",
    lambda row: _moment(row.modified),
    lambda row: row.modified,
    130,
    hidden=True,
)
_TRASHED = Column(
    "trashed", "Thrown away", lambda row: _moment(row.trashed), lambda row: row.trashed, 150
)
_ACCOUNTS = Column(
    "accounts",
    "Accounts",
    lambda row: str(row.accounts or ""),
    lambda row: row.accounts or None,
    80,
    number=True,
)
_CERTAINTY = Column(
    "certainty",
    "Verdict",
    lambda row: row.certainty.replace("-", " "),
    lambda row: row.certainty,
    130,
)
_DISPUTED = Column(
    "disputed",
    "Disputed",
    lambda row: "⚖ disputed" if row.disputed else "",
    lambda row: not row.disputed or None,
    90,
)
