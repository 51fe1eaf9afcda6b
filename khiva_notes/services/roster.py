"""Every card under every spelling, held in memory, so that typing finds one within a frame."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from khiva_notes.model.items import Item, Name
from khiva_notes.model.names import fold_tokens
from khiva_notes.services.scanning import Scan, folded
from khiva_notes.store.repositories import Repositories
from khiva_notes.store.store import Reader

_CLOSE = 76.0
"""Least likeness of two folded words, in percent, for a misspelt name to be found still."""
_SHORTEST_MISSPELT = 4
_FEW = 400
"""How many changed cards are kept apart from the bulk before that is made anew."""


@dataclass(frozen=True, slots=True)
class Match:
    """A card that was found; ``form`` is the other spelling that matched, or empty.

    ``exact`` tells that the form is the very words that were looked for, but for case and accents.
    """

    item_id: int
    kind: str
    title: str
    form: str
    exact: bool


@dataclass(frozen=True, slots=True)
class _Form:
    item_id: int
    title: str
    text: str
    modified: str
    plain: str
    keys: str


class Roster:
    """The names of all items out of the trash; it is read on any thread and kept on one."""

    def __init__(self) -> None:
        self._shelves: dict[str, _Shelf] = {}
        self._kinds: dict[int, str] = {}

    @classmethod
    def read(cls, path: Path, cancelled: Callable[[], bool] = lambda: False) -> Roster:
        """Read the library at ``path`` through a connection of its own."""
        reader = Reader(path)
        try:
            with reader.moment() as data:
                roster = cls()
                names = data.names.of_many()
                for item in data.items.all():
                    if cancelled():
                        break
                    roster.add(item, names.get(item.id, ()))
                for shelf in roster._shelves.values():
                    shelf.make_ready()
                return roster
        finally:
            reader.close()

    def __len__(self) -> int:
        return len(self._kinds)

    def add(self, item: Item, names: Sequence[Name]) -> None:
        """Take in a card with its names, in place of what was known of it."""
        self._drop(item.id)
        self._kinds[item.id] = item.kind
        self._shelves.setdefault(item.kind, _Shelf()).put(item, names)

    def refresh(self, data: Repositories, item_ids: Collection[int]) -> None:
        """Read these items anew; those that are gone or in the trash are left out from now on."""
        items = data.items.many(item_ids)
        names = data.names.of_many(item_ids)
        for item_id in item_ids:
            item = items.get(item_id)
            if item is not None and not item.trashed:
                self.add(item, names.get(item_id, ()))
            else:
                self._drop(item_id)

    def find(self, words: str, kinds: Collection[str] = (), limit: int = 12) -> list[Match]:
        """Return the cards that ``words`` may mean, the likeliest first, each once.

        No words give the cards that were changed last. A word may be the beginning of one in the
        name, in any spelling; only if nothing is found so are names taken that merely look alike.
        """
        shelves = {k: s for k, s in self._shelves.items() if not kinds or k in kinds}
        plain = folded(words)
        if not plain:
            return _latest(shelves, limit)
        keys = fold_tokens(words)
        best: dict[int, Match] = {}
        tiers = zip(*(shelf.tiers(plain, keys) for shelf in shelves.values()), strict=True)
        for tier in tiers:
            found = [(f, k) for k, forms in zip(shelves, tier, strict=True) for f in forms]
            _take(found, plain, best, limit)
            if len(best) >= limit:
                break
        if not best:
            found = [(f, k) for k, s in shelves.items() for f in s.look_alikes(keys)]
            _take(found, plain, best, limit)
        return list(best.values())

    def titled(self, title: str, kinds: Collection[str] = ()) -> list[Match]:
        """Return the cards that bear exactly this name, in any case, under any of their forms."""
        return [match for match in self.find(title, kinds, limit=50) if match.exact]

    def _drop(self, item_id: int) -> None:
        kind = self._kinds.pop(item_id, None)
        if kind is not None:
            self._shelves[kind].drop(item_id)


class _Shelf:
    """The forms of one kind, made ready to be scanned when that is asked for.

    What was put or dropped since then is kept apart, so that a rename costs no new making.
    """

    def __init__(self) -> None:
        self._of: dict[int, list[_Form]] = {}
        self._words: dict[str, None] = {}
        self._bulk = _Forms(())
        self._later: dict[int, None] = {}
        self._few: _Forms | None = None

    def put(self, item: Item, names: Sequence[Name]) -> None:
        """Take in one card's forms."""
        forms = []
        for text in dict.fromkeys((item.title, *(name.text for name in names))):
            keys = fold_tokens(text)
            self._words.update(dict.fromkeys(keys))
            forms.append(
                _Form(item.id, item.title, text, item.modified, folded(text), " ".join(keys))
            )
        self._of[item.id] = forms
        self._put_apart(item.id)

    def drop(self, item_id: int) -> None:
        """Forget one card."""
        del self._of[item_id]
        self._put_apart(item_id)

    def firsts(self) -> Iterator[_Form]:
        """Yield each card's title."""
        return (forms[0] for forms in self._of.values())

    def tiers(self, plain: str, keys: Sequence[str]) -> Iterator[list[_Form]]:
        """Yield the forms that answer, the best answers first, each tier only when asked for."""
        self.make_ready()
        words = plain.split()
        for needles, in_keys in (
            ([f"\n {plain}\n"], False),
            ([f"\n {plain}"], False),
            ([f" {plain}"], False),
            ([f" {word}" for word in words], False),
            ([f" {key}" for key in keys], True),
            (words, False),
        ):
            yield self._holding_all(needles, in_keys=in_keys) if needles else []

    def look_alikes(self, keys: Sequence[str]) -> list[_Form]:
        """Return forms all of whose longer words are spelt much like some that were typed."""
        groups = [
            {
                id(form): form
                for word in self._close_words(key)
                for form in self._holding_all([f" {word}"], in_keys=True)
            }
            for key in keys
            if len(key) >= _SHORTEST_MISSPELT
        ]
        if not groups:
            return []
        return [f for f in groups[0].values() if all(id(f) in group for group in groups[1:])]

    def make_ready(self) -> None:
        """Do now what the first search would otherwise have to."""
        if len(self._later) > _FEW:
            self._bulk = _Forms([form for forms in self._of.values() for form in forms])
            self._later = {}
            self._few = None
        if self._few is None:
            self._few = _Forms([f for i in self._later for f in self._of.get(i, ())])

    def _put_apart(self, item_id: int) -> None:
        self._later[item_id] = None
        self._few = None

    def _holding_all(self, needles: Sequence[str], *, in_keys: bool) -> list[_Form]:
        later = self._later
        found = [f for f in self._bulk.holding_all(needles, in_keys) if f.item_id not in later]
        return found + self._few.holding_all(needles, in_keys) if self._few else found

    def _close_words(self, key: str) -> list[str]:
        from rapidfuzz import fuzz, process

        found = process.extract(
            key, list(self._words), scorer=fuzz.ratio, score_cutoff=_CLOSE, limit=8
        )
        return [word for word, _, _ in found]


