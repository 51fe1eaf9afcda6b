"""Which words are meant when none are selected: the name or the sentence that the caret is in."""

from __future__ import annotations

from khiva_notes.model.names.candidates import candidates
from khiva_notes.model.names.folding import WORD
from khiva_notes.model.names.honorifics import title_rank
from khiva_notes.model.passages import trim
from khiva_notes.model.sentences import sentence_at

_WHOLE = ("claim", "event", "highlight")


def grasp(line: str, offset: int, kind: str) -> tuple[int, int]:
    """Return the span of a line's words that a card of ``kind`` would be made of, at an offset.

    A claim, an event or a highlight takes the sentence, anything else the name; where there is no
    name, the word. Offsets in code points; the span is empty where there are no words.
    """
    if kind in _WHOLE:
        return sentence_at(line, min(offset, max(0, len(line) - 1)))
    for found in candidates(line):
        if found.start <= offset <= found.end:
            return trim(line, found.start, found.end)
    for match in WORD.finditer(line):
        if match.start() <= offset <= match.end():
            return _with_titles(line, match.start(), match.end())
    return offset, offset


def _with_titles(line: str, start: int, end: int) -> tuple[int, int]:
    """Take in the titles round a word whose script has no capitals to tell names by."""
    if line[start:end].lower() != line[start:end].upper():
        return start, end
    words = [match.span() for match in WORD.finditer(line)]
    at = words.index((start, end))
    first = last = at
    while last + 1 < len(words) and _follows(line, words[last], words[last + 1]):
        last += 1
    if title_rank(line[start:end]) is not None and at > 0 and line[words[at - 1][1] : start] == " ":
        first -= 1
    return words[first][0], words[last][1]


def _follows(line: str, one: tuple[int, int], title: tuple[int, int]) -> bool:
    return line[one[1] : title[0]] == " " and title_rank(line[slice(*title)]) is not None
