"""Feeds mutated real files to every importer, and says what broke.

Run as ``python -m benchmarks.fuzz_imports [--count N] [--seed S] [--only SUFFIX]``; the default is
a small run, tens of thousands are for a night. Real files come from ``tests/importers``: the
article in each format, made by pandoc, and the PDFs there. Each is cut, flipped, spliced, doubled,
or has a part of its package changed. A find is an exception that is no ``UserError``, a read of
more than ten seconds, growth of more than 500 MB (children included), or a text that is not sound.
Every hundredth text goes into a library, which is checked at the end. The exit code is 1 after a
find, and the file is kept in the folder that is named.
"""

from __future__ import annotations

import argparse
import io
import random
import resource
import sys
import tempfile
import time
import traceback
import unicodedata
import zipfile
from collections import Counter
from pathlib import Path

from khiva_notes import importers
from khiva_notes.importers.bibliography import read_bibliography
from khiva_notes.model.errors import UserError
from khiva_notes.model.texts import ImportedText
from khiva_notes.services.checking import check
from khiva_notes.services.folders import Folders
from khiva_notes.services.library import Library
from khiva_notes.services.sources import import_text
from khiva_notes.services.zotero import read_zotero
from tests.importers import documents
from tests.importers.test_html import PAGE
from tests.importers.test_rtf import WORD
from tests.importers.test_tei import TEI
from tests.services.zotero_library import make_zotero

_SECONDS = 10.0
_GROWTH = 500 * 1024
_EVERY = 100
_FIXTURES = Path(documents.__file__).parent / "fixtures"
_ODD = (
    b"\x00",
    b"\xff",
    b"<",
    b">",
    b"&",
    b"{",
    b"}",
    b"\\",
    b"\xf4\x8f\xbf\xbf",
    b"-1",
    b"9" * 20,
)
_BIB = (
    b"@string{n = {Nauka}}\n@book{bartold1963, author={Barthold, V. V. and Others}, publisher=n,\n"
    b" title={{Turkestan} \\'a la {\\o}}, year=1963, pages={1--9}, keywords={khans, Khiva}}\n"
    b'@article{y, author={Yusupov, S}, title="The Coup", journal={VI}, date={1990-05/1991}}\n'
) * 20
_RIS = b"TY  - JOUR\nAU  - Yusupov, S\nTI  - The Coup\nPY  - 1990/05/01\nSP  - 1\nER  - \n" * 20
_CSL = (
    b'[{"id": "a", "type": "book", "title": "One", "author": [{"family": "B", "given": "V"}], '
    b'"issued": {"date-parts": [[1963, 5]]}}, {"id": "b", "type": "chapter", "title": "Two"}]'
)
_LISTS = (".bib", ".ris", ".json", ".sqlite")


def real_files() -> list[tuple[str, bytes]]:
    """The files that are mutated, with their names."""
    article = documents.ARTICLE.read_bytes()
    text = documents.as_markdown(importers.read(documents.ARTICLE))
    files = [("article.txt", article), ("sample.md", documents.SAMPLE.encode())]
    for form in ("docx", "odt", "epub", "rtf", "html"):
        files.append((f"sample.{form}", documents.made_by_pandoc(documents.SAMPLE, form)))
        files.append((f"article.{form}", documents.made_by_pandoc(text, form)))
    files += [("page.html", PAGE.encode()), ("word.rtf", WORD.encode()), ("tei.xml", TEI.encode())]
    files += [(path.name, path.read_bytes()) for path in sorted(_FIXTURES.glob("*.pdf"))]
    files.append(("zotero.sqlite", _zotero()))
    files += [("works.bib", _BIB), ("works.ris", _RIS), ("works.json", _CSL)]
    return files


def _zotero() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "zotero.sqlite"
        make_zotero(path).close()
        return path.read_bytes()


def _read_list(data: bytes, name: str) -> None:
    """Read a list of works; a library of Zotero is one that lies in a folder."""
    if not name.endswith(".sqlite"):
        read_bibliography(data, name)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        read_zotero(path)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """A file with one to eight faults; of a package, often inside one of its parts."""
    if data.startswith(b"PK") and chance.random() < 0.7:
        return _inside(data, chance)
    return _damaged(data, chance)


