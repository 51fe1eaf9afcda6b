"""Notes as they read, with their links live."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QResizeEvent, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QTextBrowser, QWidget

from khiva_notes.gui.fonts import reading_font
from khiva_notes.gui.theme import Theme

NOTES_POINTS = 11.5


class NotesPreview(QTextBrowser):
    """A page as high as its text; ``opened`` bears the address of a link that was followed."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notes-preview")
        self.setAccessibleName(self.tr("Notes"))
        self.setToolTip(self.tr("F2 or a double click turns to typing; Tab walks the links"))
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFont(reading_font(NOTES_POINTS))
        self.document().setDocumentMargin(4)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.anchorClicked.connect(self._follow)

    def show_markdown(self, markdown: str, theme: Theme) -> None:
        """Show notes; HTML in them is shown as the characters that it is."""
        tones = theme.tones
        self.setStyleSheet(
            f"QTextBrowser {{ background: transparent; color: {tones.ink}; "
            f"border: 1px solid transparent; border-radius: 3px; padding: 0; }}"
            f"QTextBrowser:focus {{ border: 1px solid {tones.focus}; }}"
        )
        features = QTextDocument.MarkdownFeature
        self.document().setDefaultFont(reading_font(NOTES_POINTS))
        self.document().setMarkdown(
            markdown, features.MarkdownNoHTML | features.MarkdownDialectGitHub
        )
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the page."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the new width."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the text's own height."""
        return QSize(160, self._wanted())

    def minimumSizeHint(self) -> QSize:
        """Return the text's own height at whatever width."""
        return QSize(40, self._wanted())

    def _wanted(self) -> int:
        return max(28, round(self.document().size().height()) + 2)

    def _fit(self) -> None:
        if self.height() != self._wanted():
            self.setFixedHeight(self._wanted())

    def _follow(self, address: QUrl) -> None:
        self.opened.emit(address.toString(QUrl.ComponentFormattingOption.FullyEncoded))
