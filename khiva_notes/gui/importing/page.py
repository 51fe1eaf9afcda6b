"""The page of an import: its files while they are read, what became of each, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLabel, QListView, QStackedWidget, QVBoxLayout, QWidget

from khiva_notes.gui.cards.chooser import CardChooser
from khiva_notes.gui.cards.style import card_style
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.fonts import reading_font
from khiva_notes.gui.importing.actions import ImportActions
from khiva_notes.gui.importing.entries import Entry
from khiva_notes.gui.importing.queue import ImportQueue
from khiva_notes.gui.importing.rows import ENTRY_ROLE, EntryPainter, EntryRows
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.own_keys import claims
from khiva_notes.gui.page import Page
from khiva_notes.model.changes import ChangeSet
from khiva_notes.services.import_formats import kinds, missing_parts

_TITLE_POINTS = 17.0
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDEST = 900


class ImportsPage(Page):
    """Enter opens what a file became or is already; Esc leaves, or closes the chooser."""

    views = ("imports",)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("imports-page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._queue = ImportQueue.of(desk)
        self._title = QLabel()
        self._title.setObjectName("imports-title")
        self._title.setFont(reading_font(_TITLE_POINTS))
        self._words = QLabel()
        self._words.setObjectName("imports-words")
        self._words.setProperty("role", "muted")
        self._words.setWordWrap(True)
        self._list = QListView()
        self._list.setObjectName("imports-files")
        self._list.setAccessibleName(self.tr("Files of the import"))
        self._rows = EntryRows(self._queue)
        self._list.setModel(self._rows)
        self._list.setItemDelegate(EntryPainter(desk.theme, self._list))
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.installEventFilter(self)
        self._actions = ImportActions(
            self,
            {
                "open": self._open,
                "anyway": self._anyway,
                "version": self._ask_source,
                "copy": self._copy,
            },
        )
        self._chooser: CardChooser | None = None
        self._formats = QLabel()
        self._formats.setObjectName("imports-formats")
        self._formats.setWordWrap(True)
        self._formats.setTextFormat(Qt.TextFormat.PlainText)
        self._formats.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._formats.setMaximumWidth(_WIDEST)
        self._formats.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()
        self._connect()
        self._restyle()
        self._show()

    def open(self, place: Place) -> None:
        """Show the latest import."""
        self._show()
        has_rows = bool(self._queue.entries)
        (self._list if has_rows else self._formats).setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, change: ChangeSet) -> None:
        """Show which sources are still there, as after an undo."""
        if any(touch.verb != "edited" for touch in change.touched) and self.isVisible():
            self._able()

    def actions_for(self, menu: str) -> list[QAction]:
        """Return what can be done with the chosen file."""
        return self._actions.all() if menu == "File" else []

    def title(self) -> str:
        """Return what is shown."""
        return self.tr("Import")

    def status(self) -> str:
        """Return how far it is, or what became of all."""
        return self._queue.summary() if self._queue.entries else ""

    def event(self, event: QEvent) -> bool:
        """Claim the list's keys before the window's shortcuts take them."""
        return claims(event, self._wants) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc; while files are read Esc belongs to the notice, which cancels."""
        if event.key() == Qt.Key.Key_Escape and not self._queue.busy:
            self.desk.navigator.back()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the list, open with Enter."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _ENTER and plain:
            self._open()
            return True
        return False

    def _wants(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        escape = event.key() == Qt.Key.Key_Escape and not self._queue.busy
        return plain and (event.key() in _ENTER or escape)

    def _lay_out(self) -> None:
        files = QWidget()
        self._column = QVBoxLayout(files)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._list, 1)
        self._column.addWidget(self._actions)
        nothing = QWidget()
        empty = QVBoxLayout(nothing)
        empty.setContentsMargins(0, 0, 0, 0)
        empty.addWidget(self._formats)
        empty.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(nothing)
        self._stack.addWidget(files)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        for widget in (self._title, self._words):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self._list)

    def _connect(self) -> None:
        selection = self._list.selectionModel()
        assert selection is not None
        selection.currentChanged.connect(lambda *_: self._able())
        self._list.doubleClicked.connect(lambda _: self._open())
        self._queue.began.connect(self._begin)
        self._queue.changed.connect(self._change)
        self._queue.ended.connect(self._show)
        self.desk.theme.changed.connect(self._restyle)

    def _begin(self) -> None:
        self._close_chooser()
        self._show()
        self._list.setCurrentIndex(self._rows.index(0))

    def _change(self, number: int) -> None:
        if self.isVisible():
            self._words.setText(self._told())
            if number == self._list.currentIndex().row():
                self._able()

    def _show(self) -> None:
        queue = self._queue
        self._stack.setCurrentIndex(1 if queue.entries else 0)
        many = len(queue.entries) != 1
        self._title.setText(self.tr("Import") if many else queue.entries[0].path.name)
        self._words.setText(self._told())
        self._formats.setText(self._format_words())
        self._able()
        self.turned.emit()

    def _told(self) -> str:
        queue = self._queue
        if not queue.entries and not queue.passed_over:
            return self.tr(
                "Drop files or folders anywhere on the window, choose them with Ctrl+I (a folder: "
                "Ctrl+Alt+F), or paste what you copied with Ctrl+Shift+V."
            )
        if queue.busy:
            words = self.tr("{:,} of {:,} done. Esc stops; what has come in stays.")
            return words.format(queue.place, len(queue.entries))
        undo = self.tr(" Undo takes the whole import back.") if self._any("came") else ""
        return f"{queue.summary()}.{undo}"

    def _any(self, state: str) -> bool:
        return any(entry.state == state for entry in self._queue.entries)

    def _format_words(self) -> str:
        lines = [f"{kind.name}  ({', '.join(kind.suffixes)})" for kind in kinds()]
        for part in missing_parts():
            words = self.tr("{} needs {}, which is not installed. Install it with: {}")
            lines += ["", words.format(part.formats, part.name, part.command)]
        return "\n".join([self.tr("What can be read:"), *lines])

    def _chosen(self) -> Entry | None:
        entry = self._list.currentIndex().data(ENTRY_ROLE)
        return entry if isinstance(entry, Entry) else None

    def _able(self) -> None:
        entry, queue = self._chosen(), self._queue
        writes = not self.desk.session.reads_only and not queue.busy
        is_text = entry is not None and entry.state == "twin"
        self._actions.enable(
            open=entry is not None and bool(self._there(entry)),
            anyway=writes and is_text,
            version=writes and is_text,
            copy=bool(queue.entries),
        )

    def _there(self, entry: Entry) -> list[int]:
        """Return an entry's sources that are still in the library."""
        items = self.desk.session.library.data.items.many(entry.items)
        return [number for number, item in items.items() if not item.trashed]

    def _open(self) -> None:
        entry = self._chosen()
        there = self._there(entry) if entry is not None else []
        if not there:
            return
        kind = self.desk.session.library.data.items.get(there[0]).kind
        if len(there) > 1:
            self.desk.navigator.go(Place("list", kind=kind))
        else:
            self.desk.navigator.go(Place("source" if kind == "source" else "card", there[0]))

    def _anyway(self) -> None:
        self._queue.import_anyway(self._list.currentIndex().row())

    def _ask_source(self) -> None:
        """Ask of which source the chosen file is a new text."""
        self._close_chooser()
        number = self._list.currentIndex().row()
        chooser = CardChooser(self.desk, ("source",))
        chooser.setObjectName("import-chooser")
        chooser.setMaximumWidth(_WIDEST // 2)

        def take(item_id: int) -> None:
            self._close_chooser()
            self._queue.as_version(number, item_id)

        chooser.chosen.connect(take)
        chooser.cancelled.connect(self._close_chooser)
        self._chooser = chooser
        self._column.addWidget(chooser)
        chooser.show()
        chooser.setFocus()

    def _close_chooser(self) -> None:
        if self._chooser is not None:
            self._chooser.hide()
            self._chooser.deleteLater()
            self._chooser = None
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._queue.report())
        self.desk.said.emit(self.tr("The report is on the clipboard"))

    def _restyle(self) -> None:
        tones = self.desk.theme.tones
        self.setStyleSheet(
            card_style(tones)
            + f"QWidget#imports-page {{ background: {tones.paper}; }}"
            + f"QListView#imports-files {{ background: {tones.paper}; color: {tones.ink}; "
            f"border: 1px solid {tones.line}; outline: none; }}"
            f"QListView#imports-files:focus {{ border: 1px solid {tones.focus}; }}"
            f"QLabel#imports-formats {{ border: 1px solid transparent; padding: 4px; }}"
            f"QLabel#imports-formats:focus {{ border: 1px solid {tones.focus}; }}"
            f"QToolButton {{ color: {tones.accent}; border: 1px solid {tones.line}; "
            f"padding: 4px 12px; }}"
            f"QToolButton:disabled {{ color: {tones.muted}; }}"
        )
