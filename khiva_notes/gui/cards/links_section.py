"""Fields that name other cards: chips, and a line that finds or makes the next one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from khiva_notes.gui.cards.chip import Chip
from khiva_notes.gui.cards.chooser import CardChooser
from khiva_notes.gui.cards.discard import discard
from khiva_notes.gui.cards.flow import FlowBox
from khiva_notes.gui.cards.section import Section
from khiva_notes.gui.cards.tab_order import put_before
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.model.changes import Touch
from khiva_notes.model.items import Item
from khiva_notes.model.kinds import Field
from khiva_notes.services import cards

Held = tuple[int, str]


def place_of(item: Item) -> Place:
    """Return where an item is shown whole."""
    return Place(item.kind if item.kind in ("dispute", "essay") else "card", item_id=item.id)


class LinksSection(Section):
    """The cards that one link field holds, each with a role where the field has roles."""

    parts = frozenset({"links"})

    def __init__(
        self, desk: Desk, item_id: int, field: Field, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, item_id, field.label, parent)
        self.declared = field
        self.setObjectName(f"field-{field.name}")
        self._held: list[Held] = []
        self._chooser: CardChooser | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(4)
        self._chips = FlowBox()
        self._flow = self._chips.flow
        column.addWidget(self._chips)
        self._add = QToolButton()
        self._add.setObjectName(f"add-{field.name}")
        self._add.setText(self.tr("+ add"))
        self._add.setAccessibleName(self.tr("Add to {}").format(field.label))
        self._add.setToolTip(self.tr("Add to “{}”: Enter, or just type").format(field.label))
        self._add.clicked.connect(lambda: self.choose())
        self._flow.addWidget(self._add)
        self.setFocusProxy(self._add)
        desk.theme.changed.connect(self._rebuild)
        self.refresh()

    def concerned(self, touched: dict[int, Touch]) -> bool:
        """Tell whether the links or a linked card's title changed."""
        return super().concerned(touched) or any(
            touched[held].retitled for held, _ in self._held if held in touched
        )

    def refresh(self) -> None:
        """Show the cards that the field holds."""
        held = self._read()
        shown = [(chip.text, chip.role) for chip in self._shown()]
        items = self._items(held)
        if held != self._held or shown != [(items[i].title, role) for i, role in held]:
            self._held = held
            self._rebuild()

    def choose(self, words: str = "") -> None:
        """Open the line that finds a card; ``words`` stand in it already."""
        if self._chooser is not None:
            self._chooser.setFocus()
            return
        chooser = CardChooser(self.desk, self.declared.accepts, self, allow_new=True)
        chooser.setObjectName(f"chooser-{self.declared.name}")
        chooser.leave_out(frozenset({self.item_id, *(held for held, _ in self._held)}))
        chooser.chosen.connect(self._take)
        chooser.created.connect(self._make)
        chooser.cancelled.connect(self._close)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(chooser)
        self._chooser = chooser
        self._add.hide()
        chooser.setFocus(Qt.FocusReason.OtherFocusReason)
        if words:
            chooser.set_text(words)

    def _take(self, item_id: int) -> None:
        self._close()
        kept = [] if self.declared.type == "card" else self._held
        self._save([*kept, (item_id, "")])
        self._after_adding()

    def _make(self, title: str) -> None:
        kind = self._chooser.new_kind if self._chooser else self.declared.accepts[0]
        self._close()
        library, name = self.desk.session.library, self.declared.name
        self.desk.attempt(lambda: cards.link_new(library, self.item_id, name, kind, title))
        self._after_adding()

    def _after_adding(self) -> None:
        """Go where the hand goes next: to the role, to the next card, or on to the next field."""
        chips = self._shown()
        if self.declared.roles and chips:
            chips[-1].edit_role()
        elif self.declared.type == "cards":
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            (chips[-1] if chips else self._add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        chooser, self._chooser = self._chooser, None
        if chooser is not None:
            discard(chooser)
            self._show_add()
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self, held: list[Held]) -> None:
        library, name = self.desk.session.library, self.declared.name
        self.desk.attempt(lambda: cards.set_links(library, self.item_id, name, held))

    def _remove(self, place: int) -> None:
        self._save([held for i, held in enumerate(self._held) if i != place])
        chips = self._shown()
        target = chips[min(place, len(chips) - 1)] if chips else self._add
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_role(self, place: int, role: str) -> None:
        held = list(self._held)
        held[place] = (held[place][0], role)
        self._save(held)

    def _open(self, item_id: int) -> None:
        item = self.desk.session.library.data.items.find(item_id)
        if item is not None:
            self.opened.emit(place_of(item))

    def _read(self) -> list[Held]:
        links = self.desk.session.library.data.links.of(self.item_id)
        held = [(link.to_id, link.role) for link in links if link.type == self.declared.relation]
        items = self._items(held)
        return [(number, role) for number, role in held if number in items]

    def _items(self, held: list[Held]) -> dict[int, Item]:
        found = self.desk.session.library.data.items.many([number for number, _ in held])
        return {number: item for number, item in found.items() if not item.trashed}

    def _shown(self) -> list[Chip]:
        widgets = (
            item.widget() for i in range(self._flow.count()) if (item := self._flow.itemAt(i))
        )
        return [widget for widget in widgets if isinstance(widget, Chip)]

    def _rebuild(self) -> None:
        focused = next((i for i, chip in enumerate(self._shown()) if chip.hasFocus()), -1)
        gone = self._shown()
        for chip in gone:
            self._flow.removeWidget(chip)
            discard(chip)
        items = self._items(self._held)
        for place, (number, role) in enumerate(self._held):
            item = items[number]
            chip = Chip(
                self.desk.theme,
                item.title,
                kind=item.kind,
                role=role,
                with_role=self.declared.roles,
                parent=self._chips,
            )
            chip.setObjectName(f"chip-{self.declared.name}-{number}")
            chip.opened.connect(partial(self._open, number))
            chip.removed.connect(partial(self._remove, place))
            chip.role_edited.connect(partial(self._set_role, place))
            self._flow.insertWidget(place, chip)
            chip.show()
            if place == focused:
                chip.setFocus(Qt.FocusReason.OtherFocusReason)
        put_before(self._shown(), self._add, gone)
        self._show_add()
        self._chips.fit()

    def _show_add(self) -> None:
        self._add.setVisible(self._chooser is None)
        full = self.declared.type == "card" and bool(self._held)
        self._add.setText(self.tr("change") if full else self.tr("+ add"))
