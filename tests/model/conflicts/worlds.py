"""Libraries of claims whose truth is arithmetic: what each allows is chosen before it is worded.

A claim is made from the set of days, figures, persons or places that it allows; only then is it
put into words. Two claims on one event truly conflict if nothing is allowed by both. So nothing of
the program's reading or judging goes into the truth. A day whose calendar is not named may be of
the old style; a month or a year is taken as it stands, as one does in practice.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = "January February March April May June July August September October November December"
_RUSSIAN = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
_OLD_STYLE = timedelta(days=13)
PEOPLE = {
    "Georgy Skalov": ("Georgy Skalov", "Георгий Скалов", "Georgii Skalov"),
    "Nikolai Shaidakov": ("Nikolai Shaidakov", "Николай Шайдаков", "Nikolay Shaydakov"),
    "Boris Kerbel": ("Boris Kerbel", "Борис Кербель"),
    "Stepan Galkin": ("Stepan Galkin", "Степан Галкин"),
    "Ivan Zaitsev": ("Ivan Zaitsev", "Иван Зайцев", "Ivan Zaytsev"),
    "Mikhail Tageev": ("Mikhail Tageev", "Михаил Тагеев"),
}
PLACES = {
    "Khiva": "Khorezm",
    "Porsu": "Khorezm",
    "Ilyali": "Khorezm",
    "Merv": "Transcaspia",
    "Kushka": "Transcaspia",
    "Khorezm": "",
    "Transcaspia": "",
}
"""Places, and what each is part of."""


@dataclass(frozen=True)
class Said:
    """A claim: how it was made, the words of its answer, and what it allows."""

    manner: str
    value: str
    allows: frozenset[object]


@dataclass(frozen=True)
class World:
    """One event with the claims on one aspect of it; ``title`` words the claims as sentences."""

    aspect: str
    title: str
    said: tuple[Said, ...]

    def conflicts(self) -> set[tuple[int, int]]:
        """The pairs of claims, by place, of which nothing is allowed by both."""
        return {
            (i, j)
            for j, b in enumerate(self.said)
            for i, a in enumerate(self.said[:j])
            if not a.allows & b.allows
        }


def worlds(seed: int, count: int) -> Iterator[World]:
    """Make events with two to four claims each; one seed gives one library."""
    chance = random.Random(seed)
    makers = (_days, _figures, _persons, _places)
    for number in range(count):
        yield makers[number % len(makers)](chance)


def _days(chance: random.Random) -> World:
    day = date(1917, 2, 1) + timedelta(days=chance.randrange(1400))
    said = []
    for _ in range(chance.randrange(2, 5)):
        off = chance.choice([0, 0, 0, 1, 3, 13, 40, 400])
        said.append(_dated(chance, day + timedelta(days=off)))
    return World("when", "The bridge was burnt", tuple(said))


def _dated(chance: random.Random, day: date) -> Said:
    manner = chance.choice(["named", "named", "old style", "new style", "Russian", "month", "year"])
    month = _MONTHS.split()[day.month - 1]
    if manner == "old style":
        old = day - _OLD_STYLE
        words = f"{old.day} {_MONTHS.split()[old.month - 1]} {old.year} (O.S.)"
        return Said(manner, words, frozenset([day]))
    if manner == "new style":
        return Said(manner, f"{day.day} {month} {day.year} (N.S.)", frozenset([day]))
    if manner == "month":
        days = [day.replace(day=1) + timedelta(days=n) for n in range(31)]
        return Said(
            manner, f"{month} {day.year}", frozenset(d for d in days if d.month == day.month)
        )
    if manner == "year":
        first = date(day.year, 1, 1)
        days = [first + timedelta(days=n) for n in range(366)]
        allowed = frozenset(each for each in days if each.year == day.year)
        return Said(manner, str(day.year), allowed)
    words = f"{day.day} {month} {day.year}"
    if manner == "Russian":
        words = f"{day.day} {_RUSSIAN.split()[day.month - 1]} {day.year} года"
    return Said(manner, words, _either(day))


def _either(day: date) -> frozenset[object]:
    """Where no calendar is named, the old one may be meant."""
    return frozenset([day, day + _OLD_STYLE])


def _figures(chance: random.Random) -> World:
    true = chance.randrange(2, 90) * 100
    said = []
    for _ in range(chance.randrange(2, 5)):
        count = true * chance.choice([1, 1, 1, 2, 3])
        manner = chance.choice(["exact", "exact", "about", "at least", "at most"])
        low, high = {
            "exact": (count, count),
            "about": (count * 85 // 100, count * 115 // 100),
            "at least": (count, 100_000),
            "at most": (0, count),
        }[manner]
        words = f"{count:,} soldiers"
        value = words if manner == "exact" else f"{manner} {words}"
        said.append(Said(manner, value, frozenset(range(low, high + 1, 5))))
    return World("how many", "The army was mustered", tuple(said))


def _persons(chance: random.Random) -> World:
    several = chance.sample(list(PEOPLE), 2)
    said = []
    for _ in range(chance.randrange(2, 5)):
        who = chance.choice([several[0], several[0], several[1]])
        value = chance.choice(PEOPLE[who])
        manner = "a name" if value == who else "another spelling"
        said.append(Said(manner, value, frozenset([who])))
    return World("who", "The order was signed", tuple(said))


def _places(chance: random.Random) -> World:
    several = chance.sample(list(PLACES), 2)
    said = []
    for _ in range(chance.randrange(2, 5)):
        where = chance.choice(several)
        inside = {place for place, whole in PLACES.items() if whole == where}
        said.append(Said("a region" if inside else "a town", where, frozenset(inside or {where})))
    return World("where", "The treaty was signed", tuple(said))
