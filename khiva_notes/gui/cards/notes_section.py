"""The card's notes: Markdown as one types it, or as it reads."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from khiva_notes.gui.cards import wikilinks
from khiva_notes.gui.cards.chooser_rows import ChooserRow
from khiva_notes.gui.cards.completion import LinkCompletion
from khiva_notes.gui.cards.inputs import TextInput
from khiva_notes.gui.cards.link_highlighter import LinkHighlighter
from khiva_notes.gui.cards.links_section import place_of
from khiva_notes.gui.cards.notes_preview import NOTES_POINTS, NotesPreview
from khiva_notes.gui.cards.saving import Autosave
from khiva_notes.gui.cards.section import Section
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.fonts import reading_font
from khiva_notes.model.items import Item
from khiva_notes.model.offsets import Utf16
from khiva_notes.services import cards


class NotesSection(Section):
    """Notes are shown as they read; F2, Enter or a double click turns to typing, and back."""

    parts = frozenset({"items.body"})

    def __init__(self, desk: Desk, item_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, item_id, "Notes", parent)
        self._preview = NotesPreview(self)
        self._preview.opened.connect(self._follow_link)
        self._field = TextInput(self, least=2)
        self._field.setObjectName("card-notes")
        self._field.setAccessibleName(self.tr("Notes, Markdown"))
        self._field.setPlaceholderText(self.tr("Notes; [[ links to a card"))
        self._field.setFont(reading_font(NOTES_POINTS))
        self._paint = LinkHighlighter(self._field.document(), desk.theme)
        self._completion: LinkCompletion | None = None
        self._seen = ""
        self._toggle = QToolButton()
        self._toggle.setObjectName("notes-toggle")
        self._toggle.clicked.connect(lambda: self.edit(self._field.isHidden()))
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.addStretch(1)
        below.addWidget(self._toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._preview)
        column.addWidget(self._field)
        column.addLayout(below)
        self._saver = Autosave(self._field, self._save)
        self._field.installEventFilter(self)
        self._preview.installEventFilter(self)
        self.refresh()
        self.edit(not self.item.body, focus=False)
        self._field.textChanged.connect(self._typed)
        desk.theme.changed.connect(self._render)

    def edit(self, on: bool, *, focus: bool = True) -> None:
        """Turn to typing, or to reading."""
        if not on:
            self.flush()
            self._render()
        self._field.setVisible(on)
        self._preview.setVisible(not on)
        self._toggle.setText(self.tr("Preview") if on else self.tr("Edit"))
        self._toggle.setToolTip(
            self.tr("Show the notes as they read") if on else self.tr("Type the notes (F2)")
        )
        target = self._field if on else self._preview
        self.setFocusProxy(target)
        if focus:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show the notes."""
        body = self.item.body
        if not self._saver.dirty and self._field.toPlainText().rstrip() != body.rstrip():
            blocked = self._field.blockSignals(True)
            self._field.show_text(body)
            self._field.blockSignals(blocked)
            self._seen = body
        if self._field.isHidden():
            self._render()

    def flush(self) -> None:
        """Save now."""
        self._saver.flush()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the completion its keys, and the preview the keys that turn to typing."""
        if event.type() == QEvent.Type.MouseButtonDblClick and watched is self._preview:
            self.edit(True)
            return True
        if watched is self._field and event.type() == QEvent.Type.FocusOut and self._completion:
            self._completion.hide()
        if not isinstance(event, QKeyEvent):
            return False
        pressed = event.type() == QEvent.Type.KeyPress
        if watched is self._field and self._completion and self._completion.isVisible():
            if pressed:
                return self._completion.take_key(event)
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        if watched is self._preview and pressed and self._turns(event):
            self.edit(True)
            return True
        return False

    def _turns(self, event: QKeyEvent) -> bool:
        on_link = bool(self._preview.textCursor().charFormat().anchorHref())
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        return event.key() == Qt.Key.Key_F2 or (enter and plain and not on_link)

    def _typed(self) -> None:
        """Note what was typed; the colouring of links is told by Qt as a change of text too."""
        if self._field.toPlainText() == self._seen:
            return
        self._seen = self._field.toPlainText()
        self._saver.touch()
        words = self._open_words()
        if words is None:
            if self._completion:
                self._completion.hide()
            return
        if self._completion is None:
            self._completion = LinkCompletion(self.desk, self)
            self._completion.taken.connect(self._complete)
        viewport, caret = self._field.viewport(), self._field.cursorRect()
        corner = viewport.mapTo(self.window(), caret.topLeft())
        self._completion.offer(words, QRect(corner, caret.size()), self.item_id)

    def _complete(self, row: object) -> None:
        if self._completion:
            self._completion.hide()
        if not isinstance(row, ChooserRow):
            return
        words = self._open_words()
        item = self.desk.session.library.data.items.find(row.item_id)
        if words is None or item is None:
            return
        cursor = self._field.textCursor()
        begin = cursor.position() - Utf16(words).to_qt(len(words)) - 2
        rest = cursor.block().text()[
            Utf16(cursor.block().text()).to_code_points(cursor.positionInBlock()) :
        ]
        end = cursor.position() + (2 if rest.startswith("]]") else 0)
        cursor.setPosition(begin)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(wikilinks.written(item.key, row.form or row.title))
        self._field.setTextCursor(cursor)

    def _open_words(self) -> str | None:
        """Return what is typed of a link before the caret."""
        cursor = self._field.textCursor()
        line = cursor.block().text()
        before = line[: Utf16(line).to_code_points(cursor.positionInBlock())]
        return wikilinks.open_link(before)

    def _save(self) -> None:
        body = self._field.toPlainText().rstrip()
        library = self.desk.session.library
        if body != self.item.body.rstrip():
            self.desk.attempt(lambda: cards.write_body(library, self.item_id, body))

    def _find(self, target: str) -> Item | None:
        items = self.desk.session.library.data.items
        found = items.by_key(target)
        return found or next(iter(items.by_title(target)), None)

    def _render(self) -> None:
        def title_of(target: str) -> str | None:
            found = self._find(target)
            return found.title if found else None

        self._paint.rehighlight()
        body = self._field.toPlainText()
        self._preview.show_markdown(wikilinks.to_markdown(body, title_of), self.desk.theme)

    def _follow_link(self, address: str) -> None:
        target = wikilinks.target_of(address)
        if target is None:
            QDesktopServices.openUrl(QUrl(address))
        elif (item := self._find(target)) is not None:
            self.opened.emit(place_of(item))
