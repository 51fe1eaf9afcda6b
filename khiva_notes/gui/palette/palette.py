"""The command palette: every action of the window, found by typing any of its words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

Actions = Callable[[], list[tuple[str, QAction]]]

_WIDTH, _ROWS, _ROW = 560, 12, 28
_KEY = Qt.ItemDataRole.UserRole + 1


class CommandPalette(QFrame):
    """A list over the window's middle; Enter runs the chosen action, Esc goes back."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self._actions = actions
        self._before: QWidget | None = None
        self._line = QLineEdit()
        self._line.setObjectName("palette-line")
        self._line.setPlaceholderText(self.tr("Type what you want to do"))
        self._line.setAccessibleName(self.tr("Find a command"))
        self._line.textChanged.connect(self._fill)
        self._line.installEventFilter(self)
        self._list = QListWidget()
        self._list.setObjectName("palette-list")
        self._list.setAccessibleName(self.tr("Commands"))
        self._list.setItemDelegate(_Rows(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(lambda _: self._run())
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._line)
        column.addWidget(self._list)
        self.hide()

    def popup(self) -> None:
        """Show all actions and wait for words."""
        window = self.parentWidget()
        self._before = window.focusWidget()
        self._line.clear()
        self._fill("")
        width = min(_WIDTH, window.width() - 32)
        height = min(_ROWS * _ROW + 60, window.height() - 120)
        self.setGeometry((window.width() - width) // 2, 80, width, height)
        self.show()
        self.raise_()
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while one types, and leave when focus goes elsewhere."""
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.hide()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _ROWS,
            Qt.Key.Key_PageUp: -_ROWS,
        }
        key = Qt.Key(event.key())
        if key in steps:
            row = self._list.currentRow() + steps[key]
            self._list.setCurrentRow(max(0, min(self._list.count() - 1, row)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run()
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            return False
        return True

    def _fill(self, words: str) -> None:
        wanted = words.casefold().split()
        self._list.clear()
        for menu, action in self._actions():
            text = f"{menu} › {action.text().replace('&', '')}"
            if not all(word in text.casefold() for word in wanted):
                continue
            row = QListWidgetItem(text)
            shown = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
            row.setData(_KEY, shown)
            row.setData(Qt.ItemDataRole.UserRole, action)
            row.setData(Qt.ItemDataRole.AccessibleTextRole, f"{text} {shown}")
            row.setSizeHint(QSize(0, _ROW))
            if not action.isEnabled():
                row.setFlags(row.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            self._list.addItem(row)
        self._list.setCurrentRow(0)

    def _run(self) -> None:
        row = self._list.currentItem()
        action = row.data(Qt.ItemDataRole.UserRole) if row is not None else None
        if action is None or not action.isEnabled():
            return
        self._leave()
        action.trigger()

    def _leave(self) -> None:
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)


class _Rows(QStyledItemDelegate):
    """Draws a row's words at the left and its key at the right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: object) -> None:
        """Draw a row."""
        super().paint(painter, option, index)  # type: ignore[arg-type]
        key = index.data(_KEY)  # type: ignore[attr-defined]
        if not key:
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.PlaceholderText
        painter.save()
        painter.setPen(option.palette.color(role))
        box = option.rect.adjusted(0, 0, -8, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, key)
        painter.restore()
