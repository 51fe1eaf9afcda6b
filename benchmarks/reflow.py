"""How well reflow finds paragraphs again: wrap texts whose paragraphs are known, and compare.

    python benchmarks/reflow.py [CORPUS.jsonl.gz] [--articles N]

The corpus is JSON lines with ``book``, ``chapter`` and ``text``, one paragraph each; without one,
text of the same shape is made up. Boundaries are compared by the number of letters before them, so
spaces, hyphens and page numbers do not matter. Hyphens are counted apart.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import textwrap
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from khiva_notes.model.reflow import reflow
from khiva_notes.model.texts import TextBody

Article = list[str]
Layout = Callable[[Article, random.Random], str]

PARAGRAPHS = 30
_NARROW = frozenset("iljtfrI.,;:'!()[]| ")
_WIDE = frozenset("mwMWQOGDNH@%—…")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpus", nargs="?", type=Path)
    parser.add_argument("--articles", type=int, default=40)
    options = parser.parse_args()
    rng = random.Random(1920)
    articles = corpus_articles(options.corpus) if options.corpus else made_up_articles(rng)
    articles = rng.sample(articles, min(options.articles, len(articles)))
    characters = sum(len(paragraph) for article in articles for paragraph in article)
    print(f"{len(articles)} articles, {characters / 1e6:.2f} million characters\n")
    print(f"{'layout':34} {'precision':>9} {'recall':>7} {'hyphens right':>14} {'MB/s':>6}")
    for name, layout in LAYOUTS.items():
        print(f"{name:34} {measure(articles, layout, rng)}")


def measure(articles: Iterable[Article], layout: Layout, rng: random.Random) -> str:
    found = right = true = 0
    kept_right = hyphens = 0
    seconds, size = 0.0, 0
    for article in articles:
        source = layout(article, rng)
        start = time.perf_counter()
        body = reflow(source).body
        seconds += time.perf_counter() - start
        size += len(source)
        truth, got = boundaries(article), boundaries(rows(body))
        found, true, right = found + len(got), true + len(truth), right + len(got & truth)
        right_here, here = hyphens_right(article, source, rows(body))
        kept_right, hyphens = kept_right + right_here, hyphens + here
    precision = right / found if found else 1.0
    recall = right / true if true else 1.0
    share = f"{kept_right}/{hyphens}" if hyphens else "-"
    return f"{precision:9.4f} {recall:7.4f} {share:>14} {size / 1e6 / seconds:6.1f}"


def rows(body: TextBody) -> Article:
    return [body.text[block.start : block.end] for block in body.blocks]


def letters(text: str) -> str:
    return "".join(char for char in text if char.isalpha())


def boundaries(paragraphs: Article) -> set[int]:
    ends, total = set(), 0
    for paragraph in paragraphs[:-1]:
        total += len(letters(paragraph))
        ends.add(total)
    return ends


def hyphens_right(article: Article, source: str, result: Article) -> tuple[int, int]:
    """How many of the hyphens at line ends were treated as in the article before it was wrapped."""
    whole, again = " ".join(article), " ".join(result)
    truth = {m.start() - k: m for k, m in enumerate(re.finditer("-", re.sub(r"\s", "", whole)))}
    got = {m.start() - k: m for k, m in enumerate(re.finditer("-", re.sub(r"\s", "", again)))}
    bare = 0
    right = count = 0
    for line in source.split("\n"):
        packed = re.sub(r"[\s\f]", "", line)
        if re.fullmatch(r"\d+|[A-Z ]*", packed):
            continue
        bare += len(packed.replace("-", ""))
        if re.search(r"\w-$", line.rstrip()):
            count += 1
            right += (bare in truth) == (bare in got)
    return right, count


def corpus_articles(path: Path) -> list[Article]:
    """Runs of consecutive paragraphs of one chapter; notes and fragments are left out."""
    articles: list[Article] = []
    current: Article = []
    chapter = None
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if "note" in record["chapter"]:
                continue
            if chapter != (record["book"], record["chapter"]) or len(current) == PARAGRAPHS:
                articles, current = [*articles, current], []
                chapter = (record["book"], record["chapter"])
            text = " ".join(record["text"].replace("\u2060", "").split())
            if len(text) > 150 and text[0].isupper() and text[-1] in ".!?”":
                current.append(text)
    return [article for article in [*articles, current] if len(article) >= 5]


def made_up_articles(rng: random.Random) -> list[Article]:
    """Words of made-up syllables with Zipf's frequencies, in sentences and paragraphs."""
    syllables = [c + v for c in (*"bdfgklmnprstv", "kh", "sh", "tr") for v in "aeiou"]
    words = ["".join(rng.choices(syllables, k=rng.choice((1, 1, 2, 2, 3, 4)))) for _ in range(3000)]
    words += [f"{rng.choice(words)}-{rng.choice(words)}" for _ in range(100)]
    weights = [1 / (rank + 1) for rank in range(len(words))]

    def sentence() -> str:
        chosen = rng.choices(words, weights, k=rng.randint(6, 30))
        chosen = [w.capitalize() if rng.random() < 0.08 else w for w in chosen]
        return chosen[0].capitalize() + " " + " ".join(chosen[1:]) + "."

    def paragraph() -> str:
        return " ".join(sentence() for _ in range(rng.randint(1, 9)))

    return [[paragraph() for _ in range(PARAGRAPHS)] for _ in range(200)]


