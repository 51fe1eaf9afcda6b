"""Which words are meant when none are selected: the name or the sentence that the caret is in."""

from __future__ import annotations

from khiva_notes.model.names.candidates import candidates
from khiva_notes.model.names.folding import WORD
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
            return match.start(), match.end()
    return offset, offset
