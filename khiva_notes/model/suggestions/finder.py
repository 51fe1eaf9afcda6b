"""Puts together what is found in a text, each with the passage and the title it would need."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

from khiva_notes.model.dates import find_dates
from khiva_notes.model.names import find_names
from khiva_notes.model.sentences import sentence_starts
from khiva_notes.model.suggestions.figures import find_figures
from khiva_notes.model.suggestions.quotations import find_quotations
from khiva_notes.model.suggestions.suggestion import Suggestion
from khiva_notes.model.suggestions.told import with_told_dates, with_told_names
from khiva_notes.model.texts import Mark, TextBody

_LONGEST_TITLE = 120
_LETTER = re.compile(r"[^\W\d_]")

Cancelled = Callable[[], bool]


def suggest(
    body: TextBody,
    marks: Sequence[tuple[int, int]] = (),
    *,
    language: str = "",
    told: Sequence[Mark] = (),
    cancelled: Cancelled = lambda: False,
) -> list[Suggestion]:
    """Return what could become cards, in reading order; ``marks`` are the spans of citation marks.

    ``told`` is the file's own markup: the names and dates that an edition marks are suggested as
    it says.

    Linear in the text's length. Empty as soon as ``cancelled`` says that nobody waits for it.
    """
    text = body.text
    sentences = _Sentences(text)
    found = with_told_names(_names(text, language), text, told)
    if cancelled():
        return []
    dates = with_told_dates(find_dates(text, language=language), text, told)
    for date in dates:
        span = sentences.with_deed(date.start, date.end)
        title = _title(text, span)
        core = (date.start, date.end)
        found.append(Suggestion("date", "event", *span, title, core, date=date.date))
    if cancelled():
        return []
    taken = [(date.start, date.end) for date in dates] + list(marks)
    for core in find_figures(text, taken):
        span = sentences.around(*core)
        words = " ".join(text[core[0] : core[1]].split())
        found.append(Suggestion("figure", "claim", *span, _title(text, span), core, value=words))
    for quotation in find_quotations(body):
        span = (quotation.start, quotation.end)
        found.append(
            Suggestion(
                "quotation", "claim", *span, _title(text, span), span, speaker=quotation.speaker
            )
        )
    return sorted(found, key=lambda one: (one.core[0], one.core[1], one.sort))


def _names(text: str, language: str) -> Iterable[Suggestion]:
    for group in find_names(text, language):
        places = tuple((mention.start, mention.end) for mention in group.mentions)
        yield Suggestion(
            "name",
            "place" if group.kind == "unknown" else group.kind,
            *places[0],
            group.name,
            places[0],
            places=places,
            spellings=len(group.spellings),
            sure=group.kind != "unknown",
        )


class _Sentences:
    """The sentences of a text, cut once for all that is found in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = sentence_starts(text)

    def around(self, start: int, end: int) -> tuple[int, int]:
        """Return the sentence, or the sentences, that a span stands in."""
        first = self._starts[max(0, bisect_right(self._starts, start) - 1)]
        place = bisect_right(self._starts, max(start, end - 1))
        last = self._starts[place] if place < len(self._starts) else len(self._text)
        while last > end and self._text[last - 1].isspace():
            last -= 1
        return first, last

    def with_deed(self, start: int, end: int) -> tuple[int, int]:
        """Return what is told of a date: its sentence, or the next one if it stands by itself."""
        first, last = self.around(start, end)
        rest = self._text[first:start] + self._text[end:last]
        if any(char.isalpha() for char in rest) or self._text[last : last + 1] == "\n":
            return first, last
        following = _LETTER.search(self._text, last)
        if following is None or "\n" in self._text[last : following.start()]:
            return first, last
        return first, self.around(following.start(), following.start() + 1)[1]


def _title(text: str, span: tuple[int, int]) -> str:
    words = " ".join(re.sub(r"\s*\[\d[^\]\n]*\]", "", text[span[0] : span[1]]).split())
    words = words.strip(' ,;:—–-“”«»"')
    words = words[:1].upper() + words[1:]
    if len(words) > _LONGEST_TITLE:
        words = words[: _LONGEST_TITLE - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
    return words
