"""When segments are worth merging."""

from __future__ import annotations

from khiva_notes.search.engine.snapshot import LiveSegment, Snapshot

_MANY = 4
_SMALL = 0.2
_STALE = 0.3


def worth_merging(snapshot: Snapshot) -> frozenset[str]:
    """Name the segments that had better be one; none when all is tidy.

    Small ones are merged with each other once there are more than a few, so that a commit never
    costs more than its share; a large one only when much of it is deleted.
    """
    total = max(snapshot.documents, 1)
    stale = {name for name, segment in snapshot.by_id.items() if _is_stale(segment)}
    small = {name for name, segment in snapshot.by_id.items() if segment.documents < _SMALL * total}
    if len(small | stale) > _MANY:
        return frozenset(small | stale)
    return frozenset(stale)


def _is_stale(segment: LiveSegment) -> bool:
    return len(segment.deleted) > _STALE * segment.files.documents
