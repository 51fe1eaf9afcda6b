"""Whether two persons, or two places, can be one, through cards and all their spellings."""

from __future__ import annotations

from khiva_notes.model.conflicts.compare_texts import compare_texts
from khiva_notes.model.conflicts.statement import Judged, Statement
from khiva_notes.model.conflicts.text_words import missing, take_apart
from khiva_notes.model.conflicts.wording import quoted


def compare_cards(a: Statement, b: Statement) -> Judged:
    """Compare two statements that name a person or a place."""
    if a.card and a.card == b.card:
        return _one_card(a, b)
    if a.card and b.card:
        return _two_cards(a, b)
    likely = _spellings(a, b)
    if likely is not None:
        return likely
    return compare_texts(a.value or shown(a), b.value or shown(b))


def shown(statement: Statement) -> str:
    """Give the words for what a statement names: the reader's, else the card's first name."""
    return statement.value.strip() or (statement.names[0] if statement.names else statement.card)


def _one_card(a: Statement, b: Statement) -> Judged:
    if shown(a).casefold() == shown(b).casefold():
        return Judged("same", f"both name {quoted(shown(a))}")
    return Judged("same", f"{quoted(shown(a))} and {quoted(shown(b))} are the same card")


def _two_cards(a: Statement, b: Statement) -> Judged:
    thing = a.value_type if a.value_type in ("person", "place") else "thing"
    if a.card in b.within:
        return Judged("compatible", f"{quoted(shown(b))} is part of {quoted(shown(a))}", "second")
    if b.card in a.within:
        return Judged("compatible", f"{quoted(shown(a))} is part of {quoted(shown(b))}", "first")
    likely = _spellings(a, b)
    if likely is not None:
        return Judged(
            "compatible",
            f"{quoted(shown(a))} and {quoted(shown(b))} are two cards, but their names are alike"
            f" ({likely.why}): they may be one {thing}",
        )
    return Judged(
        "contradictory", f"{quoted(shown(a))} and {quoted(shown(b))} are two different {thing}s"
    )


def _spellings(a: Statement, b: Statement) -> Judged | None:
    """Tell by their names alone that two are likely one; None where the names do not say so."""
    from khiva_notes.model.names.similarity import same_person_likely  # loads slowly

    names_a, names_b = a.names or (a.value,), b.names or (b.value,)
    if not all(names_a) or not all(names_b):
        return None
    likely = same_person_likely(names_a, names_b)
    if likely is None:
        return None
    return Judged("same", "; ".join(likely.reasons))


def contains_words(coarse: str, fine: str) -> bool:
    """Tell whether every telling word of one name stands in the other."""
    return not missing(take_apart(coarse).words, take_apart(fine).words)
