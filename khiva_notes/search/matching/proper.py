"""Which words of a library are proper names, going by how they are written in it.

Other spellings are only looked for among words like that: "form" is not the name Farm.
"""

from __future__ import annotations

from khiva_notes.search.engine.sections import Section
from khiva_notes.search.engine.snapshot import LiveSegment, Snapshot
from khiva_notes.search.layout import WORDS


class ProperNames:
    """Counts, for one state of the index, how words are written; answers are kept."""

    def __init__(self, snapshot: Snapshot) -> None:
        """Count in ``snapshot``."""
        self._snapshot = snapshot
        self._known: dict[str, bool] = {}

    def is_proper(self, word: str) -> bool:
        """Tell whether a word is capitalised in no fewer documents than it is not.

        So a word that stands nowhere may be a name, and has to be: it is some other spelling.
        """
        known = self._known.get(word)
        if known is None:
            small = capitalised = 0
            for segment in self._snapshot.segments:
                for section in segment.files.sections(WORDS):
                    place = section.find(word)
                    if place >= 0:
                        small += living(segment, section, 2 * place)
                        capitalised += living(segment, section, 2 * place + 1)
            known = self._known[word] = capitalised >= small
        return known


def living(segment: LiveSegment, section: Section, list_: int) -> int:
    """Count the documents in one list of postings that are not deleted."""
    count = section.id_ends[list_ + 1] - section.id_ends[list_]
    if count and segment.deleted:
        count -= len(segment.deleted.intersection(segment.files.ids(section, list_, list_ + 1)))
    return count
