"""Words that must stand side by side: phrases, and names of more than one word."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from khiva_notes.search.engine.sections import Section
from khiva_notes.search.engine.segments import SegmentFiles
from khiva_notes.search.folding import is_title, name_parts, name_readings
from khiva_notes.search.matching.forms import across_scripts
from khiva_notes.search.matching.gather import (
    Counts,
    Lists,
    add_counts,
    both,
    capital,
    documents,
    positions,
)

_CHECK_EVERY = 1000


@dataclass(frozen=True, slots=True)
class _Unit:
    """Words of which one has to stand ``at`` so many places after the beginning."""

    at: int
    section: Section
    lists: Sequence[Lists]

    @property
    def size(self) -> int:
        """Count the documents to go through."""
        ends = self.section.id_ends
        return sum(ends[last] - ends[first] for first, last in self.lists)


def side_by_side(
    files: SegmentFiles,
    section: Section,
    slots: Sequence[Collection[int]],
    check: Callable[[], None],
) -> Counts:
    """Count where one word of each slot follows one of the slot before it.

    ``slots`` hold places of words; ``check`` is called now and then, to cancel.
    """
    found: Counts = {}
    if not slots or not all(slots):
        return found
    units = sorted(_units(section, slots), key=lambda unit: unit.size)
    if len(units) == 1:
        for range_ in units[0].lists:
            add_counts(found, files, units[0].section, range_)
        return found
    first, *others = units
    met: dict[int, Collection[int]] = {**positions(files, first.section, first.lists)}
    at = first.at
    for unit in others:
        check()
        steps, at = unit.at - at, unit.at
        here = positions(files, unit.section, unit.lists, met)
        met = {
            number: both_met
            for number, places in here.items()
            if (both_met := {place + steps for place in met[number]}.intersection(places))
        }
    return {number: len(places) for number, places in met.items()}


def _units(section: Section, slots: Sequence[Collection[int]]) -> list[_Unit]:
    """Take frequent words two by two, since where they stand together is known beforehand."""
    words = [[section.words[place] for place in slot] for slot in slots]
    common = [section.frequent.issuperset(slot) for slot in words]
    units: list[_Unit] = []
    taken: set[int] = set()
    pairs = section.pairs
    for at, (one, next_) in enumerate(pairwise(words)):
        if pairs is not None and common[at] and common[at + 1]:
            places = (pairs.find(f"{left} {right}") for left, right in product(one, next_))
            units.append(_Unit(at, pairs, [both(place) for place in places if place >= 0]))
            taken |= {at, at + 1}
    for at, slot in enumerate(slots):
        if at not in taken:
            units.append(_Unit(at, section, [both(place) for place in slot]))
    return units


@dataclass(frozen=True, slots=True)
class NameRun:
    """Where a name stands in any spelling: how often, and which written words it is made of."""

    counts: Counts
    words: frozenset[str]
    phrases: tuple[tuple[frozenset[str], ...], ...]


def name_run(
    files: SegmentFiles, section: Section, name: str, check: Callable[[], None]
) -> NameRun:
    """Find capitalised words (or titles) whose keys, one after the other, are those of ``name``.

    A word may have two keys (Zhunaidkhan), so a run of two keys may be one word; and it may be
    read in several ways, being perhaps a case of a name.
    """
    keys = name_parts(name)
    readings: dict[int, tuple[tuple[str, ...], ...]] = {}
    wanted: set[int] | None = None
    for key in dict.fromkeys(keys):
        check()
        places = {section.find(word) for word in section.names.find(key)}
        across = across_scripts(section, name, key)
        places.update(across)
        for place in places:
            known = readings.get(place) or name_readings(section.words[place], section.language)
            readings[place] = (*known, *across.get(place, ()))
        here = documents(files, section, [_of_names(section, place) for place in places])
        wanted = here if wanted is None else wanted & here
        if not wanted:
            return NameRun({}, frozenset(), ())
    texts: dict[int, dict[int, int]] = {}
    for place in readings:
        for number, at in positions(files, section, [_of_names(section, place)], wanted).items():
            texts.setdefault(number, {}).update(dict.fromkeys(at, place))
    counts: Counts = {}
    runs: set[tuple[int, ...]] = set()
    for done, (number, text) in enumerate(texts.items()):
        if not done % _CHECK_EVERY:
            check()
        for position in text:
            run = _run_from(position, text, readings, keys)
            if run:
                counts[number] = counts.get(number, 0) + 1
                runs.add(run)
    words = section.words
    return NameRun(
        counts,
        frozenset(words[run[0]] for run in runs if len(run) == 1),
        tuple(tuple(frozenset((words[place],)) for place in run) for run in runs if len(run) > 1),
    )


def _of_names(section: Section, place: int) -> Lists:
    """Give the lists in which a word may be part of a name."""
    return both(place) if is_title(section.words[place]) else capital(place)


Readings = Mapping[int, tuple[tuple[str, ...], ...]]


def _run_from(
    position: int, text: Mapping[int, int], readings: Readings, keys: tuple[str, ...]
) -> tuple[int, ...]:
    """Give the words of a run that begins in the word at ``position``, perhaps within it."""
    place = text[position]
    for reading in readings[place]:
        for skipped in range(len(reading)):
            have = reading[skipped : skipped + len(keys)]
            if have == keys[: len(have)]:
                rest = _rest_of_run(position + 1, text, readings, keys[len(have) :])
                if rest is not None:
                    return (place, *rest)
    return ()


def _rest_of_run(
    position: int, text: Mapping[int, int], readings: Readings, keys: tuple[str, ...]
) -> tuple[int, ...] | None:
    if not keys:
        return ()
    place = text.get(position)
    for reading in readings[place] if place is not None else ():
        have = reading[: len(keys)]
        if have == keys[: len(have)]:
            rest = _rest_of_run(position + 1, text, readings, keys[len(have) :])
            if rest is not None and place is not None:
                return (place, *rest)
    return None
