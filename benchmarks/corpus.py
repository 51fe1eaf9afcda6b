"""Passages to measure with: real ones where a file is given, else made up in the same shape.

The file holds one JSON object a line with ``text`` and perhaps ``title`` or ``book``, plain or
gzip. Made-up passages have the word frequencies of English (a Zipf law over 45,000 words), the
lengths of paragraphs in a history book, and the words that ``search.py`` asks for. Everything is
the same on every run.
"""

from __future__ import annotations

import gzip
import itertools
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FREQUENT = (
    "the of and to a in was his that he with by for as it which from were had on their at be not"
    " this or an but they is who him were all are have so its when into her she them no one"
)
NAMED = (
    "king emperor lord army Constantine Constantinople senate legions church Petrograd Soviet"
    " Muhammad Bolshevik Bolsheviks Asfandiyar Junaid constantly Mahomet"
)
_SYLLABLES = "ka ri mo sha bek tu ra no li za du he vo an el is or um ti pa con ste pre qua lo"
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph and the title of what it stands in."""

    title: str
    text: str


def passages(path: Path | None, megabytes: float) -> list[Passage]:
    """Give passages with so many megabytes (millions of characters) of text in all.

    A file with less is drawn out: further passages are put together from its sentences, so that
    words stay as frequent as they are and no passage comes twice.
    """
    chance = random.Random(1918)
    endless = _drawn_out(_read(path), chance) if path else _made_up(chance)
    wanted, size = [], 0
    for passage in endless:
        wanted.append(passage)
        size += len(passage.text)
        if size >= megabytes * 1e6:
            break
    return wanted


def _read(path: Path) -> list[Passage]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Passage(row.get("book") or row.get("title", ""), row["text"]) for row in rows]


def _drawn_out(real: list[Passage], chance: random.Random) -> Iterator[Passage]:
    yield from real
    sentences = [part for passage in real for part in _SENTENCE.split(passage.text) if part]
    for number in itertools.count():
        length = len(chance.choice(real).text)
        text = chance.choice(sentences)
        while len(text) < length:
            text += " " + chance.choice(sentences)
        yield Passage(f"book {number // 2000}", text)


def _made_up(chance: random.Random) -> Iterator[Passage]:
    words = _vocabulary(chance)
    weights = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    for number in itertools.count():
        length = max(3, int(chance.lognormvariate(5.1, 0.8)))
        drawn = chance.choices(words, cum_weights=weights, k=length)
        for start in range(0, length, 18):
            drawn[start] = drawn[start][:1].upper() + drawn[start][1:]
            end = min(start + 17, length - 1)
            drawn[end] += "."
        yield Passage(f"book {number // 2000}", " ".join(drawn))


def _vocabulary(chance: random.Random) -> list[str]:
    made = {
        "".join(chance.choices(_SYLLABLES.split(), k=chance.randint(1, 5))) for _ in range(60_000)
    }
    rest = sorted(made)[:45_000]
    chance.shuffle(rest)
    rest = [word.capitalize() if chance.random() < 0.2 else word for word in rest]
    words = [*FREQUENT.split(), *rest]
    for order, name in enumerate(
        NAMED.split()
    ):  # about as frequent as such words are in history books
        words.insert(150 + order * order * 6, name)
    return words
