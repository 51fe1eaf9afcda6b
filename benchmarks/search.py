"""Measures searching side by side with SQLite FTS5, in one run over the same passages.

    python -m benchmarks.search [CORPUS] [--megabytes 14.5] [--edits 1000] [--profile QUERY]

CORPUS is a file that ``corpus.py`` can read; without it passages are made up. What is printed, as
Markdown: building, size, p50 and p95 of each query with twenty snippets, where the time goes, an
update until it is found, edit after edit, memory, and the ratios. FTS5 has bm25, snippet(), Porter
stems and an index of prefixes of one to three letters; where it has no such query (fuzzy words,
other spellings) it is asked for the right word instead. Our own numbers include the exact count
and the counts by kind, FTS5's do not; the column "counted" adds a ``count(*)``.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import pstats
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import Passage, passages
from khiva_notes.search import Document, SearchIndex, Stamp, snippet

ROUNDS = 40
_TOO_LARGE_FOR_WHOOSH = 50_000_000


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as we ask it, and as FTS5 is asked for the same."""

    ours: str
    fts5: str


QUERIES = (
    Asked("bolshevik", "bolshevik"),
    Asked("petrograd soviet", "petrograd soviet"),
    Asked("constantine", "constantine"),
    Asked("roman senate", "roman senate"),
    Asked("the", "the"),
    Asked('"the army of the"', '"the army of the"'),
    Asked('"of the"', '"of the"'),
    Asked("constantin*", "constantin*"),
    Asked("con*", "con*"),
    Asked("e*", "e*"),
    Asked("the king", "the king"),
    Asked("emperor OR senate OR legions", "emperor OR senate OR legions"),
    Asked("constantne~", "constantine"),
    Asked("Muhamad", "muhammad OR mahomet"),
    Asked("lord s*", "lord s*"),
    Asked("a*", "a*"),
    Asked("the of and", "the of and"),
    Asked("محمد", "muhammad OR mahomet"),
)


