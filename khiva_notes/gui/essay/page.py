"""One essay: its outline, the writing, and the source of what is written, side by side."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.essay.board import Board
from khiva_notes.gui.essay.editing import EssayEditing
from khiva_notes.gui.essay.keys import EssayActions, OwnKeys
from khiva_notes.gui.essay_export.exporting import EssayHandout
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.page import Page
from khiva_notes.gui.tasks import Task
from khiva_notes.model.changes import ChangeSet
from khiva_notes.model.essay_counting import Tally
from khiva_notes.model.essay_text import EssayText
from khiva_notes.services import trash
from khiva_notes.services.essay_reading import open_essay, reread_essay


class EssayPage(Page):
    """Reads an essay in the background, and follows edits of its outline at once."""

    views = ("essay",)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("essay-page")
        self._essay_id = 0
        self._edit = False
        self._task: Task[tuple[EssayText | None, Tally]] | None = None
        self._built = False
        self._rests_on: set[int] = set()

    def _build(self) -> None:
        """Make what the page consists of, when it is first needed: the window opens sooner."""
        self._built = True
        self._editing = EssayEditing(self.desk, self)
        self._handout = EssayHandout(self.desk, self)
        self.board = Board(self.desk, self._editing.take)
        self._editing.attach(self.board)
        board, near = self.board, (self.board.outline, self.board.writing)
        self._actions = EssayActions(near, self, self._commands())
        self._actions.by_name["unused"].setChecked(not board.unused.isHidden())
        up, down = (lambda: board.writing.step(-1)), (lambda: board.writing.step(1))
        OwnKeys(near, self._actions.own(), self)
        OwnKeys((board.writing,), {"Up": up, "Down": down, "Esc": board.focus_text}, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(board)
        self._editing.made.connect(self._go_to_new)
        board.writing.written.connect(self._editing.write)
        board.writing.wanted.connect(lambda _: self._editing.add_text("prose"))
        board.writing.unwanted.connect(self._editing.remove_empty)
        board.writing.left.connect(board.focus_text)
        board.unused.chosen.connect(self._editing.add_items)
        board.unused.left.connect(board.focus_text)
        board.empty.prose_wanted.connect(lambda: self._editing.add_text("prose"))
        board.empty.unused_wanted.connect(lambda: self._show_unused(True))
        board.side.opened.connect(self.desk.navigator.go)
        board.head.title.returnPressed.connect(board.focus_text)

    def open(self, place: Place) -> None:
        """Show an essay."""
        if not self._built:
            self._build()
        self._edit = place.edit
        if place.item_id != self._essay_id:
            self.board.flush()
            self.board.clear()
            self._essay_id = place.item_id
            self.board.unused.show_essay(place.item_id)
            self._read()
        else:
            self._arrive()

    def follow(self, change: ChangeSet) -> None:
        """Follow an edit of the outline at once, and changes elsewhere in the background."""
        if not self._essay_id:
            return
        touched = {touch.item_id: touch for touch in change.touched}
        own = touched.get(self._essay_id)
        if own is not None and own.verb == "removed":
            self._essay_id = 0
            self.board.clear()
            return
        if own is not None and self.board.essay is not None:
            data = self.desk.session.library.data
            self._show(reread_essay(data, self.board.essay))
        elsewhere = [t for t in change.touched if t.parts - {"essay_parts"} or t.verb != "edited"]
        late = own is not None and self._task is not None
        if late or any(touch.item_id in self._rests_on for touch in elsewhere):
            self._read()
        if own is not None or any(touch.retitled for touch in elsewhere):
            self.board.unused.refresh()

    def actions_for(self, menu: str) -> list[QAction]:
        """Return what can be done with the essay."""
        return self._actions.of_menu(menu) if self._essay_id else []

    def title(self) -> str:
        """Return the essay's title."""
        item = self.desk.session.library.data.items.find(self._essay_id)
        return item.title if item else ""

    def status(self) -> str:
        """Return how long the essay is."""
        return self.board.head.count.text() if self._built and self._essay_id else ""

    def setFocus(self, *_: object) -> None:
        """Bring the keyboard to the outline."""
        if self._built:
            self.board.focus_text()

    def _read(self) -> None:
        if self._task is not None:
            self._task.cancel()
        path, essay_id = self.desk.session.path, self._essay_id
        self._task = self.desk.session.tasks.start(
            lambda task: _counted(open_essay(path, essay_id, task.cancelled)), self._take
        )

    def _take(self, read: tuple[EssayText | None, Tally]) -> None:
        essay, tally = read
        self._task = None
        if essay is None or essay.essay.id != self._essay_id:
            return
        first = self.board.essay is None
        self.board.model.tally = tally
        self._show(essay)
        if first:
            self._arrive()

    def _show(self, essay: EssayText) -> None:
        self.board.show_essay(essay)
        found = {source.id for source in essay.sources()}
        for part in essay.walk():
            found |= {item.id for item in (part.item, part.speaker, *part.claims) if item}
        self._rests_on = found

    def _arrive(self) -> None:
        if self._edit:
            self._edit = False
            self.board.head.rename()
        elif self.isVisible():
            self.board.focus_text()

    def _go_to_new(self, part_id: int, edit: bool) -> None:
        self.board.turn(part_id)
        if edit:
            self.board.writing.edit(part_id)
        elif not self.board.unused.isAncestorOf(self.focusWidget() or self):
            self.board.focus_text()

    def _commands(self) -> dict[str, Callable[[], object]]:
        board = self.board
        return {
            **self._editing.commands(),
            "edit-part": lambda: board.writing.edit(board.current_id),
            "next-way": board.side.next_way,
            "part-note": board.side.note.setFocus,
            "part-locator": board.side.locator.setFocus,
            "unused": lambda: self._show_unused(board.unused.isHidden()),
            "export-essay": self._export,
            "check-essay": self._handout.check,
            "essay-details": self._details,
            "rename-essay": board.head.rename,
            "essay-next-pane": lambda: board.cycle(1),
            "essay-previous-pane": lambda: board.cycle(-1),
            "trash-essay": self._throw,
        }

    def _show_unused(self, on: bool) -> None:
        self.board.show_unused(on)
        self._actions.by_name["unused"].setChecked(on)

    def _details(self) -> None:
        self.board.flush()
        self.desk.navigator.go(Place("card", item_id=self._essay_id))

    def _export(self) -> None:
        self.board.flush()
        self._handout.export(self._essay_id, self.title())

    def _throw(self) -> None:
        essay_id = self._essay_id
        self.desk.attempt(lambda: trash.trash(self.desk.session.library, [essay_id]))
        self.desk.said.emit(self.tr("The essay is in the trash; undo takes it back"))


def _counted(essay: EssayText | None) -> tuple[EssayText | None, Tally]:
    """Count an essay on whatever thread, so that the window has only the changes to count."""
    tally = Tally()
    if essay is not None:
        tally.total(essay.parts)
    return essay, tally
