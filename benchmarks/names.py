"""How well names are compared, found and suggested, and how fast.

    python benchmarks/names.py [CORPUS.jsonl.gz]

CORPUS holds JSON lines with ``book`` and ``text``; if it has Pepys's diary (8,094 passages), the
suggestions are also measured on days whose people were listed by hand; the last was listed before
the program ever saw it. Without a corpus, speed is measured on the article over and over.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from khiva_notes.model.names import (
    LIKELY,
    find_mentions,
    find_names,
    fold_tokens,
    likeness,
)

ROOT = Path(__file__).parents[1]
PAIRS = ROOT / "tests" / "model" / "names" / "pairs.tsv"
ARTICLE = ROOT / "sample_db" / "khiva-article.txt"

# Spellings of one person are parted by a bar.
ARTICLE_PEOPLE = """
Zhunaidkhan|Zhunaid Khan|Junaid Khan
Asfandierkhan|Asfanidiyorkhan|Asfandiyorhan
Said Abdullahan|Said Abullahan|Said Abdlullahan
Zhunaidkhan-Eshim
Polvonniez Khozhi Yusupov
Ibrohim Hajj
Ruzimuhammad
A.N. Khristoforov
Said Olimkhan
Trotsky
Kushmamedkhan
Gulomalikhan
Georgy Borisovich Skalov|G. Skalov
N. M. Sherbakov|N.M.Sherbakov
N.A.Shaidakov
"""
DAYS = {
    "diary, days used for tuning": (
        (3000, 3005),
        """
        Batters; Lord Bellasses; Mrs. Martin; Sarah; Sir Robert Viner; Mr. Thomas Andrews; Balty
        Duke of York; Sir W. Coventry; Sir J. Minnes; Mr. Hingston; Evens; Sir W. Batten
        Sir R. Ford
        Lord Buckingham|Duke of Buckingham|Buckingham; Lord Dorchester|Lord Marquis Dorchester
        Duke of Albemarle; Sir Allen Brodericke; Sir Allen Apsly; Captain Cocke; Mrs. Batters
        Mr. Moone; Mrs. Clerk; Daniel; Lady Castlemayne; Hogg; Sir W. Penn; Middleton; Mr. Oviatt
        Carcasse; Whitfield; ?Lord Chamberlain
        """,
    ),
    "diary, further days, looked at once": (
        (2000, 2005),
        """
        Mrs. Ward; Mr. Reeves; Mrs. Harman; Mr. Duke; Mr. Povy; Mr. Gauden; Mr. Coventry
        Duke of York; Mr. Alsopp; Mr. Lanyon; Mr. Andrews; Betterton; Ianthe; Jervas; Jane
        Mr. Blagrave; Besse; Lord Sandwich; Su; Thomas; Tom; Dr. Tom Pepys; Tom Trice; Cocke
        Mr. Hill; Seignor Pedro; Mr. Bland
        """,
    ),
    "diary, days listed before any run": (
        (500, 504),
        """
        John; Mr. Gibson; Lord Brouncker|Brouncker; Duke of York; Leeson; Duke of Monmouth
        Harry Killigrew|Harry; Lady Shrewsbury; Mr. May; Mr. Chevins; Mr. Holliard
        Duke of Buckingham|Buckingham; Tom Killigrew; J. Minnes; T. Middleton; Samuel Pepys
        Captain Cox; Matt
        """,
    ),
}


def main() -> None:
    corpus = read(Path(sys.argv[1])) if len(sys.argv) > 1 else {}
    article = re.sub(r"\s+", " ", ARTICLE.read_text(encoding="utf-8"))
    compare_pairs()
    people = [line.split("|") for line in ARTICLE_PEOPLE.split("\n") if line]
    mentions_in(article, people)
    print(f"\n{'people suggested':38} {'listed':>7} {'precision':>9} {'recall':>7}")
    suggestions("the article", article, people, [])
    diary = corpus.get("pepys", [])
    for label, ((first, last), listed) in DAYS.items():
        if last <= len(diary):
            wanted = [each.strip() for each in re.split(r"[;\n]", listed) if each.strip()]
            neutral = [each[1:] for each in wanted if each[0] == "?"]
            known = [each.split("|") for each in wanted if each[0] != "?"]
            suggestions(label, "\n".join(diary[first:last]), known, neutral)
    speed("\n".join("\n".join(texts) for texts in corpus.values()) or article * 250)


def read(path: Path) -> dict[str, list[str]]:
    """Texts by book."""
    books: dict[str, list[str]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            books.setdefault(record.get("book", ""), []).append(record["text"])
    return books


def compare_pairs() -> None:
    print(f"{'pairs of names':38} {'pairs':>7} {'precision':>9} {'recall':>7}")
    with PAIRS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    missed: list[str] = []
    for use in ("tune", "held out"):
        chosen = [row for row in rows if row["use"] == use]
        same = [row for row in chosen if row["truth"] == "same"]
        called = [row for row in chosen if called_same(row)]
        right = [row for row in called if row["truth"] == "same"]
        precision, recall = len(right) / len(called), len(right) / len(same)
        print(f"{use:38} {len(chosen):7} {precision:9.3f} {recall:7.3f}")
        missed += [f"{row['name a']} / {row['name b']}" for row in same if row not in called]
    print("missed: " + "; ".join(missed))


def called_same(row: dict[str, str]) -> bool:
    return likeness(row["name a"], row["name b"]).score >= LIKELY


def mentions_in(article: str, people: Sequence[Sequence[str]]) -> None:
    """Each person sought under the first spelling alone; the truth is where the spellings stand."""
    found = right = true = 0
    for spellings in people:
        pattern = "|".join(re.escape(each) for each in spellings)
        truth = {
            match.span() for match in re.finditer(rf"(?<![\w-])(?:{pattern})(?![\w-])", article)
        }
        got = {(each.start, each.end) for each in find_mentions(article, spellings[:1])}
        found, right, true = found + len(got), right + len(got & truth), true + len(truth)
    print(f"\n{'mentions in the article':38} {'places':>7} {'precision':>9} {'recall':>7}")
    print(f"{len(people)} people, one spelling each{'':13} {true:7} ", end="")
    print(f"{right / found:9.3f} {right / true:7.3f}")


def suggestions(
    label: str, text: str, people: Sequence[Sequence[str]], neutral: Sequence[str]
) -> None:
    """A suggestion is right if it holds a listed spelling; a person is found by one suggestion."""
    groups = [group for group in find_names(text, "en") if group.kind == "person"]
    groups = [group for group in groups if group.name not in neutral]
    listed = {spelling for spellings in people for spelling in spellings}
    right = [group for group in groups if listed & set(group.spellings)]
    seen = {spelling for group in right for spelling in group.spellings}
    recall = sum(bool(seen & set(spellings)) for spellings in people) / len(people)
    print(f"{label:38} {len(people):7} {len(right) / len(groups):9.3f} {recall:7.3f}")
    print("  wrong: " + ("; ".join(group.name for group in groups if group not in right) or "none"))
    print("  missed: " + ("; ".join(s[0] for s in people if not seen & set(s)) or "none"))


def speed(text: str) -> None:
    size = len(text) / 1e6
    print(f"\n{'speed':38} {'MB':>7} {'MB/s':>9}")
    for label, names in {
        "mentions, one name": ["Constantine"],
        "mentions, six names of a card": [
            "Junaid Khan", "Джунаид-хан", "جنید خان", "Junaidxon", "Zhunaidkhan", "Cüneyd Han",
        ],
    }.items():  # fmt: skip
        start = time.perf_counter()
        find_mentions(text, names)
        print(f"{label:38} {size:7.1f} {size / (time.perf_counter() - start):9.2f}")
    for label in ("keys of all words, first time", "keys of all words, again"):
        start = time.perf_counter()
        words = len(fold_tokens(text))
        seconds = time.perf_counter() - start
        print(
            f"{label:38} {size:7.1f} {size / seconds:9.2f}  {seconds / words * 1e6:.2f} us a word"
        )
    start = time.perf_counter()
    find_names(text[:1_000_000], "en")
    print(f"{'suggestions':38} {1.0:7.1f} {1 / (time.perf_counter() - start):9.2f}")


if __name__ == "__main__":
    main()