def main() -> None:
    """Run what is asked for on the command line."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("corpus", type=Path, nargs="?")
    options.add_argument("--megabytes", type=float, default=14.5)
    options.add_argument("--edits", type=int, default=1000)
    options.add_argument("--profile", metavar="QUERY")
    options.add_argument("--memory", nargs=2, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.memory:
        print(_memory(chosen.memory[0], Path(chosen.memory[1])))
        return
    found = passages(chosen.corpus, chosen.megabytes)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(found, Path(folder))
        bench.build()
        if chosen.profile:
            bench.profile(chosen.profile)
            return
        bench.queries()
        bench.where_time_goes()
        bench.updates(chosen.edits)
        bench.memory()


class Bench:
    """One index and one FTS5 table over the same passages."""

    def __init__(self, found: list[Passage], folder: Path) -> None:
        self.passages = found
        self.size = sum(len(passage.text.encode()) for passage in found)
        self.folder = folder
        self.library = folder / "passages.db"
        self.index = SearchIndex.open(folder / "index")
        self.texts = sqlite3.connect(self.library)
        self.texts.execute("PRAGMA journal_mode = WAL")
        self.texts.execute("PRAGMA synchronous = NORMAL")

    def documents(self) -> Iterator[Document]:
        """Give the passages as the index takes them."""
        for number, passage in enumerate(self.passages, 1):
            yield document(number, passage)

    def build(self) -> None:
        """Build both, and Whoosh as it comes."""
        print(f"{len(self.passages):,} passages, {self.size / 1e6:.1f} MB of text\n")
        rows = [(n, p.title, p.text) for n, p in enumerate(self.passages, 1)]
        self.texts.execute("CREATE TABLE passages (id INTEGER PRIMARY KEY, title, text)")
        self.texts.executemany("INSERT INTO passages VALUES (?, ?, ?)", rows)
        self.texts.commit()
        before = self._bytes()
        gc.collect()
        fts5 = timed(self._build_fts5)
        ours = timed(lambda: self.index.rebuild(self.documents(), Stamp("bench", 1, "")))
        fts5_size = self._bytes() - before
        print("| | ours | FTS5 |\n|---|---|---|")
        print(f"| build, s | {ours:.2f} | {fts5:.2f} |")
        print(f"| size / text | {self.index.size / self.size:.2f} | {fts5_size / self.size:.2f} |")
        if self.size < _TOO_LARGE_FOR_WHOOSH:
            folder = self.folder / "whoosh"
            took = timed(lambda: _build_whoosh(self.passages, folder))
            size = sum(path.stat().st_size for path in folder.iterdir()) / self.size
            print(
                f"\nWhoosh's own best, two processes and many segments: {took:.2f} s "
                f"({ours / took:.2f} times as long for ours), size / text {size:.2f}"
            )
            shutil.rmtree(folder)
        print()

    def _build_fts5(self) -> None:
        self.texts.executescript(
            """
            CREATE VIRTUAL TABLE words USING fts5(title, text, content = 'passages',
                content_rowid = 'id', tokenize = 'porter unicode61', prefix = '1 2 3');
            INSERT INTO words (words) VALUES ('rebuild');
            CREATE TRIGGER changed AFTER UPDATE ON passages BEGIN
                INSERT INTO words (words, rowid, title, text)
                    VALUES ('delete', old.id, old.title, old.text);
                INSERT INTO words (rowid, title, text) VALUES (new.id, new.title, new.text);
            END;
            """
        )
        self.texts.commit()

    def _bytes(self) -> int:
        self.texts.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return self.library.stat().st_size

    def ask_us(self, query: str) -> int:
        """Search, fetch the twenty texts and make their snippets."""
        return ask_us(self.index, self.texts, query)

    def queries(self) -> None:
        """Time each query, ours and FTS5's turn by turn."""
        print("| query | found | ours p50 | p95 | FTS5 p50 | p95 | counted | ratio |")
        print("|---|---|---|---|---|---|---|---|")
        medians, ratios = ([], []), []
        slowest = (0.0, "")
        for asked in QUERIES:
            found = self.ask_us(asked.ours)
            ask_fts5(self.texts, asked.fts5, count=True)
            times: tuple[list[float], ...] = ([], [], [])
            gc.collect()
            for _ in range(ROUNDS):
                times[0].append(timed(lambda q=asked.ours: self.ask_us(q)))
                times[1].append(timed(lambda q=asked.fts5: ask_fts5(self.texts, q)))
                times[2].append(timed(lambda q=asked.fts5: ask_fts5(self.texts, q, count=True)))
            ours, fts5, counted = (statistics.median(part) * 1000 for part in times)
            medians[0].append(ours)
            medians[1].append(fts5)
            ratios.append(ours / fts5)
            worst = [p95(part) * 1000 for part in times]
            print(
                f"| `{asked.ours}` | {found:,} | {ours:.1f} | {worst[0]:.1f} | {fts5:.1f}"
                f" | {worst[1]:.1f} | {counted:.1f} | {ours / fts5:.1f} |"
            )
            slowest = max(slowest, (worst[0], asked.ours))
        ours, fts5 = map(statistics.median, medians)
        print(
            f"\nmedian of queries: ours {ours:.1f} ms, FTS5 {fts5:.1f} ms, {ours / fts5:.1f} times;"
        )
        print(f"slowest by p50: ours {max(medians[0]):.1f} ms, FTS5 {max(medians[1]):.1f} ms;")
        print(f"slowest by p95: ours {slowest[0]:.1f} ms, for `{slowest[1]}`\n")

    def where_time_goes(self) -> None:
        """Say which part of the program all queries together spend their time in."""
        profiler = cProfile.Profile()
        profiler.enable()
        for asked in QUERIES:
            for _ in range(5):
                self.ask_us(asked.ours)
        profiler.disable()
        shares: dict[str, float] = {}
        for (file, _, function), (_, _, own, _, _) in pstats.Stats(profiler).stats.items():  # type: ignore[attr-defined]
            name = Path(file).stem if "khiva_notes" in file else f"Python's {function.strip('<>')}"
            shares[name] = shares.get(name, 0) + own
        total = sum(shares.values())
        print("| where the time goes | % |\n|---|---|")
        for name, own in sorted(shares.items(), key=lambda share: -share[1])[:10]:
            print(f"| {name} | {100 * own / total:.0f} |")
        print()

    def updates(self, edits: int) -> None:
        """Time an edit of one passage until it is found, edit after edit without a pause."""
        ours, fts5 = [], []
        for turn in range(edits):
            number = 1 + turn * 7 % len(self.passages)
            word = f"edited{turn}word"
            passage = Passage(self.passages[number - 1].title, f"{word} and more")
            start = time.perf_counter()
            stamp = Stamp("bench", turn + 2, "")
            self.index.update([number], [document(number, passage)], stamp)
            assert self.index.search(word).total == 1
            ours.append(time.perf_counter() - start)
            start = time.perf_counter()
            sql = "UPDATE passages SET text = ? WHERE id = ?"
            self.texts.execute(sql, (passage.text, number))
            self.texts.commit()
            assert ask_fts5(self.texts, word) == 1
            fts5.append(time.perf_counter() - start)
        print("| update until found, ms | p50 | p95 | slowest |\n|---|---|---|---|")
        last = f"the last 100 of {edits:,}"
        for name, times in (("ours", ours), (f"ours, {last}", ours[-100:]), ("FTS5", fts5)):
            worst = max(times) * 1000
            print(
                f"| {name} | {statistics.median(times) * 1000:.1f} | {p95(times) * 1000:.1f}"
                f" | {worst:.1f} |"
            )
        took = timed(self.index.merge_when_idle)
        print(f"\nmerging in an idle moment afterwards: {took * 1000:.0f} ms\n")

    def memory(self) -> None:
        """Have a new process of each kind run all queries, and say what it grew by."""
        self.index.close()
        self.texts.close()
        print("| memory with all queries run, MB | |\n|---|---|")
        for kind in ("ours", "FTS5"):
            command = [sys.executable, "-m", "benchmarks.search", "--memory", kind]
            result = subprocess.run(
                [*command, str(self.folder)], capture_output=True, text=True, check=True
            )
            print(f"| {kind} | {result.stdout.strip()} |")

    def profile(self, query: str) -> None:
        """Say where the time of one query goes."""
        self.ask_us(query)
        profiler = cProfile.Profile()
        profiler.enable()
        for _ in range(ROUNDS):
            self.ask_us(query)
        profiler.disable()
        pstats.Stats(profiler).sort_stats("tottime").print_stats(15)