def _damaged(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        if not changed:
            break
        at = chance.randrange(len(changed))
        end = min(len(changed), at + chance.choice((1, 8, 200, 5000)))
        kind = chance.randrange(7)
        if kind == 0:
            changed[at] ^= 1 << chance.randrange(8)
        elif kind == 1:
            del changed[at:end]
        elif kind == 2:
            changed[at:at] = chance.choice(_ODD) * chance.choice((1, 1, 10, 1000))
        elif kind == 3:
            changed[at:at] = changed[at:end] * chance.choice((1, 2, 50))
        elif kind == 4:
            changed[at:end] = chance.randbytes(end - at)
        elif kind == 5 and chance.random() < 0.3:
            del changed[at:]
        else:
            other = chance.randrange(len(changed))
            changed[at:at] = changed[other : other + (end - at)]
    return bytes(changed[: 4 << 20])


def _inside(data: bytes, chance: random.Random) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        names = old.namelist()
        hit = chance.choice([n for n in names if n.endswith(("ml", "opf"))])
        for name in names:
            part = old.read(name)
            new.writestr(name, _damaged(part, chance) if name == hit else part)
    return target.getvalue()


def fault_of(came: ImportedText) -> str:
    """What is not sound about a text, "" if all is."""
    body = came.body
    if [body.text[b.start : b.end] for b in body.blocks] != body.text.split("\n"):
        return "blocks are not the lines"
    if not unicodedata.is_normalized("NFC", body.text) or "\r" in body.text or "\0" in body.text:
        return "characters are not in the normal form"
    offsets = [page.offset for page in body.pages]
    if offsets != sorted(offsets) or any(not 0 <= o < len(body.text) for o in offsets):
        return "pages out of order"
    if any(not 0 <= m.start < m.end <= len(body.text) for m in came.marks):
        return "a mark outside the text"
    return ""


def peak() -> int:
    """Kilobytes, this process's and the largest child's."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return own + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss


def tried(name: str, data: bytes, library: Library | None) -> tuple[str, str]:
    """Read one file: how it ended (``read``, ``refused`` or ``find``), and what was found."""
    begun = time.monotonic()
    try:
        if name.endswith(_LISTS):
            _read_list(data, name)
            return _timed("read", begun)
        came = importers.read_bytes(data, name)
    except UserError as error:
        outcome, fault = "refused", "" if error.remedy else f"no remedy: {error}"
    except Exception:
        return "find", traceback.format_exc()
    else:
        outcome, fault = "read", fault_of(came)
        if library is not None and not fault:
            import_text(library, came, name)
    seconds = time.monotonic() - begun
    fault = fault or (f"{seconds:.1f} s" if seconds > _SECONDS else "")
    return ("find", fault) if fault else (outcome, "")


def _timed(outcome: str, begun: float) -> tuple[str, str]:
    seconds = time.monotonic() - begun
    return ("find", f"{seconds:.1f} s") if seconds > _SECONDS else (outcome, "")


def main() -> int:
    """Run, report, and return the exit code."""
    options = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    options.add_argument("--count", type=int, default=300)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", default="", help="a suffix, such as .pdf")
    chosen = options.parse_args()
    chance = random.Random(chosen.seed)
    files = [file for file in real_files() if file[0].endswith(chosen.only)]
    kept = Path(tempfile.mkdtemp(prefix="khiva-fuzz-"))
    for part in ("d", "c", "f", "s"):
        (kept / part).mkdir()
    folders = Folders(kept / "d", kept / "c", kept / "f", kept / "s")
    counts: Counter[tuple[str, str]] = Counter()
    finds = 0
    slowest = 0.0
    before = peak()
    with Library.create(kept / "d" / "fuzz.khiva", folders.locks) as library:
        for number in range(chosen.count):
            name, data = files[number % len(files)]
            broken = mutated(data, chance)
            begun = time.monotonic()
            into = library if number % _EVERY < len(files) else None
            outcome, fault = tried(name, broken, into)
            slowest = max(slowest, time.monotonic() - begun)
            counts[Path(name).suffix, outcome] += 1
            if outcome == "find":
                finds += 1
                target = kept / f"{chosen.seed}-{number}-{name}"
                target.write_bytes(broken)
                print(f"{target}: {fault}", flush=True)
        sources = len(library.data.items.all("source"))
    problems = check(kept / "d" / "fuzz.khiva", folders.cache)
    growth = peak() - before
    for (suffix, outcome), count in sorted(counts.items()):
        print(f"{suffix:6} {outcome:8} {count}")
    print(f"slowest {slowest:.1f} s; growth {growth // 1024} MB; {sources} sources kept")
    print(f"library: {problems or 'sound'}; {finds} finds in {chosen.count}")
    return 1 if finds or problems or growth > _GROWTH else 0


if __name__ == "__main__":
    sys.exit(main())
