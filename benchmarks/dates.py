"""How fast dates are read, found, described and compared.

Run ``python benchmarks/dates.py [CORPUS]``. CORPUS is a text file, or JSON lines (also .gz) with a
``text`` field; without one, prose of about a megabyte is made up, a date to every 600 letters.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from khiva_notes.model.dates import describe, explain, find_dates, from_edtf, read_phrase, relation

PHRASES = (
    "On October 1, 1918",
    "in the second half of January 1920",
    "25 October (7 November) 1917",
    "1 Muharram 1337",
    "between 1918 and 1920",
    "в конце марта 1919 г.",
    "ca. 1919",
    "the beginning of the 20th century",
    "22.01.1918",
    "Jan. 1st 1659/60",
)
PROSE_TEXT = (
    "the khan of and his brother to in a army were sent against city with by that which had been on"
    " from not upon troops they their who treaty was signed at before after war river people may"
)
PROSE = PROSE_TEXT.split()


def made_up(letters: int) -> str:
    """Make prose with dates in it, the same each time."""
    rng = random.Random(1873)
    words: list[str] = []
    length = 0
    while length < letters:
        word = rng.choice(PHRASES) if rng.random() < 0.008 else rng.choice(PROSE)
        words.append(word)
        length += len(word) + 1
    return " ".join(words)


def read_corpus(path: Path) -> str:
    """Read a text file, or the ``text`` fields of JSON lines."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    text = data.decode("utf-8")
    if ".jsonl" in path.name:
        return "\n\n".join(str(json.loads(line)["text"]) for line in text.splitlines() if line)
    return text


def microseconds(act: Callable[[], object], repeats: int = 300) -> float:
    """Give the median time of one call."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
    return sorted(times)[repeats // 2] * 1e6


def main(arguments: list[str]) -> None:
    """Measure and print one line each."""
    text = read_corpus(Path(arguments[0])) if arguments else made_up(1_000_000)
    for share in (4, 2, 1):
        part = text[: len(text) // share]
        start = time.process_time()
        found = find_dates(part)
        spent = time.process_time() - start
        speed = len(part) / spent / 1e6
        inferred = sum(f.date.inferred for f in found)
        print(
            f"find_dates  {len(part):>10,} characters  {spent:7.2f} s  {speed:5.2f} M characters/s"
            f"  {len(found):,} dates, {inferred:,} with an inferred year"
        )
    print(f"{'phrase':40}{'read':>10}{'describe':>10}   microseconds")
    for words in PHRASES:
        date = read_phrase(words)
        read = microseconds(partial(read_phrase, words))
        said = microseconds(partial(describe, date))
        print(f"{words:40}{read:10.1f}{said:10.1f}")
    for edtf in ("1918-10-01", "1918/1920", "1919-23~", "[1918..1920]"):
        print(f"from_edtf {edtf:30}{microseconds(partial(from_edtf, edtf)):10.1f}")
    for one, other in (("1918", "1918-10-01"), ("1917-10-25", "1917-11-07"), ("1918", "1925-05")):
        a, b = from_edtf(one), from_edtf(other)
        spent = microseconds(partial(relation, a, b))
        print(f"relation  {one + ' / ' + other:30}{spent:10.1f}  {relation(a, b)}")
        print(f"explain   {'':30}{microseconds(partial(explain, a, b)):10.1f}")


if __name__ == "__main__":
    main(sys.argv[1:])
