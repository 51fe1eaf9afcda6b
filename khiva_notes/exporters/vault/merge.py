"""Brings a note up to date block by block, and leaves what the user wrote in and around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from khiva_notes.exporters.vault import front as yaml_front
from khiva_notes.exporters.vault.blocks import (
    Block,
    Note,
    Parsed,
    block_id,
    fingerprint,
    parse,
    render,
)
from khiva_notes.exporters.vault.front_merge import PART, digests, merge_front
from khiva_notes.exporters.vault.manifest import Entry, FrontDigests
from khiva_notes.exporters.vault.report import Difference

_MARKS = "marks"


@dataclass(slots=True)
class Merged:
    """A note's new text, what of it differs from the library, and what to remember."""

    text: str
    mixed: bool
    front: FrontDigests
    blocks: tuple[str, ...]
    differences: list[Difference] = field(default_factory=list)


def merge(old: str, note: Note, entry: Entry | None, *, replace: bool = False) -> Merged:
    """Merge a note into the text of its file (line breaks ``\\n``).

    ``entry`` is what the manifest knows of the file, None if that was lost. With ``replace`` the
    library's text wins over blocks and values that were changed outside.
    """
    parsed = parse(old)
    if parsed.broken:
        found = Difference(_MARKS, "", "a block's end mark is missing")
        known = entry or Entry(note.key, "")
        return Merged(old, True, known.front, known.blocks, [found])
    head = _Head(parsed, note, entry, replace)
    body = _Body(parsed, note, entry, replace)
    differences = [*head.differences, *body.differences]
    mixed = bool(head.mixed or body.mixed or differences)
    text = head.text + body.text if mixed else note.text()
    return Merged(text, mixed, head.digests, tuple(note.blocks), differences)


class _Head:
    """The front matter of a note, merged."""

    def __init__(self, parsed: Parsed, note: Note, entry: Entry | None, replace: bool) -> None:
        base: Sequence[FrontDigests] = ()
        if entry:
            base = [digest for digest in (entry.front, entry.before) if digest]
        self.mixed = False
        self.digests: FrontDigests = digests(note.front)
        self.differences: list[Difference] = []
        if parsed.front is None and base and not replace:
            self.text = ""
            self.mixed = True
            self.digests = base[0]
            self.differences.append(Difference(PART, yaml_front.written(note.front), ""))
        elif parsed.front is None:
            self.text = yaml_front.written(note.front)
        else:
            merged = merge_front(parsed.front, note.front, base, replace=replace)
            self.text = f"---\n{merged.inside}---\n"
            self.mixed, self.digests = merged.mixed, merged.digests
            self.differences = merged.differences


class _Body:
    """The blocks of a note and what stands around them, merged."""

    def __init__(self, parsed: Parsed, note: Note, entry: Entry | None, replace: bool) -> None:
        self.note = note
        self.replace = replace
        self.differences: list[Difference] = []
        self.mixed = bool(parsed.outside.strip())
        self._parts = {block_id(note.key, part): part for part in note.blocks}
        self._prefix = block_id(note.key, "")
        self._before = set(entry.blocks) if entry else set()
        pieces = self._brought_up_to_date(parsed)
        self._add_missing(pieces)
        self.text = "".join(piece if isinstance(piece, str) else piece.raw for piece in pieces)

    def _brought_up_to_date(self, parsed: Parsed) -> list[str | Block]:
        pieces: list[str | Block] = []
        seen: set[str] = set()
        for piece in parsed.pieces:
            if isinstance(piece, str):
                after_gap = bool(pieces) and pieces[-1] == ""
                pieces.append(piece.removeprefix("\n").removeprefix("\n") if after_gap else piece)
            elif not piece.id.startswith(self._prefix) or piece.id in seen:
                self.mixed = True
                pieces.append(piece)
            else:
                seen.add(piece.id)
                kept = self._one(piece)
                pieces.append(kept if kept else "")
        return pieces

    def _one(self, found: Block) -> Block | None:
        part = self._parts.get(found.id)
        wanted = self.note.blocks[part] if part else ""
        if part and fingerprint(wanted) == fingerprint(found.text):
            return found if found.intact else self._rendered(part)
        if found.intact or self.replace:
            return self._rendered(part) if part else None
        name = found.id.removeprefix(self._prefix)
        self.differences.append(Difference(name, wanted, found.text))
        return found

    def _rendered(self, part: str) -> Block:
        text = self.note.blocks[part]
        raw = render(self.note.key, part, text)
        return Block(block_id(self.note.key, part), fingerprint(text), text, raw)

    def _add_missing(self, pieces: list[str | Block]) -> None:
        last = -1
        for part in self.note.blocks:
            wanted = block_id(self.note.key, part)
            at = [n for n, p in enumerate(pieces) if isinstance(p, Block) and p.id == wanted]
            if at:
                last = at[0]
            elif part in self._before and not self.replace:
                self.differences.append(Difference(part, self.note.blocks[part], ""))
            elif last >= 0:
                pieces[last + 1 : last + 1] = ["\n\n", self._rendered(part)]
                last += 2
            else:
                last = self._first_place(pieces)
                pieces[last:last] = [self._rendered(part), "\n\n"]

    def _first_place(self, pieces: list[str | Block]) -> int:
        """Return where a block goes that has none before it: before the first, else at the end."""
        for number, piece in enumerate(pieces):
            if isinstance(piece, Block):
                return number
        if pieces and isinstance(pieces[-1], str) and pieces[-1].strip():
            pieces.append("\n\n" if not pieces[-1].endswith("\n") else "\n")
        return len(pieces)
