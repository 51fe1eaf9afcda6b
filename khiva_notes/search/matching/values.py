"""The values that fields have in a library, to complete them with."""

from __future__ import annotations

from collections import Counter

from khiva_notes.search.documents import KINDS
from khiva_notes.search.engine.snapshot import Snapshot
from khiva_notes.search.layout import TITLE
from khiva_notes.search.matching.proper import living
from khiva_notes.search.query.fields import FIELDS


def values_of(field: str, begun: str, snapshot: Snapshot, most: int) -> list[str]:
    """List values of a query field that begin with ``begun`` (case folded), commonest first."""
    known = FIELDS.get(field)
    if known is None or not known.listed:
        return []
    if known.listed == TITLE:
        return _titles(field, begun, snapshot, most)
    counts: Counter[str] = Counter()
    for segment in snapshot.segments:
        for section in segment.files.sections(known.listed):
            for place in range(*section.prefix_range(begun)):
                counts[section.words[place]] += living(segment, section, 2 * place)
    listed = sorted((-count, value) for value, count in counts.items() if count)
    return [value for _, value in listed[:most]]


def _titles(kind: str, begun: str, snapshot: Snapshot, most: int) -> list[str]:
    """List titles and names of items of a kind of which some word begins so."""
    code = KINDS.index(kind)
    found: dict[str, None] = {}
    for segment in snapshot.segments:
        for section in segment.files.sections(TITLE):
            first, last = section.prefix_range(begun)
            for number in sorted(set(segment.files.ids(section, 2 * first, 2 * last))):
                if segment.view.kinds[number] == code and number not in segment.deleted:
                    _, _, title, names = segment.files.records.label(number)
                    found.update(dict.fromkeys((title, *names)))
    begins = [name for name in found if name.casefold().startswith(begun)]
    return [*sorted(begins), *sorted(found.keys() - set(begins))][:most]
