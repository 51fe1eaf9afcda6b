"""File names that every system takes, unique in the vault, and the same at the next export."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping

from khiva_notes.model.items import Item
from khiva_notes.model.kinds import KINDS

INDEX = "Index.md"
LONGEST_CHARACTERS = 100
LONGEST_BYTES = 200
"""Of a name without ``.md``: well below 255 bytes (Linux) and 260 for a whole path (Windows)."""

# The superscripts are no slip: Windows takes COM¹ for COM1.
_RESERVED = re.compile(r"(con|prn|aux|nul|clock\$|conin\$|conout\$|(com|lpt)[0-9¹²³])", re.I)
_REPLACED = str.maketrans({"/": "-", "\\": "-", "|": "-", '"': "'", "`": "'", "[": "(", "]": ")"})
_REMOVED = re.compile(
    r"[<>?*#^\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f]"
)
_UNSTORABLE = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\uffff]|[\\U0001fffe\\U0001ffff]")


def folder(kind: str) -> str:
    """Return the sub-folder in which notes of a kind stand."""
    return KINDS[kind].plural if kind in KINDS else "Other"


def safe_stem(title: str) -> str:
    """Return ``title`` as a file name without its ending, or "" if nothing of it can stay.

    Safe on Windows, macOS and Linux, and without the characters that break an Obsidian link.
    """
    text = unicodedata.normalize("NFC", title)
    text = _UNSTORABLE.sub("", re.sub(r"\s+", " ", text))
    text = re.sub(r"\s*:\s+", " - ", text).replace(":", "-").translate(_REPLACED)
    text = re.sub(r"(?<![^\W_])_+|_+(?![^\W_])|%%|~~|==|\$\$", " ", _REMOVED.sub("", text))
    text = re.sub(r"\.md$", " md", re.sub(r"\s+", " ", text).strip(" ."), flags=re.I)
    text = _shortened(text, LONGEST_CHARACTERS, LONGEST_BYTES)
    first, dot, rest = text.partition(".")
    if _RESERVED.fullmatch(first.strip()):
        return f"{first.strip()}-{rest.lstrip('. ')}" if dot else ""
    return text


def keyed_stem(item: Item, number: int = 1) -> str:
    """Return a name with the item's key in brackets, and a number for one more of the same."""
    key = unicodedata.normalize("NFC", re.sub(r"[^\w-]+", "-", item.key))
    key = _shortened(key, 60, 120) or str(item.id)
    mark = f"({key})" if number == 1 else f"({key}) {number}"
    title = unicodedata.normalize("NFC", item.title)
    room = LONGEST_BYTES - len(mark.encode()) - 1
    first = _shortened(safe_stem(title) or _harmless(title), LONGEST_CHARACTERS - len(mark), room)
    return f"{first} {mark}" if first else f"{item.kind} {mark}"


def folded(stem: str) -> str:
    """Return what two names have in common if some system takes them for the same."""
    bare = "".join(
        character
        for character in unicodedata.normalize("NFD", stem)
        if unicodedata.category(character) != "Cf" and not "\ufe00" <= character <= "\ufe0f"
    )
    return unicodedata.normalize("NFD", bare.casefold())


def assign(
    items: Iterable[Item],
    present: Mapping[int, str],
    *,
    pinned: Collection[int] = (),
    gone: Iterable[str] = (),
    is_foreign: Callable[[str, str], bool] = lambda path, present: False,
) -> dict[int, str]:
    """Give each item its path in the vault, as ``People/Name.md``, by number.

    ``present`` are the paths from the last export: one that still fits the title stays, and of
    two that want the same name, the one that has it keeps it, else the older; the other bears its
    key. A ``pinned`` path stays in any case, and those of ``gone`` notes are not given again.
    Where ``is_foreign(path, present)`` says that somebody else's file has the new name, a note
    that exists keeps its old one.
    """
    ordered = sorted(items, key=lambda item: item.id)
    names = _Names(gone)
    for item in ordered:
        if item.id in pinned:
            names.give(item, present[item.id])
    for item in ordered:
        path = present.get(item.id, "")
        where, _, name = path.rpartition("/")
        if where == folder(item.kind) and name.removesuffix(".md") in _fitting(item):
            names.give(item, path)
    for item in ordered:
        if item.id in names.paths:
            continue
        path = names.wanted(item)
        now = present.get(item.id)
        names.give(item, now if now and is_foreign(path, now) and names.free(now) else path)
    return names.paths


class _Names:
    """The names given so far; no two that any system would take for the same."""

    def __init__(self, gone: Iterable[str]) -> None:
        self.paths: dict[int, str] = {}
        self._taken = {_folded_stem(path) for path in (INDEX, *gone)}

    def free(self, path: str) -> bool:
        return _folded_stem(path) not in self._taken

    def give(self, item: Item, path: str) -> None:
        if item.id not in self.paths and self.free(path):
            self._taken.add(_folded_stem(path))
            self.paths[item.id] = path

    def wanted(self, item: Item) -> str:
        stem, number = safe_stem(item.title), 0
        while not stem or not self.free(stem):
            number += 1
            stem = keyed_stem(item, number)
        return f"{folder(item.kind)}/{stem}.md"


def _folded_stem(path: str) -> str:
    return folded(path.rpartition("/")[2].removesuffix(".md"))


def _fitting(item: Item) -> tuple[str, str]:
    return safe_stem(item.title), keyed_stem(item)


def _harmless(title: str) -> str:
    """Keep a reserved name such as ``CON``, which a key behind it makes harmless."""
    bare = title.strip()
    return bare if _RESERVED.fullmatch(bare) else ""


def _shortened(text: str, characters: int, size: int) -> str:
    cut = text[: max(0, characters)]
    while len(cut.encode("utf-8", "replace")) > size:
        cut = cut[:-1]
    if cut != text:
        at = cut.rfind(" ")
        cut = cut[:at] if at > len(cut) * 3 // 4 else cut
        while cut and unicodedata.category(cut[-1]) in ("Cf", "Mn"):
            cut = cut[:-1]
    return cut.rstrip(" .")
