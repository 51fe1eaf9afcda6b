"""An essay's file written again: the program's blocks follow the outline, all else stays."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from khiva_notes.exporters.vault.blocks import Block, Note, block_id, parse, render
from khiva_notes.exporters.vault.front import split
from khiva_notes.exporters.vault.front_merge import PART, digests
from khiva_notes.exporters.vault.manifest import Entry
from khiva_notes.exporters.vault.merge import merge
from khiva_notes.exporters.vault.report import Action, Difference

_MEMORY = re.compile(r"\n*<!-- khiva-memory: (?P<json>\{.*\}) -->\n*\Z")


@dataclass(frozen=True, slots=True)
class EssayMerge:
    """What an export makes of a file: its ``text``, and what in it was changed by other hands.

    ``action`` is ``create``, ``update``, ``keep``, or ``conflict`` if some ``differences`` stay as
    they are in the file; what else is new is written in that case too.
    """

    action: Action
    text: str
    differences: tuple[Difference, ...] = ()


def merged_essay(
    old: str | None, note: Note, *, take: Collection[str] = (), replace: bool = False
) -> EssayMerge:
    """Merge an essay into its file's text (line breaks ``\\n``; None for no file yet).

    ``take`` names the parts, as the differences do, in which the library's text shall win;
    ``replace`` says so of all. Where the outline was put in another order, each block takes
    along what its reader has written after it.
    """
    if old is None:
        return EssayMerge("create", note.text() + _memory(note))
    memory = _MEMORY.search(old)
    body = old[: memory.start()] + "\n" if memory else old
    entry = _entry(note, memory["json"], take) if memory else None
    ready = _taken(_ordered(body, note), note, take)
    if any(name.startswith(PART) for name in take):
        ready = note_front(note) + _without_front(ready)
    merged = merge(ready, note, entry, replace=replace)
    text = merged.text.rstrip("\n") + "\n" + _memory(note)
    if merged.differences:
        return EssayMerge("conflict", text, tuple(merged.differences))
    return EssayMerge("keep" if text == old else "update", text)


def is_essay(text: str, key: str) -> bool:
    """Whether a file's text is an earlier export of the essay with this key."""
    prefix = block_id(key, "")
    return any(found.startswith(prefix) for found in parse(text).blocks)


def note_front(note: Note) -> str:
    """Return the front matter of a note as it is first written."""
    return Note(note.key, note.front, {}).text().rstrip("\n") + "\n\n"


def _without_front(text: str) -> str:
    parted = split(text)
    return parted[1].lstrip("\n") if parted else text


def _memory(note: Note) -> str:
    kept = {"front": digests(note.front), "blocks": list(note.blocks)}
    told = json.dumps(kept, ensure_ascii=True).replace("--", "-\\u002d")
    return f"\n<!-- khiva-memory: {told} -->\n"


def _entry(note: Note, told: str, take: Collection[str]) -> Entry | None:
    try:
        kept = json.loads(told)
        blocks = tuple(str(part) for part in kept["blocks"] if part not in take)
        return Entry(note.key, "", dict(kept["front"]), blocks)
    except (ValueError, KeyError, TypeError):
        return None


def _ordered(text: str, note: Note) -> str:
    """Return the file with its blocks in the outline's order, each with what stands after it."""
    parsed = parse(text)
    if parsed.broken:
        return text
    ids = [piece.id for piece in parsed.pieces if isinstance(piece, Block)]
    places = {block_id(note.key, part): at for at, part in enumerate(note.blocks)}
    known = [places[found] for found in ids if found in places]
    if known == sorted(known):
        return text
    head, groups = _groups(parsed.pieces)
    last = -1
    order: list[tuple[int, int]] = []
    for at, group in enumerate(groups):
        block = group[0]
        assert isinstance(block, Block)
        last = places.get(block.id, last)
        order.append((last, at))
    front = f"---\n{parsed.front}---\n" if parsed.front is not None else ""
    made = [_raw(groups[at]).strip("\n") for _, at in sorted(order)]
    return front + head + "\n\n".join(made) + "\n"


def _groups(pieces: Sequence[str | Block]) -> tuple[str, list[list[str | Block]]]:
    head = ""
    groups: list[list[str | Block]] = []
    for piece in pieces:
        if isinstance(piece, Block):
            groups.append([piece])
        elif groups:
            groups[-1].append(piece)
        else:
            head += piece
    return head, groups


def _raw(group: Sequence[str | Block]) -> str:
    return "".join(piece if isinstance(piece, str) else piece.raw for piece in group)


def _taken(text: str, note: Note, take: Collection[str]) -> str:
    """Return the file with the library's text in the blocks in which it shall win."""
    wanted = {block_id(note.key, part): part for part in take if part in note.blocks}
    gone = {block_id(note.key, part) for part in take if part not in note.blocks}
    parsed = parse(text)
    if parsed.broken or not (wanted or gone):
        return text
    made = []
    for piece in parsed.pieces:
        if isinstance(piece, str):
            made.append(piece)
        elif piece.id in wanted:
            part = wanted.pop(piece.id)
            made.append(render(note.key, part, note.blocks[part]))
        elif piece.id not in gone:
            made.append(piece.raw)
    front = f"---\n{parsed.front}---\n" if parsed.front is not None else ""
    return front + "".join(made)
