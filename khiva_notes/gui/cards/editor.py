"""A card in the hand: its title and fields as a form that saves while one types."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from khiva_notes.gui.cards.form import first_sections, more_sections
from khiva_notes.gui.cards.section import Section
from khiva_notes.gui.cards.style import card_style
from khiva_notes.gui.cards.tab_order import order_as_laid_out
from khiva_notes.gui.cards.title_section import TitleSection
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.item_actions.throwing import throw_away
from khiva_notes.gui.slices import Slices
from khiva_notes.model.changes import ChangeSet
from khiva_notes.model.kinds import KINDS
from khiva_notes.services import cards

_LABEL_WIDTH = {True: 76, False: 128}
_TITLE_POINTS = {True: 13.0, False: 19.0}


class CardEditor(QWidget):
    """Edits one card; everything is saved as one types.

    ``done`` is sent for Enter in the title, and for Ctrl+Enter or Esc anywhere: the focus belongs
    to the text again. ``opened`` bears a Place to go to. A ``compact`` one shows the fields that
    matter most and keeps the rest behind "More"; without ``footing`` it leaves passages and uses
    to others. A ``gradual`` one has its title at once and its sections one after the other, so that
    a page can show it without a stop; it wears its parent's style. ``built`` is sent with the last
    section. Call ``flush`` before throwing one away that is in sight.
    """

    done = Signal()
    opened = Signal(object)
    built = Signal()

    def __init__(
        self,
        desk: Desk,
        item_id: int,
        parent: QWidget | None = None,
        compact: bool = False,
        footing: bool = True,
        gradual: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card-editor")
        self.desk = desk
        self.item_id = item_id
        self._compact = compact
        self._footing = footing
        self._own_style = not gradual
        self._kind = KINDS[desk.session.library.data.items.get(item_id).kind]
        self._title = TitleSection(desk, item_id, _TITLE_POINTS[compact])
        self._sections: list[Section] = [self._title]
        self._labels: dict[Section, QLabel] = {}
        self._more_shown = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4 if compact else 8)
        self._column.addLayout(self._head())
        self._column.addWidget(self._title)
        self._more: QToolButton | None = None
        self._column.addStretch(1)
        self.setFocusProxy(self._title)
        self._title.entered.connect(self._leave)
        self._title.opened.connect(self.opened)
        desk.session.changed.connect(self._follow)
        desk.theme.changed.connect(self._restyle)
        self._restyle()
        self._show_star()
        self._slices = Slices(self._build(), self)
        self._slices.done.connect(self.built)
        if not gradual:
            self._slices.finish()

    @property
    def is_built(self) -> bool:
        """Whether all sections are there that are shown at first."""
        return self._slices.is_done

    def focus_title(self) -> None:
        """Put the focus into the title with all of it selected."""
        self._title.select()

    def show_more(self) -> None:
        """Show the sections that a compact editor keeps back."""
        if self._more_shown:
            return
        self._more_shown = True
        first = None
        for section in self._more_sections():
            self._add(section)
            first = first or section
        order_as_laid_out(self)
        had_focus = self._more is not None and self._more.hasFocus()
        if self._more is not None:
            self._more.hide()
        if had_focus and first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Save now whatever is not saved yet."""
        if self.desk.session.library.data.items.find(self.item_id) is not None:
            for section in self._sections:
                section.flush()

    def event(self, event: QEvent) -> bool:
        """Claim Ctrl+Enter and Esc before the window's own shortcuts take them."""
        claims = event.type() == QEvent.Type.ShortcutOverride
        if claims and isinstance(event, QKeyEvent) and _leaves(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Ctrl+Enter or Esc."""
        if _leaves(event):
            self._leave()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the sections that are not there yet."""
        super().showEvent(event)
        self._slices.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save before going out of sight."""
        self._slices.rest()
        self.flush()
        super().hideEvent(event)

    def _build(self) -> Iterator[None]:
        """Make the sections that are shown at first, one at each step."""
        items = self.desk.session.library.data.items
        sections = first_sections(self.desk, self.item_id, self._kind)
        if not self._compact:
            self._more_shown = True
            sections = chain(sections, self._more_sections())
        while items.find(self.item_id) is not None:
            section = next(sections, None)
            if section is None:
                break
            self._add(section)
            yield
        if self._compact:
            self._offer_more()
        order_as_laid_out(self)

    def _offer_more(self) -> None:
        self._more = self._button(
            "card-more", self.tr("More ▾"), self.tr("Show all fields, names, tags, notes and links")
        )
        self._more.setAccessibleName(self.tr("Show all of the card"))
        self._more.clicked.connect(self.show_more)
        place = self._column.count() - 1
        self._column.insertWidget(place, self._more, alignment=Qt.AlignmentFlag.AlignLeft)

    def _more_sections(self) -> Iterator[Section]:
        return more_sections(self.desk, self.item_id, self._kind, footing=self._footing)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(6, 0, 0, 0)
        row.setSpacing(4)
        self._glyph = QLabel(f"{self._kind.glyph}  {self._kind.label}")
        self._glyph.setObjectName("card-kind")
        row.addWidget(self._glyph)
        row.addStretch(1)
        self._star = self._button("card-star", "☆", self.tr("Star this card"))
        self._star.setCheckable(True)
        self._star.clicked.connect(self._set_star)
        row.addWidget(self._star)
        self._trash = self._button("card-trash", self.tr("Trash"), self.tr("Move to the trash"))
        self._trash.clicked.connect(self._throw)
        row.addWidget(self._trash)
        return row

    def _button(self, name: str, sign: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(sign)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button

    def _add(self, section: Section) -> None:
        self._sections.append(section)
        section.opened.connect(self.opened)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        label = QLabel(section.label)
        label.setProperty("role", "label")
        label.setWordWrap(True)
        label.setFixedWidth(_LABEL_WIDTH[self._compact])
        label.setContentsMargins(6, 5, 0, 0)
        label.setBuddy(section)
        self._labels[section] = label
        row.addWidget(label, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(section, 1)
        self._column.insertLayout(self._column.count() - 1, row)
        self._show_section(section)

    def _show_section(self, section: Section) -> None:
        if section in self._labels:
            self._labels[section].setHidden(section.empty)
            section.setHidden(section.empty)

    def _leave(self) -> None:
        self.flush()
        self.done.emit()

    def _set_star(self, on: bool) -> None:
        self.desk.attempt(lambda: cards.star(self.desk.session.library, self.item_id, on))

    def _throw(self) -> None:
        self.flush()
        throw_away(self.desk, [self.item_id], self.done.emit)

    def _show_star(self) -> None:
        item = self.desk.session.library.data.items.find(self.item_id)
        if item is not None:
            self._star.setChecked(item.starred)
            self._star.setText("★" if item.starred else "☆")
            self._trash.setEnabled(not item.trashed)

    def _follow(self, change: ChangeSet) -> None:
        touched = {touch.item_id: touch for touch in change.touched}
        own = touched.get(self.item_id)
        if own is not None and own.verb == "removed":
            self.setEnabled(False)
            return
        self.setEnabled(True)
        if self.desk.session.library.data.items.find(self.item_id) is None:
            return
        for section in self._sections:
            if section.concerned(touched):
                section.refresh()
                self._show_section(section)
        if own is not None:
            self._show_star()

    def _restyle(self) -> None:
        tones = self.desk.theme.tones
        if self._own_style:
            self.setStyleSheet(card_style(tones))
        self._glyph.setStyleSheet(f"color: {tones.kind(self._kind.name).ink};")


def _leaves(event: QKeyEvent) -> bool:
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return event.key() == Qt.Key.Key_Escape or bool(enter and control)
