"""What every view of one open library is given: the library, the looks, and the way about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from khiva_notes.gui.navigation import Navigator
from khiva_notes.gui.preferences import Preferences
from khiva_notes.gui.session import Session
from khiva_notes.gui.theme import Theme
from khiva_notes.model.errors import UserError

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question before something is done: what is at stake, and the button and key that do it."""

    about: UserError
    words: str
    key: str
    act: Callable[[], None]


class Desk(QObject):
    """The things that views share, handed to each of them when it is made.

    ``said`` bears a sentence for the status bar, ``complained`` a UserError to be shown calmly,
    ``asked`` an Asked.
    """

    said = Signal(str)
    complained = Signal(object)
    asked = Signal(object)

    def __init__(
        self,
        session: Session,
        theme: Theme,
        preferences: Preferences,
        navigator: Navigator,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.theme = theme
        self.preferences = preferences
        self.navigator = navigator

    def attempt(self, command: Callable[[], Result]) -> Result | None:
        """Run a command; what the user can mend is shown and gives None, the rest is raised."""
        try:
            return command()
        except UserError as error:
            self.complained.emit(error)
            return None
