"""Trashing cards and taking passages away: what a dispute would miss is said before it is done."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QCoreApplication

from khiva_notes.gui.desk import Asked, Desk
from khiva_notes.model.errors import UserError
from khiva_notes.services import passages, trash
from khiva_notes.services.resting import (
    Rest,
    warning,
    what_rests_on,
    what_rests_on_passages,
)

KEY = "Alt+Delete"
"""Does it in spite of the warning."""


def throw_away(
    desk: Desk, item_ids: Collection[int], done: Callable[[], object] = lambda: None
) -> None:
    """Put items in the trash, at once where no dispute rests on them; ``done`` is called then."""
    library, ids = desk.session.library, list(item_ids)

    def act() -> bool:
        trash.trash(library, ids)
        return True

    what = _tr("That is not in the trash yet.")
    button = _tr("Move to the trash")
    _ask(desk, what_rests_on(library.data, ids), what, button, act, done)


def take_away(desk: Desk, passage_id: int, done: Callable[[], object] = lambda: None) -> None:
    """Take a passage away, at once where no dispute quotes it; ``done`` is called then."""
    library = desk.session.library

    def act() -> bool:
        passages.remove(library, passage_id)
        return True

    what = _tr("The passage is still there.")
    button = _tr("Take it away")
    _ask(desk, what_rests_on_passages(library.data, [passage_id]), what, button, act, done)


def _ask(
    desk: Desk,
    rests: Sequence[Rest],
    what: str,
    button: str,
    act: Callable[[], bool],
    done: Callable[[], object],
) -> None:
    def go() -> None:
        if desk.attempt(act):
            done()

    if rests:
        desk.asked.emit(Asked(UserError(what, warning(rests)), button, KEY, go))
    else:
        go()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Throwing", text)
