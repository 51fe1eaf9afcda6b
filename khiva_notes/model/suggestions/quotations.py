"""Quotations in running text, and who is said to speak in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from khiva_notes.model.names.candidates import Candidate, candidates
from khiva_notes.model.sentences import sentence_at
from khiva_notes.model.texts import TextBody

_PAIRS = (("“", "”"), ("«", "»"), ("„", "“"), ('"', '"'))
_LONGEST = 3000
_FEWEST_WORDS = 5
_REACH = 240
_AFTER = 90
_SAYING = re.compile(
    r"\b(?:wr(?:ote|ites|itten)|sa(?:id|ys)|told|tells|stat(?:ed|es)|not(?:ed|es)|recall(?:ed|s)"
    r"|report(?:ed|s)|declar(?:ed|es)|claim(?:ed|s)|answer(?:ed|s)|repli(?:ed|es)|add(?:ed|s)"
    r"|according to|in (?:his|her|their) (?:memoirs|diary|letter|report|words)|remark(?:ed|s)"
    r"|пис[аи]л[аи]?|пишет|сказал[аи]?|говорил[аи]?|говорит|отме(?:чал|тил|чает)[аи]?"
    r"|заявил[аи]?|заявляет|вспомина(?:л[аи]?|ет)|сообща(?:л[аи]?|ет)|по словам|согласно"
    r"|ответил[аи]?|указыва(?:л[аи]?|ет))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words without their quotation marks, and where their speaker is named, if anywhere."""

    start: int
    end: int
    speaker: tuple[int, int] | None


def find_quotations(body: TextBody) -> list[Quotation]:
    """Find the quotations of a text, in reading order: of five words or more, or set off as such.

    A quotation may run over paragraphs if its marks have an opening and a closing form.
    """
    found = [Quotation(start, end, _speaker(body.text, start, end)) for start, end in _spans(body)]
    return sorted(found, key=lambda quotation: quotation.start)


def _spans(body: TextBody) -> Iterator[tuple[int, int]]:
    taken = 0
    text = body.text
    opening = re.compile('[“«„"]')
    place = 0
    while match := opening.search(text, place):
        place = match.end()
        end = _closing(text, match[0], place)
        if end < 0 or (match[0] == '"' and "\n" in text[place:end]):
            continue
        if len(text[place:end].split()) >= _FEWEST_WORDS:
            yield place, end
            taken = end
        place = end + 1
    for block in body.blocks:
        words = text[block.start : block.end]
        if block.kind == "quotation" and len(words.split()) >= _FEWEST_WORDS and block.end > taken:
            yield block.start, block.end


def _closing(text: str, opening: str, place: int) -> int:
    """Return where a quotation's marks close, or -1; an opening mark after a letter closes too."""
    closing = next(pair[1] for pair in _PAIRS if pair[0] == opening)
    marks = re.compile(f"[{opening}{closing}]")
    for match in marks.finditer(text, place, place + _LONGEST):
        if match[0] == closing or not text[match.start() - 1].isspace():
            return match.start()
    return -1


def _speaker(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Look for a word of saying and the name that goes with it, before the quotation or after."""
    before = max(0, text.rfind("\n", 0, max(0, start - 1)) + 1, start - _REACH)
    sentence, _ = sentence_at(text, max(0, start - 2))
    named = _named(text, max(before, min(sentence, start)), start) or _named(text, before, start)
    if named:
        return named
    stop = text.find("\n", end + 1)
    return _named(text, end + 1, min(end + _AFTER, stop if stop >= 0 else len(text)))


def _named(text: str, start: int, end: int) -> tuple[int, int] | None:
    words = text[start:end]
    said = list(_SAYING.finditer(words))
    if not said:
        return None
    people = [one for one in candidates(words) if _may_speak(one)]
    if not people:
        return None
    cue = said[-1]
    chosen = min(people, key=lambda one: _apart(one, cue))
    return start + chosen.start, start + chosen.end


def _apart(one: Candidate, cue: re.Match[str]) -> int:
    """Who speaks is mostly named before the word of saying, else at once after it."""
    if one.end <= cue.start():
        return cue.start() - one.end
    return 2 * max(0, one.start - cue.end()) + 10


def _may_speak(one: Candidate) -> bool:
    return any(char.islower() for char in one.text) or "." in one.text
