"""What the window does with whole libraries: make, open, bring in, write out, back up, check."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDockWidget, QFileDialog, QMenu, QWidget

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.importing.telling import ImportTelling
from khiva_notes.gui.library_window import LibraryWindow
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.session import Session
from khiva_notes.model.kinds import KINDS
from khiva_notes.services import cards, disputes, essays
from khiva_notes.services.samples import copy_sample

SUFFIX = ".khiva"


class LibraryActions(QObject):
    """The commands of the window's File menu, and of making new things."""

    def __init__(self, window: LibraryWindow) -> None:
        super().__init__(window)
        self._window = window
        self.recent_menu = QMenu(self.tr("Open Recent"), window)
        self.recent_menu.setObjectName("menu-recent")
        self.recent_menu.aboutToShow.connect(self._fill_recent)

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return these commands by the names they have in the command table."""
        made = {
            f"new-{kind}": lambda kind=kind: self.new_item(kind)
            for kind in ("person", "event", "claim", "place", "group", "source")
        }
        return {
            "new-library": self.new_library,
            "open-library": self.choose_library,
            "open-sample": self.open_sample,
            "import-files": self.choose_imports,
            "import-folder": self.choose_folder,
            "paste-source": self.paste_source,
            "show-imports": lambda: self._go(Place("imports")),
            "export": lambda: self._go(Place("export")),
            "export-document": lambda: self._go(Place("export", kind="essay")),
            "export-works": lambda: self._go(Place("export", kind="bibliography")),
            "back-up": self.back_up,
            "check": self.check,
            "new-dispute": self.new_dispute,
            "new-essay": self.new_essay,
            **made,
        }

    def new_library(self) -> None:
        """Ask where, and make an empty library there."""
        start = str(self._window.folders.documents / f"Notes{SUFFIX}")
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("New library"), start, self._filter()
        )
        if name:
            path = Path(name)
            path = path if path.suffix else path.with_suffix(SUFFIX)
            window = self._window
            window.attempt(
                lambda: window.take_session(Session.create(path, window.folders, window))
            )

    def choose_library(self) -> None:
        """Ask which, and open it."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Open library"),
            str(self._window.folders.documents),
            self._filter(),
        )
        if name:
            self._window.open_library(Path(name))

    def open_sample(self) -> None:
        """Make a fresh copy of the sample library and open it."""
        window = self._window
        window.attempt(lambda: window.open_library(copy_sample(window.folders)))

    def choose_imports(self) -> None:
        """Ask which files, and import them."""
        from khiva_notes.services.import_formats import dialog_filters

        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Import texts"),
            str(self._window.folders.documents),
            dialog_filters(self.tr("All that can be read"), self.tr("All files")),
        )
        self.take_files([Path(name) for name in names])

    def choose_folder(self) -> None:
        """Ask which folder, and import all texts in it."""
        name = QFileDialog.getExistingDirectory(
            self._window, self.tr("Import a folder"), str(self._window.folders.documents)
        )
        self.take_files([Path(name)] if name else [])

    def take_files(self, paths: list[Path]) -> None:
        """Open a library, or import texts, whichever these files are."""
        libraries = [path for path in paths if path.suffix == SUFFIX]
        if libraries:
            self._window.open_library(libraries[0])
            return
        desk, view = self._window.desk, self._window.view
        if paths and desk is not None and view is not None:
            ImportTelling.queue(desk, view.notices).take_files(paths)

    def paste_source(self) -> None:
        """Make sources of what is on the clipboard: files, or a text with its formatting."""
        desk, view = self._window.desk, self._window.view
        copied = QGuiApplication.clipboard().mimeData()
        if desk is None or view is None:
            return
        paths = [Path(url.toLocalFile()) for url in copied.urls() if url.isLocalFile()]
        if paths:
            self.take_files(paths)
        else:
            queue = ImportTelling.queue(desk, view.notices)
            queue.take_clipboard(copied.text(), copied.html())

    def back_up(self) -> None:
        """Ask where, and copy the library there as it now stands."""
        desk = self._window.desk
        if desk is None:
            return
        folder = self._window.preferences.backups or desk.session.path.parent
        start = folder / f"{desk.session.path.stem} backup{SUFFIX}"
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save a backup copy"), str(start), self._filter()
        )
        if name:
            target = Path(name)

            def save() -> None:
                target.unlink(missing_ok=True)
                desk.session.library.back_up(target)
                desk.said.emit(self.tr("A backup is in {}").format(target.name))

            self._window.attempt(save)

    def check(self) -> None:
        """Check the library in the background and tell what was found."""
        desk, view = self._window.desk, self._window.view
        if desk is None or view is None:
            return
        from khiva_notes.services.checking import check

        path, indexes = desk.session.path, desk.session.folders.indexes

        def tell(problems: list[str]) -> None:
            sound = self.tr("The library is sound: every quotation stands in its text.")
            view.notices.tell("\n".join(problems) or sound)

        desk.session.tasks.start(lambda task: check(path, indexes), tell)

    def new_item(self, kind: str) -> None:
        """Make a card without words from a text, and begin to edit it."""
        desk = self._window.desk
        if desk is None:
            return
        label = KINDS[kind].label.lower()
        title = self.tr("New {}").format(label)
        made = desk.attempt(lambda: cards.create(desk.session.library, kind, title))
        if made is not None:
            desk.navigator.go(Place("card", made.id, edit=True))

    def new_dispute(self) -> None:
        """Ask a question, and begin to edit it."""
        desk = self._window.desk
        if desk is None:
            return
        question = self.tr("What happened?")
        made = desk.attempt(lambda: disputes.create_dispute(desk.session.library, question))
        if made is not None:
            desk.navigator.go(Place("dispute", made.id, edit=True))

    def new_essay(self) -> None:
        """Begin an essay, its title to be typed first."""
        desk = self._window.desk
        if desk is None:
            return
        title = self.tr("New essay")
        made = desk.attempt(lambda: essays.create_essay(desk.session.library, title))
        if made is not None:
            desk.navigator.go(Place("essay", made.id, edit=True))

    def save_place(self, desk: Desk) -> None:
        """Remember where in a library its reader was."""
        place = desk.navigator.current
        value = [place.view, place.item_id, place.kind, place.query, place.start, place.end]
        self._window.preferences.set(f"place/{self._uid(desk)}", value)

    def restore_place(self, desk: Desk) -> bool:
        """Go back to where the reader of a library was, or to its only source, if there is one."""
        value = self._window.preferences.get(f"place/{self._uid(desk)}", None)
        data = desk.session.library.data
        if isinstance(value, list) and len(value) == 6 and value[0] != "welcome":
            view, item_id, kind, query, start, end = value
            item = data.items.find(int(item_id)) if int(item_id) else None
            if not int(item_id) or (item is not None and not item.trashed):
                desk.navigator.go(
                    Place(str(view), int(item_id), str(kind), str(query), int(start), int(end))
                )
                return True
        sources = data.texts.some_sources(2)
        if len(sources) == 1:
            desk.navigator.go(Place("source", sources[0]))
        return len(sources) == 1

    def dock(self, widget: QWidget) -> QDockWidget:
        """Put a panel at the window's right side, hidden until it is asked for."""
        dock = QDockWidget(self.tr("Preferences"), self._window)
        dock.setObjectName("preferences-dock")
        dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        dock.setWidget(widget)
        self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        dock.hide()
        return dock

    def _go(self, place: Place) -> None:
        if self._window.desk is not None:
            self._window.desk.navigator.go(place)

    def _fill_recent(self) -> None:
        self.recent_menu.clear()
        for path in self._window.preferences.recent:
            action = self.recent_menu.addAction(path.stem)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, path=path: self._window.open_library(path))
        if self.recent_menu.isEmpty():
            self.recent_menu.addAction(self.tr("None yet")).setEnabled(False)

    def _filter(self) -> str:
        return self.tr("Khiva Notes libraries (*{})").format(SUFFIX)

    @staticmethod
    def _uid(desk: Desk) -> str:
        return desk.session.library.data.library.get().uid
