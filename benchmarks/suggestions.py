"""How much of what a reader would take the suggestions offer, and how much of it is right.

    python -m benchmarks.suggestions [CORPUS.jsonl.gz]

The truth stands in suggestions.tsv and was written down by reading, before any run (but for the
months' headings and one "next morning", set aside after the first): the whole article, and of
Pepys's diary (``CORPUS``, JSON lines with ``book``, ``chapter``, ``n``, ``title`` and ``text``) two
samples of twelve days drawn by lot, one to learn from and one held out. It holds places in the
texts and not the texts. What could be taken either way has a question mark and counts neither for
nor against. A day is offered as the diary gives it: under a heading with its month.

No name rule was made from the half held out. Days under headings and sums of money were taught
after both halves had been read, so that for those the second half is no independent witness.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from khiva_notes import importers
from khiva_notes.model.citations import find_marks
from khiva_notes.model.suggestions import Suggestion, suggest
from khiva_notes.model.texts import Block, TextBody

ROOT = Path(__file__).parents[1]
TRUTH = Path(__file__).with_suffix(".tsv")
ARTICLE = ROOT / "sample_db" / "khiva-article.txt"
LABELS = {"tune": "diary, read for tuning", "held out": "diary, held out"}

Span = tuple[int, int]


@dataclass(frozen=True)
class True_:
    """What a reader found: ``what`` names the person or place, or is the date wanted."""

    sort: str
    what: str
    start: int
    end: int

    def meets(self, span: Span) -> bool:
        return self.start < span[1] and span[0] < self.end


@dataclass(frozen=True)
class Document:
    label: str
    body: TextBody
    truth: tuple[True_, ...]


def main() -> None:
    corpus = read(Path(sys.argv[1])) if len(sys.argv) > 1 else {}
    for document in documents(corpus):
        words = len(document.body.text.split())
        print(f"\n{document.label}, {words:,} words")
        print(f"  {'':12}{'wanted':>8}{'offered':>9}{'precision':>11}{'recall':>8}")
        marks = [(mark.start, mark.end) for mark in find_marks(document.body.text)]
        found = suggest(document.body, marks, language="en")
        names(document, "people", "person", found)
        names(document, "places", "place", found)
        spans(document, "dates", "date", found)
        spans(document, "figures", "figure", found)
        spans(document, "quotations", "quotation", found)


def read(path: Path) -> dict[str, tuple[str, str]]:
    """The diary's days by their number: heading and words."""
    days: dict[str, tuple[str, str]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record["book"] == "pepys":
                key = f"{record['chapter'].removesuffix('.xhtml')}#{record['n']}"
                days[key] = record["title"], record["text"]
    return days


def documents(corpus: dict[str, tuple[str, str]]) -> Iterable[Document]:
    with TRUTH.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    article = importers.read(ARTICLE).body
    yield Document(
        "article",
        article,
        tuple(_true(article.text, row, 0) for row in rows if row[0] == "article"),
    )
    for half, label in LABELS.items():
        mine = [row for row in rows if row[0] == half]
        if corpus and all(row[1] in corpus for row in mine):
            yield diary(label, mine, corpus)


def diary(
    label: str, rows: Sequence[Sequence[str]], corpus: dict[str, tuple[str, str]]
) -> Document:
    text, blocks, truth = "", [], []
    for entry in dict.fromkeys(row[1] for row in rows):
        heading, words = corpus[entry]
        words = words.replace("\n", " ")
        blocks.append(Block(len(text), len(text) + len(heading), "heading", 1))
        truth.append(True_("?date", heading, len(text), len(text) + len(heading)))
        text += heading + "\n"
        start = len(text)
        blocks.append(Block(start, start + len(words)))
        text += words + "\n"
        truth += [_true(text, row, start) for row in rows if row[1] == entry]
    return Document(label, TextBody(text[:-1], tuple(blocks)), tuple(truth))


def _true(text: str, row: Sequence[str], before: int) -> True_:
    start = before + int(row[4])
    end = start + len(row[5])
    if text[start:end] != row[5]:
        raise SystemExit(f"{row[1]} has not {row[5]!r} at {row[4]}: another edition of the text?")
    return True_(row[2], row[3], start, end)


def names(document: Document, label: str, kind: str, found: Sequence[Suggestion]) -> None:
    """A name is right if its first place is one; people and places are counted once each."""
    wanted = [one for one in document.truth if one.sort == kind]
    other = [one for one in document.truth if one.sort.startswith("?")]
    offered = [one for one in found if one.sort == "name" and one.kind == kind]
    right: list[Suggestion] = []
    wrong: list[Suggestion] = []
    held: dict[str, int] = {}
    mixed = []
    for one in offered:
        borne = {true.what for true in wanted for place in one.places if true.meets(place)}
        if any(true.meets(one.places[0]) for true in wanted):
            right.append(one)
            mixed += [one.title] if len(borne) > 1 and kind == "person" else []
            for what in borne:
                held[what] = held.get(what, 0) + 1
        elif not any(true.meets(one.places[0]) for true in other):
            wrong.append(one)
    bearers = list(dict.fromkeys(one.what for one in wanted))
    _line(label, len(bearers), len(right), len(wrong), sum(one in held for one in bearers))
    spots = [place for one in offered for place in one.places]
    seen = sum(any(true.meets(place) for place in spots) for true in wanted)
    print(f"      of {len(wanted)} places in the text {seen} found")
    _tell("wrong", [one.title for one in wrong])
    _tell("missed", [one for one in bearers if one not in held])
    if kind == "person":
        _tell("two in one", mixed)
        _tell("one in two", [one for one, times in held.items() if times > 1])


def spans(document: Document, label: str, sort: str, found: Sequence[Suggestion]) -> None:
    """A span is right if it overlaps one that was wanted and, for a date, means that day."""
    text = document.body.text
    wanted = [one for one in document.truth if one.sort == sort]
    other = [one for one in document.truth if one.sort == f"?{sort}"]
    right: set[True_] = set()
    wrong: list[str] = []
    for one in (each for each in found if each.sort == sort):
        met = [true for true in wanted if true.meets(one.core)]
        if (
            met
            and sort == "date"
            and one.date is not None
            and met[0].what not in ("*", one.date.edtf)
        ):
            wrong.append(f"{text[slice(*one.core)]} as {one.date.edtf}")
        elif met:
            right.update(met)
        elif not any(true.meets(one.core) for true in other):
            wrong.append(text[slice(*one.core)])
    _line(label, len(wanted), len(right), len(wrong), len(right))
    _tell("wrong", wrong)
    _tell("missed", [text[one.start : one.end] for one in wanted if one not in right])
    if sort == "quotation" and wanted:
        speakers(document, found)


def speakers(document: Document, found: Sequence[Suggestion]) -> None:
    """Who speaks is right if the named words are those a reader would name, or none."""
    text = document.body.text
    told = []
    for true in (one for one in document.truth if one.sort == "quotation"):
        for one in found:
            if one.sort == "quotation" and true.meets(one.core):
                words = " ".join(text[slice(*one.speaker)].split()) if one.speaker else "-"
                told.append(f"{words} ({'right' if words == true.what else true.what})")
    _tell("speakers", told)


def _line(label: str, wanted: int, right: int, wrong: int, reached: int) -> None:
    offered = right + wrong
    precision = f"{right / offered:.3f}" if offered else "-"
    recall = f"{reached / wanted:.3f}" if wanted else "-"
    print(f"  {label:12}{wanted:8}{offered:9}{precision:>11}{recall:>8}")


def _tell(what: str, words: Sequence[str]) -> None:
    if words:
        print(f"      {what}: " + "; ".join(" ".join(each.split())[:60] for each in words))


if __name__ == "__main__":
    main()
