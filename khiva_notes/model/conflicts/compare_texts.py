"""Whether two free wordings of one thing can both be true, as far as words alone can tell.

No program can prove free text contradictory. The rule: wordings that are equal but for spelling
are the same; one that contains the other is more precise; one that says no where the other says
yes contradicts it; all other wordings were set side by side by the reader as answers to one
question and differ, and the reader judges.
"""

from __future__ import annotations

from khiva_notes.model.conflicts.statement import Judged
from khiva_notes.model.conflicts.text_words import Word, missing, take_apart
from khiva_notes.model.conflicts.wording import listed, quoted


def compare_texts(a: str, b: str) -> Judged:
    """Compare two wordings; what only differs in words comes back as not ``proven``."""
    if a.strip().casefold() == b.strip().casefold():
        return Judged("same", f"both say {quoted(a)}")
    one, other = take_apart(a), take_apart(b)
    if not one.words or not other.words:
        empty = a if not one.words else b
        return Judged("unknown", f"{quoted(empty)} has no word that could be compared")
    extra, lacking = missing(one.words, other.words), missing(other.words, one.words)
    if one.negated != other.negated:
        return _negated(a, b, extra, lacking, one.negated)
    if not extra and not lacking:
        return _same_words(a, b, one.words, other.words)
    if not lacking:
        return _finer(a, b, extra, "first")
    if not extra:
        return _finer(b, a, lacking, "second")
    if len(extra) == len(one.words):
        return Judged(
            "contradictory",
            f"{quoted(a)} and {quoted(b)} have no word in common; whether both can be true is the"
            " reader's to judge",
            proven=False,
        )
    return Judged(
        "contradictory",
        f"{quoted(a)} and {quoted(b)} differ in wording ({_words(extra)} against"
        f" {_words(lacking)}); whether both can be true is the reader's to judge",
        proven=False,
    )


def _same_words(a: str, b: str, one: tuple[Word, ...], other: tuple[Word, ...]) -> Judged:
    """The order of the words can turn who did what to whom."""
    if missing(one[:1], other[:1]) or any(
        missing((x,), (y,)) for x, y in zip(one, other, strict=True)
    ):
        return Judged(
            "compatible", f"{quoted(a)} and {quoted(b)} are the same words in another order"
        )
    return Judged("same", f"{quoted(a)} and {quoted(b)} differ only in spelling or small words")


def _finer(fine: str, coarse: str, extra: list[Word], which: str) -> Judged:
    return Judged(
        "compatible",
        f"{quoted(fine)} is more precise than {quoted(coarse)}, which lacks {_words(extra)}",
        finer="first" if which == "first" else "second",
    )


def _negated(a: str, b: str, extra: list[Word], lacking: list[Word], first_says_no: bool) -> Judged:
    yes, no = (b, a) if first_says_no else (a, b)
    added_by_yes, added_by_no = (lacking, extra) if first_says_no else (extra, lacking)
    if not added_by_no:
        return Judged("contradictory", f"{quoted(no)} says no to {quoted(yes)}")
    if not added_by_yes:
        return Judged("compatible", f"{quoted(no)} rules out only a part of {quoted(yes)}")
    return Judged(
        "contradictory",
        f"{quoted(a)} and {quoted(b)} differ in wording, and {quoted(no)} says no; whether both"
        " can be true is the reader's to judge",
        proven=False,
    )


def _words(words: list[Word]) -> str:
    """Show at most three words, enough to see where the wordings part."""
    shown = [quoted(word.surface) for word in words[:3]]
    return listed(shown) if len(words) <= 3 else f"{', '.join(shown)} …"
