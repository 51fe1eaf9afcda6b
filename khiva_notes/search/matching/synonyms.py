"""A person, place or group asked for under one name is asked for under all of its names."""

from __future__ import annotations

from dataclasses import dataclass

from khiva_notes.search.engine.snapshot import Snapshot
from khiva_notes.search.folding import name_key
from khiva_notes.search.layout import NAME, NAMED_KINDS, WORDS
from khiva_notes.search.query.tree import And, Names, Node, Not, Or, Word

_LONGEST = 6
"""Words that a name in a query may have."""
_MOST_NAMES = 60


@dataclass(frozen=True, slots=True)
class Named:
    """Items that bear a name: their places in each segment, and all names of the nameable ones."""

    places: tuple[tuple[int, int], ...]
    names: tuple[str, ...]


class NameBook:
    """Looks up names in one state of the index."""

    def __init__(self, snapshot: Snapshot) -> None:
        """Look in ``snapshot``."""
        self._snapshot = snapshot

    def find(self, name: str) -> Named:
        """Find the items called ``name`` in any spelling; places are (segment, document)."""
        key = name_key(name)
        places: list[tuple[int, int]] = []
        names: dict[str, None] = {}
        for order, segment in enumerate(self._snapshot.segments):
            for section in segment.files.sections(NAME):
                at = section.find(key)
                if at < 0:
                    continue
                for number in segment.files.ids(section, 2 * at, 2 * at + 1):
                    if number in segment.deleted:
                        continue
                    places.append((order, number))
                    _, kind, title, others = segment.files.records.label(number)
                    if kind in NAMED_KINDS:
                        names.update(dict.fromkeys((title, *others)))
        return Named(tuple(places), tuple(sorted(names)[:_MOST_NAMES]))

    def widen(self, node: Node) -> Node:
        """Let every run of words that is somebody's name mean all of that one's names."""
        match node:
            case And(parts):
                return And(tuple(self._widen_runs(parts)))
            case Or(parts):
                return Or(tuple(self.widen(part) for part in parts))
            case Not(part):
                return Not(self.widen(part))
            case Word():
                return self._widen_run((node,)) or node
            case _:
                return node

    def _widen_runs(self, parts: tuple[Node, ...]) -> list[Node]:
        widened: list[Node] = []
        at = 0
        while at < len(parts):
            for end in range(min(len(parts), at + _LONGEST), at, -1):
                run = parts[at:end]
                if all(isinstance(part, Word) for part in run) and (wide := self._widen_run(run)):
                    widened.append(wide)
                    at = end
                    break
            else:
                widened.append(self.widen(parts[at]))
                at += 1
        return widened

    def _widen_run(self, run: tuple[Node, ...]) -> Node | None:
        texts = [part.text for part in run if isinstance(part, Word) and part.field == WORDS]
        if len(texts) != len(run):
            return None
        names = self.find(" ".join(texts)).names
        if not names:
            return None
        asked = And(run) if len(run) > 1 else run[0]
        return Or((asked, Names(names)))
