"""A reader's page, and ways to use it as a reader would."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QListView, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.reader.page import ReaderPage
from khiva_notes.model.texts import ImportedText
from khiva_notes.services import passages


class Reading:
    """A reader's page in a window of its own, following the library as the window makes it do."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk = desk
        self.library = desk.session.library
        self.qtbot = qtbot
        self.page = ReaderPage(desk)
        qtbot.addWidget(self.page)
        self.page.resize(1200, 760)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)
        desk.session.changed.connect(self.page.follow)
        desk.navigator.moved.connect(self._move)
        self.elsewhere: list[Place] = []

    def _move(self, place: Place) -> None:
        if place.view == "source":
            self.page.open(place)
        else:
            self.elsewhere.append(place)

    def go(self, place: Place) -> None:
        self.desk.navigator.go(place)
        item = self.library.data.items.get(place.item_id)
        self.qtbot.waitUntil(lambda: self.page.title() == item.title)

    @property
    def text(self) -> QTextEdit:
        found = self.page.findChild(QTextEdit, "reader-text")
        assert isinstance(found, QTextEdit)
        return found

    @property
    def version(self) -> int:
        version = self.library.data.texts.current(self.desk.navigator.current.item_id)
        assert version is not None
        return version.id

    def widget(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        """A widget in sight by its name; fails if there is none."""
        self.qtbot.waitUntil(lambda: self.seen(name))
        [found] = [w for w in self.page.findChildren(kind, name) if w.isVisible()]
        return found

    def seen(self, name: str) -> bool:
        return any(w.isVisible() for w in self.page.findChildren(QWidget, name))

    def select(self, words: str) -> None:
        cursor = self._found(words)
        self.text.setTextCursor(cursor)
        self.text.setFocus()

    def caret_in(self, words: str) -> None:
        """Put the caret before the last letter of words, as a click there would."""
        self.select(words)
        cursor = self.text.textCursor()
        cursor.setPosition(cursor.selectionEnd() - 1)
        self.text.setTextCursor(cursor)

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        """Press a key while the text has the keyboard."""
        self.text.setFocus()
        self.qtbot.keyClick(self.text, key, combined(modifiers))

    def at(self, words: str) -> QPoint:
        """A point on the first letters of words, in the view."""
        cursor = self._found(words)
        cursor.setPosition(cursor.selectionStart())
        return self.text.cursorRect(cursor).center() + QPoint(4, 0)

    def _found(self, words: str) -> QTextCursor:
        found = self.text.document().find(words, options=QTextDocument.FindFlag.FindCaseSensitively)
        assert not found.isNull(), words
        return found

    def choose(self, words: str = "") -> None:
        """Type into the chooser in sight and take what it finds first."""
        field = self.widget("chooser-field")
        self.qtbot.waitUntil(field.hasFocus)
        self.qtbot.keyClicks(field, words)
        rows = self.widget("chooser-rows", QListView)
        assert isinstance(rows, QListView)
        self.qtbot.waitUntil(lambda: rows.model().rowCount() == 1)
        self.qtbot.keyClick(field, Qt.Key.Key_Return)

    def make(self, kind: str, words: str, title: str = "") -> int:
        """Make a card of words through the library, as if it had been there before."""
        start = self.library.data.texts.body(self.version).text.index(words)
        made = passages.make_card(
            self.library, kind, self.version, start, start + len(words), title
        )
        return made.id

    def leave_editor(self) -> None:
        title = self.widget("card-title", QPlainTextEdit)
        self.qtbot.waitUntil(title.hasFocus)
        self.qtbot.keyClick(title, Qt.Key.Key_Escape)
        self.qtbot.waitUntil(self.text.hasFocus)


def combined(modifiers: tuple[Qt.KeyboardModifier, ...]) -> Qt.KeyboardModifier:
    result = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        result |= modifier
    return result


Opener = Callable[[ImportedText], Reading]
