"""Writing an essay out: one Markdown file with its works beside it, kept abreast of both hands."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from khiva_notes.exporters.bibliography.csl_json import csl_json
from khiva_notes.exporters.documents.forms import FORMS
from khiva_notes.exporters.essay_document import BIBLIOGRAPHY, Keys, essay_note
from khiva_notes.exporters.essay_merge import EssayMerge, is_essay, merged_essay
from khiva_notes.exporters.vault.blocks import Note
from khiva_notes.exporters.vault.folder import Folder
from khiva_notes.exporters.vault.present import text_of
from khiva_notes.model.errors import UserError
from khiva_notes.model.essay_text import EssayText
from khiva_notes.model.reference_marks import citation_groups
from khiva_notes.services.citation_styles import Style, style_named
from khiva_notes.services.essay_reading import read_essay
from khiva_notes.services.library import Library
from khiva_notes.services.works import csl_of_many, fix_citekeys
from khiva_notes.store.repositories import Repositories
from khiva_notes.store.store import Reader


@dataclass(frozen=True, slots=True)
class EssayDraft:
    """An essay ready to be written: the document, the works it cites, the style, what is gone.

    ``works`` are CSL-JSON items by citation key; ``unresolved`` are the keys that no source has.
    """

    note: Note
    works: Mapping[str, Mapping[str, Any]]
    style: Style
    gone: int = 0
    unresolved: tuple[str, ...] = ()

    @property
    def markdown(self) -> str:
        """The whole document as it is first written."""
        return self.note.text()


def draft_essay(data: Repositories, essay_id: int, style: str = "") -> EssayDraft:
    """Read an essay and all that it cites; ``style`` wins over the essay's own.

    LookupError if there is no such essay, UserError for a style that cannot be read.
    """
    essay = read_essay(data, essay_id)
    chosen = style_named(style or str(essay.essay.fields.get("citation-style", "")))
    sources = _quoted_sources(essay)
    keys = {row.citekey: number for number, row in data.works.of_many().items()}
    named, unresolved = _named(data, essay, keys)
    items = csl_of_many(data, {*sources, *named.values()})
    of_source = {number: str(item["id"]) for number, item in items.items()}
    titles = {item.key: item.title for item in data.items.all()}
    written = {word: of_source[number] for word, number in named.items() if number in of_source}
    note = essay_note(
        essay,
        Keys({n: of_source[n] for n in sources if n in of_source}, written, titles),
        style=chosen.file_name,
    )
    cited = {w.key for text in note.blocks.values() for g in citation_groups(text) for w in g.works}
    works = {str(item["id"]): item for item in items.values() if str(item["id"]) in cited}
    gone = sum(part.gone for part in essay.walk())
    return EssayDraft(note, works, chosen, gone, tuple(unresolved))


def open_draft(library: Path, essay_id: int, style: str = "") -> EssayDraft:
    """Read an essay of the library at a path, from any thread, as :func:`draft_essay` does."""
    reader = Reader(library)
    try:
        with reader.moment() as data:
            return draft_essay(data, essay_id, style)
    finally:
        reader.close()


def fix_essay_keys(library: Library, essay_id: int) -> None:
    """Give all sources that an essay cites their citation keys for good, before it leaves."""
    essay = read_essay(library.data, essay_id)
    keys = {row.citekey: number for number, row in library.data.works.of_many().items()}
    named, _ = _named(library.data, essay, keys)
    fix_citekeys(library, {*_quoted_sources(essay), *named.values()})


def plan_essay(draft: EssayDraft, target: Path, *, take: Collection[str] = ()) -> EssayMerge:
    """Say what writing an essay to a Markdown file would do, and write nothing.

    UserError for a file that the program did not write, or wrote of another essay.
    """
    folder = Folder(target.parent)
    data = folder.read(target.name) if folder.exists(target.name) else None
    if data is None:
        if folder.exists(target.name):
            raise UserError(f"{target} is no ordinary file.", "Choose another name.")
        return merged_essay(None, draft.note)
    read = text_of(data)
    if read is None or not is_essay(read[0], draft.note.key):
        raise UserError(
            f"{target} exists already, and is not this essay.",
            "Choose another name; it was left as it is.",
        )
    return merged_essay(read[0], draft.note, take=take)


def markdown_beside(draft: EssayDraft, target: Path) -> str:
    """Return the Markdown of which a document is made.

    That is the essay's Markdown file of the same name beside it, with what its reader wrote there,
    brought up to date as an export would; without one the essay as the library has it.
    """
    beside = target.with_suffix(".md")
    if not beside.is_file():
        return draft.markdown
    try:
        return plan_essay(draft, beside).text
    except UserError:
        return draft.markdown


def write_essay(draft: EssayDraft, target: Path, *, take: Collection[str] = ()) -> EssayMerge:
    """Write an essay's Markdown with ``bibliography.json`` and the style's file beside it.

    What others wrote in the file stays; ``take`` names the parts in which the library wins.
    Each file is put in place whole. UserError as :func:`plan_essay`, and when the disk refuses.
    """
    if target.suffix.lower() not in FORMS:
        target = target / "essay.md"
    merged = plan_essay(draft, target, take=take)
    folder = Folder(target.parent)
    folder.make()
    _refuse_foreign(folder, target)
    if merged.action != "keep":
        old = folder.read(target.name)
        crlf = old is not None and b"\r\n" in old
        text = merged.text.replace("\n", "\r\n") if crlf else merged.text
        folder.write(target.name, text.encode("utf-8", "replace"))
    folder.write(BIBLIOGRAPHY, csl_json(draft.works.values()).encode())
    if draft.style.path is not None and draft.style.file_name:
        folder.write(draft.style.file_name, draft.style.data)
    return merged


def report_lines(merged: EssayMerge, draft: EssayDraft, target: Path) -> list[str]:
    """Return what was done as sentences."""
    done = {
        "create": "is written.",
        "update": "is brought up to date; what was written around it stays.",
        "keep": "was abreast already.",
        "conflict": "was changed outside in some parts, which were left as they are:",
    }
    lines = [f"{target} {done[merged.action]}"]
    lines += [f"    {difference.part}" for difference in merged.differences]
    if draft.gone:
        lines.append(f"Parts whose card or passage is gone: {draft.gone}.")
    lines += [f"No source has the citation key '{key}'." for key in draft.unresolved]
    return lines


def _refuse_foreign(folder: Folder, target: Path) -> None:
    """Refuse to overwrite a ``bibliography.json`` that is no list of works."""
    data = folder.read(BIBLIOGRAPHY) if folder.exists(BIBLIOGRAPHY) else None
    if data is not None and not data.lstrip().startswith(b"["):
        raise UserError(
            f"{target.parent / BIBLIOGRAPHY} is not the list of works of an essay.",
            "Choose a folder of its own for the essay.",
        )


def _quoted_sources(essay: EssayText) -> set[int]:
    found = {source.id for source in essay.sources()}
    for part in essay.walk():
        for row in part.comparison.rows if part.comparison else ():
            for compared in row.cells:
                found |= {quote.source.id for quote in compared.quotes if quote.source}
    return found


def _named(
    data: Repositories, essay: EssayText, keys: Mapping[str, int]
) -> tuple[dict[str, int], list[str]]:
    """Return the sources that the prose cites by any key: citation keys first, then items'."""
    folded = {key.casefold(): number for key, number in keys.items()}
    found: dict[str, int] = {}
    unresolved: dict[str, None] = {}
    for part in essay.walk():
        for text in {part.part.text, part.wording}:
            for group in citation_groups(text):
                for work in group.works:
                    number = keys.get(work.key) or folded.get(work.key.casefold())
                    if number is None:
                        item = data.items.by_key(work.key)
                        number = item.id if item and item.kind == "source" else None
                    if number is None:
                        unresolved.setdefault(work.key)
                    else:
                        found[work.key] = number
    return found, list(unresolved)