def document(number: int, passage: Passage) -> Document:
    """Give a passage as the index takes it, each its own item."""
    return Document(f"t{number}:0", number, "text", passage.title, passage.text, language="en")


def ask_us(index: SearchIndex, texts: sqlite3.Connection, query: str) -> int:
    """Search, fetch the twenty texts and make their snippets; return the exact count."""
    results = index.search(query)
    for hit in results.hits:
        (text,) = texts.execute("SELECT text FROM passages WHERE id = ?", (hit.item,)).fetchone()
        snippet(text, results.highlight)
    return results.total


def ask_fts5(texts: sqlite3.Connection, query: str, *, count: bool = False) -> int:
    """Ask FTS5 for the best twenty with snippets; perhaps for the count too."""
    rows = texts.execute(
        "SELECT rowid, snippet(words, 1, '[', ']', '...', 24) FROM words WHERE words MATCH ?"
        " ORDER BY bm25(words, 5.0, 1.0) LIMIT 20",
        (query,),
    ).fetchall()
    if count:
        sql = "SELECT count(*) FROM words WHERE words MATCH ?"
        return int(texts.execute(sql, (query,)).fetchone()[0])
    return len(rows)


def _build_whoosh(found: list[Passage], folder: Path) -> None:
    """Build with Whoosh's own schema and writer, in the quickest way it offers."""
    from whoosh.analysis import StemmingAnalyzer
    from whoosh.fields import ID, TEXT, Schema
    from whoosh.index import create_in

    folder.mkdir()
    schema = Schema(
        id=ID(stored=True), title=TEXT, text=TEXT(analyzer=StemmingAnalyzer(stoplist=None))
    )
    writer = create_in(str(folder), schema).writer(
        procs=2, multisegment=True, start_method="spawn", limitmb=256, compound=False
    )
    for number, passage in enumerate(found, 1):
        writer.add_document(id=str(number), title=passage.title, text=passage.text)
    writer.commit()


def _memory(kind: str, folder: Path) -> str:
    """Run all queries in this process; say what it grew by since everything was imported."""
    texts = sqlite3.connect(folder / "passages.db")
    SearchIndex.open(folder / "none").search("import what a search needs")
    before = _resident()
    if kind == "FTS5":
        for asked in QUERIES:
            ask_fts5(texts, asked.fts5)
    else:
        index = SearchIndex.open(folder / "index")
        for asked in QUERIES:
            ask_us(index, texts, asked.ours)
    peak, now = _resident("VmHWM"), _resident()
    return f"+{now - before:.0f} (+{peak - before:.0f} at the peak, {now:.0f} in all)"


def _resident(what: str = "VmRSS") -> float:
    """Read this process's memory in MB, from where Linux tells it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split(f"{what}:")[1].split()[0]) / 1024


def timed(step: Callable[[], object]) -> float:
    """Time a step in seconds."""
    start = time.perf_counter()
    step()
    return time.perf_counter() - start


def p95(times: list[float]) -> float:
    """Give the time that 95 of 100 stay within."""
    return statistics.quantiles(times, n=20)[-1]


if __name__ == "__main__":
    main()
