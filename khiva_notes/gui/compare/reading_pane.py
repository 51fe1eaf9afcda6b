"""A few paragraphs of a source round the words that a cell quotes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTextEdit, QToolButton, QVBoxLayout, QWidget

from khiva_notes.gui.cards.direction import direction_of
from khiva_notes.gui.cards.elided import ElidedLabel
from khiva_notes.gui.compare.pieces import unsaid
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.fonts import reading_font
from khiva_notes.gui.navigation import Place, place_of_passage
from khiva_notes.gui.tasks import Task
from khiva_notes.model.comparison import ComparedCell
from khiva_notes.model.offsets import Utf16
from khiva_notes.services.surroundings import Surroundings, read_surroundings

_SIZE = 0.95
_HEAD = 32
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PaneText(QTextEdit):
    """Read only; ``opened`` is sent for Enter, O or a double click."""

    opened = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def event(self, event: QEvent) -> bool:
        """Claim Enter and Ctrl+Enter before the window's own shortcuts take them."""
        claims = event.type() == QEvent.Type.ShortcutOverride
        if claims and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the source, or move the caret."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() in _ENTER or (event.key() == Qt.Key.Key_O and plain):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that lines break elsewhere."""
        super().resizeEvent(event)
        self.resized.emit()


class ReadingPane(QWidget):
    """Shows the passage of one cell in its source; ``opened`` bears the Place of the words."""

    opened = Signal(object)

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.desk = desk
        self._cell: ComparedCell | None = None
        self._which = 0
        self._shown: Surroundings | None = None
        self._task: Task[Surroundings | None] | None = None
        self.head = QHBoxLayout()
        self.head.setContentsMargins(16, 4, 8, 4)
        self.head.setSpacing(8)
        self._who = ElidedLabel(widest=220)
        self._who.setObjectName(f"{name}-who")
        font = self._who.font()
        font.setWeight(font.Weight.DemiBold)
        self._who.setFont(font)
        self._where = ElidedLabel()
        self._where.setObjectName(f"{name}-where")
        self._count = QLabel()
        self._earlier = self._button("◂", self.tr("The quotation before"), -1)
        self._next = self._button("▸", self.tr("The next quotation"), 1)
        self.head.addWidget(self._who)
        self.head.addWidget(self._where, 1)
        for widget in (self._earlier, self._count, self._next):
            self.head.addWidget(widget)
        self.text = PaneText()
        self.text.setObjectName(f"{name}-text")
        self.text.setAccessibleName(self.tr("The passage in its source"))
        self.text.setToolTip(self.tr("Enter opens the source here; F6 goes on"))
        self.text.opened.connect(self._open)
        self.text.resized.connect(self._reveal)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QWidget()
        top.setFixedHeight(_HEAD)
        top.setLayout(self.head)
        column.addWidget(top)
        column.addWidget(self.text, 1)
        self.setFocusProxy(self.text)
        desk.theme.changed.connect(self._restyle)
        desk.preferences.changed.connect(self._prefer)
        self._restyle()

    @property
    def cell(self) -> ComparedCell | None:
        """The cell whose words are shown."""
        return self._cell

    @property
    def place(self) -> Place | None:
        """Where the words that are shown stand."""
        if self._cell is None or not self._cell.quotes:
            return None
        quote = self._cell.quotes[min(self._which, len(self._cell.quotes) - 1)]
        source = quote.source
        return place_of_passage(source.id, quote.passage) if source is not None else None

    def show_cell(self, cell: ComparedCell | None) -> None:
        """Show the first passage of a cell, or say why there is none."""
        if cell == self._cell and self._shown is not None:
            return
        same = self._cell is not None and cell is not None and cell.quotes == self._cell.quotes
        self._cell = cell
        self._which = self._which if same else 0
        self._load()

    def step(self, by: int) -> None:
        """Show the cell's next quotation, or the one before."""
        if self._cell is not None and self._cell.quotes:
            self._which = (self._which + by) % len(self._cell.quotes)
            self._load()

    def _load(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
        cell = self._cell
        self._who.setText(cell.account.label if cell else "")
        many = len(cell.quotes) if cell else 0
        self._count.setText(self.tr("{} of {}").format(self._which + 1, many))
        for widget in (self._count, self._earlier, self._next):
            widget.setVisible(many > 1)
        if cell is None or not cell.quotes:
            self._say_none()
            return
        self._where.setText(cell.quotes[self._which].citation)
        path = self.desk.session.path
        ids, which = [quote.passage.id for quote in cell.quotes], self._which
        self._task = self.desk.session.tasks.start(
            lambda task: read_surroundings(path, ids, which, task.cancelled), self._show
        )

    def _say_none(self) -> None:
        self._shown = None
        self._where.setText("")
        cell = self._cell
        if cell is None:
            words = ""
        elif cell.stance in ("asserts", "denies"):
            words = self.tr("No words of the source stand behind this cell yet. Enter adds some.")
        else:
            words = f"{cell.account.label}: {unsaid(cell.stance)}."
        self.text.document().setPlainText(words)
        self._paint_none()

    def _paint_none(self) -> None:
        cursor = QTextCursor(self.text.document())
        cursor.select(QTextCursor.SelectionType.Document)
        look = QTextCharFormat()
        look.setForeground(QColor(self.desk.theme.tones.muted))
        look.setFontItalic(True)
        cursor.mergeCharFormat(look)
        form = QTextBlockFormat()
        form.setLayoutDirection(self.layoutDirection())
        cursor.mergeBlockFormat(form)

    def _show(self, found: Surroundings | None) -> None:
        self._task = None
        self._shown = None
        if found is None:
            self._say_none()
            return
        document = self.text.document()
        document.setPlainText(found.text)
        self._dress(document, found)
        self._shown = found
        self.text.setAccessibleDescription(f"{found.source.title}, {found.place}")
        QTimer.singleShot(0, self, self._reveal)

    def _dress(self, document: QTextDocument, found: Surroundings) -> None:
        tones = self.desk.theme.tones
        offsets = Utf16(found.text)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        spacing = float(self.desk.preferences.line_spacing)
        for number, block in enumerate(found.blocks):
            form = QTextBlockFormat()
            form.setLineHeight(spacing, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            form.setTopMargin(8.0 if number else 0.0)
            words = found.text[block.start : block.end]
            form.setLayoutDirection(direction_of(words))
            cursor.setPosition(offsets.to_qt(block.start))
            cursor.setBlockFormat(form)
            if block.kind == "heading":
                self._format(cursor, offsets, (block.start, block.end), _bold())
        for number, span in enumerate(found.spans):
            look = QTextCharFormat()
            look.setBackground(QColor(tones.kind("claim" if number else "highlight").tint))
            self._format(cursor, offsets, span, look)
        cursor.endEditBlock()

    @staticmethod
    def _format(
        cursor: QTextCursor, offsets: Utf16, span: tuple[int, int], look: QTextCharFormat
    ) -> None:
        cursor.setPosition(offsets.to_qt(span[0]))
        cursor.setPosition(offsets.to_qt(span[1]), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(look)

    def _reveal(self) -> None:
        """Scroll so that the passage stands in the upper third."""
        if self._shown is None:
            return
        document = self.text.document()
        place = Utf16(self._shown.text).to_qt(self._shown.spans[0][0])
        block = document.findBlock(place)
        layout = block.layout()
        line = layout.lineForTextPosition(place - block.position())
        top = document.documentLayout().blockBoundingRect(block).top()
        if line.isValid():
            top += line.y()
        room = self.text.viewport().height() / 4
        self.text.verticalScrollBar().setValue(max(0, int(top - room)))
        cursor = self.text.textCursor()
        cursor.setPosition(place)
        at = self.text.verticalScrollBar().value()
        self.text.setTextCursor(cursor)
        self.text.verticalScrollBar().setValue(at)

    def _open(self) -> None:
        if self.place is not None:
            self.opened.emit(self.place)

    def _button(self, sign: str, tip: str, by: int) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setAutoRaise(True)
        act: Callable[[], None] = lambda: self.step(by)  # noqa: E731
        button.clicked.connect(act)
        return button

    def _prefer(self, name: str) -> None:
        if name in ("text-points", "line-spacing"):
            self._restyle()

    def _restyle(self) -> None:
        tones = self.desk.theme.tones
        self.text.setFont(reading_font(self.desk.preferences.text_points * _SIZE))
        self.text.document().setDefaultFont(self.text.font())
        self.text.document().setDocumentMargin(4)
        self.text.setStyleSheet(
            f"QTextEdit {{ background: {tones.paper}; color: {tones.ink}; border: none; "
            f"border-top: 2px solid transparent; padding: 0 8px 0 10px; "
            f"selection-background-color: {tones.accent}; selection-color: {tones.accent_ink}; }}"
            f"QTextEdit:focus {{ border-top: 2px solid {tones.focus}; }}"
        )
        self._where.setStyleSheet(f"color: {tones.muted};")
        self._count.setStyleSheet(f"color: {tones.muted};")
        if self._shown is not None:
            self._show(self._shown)
        else:
            self._say_none()


def _bold() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontWeight(700)
    return look
