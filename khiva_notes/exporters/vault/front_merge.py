"""Brings the head of a note up to date, value by value, around what the user did to it.

Obsidian writes properties anew when one is edited there, so values are compared, not spelling.
A list (aliases, tags, links) takes the library's changes and keeps the user's own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from khiva_notes.exporters.vault.front import (
    Front,
    FrontValue,
    entry,
    fingerprint,
    load,
    segments,
)
from khiva_notes.exporters.vault.manifest import FrontDigests
from khiva_notes.exporters.vault.report import Difference

PART = "properties"


@dataclass(slots=True)
class MergedFront:
    """The new inside of the front matter; ``mixed`` if any of it is the user's.

    ``digests`` are what the manifest is to remember of it.
    """

    inside: str
    digests: dict[str, str | list[str]]
    mixed: bool = False
    differences: list[Difference] = field(default_factory=list)


def digests(front: Front) -> dict[str, str | list[str]]:
    """Return the digest of every value, of a list those of its members."""
    return {key: _digest(value) for key, value in front.items()}


def merge_front(
    inside: str, front: Front, base: Sequence[FrontDigests], *, replace: bool = False
) -> MergedFront:
    """Merge the library's values into front matter as it stands in the file.

    ``base`` are the digests of what was written before, the latest first; with ``replace`` the
    library's value wins where both changed one.
    """
    result = MergedFront("", digests(front))
    loaded = load(inside)
    if loaded is None:
        result.mixed = True
        result.inside = inside
        result.digests = dict(base[0]) if base else {}
        whole = "".join(f"{entry(key, value)}\n" for key, value in front.items())
        result.differences.append(Difference(PART, whole, inside))
        return result
    known = {key for digest in base for key in digest}
    lines: dict[str, str] = {}
    foreign: list[str] = []
    for number, (key, text) in enumerate(segments(inside)):
        if key in front or key in known:
            lines[key] = text
        else:
            foreign.append(text)
            lines[f"\0{number}"] = text
    result.mixed = bool(foreign)
    for key in [*front, *sorted(known - set(front))]:
        merged = _one(key, loaded, lines.get(key), front, base, replace, result)
        if merged is None:
            lines.pop(key, None)
        else:
            lines[key] = merged
    result.inside = "".join(f"{text}\n" for text in _ordered(lines, front))
    return result


def _one(
    key: str,
    loaded: Mapping[str, object],
    present: str | None,
    front: Front,
    base: Sequence[FrontDigests],
    replace: bool,
    result: MergedFront,
) -> str | None:
    """Return the lines for one key of ours, or None if it is to be absent."""
    wanted = front.get(key)
    before = [digest[key] for digest in base if key in digest]
    if key not in loaded:
        if wanted is None or replace or not all(key in digest for digest in base):
            return None if wanted is None else entry(key, wanted)
        return _differs(key, None, wanted, before, result)
    there = _digest(loaded[key])
    if wanted is not None and there == _digest(wanted):
        return present
    if there in before or (replace and (before or wanted is not None)):
        return None if wanted is None else entry(key, wanted)
    if isinstance(loaded[key], list) and before and _is_list(wanted):
        return _united(key, loaded[key], wanted, before[0], result)
    return _differs(key, present, wanted, before, result)


def _united(
    key: str, there: object, wanted: FrontValue | None, before: str | list[str], result: MergedFront
) -> str:
    theirs = [str(value) for value in there] if isinstance(there, list) else []
    ours = [str(value) for value in wanted] if isinstance(wanted, Sequence) else []
    base = set(before) if isinstance(before, list) else set()
    have = {fingerprint(value) for value in theirs}
    own = [v for v in theirs if fingerprint(v) not in base and v not in ours]
    kept = [v for v in ours if fingerprint(v) in have or fingerprint(v) not in base]
    result.mixed = True
    return entry(key, [*kept, *own])


def _differs(
    key: str,
    present: str | None,
    wanted: FrontValue | None,
    before: Sequence[str | list[str]],
    result: MergedFront,
) -> str | None:
    result.mixed = True
    if before:
        result.digests[key] = before[0]
    else:
        result.digests.pop(key, None)
    library = "" if wanted is None else entry(key, wanted)
    result.differences.append(Difference(f"{PART}: {key}", library, present or ""))
    return present


def _ordered(lines: Mapping[str, str], front: Front) -> list[str]:
    """Keep the order of the file, and put a new key of ours after the one before it."""
    order = list(lines)
    new = [key for key in front if key in lines]
    for at, key in enumerate(new[1:], start=1):
        if order.index(key) > order.index(new[at - 1]):
            continue
        order.remove(key)
        order.insert(order.index(new[at - 1]) + 1, key)
    return [lines[key] for key in order]


def _digest(value: object) -> str | list[str]:
    if _is_list(value):
        return [fingerprint(member) for member in value]  # type: ignore[attr-defined]
    return fingerprint(value)


def _is_list(value: object) -> bool:
    return isinstance(value, list | tuple)
