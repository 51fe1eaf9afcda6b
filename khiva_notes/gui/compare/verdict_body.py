"""The verdict in full under its line: reasons as they read, what changed, what it builds on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from khiva_notes.gui.cards import wikilinks
from khiva_notes.gui.cards.links_section import place_of
from khiva_notes.gui.cards.notes_preview import NotesPreview
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.model.items import Item
from khiva_notes.services.dispute_page import DisputePage

_LEAST_HEIGHT = 96
_MOST_SHARE = 0.17
"""Share of the window's height that the verdict takes before it scrolls."""
_MOST_CHANGES = 12


class VerdictBody(QScrollArea):
    """``opened`` bears a Place; ``holds`` says that the verdict stands, ``revised`` edits it."""

    opened = Signal(object)
    holds = Signal()
    revised = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("verdict-body")
        self.setAccessibleName(self.tr("The verdict in full"))
        self._desk = desk
        self._page: DisputePage | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("verdict-inside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 2, 16, 8)
        column.setSpacing(4)
        self.changes = QLabel()
        self.changes.setObjectName("verdict-changes")
        self.changes.setWordWrap(True)
        self.changes.setTextFormat(Qt.TextFormat.PlainText)
        self.changes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.still = self._button("verdict-still-holds", self.tr("Still holds"))
        self.still.setToolTip(self.tr("Keep the verdict for the inputs as they are now"))
        self.still.clicked.connect(self.holds)
        self.revise = self._button("verdict-revise", self.tr("Revise"))
        self.revise.setToolTip(self.tr("Edit the verdict (V)"))
        self.revise.clicked.connect(self.revised)
        self._choices = QWidget()
        row = QHBoxLayout(self._choices)
        row.setContentsMargins(4, 0, 0, 2)
        row.addWidget(self.still)
        row.addWidget(self.revise)
        row.addStretch(1)
        self.reasons = NotesPreview(inside)
        self.reasons.setObjectName("verdict-reasons-read")
        self.reasons.setAccessibleName(self.tr("Reasons"))
        self.reasons.setToolTip(self.tr("Tab walks the links, Enter follows one"))
        self.reasons.opened.connect(self._follow)
        self.bases = QLabel()
        self.bases.setObjectName("verdict-bases-read")
        self.bases.setWordWrap(True)
        self.bases.setTextFormat(Qt.TextFormat.RichText)
        self.bases.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self.bases.linkActivated.connect(self._follow)
        for widget in (self.changes, self._choices, self.reasons, self.bases):
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(inside)
        desk.theme.changed.connect(self._restyle)
        self._restyle()

    def show_page(self, page: DisputePage) -> None:
        """Show the verdict of a dispute."""
        self._page = page
        self._render()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the words need at the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _render(self) -> None:
        page = self._page
        if page is None:
            return
        verdict = page.table.comparison.verdict
        shown = [f"△ {change.sentence}" for change in page.changes[:_MOST_CHANGES]]
        if len(page.changes) > _MOST_CHANGES:
            shown.append(self.tr("… and {} more").format(len(page.changes) - _MOST_CHANGES))
        self.changes.setText("\n".join(shown))
        self.changes.setVisible(bool(shown))
        self._choices.setVisible(bool(shown))
        reasons = verdict.reasons if verdict else ""
        self.reasons.setVisible(bool(reasons.strip()))
        markdown = wikilinks.to_markdown(reasons, self._title_of)
        self.reasons.show_markdown(markdown, self._desk.theme)
        lines = [
            _listed(self.tr("Builds on the verdicts on {}"), page.bases),
            _listed(self.tr("The verdicts on {} build on this one"), page.built_upon),
        ]
        self.bases.setText("<br>".join(line for line in lines if line))
        self.bases.setVisible(any(lines))
        self._fit()

    def _fit(self) -> None:
        inside = self.widget()
        layout = inside.layout() if inside is not None else None
        assert inside is not None
        assert layout is not None
        layout.activate()
        wanted = layout.heightForWidth(max(200, self.viewport().width()))
        wanted = wanted if wanted > 0 else inside.sizeHint().height()
        most = max(_LEAST_HEIGHT, int(self.window().height() * _MOST_SHARE))
        self.setFixedHeight(min(most, max(24, wanted)))

    def _title_of(self, target: str) -> str | None:
        found = self._find(target)
        return found.title if found else None

    def _find(self, target: str) -> Item | None:
        items = self._desk.session.library.data.items
        return items.by_key(target) or next(iter(items.by_title(target)), None)

    def _follow(self, address: str) -> None:
        target = wikilinks.target_of(address)
        if target is None:
            QDesktopServices.openUrl(QUrl(address))
            return
        item = self._find(target)
        if item is not None:
            source = item.kind == "source"
            self.opened.emit(Place("source", item.id) if source else place_of(item))

    def _button(self, name: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(words)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _restyle(self) -> None:
        tones = self._desk.theme.tones
        self.setStyleSheet(
            f"QScrollArea#verdict-body, QWidget#verdict-inside {{ background: {tones.chrome}; }}"
            f"QLabel {{ background: transparent; color: {tones.ink}; padding-left: 4px; }}"
            f"QLabel#verdict-changes {{ color: {tones.danger}; }}"
            f"QToolButton {{ color: {tones.accent}; border: 1px solid {tones.line}; "
            f"border-radius: 3px; padding: 2px 8px; background: {tones.surface}; }}"
            f"QToolButton:focus {{ border-color: {tones.focus}; }}"
        )
        self._render()


def _listed(words: str, disputes: Sequence[Item]) -> str:
    """Put the titles of disputes into a sentence as links, "" without any."""
    from html import escape

    links = [
        f'<a href="{wikilinks.SCHEME}{escape(item.key)}">{escape(item.title)}</a>'
        for item in disputes
    ]
    return words.format(", ".join(links)) if links else ""
