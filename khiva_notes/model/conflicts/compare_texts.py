"""Whether two free wordings of one thing can both be true, as far as words alone can tell.

No program can prove free text contradictory. The rule: wordings that are equal but for spelling
are the same; one that contains the other is more precise; one that says no where the other says
yes contradicts it; all other wordings were set side by side by the reader as answers to one
question and differ, and the reader judges.
"""

from __future__ import annotations

from khiva_notes.model.conflicts.showing import value_words
from khiva_notes.model.conflicts.statement import Judged, Statement
from khiva_notes.model.conflicts.text_words import Word, Wording, missing, same_word, take_apart
from khiva_notes.model.conflicts.wording import inside, listed, quoted

_READER = "whether both can be true is the reader's to judge"


def compare_texts(a: Statement, b: Statement) -> Judged:
    """Compare two wordings; what only differs in words comes back as not ``proven``."""
    text_a, text_b = value_words(a), value_words(b)
    if text_a.casefold() == text_b.casefold():
        return Judged("same", "the same words")
    one, other = take_apart(text_a), take_apart(text_b)
    if not one.words or not other.words:
        empty = text_b if one.words else text_a
        return Judged("unknown", f"{quoted(empty)} has no word that could be compared")
    extra, lacking = missing(one.words, other.words), missing(other.words, one.words)
    if one.negated != other.negated:
        return _negated(a, b, one.negated, extra, lacking)
    if not extra and not lacking:
        return _same_words(one, other)
    if not lacking:
        return Judged(
            "compatible",
            f"{inside(a.account)} says the same and more, with {_words(extra)}",
            "first",
        )
    if not extra:
        return Judged(
            "compatible",
            f"{inside(b.account)} says the same and more, with {_words(lacking)}",
            "second",
        )
    if len(extra) == len(one.words):
        return Judged("contradictory", f"no word in common; {_READER}", proven=False)
    return Judged(
        "contradictory",
        f"they differ in wording, {_words(extra)} against {_words(lacking)}; {_READER}",
        proven=False,
    )


def _same_words(one: Wording, other: Wording) -> Judged:
    """The order of the words can turn who did what to whom."""
    pairs = zip(one.words, other.words, strict=True)
    if all(same_word(x, y) for x, y in pairs):
        return Judged("same", "the wordings differ only in spelling or small words")
    return Judged("compatible", "the same words in another order")


def _negated(
    a: Statement, b: Statement, first_says_no: bool, extra: list[Word], lacking: list[Word]
) -> Judged:
    yes, no = (b, a) if first_says_no else (a, b)
    added_by_yes, added_by_no = (lacking, extra) if first_says_no else (extra, lacking)
    if not added_by_no:
        return Judged(
            "contradictory", f"{inside(no.account)} says no to what {inside(yes.account)} says"
        )
    if not added_by_yes:
        return Judged(
            "compatible",
            f"{inside(no.account)} rules out only a part of what {inside(yes.account)} says,"
            f" {_words(added_by_no)}",
        )
    return Judged(
        "contradictory",
        f"they differ in wording, and {inside(no.account)} says no; {_READER}",
        proven=False,
    )


def _words(words: list[Word]) -> str:
    """Show at most three words, enough to see where the wordings part."""
    shown = [quoted(word.surface) for word in words[:3]]
    return listed(shown) if len(words) <= 3 else f"{', '.join(shown)} …"
