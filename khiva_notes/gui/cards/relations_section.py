"""Typed links of the card to others, read from either end, and a line that makes a new one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from khiva_notes.gui.cards.discard import discard
from khiva_notes.gui.cards.elided import ElidedLabel
from khiva_notes.gui.cards.links_section import place_of
from khiva_notes.gui.cards.new_link import NewLink
from khiva_notes.gui.cards.row import Row, RowList
from khiva_notes.gui.cards.section import Section
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.theme import Theme
from khiva_notes.model.changes import Touch
from khiva_notes.model.items import Item
from khiva_notes.model.kinds import KINDS
from khiva_notes.model.relations import relation_named
from khiva_notes.services import links

_MOST = 8
"""Links of one type that are shown before the rest is folded away."""


@dataclass(frozen=True, slots=True)
class Relating:
    """One link as it reads from this card."""

    link_id: int
    words: str
    other: Item
    role: str


class RelationsSection(Section):
    """All links but those that the card's own fields show already."""

    parts = frozenset({"links", "relation_types"})

    def __init__(self, desk: Desk, item_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, item_id, "Links", parent)
        self.setObjectName("card-links")
        self._own = {f.relation for f in KINDS[self.item.kind].fields if f.is_link}
        self._relatings: list[Relating] = []
        self._unfolded: set[str] = set()
        self._new: NewLink | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._rows = RowList(self)
        column.addWidget(self._rows)
        self._add = QToolButton()
        self._add.setObjectName("add-link")
        self._add.setText(self.tr("+ link"))
        self._add.setAccessibleName(self.tr("Link to another card"))
        self._add.setToolTip(self.tr("Say how another card stands to this one"))
        self._add.clicked.connect(self.begin)
        column.addWidget(self._add, alignment=Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self._add)
        desk.theme.changed.connect(self._rebuild)
        self.refresh()

    def concerned(self, touched: dict[int, Touch]) -> bool:
        """Tell whether links changed, here or of a card at the other end."""
        return super().concerned(touched) or any(
            touched[one.other.id].retitled for one in self._relatings if one.other.id in touched
        )

    def refresh(self) -> None:
        """Show the links."""
        found = self._read()
        if found != self._relatings:
            self._relatings = found
            self._rebuild()

    def begin(self) -> None:
        """Open the line that makes a link."""
        if self._new is not None:
            return
        self._new = NewLink(self.desk, self.item_id, self)
        self._new.closed.connect(self._close)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._new)
        self._add.hide()
        self._new.begin()

    def _close(self) -> None:
        new, self._new = self._new, None
        if new is not None:
            discard(new)
        self._add.show()
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self) -> list[Relating]:
        data = self.desk.session.library.data
        own = data.relation_types.all()
        outgoing = [link for link in data.links.of(self.item_id) if link.type not in self._own]
        incoming = data.links.to(self.item_id)
        ends = {link.to_id for link in outgoing} | {link.from_id for link in incoming}
        others = {i: item for i, item in data.items.many(ends).items() if not item.trashed}
        found = [
            Relating(link.id, relation_named(link.type, own).label, others[link.to_id], link.role)
            for link in outgoing
            if link.to_id in others
        ]
        found += [
            Relating(
                link.id, relation_named(link.type, own).inverse, others[link.from_id], link.role
            )
            for link in incoming
            if link.from_id in others
        ]
        return sorted(found, key=lambda one: (one.words, one.other.title, one.link_id))

    def _rebuild(self) -> None:
        rows: list[Row] = []
        for _, group in groupby(self._relatings, key=lambda one: one.words):
            some = list(group)
            shown = some if some[0].words in self._unfolded else some[:_MOST]
            for one in shown:
                row = RelationRow(one, self.desk.theme, first=one is some[0])
                row.opened.connect(partial(self._open, one.other))
                row.removed.connect(partial(self._remove, one.link_id))
                rows.append(row)
            if len(shown) < len(some):
                more = MoreRow(len(some) - len(shown))
                more.opened.connect(partial(self._unfold, some[0].words))
                rows.append(more)
        self._rows.replace(rows, self._add)

    def _unfold(self, words: str) -> None:
        self._unfolded.add(words)
        self._rebuild()

    def _open(self, other: Item) -> None:
        self.opened.emit(place_of(other))

    def _remove(self, link_id: int) -> None:
        self.desk.attempt(lambda: links.unlink(self.desk.session.library, link_id))


class RelationRow(Row):
    """One link: how, and to whom; Enter opens the other card, Delete takes the link away."""

    def __init__(self, one: Relating, theme: Theme, *, first: bool) -> None:
        super().__init__()
        self.setObjectName(f"link-{one.link_id}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(5, 1, 2, 1)
        column.setSpacing(1)
        if first:
            how = ElidedLabel(one.words)
            how.setProperty("role", "muted")
            how.setContentsMargins(0, 3, 0, 0)
            column.addWidget(how)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        glyph = QLabel(KINDS[one.other.kind].glyph)
        glyph.setStyleSheet(f"color: {theme.tones.kind(one.other.kind).ink};")
        row.addWidget(glyph)
        title = f"{one.other.title} ({one.role})" if one.role else one.other.title
        row.addWidget(ElidedLabel(title), 1)
        self.add_tool("×", self.tr("Remove this link (Delete)"), self.removed.emit)
        row.addWidget(self.tools)
        column.addLayout(row)
        self.setAccessibleName(f"{one.words} {title}")
        self.setToolTip(self.tr("Enter opens the card, Delete removes the link"))


class MoreRow(Row):
    """Stands for the links that are folded away."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.setObjectName("more-links")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(5, 1, 2, 1)
        words = QLabel(self.tr("… {} more").format(count))
        words.setProperty("role", "muted")
        row.addWidget(words)
        self.setAccessibleName(self.tr("Show {} more links").format(count))
        self.setToolTip(self.tr("Enter shows them all"))
