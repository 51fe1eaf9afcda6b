"""A claim as the conflict finder sees it, and whether two claims answer the same question."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from khiva_notes.model.conflicts.figures.numerals import NUMERALS
from khiva_notes.model.conflicts.figures.tokens import plain
from khiva_notes.model.conflicts.statement import Statement
from khiva_notes.model.conflicts.text_words import take_apart

_ENOUGH = 0.6
"""Share of the shorter claim's words that must stand in the other for one question."""

Topic = frozenset[str]
"""What is said to have happened, as stems, without who, when and the answer."""


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

    @property
    def topic(self) -> Topic:
        """Give what the claim says happened, its names and its answer aside."""
        return _topic(self.words, self.statement.value)


def same_question(a: Topic, b: Topic) -> bool:
    """Tell whether two claims with these topics answer one question; False if one has none.

    A person was born on one day and died on another: both are a "when" of the person.
    """
    if not a or not b:
        return False
    return len(a & b) / min(len(a), len(b)) >= _ENOUGH


@lru_cache(maxsize=1 << 14)
def _topic(words: str, value: str) -> Topic:
    answer = {word.stem for word in take_apart(value).words}
    return frozenset(
        word.stem
        for word in take_apart(words).words
        if word.stem not in answer and not _is_figure(word.surface) and not word.sound
    )


def _is_figure(word: str) -> bool:
    """A number in the sentence is the answer in other words: no part of the question."""
    return word[0].isdigit() or plain(word) in NUMERALS
