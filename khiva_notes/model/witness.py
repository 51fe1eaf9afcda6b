"""How far a witness stands from what is told: in time, and in the number of mouths between."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from khiva_notes.model.dates import HistoricalDate
from khiva_notes.model.disputes import Account

_DAYS_A_MONTH = 30.44
_DAYS_A_YEAR = 365.2425
_FIRST_HAND = ("eyewitness", "participant")
_HANDS = ("first", "second", "third", "fourth", "fifth", "sixth")


@dataclass(frozen=True, slots=True)
class Distance:
    """Days from an event to the writing, at least and at most; None where that side is open.

    Negative days mean that the writing came first. ``words`` say the same in a phrase.
    """

    least: int | None
    most: int | None
    words: str


def distance(event: HistoricalDate | None, written: HistoricalDate | None) -> Distance | None:
    """Tell how long after an event something was written; None where a date has no days at all."""
    if event is None or written is None:
        return None
    least = _between(event.latest, written.earliest)
    most = _between(event.earliest, written.latest)
    if least is None and most is None:
        return None
    return Distance(least, most, _words(least, most))


def links(account: Account, others: Mapping[int, Account]) -> int | None:
    """Count the mouths between an event and this account; None where nobody knows.

    An eyewitness who draws on no one has none. Each account or source that one draws on adds a
    link, and so does hearsay; circles are cut where they close.
    """
    depth = _depth(account, others, frozenset())
    return depth if account.how_known in _FIRST_HAND else depth or None


@dataclass(frozen=True, slots=True)
class Nearness:
    """How far from an event an account was written, as far as cards of places tell.

    ``steps``: 0 there, 1 one place within the other, 2 both within a third, 3 elsewhere; it sorts
    witnesses from near to far. ``words`` say the same.
    """

    steps: int
    words: str


def nearness(
    written_at: str,
    event_at: Collection[str],
    wholes: Mapping[str, Collection[str]],
    titles: Mapping[str, str],
) -> Nearness | None:
    """Tell how near an account was written to an event's places, by keys of their cards.

    ``wholes`` gives what each place is part of, all the way up. None where either is not known.
    """
    if not written_at or not event_at:
        return None
    here, title = set(wholes.get(written_at, ())), titles.get(written_at, written_at)
    if written_at in event_at:
        return Nearness(0, "on the spot")
    for place in event_at:
        if place in here:
            return Nearness(1, f"in {title}, within {titles.get(place, place)}")
        if written_at in wholes.get(place, ()):
            return Nearness(1, f"in {title}, round {titles.get(place, place)}")
    shared = {whole for place in event_at for whole in wholes.get(place, ()) if whole in here}
    if shared:
        closest = max(sorted(shared), key=lambda key: len(wholes.get(key, ())))
        return Nearness(2, f"in {title}, also within {titles.get(closest, closest)}")
    return Nearness(3, f"elsewhere, in {title}")


def hand(count: int | None) -> str:
    """Say a number of links as one does: at first hand, at second hand; "" for None."""
    if count is None:
        return ""
    return f"at {_HANDS[min(count, len(_HANDS) - 1)]} hand"


def _depth(account: Account, others: Mapping[int, Account], seen: frozenset[int]) -> int:
    if account.id in seen:
        return 0
    seen |= {account.id}
    longest = 1 if account.basis_source_ids or account.how_known == "hearsay" else 0
    for basis in account.basis_account_ids:
        if basis in others and basis not in seen:
            longest = max(longest, 1 + _depth(others[basis], others, seen))
    return longest


def _between(first: int | None, second: int | None) -> int | None:
    return None if first is None or second is None else second - first


def _words(least: int | None, most: int | None) -> str:
    if least is None or most is None:
        known = least if least is not None else most
        assert known is not None
        bound = "at least" if least is not None else "at most"
        return f"{bound} {_span(abs(known), abs(known))} {'before' if known < 0 else 'later'}"
    if least == most == 0:
        return "the same day"
    if most < 0:
        return f"{_span(-most, -least)} before"
    if least < 0:
        reach = _span(max(-least, most), max(-least, most))
        return f"within {reach} of it" if reach else "about then"
    return f"{_span(least, most)} later"


def _span(least: int, most: int) -> str:
    """Write a range of days in the unit that suits its far end."""
    if most < 60:
        return _range(least, most, "day")
    if most < 2 * _DAYS_A_YEAR:
        return _range(round(least / _DAYS_A_MONTH), round(most / _DAYS_A_MONTH), "month")
    return _range(round(least / _DAYS_A_YEAR), round(most / _DAYS_A_YEAR), "year")


def _range(low: int, high: int, unit: str) -> str:
    if low == high:
        return f"{high} {unit}" if high == 1 else f"{high} {unit}s"
    return f"{low} to {high} {unit}s" if low else f"up to {high} {unit}{'' if high == 1 else 's'}"
