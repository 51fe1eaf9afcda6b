"""An essay's Markdown read back: quotations against passages, citations, claims no longer sure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from khiva_notes.model.citing import Outline
from khiva_notes.model.errors import UserError
from khiva_notes.model.items import Item
from khiva_notes.model.quotation_check import Checked, Difference, SourceText
from khiva_notes.model.reference_marks import CitedWork, citation_groups
from khiva_notes.services.essay_claims import doubtful_uses, short
from khiva_notes.services.written_quotations import Written, written_quotations
from khiva_notes.store.repositories import Repositories
from khiva_notes.store.store import Reader

Sort = Literal["quotation", "page", "citation", "claim", "gone"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: the line of the file (from 1), what is wrong, and the right words."""

    line: int
    sort: Sort
    says: str
    right: str = ""


@dataclass(frozen=True, slots=True)
class EssayCheck:
    """What reading an essay back has found, and how much was read."""

    findings: tuple[Finding, ...]
    quotations: int
    citations: int


def check_essay(
    data: Repositories, markdown: str, cancelled: Callable[[], bool] = lambda: False
) -> EssayCheck:
    """Compare an essay's Markdown, exported or edited by hand, with the library."""
    text = markdown.replace("\r\n", "\n").removeprefix("\ufeff")
    desk = _Desk(data)
    findings: list[Finding] = []
    groups = citation_groups(text)
    for group in groups:
        for work in group.works:
            if desk.source(work.key) is None:
                says = f"No source of the library has the citation key '{work.key}'."
                findings.append(Finding(_line(text, group.start), "citation", says))
    quotations = written_quotations(text)
    for written in quotations:
        if cancelled():
            break
        findings += _quoted(desk, written)
    for use in doubtful_uses(data, text):
        findings.append(Finding(use.line, "gone" if use.gone else "claim", use.says))
    ordered = sorted(dict.fromkeys(findings), key=lambda finding: finding.line)
    return EssayCheck(tuple(ordered), len(quotations), sum(len(g.works) for g in groups))


def check_file(
    library: Path, file: Path, cancelled: Callable[[], bool] = lambda: False
) -> EssayCheck:
    """Compare a Markdown file with the library at a path, from any thread."""
    text = read_markdown(file)
    reader = Reader(library)
    try:
        with reader.moment() as data:
            return check_essay(data, text, cancelled)
    finally:
        reader.close()


def read_markdown(file: Path) -> str:
    """Return a Markdown file's text; UserError if it cannot be read or is no UTF-8 text."""
    try:
        return file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UserError(f"{file} cannot be read ({error.strerror}).", "") from error
    except UnicodeDecodeError as error:
        raise UserError(f"{file} is no Markdown in UTF-8.", "Save it again as UTF-8.") from error


class _Desk:
    """The sources by key, and their texts as they are needed."""

    def __init__(self, data: Repositories) -> None:
        self._data = data
        self._keys = {
            row.citekey.casefold(): number for number, row in data.works.of_many().items()
        }
        self._texts: dict[int, tuple[SourceText, Outline] | None] = {}
        self._named: dict[str, Item | None] = {}

    def source(self, key: str) -> Item | None:
        """Return the source that a key cites: by citation key, else by the item's key."""
        if key not in self._named:
            self._named[key] = self._look_up(key)
        return self._named[key]

    def _look_up(self, key: str) -> Item | None:
        number = self._keys.get(key.casefold())
        item = self._data.items.find(number) if number else self._data.items.by_key(key)
        if number is None and (item is None or item.kind != "source"):
            from khiva_notes.services.works import csl_of_many

            sources = [source.id for source in self._data.items.all("source")]
            given = csl_of_many(self._data, sources)
            found = [n for n, csl in given.items() if str(csl["id"]).casefold() == key.casefold()]
            item = self._data.items.find(found[0]) if found else None
        return item if item is not None and item.kind == "source" and not item.trashed else None

    def text(self, source: Item) -> tuple[SourceText, Outline] | None:
        """Return a source's current text and its outline, None if it has none."""
        if source.id not in self._texts:
            version = self._data.texts.current(source.id)
            self._texts[source.id] = (
                (
                    SourceText(self._data.texts.body(version.id).text),
                    self._data.texts.outline(version.id),
                )
                if version
                else None
            )
        return self._texts[source.id]

    def everywhere(self) -> Iterator[Item]:
        """Yield every source."""
        yield from self._data.items.all("source")


_SURE = 85.0


def _quoted(desk: _Desk, written: Written) -> Iterator[Finding]:
    cited = [(work, source) for work in written.works if (source := desk.source(work.key))]
    tried: list[tuple[CitedWork | None, Item, Checked, Outline]] = []
    for work, source in cited:
        if read := desk.text(source):
            tried.append((work, source, read[0].check(written.words), read[1]))
    if not written.works and written.is_block:
        for source in desk.everywhere():
            if read := desk.text(source):
                tried.append((None, source, read[0].check(written.words), read[1]))
    if not tried:
        return
    best_work, best_source, best, outline = max(tried, key=lambda each: each[2].likeness)
    if best.differences:
        unsure = not written.is_block and best.likeness < _SURE
        if unsure or (best_work is None and best.likeness < _SURE):
            return
        for difference in best.differences:
            yield Finding(
                written.line, "quotation", _says(difference, best_source), _right(difference)
            )
        return
    matching = [each for each in tried if not each[2].differences and each[0] is not None]
    if matching and not any(_at(w, c, o) for w, _, c, o in matching if w):
        places = list(dict.fromkeys(outline.locator(place) for place in best.places))
        where = best_work.locator if best_work else ""
        says = f"“{short(written.words)}” does not stand at {where} of “{best_source.title}”."
        yield Finding(written.line, "page", says, " or ".join(places))


def _at(work: CitedWork, checked: Checked, outline: Outline) -> bool:
    """Whether what is cited is where the words stand; what is no page can't be told."""
    given = _numbers(work.locator)
    if not given:
        return True
    for place in checked.places:
        begin, end = outline.locator(place), outline.locator(max(place, checked.end - 1))
        if len(checked.places) > 1:
            end = begin
        if begin.startswith("¶") != bool(re.match(r"¶|para", work.locator)):
            continue
        there = _numbers(f"{begin}-{end.split()[-1]}") or {begin.split()[-1].casefold()}
        if given & there:
            return True
    labels = {label.casefold() for label in outline.labels}
    is_page = not re.match(r"¶|para", work.locator)
    return is_page and not (given & labels) and not labels


def _numbers(locator: str) -> set[str]:
    """Return the pages or paragraphs of a locator one by one: ``pp. 107-8`` is 107 and 108."""
    found: set[str] = set()
    for one, other in re.findall(
        r"(\d+|\b[ivxlcdm]+\b)(?:\s*[-‐‑–—]\s*(\d+))?", locator.casefold()
    ):
        found.add(one)
        if other and one.isdigit():
            last = int(one[: max(0, len(one) - len(other))] + other)
            found |= {str(n) for n in range(int(one), min(last, int(one) + 500) + 1)}
    return found


def _says(difference: Difference, source: Item) -> str:
    title = f"“{source.title}”"
    match difference.fault:
        case "changed":
            return f"“{difference.words}” is “{difference.source}” in {title}."
        case "added":
            return f"“{difference.words}” is not in {title}; put what you add in brackets."
        case "omitted":
            return f"“{short(difference.source)}” of {title} is left out without an ellipsis."
    return f"“{short(difference.words)}” is not found in {title}."


def _right(difference: Difference) -> str:
    return difference.source


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
