"""What of a text a search would have found there: the words of its query, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from khiva_notes.model.folded import FoldedText
from khiva_notes.model.names import find_mentions
from khiva_notes.search.query.fields import FIELDS
from khiva_notes.search.query.lexer import Part, cut
from khiva_notes.search.results import Highlight
from khiva_notes.search.snippets import find_marks
from khiva_notes.search.stems import UNKNOWN, stem
from khiva_notes.search.words import WORD, form, plain

Span = tuple[int, int]

_SPOKEN = frozenset({"person", "event", "place", "group", "claim", "dispute", "essay", "quote"})
"""Fields whose values are words that a text may have."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a query asks for in words: ``phrases`` as they were quoted, and single ``words``.

    Operators, brackets and denied clauses are left out, and so are clauses such as ``kind:claim``
    that no text can answer.
    """

    phrases: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """What is asked for, as one would say it."""
        return " ".join((*self.words, *self.phrases))


def wanted(query: str) -> Wanted:
    """Return what a query asks for, in its own order; never raises."""
    phrases: list[str] = []
    words: list[str] = []
    for part in _asked(cut(query, frozenset(FIELDS))):
        if part.kind == "quoted":
            phrases.append(" ".join(part.text.split()))
        else:
            words.append(part.text.rstrip("0123456789") if "~" in part.text else part.text)
    return Wanted(tuple(filter(None, phrases)), tuple(filter(None, words)))


def mark_query(text: str, folded: FoldedText, query: str) -> list[Span]:
    """Return the places of ``text`` that a query is about, in code points, in order, apart.

    Accents, case and endings do not matter; a name is found in all its spellings. A word with
    ``*`` or ``?`` is matched as a whole word of that shape. Linear in the text's length.
    """
    asked = wanted(query)
    found = [span for phrase in asked.phrases for span in folded.find(phrase)]
    found += _words(text, folded, asked.words)
    if asked.words:
        bare = " ".join(word.strip("*?~") for word in asked.words)
        found += [(one.start, one.end) for one in find_mentions(text, [bare])]
    return _apart(found)


def _asked(parts: Sequence[Part]) -> Iterator[Part]:
    """Yield the words and quotations that are asked for."""
    at, denied, depth = 0, 0, 0
    skip = False
    for at, part in enumerate(parts):
        if part.kind in ("minus", "not"):
            skip = True
        elif part.kind == "open":
            depth += 1
            if skip and not denied:
                denied = depth
            skip = False
        elif part.kind == "close":
            denied = 0 if denied == depth else denied
            depth = max(0, depth - 1)
        elif part.kind == "field":
            following = parts[at + 1] if at + 1 < len(parts) else None
            valued = following is not None and following.start == part.end
            skip = valued and (skip or part.text not in _SPOKEN)
        elif part.kind in ("text", "quoted"):
            if not skip and not denied and WORD.search(part.text):
                yield part
            skip = False


def _words(text: str, folded: FoldedText, words: Sequence[str]) -> Iterator[Span]:
    whole = " ".join(words)
    together = list(folded.find(whole)) if len(words) > 1 else []
    yield from together
    forms = [form(word.strip("~")) for word in words]
    shaped = tuple(word for word in forms if "*" in word or "?" in word)
    plain_words = {plain(one) for word in forms if word not in shaped for one in _forms(word)}
    stems = {stem(one, UNKNOWN) for word in forms if word not in shaped for one in _forms(word)}
    known: dict[str, bool] = {}
    for match in WORD.finditer(text):
        written = match[0]
        if written not in known:
            word = form(written)
            known[written] = plain(word) in plain_words or stem(word, UNKNOWN) in stems
        if known[written]:
            yield match.span()
    if shaped:
        yield from find_marks(text, Highlight(patterns=shaped))


def _forms(word: str) -> list[str]:
    return [form(match[0]) for match in WORD.finditer(word)]


def _apart(spans: Sequence[Span]) -> list[Span]:
    """Keep the longest of spans that overlap."""
    result: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start < end and (not result or start >= result[-1][1]):
            result.append((start, end))
    return result
