"""When steps that follow one another are one to undo."""

from __future__ import annotations

from khiva_notes.services.history import MERGE_SECONDS, History, Whole
from khiva_notes.store.journal import Span


def test_a_long_piece_of_work_is_one_step_and_slow_typing_is_not() -> None:
    moments = iter(range(0, 10_000, int(MERGE_SECONDS) + 40))
    history = History(lambda: float(next(moments)))
    for number in range(3):
        history.push("Import files", Span(number, number), Whole(1))
    step = history.take_undo()
    assert step is not None
    assert len(step.spans) == 3
    history.push("Edit title", Span(4, 4), "title")
    history.push("Edit title", Span(5, 5), "title")
    step = history.take_undo()
    assert step is not None
    assert step.spans == (Span(5, 5),)


def test_two_pieces_of_work_are_two_steps() -> None:
    history = History()
    history.push("Import files", Span(1, 1), Whole(1))
    history.push("Import files", Span(2, 2), Whole(2))
    step = history.take_undo()
    assert step is not None
    assert step.spans == (Span(2, 2),)
