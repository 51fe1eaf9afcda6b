"""The main window: menus, top bar and status bar round the library that is open, if any."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from khiva_notes.gui.about import BugDialog, about_text
from khiva_notes.gui.command_table import COMMANDS
from khiva_notes.gui.commands import Menus
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.library_actions import LibraryActions
from khiva_notes.gui.library_view import LibraryView
from khiva_notes.gui.library_window import LibraryWindow
from khiva_notes.gui.navigation import Navigator, Place
from khiva_notes.gui.notices import NoticeBar
from khiva_notes.gui.palette.listing import actions_of
from khiva_notes.gui.palette.palette import CommandPalette
from khiva_notes.gui.palette.sections import Section, sections
from khiva_notes.gui.palette.shortcuts import ShortcutsPanel
from khiva_notes.gui.preferences import Preferences
from khiva_notes.gui.preferences_panel.panel import PreferencesPanel
from khiva_notes.gui.session import Session
from khiva_notes.gui.status import StatusLine
from khiva_notes.gui.theme import Scheme, Theme
from khiva_notes.gui.top_bar import TopBar
from khiva_notes.gui.undo_keys import UndoKeys
from khiva_notes.gui.welcome.start import StartPage
from khiva_notes.model.changes import ChangeSet
from khiva_notes.model.errors import UserError
from khiva_notes.services.folders import Folders
from khiva_notes.services.lock import OpenElsewhere

_READ_KEY = "Ctrl+Shift+O"
_LOOK_MS = 250
"""How often the window asks the page in sight what to show in the status bar."""


class MainWindow(LibraryWindow):
    """Opens and closes libraries, and hands everything else to the view of the open one."""

    def __init__(self, folders: Folders, theme: Theme, preferences: Preferences) -> None:
        super().__init__()
        self.setObjectName("main-window")
        self.setAcceptDrops(True)
        self.folders = folders
        self.theme = theme
        self.preferences = preferences
        self.desk = None
        self.view = None
        self.library_actions = LibraryActions(self)
        self.notices = NoticeBar(theme)
        self.welcome = StartPage(theme, preferences)
        self.welcome.sample_wanted.connect(self.library_actions.open_sample)
        self.welcome.new_wanted.connect(self.library_actions.new_library)
        self.welcome.open_wanted.connect(self.library_actions.choose_library)
        self.welcome.library_chosen.connect(self.open_library)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self._lay_out()
        self.menus = Menus(self)
        self.menus.build(COMMANDS, self._commands())
        self.menus.menus["File"].insertMenu(
            self.menus.actions["open-sample"], self.library_actions.recent_menu
        )
        self.top_bar = TopBar(self.menus, theme)
        self.addToolBar(self.top_bar)
        self.status_line = StatusLine(theme)
        self.setStatusBar(self.status_line)
        self.palette_box = CommandPalette(self.all_actions, theme, preferences, self)
        self.shortcuts = ShortcutsPanel(self.key_sections, theme, self)
        self._undo_keys = UndoKeys(self.menus, self)
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._show_page)
        self._look.start()
        self._restore_geometry()
        self._closed_library()

    def begin(self, library: Path | None) -> None:
        """Open what was asked for, or the library of last time if it is still there."""
        if library is None:
            last = str(self.preferences.get("last-library", ""))
            library = Path(last) if last and Path(last).exists() else None
        if library is not None:
            self.open_library(library)

    def open_library(self, path: object) -> None:
        """Open a library in place of the one that is open; what goes wrong is shown calmly."""
        path = Path(str(path))
        if self.desk is not None and self.desk.session.path.resolve() == path.resolve():
            return
        try:
            self.take_session(Session.open(path, self.folders, self))
        except OpenElsewhere as error:
            notices = self.view.notices if self.view else self.notices
            words = self.tr("Open for reading")
            notices.offer(error, words, _READ_KEY, lambda: self.open_for_reading(path))
        except UserError as error:
            (self.view.notices if self.view else self.notices).complain(error)

    def open_for_reading(self, path: Path) -> None:
        """Open a library that another program has open, to read and search it."""
        self.attempt(lambda: self.take_session(Session.open_for_reading(path, self.folders, self)))

    def take_session(self, session: Session) -> None:
        """Show an open library in place of the one before."""
        self.close_library()
        desk = Desk(session, self.theme, self.preferences, Navigator(session), session)
        view = LibraryView(desk)
        self.desk, self.view = desk, view
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        view.turned.connect(self._turned)
        desk.said.connect(self.status_line.say)
        desk.navigator.history_changed.connect(self._show_history)
        session.changed.connect(self._follow)
        session.indexer.status.connect(self.status_line.set_index)
        self.status_line.set_index(session.indexer.standing.words)
        view.splitter.restoreState(self.preferences.bytes("library-splitter"))
        self.top_bar.attach(desk)
        self.menus.enable(True)
        self._show_saved()
        self._refuse_writing(session.reads_only)
        self.preferences.add_recent(session.path)
        self.preferences.set("last-library", str(session.path.resolve()))
        self._show_undo()
        self._show_history()
        if not self.library_actions.restore_place(desk):
            desk.navigator.go(Place("welcome"))

    def close_library(self) -> None:
        """Close the open library, if any, and show the welcome page."""
        if self.desk is None or self.view is None:
            return
        self.library_actions.save_place(self.desk)
        self.preferences.save_bytes("library-splitter", self.view.splitter.saveState())
        self.menus.host(None)
        self.top_bar.detach()
        self._stack.setCurrentWidget(self.welcome)
        self._stack.removeWidget(self.view)
        self.view.hide()
        self.view.deleteLater()
        self.desk.session.close()
        self.desk.session.deleteLater()
        self.desk = self.view = None
        self._closed_library()

    def attempt(self, command: Callable[[], object]) -> None:
        """Run a command and show what the user can mend, where the user looks."""
        try:
            command()
        except UserError as error:
            (self.view.notices if self.view else self.notices).complain(error)

    def all_actions(self) -> list[tuple[str, QAction]]:
        """Return every action with the path of its menu, for the palette."""
        return [
            found for name, menu in self.menus.menus.items() for found in actions_of(name, menu)
        ]

    def key_sections(self) -> list[Section]:
        """Return what has a key: the window's own actions, and those of all of its pages."""
        return sections(self.menus, self.view.pages if self.view else [])

    def report_bug(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Show an error of ours with its details to copy."""
        details = "".join(traceback.format_exception(kind, error, trace))
        BugDialog(details, self).show()

    def _lay_out(self) -> None:
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(central)
        self.preferences_panel = PreferencesPanel(self.preferences, self.theme)
        self.preferences_panel.hide()
        self.preferences_dock = self.library_actions.dock(self.preferences_panel)
        self.preferences.changed.connect(self._prefer)

    def _commands(self) -> dict[str, Callable[[], object]]:
        actions = self.library_actions
        return {
            **actions.commands(),
            "close-library": self.close_library,
            "quit": self.close,
            "undo": lambda: self._step("undo"),
            "redo": lambda: self._step("redo"),
            "search": lambda: self.top_bar.focus_search(),
            "search-everywhere": lambda: self._go(Place("search")),
            "preferences": self._toggle_preferences,
            "back": lambda: self._with_desk(lambda desk: desk.navigator.back()),
            "forward": lambda: self._with_desk(lambda desk: desk.navigator.forward()),
            "show-welcome": lambda: self._go(Place("welcome")),
            "show-sources": lambda: self._go(Place("list", kind="source")),
            "show-people": lambda: self._go(Place("list", kind="person")),
            "show-events": lambda: self._go(Place("list", kind="event")),
            "show-claims": lambda: self._go(Place("list", kind="claim")),
            "show-places": lambda: self._go(Place("list", kind="place")),
            "show-groups": lambda: self._go(Place("list", kind="group")),
            "show-disputes": lambda: self._go(Place("list", kind="dispute")),
            "show-conflicts": lambda: self._go(Place("conflicts")),
            "show-library-order": lambda: self._go(Place("order")),
            "show-essays": lambda: self._go(Place("list", kind="essay")),
            "show-trash": lambda: self._go(Place("trash")),
            "toggle-tree": lambda: self._with_view(lambda view: view.toggle_tree()),
            "focus-tree": lambda: self._with_view(lambda view: view.focus_tree()),
            "focus-page": lambda: self._with_view(lambda view: view.page.setFocus()),
            "zoom-in": lambda: self._zoom(1),
            "zoom-out": lambda: self._zoom(-1),
            "zoom-reset": lambda: self.preferences.set("text-points", 13.0),
            "theme-system": lambda: self._use_theme("system"),
            "theme-light": lambda: self._use_theme("light"),
            "theme-dark": lambda: self._use_theme("dark"),
            "full-screen": self._toggle_full_screen,
            "palette": lambda: self.palette_box.popup(),
            "shortcuts": lambda: self.shortcuts.popup(),
            "about": lambda: self.notices.tell(about_text()),
        }

    def _go(self, place: Place) -> None:
        self._with_desk(lambda desk: desk.navigator.go(place))

    def _with_desk(self, act: Callable[[Desk], None]) -> None:
        if self.desk is not None:
            act(self.desk)

    def _with_view(self, act: Callable[[LibraryView], None]) -> None:
        if self.view is not None:
            act(self.view)

    def _step(self, way: str) -> None:
        if self.desk is None:
            return
        library = self.desk.session.library
        change = library.undo() if way == "undo" else library.redo()
        if change is not None:
            said = self.tr("Undone: {}") if way == "undo" else self.tr("Redone: {}")
            self.desk.said.emit(said.format(change.label))

    def _follow(self, _change: ChangeSet) -> None:
        self._show_undo()
        self._show_saved()
        self._show_page()

    def _turned(self) -> None:
        if self.view is not None:
            self.menus.host(self.view.actions_for)
            self._show_page()

    def _show_page(self) -> None:
        """Show what the page says of itself, which changes as it loads and as one scrolls."""
        if self.view is None or self.desk is None:
            return
        self.status_line.set_page(self.view.page.status())
        title = self.view.page.title() or self.desk.session.library.data.library.get().title
        name = self.desk.session.path.stem
        if self.desk.session.reads_only:
            name = self.tr("{} (read only)").format(name)
        self.setWindowTitle(f"{title} — {name}")

    def _show_saved(self) -> None:
        if self.desk is not None and self.desk.session.reads_only:
            self.status_line.reads_only()
        else:
            self.status_line.saved()

    def _refuse_writing(self, reads_only: bool) -> None:
        """Grey out what would change a library that is only read, and say why."""
        why = self.tr("Another window has this library open; here it can only be read.")
        for command in COMMANDS:
            if command.writes:
                action = self.menus.actions[command.name]
                action.setEnabled(not reads_only)
                action.setToolTip(why if reads_only else "")
                action.setStatusTip(why if reads_only else "")

    def _show_undo(self) -> None:
        library = self.desk.session.library if self.desk else None
        for name, label, word in (
            ("undo", library.undo_label if library else "", self.tr("Undo")),
            ("redo", library.redo_label if library else "", self.tr("Redo")),
        ):
            action = self.menus.actions[name]
            action.setText(f"{word} “{label}”" if label else word)
            action.setEnabled(bool(label))

    def _show_history(self) -> None:
        navigator = self.desk.navigator if self.desk else None
        self.menus.actions["back"].setEnabled(bool(navigator and navigator.can_go_back))
        self.menus.actions["forward"].setEnabled(bool(navigator and navigator.can_go_forward))

    def _closed_library(self) -> None:
        self.menus.enable(False)
        self._show_undo()
        self._show_history()
        self.status_line.clear()
        self.setWindowTitle(self.tr("Khiva Notes"))
        self.welcome.refresh()

    def _toggle_preferences(self) -> None:
        shown = self.preferences_dock.isVisible()
        self.preferences_dock.setVisible(not shown)
        if not shown:
            self.preferences_panel.setVisible(True)
            self.preferences_panel.setFocus()

    def _zoom(self, steps: int) -> None:
        self.preferences.set("text-points", self.preferences.text_points + steps)

    def _use_theme(self, scheme: Scheme) -> None:
        self.preferences.set("scheme", scheme)

    def _prefer(self, name: str) -> None:
        if name == "scheme":
            self.theme.use(self.preferences.scheme)
        elif name == "interface-points":
            font = QApplication.font()
            points = self.preferences.interface_points
            font.setPointSizeF(points or 10.0)
            QApplication.setFont(font)

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _restore_geometry(self) -> None:
        state = self.preferences.bytes("window")
        if state.isEmpty() or not self.restoreGeometry(state):
            self.resize(1280, 800)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save where the window stood, and close the library."""
        self.preferences.save_bytes("window", self.saveGeometry())
        last = self.preferences.get("last-library", "") if self.desk else ""
        self.close_library()
        self.preferences.set("last-library", last)
        self.preferences.flush()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dragged onto the window."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a library or import texts that are dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        self.library_actions.take_files(paths)
