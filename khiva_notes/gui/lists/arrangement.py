"""Which rows of a list are in sight and in what order; plain values, apart from any widget."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from khiva_notes.gui.lists.columns import Column, Order
from khiva_notes.model.names import fold_tokens
from khiva_notes.services.listing import ListRow
from khiva_notes.services.scanning import Scan, folded

_FEW = 300
"""How many changed rows are looked through one by one before the texts are joined anew."""


class Arrangement:
    """The rows of one list, sorted by one column and filtered by some words.

    Rows are numbered as they are shown, from 0. Descending, empty values stay at the end.
    ``complete`` is False while the rows are mere titles, and the rest of them is being read.
    """

    def __init__(self, column: Column) -> None:
        self.column = column
        self.descending = False
        self.query = ""
        self.complete = True
        self._rows: dict[int, ListRow] = {}
        self._order: dict[int, Order] = {}
        self._sorted: list[int] = []
        self._visible: list[int] = []
        self._filled = 0
        self._text = RowsText(())

    def __len__(self) -> int:
        return len(self._visible)

    @property
    def total(self) -> int:
        """How many rows there are without the filter."""
        return len(self._rows)

    def fill(self, rows: Sequence[ListRow], text: RowsText | None = None) -> None:
        """Take all rows anew; ``text`` is what the filter looks through, if it was made before."""
        self._rows = {row.id: row for row in rows}
        self._text = text or RowsText(rows)
        self.sort(self.column, descending=self.descending)

    def sort(self, column: Column, *, descending: bool) -> None:
        """Sort by a column."""
        self.column = column
        self.descending = descending
        self._order = {row.id: column.order(row) for row in self._rows.values()}
        self._sorted = sorted(self._rows, key=self._order.__getitem__)
        self.filter(self.query)

    def sorted_by(self, column: Column, *, descending: bool) -> Arrangement:
        """Return the same rows in another order, unfiltered; this one stays as it is."""
        other = Arrangement(column)
        other.descending = descending
        other._rows = dict(self._rows)
        other._text = self._text
        other.sort(column, descending=descending)
        return other

    def filter(self, query: str) -> None:
        """Leave in sight the rows in which each word occurs, names in any spelling; "" for all."""
        self.query = query
        if query.strip():
            matching = self._text.matching(query)
            self._visible = [number for number in self._sorted if number in matching]
        else:
            self._visible = list(self._sorted)
        self._count_filled()

    def row(self, place: int) -> ListRow:
        """Return the row that is shown at a place."""
        return self._rows[self._visible[self._turned(place)]]

    def place(self, item_id: int) -> int:
        """Return where an item's row is shown, or -1 if it is not in sight."""
        if item_id not in self._rows:
            return -1
        at = self._find(self._visible, item_id)
        return self._turned(at) if at >= 0 else -1

    def holds(self, item_id: int) -> bool:
        """Tell whether the list has a row for an item, in sight or not."""
        return item_id in self._rows

    def remove(self, item_id: int) -> None:
        """Let a row go."""
        for numbers in (self._sorted, self._visible):
            at = self._find(numbers, item_id)
            if at >= 0:
                del numbers[at]
        del self._rows[item_id]
        del self._order[item_id]
        self._text.drop(item_id)
        self._count_filled()

    def put(self, row: ListRow) -> None:
        """Take a new row, or another for one that is there, in the place where it belongs."""
        if row.id in self._rows:
            self.remove(row.id)
        self._rows[row.id] = row
        self._order[row.id] = self.column.order(row)
        self._text.put(row)
        self._insert(self._sorted, row.id)
        if not self.query.strip() or row.id in self._text.matching(self.query):
            self._insert(self._visible, row.id)
        self._count_filled()

    def _turned(self, place: int) -> int:
        """Turn a place in ascending order into one as shown, and back."""
        if self.descending and place < self._filled:
            return self._filled - 1 - place
        return place

    def _count_filled(self) -> None:
        self._filled = bisect_left(self._visible, True, key=lambda n: self._order[n][0])

    def _find(self, numbers: list[int], item_id: int) -> int:
        at = bisect_left(numbers, self._order[item_id], key=self._order.__getitem__)
        return at if at < len(numbers) and numbers[at] == item_id else -1

    def _insert(self, numbers: list[int], item_id: int) -> None:
        at = bisect_left(numbers, self._order[item_id], key=self._order.__getitem__)
        numbers.insert(at, item_id)


class RowsText:
    """The words of all rows, joined so that 100,000 of them are looked through in a few ms."""

    def __init__(self, rows: Iterable[ListRow]) -> None:
        self._words: dict[int, tuple[str, str]] = {row.id: (row.seek, row.keys) for row in rows}
        self._numbers: list[int] = []
        self._seek = self._keys = Scan(())
        self._later: set[int] = set()
        self._join()

    def put(self, row: ListRow) -> None:
        """Take a row's words."""
        self._words[row.id] = (row.seek, row.keys)
        self._note(row.id)

    def drop(self, item_id: int) -> None:
        """Let a row's words go."""
        self._words.pop(item_id, None)
        self._note(item_id)

    def matching(self, query: str) -> set[int]:
        """Return the items in whose rows all words of ``query`` occur, or all spellings of them."""
        words = folded(query).split()
        keys = [f" {key}" for key in fold_tokens(query)]
        found = {self._numbers[line] for line in self._seek.holding_all(words)} if words else set()
        if keys:
            found |= {self._numbers[line] for line in self._keys.holding_all(keys)}
        found -= self._later
        for item_id in self._later:
            seek, known = self._words.get(item_id, ("", ""))
            if (words and all(word in seek for word in words)) or (
                keys and all(key in known for key in keys)
            ):
                found.add(item_id)
        return found

    def _note(self, item_id: int) -> None:
        self._later.add(item_id)
        if len(self._later) > _FEW:
            self._join()

    def _join(self) -> None:
        self._numbers = list(self._words)
        self._seek = Scan([seek for seek, _ in self._words.values()])
        self._keys = Scan([keys for _, keys in self._words.values()])
        self._later = set()
