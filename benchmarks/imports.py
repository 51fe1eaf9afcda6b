"""Times the import of a thousand articles into a library, in several formats.

Run as ``python -m benchmarks.imports [COUNT]``: the sample article under COUNT different titles,
half of them plain text, the rest in turn Markdown, HTML, RTF, Word, OpenDocument, EPUB, PDF. One
line for each format (milliseconds a file, reading alone), one for the whole, and the memory used.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from khiva_notes import importers
from khiva_notes.services.folders import Folders
from khiva_notes.services.importing import import_many
from khiva_notes.services.library import Library
from tests.importers import documents

_FORMS = {"md": "markdown", "html": "html", "rtf": "rtf", "docx": "docx", "odt": "odt"}


def _articles() -> dict[str, bytes]:
    """The article in each format."""
    text = documents.as_markdown(importers.read(documents.ARTICLE))
    found = {"txt": documents.ARTICLE.read_bytes()}
    for suffix, form in {**_FORMS, "epub": "epub"}.items():
        found[suffix] = documents.made_by_pandoc(text, form)
    pdf = Path(documents.__file__).parent / "fixtures" / "two-columns.pdf"
    return {**found, "pdf": pdf.read_bytes()}


def _write(folder: Path, count: int) -> None:
    articles = _articles()
    others = [suffix for suffix in articles if suffix != "txt"]
    for number in range(count):
        suffix = "txt" if number % 2 == 0 else others[number // 2 % len(others)]
        data = articles[suffix]
        # Bytes after a file's end change its fingerprint and none of its words.
        extra = b"" if suffix in ("docx", "odt", "epub") else b"\n" * (number + 1)
        (folder / f"article-{number}.{suffix}").write_bytes(data + extra)


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        papers = root / "papers"
        papers.mkdir()
        _write(papers, count)
        times: dict[str, list[float]] = defaultdict(list)
        for path in sorted(papers.iterdir())[:160]:
            begun = time.perf_counter()
            importers.read(path)
            times[path.suffix].append(time.perf_counter() - begun)
        for suffix, found in sorted(times.items()):
            print(f"{suffix:6} {1000 * sorted(found)[len(found) // 2]:7.1f} ms a file")
        folders = Folders(root, root / "cache", root / "config", root / "state")
        begun = time.perf_counter()
        with Library.create(root / "large.khiva", folders.locks) as library:
            report = import_many(library, [papers], again=True)
        seconds = time.perf_counter() - begun
        size = (root / "large.khiva").stat().st_size >> 20
        print(f"{len(report.came)} of {count} in {seconds:.1f} s; library {size} MB")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
    print(f"peak {peak} MB, largest child {child} MB")


if __name__ == "__main__":
    main()
