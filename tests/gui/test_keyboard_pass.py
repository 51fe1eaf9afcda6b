"""The first three paragraphs of the article's discussion, made into cards by keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListView, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from khiva_notes import importers
from khiva_notes.gui.application import make_window
from khiva_notes.gui.main_window import MainWindow
from khiva_notes.gui.navigation import Place
from khiva_notes.services import sources
from khiva_notes.services.folders import Folders, shipped
from khiva_notes.services.library import Library
from khiva_notes.services.suggestions import Suggested

Told = TypeVar("Told")
Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
FIRST, LAST = "The echo of the February", "Obulwafoyi Khorazmiy"

# What a reader takes from the three paragraphs, in the order of the text.
PEOPLE = {
    "Asfandierkhan": {"Asfanidiyorkhan", "Asfandierkhan", "Asfandiyorhan"},
    "Zhunaidkhan": {"Zhunaidkhan", "Zhunaid Khan", "Junaid Khan"},
    "Zhunaidkhan-Eshim": {"Zhunaidkhan-Eshim"},
    "Said Abdullahan": {"Said Abdullahan", "Said Abullahan", "Said Abdlullahan"},
    "Polvonniez Khozhi Yusupov": {"Polvonniez Khozhi Yusupov"},
    "Ibrohim Hajj": {"Ibrohim Hajj"},
    "Ruzimuhammad": {"Ruzimuhammad"},
}
EVENTS = {
    "Recognizing that the forces to fight": ("1918-01-22", False),
    "On October 1, in his own palace": ("1918-10-01", True),
    "And the next day they proclaimed": ("1918-10-02", True),
}
CLAIMS = {
    "Asfandierkhan appointed Zhunaidkhan, who arrived": "The article",
    "Asfandierkhan, a weak-minded and life-burner": "The article",
    "On the Khiva throne, Zhunaidkhan planted": "The article",
    "By their custom, the Yavmuts met": "Polvonniez Khozhi Yusupov",
    "When meeting with the khan, he stabbed": "The article",
    "After leaving the palace, the Turkmen killed": "The article",
    "After that, they buried Asfandierkhan": "The article",
}
TAKEN = {*PEOPLE, "January 22, 1918", "October 1", "the next day", "Asfanidiyorkhan"}
MOST_KEYS = 71
"""For the 17 cards, going to the words and passing by what is not wanted included: 4.2 a card."""


class Keyboard:
    """Presses keys wherever the keyboard is, and counts them."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot
        self.count = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        widget = self.window.focusWidget()
        assert widget is not None
        self.count += 1
        self.qtbot.keyClick(widget, key, modifier)

    def wait_for(self, name: str, kind: type[QWidget]) -> QWidget:
        """Wait until the keyboard is in a widget of this name, as the reader's eye would."""

        def there() -> bool:
            widget = self.window.focusWidget()
            return isinstance(widget, kind) and widget.objectName() == name

        self.qtbot.waitUntil(there)
        widget = self.window.focusWidget()
        assert widget is not None
        return widget


@pytest.fixture
def article(qtbot: QtBot, qapp: QApplication, folders: Folders) -> Iterator[MainWindow]:
    """The window with the article open, the keyboard in its text, and no card made yet."""
    path = folders.documents / "notes.khiva"
    with Library.create(path, folders.locks) as library:
        imported = importers.read(shipped("sample_db") / "khiva-article.txt")
        source = sources.import_text(library, imported, "a.txt", title="The article").source
    window = make_window(qapp, folders)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.begin(path)
    assert window.desk is not None
    window.desk.navigator.go(Place("source", item_id=source.id))
    qtbot.waitUntil(lambda: window.findChild(QTextEdit, "reader-text") is not None)
    text = window.findChild(QTextEdit, "reader-text")
    assert text is not None
    qtbot.waitUntil(lambda: FIRST in text.toPlainText())
    text.setFocus()
    yield window
    window.close()
    window.deleteLater()


def sentence(text: QTextEdit) -> str:
    """The words after the caret."""
    cursor = text.textCursor()
    return text.toPlainText()[cursor.position() :]


def to_discussion(keys: Keyboard, text: QTextEdit) -> None:
    keys.press(Key.Key_Home, CONTROL)
    while not sentence(text).startswith(FIRST):
        keys.press(Key.Key_Down, ALT)


def take_suggestions(keys: Keyboard) -> None:
    """Take people, dated events and the quotation, pass by the rest, go back to the text."""
    keys.press(Key.Key_F7)
    rows = keys.wait_for("suggest-list", QListView)
    assert isinstance(rows, QListView)
    keys.qtbot.waitUntil(lambda: rows.currentIndex().isValid())
    while (words := current(rows)) != LAST:
        wanted = words in TAKEN or words.startswith("By their custom")
        keys.press(Key.Key_Return if wanted else Key.Key_Down)
    keys.press(Key.Key_Escape)
    keys.wait_for("reader-text", QTextEdit)


def current(rows: QListView) -> str:
    one = rows.currentIndex().data(Qt.ItemDataRole.UserRole)
    assert isinstance(one, Suggested)
    return one.suggestion.date.original if one.suggestion.date else one.suggestion.title


def make_claims(keys: Keyboard, text: QTextEdit) -> None:
    """Go from sentence to sentence; C makes a claim of one, Enter leaves its title as guessed."""
    waiting = [words for words in CLAIMS if not words.startswith("By their custom")]
    while waiting:
        if sentence(text).startswith(waiting[0]):
            keys.press(Key.Key_C)
            keys.wait_for("card-title", QPlainTextEdit)
            keys.press(Key.Key_Return)
            keys.wait_for("reader-text", QTextEdit)
            waiting.pop(0)
        keys.press(Key.Key_Down, ALT)


def test_three_paragraphs_become_cards_by_keys_alone(article: MainWindow, qtbot: QtBot) -> None:
    text = article.findChild(QTextEdit, "reader-text")
    assert isinstance(text, QTextEdit)
    keys = Keyboard(article, qtbot)
    to_discussion(keys, text)
    take_suggestions(keys)
    to_discussion(keys, text)
    make_claims(keys, text)

    assert article.desk is not None
    data = article.desk.session.library.data
    people = {
        card.title: {name.text for name in data.names.of(card.id)}
        for card in data.items.all("person")
    }
    assert people == PEOPLE
    events = {
        card.title: (date.edtf, date.inferred)
        for card in data.items.all("event")
        if (date := data.dates.of(card.id).get("date"))
    }
    assert starts(events, EVENTS) == EVENTS
    claims = {
        card.title: data.items.get(link.to_id).title
        for card in data.items.all("claim")
        for link in data.links.of(card.id)
        if link.type == "speaker"
    }
    assert starts(claims, CLAIMS) == CLAIMS
    cards = len(people) + len(events) + len(claims)
    assert cards == len(PEOPLE) + len(EVENTS) + len(CLAIMS)
    print(f"{keys.count} keys for {cards} cards: {keys.count / cards:.1f} a card")
    assert keys.count <= MOST_KEYS


def starts(found: dict[str, Told], wanted: dict[str, Told]) -> dict[str, Told]:
    """What was made, under the beginning of its title where that was wanted."""
    return {
        next((start for start in wanted if title.startswith(start)), title): value
        for title, value in found.items()
    }
