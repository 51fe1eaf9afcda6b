"""What cards are part or a member of, however far up: a place's surroundings, a person's groups."""

from __future__ import annotations

from collections.abc import Collection

from khiva_notes.store.repositories import Repositories

_PART_OF = ("part-of", "member-of")


def wholes(data: Repositories, card_ids: Collection[int]) -> dict[int, tuple[str, ...]]:
    """Return the keys of what each card is part or a member of, all the way up."""
    above: dict[int, set[int]] = {}
    reached = set(card_ids)
    while reached:
        links = data.links.of_many(reached)
        fresh = set()
        for card_id in reached:
            found = {link.to_id for link in links.get(card_id, ()) if link.type in _PART_OF}
            above[card_id] = found
            fresh |= found
        reached = fresh - above.keys()
    items = data.items.many({whole for found in above.values() for whole in found})
    answer = {}
    for card_id in card_ids:
        seen: set[int] = set()
        queue = list(above[card_id])
        while queue:
            whole = queue.pop()
            if whole not in seen:
                seen.add(whole)
                queue += above.get(whole, ())
        answer[card_id] = tuple(sorted(items[whole].key for whole in seen if whole in items))
    return answer
