"""Measures the conflict finder on whole libraries: how right, how fast, in how much memory.

Run from the project's root: ``python -m benchmarks.conflict_library [CLAIMS]`` (100,000 unless
told). The libraries are made by arithmetic (``tests/model/conflicts/worlds.py``): the truth about
each pair of claims is known before anything is put into words.
"""

from __future__ import annotations

import itertools
import resource
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

from khiva_notes.services.conflicts import find_conflicts
from khiva_notes.services.library import Library
from tests.model.conflicts.worlds import PEOPLE, PLACES, World, worlds

_VOICES = ("Yusupov", "Palvan", "A newspaper", "The telegram")


def main(claims: int) -> None:
    """Measure rightness on some thousand events, then time and memory on a large library."""
    with tempfile.TemporaryDirectory() as folder:
        judge(Path(folder), 1_200)
        measure(Path(folder), claims)


def judge(folder: Path, events: int) -> None:
    """Print precision and recall by kind of answer and by how two answers were worded."""
    made = list(worlds(1, events))
    path, keys = build(folder / "truth.khiva", folder / "locks", made)
    found = {
        frozenset((keys[pair.first_id], keys[pair.second_id]))
        for conflict in find_conflicts(path, most=events).found
        for pair in conflict.pairs
    }
    hit: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for number, world in enumerate(made):
        true = world.conflicts()
        for i, j in itertools.combinations(range(len(world.said)), 2):
            told = frozenset(((number, i), (number, j))) in found
            manners = " / ".join(sorted({world.said[i].manner, world.said[j].manner}))
            for kind in (world.aspect, f"  {world.aspect}: {manners}"):
                if (i, j) in true:
                    (hit if told else missed)[kind] += 1
                elif told:
                    wrong[kind] += 1
    for kind in sorted({*hit, *missed, *wrong}, key=lambda each: each.strip()):
        true_count = hit[kind] + missed[kind]
        recall = f"recall {hit[kind] / true_count:.3f}" if true_count else "no conflict"
        told_count = hit[kind] + wrong[kind]
        precision = f"precision {hit[kind] / told_count:.3f}" if told_count else "none told"
        print(f"{kind:34} {true_count:5} true  {recall:14} {precision}")
    top = [kind for kind in hit if not kind.startswith(" ")]
    all_hit, all_wrong = sum(hit[kind] for kind in top), sum(wrong[kind] for kind in top)
    all_missed = sum(missed[kind] for kind in top)
    print(
        f"all: precision {all_hit / (all_hit + all_wrong):.4f},"
        f" recall {all_hit / (all_hit + all_missed):.4f}"
    )


def measure(folder: Path, claims: int) -> None:
    """Print the time and memory of a search, and how soon a cancelled one is back."""
    made, count = [], 0
    for world in worlds(2, claims):
        made.append(world)
        count += len(world.said)
        if count >= claims:
            break
    path, _ = build(folder / "large.khiva", folder / "locks", made)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    steps: list[int] = []
    begun = time.perf_counter()
    found = find_conflicts(path, lambda done, total: steps.append(done), most=claims)
    took = time.perf_counter() - begun
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        f"{count:,} claims on {len(made):,} events: {took:.1f} s, {len(steps)} reports of progress,"
        f" {len(found.found):,} conflicts{' and more' if found.more else ''}"
    )
    print(f"  memory at its highest {(after - before) / 1024:.0f} MB above what building took")
    stop = threading.Event()
    threading.Timer(0.3, stop.set).start()
    begun = time.perf_counter()
    find_conflicts(path, cancelled=stop.is_set)
    print(f"  cancelled after 300 ms, back after {1000 * (time.perf_counter() - begun):.0f} ms")


def build(path: Path, locks: Path, made: list[World]) -> tuple[Path, dict[int, tuple[int, int]]]:
    """Write a library; return its path and which claim of which event has which number."""
    keys: dict[int, tuple[int, int]] = {}
    with Library.create(path, locks) as library, library.change("Build") as data:
        speakers = [data.items.add("person", voice) for voice in _VOICES]
        for person, spellings in PEOPLE.items():
            card = data.items.add("person", person)
            for spelling in spellings:
                data.names.add(card, spelling, "preferred" if spelling == person else "variant")
        places = {place: data.items.add("place", place) for place in PLACES}
        for place, whole in PLACES.items():
            data.names.add(places[place], place, "preferred")
            if whole:
                data.links.add(places[place], places[whole], "part-of")
        for number, world in enumerate(made):
            event = data.items.add("event", f"Event {number}", key=f"event-{number}")
            for place, said in enumerate(world.said):
                fields = {"aspect": world.aspect, "value": said.value}
                claim = data.items.add(
                    "claim", world.title, key=f"claim-{number}-{place}", fields=fields
                )
                data.links.add(claim, event, "about")
                data.links.add(claim, speakers[place], "speaker")
                keys[claim] = (number, place)
    return path, keys


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
