"""When segments are worth merging."""

from __future__ import annotations

from khiva_notes.search.engine.snapshot import LiveSegment, Snapshot

MOST_SEGMENTS = 40
"""Segments at which merging waits for no idle moment, since every search goes through each."""
_MANY = 6
_SMALL = 0.05
_FEW = 500
"""A segment is small with less than this share of all documents, or fewer than this number."""
_STALE = 0.3
"""A segment with more than this share of its documents deleted is written anew."""


def worth_merging(snapshot: Snapshot) -> frozenset[str]:
    """Name the segments that had better be one; none when all is tidy.

    Small ones are merged with each other once there are more than a few; a large one only when
    much of it is deleted, since writing it anew takes seconds.
    """
    small_size = max(_SMALL * snapshot.documents, _FEW)
    segments = snapshot.by_id.items()
    stale = {name for name, segment in segments if _is_stale(segment)}
    small = {name for name, segment in segments if segment.documents < small_size}
    return frozenset(small | stale if len(small | stale) > _MANY else stale)


def _is_stale(segment: LiveSegment) -> bool:
    return len(segment.deleted) > _STALE * segment.files.documents
