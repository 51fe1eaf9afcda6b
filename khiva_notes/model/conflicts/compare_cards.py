"""Whether two persons, or two places, can be one, through cards and all their spellings."""

from __future__ import annotations

from khiva_notes.model.conflicts.compare_names import is_bare_name
from khiva_notes.model.conflicts.compare_texts import compare_texts
from khiva_notes.model.conflicts.showing import value_words
from khiva_notes.model.conflicts.statement import Judged, Statement
from khiva_notes.model.conflicts.wording import quoted

_APART = 60.0
"""Likeness below which two names are plainly two; between this and "likely" nothing is said."""


def compare_cards(a: Statement, b: Statement) -> Judged:
    """Compare two statements that name a person or a place."""
    if a.card and a.card == b.card:
        same = value_words(a).casefold() == value_words(b).casefold()
        return Judged("same", "the same name" if same else f"both mean {_name(a)}")
    if a.card and b.card:
        return _two_cards(a, b)
    likely = _spellings(a, b)
    if likely:
        return Judged("same", f"two spellings of one name ({likely})")
    found = compare_texts(a, b)
    plain = is_bare_name(value_words(a)) and is_bare_name(value_words(b))
    return _two_bare_names(a, b) if found.relation == "contradictory" and plain else found


def _two_bare_names(a: Statement, b: Statement) -> Judged:
    """Names that are far apart are two persons; those between may be one, as Lev and Leo."""
    from khiva_notes.model.names import likeness  # loads slowly

    nearest = max(
        (likeness(x, y) for x in _names(a) for y in _names(b)),
        key=lambda each: each.score,
    )
    if nearest.score < _APART:
        return Judged("contradictory", f"{_name(a)} and {_name(b)} are not one name")
    why = "; ".join(nearest.reasons)
    return Judged("unknown", f"{_name(a)} and {_name(b)} may be one name or two ({why})")


def _two_cards(a: Statement, b: Statement) -> Judged:
    if a.card in b.within:
        return Judged("compatible", f"{_name(b)} is part of {_name(a)}", "second")
    if b.card in a.within:
        return Judged("compatible", f"{_name(a)} is part of {_name(b)}", "first")
    likely = _spellings(a, b)
    if likely:
        return Judged(
            "compatible",
            f"{_name(a)} and {_name(b)} have a card each, but their names are alike ({likely}),"
            " so they may be one",
        )
    return Judged("contradictory", f"{_name(a)} and {_name(b)} are not the same")


def _name(statement: Statement) -> str:
    return quoted(statement.names[0] if statement.names else value_words(statement))


def _names(statement: Statement) -> tuple[str, ...]:
    """Give all spellings; a wording stands for a name only if it is nothing else."""
    if statement.names:
        return statement.names
    return (statement.value,) if is_bare_name(statement.value) else ()


def _spellings(a: Statement, b: Statement) -> str:
    """Say why two are likely one by their names alone; "" where the names do not say so."""
    from khiva_notes.model.names import same_person_likely  # loads slowly

    names_a, names_b = _names(a), _names(b)
    if not names_a or not names_b:
        return ""
    likely = same_person_likely(names_a, names_b)
    return "; ".join(likely.reasons) if likely else ""
