"""States, stances and values in the words in which every export says them."""

from __future__ import annotations

from collections.abc import Sequence

from khiva_notes.model.comparison import ComparedCell, Comparison, Row
from khiva_notes.model.conflicts import State
from khiva_notes.model.dates import HistoricalDate, describe
from khiva_notes.model.disputes import Stance

STATE_WORDS: dict[State, str] = {
    "agree": "agree",
    "compatible": "compatible",
    "conflict": "conflict",
    "single": "only one speaks",
    "silent": "silent",
}

STATE_GLYPHS: dict[State, str] = {
    "agree": "●",
    "compatible": "◐",
    "conflict": "✕",
    "single": "◇",
    "silent": "○",
}

STANCE_WORDS: dict[Stance, str] = {
    "asserts": "asserts",
    "denies": "denies",
    "silent": "silent",
    "out-of-scope": "out of scope",
    "not-read": "not yet read",
}

CERTAINTY_WORDS = {
    "proven": "proven",
    "probable": "probable",
    "possible": "possible",
    "undecided": "undecided",
    "cannot-be-decided": "cannot be decided",
}


def state(row: Row) -> str:
    """Return a row's state as a shape and a word, so that it never hangs on colour."""
    return f"{STATE_GLYPHS[row.state]} {STATE_WORDS[row.state]}"


def certainty(value: str) -> str:
    """Return a verdict's certainty in words."""
    return CERTAINTY_WORDS.get(value, value.replace("-", " "))


def said(cell: ComparedCell) -> str:
    """Return what a cell says in plain text: the value, a denial, or why there is none."""
    words = value(cell)
    if cell.stance == "asserts":
        return words or "asserts it"
    if cell.stance == "denies":
        return f"denies: {words}" if words else "denies it"
    return f"({STANCE_WORDS[cell.stance]})"


def value(cell: ComparedCell) -> str:
    """Return a cell's value; failing that its paraphrase, its card's title or the words quoted."""
    if cell.value.strip():
        return cell.value
    if cell.cell and cell.cell.paraphrase.strip():
        return cell.cell.paraphrase
    if cell.card:
        return cell.card.title
    return f"“{cell.quotes[0].passage.exact}”" if cell.quotes else ""


def speaks(cell: ComparedCell) -> bool:
    """Whether the account says anything on the aspect, for or against."""
    return cell.stance in ("asserts", "denies")


def date(when: HistoricalDate) -> str:
    """Return a date as understood, with the words as written, how it was inferred, and why."""
    said = describe(when)
    extras = []
    if when.original and when.original.casefold() not in said.casefold():
        extras.append(f"“{when.original}”")
    if when.inferred and "inferred" not in said:
        extras.append("inferred")
    if when.note:
        extras.append(when.note.strip().rstrip("."))
    return f"{said} ({'; '.join(extras)})" if extras else said


def within(label: str) -> str:
    """Return a label for the middle of a sentence: its article small."""
    article, blank, rest = label.partition(" ")
    return f"{article.lower()} {rest}" if blank and article in ("The", "A", "An") else label


def begun(text: str) -> str:
    """Return words as a sentence begins, the first letter large."""
    return text[:1].upper() + text[1:]


def listed(parts: Sequence[str]) -> str:
    """Join words as a sentence does: ``A, B and C``."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def labels(comparison: Comparison) -> list[str]:
    """Return the columns' labels, none of them empty and no two the same."""
    result: list[str] = []
    for number, column in enumerate(comparison.columns, start=1):
        label = column.account.label.strip() or (column.voice.title if column.voice else "")
        label = label or (column.source.title if column.source else "") or f"Account {number}"
        while label in result:
            label = f"{label} ({number})"
        result.append(label)
    return result


def count(number: int, one: str, many: str = "") -> str:
    """Return ``3 quotations``, ``1 quotation``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
