"""What the window's actions need of the window: the open library, and how to change it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMainWindow

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.library_view import LibraryView
from khiva_notes.gui.preferences import Preferences
from khiva_notes.gui.session import Session
from khiva_notes.gui.tab_round import turn_focus
from khiva_notes.services.folders import Folders


class LibraryWindow(QMainWindow):
    """A window that has at most one library open; ``desk`` and ``view`` are None without."""

    folders: Folders
    preferences: Preferences
    desk: Desk | None
    view: LibraryView | None

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go through the window as it is laid out, with nothing left out."""
        return turn_focus(self, forward=forward)

    def open_library(self, path: object) -> None:
        """Open a library in place of the one that is open."""
        raise NotImplementedError

    def take_session(self, session: Session) -> None:
        """Show an open library in place of the one before."""
        raise NotImplementedError

    def attempt(self, command: Callable[[], object]) -> None:
        """Run a command and show what the user can mend."""
        raise NotImplementedError
