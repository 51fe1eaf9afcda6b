"""The top of the search page: the line, what was found, a better spelling, and keeping it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from khiva_notes.gui.cards.elided import ElidedLabel
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.search.search_line import SearchLine
from khiva_notes.services.finding import Answer


class SearchHead(QWidget):
    """``respelt`` bears the better spelling when it is asked for."""

    respelt = Signal(str)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self._suggestion = ""
        self.line = SearchLine(desk, page)
        font = self.line.font()
        font.setPointSizeF(font.pointSizeF() * 1.2)
        self.line.setFont(font)
        self.keep = QToolButton()
        self.keep.setObjectName("search-keep")
        self.keep.setAccessibleName(self.tr("Save this search"))
        self.keep.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._count = ElidedLabel()
        self._count.setObjectName("search-count")
        self._respell = QPushButton()
        self._respell.setObjectName("search-suggestion")
        self._respell.setFlat(True)
        self._respell.setCursor(Qt.CursorShape.PointingHandCursor)
        self._respell.clicked.connect(lambda: self.respelt.emit(self._suggestion))
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.line, 1)
        top.addWidget(self.keep)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self._count)
        below.addWidget(self._respell)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 8)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(below)
        desk.theme.changed.connect(self._restyle)
        self._restyle()

    def show_answer(self, answer: Answer | None, *, standing: str, narrowed: bool) -> None:
        """Tell what was found; ``standing`` says why that may not be all, if so."""
        self._suggestion = answer.suggestion if answer else ""
        self._respell.setVisible(bool(self._suggestion))
        self._respell.setText(self.tr("Did you mean “{}”?").format(self._suggestion.strip()))
        if answer is None:
            words = self.tr("Type a word, a name in any spelling, or a year.")
        elif answer.total:
            words = self.tr("{} found").format(f"{answer.total:,}")
        elif narrowed and answer.by_kind:
            words = self.tr("Nothing found of these kinds; untick them to see the rest.")
        else:
            words = self.tr("Nothing found. Fewer letters, or another word, may help.")
        if standing:
            words += "    " + self.tr("Not everything is found yet: {}").format(standing)
        self._count.setText(words)

    def show_kept(self, name: str, *, possible: bool) -> None:
        """Show under which name the search is saved, if it is, and whether it can be."""
        self.keep.setEnabled(possible)
        self.keep.setText(self.tr("★ Saved") if name else self.tr("☆ Save"))
        save = self.tr("Save this search in the library's tree (Ctrl+S)")
        saved = self.tr("Saved as “{}”; Ctrl+S renames it").format(name)
        self.keep.setToolTip(saved if name else save)

    def _restyle(self) -> None:
        tones = self._desk.theme.tones
        self.setStyleSheet(
            f"QLabel {{ color: {tones.muted}; }}"
            f"QPushButton {{ color: {tones.accent}; border: 1px solid transparent; "
            f"border-radius: 3px; padding: 0 4px; }}"
            f"QPushButton:hover {{ text-decoration: underline; }}"
            f"QPushButton:focus, QToolButton:focus {{ border-color: {tones.focus}; }}"
            f"QToolButton {{ color: {tones.ink}; background: transparent; padding: 6px 10px; "
            f"border: 1px solid transparent; border-radius: 6px; }}"
            f"QToolButton:hover {{ background: {tones.chrome}; }}"
            f"QToolButton:disabled {{ color: {tones.line}; }}"
        )
