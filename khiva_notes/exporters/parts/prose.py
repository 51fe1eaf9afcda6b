"""A comparison told in sentences that give both sides: "According to ..., whereas ..."."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from khiva_notes.exporters.parts import words
from khiva_notes.exporters.parts.escape import inline
from khiva_notes.model.comparison import ComparedCell, Comparison, Quote, Row

Cite = Callable[[Sequence[Quote]], str]
"""Gives the text that follows a statement and says where it stands: notes, or brackets."""


@dataclass(slots=True)
class _Side:
    """Accounts that give the same answer, and the passages in which they do."""

    says: str
    denies: bool
    who: list[str] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)


def in_brackets(quotes: Sequence[Quote]) -> str:
    """Cite in brackets after the statement."""
    seen = list(dict.fromkeys(quote.citation for quote in quotes if quote.citation))
    return f" ({inline('; '.join(seen))})" if seen else ""


def tell(comparison: Comparison, cite: Cite = in_brackets) -> str:
    """Return a comparison as Markdown: a paragraph for each aspect, and one for the verdict."""
    names = words.labels(comparison)
    told = [_row(row, names, cite) for row in comparison.rows]
    return "\n\n".join([*told, *verdict(comparison)])


def verdict(comparison: Comparison) -> list[str]:
    """Return the paragraphs that say what the researcher concludes, none if nothing was."""
    if comparison.verdict is None:
        return []
    given = comparison.verdict
    sure = words.certainty(given.certainty)
    if comparison.elected:
        names = words.labels(comparison)
        ids = [column.account.id for column in comparison.columns]
        chosen = comparison.elected
        name = names[ids.index(chosen.id)] if chosen.id in ids else chosen.label
        parts = [f"The account of {inline(name)} is preferred ({sure})."]
    else:
        parts = [f"No account is preferred ({sure})."]
    if comparison.changed:
        parts.append("Since this was concluded, what it rests on has changed.")
    reasons = [inline(part, literal=False) for part in given.reasons.split("\n") if part.strip()]
    if reasons:
        parts.append(reasons[0])
    return [" ".join(parts), *reasons[1:]]


def _row(row: Row, names: Sequence[str], cite: Cite) -> str:
    aspect = inline(row.aspect.name)
    sides, silent, unread = _sides(row, names)
    if not sides:
        return _nobody(aspect, silent, unread)
    told = f"On *{aspect}*: {_spoken(row, sides, cite)}"
    if row.state in ("conflict", "compatible") and row.why:
        told += f" {_sentence(inline(row.why))}"
    if silent:
        told += f" {inline(words.listed(silent))} {'is' if len(silent) == 1 else 'are'} silent."
    return told


def _spoken(row: Row, sides: Sequence[_Side], cite: Cite) -> str:
    if len(sides) == 1 and row.state == "single":
        return f"only {_who(sides[0])} speaks of it: {_what(sides[0], cite)}."
    if len(sides) == 1 and len(sides[0].who) > 1:
        return f"{_who(sides[0])} agree: {_what(sides[0], cite)}."
    link = ", whereas according to " if row.state == "conflict" else ", and according to "
    accounts = [f"{_who(side)}, {_what(side, cite)}" for side in sides]
    return f"according to {link.join(accounts)}."


def _who(side: _Side) -> str:
    return inline(words.listed(side.who))


def _what(side: _Side, cite: Cite) -> str:
    says = inline(side.says).rstrip(".") or "it was so"
    return f"{'it is not true that: ' if side.denies else ''}{says}{cite(side.quotes)}"


def _nobody(aspect: str, silent: Sequence[str], unread: Sequence[str]) -> str:
    if silent and not unread:
        return f"On *{aspect}* no account says anything."
    return f"On *{aspect}* nothing has been entered yet."


def _sides(row: Row, names: Sequence[str]) -> tuple[list[_Side], list[str], list[str]]:
    sides: dict[tuple[str, bool], _Side] = {}
    silent: list[str] = []
    unread: list[str] = []
    for name, cell in zip(names, row.cells, strict=True):
        if not words.speaks(cell):
            (silent if cell.stance == "silent" else unread).append(name)
            continue
        side = sides.setdefault(_answer(cell), _Side(words.value(cell), cell.stance == "denies"))
        side.who.append(name)
        side.quotes += cell.quotes
    return list(sides.values()), silent, unread


def _answer(cell: ComparedCell) -> tuple[str, bool]:
    return words.value(cell).strip().casefold(), cell.stance == "denies"


def _sentence(text: str) -> str:
    begun = text[:1].upper() + text[1:]
    return begun if begun.endswith((".", "!", "?")) else f"{begun}."
