"""Words that must stand side by side: phrases, and names of more than one word."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from khiva_notes.search.engine.sections import Section
from khiva_notes.search.engine.segments import SegmentFiles
from khiva_notes.search.folding import name_parts
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
    lists = [[both(place) for place in slot] for slot in slots]
    if len(slots) == 1:
        for range_ in lists[0]:
            add_counts(found, files, section, range_)
        return found
    at, *others = sorted(range(len(slots)), key=lambda slot: _size(section, lists[slot]))
    met: dict[int, Collection[int]] = {**positions(files, section, lists[at])}
    for slot in others:
        check()
        steps, at = slot - at, slot
        here = positions(files, section, lists[slot], met)
        met = {
            number: both_met
            for number, places in here.items()
            if (both_met := {place + steps for place in met[number]}.intersection(places))
        }
    return {number: len(places) for number, places in met.items()}


def _size(section: Section, lists: Sequence[Lists]) -> int:
    return sum(section.id_ends[last] - section.id_ends[first] for first, last in lists)


@dataclass(frozen=True, slots=True)
class NameRun:
    """Where a name stands in any spelling: how often, and which written words it is made of."""

    counts: Counts
    words: frozenset[str]
    phrases: tuple[tuple[frozenset[str], ...], ...]


def name_run(
    files: SegmentFiles, section: Section, keys: Sequence[str], check: Callable[[], None]
) -> NameRun:
    """Find capitalised words whose keys, one after the other, are ``keys`` (two or more).

    A word may have two keys (Zhunaidkhan), so a run of two keys may be one word.
    """
    parts: dict[int, tuple[str, ...]] = {}
    wanted: set[int] | None = None
    for key in dict.fromkeys(keys):
        check()
        places = [section.find(word) for word in section.names.find(key)]
        parts.update((place, name_parts(section.words[place])) for place in places)
        here = documents(files, section, [capital(place) for place in places])
        wanted = here if wanted is None else wanted & here
        if not wanted:
            return NameRun({}, frozenset(), ())
    streams: dict[int, list[tuple[int, int]]] = {}
    for place in parts:
        for number, at in positions(files, section, [capital(place)], wanted or ()).items():
            streams.setdefault(number, []).extend((position, place) for position in at)
    counts: Counts = {}
    runs: set[tuple[int, ...]] = set()
    for done, (number, stream) in enumerate(streams.items()):
        if not done % _CHECK_EVERY:
            check()
        for run in _runs(sorted(stream), parts, tuple(keys)):
            counts[number] = counts.get(number, 0) + 1
            runs.add(run)
    words = section.words
    return NameRun(
        counts,
        frozenset(words[run[0]] for run in runs if len(run) == 1),
        tuple(tuple(frozenset((words[place],)) for place in run) for run in runs if len(run) > 1),
    )


def _runs(
    stream: list[tuple[int, int]], parts: dict[int, tuple[str, ...]], keys: tuple[str, ...]
) -> list[tuple[int, ...]]:
    """List the runs of neighbouring words that have ``keys`` somewhere in their keys."""
    found = []
    for begin, (position, place) in enumerate(stream):
        for skipped in range(len(parts[place])):
            run = [place]
            have = parts[place][skipped:]
            at = position
            for next_position, next_place in stream[begin + 1 :]:
                if len(have) >= len(keys) or next_position != at + 1:
                    break
                run.append(next_place)
                have += parts[next_place]
                at = next_position
            if have[: len(keys)] == keys:
                found.append(tuple(run))
    return found
