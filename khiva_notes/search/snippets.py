"""The words a query found, shown in a piece of their text; pure, the text comes from the caller."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from khiva_notes.search.patterns import wildcard_expression
from khiva_notes.search.results import Highlight, PhraseSlots
from khiva_notes.search.words import WORD, form, plain

Mark = tuple[int, int]
"""Start and end of a marked span, in code points, end exclusive."""

_SENTENCE_END = re.compile(r"[.!?…]['”’»)]*\s+")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a text: ``marks`` are spans within ``text``, which begins at ``offset``.

    All in code points, ends exclusive.
    """

    text: str
    marks: tuple[Mark, ...]
    offset: int


def find_marks(text: str, highlight: Highlight) -> tuple[Mark, ...]:
    """Give every span of ``text`` that the query found, in order, for F3 and for tinting."""
    return tuple(mark for mark, _ in _marks(text, highlight))


def snippet(text: str, highlight: Highlight, *, width: int = 160) -> Snippet:
    """Give about ``width`` characters of ``text`` around the best of its matches.

    The best stretch has the most different words of the query, then the most marks. It begins
    with a word, and with a sentence where one begins near by.
    """
    marks = list(_marks(text, highlight))
    if len(text) <= width:
        return Snippet(text, tuple(mark for mark, _ in marks), 0)
    first, last = _best_stretch(marks, width)
    offset = _begin(text, first, last, width)
    end = _end(text, offset, width)
    inside = (mark for mark, _ in marks if mark[0] >= offset and mark[1] <= end)
    return Snippet(text[offset:end], tuple((s - offset, e - offset) for s, e in inside), offset)


def _marks(text: str, highlight: Highlight) -> Iterator[tuple[Mark, str]]:
    """Yield each marked span with what it matched."""
    matches = matcher(highlight)
    if highlight.phrases:
        yield from _with_phrases(text, highlight.phrases, matches)
        return
    for match in WORD.finditer(text):
        if word := matches[match[0]]:
            yield match.span(), word


def _with_phrases(
    text: str, phrases: tuple[PhraseSlots, ...], matches: Matches
) -> Iterator[tuple[Mark, str]]:
    found = list(WORD.finditer(text))
    written = [match[0] for match in found]
    words = [matches.forms[word] for word in written]
    begun: dict[str, list[PhraseSlots]] = {}
    for phrase in phrases:
        for word in phrase[0]:
            begun.setdefault(word, []).append(phrase)
    covered = 0
    for at, word in enumerate(words):
        length = 0
        for phrase in begun.get(word, ()):
            following = words[at : at + len(phrase)]
            if len(following) == len(phrase) > length and all(
                each in slot for each, slot in zip(following, phrase, strict=True)
            ):
                length = len(phrase)
        if length:
            yield (found[at].start(), found[at + length - 1].end()), word
            covered = max(covered, at + length)
        elif at >= covered and (matched := matches[written[at]]):
            yield found[at].span(), matched


class _Forms(dict[str, str]):
    """A word as written -> its form."""

    def __missing__(self, written: str) -> str:
        known = self[written] = form(written)
        return known


class Matches(dict[str, str]):
    """A word as written -> what of a highlight it matches, or "": found out once a word."""

    def __init__(self, test: Callable[[str], str]) -> None:
        """Ask ``test`` about forms."""
        super().__init__()
        self.forms = _Forms()
        self._test = test

    def __missing__(self, written: str) -> str:
        """Find out about a word not met before."""
        found = self[written] = self._test(self.forms[written])
        return found


@lru_cache(maxsize=8)
def matcher(highlight: Highlight) -> Matches:
    """Make what knows whether a word as written is to be marked."""
    exact = highlight.words
    prefixes = highlight.prefixes
    bare_prefixes = tuple(plain(prefix) for prefix in prefixes)
    shapes = [re.compile(wildcard_expression(pattern)) for pattern in highlight.patterns]

    def test(word: str) -> str:
        if word in exact:
            return word
        if prefixes and (word.startswith(prefixes) or plain(word).startswith(bare_prefixes)):
            return next(p for p in bare_prefixes if plain(word).startswith(p))
        if any(shape.fullmatch(word) for shape in shapes):
            return word
        if "'" in word:  # a language that drops vowels: l'empire is marked for empire
            return next((part for part in word.split("'") if part and test(part)), "")
        return ""

    return Matches(test)


def _best_stretch(marks: list[tuple[Mark, str]], width: int) -> Mark:
    """Choose a run of marks that fits; give where it begins and ends."""
    best, best_worth = (0, 0), (0, 0)
    last = 0
    for first, ((start, end), _) in enumerate(marks):
        last = max(last, first)
        while last + 1 < len(marks) and marks[last + 1][0][1] - start <= width:
            last += 1
        run = marks[first : last + 1]
        worth = (len({word for _, word in run}), len(run))
        if worth > best_worth:
            best, best_worth = (start, max(end, run[-1][0][1])), worth
    return best


def _begin(text: str, first: int, last: int, width: int) -> int:
    """Choose where to begin, so that the marks stand with some text before them."""
    spare = max(0, width - (last - first))
    earliest = max(0, min(first - spare // 3, len(text) - width))
    if earliest == 0:
        return 0
    sentence = None
    for match in _SENTENCE_END.finditer(text, max(0, first - 2 * spare // 3), first + 1):
        if match.end() <= first:
            sentence = match.end()
    if sentence is not None and last - sentence <= width:
        return sentence
    space = text.find(" ", earliest, first)
    return earliest if space < 0 else space + 1


def _end(text: str, offset: int, width: int) -> int:
    """Choose where to end, not within a word if it can be helped."""
    end = offset + width
    if end >= len(text):
        return len(text)
    space = text.rfind(" ", offset + width // 2, end + 1)
    return end if space < 0 else space
