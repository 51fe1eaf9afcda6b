"""Reads a vault as Obsidian would: notes by name, properties, links and block ids."""

from __future__ import annotations

import json
import re
from pathlib import Path

import yaml

from khiva_notes.exporters.vault.front import split
from khiva_notes.model.kinds import KINDS
from tests.exporters.reading import Wikilink, wikilinks

_BLOCK_ID = re.compile(r"(?:^| )\^([A-Za-z0-9-]+)$", re.MULTILINE)
_LINK_FIELDS = [field.name for kind in KINDS.values() for field in kind.fields if field.is_link]


class Vault:
    """All notes of a folder."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.notes = {
            path.relative_to(target).as_posix(): path.read_bytes().decode("utf-8")
            for path in sorted(target.rglob("*.md"))
        }
        self.stems: dict[str, list[str]] = {}
        for path in self.notes:
            stem = path.rpartition("/")[2].removesuffix(".md").lower()
            self.stems.setdefault(stem, []).append(path)

    def front(self, path: str) -> dict:
        return yaml.safe_load(split(self.notes[path])[0])

    def body(self, path: str) -> str:
        return split(self.notes[path])[1]

    def links(self, path: str) -> list[Wikilink]:
        """The links in the text and in the properties of a note."""
        found = wikilinks(self.body(path))
        front = self.front(path)
        for value in [front[name] for name in _LINK_FIELDS if name in front]:
            for text in value if isinstance(value, list) else [value]:
                assert len(wikilinks(text)) == 1
                found += wikilinks(text)
        return found

    def dangling(self) -> list[tuple[str, Wikilink]]:
        """Links that lead nowhere, to more than one note, or to no block of it."""
        found = []
        for path in self.notes:
            for link in self.links(path):
                there = self.stems.get(link.target.lower(), [])
                ids = _BLOCK_ID.findall(self.notes[there[0]]) if there else []
                if len(there) != 1 or (link.part and link.part.removeprefix("^") not in ids):
                    found.append((path, link))
        return found

    def block(self, link: Wikilink) -> str:
        """The paragraph to which a link with a block id leads."""
        path = self.stems[link.target.lower()][0]
        for paragraph in self.notes[path].split("\n\n"):
            if re.search(rf"(^| )\^{re.escape(link.part.removeprefix('^'))}$", paragraph):
                return paragraph
        raise AssertionError(f"no block {link.part}")

    def manifest(self) -> dict:
        return json.loads((self.target / ".khiva-notes.json").read_text(encoding="utf-8"))


def tree(target: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {
        path.relative_to(target).as_posix(): path.read_bytes()
        for path in sorted(target.rglob("*"))
        if path.is_file()
    }
