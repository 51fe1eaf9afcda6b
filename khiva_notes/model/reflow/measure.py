"""How wide a line is and how much room it left: the evidence for who broke it, hand or machine.

A line that was wrapped at a column's edge has no room left for the next line's first word; the
last line of a paragraph has. In a typescript characters count; in text copied from a printed page
the letters' own widths do, and with those the rule holds almost without exception although the
numbers of characters scatter by a fifth.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from khiva_notes.model.reflow.lines import Line
from khiva_notes.model.reflow.signs import first_word

Metric = Callable[[str], float]

LONGEST_WRAPPED_LINE = 200
"""Characters; nobody wraps wider, so a longer line is a paragraph by itself."""

_WINDOW = 8
_OUTLIER = 1.15
_AVERAGE = 460.0

# Advance widths in thousandths of an em, rounded, of a Times-like text face.
_WIDTHS: tuple[tuple[int, str], ...] = (
    (180, "'"),
    (250, " .,\u00a0"),
    (278, "/:;ijltіїј"),
    (333, "()[]-!fIrs’‘`‐"),
    (389, "JsІ"),
    (408, '"'),
    (444, "aceczszv?“”„гзсeэєtтчcyкх"),
    (500, "0123456789bdghknopquvxy$*–«»абвдеийлнопруцъьяқғҳў"),
    (556, "PSFРГЗ"),
    (611, "ELTZЕТЧЭБ"),
    (667, "BВСЪЬУ"),
    (680, "жмшщюыф"),
    (722, "ACDGHKNOQRUVXYwАДИЙКЛНОПХЦЯҚҒҲЎ"),
    (778, "m"),
    (889, "MЖМШЩЮЫФ"),
    (944, "W"),
    (1000, "—…"),
)


def _width_table() -> Mapping[str, float]:
    table = {char: width / _AVERAGE for width, chars in _WIDTHS for char in chars}
    for code in range(0xC0, 0x250):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base in table:
            table.setdefault(chr(code), table[base])
    return MappingProxyType(table)


_TABLE = _width_table()
_DEFAULT = 500 / _AVERAGE


def typed(text: str) -> float:
    """Width on a typewriter or terminal: the number of characters."""
    return float(len(text))


def printed(text: str) -> float:
    """Width in a proportional book face, in average characters."""
    return sum([_TABLE.get(char, _DEFAULT) for char in text])


def line_width(line: Line, metric: Metric) -> float:
    """A line's width; the indent counts on a typewriter only, a PDF's is not to be trusted."""
    return metric(line.text) + (line.indent if metric is typed else 0)


def column_widths(widths: Sequence[float]) -> list[float]:
    """The column's width at each line: its widest neighbour's, unless that one sticks out."""
    columns = []
    for place in range(len(widths)):
        near = sorted(widths[max(0, place - _WINDOW) : place + _WINDOW + 1])
        widest = near[-1]
        if len(near) > 4 and widest > near[-2] * _OUTLIER:
            widest = near[-2]
        columns.append(widest)
    return columns


def room_left(line: Line, below: Line, column: float, metric: Metric) -> float:
    """Average characters that stayed free although the next line's first word would have fitted.

    Negative: it would not have fitted, so the line was full.
    """
    return column - line_width(line, metric) - metric(" " + first_word(below.text))
