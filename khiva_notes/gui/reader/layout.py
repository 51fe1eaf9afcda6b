"""Where the slips of the card column stand: beside their words, in order, never on one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wish:
    """Where a slip would like to begin, and how high it is, in pixels."""

    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Placement:
    """The slips from ``first`` on that find room, and where each of them begins."""

    first: int
    tops: tuple[float, ...]

    @property
    def last(self) -> int:
        """The number after the last slip that finds room."""
        return self.first + len(self.tops)


def place(
    wishes: Sequence[Wish], top: float, bottom: float, *, gap: float = 4, anchor: int | None = None
) -> Placement:
    """Place slips between ``top`` and ``bottom``, ``gap`` apart, in the order given.

    The anchor, if any, stands where it wishes as nearly as there is room, and always has room;
    the others give way. Without one the first slips that fit are shown. Those for which there is
    no room are left out at the ends.
    """
    if not wishes:
        return Placement(0, ())
    if anchor is None:
        first, last = _that_fit(wishes, top, bottom, gap)
        return Placement(first, _settle(wishes[first:last], top, bottom, gap))
    total = sum(wish.height for wish in wishes) + gap * (len(wishes) - 1)
    if total <= bottom - top:
        return Placement(0, _round(wishes, anchor, top, bottom, gap))
    height = wishes[anchor].height
    at = min(max(wishes[anchor].top, top), max(top, bottom - height))
    first, room = anchor, at - top
    while first > 0 and wishes[first - 1].height + gap <= room:
        first -= 1
        room -= wishes[first].height + gap
    last, room = anchor + 1, bottom - at - height
    while last < len(wishes) and wishes[last].height + gap <= room:
        room -= wishes[last].height + gap
        last += 1
    return Placement(first, _round(wishes[first:last], anchor - first, top, bottom, gap))


def _that_fit(wishes: Sequence[Wish], top: float, bottom: float, gap: float) -> tuple[int, int]:
    room, last = bottom - top, 0
    while last < len(wishes) and (last == 0 or wishes[last].height + gap <= room):
        room -= wishes[last].height + (gap if last else 0)
        last += 1
    return 0, last


def _settle(wishes: Sequence[Wish], top: float, bottom: float, gap: float) -> tuple[float, ...]:
    """Push down those that would lie on one another, then up those that stick out below."""
    tops: list[float] = []
    edge = top
    for wish in wishes:
        tops.append(max(wish.top, edge))
        edge = tops[-1] + wish.height + gap
    edge = bottom
    for number in range(len(tops) - 1, -1, -1):
        tops[number] = max(top, min(tops[number], edge - wishes[number].height))
        edge = tops[number] - gap
    return tuple(tops)


def _round(
    wishes: Sequence[Wish], anchor: int, top: float, bottom: float, gap: float
) -> tuple[float, ...]:
    """Stand the anchor as near its wish as the others' room allows, and settle both sides."""
    above = sum(wish.height + gap for wish in wishes[:anchor])
    below = sum(wish.height + gap for wish in wishes[anchor + 1 :])
    height = wishes[anchor].height
    at = max(top + above, min(wishes[anchor].top, bottom - below - height))
    before = _settle(wishes[:anchor], top, at - gap, gap)
    after = _settle(wishes[anchor + 1 :], at + height + gap, bottom, gap)
    return (*before, at, *after)
