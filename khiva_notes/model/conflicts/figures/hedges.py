"""Words round a figure that widen it, and by how much.

The widths are ours: no source says what its "about" means. They err on the wide side, because a
figure that is too narrow invents contradictions. "About" reaches a fifth both ways, "nearly" a
fifth down, "over" up to the double; "at least" up to ten times, "up to" and "under" down to
nothing. "Several", "hundreds" and the like are two to ten of what they count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Hedge = Literal["", "about", "nearly", "over", "at least", "at most"]

VAGUE_LOW, VAGUE_HIGH = 2.0, 10.0

_BEFORE: tuple[tuple[Hedge, str], ...] = (
    (
        "at least",
        r"at (?:the )?least|no(?:t)? (?:fewer|less) than|a minimum of|не менее(?: чем)?"
        r"|по меньшей мере|минимум|mindestens|wenigstens|nicht weniger als|au moins|pas moins de"
        r"|kamida",
    ),
    (
        "at most",
        r"at (?:the )?most|no(?:t)? more than|up to|as many as|fewer than|less than|under|below"
        r"|a maximum of|не более(?: чем)?|не больше|менее(?: чем)?|меньше|до|максимум|höchstens"
        r"|bis zu|weniger als|nicht mehr als|au plus|jusqu'à|moins de|pas plus de|ko'pi bilan",
    ),
    (
        "over",
        r"over|more than|upwards? of|above|in excess of|well over|свыше|более(?: чем)?|больше"
        r"|с лишним|über|mehr als|plus de|plus d'",
    ),
    ("nearly", r"nearly|almost|close to|just under|почти|без малого|fast|beinahe|nahezu|presque"),
    (
        "about",
        r"about|around|some|approximately|approx\.?|roughly|circa|c\.|ca\.?|~|≈|near|perhaps|maybe"
        r"|an estimated|estimated at|около|примерно|приблизительно|порядка|где-то|etwa|ungefähr"
        r"|rund|zirka|gegen|an die|environ|près de|quelque|taxminan|as good as",
    ),
)
_AFTER: tuple[tuple[Hedge, str], ...] = (
    ("at least", r"(?:or|and) (?:more|over|upwards?)|at (?:the )?least|и более|oder mehr|ou plus"),
    ("at most", r"at (?:the )?most|or (?:fewer|less)|или менее|oder weniger|ou moins"),
    ("over", r"[- ]?odd|с лишним|с лихвой|\+"),
    ("about", r"or so|or thereabouts|approximately|или около того|примерно|oder so"),
)
_VAGUE = (
    r"several|a few|some few|a number of|many|(?:a )?couple of|несколько|нескольких|многие|много"
    r"|einige|mehrere|ein paar|viele|quelques|plusieurs|bir necha"
)

_ENDS = r"(?![\w])"


def _compiled(
    table: tuple[tuple[Hedge, str], ...], start: str, end: str
) -> list[tuple[Hedge, re.Pattern[str]]]:
    return [(hedge, re.compile(f"{start}(?:{words}){end}", re.I)) for hedge, words in table]


_BEFORE_PATTERNS = _compiled(_BEFORE, r"(?:^|(?<=[\s(]))", r"\s*$")
_AFTER_PATTERNS = _compiled(_AFTER, r"^[\s,(]*", _ENDS)
_VAGUE_PATTERN = re.compile(rf"(?:^|(?<=[\s(]))(?:{_VAGUE})\s*$", re.I)


@dataclass(frozen=True, slots=True)
class Hedged:
    """A hedge and the text that is left without it."""

    hedge: Hedge
    rest: str


def hedge_before(text: str) -> Hedged:
    """Take a hedge off the end of what stands before a figure."""
    for hedge, pattern in _BEFORE_PATTERNS:
        match = pattern.search(text)
        if match:
            return Hedged(hedge, text[: match.start()])
    return Hedged("", text)


def hedge_after(text: str) -> Hedged:
    """Take a hedge off the beginning of what stands after a figure."""
    for hedge, pattern in _AFTER_PATTERNS:
        match = pattern.search(text)
        if match:
            return Hedged(hedge, text[match.end() :])
    return Hedged("", text)


def vague_before(text: str) -> str | None:
    """Take "several" off the end of what stands before a scale or a unit; None if not there."""
    match = _VAGUE_PATTERN.search(text)
    return text[: match.start()] if match else None


def widened(low: float, high: float, hedge: Hedge) -> tuple[float, float]:
    """Apply a hedge to a range."""
    if hedge == "about":
        return low * 0.8, high * 1.2
    if hedge == "nearly":
        return low * 0.8, high
    if hedge == "over":
        return low, high * 2
    if hedge == "at least":
        return low, high * 10
    if hedge == "at most":
        return 0.0, high
    return low, high
