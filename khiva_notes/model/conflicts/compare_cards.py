"""Whether two persons, or two places, can be one, through cards and all their spellings."""

from __future__ import annotations

from khiva_notes.model.conflicts.compare_names import is_bare_name
from khiva_notes.model.conflicts.compare_texts import compare_texts
from khiva_notes.model.conflicts.showing import value_words
from khiva_notes.model.conflicts.statement import Judged, Statement
from khiva_notes.model.conflicts.wording import quoted


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
    if found.relation == "contradictory" and is_bare_name(_bare(a)) and is_bare_name(_bare(b)):
        return Judged("contradictory", f"{_name(a)} and {_name(b)} are not one name")
    return found


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


def _bare(statement: Statement) -> str:
    return statement.value if not statement.names else statement.names[0]


def _name(statement: Statement) -> str:
    return quoted(statement.names[0] if statement.names else value_words(statement))


def _spellings(a: Statement, b: Statement) -> str:
    """Say why two are likely one by their names alone; "" where the names do not say so."""
    from khiva_notes.model.names import same_person_likely  # loads slowly

    names_a, names_b = a.names or (a.value,), b.names or (b.value,)
    if not all(names_a) or not all(names_b):
        return ""
    likely = same_person_likely(names_a, names_b)
    return "; ".join(likely.reasons) if likely else ""
