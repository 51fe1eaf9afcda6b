"""The page of an item's past: its versions at the left, and at the right what one changed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from khiva_notes.gui.cards.style import card_style
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.fonts import reading_font
from khiva_notes.gui.history.rows import VERSION_ROLE, VersionPainter, VersionRows, local_time
from khiva_notes.gui.history.wording import as_html
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.own_keys import claims
from khiva_notes.gui.page import Page
from khiva_notes.gui.tasks import Task
from khiva_notes.model.changes import ChangeSet
from khiva_notes.model.item_state import ItemState
from khiva_notes.model.kinds import KINDS
from khiva_notes.services.item_history import Past, Version, go_back, read_past

_TITLE_POINTS, _WORDS_POINTS = 17.0, 12.0
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HistoryPage(Page):
    """Enter goes back to the version chosen, Space compares with the present, Esc leaves."""

    views = ("history",)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("history-page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._item_id = 0
        self._past = Past(None, (), {})
        self._task: Task[Past] | None = None
        self._title = QLabel()
        self._title.setObjectName("history-title")
        self._title.setFont(reading_font(_TITLE_POINTS))
        self._title.setWordWrap(True)
        self._rows = VersionRows(self)
        self._list = QListView()
        self._list.setObjectName("history-versions")
        self._list.setAccessibleName(self.tr("Versions, the newest first"))
        self._list.setToolTip("")
        self._list.setModel(self._rows)
        self._list.setItemDelegate(VersionPainter(desk.theme, self._list))
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._when = QLabel()
        self._when.setObjectName("history-when")
        self._when.setWordWrap(True)
        self._words = QTextBrowser()
        self._words.setObjectName("history-differences")
        self._words.setAccessibleName(self.tr("What the step changed"))
        self._words.document().setDefaultFont(reading_font(_WORDS_POINTS))
        self._words.setOpenLinks(False)
        self._now = QCheckBox(self.tr("Compared with how it is now"))
        self._now.setObjectName("history-compare-now")
        self._now.setToolTip(self.tr("Shows what going back would change (Space in the list)"))
        self._back = QToolButton()
        self._back.setObjectName("history-go-back")
        self._back.setText(self.tr("Go back to this"))
        self._back.setToolTip(
            self.tr("Makes it again what it was then (Enter); undo takes it back")
        )
        self._action = QAction(self.tr("Go Back to This Version\tEnter"), self)
        self._action.setObjectName("action-go-back-to-version")
        self._lay_out()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._read)
        self._connect()
        self._restyle()

    def open(self, place: Place) -> None:
        """Show an item's past."""
        if place.item_id != self._item_id:
            self._item_id = place.item_id
            self._past = Past(None, (), {})
            self._rows.show(())
        self._read()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, change: ChangeSet) -> None:
        """Show the newest version when the item was changed."""
        if self._item_id in change.item_ids and self.isVisible():
            self._later.start()

    def actions_for(self, menu: str) -> list[QAction]:
        """Return the way back."""
        return [self._action] if menu == "Card" and self._past.item is not None else []

    def title(self) -> str:
        """Return whose past it is."""
        item = self.desk.session.library.data.items.find(self._item_id or None)
        return self.tr("History of “{}”").format(item.title) if item else ""

    def status(self) -> str:
        """Return how many versions there are."""
        count = self._rows.rowCount()
        if count == 1:
            return self.tr("1 version")
        return self.tr("{:,} versions").format(count) if count else ""

    def event(self, event: QEvent) -> bool:
        """Claim the list's keys before the window's shortcuts take them."""
        return claims(event, self._wants) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.desk.navigator.back()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the list, go back with Enter and compare with the present with Space."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._go_back()
        elif event.key() == Qt.Key.Key_Space:
            self._now.toggle()
        else:
            return False
        return True

    def _wants(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        return not plain and (event.key() in _ENTER or event.key() == Qt.Key.Key_Escape)

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self._when)
        side.addWidget(self._words, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._back)
        foot.addWidget(self._now)
        foot.addStretch(1)
        side.addLayout(foot)
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addWidget(self._list, 2)
        both.addLayout(side, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addLayout(both, 1)
        self.setFocusProxy(self._list)

    def _connect(self) -> None:
        selection = self._list.selectionModel()
        assert selection is not None
        selection.currentChanged.connect(lambda *_: self._tell())
        self._list.installEventFilter(self)
        self._now.toggled.connect(lambda _: self._tell())
        self._back.clicked.connect(self._go_back)
        self._action.triggered.connect(self._go_back)
        self._action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.desk.theme.changed.connect(self._restyle)

    def _read(self) -> None:
        if self._task is not None:
            self._task.cancel()
        path, item_id = self.desk.session.path, self._item_id
        self._task = self.desk.session.tasks.start(lambda _: read_past(path, item_id), self._take)

    def _take(self, past: Past) -> None:
        self._task = None
        before = self._chosen()
        newest = self._list.currentIndex().row() <= 0
        self._past = past
        self._title.setText(self._headline())
        self._rows.show(past.versions)
        row = self._rows.row_of(before.id) if before is not None and not newest else 0
        self._list.setCurrentIndex(self._rows.index(row))
        self._tell()
        self.turned.emit()

    def _headline(self) -> str:
        item = self._past.item
        if item is None:
            return self.tr("This card is gone; undo brings it back with its history.")
        return f"{KINDS[item.kind].glyph}  {self.title()}"

    def _chosen(self) -> Version | None:
        version = self._list.currentIndex().data(VERSION_ROLE)
        return version if isinstance(version, Version) else None

    def _tell(self) -> None:
        """Show what the chosen version changed, or how it differs from the present."""
        version, versions = self._chosen(), self._past.versions
        able = version is not None and version is not versions[0]
        self._back.setEnabled(able)
        self._action.setEnabled(able)
        if version is None:
            self._when.clear()
            self._words.clear()
            return
        at = versions.index(version)
        self._when.setText(f"{local_time(version.at)} · {self._rows.label(version)}")
        if self._now.isChecked():
            before, after = version.state, versions[0].state
        else:
            before = versions[at + 1].state if at + 1 < len(versions) else ItemState()
            after = version.state
        tones = self.desk.theme.tones
        told = as_html(self._past.between(before, after), tones, plain=before == ItemState())
        if not version.id:
            told = (
                self._said(self.tr("Nothing has been changed yet. What you change is kept here."))
                + told
            )
        self._words.setHtml(told or self._said(self.tr("No difference.")))

    def _said(self, words: str) -> str:
        return f'<p style="color: {self.desk.theme.tones.muted};">{words}</p>'

    def _go_back(self) -> None:
        version = self._chosen()
        if version is None or not version.id or version is self._past.versions[0]:
            return
        library, item_id = self.desk.session.library, self._item_id
        lost = self.desk.attempt(lambda: go_back(library, item_id, version.id))
        if lost is not None:
            self._list.setCurrentIndex(self._rows.index(0))
            said = self.tr("It is again what it was on {}.").format(local_time(version.at))
            self.desk.said.emit(" ".join([said, *lost]))

    def _restyle(self) -> None:
        tones = self.desk.theme.tones
        self.setStyleSheet(
            card_style(tones)
            + f"QWidget#history-page {{ background: {tones.paper}; }}"
            + f"QListView#history-versions {{ background: {tones.paper}; color: {tones.ink}; "
            f"border: none; border-right: 1px solid {tones.line}; outline: none; }}"
            f"QTextBrowser#history-differences {{ background: {tones.paper}; color: {tones.ink}; "
            f"border: 1px solid transparent; }}"
            f"QTextBrowser#history-differences:focus {{ border: 1px solid {tones.focus}; }}"
            f"QLabel#history-when {{ color: {tones.muted}; }}"
            f"QToolButton#history-go-back {{ color: {tones.accent}; "
            f"border: 1px solid {tones.line}; padding: 4px 12px; }}"
            f"QToolButton#history-go-back:disabled {{ color: {tones.muted}; }}"
            f"QToolButton#history-go-back:focus {{ border: 1px solid {tones.focus}; }}"
        )
        self._tell()
