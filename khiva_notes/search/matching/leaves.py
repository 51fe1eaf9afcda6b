"""What one condition finds in one segment: how often it is met in each document."""

from __future__ import annotations

from collections.abc import Callable, Collection

from khiva_notes.search.documents import KINDS
from khiva_notes.search.engine.records import NO_DAY
from khiva_notes.search.engine.sections import Section
from khiva_notes.search.engine.snapshot import LiveSegment
from khiva_notes.search.folding import name_parts
from khiva_notes.search.layout import ABOUT, AUTHOR, SPEAKER, TITLE, WORDS
from khiva_notes.search.matching import gather
from khiva_notes.search.matching.forms import (
    beginnings,
    forms_of,
    nearby,
    shaped,
    spellings_of,
)
from khiva_notes.search.matching.gather import Counts, both, capital
from khiva_notes.search.matching.marks import Marks
from khiva_notes.search.matching.proper import ProperNames
from khiva_notes.search.matching.runs import name_run, side_by_side
from khiva_notes.search.query import tree
from khiva_notes.search.words import form, forms

_OTHER_SPELLING = 0.02
"""What a word in another spelling counts for: so little that what was typed comes first, were the
other spelling in every line of a page."""
_OTHER_TITLE = 0.5
"""What it counts for in a title: a card stands for its person under any spelling."""


def _factor(section: Section) -> float:
    return _OTHER_TITLE if section.field == TITLE else _OTHER_SPELLING


