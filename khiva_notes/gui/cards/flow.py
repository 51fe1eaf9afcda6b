"""A layout that sets its widgets in lines, as words are set, and breaks where they do not fit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class FlowLayout(QLayout):
    """Lines of widgets at their own width; the height follows from the width."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)

    def insertWidget(self, index: int, widget: QWidget) -> None:
        """Take a widget at a place among the others."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out, or return None beyond the last."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Grow in no direction."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Tell that lines break."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Set the widgets."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the smallest size, since width makes height."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return room for the largest item."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(QSize(min(60, item.minimumSize().width()), 0))
            size.setHeight(max(size.height(), item.sizeHint().height()))
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [i for i in self._items if (w := i.widget()) is None or not w.isHidden()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        lines: list[tuple[list[tuple[QLayoutItem, QSize]], int]] = []
        line: list[tuple[QLayoutItem, QSize]] = []
        x = height = 0
        for item in self._shown():
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(rect.width(), 1)))
            if line and x + size.width() > rect.width():
                lines.append((line, height))
                line, x, height = [], 0, 0
            line.append((item, size))
            x += size.width() + self.spacing()
            height = max(height, size.height())
        if line:
            lines.append((line, height))
        y = rect.top()
        parent = self.parentWidget()
        mirrored = parent is not None and parent.isRightToLeft()
        for items, line_height in lines:
            x = rect.left()
            for item, size in items:
                if move:
                    left = rect.right() + 1 - (x - rect.left()) - size.width() if mirrored else x
                    top = y + (line_height - size.height()) // 2
                    item.setGeometry(QRect(QPoint(left, top), size))
                x += size.width() + self.spacing()
            y += line_height + self.spacing()
        return max(0, y - rect.top() - (self.spacing() if lines else 0))


class FlowBox(QWidget):
    """A box around flowing widgets that is always as high as its lines.

    Layouts further out need not know that its height follows from its width.
    """

    def __init__(self, parent: QWidget | None = None, spacing: int = 4) -> None:
        super().__init__(parent)
        self.flow = FlowLayout(self, spacing)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the height of the lines at the present width."""
        return QSize(160, self.flow.heightForWidth(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Return the height of the lines at the present width, and no width."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the lines."""
        super().resizeEvent(event)
        self.fit()

    def event(self, event: QEvent) -> bool:
        """Fit the height again when a widget comes, goes or grows."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return handled

    def fit(self) -> None:
        """Take the height that the lines need."""
        height = self.flow.heightForWidth(max(1, self.width()))
        if height != self.height():
            self.setFixedHeight(height)
