"""The Qt application: made once, with the fonts, the theme and one window."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from khiva_notes import __version__
from khiva_notes.gui.fonts import load_fonts
from khiva_notes.gui.main_window import MainWindow
from khiva_notes.gui.preferences import Preferences
from khiva_notes.gui.theme import Theme
from khiva_notes.services.folders import Folders, shipped

_log = logging.getLogger("khiva_notes")

_SWITCH_SECONDS = 0.001
"""How long a worker may keep Python to itself while the window waits for it; 5 ms is usual."""


def run(folders: Folders, library: Path | None) -> int:
    """Show the window, with ``library`` or the one of last time; return Qt's exit code."""
    app = make_application()
    _log_to(folders.state)
    window = make_window(app, folders)
    sys.excepthook = _Reporter(window)
    window.show()
    window.begin(library)
    return app.exec()


def make_application() -> QApplication:
    """Return the application object, made if there is none yet."""
    sys.setswitchinterval(_SWITCH_SECONDS)
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("khiva-notes")
    app.setApplicationDisplayName("Khiva Notes")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("khiva-notes")
    app.setStyle("Fusion") if sys.platform.startswith("linux") else None
    return app


def make_window(app: QApplication, folders: Folders) -> MainWindow:
    """Return the main window with everything it needs, not yet shown."""
    resources = shipped("resources")
    load_fonts(resources / "fonts")
    app.setWindowIcon(QIcon(str(resources / "icons" / "khiva-notes.svg")))
    preferences = Preferences(folders.config)
    theme = Theme(app, preferences.scheme)
    window = MainWindow(folders, theme, preferences)
    for part in (theme, preferences):
        part.setParent(window)
    return window


def _log_to(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.FileHandler(folder / "khiva-notes.log", encoding="utf-8", delay=True)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)


class _Reporter:
    """Takes what is our bug: logs it and shows it with details to copy; the program goes on."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def __call__(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        _log.critical("Unexpected error", exc_info=(kind, error, trace))
        self._window.report_bug(kind, error, trace)
