"""The list of an item's versions: when, which step, and what of the item it changed."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimeZone,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from khiva_notes.gui.theme import Theme
from khiva_notes.services.item_history import Version

Index = QModelIndex | QPersistentModelIndex
VERSION_ROLE = Qt.ItemDataRole.UserRole
"""Under this role a row gives its Version."""

_PAD = 12
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def local_time(utc: str) -> str:
    """Return an ISO moment in UTC as day and time of the user's own clock, to the second."""
    moment = QDateTime.fromString(utc, "yyyy-MM-ddTHH:mm:ssZ")
    moment.setTimeZone(QTimeZone(QTimeZone.Initialization.UTC))
    local = moment.toLocalTime()
    day = QLocale().toString(local.date(), QLocale.FormatType.LongFormat)
    return f"{day}, {local.time().toString('HH:mm:ss')}"


class VersionRows(QAbstractListModel):
    """Versions, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._versions: tuple[Version, ...] = ()

    def show(self, versions: tuple[Version, ...]) -> None:
        """Show other versions."""
        self.beginResetModel()
        self._versions = versions
        self.endResetModel()

    def row_of(self, version_id: int) -> int:
        """Return where a version stands; the first row for one that is gone."""
        numbers = [version.id for version in self._versions]
        return numbers.index(version_id) if version_id in numbers else 0

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many versions there are."""
        return 0 if parent is not None and parent.isValid() else len(self._versions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's words for screen readers, or its version."""
        if not index.isValid():
            return None
        version = self._versions[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.label(version)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join([self.label(version), local_time(version.at), self.changed(version)])
        return version if role == VERSION_ROLE else None

    def label(self, version: Version) -> str:
        """Return the name of the step that made a version."""
        if version.label:
            return self.tr(version.label)
        return self.tr("As it is") if not version.id else self.tr("As it was at first")

    def changed(self, version: Version) -> str:
        """Return what the step changed."""
        return ", ".join(version.changed)


class VersionPainter(QStyledItemDelegate):
    """Draws the step's name with the time under it, and what it changed at the right."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the same height for each row."""
        return QSize(200, 2 * option.fontMetrics.height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one version."""
        version: Version = index.data(VERSION_ROLE)
        model, tones, rect = index.model(), self._theme.tones, QRect(option.rect)
        assert isinstance(model, VersionRows)
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, QColor(tones.surface))
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), QColor(tones.accent))
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QColor(tones.focus))
                painter.drawRect(rect.adjusted(0, 0, -1, -1))
        half = rect.height() // 2
        line = QRect(rect.left() + _PAD, rect.top() + 4, rect.width() - 2 * _PAD, half - 4)
        elide, metrics = Qt.TextElideMode.ElideRight, option.fontMetrics
        painter.setPen(QColor(tones.ink))
        painter.drawText(line, _LEFT, metrics.elidedText(model.label(version), elide, line.width()))
        under = line.translated(0, half - 4)
        words = " · ".join(w for w in (local_time(version.at), model.changed(version)) if w)
        painter.setPen(QColor(tones.muted))
        painter.drawText(under, _LEFT, metrics.elidedText(words, elide, under.width()))
        painter.restore()
