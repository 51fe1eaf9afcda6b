"""A comparison told in sentences that give both sides: "According to ..., whereas ..."."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from khiva_notes.exporters.parts import words
from khiva_notes.exporters.parts.escape import inline
from khiva_notes.model.comparison import Comparison, Quote, Row
from khiva_notes.model.disputes import Stance

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
    return "\n\n".join([*rows(comparison, cite), *verdict(comparison)])


def rows(comparison: Comparison, cite: Cite = in_brackets, *, literal: bool = False) -> list[str]:
    """Return the paragraphs that tell what the accounts say, one for each aspect.

    ``literal`` keeps pandoc's smart punctuation away, since a value may be a quotation.
    """
    names = words.labels(comparison)
    return [_Telling(row, names, cite, literal).paragraph() for row in comparison.rows]


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
        name = words.within(names[ids.index(chosen.id)] if chosen.id in ids else chosen.label)
        parts = [f"The account of {inline(name)} is preferred ({sure})."]
    else:
        parts = [f"No account is preferred ({sure})."]
    if comparison.changed:
        parts.append("Since this was concluded, what it rests on has changed.")
    reasons = [inline(part) for part in given.reasons.split("\n") if part.strip()]
    if reasons:
        parts.append(reasons[0])
    return [" ".join(parts), *reasons[1:]]


@dataclass(slots=True)
class _Telling:
    """One aspect on its way into a sentence."""

    row: Row
    names: Sequence[str]
    cite: Cite
    literal: bool

    def paragraph(self) -> str:
        sides = self._sides()
        silent = self._with_stance("silent")
        if sides:
            told = self._spoken(sides)
        elif len(silent) == len(self.names):
            told = "No account says anything of it."
        else:
            told = "Nothing has been entered yet."
        if sides and silent:
            who = words.begun(words.listed([words.within(name) for name in silent]))
            told += f" {inline(who)} {'is' if len(silent) == 1 else 'are'} silent."
        return f"*{_headed(self.row.aspect.name)}* {words.begun(told)}"

    def _spoken(self, sides: Sequence[_Side]) -> str:
        if len(sides) == 1 and self.row.state == "single":
            return f"only {_who(sides[0])} speaks of it: {self._what(sides[0])}."
        if len(sides) == 1 and len(sides[0].who) > 1:
            return f"{_who(sides[0])} agree: {self._what(sides[0])}."
        accounts = [f"according to {_who(side)}, {self._what(side)}" for side in sides]
        if self.row.state == "conflict" and len(accounts) > 1:
            accounts[1] = f"whereas {accounts[1]}"
            accounts[2:] = [f"and {account}" for account in accounts[2:]]
        else:
            accounts[1:] = [f"and {account}" for account in accounts[1:]]
        return f"{', '.join(accounts)}."

    def _what(self, side: _Side) -> str:
        says = inline(side.says, literal=self.literal).rstrip(".") or "it was so"
        return f"{'it is not true that: ' if side.denies else ''}{says}{self.cite(side.quotes)}"

    def _with_stance(self, stance: Stance) -> list[str]:
        both = zip(self.names, self.row.cells, strict=True)
        return [name for name, cell in both if cell.stance == stance]

    def _sides(self) -> list[_Side]:
        sides: dict[tuple[str, bool], _Side] = {}
        for name, cell in zip(self.names, self.row.cells, strict=True):
            if words.speaks(cell):
                denies = cell.stance == "denies"
                says = words.value(cell)
                side = sides.setdefault((says.strip().casefold(), denies), _Side(says, denies))
                side.who.append(name)
                side.quotes += cell.quotes
        return list(sides.values())


def _headed(aspect: str) -> str:
    name = words.begun(aspect.strip()) or "Unnamed aspect"
    return inline(name if name.endswith((".", "!", "?", ":")) else f"{name}.")


def _who(side: _Side) -> str:
    return inline(words.listed([words.within(name) for name in side.who]))
