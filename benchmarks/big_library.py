"""Make a library of ten thousand cards and a thousand articles of ten pages, and time the store.

    python benchmarks/big_library.py TARGET.khiva [CORPUS.jsonl.gz]

The articles are cut from a corpus of real text where one is given (a JSON object a line with
``text``), else made of words with the frequencies of English. Everything goes through the same
commands that the window uses. What is printed: the cost of each kind of step, of undo and redo,
and of opening the library.
"""

from __future__ import annotations

import gzip
import itertools
import json
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from khiva_notes.model.dates import from_edtf
from khiva_notes.model.texts import Block, ImportedText, TextBody
from khiva_notes.services import cards, links, names, passages, sources
from khiva_notes.services.library import Library

ARTICLES = 1_000
PARAGRAPHS = 40
CARDS = 10_000

SYLLABLES = re.findall(r"..", "karimoshbekturanolizaduhevoanelisorumtipa")


def paragraphs(corpus: Path | None, chance: random.Random) -> Iterator[str]:
    """Yield paragraphs without end, real ones where there is a corpus."""
    if corpus is not None:
        with gzip.open(corpus, "rt", encoding="utf-8") as file:
            real = [" ".join(json.loads(line)["text"].split()) for line in file]
        yield from itertools.cycle([text for text in real if text])
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(8_000)]
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    while True:
        count = chance.randint(30, 120)
        yield " ".join(chance.choices(words, weights, k=count)).capitalize() + " [3,17]."


def article(number: int, source: Iterator[str]) -> ImportedText:
    """Make one article of about ten pages."""
    lines = [f"Article {number}", *itertools.islice(source, PARAGRAPHS)]
    blocks, offset = [], 0
    for line in lines:
        blocks.append(Block(offset, offset + len(line), "heading" if not offset else "paragraph"))
        offset += len(line) + 1
    text = "\n".join(lines)
    body = TextBody(text, tuple(blocks))
    return ImportedText(lines[0], body, text.encode(), "text/plain", "utf-8", "en")


def timed(what: str, step: Callable[[int], object], count: int) -> None:
    """Run a step so many times and print its cost."""
    costs = []
    for number in range(count):
        begin = time.perf_counter()
        step(number)
        costs.append((time.perf_counter() - begin) * 1000)
    costs.sort()
    print(
        f"{what:<28} {count:>6} times   median {statistics.median(costs):7.2f} ms   "
        f"p95 {costs[int(len(costs) * 0.95) - 1]:7.2f} ms   most {costs[-1]:7.1f} ms"
    )


def fill(library: Library, corpus: Path | None) -> None:
    """Fill the library, timing each kind of step."""
    chance = random.Random(7)
    source = paragraphs(corpus, chance)
    texts: list[tuple[int, str]] = []

    def bring_in(number: int) -> None:
        came = sources.import_text(library, article(number, source), f"{number}.txt")
        version = library.data.texts.current(came.source.id)
        assert version is not None
        texts.append((version.id, library.data.texts.body(version.id).text))

    timed("import an article", bring_in, ARTICLES)
    made: list[int] = []

    def make(number: int) -> None:
        version, text = texts[number % len(texts)]
        kind = ("person", "event", "claim", "place")[number % 4]
        start = text.index("\n") + 1 + (number * 97) % (len(text) // 2)
        end = start + (14 if kind in ("person", "place") else 90)
        card = passages.make_card(library, kind, version, start, end, title=f"{kind} {number}")
        made.append(card.id)
        if kind == "person":
            names.add_name(library, card.id, "".join(chance.choices(SYLLABLES, k=4)).title())
        elif kind == "event":
            cards.set_date(library, card.id, "date", from_edtf(str(1500 + number % 450)))
        elif number > 8:
            links.link(library, card.id, made[number - 3], "about")

    timed("make a card from the text", make, CARDS)
    timed("rename a card", lambda n: cards.rename(library, made[n], f"Renamed {n}"), 500)
    timed("undo", lambda n: library.undo(), 500)
    timed("redo", lambda n: library.redo(), 500)
    timed("read a card", lambda n: library.data.items.get(made[n * 7]), 1000)


def main() -> None:
    """Make the library and time opening it."""
    target = Path(sys.argv[1])
    corpus = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory() as folder:
        locks = Path(folder)
        with Library.create(target, locks, "A large library") as library:
            fill(library, corpus)
        timed("open and close the library", lambda n: Library.open(target, locks).close(), 20)
    print(f"{target}: {target.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