class _Forms:
    """Forms with the two texts in which they are looked for."""

    def __init__(self, forms: Sequence[_Form]) -> None:
        self._forms = forms
        self._plain = Scan([form.plain for form in forms])
        self._keys = Scan([form.keys for form in forms])

    def holding_all(self, needles: Sequence[str], in_keys: bool) -> list[_Form]:
        """Return the forms that hold all of ``needles``, in the folded words or in their keys."""
        scan = self._keys if in_keys else self._plain
        return [self._forms[place] for place in scan.holding_all(needles)]


def _take(found: list[tuple[_Form, str]], plain: str, best: dict[int, Match], limit: int) -> None:
    """Add a tier's cards, those with the shortest titles first, until there are enough."""
    found.sort(key=lambda each: (len(each[0].title), each[0].title, each[0].text != each[0].title))
    for form, kind in found:
        if len(best) >= limit:
            return
        other = "" if form.text == form.title else form.text
        match = Match(form.item_id, kind, form.title, other, form.plain == plain)
        best.setdefault(form.item_id, match)


def _latest(shelves: dict[str, _Shelf], limit: int) -> list[Match]:
    found = [(form, kind) for kind, shelf in shelves.items() for form in shelf.firsts()]
    found.sort(key=lambda each: (each[0].modified, each[0].item_id), reverse=True)
    return [Match(form.item_id, kind, form.title, "", False) for form, kind in found[:limit]]
