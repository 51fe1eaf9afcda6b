"""Where sentences begin and end, for moving through a text and for taking one up whole."""

from __future__ import annotations

import re
from bisect import bisect_right

_END = re.compile(r"[.!?…؟۔]+[\"'”’»)\]]*(?:\s*\[[^\[\]\n]{1,40}\][.]?)?(?=\s)|\n")
_OPENING = "\"'“‘«„([—–-"
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[\"“«])(?:[^\W\d_]|mr|mrs|ms|dr|st|no|nos|vol|vols|ed|eds|pp?|ff?|cf|ca|vs|etc|i\.e|e\.g"
    r"|gen|col|capt|lt|prof|rev|hon|jr|sr|fig|ch|art|см|ср|стр|гл|г|гг|вв?|т|др|пр|им|ул|обл|тов|ген"
    r"|[^\W\d_]\.[^\W\d_])$",
    re.IGNORECASE,
)
_LOOK_BACK = 12


def sentence_starts(text: str) -> list[int]:
    """Return where each sentence of a text begins, in code points; the first begins at 0.

    A line's end ends a sentence; an initial or a common abbreviation does not.
    """
    starts = [0]
    for match in _END.finditer(text):
        after = match.end()
        if match[0] != "\n":
            if match[0][0] == "." and _is_abbreviated(text, match.start()):
                continue
            while after < len(text) and text[after] in " \t\u00a0":
                after += 1
            if not _may_open(text, after):
                continue
        if starts[-1] < after < len(text):
            starts.append(after)
    return starts


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """Return the span of the sentence at an offset, without the white space round it."""
    starts = sentence_starts(text)
    place = bisect_right(starts, offset) - 1
    start = starts[place]
    end = starts[place + 1] if place + 1 < len(starts) else len(text)
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _is_abbreviated(text: str, stop: int) -> bool:
    return _ABBREVIATION.search(text[max(0, stop - _LOOK_BACK) : stop]) is not None


def _may_open(text: str, offset: int) -> bool:
    while offset < len(text) and text[offset] in _OPENING + " ":
        offset += 1
    return offset >= len(text) or not text[offset].islower()
