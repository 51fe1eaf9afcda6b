"""Commands on verdicts, and what has changed under them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from khiva_notes.model.conflicts.wording import quoted
from khiva_notes.model.disputes import Verdict
from khiva_notes.model.errors import UserError
from khiva_notes.model.items import Item
from khiva_notes.model.verdict_inputs import InputChange, changes, digest, packed
from khiva_notes.services.library import Library
from khiva_notes.services.verdict_reading import inputs_of, is_stale, unpacked
from khiva_notes.store.items import now
from khiva_notes.store.repositories import Repositories


def set_verdict(library: Library, verdict: Verdict) -> None:
    """Write the researcher's conclusion, with what it rests on now."""
    with library.change("Edit verdict", merge=("verdict", verdict.dispute_id)) as data:
        data.disputes.set_verdict(_sealed(data, verdict))


def remove_verdict(library: Library, dispute_id: int) -> None:
    """Leave a dispute open again, without a conclusion."""
    with library.change("Remove verdict") as data:
        data.disputes.remove_verdict(dispute_id)
        data.verdict_bases.set(dispute_id, ())


def confirm_verdict(library: Library, dispute_id: int) -> None:
    """Say that a verdict still holds for its inputs as they are now; UserError if there is none."""
    verdict = library.data.disputes.get(dispute_id).verdict
    if verdict is None:
        raise UserError("There is no verdict to confirm.", "Write one first.")
    with library.change("Confirm verdict") as data:
        data.disputes.set_verdict(_sealed(data, verdict))


def set_verdict_bases(library: Library, dispute_id: int, on_dispute_ids: Iterable[int]) -> None:
    """Say on which other verdicts the verdict on a dispute builds.

    UserError if that would close a circle, naming it: a conclusion can't support itself.
    """
    wanted = list(dict.fromkeys(on_dispute_ids))
    bases = library.data.verdict_bases.all()
    for on_id in wanted:
        circle = _way(bases, on_id, dispute_id)
        if circle:
            titles = library.data.items.titles([dispute_id, *circle])
            names = [quoted(titles.get(i, "a dispute in the trash")) for i in (dispute_id, *circle)]
            raise UserError(
                f"The verdicts would build on one another in a circle: {', on '.join(names)}.",
                "Leave one of them out.",
            )
    with library.change("Edit what the verdict builds on") as data:
        fresh = not is_stale(data, verdict) if (verdict := _verdict(data, dispute_id)) else False
        data.verdict_bases.set(dispute_id, wanted)
        if verdict and fresh:
            data.disputes.set_verdict(_sealed(data, verdict))


def verdict_bases(data: Repositories, dispute_id: int) -> tuple[Item, ...]:
    """Return the disputes on whose verdicts the verdict on this one builds."""
    ids = data.verdict_bases.of(dispute_id)
    items = data.items.many(ids)
    return tuple(items[i] for i in ids if i in items and not items[i].trashed)


def built_upon_by(data: Repositories, dispute_id: int) -> tuple[Item, ...]:
    """Return the disputes whose verdicts build on the verdict on this one."""
    ids = [one for one, on in data.verdict_bases.all().items() if dispute_id in on]
    items = data.items.many(ids)
    return tuple(items[i] for i in ids if i in items and not items[i].trashed)


def what_changed(data: Repositories, dispute_id: int) -> tuple[InputChange, ...]:
    """Tell in words what a verdict rests on that is no longer what it was; () if all is.

    A verdict written before inputs were kept can only say that something changed.
    """
    verdict = _verdict(data, dispute_id)
    if verdict is None or not is_stale(data, verdict):
        return ()
    if not verdict.inputs:
        words = "Something has changed; what, was not noted when this verdict was written."
        return (InputChange("", "", "", words),)
    return changes(unpacked(verdict), inputs_of(data, dispute_id))


def stale_verdicts(data: Repositories) -> tuple[Item, ...]:
    """Return the disputes whose verdicts ask for review."""
    items = data.items.heads("dispute")
    disputes = data.disputes.many([item.id for item in items])
    return tuple(
        item for item in items if (verdict := disputes[item.id].verdict) and is_stale(data, verdict)
    )


def circles(bases: Mapping[int, Sequence[int]]) -> list[list[int]]:
    """List the circles among what verdicts build on; none in a sound library."""
    found: dict[frozenset[int], list[int]] = {}
    for one, others in bases.items():
        for other in others:
            way = _way(bases, other, one)
            if way:
                found.setdefault(frozenset(way), way)
    return list(found.values())


def _sealed(data: Repositories, verdict: Verdict) -> Verdict:
    inputs = packed(inputs_of(data, verdict.dispute_id))
    return replace(verdict, inputs=inputs, fingerprint=digest(inputs), decided=now())


def _verdict(data: Repositories, dispute_id: int) -> Verdict | None:
    return data.disputes.get(dispute_id).verdict


def _way(bases: Mapping[int, Sequence[int]], start: int, goal: int) -> list[int]:
    """Return the disputes from ``start`` to ``goal`` along what builds on what; [] if none lead."""
    came_from = {start: start}
    waiting = [start]
    for place in waiting:
        if place == goal:
            way = [goal]
            while way[-1] != start:
                way.append(came_from[way[-1]])
            return way[::-1]
        for on_id in bases.get(place, ()):
            if on_id not in came_from:
                came_from[on_id] = place
                waiting.append(on_id)
    return []
