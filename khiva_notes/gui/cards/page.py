"""One card whole: its form at the left, and at the right what it rests on and what rests on it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from khiva_notes.gui.cards.add_to_dispute import dispute_action
from khiva_notes.gui.cards.add_to_essay import Meant, essay_action
from khiva_notes.gui.cards.discard import discard
from khiva_notes.gui.cards.editor import CardEditor
from khiva_notes.gui.cards.footing_section import FootingSection
from khiva_notes.gui.cards.style import card_style
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.item_actions.history import history_action
from khiva_notes.gui.item_actions.throwing import throw_away
from khiva_notes.gui.item_actions.versions import version_actions
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.page import Page
from khiva_notes.model.changes import ChangeSet
from khiva_notes.model.kinds import KINDS
from khiva_notes.services import cards, trash

_FORM = (420, 680)
_FOOTING = (300, 520)
_MARGIN = 32


class CardPage(Page):
    """Shows one card; Esc goes back to where one came from."""

    views = ("card",)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("card-page")
        self._editor: CardEditor | None = None
        self._footing: FootingSection | None = None
        self._paper = QWidget()
        self._paper.setObjectName("card-paper")
        self._form = _Measured(_FORM, self._paper)
        self._side = _Measured(_FOOTING, self._paper)
        self._trashed = self._trash_bar()
        self._area = QScrollArea()
        self._area.setObjectName("card-area")
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName(self.tr("Card"))
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._trashed)
        column.addWidget(self._area, 1)
        self.setFocusProxy(self._area)
        self._actions = self._make_actions()
        self._versions = version_actions(desk, self, self._source)
        desk.theme.changed.connect(self._restyle)
        self._restyle()

    def open(self, place: Place) -> None:
        """Show the card of a place."""
        if self._editor is None or self._editor.item_id != place.item_id:
            self._fill(place.item_id)
        self._show_trashed()
        if place.edit and self._editor is not None:
            self._editor.focus_title()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc, and into the title with F2 or Enter, when no field has the focus."""
        if event.key() == Qt.Key.Key_Escape:
            self.desk.navigator.back()
        elif event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._editor:
            self._editor.focus_title()
        else:
            super().keyPressEvent(event)

    def follow(self, change: ChangeSet) -> None:
        """Show what the card now rests on and where it is; its form follows by itself."""
        touched = {touch.item_id: touch for touch in change.touched}
        if self._footing is not None and self._footing.concerned(touched):
            self._footing.refresh()
        if self._editor is not None and self._editor.item_id in change.item_ids:
            self._show_trashed()

    def actions_for(self, menu: str) -> list[QAction]:
        """Return what can be done with the card, and with the text if it is a source."""
        if menu == "File":
            return self._versions if self._source() else []
        return self._actions.get(menu, []) if self._editor is not None else []

    def title(self) -> str:
        """Return the card's title."""
        if self._editor is None:
            return ""
        item = self.desk.session.library.data.items.find(self._editor.item_id)
        return item.title if item else ""

    def status(self) -> str:
        """Return the card's kind and key."""
        if self._editor is None:
            return ""
        item = self.desk.session.library.data.items.find(self._editor.item_id)
        return f"{KINDS[item.kind].label} · {item.key}" if item else ""

    def _fill(self, item_id: int) -> None:
        if self._editor is not None:
            self._editor.flush()
        self._area.verticalScrollBar().setValue(0)
        self._footing = FootingSection(self.desk, item_id, wide=True)
        self._footing.opened.connect(self.desk.navigator.go)
        self._side.put(self._footing)
        self._editor = CardEditor(self.desk, item_id, self._form, footing=False, gradual=True)
        self._editor.opened.connect(self.desk.navigator.go)
        self._editor.done.connect(self.desk.navigator.back)
        self._form.put(self._editor)

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Passages"))
        heading.setProperty("role", "heading")
        heading.setContentsMargins(0, 5, 0, 0)
        self._side.setObjectName("card-beside")
        self._side.head(heading)
        row = QHBoxLayout(self._paper)
        row.setContentsMargins(_MARGIN, 24, _MARGIN, _MARGIN)
        row.setSpacing(_MARGIN)
        row.addStretch(0)
        row.addWidget(self._form, 6)
        row.addWidget(self._side, 5)
        row.addStretch(0)
        self._area.setWidget(self._paper)

    def _trash_bar(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("card-in-trash")
        row = QHBoxLayout(bar)
        row.setContentsMargins(_MARGIN, 8, _MARGIN, 8)
        row.addWidget(QLabel(self.tr("This card is in the trash.")))
        restore = QToolButton()
        restore.setObjectName("card-restore")
        restore.setText(self.tr("Restore"))
        restore.setToolTip(self.tr("Take the card out of the trash"))
        restore.clicked.connect(self._restore)
        row.addWidget(restore)
        row.addStretch(1)
        return bar

    def _restore(self) -> None:
        if self._editor is not None:
            item_id = self._editor.item_id
            self.desk.attempt(lambda: trash.restore(self.desk.session.library, [item_id]))

    def _show_trashed(self) -> None:
        item_id = self._editor.item_id if self._editor else 0
        item = self.desk.session.library.data.items.find(item_id)
        self._trashed.setVisible(bool(item and item.trashed))

    def _make_actions(self) -> dict[str, list[QAction]]:
        star = QAction(self.tr("Star or Unstar"), self)
        star.setObjectName("action-star-card")
        star.setShortcut(QKeySequence("Ctrl+D"))
        star.triggered.connect(self._star)
        throw = QAction(self.tr("Move Card to the Trash"), self)
        throw.setObjectName("action-trash-card")
        throw.setShortcut(QKeySequence("Ctrl+Delete"))
        throw.triggered.connect(self._throw)
        essay = essay_action(self.desk, self, lambda: Meant((self._shown(),)))
        return {
            "Card": [star, essay, history_action(self.desk, self, self._shown), throw],
            "Compare": [dispute_action(self.desk, self, lambda: [self._shown()])],
        }

    def _shown(self) -> int:
        return self._editor.item_id if self._editor is not None else 0

    def _source(self) -> int:
        """Return the source that is shown and has a text, or 0."""
        data, number = self.desk.session.library.data, self._shown()
        return number if number and data.texts.current(number) is not None else 0

    def _star(self) -> None:
        if self._editor is not None:
            library, item_id = self.desk.session.library, self._editor.item_id
            starred = library.data.items.get(item_id).starred
            self.desk.attempt(lambda: cards.star(library, item_id, not starred))

    def _throw(self) -> None:
        if self._editor is not None:
            self._editor.flush()
            item_id = self._editor.item_id
            throw_away(self.desk, [item_id])

    def _restyle(self) -> None:
        tones = self.desk.theme.tones
        self.setStyleSheet(
            f"QScrollArea#card-area {{ background: {tones.paper}; }}"
            f"QScrollArea#card-area {{ border: none; border-left: 2px solid {tones.paper}; }}"
            f"QScrollArea#card-area:focus {{ border-left: 2px solid {tones.focus}; }}"
            f"QWidget#card-in-trash {{ background: {tones.kind('dispute').tint}; }}"
        )
        self._paper.setStyleSheet(
            f"QWidget#card-paper {{ background: {tones.paper}; }}" + card_style(tones)
        )


class _Measured(QWidget):
    """A column no wider than reads well; what is put in stands at the top, in the last's place."""

    def __init__(self, widths: tuple[int, int], parent: QWidget) -> None:
        super().__init__(parent)
        self.setMinimumWidth(widths[0])
        self.setMaximumWidth(widths[1])
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self._content: QWidget | None = None

    def head(self, widget: QWidget) -> None:
        """Set a widget above all else, for good."""
        self._column.insertWidget(0, widget)

    def put(self, widget: QWidget) -> None:
        """Show a widget in place of the one before, which is thrown away."""
        before, self._content = self._content, widget
        if before is not None:
            self._column.removeWidget(before)
            discard(before)
        self._column.insertWidget(self._column.count() - 1, widget)
