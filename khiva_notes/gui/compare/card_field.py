"""A field that holds cards as chips, for what is no link of an item: a voice, a source, claims."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from khiva_notes.gui.cards.chip import Chip
from khiva_notes.gui.cards.chooser import CardChooser
from khiva_notes.gui.cards.flow import FlowBox
from khiva_notes.gui.cards.links_section import place_of
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.services import cards


class CardField(QWidget):
    """Holds one card, or ``many``; ``edited`` bears the list of their numbers.

    ``opened`` bears the Place of a card. A new card is made at once where ``makes`` allows it.
    """

    edited = Signal(object)
    opened = Signal(object)

    def __init__(
        self, desk: Desk, kinds: tuple[str, ...], *, many: bool = False, makes: bool = False
    ) -> None:
        super().__init__()
        self._desk = desk
        self._kinds = kinds
        self._many = many
        self._makes = makes
        self._held: tuple[int, ...] = ()
        self._chips: list[Chip] = []
        self._chooser: CardChooser | None = None
        self._box = FlowBox()
        self._add = QToolButton()
        self._add.setObjectName("card-field-add")
        self._add.clicked.connect(lambda: self.choose())
        self._box.flow.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(4)
        column.addWidget(self._box)
        self.setFocusProxy(self._add)
        self._name_button()
        desk.theme.changed.connect(self._rebuild)

    @property
    def cards(self) -> tuple[int, ...]:
        """The numbers of the cards held."""
        return self._held

    def set_cards(self, card_ids: Sequence[int]) -> None:
        """Show other cards; nothing is sent."""
        if tuple(card_ids) != self._held or self._titles() != [chip.text for chip in self._chips]:
            self._held = tuple(card_ids)
            self._rebuild()

    def choose(self) -> None:
        """Open the line that finds a card."""
        if self._chooser is not None:
            self._chooser.setFocus()
            return
        chooser = CardChooser(self._desk, self._kinds, self, allow_new=self._makes)
        chooser.setObjectName(f"{self.objectName()}-chooser")
        chooser.leave_out(frozenset(self._held))
        chooser.chosen.connect(self._take)
        chooser.created.connect(self._make)
        chooser.cancelled.connect(self._close)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(chooser)
        self._chooser = chooser
        self._add.hide()
        chooser.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, card_id: int) -> None:
        self._close()
        self._tell((*self._held, card_id) if self._many else (card_id,))

    def _make(self, title: str) -> None:
        kind = self._chooser.new_kind if self._chooser else self._kinds[0]
        made = self._desk.attempt(lambda: cards.create(self._desk.session.library, kind, title))
        if made is not None:
            self._take(made.id)

    def _close(self) -> None:
        chooser, self._chooser = self._chooser, None
        if chooser is not None:
            chooser.hide()
            chooser.deleteLater()
            self._add.show()
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, place: int) -> None:
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell(tuple(card for i, card in enumerate(self._held) if i != place))

    def _tell(self, held: tuple[int, ...]) -> None:
        self._held = held
        self._rebuild()
        self.edited.emit(list(held))

    def _open(self, card_id: int) -> None:
        item = self._desk.session.library.data.items.find(card_id)
        if item is not None:
            where = Place("source", item.id) if item.kind == "source" else place_of(item)
            self.opened.emit(where)

    def _titles(self) -> list[str]:
        items = self._desk.session.library.data.items.many(self._held)
        return [items[held].title for held in self._held if held in items]

    def _rebuild(self) -> None:
        for chip in self._chips:
            self._box.flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        items = self._desk.session.library.data.items.many(self._held)
        for place, card_id in enumerate(self._held):
            if card_id not in items:
                continue
            item = items[card_id]
            chip = Chip(self._desk.theme, item.title, kind=item.kind, parent=self._box)
            chip.setObjectName(f"{self.objectName()}-{card_id}")
            chip.opened.connect(partial(self._open, card_id))
            chip.removed.connect(partial(self._remove, place))
            self._box.flow.insertWidget(len(self._chips), chip)
            self._chips.append(chip)
        for before, after in zip(self._chips, [*self._chips[1:], self._add], strict=False):
            QWidget.setTabOrder(before, after)
        self._name_button()
        self._box.fit()

    def _name_button(self) -> None:
        full = bool(self._held) and not self._many
        self._add.setText(self.tr("change") if full else self.tr("+ choose"))
        self._add.setAccessibleName(self.tr("Choose for {}").format(self.accessibleName()))
        self._add.setToolTip(self.tr("Find a card by any spelling"))