def wrapped(width: int, indent: str = "") -> Callable[[str, random.Random], list[str]]:
    return lambda text, _: textwrap.wrap(
        text, width, initial_indent=indent, break_long_words=False, break_on_hyphens=True
    )


def printed(measure_: float, indent: float = 0.0) -> Callable[[str, random.Random], list[str]]:
    """Wrap by widths of letters, as in print; an indent takes room and leaves no space behind."""

    def wrap(text: str, _: random.Random) -> list[str]:
        lines, current, room = [], "", measure_ - indent
        for word in text.split():
            longer = f"{current} {word}" if current else word
            if current and sum(map(_letter_width, longer)) > room:
                lines.append(current)
                current, room = word, measure_
            else:
                current = longer
        return [*lines, current]

    return wrap


def _letter_width(char: str) -> float:
    if char in _NARROW:
        return 0.55
    return 1.6 if char in _WIDE else 1.35 if char.isupper() else 1.1


def divided(width: int) -> Callable[[str, random.Random], list[str]]:
    """Wrap with words divided between a consonant and a consonant or vowel, as printers do."""

    def wrap(text: str, rng: random.Random) -> list[str]:
        lines, current = [], ""
        for word in text.split():
            longer = f"{current} {word}" if current else word
            if len(longer) <= width:
                current = longer
                continue
            room = width - len(current) - 2
            cuts = [m.end() for m in re.finditer(r"[aeiou][^aeiou\W](?=[^aeiou\W][aeiou])", word)]
            cuts += [m.end() for m in re.finditer(r"\w-(?=\w)", word)]
            fitting = [cut for cut in cuts if 2 <= cut <= room and cut <= len(word) - 3]
            if fitting and rng.random() < 0.8:
                cut = max(fitting)
                head = word[:cut] if word[cut - 1] == "-" else word[:cut] + "-"
                lines.append(f"{current} {head}".strip())
                current = word[cut:]
            else:
                lines.append(current)
                current = word
        return [*lines, current]

    return wrap


def joined(
    wrap: Callable[[str, random.Random], list[str]], between: str, line_end: str = "\n"
) -> Layout:
    return lambda article, rng: between.join(line_end.join(wrap(p, rng)) for p in article)


def paged(
    wrap: Callable[[str, random.Random], list[str]],
    between: list[str],
    break_: Callable[[int], str],
) -> Layout:
    """Pages of forty lines, cut wherever they end, most often within a sentence."""

    def layout(article: Article, rng: random.Random) -> str:
        lines: list[str] = []
        for paragraph in article:
            lines += [*(between if lines else []), *wrap(paragraph, rng)]
        sheets = ["\n".join(lines[at : at + 40]) for at in range(0, len(lines), 40)]
        text = sheets[0]
        for number, sheet in enumerate(sheets[1:], start=1):
            text += break_(number) + sheet.lstrip("\n")
        return text

    return layout


LAYOUTS: dict[str, Layout] = {
    "typed 72, blank line between": joined(wrapped(72), "\n\n"),
    "typed 60, blank line between": joined(wrapped(60), "\n\n"),
    "typed 72, nothing between": joined(wrapped(72), "\n"),
    "typed 72, indented": joined(wrapped(72, "    "), "\n"),
    "printed, nothing between": joined(printed(55), "\n"),
    "printed, indent lost in copying": joined(printed(55, 4), "\n"),
    "printed, blank line between": joined(printed(55), "\n\n"),
    "double spaced 60, nothing between": joined(wrapped(60), "\n\n", "\n\n"),
    "double spaced 60, two blank lines": joined(wrapped(60), "\n\n\n", "\n\n"),
    "divided words 60, blank line": joined(divided(60), "\n\n"),
    "divided words 60, nothing between": joined(divided(60), "\n"),
    "pages: blank lines": paged(wrapped(66), [""], lambda _: "\n\n\n"),
    "pages: number between blanks": paged(wrapped(66), [""], lambda n: f"\n\n{n}\n\n"),
    "pages: number, nothing between": paged(printed(55, 4), [], lambda n: f"\n{n}\n\n"),
    "pages: form feed, running head": paged(
        wrapped(66), [""], lambda n: f"\n\n{n}\n\fTHE HISTORY OF KHIVA\n\n"
    ),
    "one line a paragraph": lambda article, _: "\n".join(article),
    "one line a paragraph, blank line": lambda article, _: "\n\n".join(article),
}

if __name__ == "__main__":
    main()
