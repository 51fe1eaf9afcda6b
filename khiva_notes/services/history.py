"""The steps that can be undone and redone, in the order in which they were taken."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace

from khiva_notes.store.journal import Span

MERGE_SECONDS = 60.0
"""Edits of one field within this time of each other are one step to undo."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A merge key of one long piece of work, such as an import: one step, however long it takes."""

    name: Hashable


@dataclass(frozen=True, slots=True)
class Step:
    """One named step and the journal's rows that take it back, oldest span first."""

    label: str
    spans: tuple[Span, ...]
    merge: Hashable = None
    at: float = 0.0


class History:
    """Two stacks of steps; it knows nothing of how a step is taken back."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def undo_label(self) -> str:
        """The name of the step that undo would take back, or empty."""
        return self._done[-1].label if self._done else ""

    @property
    def redo_label(self) -> str:
        """The name of the step that redo would take again, or empty."""
        return self._undone[-1].label if self._undone else ""

    def push(self, label: str, span: Span, merge: Hashable) -> None:
        """Note a new step, or make it part of the last one when both edit the same field."""
        moment = self._clock()
        if self.goes_on(label, merge):
            last = self._done[-1]
            self._done[-1] = replace(last, spans=(*last.spans, span), at=moment)
            return
        self._done.append(Step(label, (span,), merge, moment))
        self._undone.clear()

    def goes_on(self, label: str, merge: Hashable) -> bool:
        """Tell whether a step would be part of the last one, since both edit the same field."""
        last = self._done[-1] if self._done else None
        return (
            last is not None
            and not self._undone
            and merge is not None
            and (last.label, last.merge) == (label, merge)
            and (isinstance(merge, Whole) or self._clock() - last.at <= MERGE_SECONDS)
        )

    def stale(self) -> tuple[Span, ...]:
        """Return the spans of the undone steps, which a new step makes unreachable."""
        return tuple(span for step in self._undone for span in step.spans)

    def take_undo(self) -> Step | None:
        """Return the newest step, if any; it stays until ``undone`` is called."""
        return self._done[-1] if self._done else None

    def take_redo(self) -> Step | None:
        """Return the newest undone step, if any; it stays until ``redone`` is called."""
        return self._undone[-1] if self._undone else None

    def undone(self, spans: tuple[Span, ...]) -> None:
        """Move the newest step over to those that can be redone by ``spans``."""
        step = self._done.pop()
        self._undone.append(replace(step, spans=spans, merge=None))

    def redone(self, spans: tuple[Span, ...]) -> None:
        """Move the newest undone step back to those that can be undone by ``spans``."""
        step = self._undone.pop()
        self._done.append(replace(step, spans=spans, merge=None))
