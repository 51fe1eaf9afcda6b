"""The files of an export before or after it: what happens to each, and which side wins."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from khiva_notes.exporters.vault import Step
from khiva_notes.gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
STEP_ROLE = Qt.ItemDataRole.UserRole
"""Under this role a row gives its Step."""

_ORDER = ("conflict", "remove", "update", "create", "keep")
_PAD = 12
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class PlanRows(QAbstractListModel):
    """Steps by urgency; ``replace`` are the paths in which the library is to win."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.steps: list[Step] = []
        self.replace: set[str] = set()
        self.done = False

    def show(self, steps: list[Step], *, done: bool) -> None:
        """Show other steps, planned or ``done``, as :func:`by_urgency` orders them."""
        self.beginResetModel()
        self.steps = steps
        self.done = done
        if self.replace:
            self.replace &= {step.path for step in steps}
        self.endResetModel()

    def toggle(self, row: int) -> None:
        """Let the other side win in a file whose parts differ."""
        step = self.steps[row]
        if step.differences and not self.done:
            self.replace ^= {step.path}
            index = self.index(row)
            self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many files there are."""
        return 0 if parent is not None and parent.isValid() else len(self.steps)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's path, all of it for screen readers, or its step."""
        if not index.isValid():
            return None
        step = self.steps[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return step.path
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{step.path}, {self.verb(step)}: {step.reason}"
        return step if role == STEP_ROLE else None

    def verb(self, step: Step) -> str:
        """Return what happens to a file, or what happened, in a word or two."""
        if step.action == "conflict" and step.differences and not self.done:
            wins = step.path in self.replace
            return self.tr("take the library's") if wins else self.tr("leave the file's")
        return {
            "create": self.tr("created") if self.done else self.tr("create"),
            "update": self.tr("updated") if self.done else self.tr("update"),
            "keep": self.tr("kept") if self.done else self.tr("keep"),
            "remove": self.tr("removed") if self.done else self.tr("remove"),
            "conflict": self.tr("left alone") if self.done else self.tr("leave alone"),
        }[step.action]


def by_urgency(steps: Iterable[Step]) -> list[Step]:
    """Return steps in the order in which they are shown, from any thread."""
    return sorted(steps, key=lambda step: (_ORDER.index(step.action), step.path))


class PlanPainter(QStyledItemDelegate):
    """Draws the verb at the left, the path beside it and the reason after that."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the same height for each row."""
        return QSize(200, option.fontMetrics.height() + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one file."""
        step: Step = index.data(STEP_ROLE)
        model, tones, rect = index.model(), self._theme.tones, QRect(option.rect)
        assert isinstance(model, PlanRows)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tones.surface))
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), QColor(tones.accent))
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QColor(tones.focus))
                painter.drawRect(rect.adjusted(0, 0, -1, -1))
        metrics, elide = option.fontMetrics, Qt.TextElideMode.ElideRight
        verb = metrics.horizontalAdvance("M" * 12)
        line = rect.adjusted(_PAD, 0, -_PAD, 0)
        inks = {
            "conflict": tones.danger,
            "remove": tones.danger,
            "create": tones.states["agree"],
            "update": tones.accent,
        }
        painter.setPen(QColor(inks.get(step.action, tones.muted)))
        painter.drawText(line, _LEFT, metrics.elidedText(model.verb(step), elide, verb - _PAD))
        rest = line.adjusted(verb, 0, 0, 0)
        half = rest.width() * 3 // 5
        painter.setPen(QColor(tones.muted if step.action == "keep" else tones.ink))
        path = metrics.elidedText(step.path, Qt.TextElideMode.ElideMiddle, half - _PAD)
        painter.drawText(rest, _LEFT, path)
        reason = rest.adjusted(half, 0, 0, 0)
        painter.setPen(QColor(tones.muted))
        painter.drawText(reason, _LEFT, metrics.elidedText(step.reason, elide, reason.width()))
        painter.restore()
