"""How many passages are found again in a corrected text, and how fast.

Run ``python benchmarks/anchors.py [CORPUS.jsonl.gz] [MEGABYTES]``. CORPUS holds JSON lines with
``text``; without one, text of the same shape is made up. 2,000 passages (a third of them single
names that occur several times, a third phrases, a third sentences) are carried over to a copy in
which 2, 5, 10 and 20 in a hundred words are misprinted, replaced, left out or put in, and in which
a block of paragraphs stands elsewhere. Since the edits are known, so are the right places.

The last rows are the plain way for comparison: the nearest place with the same words, else the
most alike words near the old place (rapidfuzz's partial ratio), else those in the whole text.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from corpus import passages
from rapidfuzz import fuzz

from khiva_notes.model.anchors import Correction

SHARES = (0.0, 0.02, 0.05, 0.10, 0.20)
COUNT = 2_000
PLAIN_COUNT = 200
BLOCK = 0.04
NEAR = 2_000
WORD = re.compile(r"\w+")
LETTERS = "abcdefghijklmnopqrstuvwxyz"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Edited:
    """A copy with edits: where each word of the old text, by its place there, now stands.

    ``changed`` are the words that are not what they were; those left out have no place.
    """

    text: str
    places: dict[int, Span]
    changed: set[int]


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    megabytes = float(sys.argv[2]) if len(sys.argv) > 2 else 1.0
    text = "\n".join(" ".join(p.text.split()) for p in passages(path, megabytes))
    chosen = choose(text, random.Random(5))
    print(f"{len(text):,} characters, {len(chosen):,} passages; a block of {BLOCK:.0%} is moved\n")
    print(
        f"{'words edited':>12} {'found':>7} {'to the letter':>14} {'wrong':>6} {'silently':>9} "
        f"{'lost':>5} {'gone':>5} {'prepare':>9} {'a passage':>10}"
    )
    for share in SHARES:
        edited = edit(text, share, random.Random(7))
        begun = time.process_time()
        correction = Correction(text, edited.text)
        prepared = time.process_time() - begun

        def find(start: int, end: int, correction: Correction = correction) -> tuple[Span, str]:
            found = correction.find(start, end)
            return ((found.start, found.end), found.status) if found else ((0, 0), "")

        print(measure(f"{share:.0%}", text, chosen, edited, find, f"{prepared * 1e3:6.0f} ms"))
    print("\nthe plain way, on one passage in ten")
    for share in SHARES[1:]:
        edited = edit(text, share, random.Random(7))

        def plain(start: int, end: int, new: str = edited.text) -> tuple[Span, str]:
            return plainly(text, new, start, end)

        few = chosen[:: COUNT // PLAIN_COUNT]
        print(measure(f"{share:.0%}", text, few, edited, plain, ""))


def measure(
    label: str,
    text: str,
    chosen: list[Span],
    edited: Edited,
    find: Callable[[int, int], tuple[Span, str]],
    prepared: str,
) -> str:
    """Find each passage and compare with where it must be; a row of the table."""
    right = exact = wrong = silent = lost = gone = 0
    begun = time.process_time()
    answers = [find(*span) for span in chosen]
    spent = (time.process_time() - begun) / len(chosen)
    for (start, end), (span, status) in zip(chosen, answers, strict=True):
        truth = where(text, start, end, edited)
        if truth is None:
            gone += 1
            wrong_here = status in ("ok", "moved")
        elif not status:
            lost += 1
            continue
        else:
            alike = overlap(truth, span)
            right += alike >= 0.5
            exact += alike >= 0.5 and span == truth
            wrong_here = alike < 0.5
        wrong += wrong_here
        silent += wrong_here and status == "ok"
    there = len(chosen) - gone
    return (
        f"{label:>12} {right / there:7.2%} {exact / there:14.2%} {wrong:6} {silent:9} {lost:5} "
        f"{gone:5} {prepared:>9} {spent * 1e3:7.3f} ms"
    )


def where(text: str, start: int, end: int, edited: Edited) -> Span | None:
    """Return where a passage must be; None if none of its words is left or is like it was."""
    words = [match.span() for match in WORD.finditer(text, start, end)]
    kept = [edited.places[at] for at, _ in words if at in edited.places]
    if not any(at in edited.places and at not in edited.changed for at, _ in words):
        return None
    return min(place for place, _ in kept), max(stop for _, stop in kept)


def overlap(one: Span, other: Span) -> float:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, common) / (max(one[1], other[1]) - min(one[0], other[0]))


def choose(text: str, chance: random.Random) -> list[Span]:
    """Choose passages: names that occur several times, phrases and sentences."""
    words = [match.span() for match in WORD.finditer(text)]
    counts: dict[str, int] = {}
    for start, end in words:
        counts[text[start:end]] = counts.get(text[start:end], 0) + 1
    names = [
        (start, end)
        for start, end in words
        if text[start].isupper()
        and end - start > 3
        and 3 <= counts[text[start:end]] <= 200
        and text[max(0, start - 2) : start].strip(" \n.“‘") != ""
    ]
    chosen = chance.sample(names, COUNT // 3)
    while len(chosen) < COUNT:
        long = len(chosen) >= 2 * COUNT // 3
        count = chance.randint(15, 40) if long else chance.randint(3, 12)
        first = chance.randrange(len(words) - count)
        start, end = words[first][0], words[first + count - 1][1]
        if "\n" not in text[start:end]:
            chosen.append((start, end))
    chance.shuffle(chosen)
    return chosen


def edit(text: str, share: float, chance: random.Random) -> Edited:
    """Edit a share of the words, and move a block of paragraphs from a third to two thirds."""
    vocabulary = WORD.findall(text)
    lines = []
    offset = 0
    for line in text.split("\n"):
        lines.append(_edit_line(line, offset, share, chance, vocabulary))
        offset += len(line) + 1
    first, size = len(lines) // 3, max(1, int(len(lines) * BLOCK))
    to = 2 * len(lines) // 3
    block = lines[first : first + size]
    lines = lines[:first] + lines[first + size : to] + block + lines[to:]
    places: dict[int, Span] = {}
    changed: set[int] = set()
    length = 0
    for line in lines:
        for at, (start, end) in line.places.items():
            places[at] = (length + start, length + end)
        changed |= line.changed
        length += len(line.text) + 1
    return Edited("\n".join(line.text for line in lines), places, changed)


def _edit_line(
    line: str, offset: int, share: float, chance: random.Random, vocabulary: list[str]
) -> Edited:
    parts: list[str] = []
    places: dict[int, Span] = {}
    changed: set[int] = set()
    length = done = 0
    for match in WORD.finditer(line):
        before, word = line[done : match.start()], match[0]
        done = match.end()
        dice = chance.random() / share if share else 1.0
        if dice < 0.15:
            word = ""
        elif dice < 0.35:
            before += chance.choice(vocabulary) + " "
        elif dice < 0.6:
            word = chance.choice(vocabulary)
            changed.add(offset + match.start())
        elif dice < 1.0:
            at = chance.randrange(len(word))
            word = word[:at] + chance.choice(LETTERS) + word[at + 1 :]
        parts += [before, word]
        length += len(before)
        if word:
            places[offset + match.start()] = (length, length + len(word))
        length += len(word)
    return Edited("".join(parts) + line[done:], places, changed)


def plainly(old: str, new: str, start: int, end: int) -> tuple[Span, str]:
    """Find a passage by its own words alone."""
    words = old[start:end]
    before, after = new.rfind(words, 0, end), new.find(words, start)
    places = [place for place in (before, after) if place >= 0]
    if places:
        place = min(places, key=lambda at: abs(at - start))
        return (place, place + len(words)), "ok" if place == start else "moved"
    for low, high in ((max(0, start - NEAR), end + NEAR), (0, len(new))):
        found = fuzz.partial_ratio_alignment(words, new[low:high], score_cutoff=75)
        if found:
            return (low + found.dest_start, low + found.dest_end), "fuzzy"
    return (0, 0), ""


if __name__ == "__main__":
    main()
