"""The tree's rows: one for each kind, and under some of them the things themselves."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from khiva_notes.gui.dragging import FORMAT
from khiva_notes.gui.navigation import Place
from khiva_notes.model.items import Item, Tag
from khiva_notes.model.kinds import KINDS
from khiva_notes.services.listing import TAG
from khiva_notes.services.outline import LISTED, Counts, Outline, in_order

Index = QModelIndex | QPersistentModelIndex

NODE_ROLE = Qt.ItemDataRole.UserRole
"""Under this role a row gives its Node."""

TAGS, TRASH, CONFLICTS, SEARCHES = "tags", "trash", "conflicts", "searches"

_NOWHERE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_SECTION = _NOWHERE | Qt.ItemFlag.ItemIsDropEnabled
_LINE = _SECTION | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemNeverHasChildren
_THING = _LINE | Qt.ItemFlag.ItemIsDragEnabled
"""What may be done with rows; put together once, for a view asks for each row that it lays out."""


@dataclass(frozen=True, slots=True)
class Node:
    """A row: ``place`` is what it opens, None for one that only holds others; ``order`` sorts it.

    ``count`` is shown at the right, -1 for none. ``number`` tells saved searches apart.
    """

    kind: str
    title: str
    glyph: str
    place: Place | None
    count: int = -1
    order: tuple[str, int] = ("", 0)
    section: bool = False
    number: int = 0


@dataclass(slots=True)
class _Section:
    node: Node
    children: list[Node] = field(default_factory=list)


class Drops(Protocol):
    """What rows are as data for a drag, and what dropping on one means."""

    def mime(self, nodes: Sequence[Node]) -> QMimeData:
        """Return rows as data."""
        ...

    def takes(self, node: Node, mime: QMimeData) -> bool:
        """Tell whether a row takes some data."""
        ...

    def drop(self, node: Node, mime: QMimeData) -> bool:
        """Take some data."""
        ...


class TreeModel(QAbstractItemModel):
    """Two levels; ``rename`` is called with a node and its new title when one is typed."""

    def __init__(
        self, rename: Callable[[Node, str], None], drops: Drops, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._rename = rename
        self._drops = drops
        self._sections = [
            _Section(Node(kind.name, kind.plural, kind.glyph, _list(kind.name), section=True))
            for kind in KINDS.values()
        ]
        below = 1 + next(i for i, each in enumerate(self._sections) if each.node.kind == "dispute")
        conflicts = Node(CONFLICTS, self.tr("Conflicts"), "✕", Place("conflicts"), section=True)
        self._sections.insert(below, _Section(conflicts))
        self._sections += [
            _Section(Node(SEARCHES, self.tr("Searches"), "⌕", Place("search"), section=True)),
            _Section(Node(TAGS, self.tr("Tags"), "#", None, section=True)),
            _Section(Node(TRASH, self.tr("Trash"), "⊘", Place("trash"), section=True)),
        ]

    def show_outline(self, outline: Outline) -> None:
        """Show a whole outline in place of what is there."""
        self.show_counts(outline.counts)
        for kind in LISTED:
            self._show(kind, [_thing(item) for item in outline.listed[kind]])
        self.show_tags(outline.tags)

    def show_tags(self, tags: Sequence[Tag]) -> None:
        """Show these tags; rows that stay as they are are left alone."""
        nodes = [_tag(tag) for tag in tags]
        self._show(TAGS, sorted(nodes, key=lambda node: node.order))
        self._count(TAGS, len(nodes) or -1)

    def show_searches(self, nodes: list[Node]) -> None:
        """Show these saved searches."""
        self._show(SEARCHES, nodes)
        self._count(SEARCHES, len(nodes) or -1)

    def show_counts(self, counts: Counts) -> None:
        """Show these counts beside the kinds and the trash."""
        for kind in KINDS:
            self._count(kind, counts.of_kind.get(kind, 0))
        self._count(TRASH, counts.trashed or -1)

    def show_conflicts(self, count: int) -> None:
        """Show how many conflicts are open, -1 while that is not known."""
        self._count(CONFLICTS, count)

    def put(self, item: Item) -> None:
        """Show a thing of a listed kind as it is now, in its place, or not if it is trashed."""
        self.take(item.id, item.kind)
        if item.trashed:
            return
        number = self._number(item.kind)
        children = self._sections[number].children
        node = _thing(item)
        row = bisect_left([child.order for child in children], node.order)
        self.beginInsertRows(self.index(number, 0), row, row)
        children.insert(row, node)
        self.endInsertRows()

    def take(self, item_id: int, *kinds: str) -> None:
        """Show a thing no more, whichever of ``kinds`` it is of."""
        for kind in kinds or LISTED:
            number = self._number(kind)
            children = self._sections[number].children
            for row, node in enumerate(children):
                if node.place is not None and node.place.item_id == item_id:
                    self.beginRemoveRows(self.index(number, 0), row, row)
                    del children[row]
                    self.endRemoveRows()
                    break

    def where(self, place: Place, kind: str = "") -> QModelIndex:
        """Return the row that stands for a place, or for the ``kind`` of what is shown there."""
        for number, section in enumerate(self._sections):
            for row, node in enumerate(section.children):
                if node.place is not None and _same(node.place, place):
                    return self.index(row, 0, self.index(number, 0))
        for number, section in enumerate(self._sections):
            node = section.node
            if node.place is not None and (_same(node.place, place) or node.kind == kind):
                return self.index(number, 0)
        return QModelIndex()

    def where_number(self, kind: str, number: int) -> QModelIndex:
        """Return the row of a numbered thing, such as a saved search."""
        parent = self.section_index(kind)
        children = self._sections[parent.row()].children
        row = next((i for i, node in enumerate(children) if node.number == number), -1)
        return self.index(row, 0, parent) if row >= 0 else parent

    def section_index(self, kind: str) -> QModelIndex:
        """Return the row of a kind, of the tags or of the trash."""
        return self.index(self._number(kind), 0)

    def node(self, index: Index) -> Node:
        """Return the node of a row."""
        number = index.internalId()
        if number == 0:
            return self._sections[index.row()].node
        return self._sections[number - 1].children[index.row()]

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """Return the index of a row: numbered 0 for kinds, else by their kind's row."""
        if parent is None or not parent.isValid():
            number, rows = 0, len(self._sections)
        else:
            number, rows = parent.row() + 1, self.rowCount(parent)
        if column != 0 or not 0 <= row < rows:
            return QModelIndex()
        return self.createIndex(row, column, number)

    def parent(self, child: Index | None = None) -> QModelIndex:  # type: ignore[override]
        """Return the row that a row stands under."""
        if child is None or not child.isValid() or child.internalId() == 0:
            return QModelIndex()
        return self.createIndex(child.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows stand under one."""
        if parent is None or not parent.isValid():
            return len(self._sections)
        return len(self._sections[parent.row()].children) if parent.internalId() == 0 else 0

    def columnCount(self, parent: Index | None = None) -> int:
        """Return 1."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's title, or its node."""
        if not index.isValid():
            return None
        node = self.node(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return node.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{node.title}, {node.count}" if node.count >= 0 else node.title
        return node if role == NODE_ROLE else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a new title that was typed."""
        words = " ".join(str(value).split())
        if words and words != self.node(index).title:
            self._rename(self.node(index), words)
        return False

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the things be renamed and dragged, the kinds not."""
        if not index.isValid():
            return _NOWHERE
        number = index.internalId()
        if number == 0:
            return _SECTION
        return _LINE if self._sections[number - 1].node.kind in (TAGS, SEARCHES) else _THING

    def supportedDropActions(self) -> Qt.DropAction:
        """Return that what is dropped stays where it was too."""
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        """Return the formats that rows take."""
        return [FORMAT]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return rows as data for a drag."""
        return self._drops.mime([self.node(index) for index in indexes])

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Tell whether a row takes what is dragged over it."""
        return row < 0 and parent.isValid() and self._drops.takes(self.node(parent), data)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Do what dropping on a row means."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        return self._drops.drop(self.node(parent), data)

    def _number(self, kind: str) -> int:
        return next(i for i, section in enumerate(self._sections) if section.node.kind == kind)

    def _count(self, kind: str, count: int) -> None:
        number = self._number(kind)
        section = self._sections[number]
        if section.node.count != count:
            section.node = replace(section.node, count=count)
            index = self.index(number, 0)
            self.dataChanged.emit(index, index)

    def _show(self, kind: str, nodes: list[Node]) -> None:
        number = self._number(kind)
        section = self._sections[number]
        parent = self.index(number, 0)
        if [n.place for n in nodes] == [n.place for n in section.children]:
            section.children = nodes
            if nodes:
                self.dataChanged.emit(
                    self.index(0, 0, parent), self.index(len(nodes) - 1, 0, parent)
                )
            return
        if section.children:
            self.beginRemoveRows(parent, 0, len(section.children) - 1)
            section.children = []
            self.endRemoveRows()
        if nodes:
            self.beginInsertRows(parent, 0, len(nodes) - 1)
            section.children = nodes
            self.endInsertRows()


def _list(kind: str) -> Place:
    return Place("list", kind=kind)


def _thing(item: Item) -> Node:
    glyph = "★" if item.starred else ""
    return Node(
        item.kind, item.title, glyph, Place(item.kind, item_id=item.id), order=in_order(item)
    )


def _tag(tag: Tag) -> Node:
    place = Place("list", kind=f"{TAG}{tag.name}")
    return Node(TAGS, tag.name, "", place, tag.uses, (tag.name.casefold(), tag.id))


def _same(one: Place, other: Place) -> bool:
    alike = (one.view, one.item_id, one.kind) == (other.view, other.item_id, other.kind)
    return alike and (one.view != "search" or one.query == other.query)
