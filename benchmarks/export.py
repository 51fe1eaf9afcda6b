"""Times the export of a large library as a vault, and exporting it again.

Run as ``python -m benchmarks.export [CARDS] [SOURCES]``; the library is made up in memory, a
source being about ten pages. Prints one line for each measurement, and the peak of memory.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from khiva_notes.exporters.essay import essay_markdown
from khiva_notes.exporters.vault import plan_vault, write_vault
from khiva_notes.model.comparison import Column, ComparedCell, Comparison, Quote, Row
from khiva_notes.model.dates import HistoricalDate
from khiva_notes.model.disputes import Account, Aspect, Verdict
from khiva_notes.model.items import Item, Link, Name
from khiva_notes.model.passages import Passage
from khiva_notes.model.snapshot import Snapshot
from khiva_notes.model.texts import Block, TextBody, VersionInfo

_TEXT = (
    "the khan of Khiva was killed in October 1918 by men of Junaid [7,55-56] who had entered "
    "the city at night and a treaty with Soviet Turkestan was signed *later* at Takhta_village"
)
_WORDS = _TEXT.split()


def library(cards: int, sources: int) -> Snapshot:
    """Make up a library: cards of all kinds with names, links and quotations, some disputes."""
    chance = random.Random(1)
    items: dict[int, Item] = {}
    texts: dict[int, TextBody] = {}
    versions: dict[int, VersionInfo] = {}
    for number in range(1, sources + 1):
        items[number] = Item(number, f"source-{number}", "source", f"Article {number}")
        texts[number] = _text(chance)
        size = len(texts[number].text)
        versions[number] = VersionInfo(
            number, number, 1, "a.txt", "text/plain", "utf-8", "en", "", "", size
        )
    kinds = ("person", "event", "claim", "claim", "place", "group")
    for number in range(sources + 1, sources + cards + 1):
        kind = chance.choice(kinds)
        body = f"About [[card-{number - 1}]]: {_sentence(chance)}"
        items[number] = Item(number, f"card-{number}", kind, f"{_title(chance)} {number}", body)
    own = range(sources + 1, sources + cards + 1)
    links = [
        Link(n, n, chance.choice(own), chance.choice(("about", "participant", "supports")))
        for n in own
        for _ in range(2)
    ]
    quotes = {n: [_quote(chance, n, items, texts) for _ in range(2)] for n in own}
    comparisons = {}
    for number in range(sources + cards + 1, sources + cards + cards // 100 + 1):
        items[number] = Item(number, f"dispute-{number}", "dispute", f"Who? {number}")
        comparisons[number] = _comparison(chance, items[number], quotes)
    return Snapshot(
        title="Large",
        uid="large",
        items=items,
        names={n: [Name(n, n, f"Name {n}"), Name(n, n, f"Имя {n}")] for n in own},
        dates={n: {"date": HistoricalDate("in 1918", "1918", earliest=1, latest=2)} for n in own},
        links=_grouped(links, lambda link: link.from_id),
        backlinks=_grouped(links, lambda link: link.to_id),
        tags={n: ["khans"] for n in own},
        passages={n: [quote.passage for quote in found] for n, found in quotes.items()},
        quotes=quotes,
        comparisons=comparisons,
        versions=versions,
        marks={},
        body=texts.__getitem__,
    )


def _sentence(chance: random.Random) -> str:
    return " ".join(chance.choices(_WORDS, k=18)) + "."


def _title(chance: random.Random) -> str:
    return " ".join(chance.choices(_WORDS[:12], k=4))


def _text(chance: random.Random) -> TextBody:
    """Make up about 30,000 characters in paragraphs."""
    blocks, parts, at = [], [], 0
    for _ in range(50):
        paragraph = " ".join(_sentence(chance) for _ in range(6))
        blocks.append(Block(at, at + len(paragraph)))
        parts.append(paragraph)
        at += len(paragraph) + 1
    return TextBody("\n".join(parts), tuple(blocks))


def _quote(
    chance: random.Random, card: int, items: dict[int, Item], texts: dict[int, TextBody]
) -> Quote:
    source = chance.choice(range(1, len(texts) + 1))
    block = chance.choice(texts[source].blocks)
    words = texts[source].text[block.start : block.start + 120].rstrip()
    end = block.start + len(words)
    passage = Passage(card, source, card, block.start, end, words)
    return Quote(passage, items[source], f"{items[source].title}, p. 7")


def _comparison(chance: random.Random, dispute: Item, quotes: dict[int, list[Quote]]) -> Comparison:
    accounts = [Account(n, dispute.id, f"a{n}", f"Voice {n}") for n in range(3)]
    found = list(quotes.values())
    rows = []
    for n in range(4):
        cells = tuple(
            ComparedCell(a, "asserts", _title(chance), tuple(chance.choice(found)), None, None)
            for a in accounts
        )
        rows.append(Row(Aspect(n, dispute.id, f"r{n}", f"aspect {n}"), "conflict", "", cells))
    columns = tuple(Column(account, None, None, (), None) for account in accounts)
    verdict = Verdict(dispute.id, None, "undecided", _sentence(chance))
    return Comparison(dispute, (), columns, tuple(rows), verdict, None, False)


def _grouped(links: list[Link], key: Callable[[Link], int]) -> dict[int, list[Link]]:
    result: dict[int, list[Link]] = {}
    for link in links:
        result.setdefault(key(link), []).append(link)
    return result


@contextmanager
def _timed(label: str) -> Iterator[None]:
    begun = time.perf_counter()
    yield
    print(f"{label:<44} {time.perf_counter() - begun:8.2f} s")


def main() -> None:
    """Measure and print."""
    cards, sources = (int(text) for text in (*sys.argv[1:3], "10000", "1000")[:2])
    with _timed(f"making up {cards:,} cards, {sources:,} sources"):
        snapshot = library(cards, sources)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "vault"
        with _timed("dry run into nothing"):
            plan_vault(snapshot, target)
        with _timed("first export"):
            report = write_vault(snapshot, target)
        size = sum(path.stat().st_size for path in target.rglob("*.md"))
        print(f"  {len(report.files):,} files, {size / 1e6:.1f} MB")
        with _timed("again, nothing changed"):
            report = write_vault(snapshot, target)
        print(f"  {report.counts}")
        number = sources + 1
        edited = replace(snapshot.items[number], body="Other words.")
        changed = replace(snapshot, items={**snapshot.items, number: edited})
        with _timed("again, one card changed"):
            report = write_vault(changed, target)
        print(f"  {report.counts}: {', '.join(report.files)}")
        first = next(target.glob("People/*.md"))
        with first.open("a", encoding="utf-8") as note:
            note.write("\nA line of the user's.\n")
        with _timed("again, a user's line in one note"):
            write_vault(changed, target)
    with _timed("essay of all cards"):
        essay_markdown(snapshot, list(snapshot.items)[sources:])
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
