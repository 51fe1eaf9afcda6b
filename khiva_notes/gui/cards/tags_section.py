"""The card's tags: chips, and a line that completes the ones there are."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from khiva_notes.gui.cards.chip import Chip
from khiva_notes.gui.cards.discard import discard
from khiva_notes.gui.cards.flow import FlowBox
from khiva_notes.gui.cards.section import Section
from khiva_notes.gui.cards.tab_order import put_before
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.services import links

_LINE_WIDTH = 120


class TagsSection(Section):
    """Enter or a comma adds what is typed; Backspace in the empty line goes to the last chip."""

    parts = frozenset({"item_tags", "tags"})

    def __init__(self, desk: Desk, item_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, item_id, "Tags", parent)
        self.setObjectName("card-tags")
        self._tags: list[str] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        self._box = FlowBox()
        self._flow = self._box.flow
        column.addWidget(self._box)
        self._line = QLineEdit()
        self._line.setObjectName("add-tag")
        self._line.setPlaceholderText(self.tr("tag …"))
        self._line.setAccessibleName(self.tr("Add a tag"))
        self._line.setToolTip(self.tr("Enter or a comma adds the tag"))
        self._line.setFixedWidth(_LINE_WIDTH)
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self._line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._line.setCompleter(completer)
        self._line.installEventFilter(self)
        self._flow.addWidget(self._line)
        self.setFocusProxy(self._line)
        desk.theme.changed.connect(self._rebuild)
        self.refresh()

    def refresh(self) -> None:
        """Show the card's tags."""
        data = self.desk.session.library.data
        tags = data.tags.of(self.item_id)
        if tags != self._tags:
            self._tags = tags
            self._rebuild()

    def flush(self) -> None:
        """Add the tag that is typed."""
        self._add(self._line.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Add with Enter and comma, and offer the known tags when the line is entered."""
        if event.type() == QEvent.Type.FocusIn:
            tags = self.desk.session.library.data.tags.all()
            self._known.setStringList([tag.name for tag in tags if tag.name not in self._tags])
        elif event.type() == QEvent.Type.FocusOut:
            popup = self._line.completer().popup()
            if popup is None or not popup.isVisible():
                self.flush()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key, words = event.key(), self._line.text()
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain
        if (enter and words.strip()) or key == Qt.Key.Key_Comma:
            self._add(words)
            return True
        if enter:
            self.focusNextChild()
            return True
        if key == Qt.Key.Key_Backspace and not words and self._shown():
            self._shown()[-1].setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def _add(self, words: str) -> None:
        words = words.strip().strip(",")
        self._line.clear()
        if words:
            library = self.desk.session.library
            self.desk.attempt(lambda: links.tag(library, [self.item_id], words))

    def _remove(self, name: str) -> None:
        library = self.desk.session.library
        self.desk.attempt(lambda: links.untag(library, [self.item_id], name))
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, name: str) -> None:
        self.opened.emit(Place("list", kind=f"tag:{name}"))

    def _shown(self) -> list[Chip]:
        items = (self._flow.itemAt(i) for i in range(self._flow.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, Chip)]

    def _rebuild(self) -> None:
        gone = self._shown()
        for chip in gone:
            self._flow.removeWidget(chip)
            discard(chip)
        for place, name in enumerate(self._tags):
            chip = Chip(self.desk.theme, name, parent=self._box)
            chip.setObjectName(f"tag-{name}")
            chip.opened.connect(partial(self._open, name))
            chip.removed.connect(partial(self._remove, name))
            self._flow.insertWidget(place, chip)
            chip.show()
        put_before(self._shown(), self._line, gone)
        self._box.fit()
