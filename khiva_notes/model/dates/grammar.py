"""Reads a whole date phrase: ranges, lists, before and after, built of single dates."""

from __future__ import annotations

from khiva_notes.model.dates.parts import Part, Phrase, PhraseKind
from khiva_notes.model.dates.resolve import hijri_and_common, order_key, resolved
from khiva_notes.model.dates.simple import date_at
from khiva_notes.model.dates.stream import Stream

_NEUTRAL = ("in", "of", "the", "onto")
_MOST_ITEMS = 8
_LEADING: dict[str, PhraseKind] = {
    "before": "before",
    "after": "after",
    "by": "by",
    "not-before": "not-before",
    "since": "since",
    "until": "until",
    "night-of": "night-of",
}
_Composed = tuple[PhraseKind, list[Part], int]


class Grammar:
    """Finds the phrase that begins at a token of one run."""

    def __init__(self, stream: Stream, *, country: str = "", language: str = "") -> None:
        """Keep what decides between two readings of a date in digits."""
        self.stream = stream
        self.country = country
        self.language = language

    def phrase_at(self, i: int) -> Phrase | None:
        """Read the longest phrase that begins at token ``i`` (prepositions may lead), or None."""
        stream = self.stream
        first = stream.skip(i, *_NEUTRAL)
        composed = self._led(first) or self._chain(first)
        if composed is None:
            return None
        kind, parts, after = composed
        start = stream.tokens[first].start
        return Phrase(kind, tuple(parts), start, stream.end_of(first, after), first, after)

    def _date(self, i: int) -> tuple[Part, int] | None:
        j = self.stream.skip(i, "in", "the", "onto")
        return date_at(self.stream, j, country=self.country, language=self.language)

    def _led(self, i: int) -> _Composed | None:
        """Read a phrase that a word such as `between`, `from` or `before` opens."""
        token = self.stream.at(i)
        if token.kind == "between":
            return self._range(i, ("and", "or", "to"), "between")
        if token.kind == "from":
            found = self._range(i, ("to", "until", "before", "onto", "by"), "interval")
            if found is None and token.suffix == "от":  # a letter's date: телеграмма от 5 мая
                return self._chain(i + 1)
            return found or self._opened(i, "since")
        if token.kind == "to" and token.suffix == "по":
            return self._opened(i, "until")
        kind = _LEADING.get(token.kind)
        return None if kind is None else self._opened(i, kind)

    def _opened(self, i: int, kind: PhraseKind) -> _Composed | None:
        read = self._date(i + 1)
        if read is None or read[0].number or self.stream.at(i + 1).sep:
            return None
        if kind == "night-of" and not read[0].day:
            return None
        portion = read[0].portion
        if kind == "before" and portion is not None and portion.name == "end":
            kind = "by"  # before the end of 1919 is still 1919
        if kind == "since" and self._goes_on(read[1]):
            return kind, [read[0]], read[1] + 1
        return kind, [read[0]], read[1]

    def _goes_on(self, i: int) -> bool:
        """Say whether `on` or `onwards` closes `from 1918 on`; only where the phrase ends."""
        token = self.stream.at(i)
        if token.sep:
            return False
        last = not self.stream.running and i + 1 == len(self.stream.tokens)
        return token.kind == "or-later" or (token.suffix == "on" and last)

    def _range(self, i: int, links: tuple[str, ...], kind: PhraseKind) -> _Composed | None:
        """Read `between A and B` or `from A to B`, where A may leave to B what they share."""
        read = self._date(i + 1)
        if read is None:
            return None
        start, j = read
        token = self.stream.at(j)
        if token.kind in links and token.sep in ("", ","):
            j += 1
        elif not self._is_dash(j):
            return None
        read = self._date(j)
        if read is None:
            return None
        return self._finished(kind, [start, read[0]], read[1])

    def _is_dash(self, i: int) -> bool:
        return self.stream.at(i).sep in ("-", "?-", ")-", ".-")

    def _finished(self, kind: PhraseKind, parts: list[Part], after: int) -> _Composed | None:
        full = resolved(parts, kind)
        if full is None:
            return None
        if kind in ("interval", "between") and not _ascends(full):
            return None
        return kind, full, after

    def _chain(self, i: int) -> _Composed | None:
        """Read a date and what hangs on it: `-`, `to`, `and`, `or`, commas."""
        read = self._date(i)
        if read is None:
            return None
        part, j = read
        longer = self._slashed(part, j) or self._dashed(part, j) or self._listed(part, j)
        if longer is not None:
            return longer
        return None if part.number else self._trailed(part, j)

    def _trailed(self, part: Part, j: int) -> _Composed:
        """Read `1917 or earlier`, `May 1919 or later`, `1 October, year unknown`."""
        token = self.stream.at(j)
        if token.kind == "or-earlier" and not token.sep:
            return "by", [part], j + 1
        if token.kind == "or-later" and not token.sep:
            return "not-before", [part], j + 1
        unknown = token.kind == "year-unknown" and token.sep in ("", ",", "(") and part.needs_year
        return "single", [part], j + unknown

    def _slashed(self, part: Part, j: int) -> _Composed | None:
        """Read `1918/1920`, `1918/19`, `7/8 April 1919` and the Hijri pair `1336/1918`."""
        if self.stream.at(j).sep != "/" or not (part.bare or part.number or part.era):
            return None
        read = self._date(j)
        if read is None:
            return None
        second, after = read
        first_year = part.year if part.year is not None else part.number
        second_year = second.year if second.year is not None else second.number
        if not second.month and hijri_and_common(first_year, second_year) is not None:
            pair = Part(year=first_year, calendar="hijri", era="ah", within=second_year)
            return "single", [pair], after
        if part.number and second.day and second.day != part.number + 1:
            return None
        if part.bare and not second.bare and not second.number:
            return None
        return self._finished("interval", [part, second], after)

    def _dashed(self, part: Part, j: int) -> _Composed | None:
        token = self.stream.at(j)
        dash = self._is_dash(j)
        word = token.kind == "to" and not token.sep
        if not dash and not word:
            return None
        read = self._date(j + word)
        if read is None:
            return None
        second, after = read
        if part.season == 24 and second.bare and second.year == (part.year or 0) + 1:
            return "single", [part._replace(split_winter=True)], after
        finished = self._finished("interval", [part, second], after)
        if finished is None or (self.stream.running and not _same_shape(finished[1])):
            return None
        return finished

    def _listed(self, part: Part, j: int) -> _Composed | None:
        """Read `7, 8 and 9 April`, `September 1918 and March 1919`, `1919 or 1920`."""
        stream = self.stream
        items = [part]
        while len(items) < _MOST_ITEMS:
            token = stream.at(j)
            link = token.kind in ("and", "or") and token.sep in ("", ",")
            if not link and token.sep != ",":
                return None
            after = j + link
            if stream.running and stream.is_kind(after, "in"):
                return None  # "in May 1919 and in March": two dates
            read = self._date(after)
            if read is None:
                return None
            items.append(read[0])
            j = read[1]
            if link:
                return self._list_of(items, "one-of" if token.kind == "or" else "all-of", j)
        return None

    def _list_of(self, items: list[Part], kind: PhraseKind, after: int) -> _Composed | None:
        full = resolved(items, kind)
        if full is None:
            return None
        if self.stream.running:
            if not _same_shape(full):
                return None
            if items[0].day and items[0].year is not None:
                return None  # full dates side by side are two dates
        return kind, full, after


def _same_shape(parts: list[Part]) -> bool:
    """Say whether all dates are as precise as one another, so that they can be one phrase."""
    return len({(p.day > 0, p.month > 0, p.season > 0, p.spans_years) for p in parts}) == 1


def _ascends(parts: list[Part]) -> bool:
    """Say whether a range runs forward, as far as its written parts tell."""
    start, end = parts
    last = end.last_year if end.last_year is not None else end.year
    if start.year is None or last is None or start.calendar != end.calendar:
        return True
    if start.year != last or not (start.month and end.month):
        return start.year <= last
    return order_key(start) <= order_key(end) or not end.day
