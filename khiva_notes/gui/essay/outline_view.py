"""How the outline looks, and the keys that belong to it."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from khiva_notes.gui.essay.outline_model import COUNT_ROLE, PART_ROLE, Index, OutlineModel
from khiva_notes.gui.theme import Theme
from khiva_notes.model.essay_text import EssayPart
from khiva_notes.model.kinds import KINDS

_EDGE = 8
_GLYPH = 20
GLYPHS = {"heading": "", "prose": "¶", "quotation": "❝"}


class OutlinePainter(QStyledItemDelegate):
    """Draws a glyph for the sort, the words as far as they fit, a section's length."""

    def __init__(self, theme: Theme, view: QWidget) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the same height for each row."""
        return QSize(120, max(26, option.fontMetrics.height() + 8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        part: EssayPart = index.data(PART_ROLE)
        tones, rect = self._theme.tones, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            ground = QRect(0, rect.top(), rect.right() + 1, rect.height())
            painter.fillRect(ground, QColor(tones.surface))
            painter.fillRect(0, rect.top(), 3, rect.height(), QColor(tones.accent))
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QColor(tones.focus))
                painter.drawRect(ground.adjusted(0, 0, -1, -1))
        line = rect.adjusted(2, 0, -_EDGE, 0)
        font = QFont(option.font)
        if part.part.sort == "heading":
            font.setWeight(QFont.Weight.DemiBold)
        else:
            painter.setPen(QColor(tones.danger if part.gone else _ink(self._theme, part)))
            place = QRect(line.left(), line.top(), _GLYPH, line.height())
            painter.drawText(place, _LEFT, glyph(part))
            line.setLeft(line.left() + _GLYPH)
        painter.setFont(font)
        count = index.data(COUNT_ROLE)
        if isinstance(count, int) and count >= 0:
            painter.setPen(QColor(tones.muted))
            words = f"{count:,}"
            painter.drawText(line, _RIGHT, words)
            line.setRight(line.right() - QFontMetrics(font).horizontalAdvance(words) - _EDGE)
        words = str(index.data() or "")
        painter.setPen(QColor(tones.ink if words else tones.muted))
        words = words or self.tr("gone") if part.gone else words or self.tr("empty")
        cut = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, _LEFT, cut)
        painter.restore()


class OutlineView(QTreeView):
    """A tree that keeps what is folded and chosen by the numbers of the parts.

    ``turned`` bears the number of the part that became the current one, 0 for none.
    """

    turned = Signal(int)

    def __init__(self, model: OutlineModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self.setObjectName("essay-outline")
        self.setAccessibleName(self.tr("Outline of the essay"))
        self.setModel(model)
        self.setItemDelegate(OutlinePainter(theme, self))
        self.setHeaderHidden(True)
        self.setIndentation(16)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self._outline = model
        self._folded: set[int] = set()
        self.collapsed.connect(lambda index: self._folded.add(index.internalId()))
        self.expanded.connect(lambda index: self._folded.discard(index.internalId()))

    @property
    def current_id(self) -> int:
        """The number of the current part, 0 for none."""
        index = self.currentIndex()
        return index.internalId() if index.isValid() else 0

    def chosen_ids(self) -> list[int]:
        """Return the numbers of the selected parts, the current one for want of any."""
        found = [index.internalId() for index in self.selectionModel().selectedRows()]
        return found or ([self.current_id] if self.current_id else [])

    def unfold(self) -> None:
        """Unfold what holds other parts, but for what the user has folded."""
        self._quiet = True
        for part_id in self._outline.holders():
            index = self._outline.index_of(part_id)
            if part_id not in self._folded and not self.isExpanded(index):
                self.setExpanded(index, True)
        self._quiet = False

    def go_to(self, part_id: int) -> None:
        """Make a part the current one, and the only one chosen."""
        index = self._outline.index_of(part_id)
        if index.isValid() and part_id != self.current_id:
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which part is the current one now."""
        super().currentChanged(current, previous)
        if not self._quiet:
            self.turned.emit(current.internalId() if current.isValid() else 0)


def glyph(part: EssayPart) -> str:
    """Return the character that tells what sort a part is of."""
    if part.part.sort in GLYPHS:
        return GLYPHS[part.part.sort]
    kind = part.item.kind if part.item else part.part.sort
    return KINDS[kind].glyph if kind in KINDS else "◇"


def _ink(theme: Theme, part: EssayPart) -> str:
    if part.part.sort == "prose":
        return theme.tones.muted
    kind = "claim" if part.part.sort == "quotation" else part.item.kind if part.item else ""
    return theme.tones.kind(kind).ink


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
