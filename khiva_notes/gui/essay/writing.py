"""The essay as one continuous page: set in type, and typed into where one is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from khiva_notes.gui.cards.saving import Autosave
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.essay.prose_field import ProseField
from khiva_notes.gui.essay.sheets import MARGIN, Sheets
from khiva_notes.gui.fonts import reading_font
from khiva_notes.model.essay_text import EssayPart

_GUTTER = 30


class Writing(QAbstractScrollArea):
    """Sets just the parts in view; the others are measured a few at a time while nobody waits.

    ``turned`` bears the part that was clicked or gone to, ``written`` a part's number and its new
    words, ``wanted`` the number of a part below which prose is wanted, ``unwanted`` that of one
    to be taken out. ``left`` is sent when Esc ends the typing.
    """

    turned = Signal(int)
    written = Signal(int, str)
    wanted = Signal(int)
    unwanted = Signal(int)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("essay-writing")
        self.setAccessibleName(self.tr("The essay"))
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._desk = desk
        self._sheets = Sheets(desk.theme, desk.preferences)
        self.current_id = 0
        self._typing = 0
        self.field = ProseField(self.viewport())
        self.field.hide()
        self._saver = Autosave(self.field, self._save)
        self.field.textChanged.connect(self._touch)
        self.field.grown.connect(self._grow)
        self.field.gone_on.connect(self._go_on)
        self.field.finished.connect(self._finish)
        self.field.next_wanted.connect(lambda: self._leave_for(self.wanted))
        self.field.emptied.connect(lambda: self._leave_for(self.unwanted))
        self._later = QTimer(self)
        self._later.timeout.connect(self._measure_some)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        desk.theme.changed.connect(self.restyle)
        desk.preferences.changed.connect(
            lambda name: self.restyle() if name in ("text-points", "line-spacing") else None
        )
        self.restyle()

    @property
    def typing(self) -> int:
        """The number of the part that is being typed in, 0 for none."""
        return self._typing

    def show_parts(self, parts: Sequence[EssayPart]) -> None:
        """Show an essay's parts in their order; typing goes on if its part is still there."""
        self._sheets.show(parts)
        if self._typing and self._typing not in self._sheets.places:
            self._saver.drop()
            self._close()
        elif self._typing and not self._saver.dirty:
            self.field.show_text(self._sheets.now(self._typing).part.text)
            self._saver.drop()
        self._arrange()
        self._later.start(0)

    def go_to(self, part_id: int) -> None:
        """Make a part the current one and bring it into sight."""
        if part_id == self.current_id or part_id not in self._sheets.places:
            self.current_id = part_id if part_id in self._sheets.places else self.current_id
            return
        if self._typing and self._typing != part_id:
            self._close()
        self.current_id = part_id
        self._reveal()
        self.viewport().update()

    def edit(self, part_id: int, at: int = -1) -> None:
        """Type in a part; ``at`` is where the caret goes in UTF-16 units, -1 for the end."""
        if part_id not in self._sheets.places:
            return
        if self._typing != part_id:
            self._close()
            self._typing = part_id
            self._sheets.typed = (part_id, self.field.height())
            self._sheets.drop(part_id)
            part = self._sheets.now(part_id).part
            self.field.one_line = part.sort == "heading"
            self._dress_field()
            self.field.setPlainText(part.text)
            self._saver.drop()
        self.current_id = part_id
        cursor = self.field.textCursor()
        end = len(self.field.toPlainText().encode("utf-16-le")) // 2
        cursor.setPosition(end if at < 0 else min(at, end))
        self.field.setTextCursor(cursor)
        self._arrange()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._grow()
        self._reveal()

    def flush(self) -> None:
        """Save what is typed now."""
        self._saver.flush()

    def step(self, by: int) -> None:
        """Go to the part before or after."""
        place = self._sheets.places.get(self.current_id, -1) + by
        if 0 <= place < len(self._sheets.parts):
            self.turned.emit(self._sheets.parts[place].part.id)

    def restyle(self) -> None:
        """Set everything anew, as in another theme or size."""
        tones = self._desk.theme.tones
        self._sheets.restyle(self._column().width())
        self.setStyleSheet(
            f"QAbstractScrollArea#essay-writing {{ background: {tones.paper}; }}"
            f"QPlainTextEdit#essay-field {{ background: {tones.surface}; color: {tones.ink}; "
            f"border: 1px solid {tones.focus}; border-radius: 3px; padding: 4px 8px; "
            f"selection-background-color: {tones.accent}; "
            f"selection-color: {tones.accent_ink}; }}"
        )
        self.viewport().setStyleSheet(f"background: {tones.paper};")
        if self._typing:
            self._dress_field()
        self._arrange()
        self._later.start(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the parts in view."""
        painter = QPainter(self.viewport())
        tones, column = self._desk.theme.tones, self._column()
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, QColor(tones.ink))
        for place in self._in_view():
            part = self._sheets.parts[place]
            top = self._sheets.stack.top(place) - self.verticalScrollBar().value()
            if part.part.id == self.current_id:
                bar = QRect(column.left() - 16, top, 3, self._sheets.stack.height(place))
                strong = self.hasFocus() or self._typing
                painter.fillRect(bar, QColor(tones.focus if strong else tones.line))
            if part.part.id == self._typing:
                continue
            painter.save()
            painter.translate(column.left(), top)
            self._sheets.sheet(place).documentLayout().draw(painter, context)
            painter.restore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make the part under the mouse the current one, and type where it is prose."""
        if event.button() != Qt.MouseButton.LeftButton or not self._sheets.parts:
            return
        down = event.position().toPoint()
        place = self._sheets.stack.at(down.y() + self.verticalScrollBar().value())
        part = self._sheets.parts[place].part
        self.turned.emit(part.id)
        if part.sort in ("prose", "heading"):
            top = self._sheets.stack.top(place) - self.verticalScrollBar().value()
            inside = down - QPoint(self._column().left(), top)
            hit = (
                self._sheets.sheet(place)
                .documentLayout()
                .hitTest(inside.toPointF(), Qt.HitTestAccuracy.FuzzyHit)
            )
            self.edit(part.id, max(0, hit))
        else:
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Type one's own words for a card, quotation or dispute."""
        if self.current_id:
            self.edit(self.current_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._sheets.restyle(self._column().width())
            self._later.start(0)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Show the focus mark as the focus comes and goes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.viewport().update()
        return super().event(event)

    def _column(self) -> QRect:
        room = self.viewport().width() - _GUTTER - 20
        width = max(120, min(room, self._sheets.measure))
        left = max(_GUTTER, (self.viewport().width() - width) // 2)
        return QRect(left, 0, width, self.viewport().height())

    def _in_view(self) -> range:
        at = self.verticalScrollBar().value()
        return self._sheets.within(at, at + self.viewport().height())

    def _measure_some(self) -> None:
        """Measure for a few milliseconds; the part at the top stays where it is meanwhile."""
        at, stack = self.verticalScrollBar().value(), self._sheets.stack
        first = stack.at(at)
        before = stack.top(first) if self._sheets.parts else 0
        if self._sheets.measure_some():
            self._later.stop()
        if self._sheets.parts:
            self._set_range()
            self.verticalScrollBar().setValue(at + stack.top(first) - before)
            self._place_field()
        self.viewport().update()

    def _arrange(self) -> None:
        """Measure what is in view until that no longer moves anything."""
        for _ in range(4):
            if not self._sheets.measure_all(self._in_view()):
                break
        self._set_range()
        self._place_field()
        self.viewport().update()

    def _set_range(self) -> None:
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(24)
        bar.setRange(0, max(0, self._sheets.stack.whole - self.viewport().height()))

    def _scrolled(self) -> None:
        self._sheets.measure_all(self._in_view())
        self._place_field()
        self.viewport().update()

    def _place_field(self) -> None:
        if self._typing in self._sheets.places:
            top = (
                self._sheets.stack.top(self._sheets.places[self._typing])
                - self.verticalScrollBar().value()
            )
            column = self._column()
            self.field.setFixedWidth(column.width() + 18)
            self.field.move(column.left() - 9, top)

    def _reveal(self) -> None:
        if self.current_id not in self._sheets.places:
            return
        place, bar = self._sheets.places[self.current_id], self.verticalScrollBar()
        for _ in range(3):
            top, height = self._sheets.stack.top(place), self._sheets.stack.height(place)
            room = self.viewport().height()
            if top < bar.value() or height > room:
                bar.setValue(top - MARGIN)
            elif top + height > bar.value() + room:
                bar.setValue(top + height - room + MARGIN)
            self._arrange()

    def _dress_field(self) -> None:
        self.field.setFont(reading_font(self._desk.preferences.text_points))
        self.field.setPlaceholderText(
            self.tr("Heading") if self.field.one_line else self.tr("Write here, in Markdown")
        )

    def _grow(self) -> None:
        if self._typing in self._sheets.places and not self.field.isHidden():
            self._sheets.typed = (self._typing, self.field.height())
            if self._sheets.stack.set(self._sheets.places[self._typing], self.field.height()):
                self._set_range()
                self._place_field()
                caret = self.field.y() + self.field.cursorRect().bottom()
                over = max(0, caret + MARGIN - self.viewport().height())
                self.verticalScrollBar().setValue(self.verticalScrollBar().value() + over)
            self.viewport().update()

    def _touch(self) -> None:
        typing = self._typing in self._sheets.places
        if typing and self.field.toPlainText() != self._sheets.now(self._typing).part.text:
            self._saver.touch()

    def _save(self) -> None:
        if self._typing not in self._sheets.places:
            return
        text = self.field.toPlainText()
        shown = self._sheets.now(self._typing)
        if text != shown.part.text:
            self._sheets.rewrite(self._typing, text)
            self.written.emit(self._typing, text)

    def _close(self) -> None:
        """End the typing; what was typed is saved."""
        if not self._typing:
            return
        self._saver.flush()
        typed, self._typing = self._typing, 0
        self.field.hide()
        self._sheets.typed = (0, 0)
        self._sheets.drop(typed)
        self._arrange()

    def _finish(self) -> None:
        self._close()
        self.left.emit()

    def _leave_for(self, signal: object) -> None:
        self._saver.flush()
        signal.emit(self._typing)  # type: ignore[attr-defined]

    def _go_on(self, by: int) -> None:
        place = self._sheets.places.get(self._typing, -1) + by
        if 0 <= place < len(self._sheets.parts):
            target = self._sheets.parts[place].part
            self.turned.emit(target.id)
            if target.sort in ("prose", "heading"):
                self.edit(target.id, 0 if by > 0 else -1)
            else:
                self.setFocus(Qt.FocusReason.OtherFocusReason)
