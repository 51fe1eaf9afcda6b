"""A claim as the conflict finder sees it, and whether two claims answer the same question."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from khiva_notes.model.conflicts.statement import Statement
from khiva_notes.model.conflicts.text_words import take_apart

_ENOUGH = 0.6
"""Share of the shorter claim's words that must stand in the other for one question."""


@dataclass(frozen=True, slots=True)
class ClaimStatement:
    """A claim's key, who says what of which aspect, and what it is about.

    ``events`` and ``others`` are the keys of the cards it is about; only where it is about no
    event do the others (persons, places, groups) count. ``words`` is the claim as a sentence.
    """

    key: str
    aspect: str
    statement: Statement
    events: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    words: str = ""

    @property
    def subjects(self) -> tuple[str, ...]:
        """Give the cards under which the claim is compared with others."""
        return self.events or self.others


def same_question(a: ClaimStatement, b: ClaimStatement) -> bool:
    """Tell from their words, values and names aside, whether two claims answer one question.

    A person was born on one day and died on another: both are a "when" of the person.
    """
    one = _topic(a.words, a.statement.value)
    other = _topic(b.words, b.statement.value)
    if not one or not other:
        return False
    return len(one & other) / min(len(one), len(other)) >= _ENOUGH


def answer_one_question(a: ClaimStatement, b: ClaimStatement) -> bool:
    """Tell the same, but give claims without words the benefit of the doubt."""
    if not a.words or not b.words:
        return True
    return same_question(a, b)


@lru_cache(maxsize=1 << 14)
def _topic(words: str, value: str) -> frozenset[str]:
    """Give the stems of what is said to have happened, without who, when and the answer."""
    answer = {word.stem for word in take_apart(value).words}
    return frozenset(
        word.stem
        for word in take_apart(words).words
        if word.stem not in answer and not word.stem[0].isdigit() and not word.sound
    )
