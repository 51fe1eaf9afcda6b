"""The strip under the cards that offers other places of a name, all together or one by one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from khiva_notes.gui.reader.offers import Offers
from khiva_notes.gui.theme import Theme
from khiva_notes.model.names import Mention


class OfferStrip(QWidget):
    """Says "also here: 9 places, 3 spellings"; ``shown`` bears a mention to be brought into view.

    ``left`` hands the keyboard back to the text.
    """

    shown = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, offers: Offers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("offer-strip")
        self.setAccessibleName(self.tr("Other places of this name"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._offers = offers
        self._at = -1
        self._words = QLabel()
        self._words.setObjectName("offer-words")
        self._words.setWordWrap(True)
        self._all = self._button("offer-all", self.tr("Accept all"), "Alt+Shift+A")
        self._each = self._button("offer-each", self.tr("One by one"), "Alt+A")
        self._yes = self._button("offer-accept", self.tr("Accept"), self.tr("Enter"))
        self._no = self._button("offer-refuse", self.tr("Not this"), self.tr("Delete"))
        self._next = self._button("offer-next", self.tr("Next"), self.tr("Down"))
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in (self._all, self._each, self._yes, self._no, self._next):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 8, 12, 10)
        column.setSpacing(6)
        column.addWidget(self._words)
        column.addLayout(row)
        self._all.clicked.connect(self.accept_all)
        self._each.clicked.connect(self.begin)
        self._yes.clicked.connect(self._accept)
        self._no.clicked.connect(self._refuse)
        self._next.clicked.connect(lambda: self._step(1))
        offers.changed.connect(self._refresh)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    @property
    def walking(self) -> bool:
        """Whether the places are being gone through one by one."""
        return self._at >= 0

    def accept_all(self) -> None:
        """Attach every place that is offered."""
        walking = self._at >= 0
        self._at = -1
        self._offers.accept(self._offers.mentions)
        if walking:
            self.left.emit()

    def begin(self) -> None:
        """Go through the places one by one."""
        if self._offers.mentions:
            self._at = 0
            self._refresh()
            self._yes.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept with Enter, refuse with Delete, go on with the arrows, stop with Esc."""
        if self._at < 0 or not isinstance(event, QKeyEvent) or event.key() not in _OWN:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if watched is self._yes:
                self._accept()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                return False
            case Qt.Key.Key_Delete:
                self._refuse()
            case Qt.Key.Key_Down:
                self._step(1)
            case Qt.Key.Key_Up:
                self._step(-1)
            case _:
                self._stop()
        return True

    def _accept(self) -> None:
        self._offers.accept([self._offers.mentions[self._at]])

    def _refuse(self) -> None:
        self._offers.refuse(self._offers.mentions[self._at])

    def _step(self, by: int) -> None:
        if self._offers.mentions:
            self._at = (self._at + by) % len(self._offers.mentions)
            self._refresh()

    def _stop(self) -> None:
        self._at = -1
        self._refresh()
        self.left.emit()

    def _refresh(self) -> None:
        mentions = self._offers.mentions
        if not mentions:
            if self._at >= 0:
                self._at = -1
                self.left.emit()
            self.hide()
            return
        walking = self._at >= 0
        self._at = min(self._at, len(mentions) - 1)
        for button in (self._all, self._each):
            button.setVisible(not walking)
        for button in (self._yes, self._no, self._next):
            button.setVisible(walking)
        if walking:
            mention = mentions[self._at]
            self._words.setText(
                self.tr("{0} of {1}: “{2}” — {3}").format(
                    self._at + 1, len(mentions), mention.text, _reasons(mention)
                )
            )
            self.shown.emit(mention)
        else:
            spellings = len({" ".join(mention.text.split()) for mention in mentions})
            self._words.setText(self._summary(len(mentions), spellings))
        self.show()

    def _summary(self, places: int, spellings: int) -> str:
        if places == 1:
            return self.tr("Also here: 1 place, “{0}”").format(self._offers.mentions[0].text)
        if spellings == 1:
            return self.tr("Also here: {0} places, spelt the same").format(places)
        return self.tr("Also here: {0} places, {1} spellings").format(places, spellings)

    def _button(self, name: str, words: str, key: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setToolTip(f"{words} ({key})")
        button.setAutoDefault(True)
        button.installEventFilter(self)
        return button

    def _restyle(self) -> None:
        tones = self._theme.tones
        self.setStyleSheet(
            f"#offer-strip {{ border-top: 1px solid {tones.line}; }}"
            f"#offer-words {{ color: {tones.ink}; }}"
            f"QPushButton {{ color: {tones.accent}; background: transparent;"
            f" border: 1px solid {tones.line}; border-radius: 4px; padding: 3px 8px; }}"
            f"QPushButton:hover {{ border-color: {tones.accent}; }}"
            f"QPushButton:focus {{ border-color: {tones.focus}; background: {tones.surface}; }}"
        )


def _reasons(mention: Mention) -> str:
    return ", ".join(mention.likeness.reasons)


_OWN = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Down,
    Qt.Key.Key_Up,
    Qt.Key.Key_Escape,
)