class LeafReader:
    """Reads the postings that conditions ask for; one for each search."""

    def __init__(self, proper: ProperNames, marks: Marks, check: Callable[[], None]) -> None:
        """Ask ``proper`` what may be a name, tell ``marks`` what was met, ``check`` to cancel."""
        self._proper = proper
        self._marks = marks
        self._check = check

    def read(self, leaf: tree.Leaf, segment: LiveSegment) -> Counts:
        """Find the living documents of ``segment`` that meet ``leaf``, with how often they do."""
        self._check()
        counts: Counts = {}
        match leaf:
            case tree.Kind(kind):
                counts = dict.fromkeys(_of_kind(segment, kind), 1)
            case tree.Days(earliest, latest):
                counts = dict.fromkeys(_overlapping(segment, earliest, latest), 1)
            case tree.All():
                counts = dict.fromkeys(range(segment.files.documents), 1)
            case tree.Keyword(field, value):
                for section in segment.files.sections(field):
                    first, last = _keys(section, value)
                    gather.add_range(counts, segment.files, section, (2 * first, 2 * last))
            case tree.Names(names):
                for section in segment.files.sections(WORDS):
                    for name in names:
                        self._name(counts, segment, section, name)
            case _:
                for section in segment.files.sections(leaf.field):
                    self._text(counts, segment, section, leaf)
        for number in segment.deleted:
            counts.pop(number, None)
        return counts

    def _text(
        self, counts: Counts, segment: LiveSegment, section: Section, leaf: tree.TextLeaf
    ) -> None:
        match leaf:
            case tree.Word(text):
                self._words(counts, segment, section, text)
            case tree.Phrase(text):
                self._phrase(counts, segment, section, text)
            case tree.Prefix(text, typing=typing):
                self._prefix(counts, segment, section, form(text))
                if typing and section.field == TITLE:
                    self._begun_name(counts, segment, section, text)
            case tree.Wildcard(pattern):
                self._marks.pattern(pattern)
                self._add(counts, segment, section, shaped(section, pattern))
            case tree.Fuzzy(text, distance):
                places = nearby(section, form(text), distance)
                self._marks.words(section.words[place] for place in places)
                self._add(counts, segment, section, places)

    def _add(
        self, counts: Counts, segment: LiveSegment, section: Section, places: Collection[int]
    ) -> None:
        for place in places:
            gather.add_counts(counts, segment.files, section, both(place))

    def _words(self, counts: Counts, segment: LiveSegment, section: Section, text: str) -> None:
        words = forms(text, section.language)
        if not words:
            return
        slots = [forms_of(section, word) for word in words]
        self._marks.phrase(
            tuple(frozenset(section.words[place] for place in slot) for slot in slots)
        )
        if len(slots) == 1:
            self._add(counts, segment, section, slots[0])
        else:
            _merge(counts, side_by_side(segment.files, section, slots, self._check))
        if all(self._may_be_name(section, word) for word in words):
            self._spellings(counts, segment, section, text, slots[0])

    def _may_be_name(self, section: Section, word: str) -> bool:
        return section.field in _PROPER or self._proper.is_proper(word)

    def _spellings(
        self,
        counts: Counts,
        segment: LiveSegment,
        section: Section,
        text: str,
        counted: Collection[int],
    ) -> None:
        """Add the other spellings of a name, except words already ``counted``."""
        keys = name_parts(text)
        if len(keys) > 1:
            self._name_run(counts, segment, section, text)
            return
        for place in spellings_of(section, text):
            if place not in counted and self._may_be_name(section, section.words[place]):
                self._marks.words((section.words[place],))
                gather.add_counts(counts, segment.files, section, capital(place), _factor(section))

    def _name_run(self, counts: Counts, segment: LiveSegment, section: Section, name: str) -> None:
        run = name_run(segment.files, section, name, self._check)
        self._marks.words(run.words)
        for phrase in run.phrases:
            self._marks.phrase(phrase)
        _merge(counts, run.counts, _factor(section))

    def _name(self, counts: Counts, segment: LiveSegment, section: Section, name: str) -> None:
        self._phrase(counts, segment, section, name)
        self._spellings(counts, segment, section, name, [section.find(form(name))])

    def _phrase(self, counts: Counts, segment: LiveSegment, section: Section, text: str) -> None:
        words = forms(text, section.language)
        self._marks.phrase(tuple(frozenset((word,)) for word in words))
        slots = [[place] if (place := section.find(word)) >= 0 else [] for word in words]
        _merge(counts, side_by_side(segment.files, section, slots, self._check))

    def _prefix(self, counts: Counts, segment: LiveSegment, section: Section, prefix: str) -> None:
        self._marks.prefix(prefix)
        (first, last), further = beginnings(section, prefix)
        begun = section.begun
        if begun is not None and (place := begun.find(prefix)) >= 0:
            gather.add_counts(counts, segment.files, begun, both(place))
        else:
            gather.add_range(counts, segment.files, section, (2 * first, 2 * last))
        self._add(counts, segment, section, further)

    def _begun_name(
        self, counts: Counts, segment: LiveSegment, section: Section, text: str
    ) -> None:
        for key in name_parts(text)[:1]:
            for word in section.names.find_prefix(key):
                place = section.find(word)
                gather.add_counts(counts, segment.files, section, capital(place), _factor(section))


_PROPER = frozenset({TITLE, AUTHOR, SPEAKER, ABOUT + "person", ABOUT + "place", ABOUT + "group"})
"""Fields of little but names, where ordinary words do no harm."""


def _merge(into: Counts, counts: Counts, factor: float = 1) -> None:
    for number, count in counts.items():
        into[number] = into.get(number, 0) + count * factor


def _of_kind(segment: LiveSegment, kind: str) -> list[int]:
    code = KINDS.index(kind)
    return [number for number, other in enumerate(segment.view.kinds) if other == code]


def _keys(section: Section, value: str) -> tuple[int, int]:
    if value.endswith("*"):
        return section.prefix_range(value[:-1])
    place = section.find(value)
    return (place, place + 1) if place >= 0 else (0, 0)


def _overlapping(segment: LiveSegment, earliest: int | None, latest: int | None) -> list[int]:
    low = NO_DAY if earliest is None else earliest
    high = -NO_DAY if latest is None else latest
    return [
        number
        for number, (first, last) in enumerate(zip(*segment.view.days, strict=True))
        if first <= high and (last >= low or last == NO_DAY) and not first == last == NO_DAY
    ]
