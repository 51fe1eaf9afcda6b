"""Measures the conflict finder, the suggestion of copies and the state of rows.

Run from the project's root: ``python -m benchmarks.conflicts [CORPUS]``. CORPUS is a file of one
JSON object a line with ``book`` and ``text``, plain or gzip; without it, paragraphs are made by
rule with word frequencies like those of English prose.
"""

from __future__ import annotations

import gzip
import itertools
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from khiva_notes.model.conflicts import Statement, row_state
from khiva_notes.model.conflicts.claims import ClaimStatement
from khiva_notes.model.conflicts.collate import NEAR, similarity
from khiva_notes.model.conflicts.copies import likely_copies
from khiva_notes.model.conflicts.finder import find_conflicts
from khiva_notes.model.dates import from_edtf
from khiva_notes.model.disputes import ValueType
from tests.model.conflicts.constructed import HARD, KINDS, PEOPLE, Case, cases


def main(corpus: Path | None) -> None:
    """Print every measurement."""
    finder_by_kind(list(cases(seed=1, each=200)))
    finder_by_kind(list(cases(seed=1, each=200, kinds=HARD)))
    finder_speed(100_000)
    rows_speed()
    books = list(paragraphs(corpus) if corpus else made_up())
    copies(books)
    near_identical(books)


def finder_by_kind(library: list[Case]) -> None:
    """Precision and recall of the finder by kind of case, on a library of known truth."""
    kind_of = {claim.key: case.kind for case in library for claim in case.claims}
    truth = {pair for case in library for pair in case.conflicts}
    groups = list(find_conflicts(claim for case in library for claim in case.claims))
    told_pairs = [pair for group in groups for pair in group.pairs]
    found = {frozenset((pair.first, pair.second)) for pair in told_pairs}
    unsure = {frozenset((pair.first, pair.second)) for pair in told_pairs if not pair.sure}
    print(f"Finder: {len(library)} cases, {len(kind_of)} claims, {len(truth)} true conflicts")
    for kind in dict.fromkeys(kind_of.values()):
        true = {pair for pair in truth if kind_of[next(iter(pair))] == kind}
        told = {pair for pair in found if kind_of[next(iter(pair))] == kind}
        hit = len(true & told)
        recall = f"recall {hit / len(true):.3f}" if true else "no conflict"
        print(
            f"  {kind:35} {recall:14} wrongly told {len(told - true):4}"
            + (f" ({len((told - true) & unsure)} marked as unsure)" if told & unsure else "")
        )
    hit = len(truth & found)
    precision = hit / len(found) if found else 1.0
    print(f"  precision {precision:.4f}, recall {hit / len(truth):.4f}")


