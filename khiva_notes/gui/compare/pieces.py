"""What a cell or a head of the table says, as pieces of text, each in a style of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from khiva_notes.gui.theme import STATE_SIGNS, STATE_WORDS
from khiva_notes.model.comparison import Column, ComparedCell, Quote, Row
from khiva_notes.model.conflicts.independence import Independence
from khiva_notes.model.dates import describe
from khiva_notes.model.disputes import Stance
from khiva_notes.model.witness import hand
from khiva_notes.services.collation import CellMarks
from khiva_notes.services.dispute_reading import Witness

Style = Literal[
    "value", "denial", "silence", "unread", "quote", "cite", "note", "name", "muted", "state"
]


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph: its words and style, and the most lines it may take (0 for all of them).

    ``state`` is whose colour a piece of style "state" has; ``marks`` are spans of words, in code
    points, that differ from another text.
    """

    text: str
    style: Style
    most: int = 0
    state: str = ""
    marks: tuple[tuple[int, int], ...] = ()


QUOTE_LINES = 4
"""Lines of a quotation shown in a cell until one asks for more."""

_UNSAID: dict[Stance, str] = {
    "silent": "says nothing of it",
    "out-of-scope": "does not reach so far",
    "not-read": "not yet read",
}


def tr(words: str) -> str:
    """Translate a phrase of the comparison."""
    return QCoreApplication.translate("Comparison", words)


def unsaid(stance: Stance) -> str:
    """Return the words for an account that does not speak on an aspect."""
    return tr(_UNSAID[stance])


def cell_pieces(
    cell: ComparedCell, *, whole: bool = False, marks: CellMarks = ()
) -> tuple[Piece, ...]:
    """Return what a cell shows; ``whole`` quotations are not cut short.

    ``marks`` are, for each quotation, the words that differ from another account's.
    """
    found: list[Piece] = []
    most = 0 if whole else QUOTE_LINES
    if cell.stance == "not-read" and not cell.quotes:
        return (Piece(unsaid("not-read"), "unread"),)
    if cell.stance not in ("asserts", "denies"):
        found.append(Piece(unsaid(cell.stance), "silence"))
    elif cell.stance == "denies":
        found.append(Piece(tr("denies"), "denial"))
    value = value_of(cell)
    if value:
        found.append(Piece(value, "value"))
    elif cell.stance == "asserts" and not cell.quotes:
        found.append(Piece(tr("asserts it"), "value"))
    if cell.cell and cell.cell.paraphrase.strip() and cell.cell.paraphrase.strip() != value:
        found.append(Piece(cell.cell.paraphrase.strip(), "note", most))
    for number, quote in enumerate(cell.quotes):
        words = " ".join(quote.passage.exact.split())
        differing = marks[number] if number < len(marks) else ()
        found.append(Piece(words, "quote", most, "", differing))
        found.append(Piece(quote.citation, "cite", 1))
    return tuple(found)


def value_of(cell: ComparedCell) -> str:
    """Return the value in the reader's words, else its card's title, date or figure."""
    if cell.value.strip() or cell.cell is None:
        return cell.value.strip()
    if cell.card is not None:
        return cell.card.title
    if cell.cell.date is not None:
        return describe(cell.cell.date)
    if cell.cell.number is not None:
        number = cell.cell.number
        low, high = f"{number.low:,.12g}", f"{number.high:,.12g}"
        return f"{low if low == high else f'{low}–{high}'} {number.unit}".strip()
    return ""


def aspect_pieces(row: Row, after: str = "") -> tuple[Piece, ...]:
    """Return what the head of an aspect shows: its name, and its state in a shape and a word.

    ``after`` is the state it would have without the accounts that are left out, if another.
    """
    sign, word = STATE_SIGNS[row.state], tr(STATE_WORDS[row.state])
    if not after or after == row.state:
        return Piece(row.aspect.name, "name"), Piece(f"{sign} {word}", "state", 1, row.state)
    then = f"→ {STATE_SIGNS[after]} {tr(STATE_WORDS[after])}"
    return (
        Piece(row.aspect.name, "name"),
        Piece(f"{sign} {word}", "muted", 1),
        Piece(then, "state", 2, after),
    )


def account_pieces(
    column: Column, witness: Witness, *, pinned: bool = False, left_out: bool = False
) -> tuple[Piece, ...]:
    """Return what the head of an account shows: who speaks, where, how they know, and when."""
    account = column.account
    found = [Piece(f"⚲ {account.label}" if pinned else account.label, "name", 2)]
    if left_out:
        found.append(Piece(tr("left out for the moment"), "denial", 1))
    if column.voice is not None and column.voice.title.casefold() != account.label.casefold():
        found.append(Piece(column.voice.title, "muted", 1))
    if column.source is not None:
        found.append(Piece(f"▤ {column.source.title}", "muted", 1))
    known = [] if account.how_known == "unknown" else [account.how_known.replace("-", " ")]
    if hand(witness.links):
        known.append(hand(witness.links))
    if known:
        found.append(Piece(" · ".join(known), "muted", 1))
    when = written_words(witness)
    if when:
        found.append(Piece(when, "muted", 2))
    if column.bases:
        found.append(Piece(tr("draws on {}").format(", ".join(column.bases)), "muted", 2))
    return tuple(found)


def written_words(witness: Witness) -> str:
    """Return when an account was written, and how long after the event that was."""
    if witness.written is None:
        return tr("written in {}").format(witness.place.title) if witness.place else ""
    when = describe(witness.written) or f"“{witness.written.original}”"
    words = tr("written {}").format(when)
    if witness.distance is not None and witness.distance.words:
        words += f", {witness.distance.words}"
    if witness.nearness is not None:
        words += f", {witness.nearness.words}"
    elif witness.place is not None:
        words += tr(", in {}").format(witness.place.title)
    return words


def cell_words(cell: ComparedCell) -> str:
    """Return a cell in plain words, as a screen reader says it."""
    pieces = cell_pieces(cell, whole=True)
    return " ".join(f"“{p.text}”" if p.style == "quote" else p.text for p in pieces)


def quote_words(quote: Quote) -> str:
    """Return a quotation with its citation, as it is copied."""
    return f"“{quote.passage.exact}” ({quote.citation})"


def independence_words(found: Independence) -> str:
    """Return how many voices are independent, in the model's own words."""
    return found.why
