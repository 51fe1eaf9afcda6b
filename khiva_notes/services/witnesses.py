"""How far each account of a dispute stands from the event: in time, in place, in mouths between."""

from __future__ import annotations

from dataclasses import dataclass

from khiva_notes.model.comparison import Comparison
from khiva_notes.model.dates import HistoricalDate
from khiva_notes.model.items import Item
from khiva_notes.model.witness import Distance, Nearness, distance, links, nearness
from khiva_notes.services.wholes import wholes
from khiva_notes.store.repositories import Repositories

_LAST = float("inf")


@dataclass(frozen=True, slots=True)
class Witness:
    """How far one account stands from the event: when and where written, and at which hand.

    ``links`` counts the mouths between; None where that is not known. ``place`` is where it was
    written, ``nearness`` how that lies to the event's places.
    """

    written: HistoricalDate | None
    distance: Distance | None
    links: int | None
    place: Item | None = None
    nearness: Nearness | None = None

    @property
    def by_time(self) -> float:
        """A key that sorts the witness nearest in time first, and the unknown last."""
        if self.distance is None:
            return _LAST
        bounds = [
            abs(each) for each in (self.distance.least, self.distance.most) if each is not None
        ]
        return float(max(bounds)) if len(bounds) == 2 else bounds[0] + 0.5

    @property
    def by_place(self) -> float:
        """A key that sorts the witness nearest in place first, and the unknown last."""
        return _LAST if self.nearness is None else float(self.nearness.steps)

    @property
    def by_hand(self) -> float:
        """A key that sorts by the mouths between, and the unknown last."""
        return _LAST if self.links is None else float(self.links)


def witnesses(data: Repositories, comparison: Comparison) -> tuple[Witness, ...]:
    """Return how far each account stands, in the order of the columns."""
    accounts = {column.account.id: column.account for column in comparison.columns}
    events = [item for item in comparison.about if item.kind == "event"]
    sources = [column.source.id for column in comparison.columns if column.source]
    dates = data.dates.of_many("item", [*sources, *(item.id for item in events)])
    known = (dates.get(item.id, {}).get("date") for item in events)
    event = next((date for date in known if date is not None and date.earliest is not None), None)
    places = _Places(data, comparison, events)
    found = []
    for column in comparison.columns:
        own = column.source.id if column.source else 0
        written = column.account.written or dates.get(own, {}).get("written")
        place, near = places.of(column.account.place_id)
        hands = links(column.account, accounts)
        found.append(Witness(written, distance(event, written), hands, place, near))
    return tuple(found)


class _Places:
    """The places of a dispute's events and accounts, and what each lies within."""

    def __init__(self, data: Repositories, comparison: Comparison, events: list[Item]) -> None:
        at = data.links.of_many([event.id for event in events]).values()
        happened = {link.to_id for found in at for link in found if link.type == "place"}
        written = {c.account.place_id for c in comparison.columns if c.account.place_id}
        self._items = data.items.many(happened | written)
        around = wholes(data, self._items)
        above = (data.items.by_key(key) for keys in around.values() for key in keys)
        every = {**self._items, **{item.id: item for item in above if item}}
        self._wholes = {every[i].key: keys for i, keys in wholes(data, every).items()}
        self._titles = {item.key: item.title for item in every.values()}
        self._event = [self._items[i].key for i in sorted(happened) if i in self._items]

    def of(self, place_id: int | None) -> tuple[Item | None, Nearness | None]:
        """Return the place where something was written, and how near to the event that is."""
        place = self._items.get(place_id or 0)
        if place is None:
            return None, None
        return place, nearness(place.key, self._event, self._wholes, self._titles)
