"""The list of what is not in the essay yet, from which it is added by one key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QMimeData,
    QModelIndex,
    QObject,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from khiva_notes.gui.cards.chooser_rows import ChooserPainter, ChooserRow, Index
from khiva_notes.gui.cards.inputs import Choice
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.dragging import FORMAT, mime_of
from khiva_notes.gui.own_keys import claims
from khiva_notes.gui.tasks import Task
from khiva_notes.model.items import Item
from khiva_notes.services.essay_unused import Unused, read_unused

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class UnusedModel(QAbstractListModel):
    """The items that are left, as far as they have the letters that are typed."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.items: list[Item] = []

    def show_items(self, items: list[Item]) -> None:
        """Show other items."""
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a title, or the row for the painter."""
        if not index.isValid():
            return None
        item = self.items[index.row()]
        row = ChooserRow(item.id, item.kind, item.title)
        if role == Qt.ItemDataRole.UserRole:
            return row
        texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        return row.words if role in (*texts, Qt.ItemDataRole.AccessibleTextRole) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the items be dragged."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        """Return the format of what is dragged."""
        return [FORMAT]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return items as data for a drag."""
        return mime_of(self._desk, [self.items[index.row()].id for index in indexes])


class UnusedPane(QWidget):
    """``chosen`` bears the numbers of the items that are to go into the essay."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("essay-unused")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._essay_id = 0
        self._found = Unused()
        self._task: Task[Unused] | None = None
        self._stale = True
        self._count = QLabel(self.tr("Not used yet"))
        self._count.setObjectName("unused-count")
        self._words = QLineEdit()
        self._words.setObjectName("unused-words")
        self._words.setPlaceholderText(self.tr("Filter by words …"))
        self._words.setAccessibleName(self.tr("Filter what is not used yet by words"))
        self._tag = self._choice("unused-tag", self.tr("Any tag"), self.tr("Only with this tag"))
        self._source = self._choice(
            "unused-source", self.tr("Any source"), self.tr("Only with a passage in this source")
        )
        self.model = UnusedModel(desk, self)
        self.view = QListView()
        self.view.setObjectName("unused-list")
        self.view.setAccessibleName(self.tr("Cards, claims and disputes not used yet"))
        self.view.setToolTip(self.tr("Enter adds what is selected below the current part"))
        self.view.setModel(self.model)
        self.view.setItemDelegate(ChooserPainter(desk.theme, self.view))
        self.view.setUniformItemSizes(True)
        self.view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.view.setDragEnabled(True)
        self.view.setFrameShape(QListView.Shape.NoFrame)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        filters = QHBoxLayout()
        filters.setSpacing(4)
        filters.addWidget(self._tag, 1)
        filters.addWidget(self._source, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 0)
        column.setSpacing(4)
        column.addWidget(self._count)
        column.addWidget(self._words)
        column.addLayout(filters)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._read)
        self._words.textChanged.connect(self._narrow)
        self._tag.activated.connect(lambda _: self.refresh())
        self._source.activated.connect(lambda _: self.refresh())
        self.view.doubleClicked.connect(lambda _: self._choose())
        for widget in (self.view, self._words):
            widget.installEventFilter(self)

    def show_essay(self, essay_id: int) -> None:
        """Show what this essay does not use."""
        self._essay_id = essay_id
        self.refresh()

    def refresh(self) -> None:
        """Read anew, now or when the pane is shown next."""
        self._stale = True
        if self.isVisible():
            self._later.start()

    def showEvent(self, event: object) -> None:
        """Read what has become stale out of sight."""
        if self._stale:
            self._later.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Add with Enter, go from the words to the list with Down, and leave with Esc."""
        if claims(event, lambda key: key.key() in (*_ENTER, Qt.Key.Key_Escape)):
            return True
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in _ENTER:
            self._choose()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down and watched is self._words:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return False
        return True

    def _choose(self) -> None:
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        rows = rows or ([0] if self.model.items else [])
        if rows:
            self.chosen.emit([self.model.items[row].id for row in rows])

    def _read(self) -> None:
        if not self._essay_id:
            return
        if self._task is not None:
            self._task.cancel()
        self._stale = False
        path, essay_id = self._desk.session.path, self._essay_id
        tag, source_id = str(self._tag.currentData() or ""), int(self._source.currentData() or 0)
        self._task = self._desk.session.tasks.start(
            lambda task: read_unused(
                path, essay_id, tag=tag, source_id=source_id, cancelled=task.cancelled
            ),
            self._take,
        )

    def _take(self, found: Unused) -> None:
        self._task = None
        self._found = found
        _fill(self._tag, [(tag, tag) for tag in found.tags])
        _fill(self._source, [(source.title, source.id) for source in found.sources])
        self._narrow()

    def _narrow(self) -> None:
        here = self.view.currentIndex().row()
        wanted = self._words.text().casefold().split()
        items = [
            item
            for item in self._found.items
            if all(word in item.title.casefold() for word in wanted)
        ]
        self.model.show_items(items)
        self._count.setText(self.tr("Not used yet · {:,}").format(len(items)))
        if items:
            self.view.setCurrentIndex(self.model.index(max(0, min(here, len(items) - 1))))

    def _choice(self, name: str, first: str, tip: str) -> Choice:
        choice = Choice()
        choice.setObjectName(name)
        choice.setAccessibleName(tip)
        choice.setToolTip(tip)
        choice.addItem(first, None)
        choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(6)
        return choice


def _fill(choice: Choice, entries: list[tuple[str, object]]) -> None:
    """Let a choice have these entries after its first one, with the chosen one kept."""
    if [choice.itemData(i) for i in range(1, choice.count())] == [data for _, data in entries]:
        return
    kept = choice.currentData()
    while choice.count() > 1:
        choice.removeItem(1)
    for text, data in entries:
        choice.addItem(text, data)
    choice.setCurrentIndex(max(0, choice.findData(kept)) if kept is not None else 0)
