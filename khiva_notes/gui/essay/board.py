"""The panes of the essay's page, and which of them has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.essay.empty import EmptyEssay
from khiva_notes.gui.essay.head import EssayHead
from khiva_notes.gui.essay.outline_model import OutlineModel, Take
from khiva_notes.gui.essay.outline_view import OutlineView
from khiva_notes.gui.essay.side import EssaySide
from khiva_notes.gui.essay.unused import UnusedPane
from khiva_notes.gui.essay.writing import Writing
from khiva_notes.model.essay_text import EssayPart, EssayText

_WIDTHS = [250, 640, 330]


class Board(QWidget):
    """Outline and what is unused at the left, the writing in the middle, the source at the right.

    ``turned`` bears the part that has become the current one.
    """

    turned = Signal(int)

    def __init__(self, desk: Desk, take: Take) -> None:
        super().__init__()
        self._desk = desk
        self.essay: EssayText | None = None
        self._flat: dict[int, EssayPart] = {}
        self.model = OutlineModel(take, self)
        self.outline = OutlineView(self.model, desk.theme)
        self.unused = UnusedPane(desk)
        self.unused.setVisible(bool(int(desk.preferences.get("essay-unused", 0))))
        self.head = EssayHead(desk)
        self.writing = Writing(desk)
        self.empty = EmptyEssay(desk)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.writing)
        self._stack.addWidget(self.empty)
        self.side = EssaySide(desk)
        left = QSplitter(Qt.Orientation.Vertical)
        left.setHandleWidth(1)
        left.setChildrenCollapsible(False)
        left.addWidget(self.outline)
        left.addWidget(self.unused)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setObjectName("essay-splitter")
        self.panes.setHandleWidth(1)
        self.panes.setChildrenCollapsible(False)
        for widget in (left, middle, self.side):
            self.panes.addWidget(widget)
        self.panes.setSizes(_WIDTHS)
        self.panes.setStretchFactor(1, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panes)
        self.outline.turned.connect(self.turn)
        self.writing.turned.connect(self.turn)
        desk.theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def current_id(self) -> int:
        """The number of the current part, 0 for none."""
        return self.outline.current_id

    @property
    def current(self) -> EssayPart | None:
        """The current part."""
        return self._flat.get(self.current_id)

    def show_essay(self, essay: EssayText) -> None:
        """Show an essay as it now is, with the same part current and chosen as far as it can be."""
        same = self.essay is not None and self.essay.essay.id == essay.essay.id
        current = self.current_id if same else 0
        flat = list(essay.walk())
        ids = [part.part.id for part in flat]
        if current not in ids:
            current = self._neighbour(current, ids)
        self.essay = essay
        self._flat = {part.part.id: part for part in flat}
        self.head.show_essay(essay.essay)
        if self.model.show_essay(essay):
            self.outline.unfold()
        self.writing.show_parts(flat)
        self._stack.setCurrentWidget(self.writing if flat else self.empty)
        self.turn(current)

    def clear(self) -> None:
        """Show nothing."""
        self.essay = None
        self._flat = {}
        self.model.show_essay(None)
        self.writing.show_parts([])
        self.side.show_part(None)

    def turn(self, part_id: int) -> None:
        """Make a part the current one everywhere."""
        self.outline.go_to(part_id)
        self.writing.go_to(part_id)
        self.side.show_part(self._flat.get(part_id))
        self._count()
        self.turned.emit(part_id)

    def flush(self) -> None:
        """Save whatever is typed now."""
        self.head.flush()
        self.writing.flush()
        self.side.flush()

    def focus_text(self) -> None:
        """Bring the keyboard to the outline, or to what there is instead."""
        bare = self._stack.currentWidget() is self.empty
        (self.empty if bare else self.outline).setFocus(Qt.FocusReason.OtherFocusReason)

    def cycle(self, by: int) -> None:
        """Bring the keyboard to the next pane that is in sight."""
        stops: list[QWidget] = [self.outline]
        stops += [self.unused.view] if self.unused.isVisible() else []
        stops += [self.writing if self._stack.currentWidget() is self.writing else self.empty]
        stops += [self.side.source.text] if self.side.source.isVisible() else []
        stops += [self.side.note] if self.side.note.isEnabled() else []
        stops += [self.head.title]
        focus = QApplication.focusWidget()
        here = next(
            (i for i, s in enumerate(stops) if s is focus or (focus and s.isAncestorOf(focus))), -by
        )
        stops[(here + by) % len(stops)].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_unused(self, on: bool) -> None:
        """Show or hide what is not used yet."""
        self.unused.setVisible(on)
        self._desk.preferences.set("essay-unused", int(on))
        if on:
            self.unused.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_text()

    def _neighbour(self, gone: int, ids: list[int]) -> int:
        """Return the part nearest to where one stood that is gone; at first the first one."""
        before = [i for i in self._flat if i in ids or i == gone]
        if gone in before and len(before) > 1:
            place = before.index(gone)
            return before[place + 1] if place + 1 < len(before) else before[place - 1]
        return ids[0] if ids else 0

    def _count(self) -> None:
        if self.essay is None:
            return
        section = self.current
        while section is not None and section.part.sort != "heading":
            section = self._flat.get(section.part.parent_id or 0)
        tally = self.model.tally
        goal = self.essay.essay.fields.get("word-goal", 0)
        self.head.show_count(
            tally.total(self.essay.parts),
            tally.total([section]) if section else None,
            int(goal) if isinstance(goal, int | float) else 0,
        )

    def _restyle(self) -> None:
        tones = self._desk.theme.tones
        self.outline.setStyleSheet(
            f"QTreeView {{ background: {tones.chrome}; color: {tones.ink}; border: none; "
            f"outline: none; padding-top: 8px; }}"
        )
        self.unused.setStyleSheet(
            f"QWidget#essay-unused {{ background: {tones.chrome}; }}"
            f"QListView {{ background: {tones.chrome}; outline: none; }}"
            f"QListView:focus {{ border: 1px solid {tones.focus}; }}"
            f"QLabel {{ color: {tones.muted}; }}"
        )
