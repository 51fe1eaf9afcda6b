"""What lines are put together to: first stretches of one look, then paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from khiva_notes.model.reflow.lines import Line
from khiva_notes.model.reflow.measure import Metric, typed
from khiva_notes.model.texts import BlockKind

Shape = Literal["prose", "lines", "verse", "table", "heading", "single", "unclear"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines that belong together, what they are, and for prose the column they were set in.

    ``rooms`` is the room left on each line but the last, ``columns`` the column's width at each.
    """

    lines: tuple[Line, ...]
    shape: Shape
    metric: Metric = typed
    columns: tuple[float, ...] = ()
    rooms: tuple[float, ...] = ()


@dataclass(slots=True)
class Paragraph:
    """Lines that make one paragraph, and the column they were set in (0 where none was).

    ``indented`` when the whole stretch that it came from stood in from the margin, ``borrowed``
    when a single line only got its column from prose nearby.
    """

    lines: list[Line]
    kind: BlockKind = "paragraph"
    level: int = 0
    column: float = 0.0
    metric: Metric = typed
    indented: bool = False
    borrowed: bool = False
