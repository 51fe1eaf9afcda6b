"""The order of events as a sentence gives it: "after", "before", "the next day".

Only what grammar makes plain is offered, and only as a proposal: the subordinate clause that
"after" or "before" opens against the rest of its sentence, and a sentence that begins with "the
next day" against the one before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from khiva_notes.model.sentences import sentence_starts

_AFTER = r"after|(?<!the )following|once|as soon as|после того,? как|после"
_BEFORE = "before|prior to|on the eve of|до того,? как|прежде чем|перед тем,? как|перед|накануне"
_CLAUSE = re.compile(rf"\b(?:(?P<after>{_AFTER})|(?P<before>{_BEFORE}))\b(?=\s)", re.IGNORECASE)
_BACK = re.compile(
    r"^[\s\"“«(]*(?:and |but |и |а |но )?"
    r"(?:(?:on )?the (?:next|following) (?:day|morning|night|week|month|year)"
    r"|the day after|next (?:day|morning|day,)|after (?:this|that|which)|then|afterwards|thereafter"
    r"|subsequently|soon after(?:wards)?|later|a (?:day|week|month|year) later"
    r"|на (?:следующий|другой) день|на следующее утро|после этого|затем|потом|вскоре"
    r"|позднее|позже)\b",
    re.IGNORECASE,
)
_MIDWAY = re.compile(
    r"\b(?:and |и )?(?:on )?(?:the (?:next|following) (?:day|morning|night)|the day after"
    r"|на следующий день)\b",
    re.IGNORECASE,
)
_NOT_TIME = re.compile(
    r"^\s+(?:all|him|her|them|whom|the court|the law|the throne)\b", re.IGNORECASE
)
_THIS = re.compile(r"^\s+(?:this|that|which|этого|того)\b(?!,? как)", re.IGNORECASE)

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """An event as words of the text tell it: where they stand, and the key of its card."""

    start: int
    end: int
    event: str


@dataclass(frozen=True, slots=True)
class OrderCue:
    """That one event came before another by the words of a text.

    ``words`` are those that say so ("the next day"); ``start`` and ``end`` span what one has to
    read to see it: a sentence or two.
    """

    earlier: str
    later: str
    words: str
    start: int
    end: int


def order_cues(text: str, told: Sequence[Told]) -> list[OrderCue]:
    """Read the order of the events told in a text from its words, in reading order.

    An event that is told on both sides of a word proves nothing by it; the same order twice is
    given once, at its first place.
    """
    starts = sentence_starts(text)
    by_sentence: dict[int, list[Told]] = {}
    for each in sorted(told, key=lambda one: (one.start, one.end)):
        first = bisect_right(starts, each.start) - 1
        if bisect_right(starts, max(each.start, each.end - 1)) - 1 == first:
            by_sentence.setdefault(first, []).append(each)
    found: dict[tuple[str, str], OrderCue] = {}
    for number, events in sorted(by_sentence.items()):
        end = starts[number + 1] if number + 1 < len(starts) else len(text)
        sentence = (starts[number], end)
        cues = [*_in_sentence(text, sentence, events)]
        before = by_sentence.get(number - 1)
        if before:
            cues += _from_the_one_before(text, starts[number - 1], sentence, before, events)
        for cue in cues:
            if cue.earlier != cue.later and (cue.later, cue.earlier) not in found:
                found.setdefault((cue.earlier, cue.later), cue)
    return list(found.values())


def _in_sentence(text: str, sentence: Span, events: Sequence[Told]) -> Iterator[OrderCue]:
    start, end = sentence
    for match in _CLAUSE.finditer(text, start, end):
        rest = text[match.end() : end]
        if _NOT_TIME.match(rest) or _THIS.match(rest):
            continue
        clause = (match.start(), _clause_end(text, match.end(), end, match.start() - start < 3))
        inside = [each for each in events if clause[0] <= each.start and each.end <= clause[1]]
        outside = [each for each in events if each.end <= clause[0] or each.start >= clause[1]]
        yield from _pairs(inside, outside, bool(match["after"]), match[0], (start, end))
    for match in _MIDWAY.finditer(text, start, end):
        earlier = [each for each in events if each.end <= match.start()]
        later = [each for each in events if each.start >= match.start()]
        if earlier and later:
            yield from _pairs(earlier[-1:], later[:1], True, match[0], (start, end))


def _from_the_one_before(
    text: str, begin: int, sentence: Span, before: Sequence[Told], events: Sequence[Told]
) -> Iterator[OrderCue]:
    match = _BACK.match(text[sentence[0] : sentence[1]])
    if match:
        yield from _pairs(before[-1:], events[:1], True, match[0], (begin, sentence[1]))


def _clause_end(text: str, start: int, end: int, opens: bool) -> int:
    """A clause at a sentence's head ends at its comma, one within at the next stop of any sort."""
    stops = re.compile(r"[,;]" if opens else r"[;]")
    match = stops.search(text, start, end)
    return match.start() if match else end


def _pairs(
    first: Sequence[Told], second: Sequence[Told], forward: bool, words: str, span: Span
) -> Iterator[OrderCue]:
    keys = {each.event for each in first} & {each.event for each in second}
    words = " ".join(words.strip(' "“«(').split())
    for one in first:
        for other in second:
            if one.event not in keys and other.event not in keys:
                earlier, later = (one, other) if forward else (other, one)
                yield OrderCue(earlier.event, later.event, words, *span)