def finder_speed(count: int) -> None:
    """Time for a library of many claims, and how soon cancelling is heard."""
    library = itertools.islice(
        (claim for case in cases(seed=2, each=count // 60) for claim in case.claims), count
    )
    claims = list(library)
    begun = time.perf_counter()
    groups = sum(1 for _ in find_conflicts(claims))
    took = time.perf_counter() - begun
    print(f"Finder: {len(claims):,} claims in {took:.1f} s, {groups:,} groups")
    days = (case.claims for case in cases(seed=3, each=2_000, kinds=KINDS[:1]))
    one = [
        ClaimStatement(
            f"{n}", "when", replace(claim.statement, account=f"Voice {n}"), ("one event",)
        )
        for n, claim in enumerate(claim for pair in days for claim in pair)
    ]
    begun = time.perf_counter()
    pairs = sum(len(group.pairs) for group in find_conflicts(one))
    took = time.perf_counter() - begun
    print(f"Finder: {len(one):,} dates of one event in {took:.2f} s, {pairs} pairs told")
    begun = time.perf_counter()
    ends = begun + 0.05
    list(find_conflicts(claims, cancelled=lambda: time.perf_counter() > ends))
    print(
        f"Finder: cancelled after 50 ms, back after {1000 * (time.perf_counter() - begun):.0f} ms"
    )


def rows_speed() -> None:
    """Time for ten accounts by thirty aspects, every cell with a value of its own."""
    chance = random.Random(3)
    kinds: tuple[ValueType, ...] = ("text", "person", "date", "number", "text", "place")
    rows = [[_cell(chance, kinds[row % 6], n) for n in range(10)] for row in range(30)]
    for turn in ("first", "again"):
        begun = time.perf_counter()
        states = Counter(row_state(row).state for row in rows)
        took = time.perf_counter() - begun
        print(f"Rows: 10 accounts by 30 aspects, {turn}, {1000 * took:.0f} ms: {dict(states)}")


def _cell(chance: random.Random, kind: ValueType, n: int) -> Statement:
    words = "khan palace murdered throne brother treaty march army gate soldiers"
    value = " ".join(chance.sample(words.split(), 5))
    card, date = "", None
    names: tuple[str, ...] = ()
    if kind == "number":
        value = f"{chance.randrange(1, 900) * 100:,} soldiers"
    elif kind == "date":
        date = from_edtf(f"19{chance.randrange(10, 40)}-0{chance.randrange(1, 10)}")
        value = ""
    elif kind in ("person", "place"):
        value = f"{chance.choice(PEOPLE).split()[0]} {chance.choice(PEOPLE).split()[1]}"
        card = value if n % 2 else ""
        names = (value, value.split()[1], f"{value[0]}. {value.split()[1]}") if card else ()
    return Statement(f"Account {n}", "asserts", kind, value, card, names, date)


Paragraphs = list[tuple[str, str]]


def paragraphs(corpus: Path) -> Iterator[tuple[str, str]]:
    """Read a corpus: the book and the text of each paragraph of forty words and more."""
    data = corpus.read_bytes()
    text = gzip.decompress(data) if corpus.suffix == ".gz" else data
    for line in text.decode("utf-8").splitlines():
        each = json.loads(line)
        if len(each["text"].split()) >= 40:
            yield each["book"], each["text"]


def made_up() -> Iterator[tuple[str, str]]:
    """Make paragraphs of two authors from 8,000 words with Zipf's frequencies."""
    chance = random.Random(5)
    words = [f"w{n}" for n in range(8_000)]
    weights = list(itertools.accumulate(1 / (n + 1) for n in range(8_000)))
    for n in range(6_000):
        length = chance.randrange(40, 300)
        yield f"author {n % 2}", " ".join(chance.choices(words, cum_weights=weights, k=length))


def copies(books: Paragraphs) -> None:
    """Pairs suggested among independent paragraphs, and copies found by how much was changed."""
    texts = {f"{book} {n}": text for n, (book, text) in enumerate(books)}
    begun = time.perf_counter()
    found = likely_copies(texts)
    took = time.perf_counter() - begun
    across = [c for c in found if c.first.rsplit(" ", 1)[0] != c.second.rsplit(" ", 1)[0]]
    print(f"Copies: {len(texts):,} paragraphs in {took:.1f} s; {len(found)} pairs suggested,")
    print(f"  {len(across)} of them between books:")
    for copy in across[:20]:
        print(f"    {copy.first} / {copy.second}: {copy.run[:70]}")
    chance = random.Random(6)
    vocabulary = [word for _, text in books[:500] for word in text.split()]
    for rate in (0.1, 0.2, 0.3, 0.4, 0.5):
        sample = chance.sample([text for _, text in books], 200)
        hit = sum(
            bool(likely_copies({"a": text, "b": edited(text, rate, vocabulary, chance)}))
            for text in sample
        )
        print(f"  copies with {rate:.0%} of words changed: {hit / 2:.1f} % found")


def near_identical(books: Paragraphs) -> None:
    """Likeness of independent paragraphs and of changed copies, on both sides of the threshold."""
    chance = random.Random(7)
    by_book: dict[str, list[str]] = {}
    for book, text in books:
        by_book.setdefault(book, []).append(text)
    one, other = list(by_book.values())[:2]
    across = sorted(similarity(chance.choice(one), chance.choice(other)) for _ in range(20_000))
    within = sorted(similarity(*chance.sample(one, 2)) for _ in range(20_000))
    print(f"Near-identical (threshold {NEAR}): between books at most {across[-1]:.2f},")
    print(f"  within a book at most {within[-1]:.2f}")
    vocabulary = [word for text in one[:300] for word in text.split()]
    for rate in (0.2, 0.33, 0.5):
        alike = sorted(
            similarity(text, edited(text, rate, vocabulary, chance))
            for text in chance.sample(one, 300)
        )
        kept = sum(each >= NEAR for each in alike) / len(alike)
        print(f"  {rate:.0%} of words changed: least {alike[0]:.2f}, accepted {kept:.1%}")


def edited(text: str, rate: float, vocabulary: list[str], chance: random.Random) -> str:
    """Replace, leave out and add words at a rate."""
    found: list[str] = []
    for word in text.split():
        turn = chance.random()
        if turn < 0.6 * rate:
            found.append(chance.choice(vocabulary))
        elif turn >= 0.8 * rate:
            found.append(word)
            if turn < rate:
                found.append(chance.choice(vocabulary))
    return " ".join(found)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
