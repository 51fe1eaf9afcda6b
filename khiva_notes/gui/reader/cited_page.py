"""What is shown of a source that has no text: what is known of it, who cites it, and what to do."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.fonts import reading_font
from khiva_notes.gui.navigation import Place
from khiva_notes.model.texts import ImportedText
from khiva_notes.services import sources
from khiva_notes.services.reading import CitedWork, Citing

_WIDTH = 560


class CitedPage(QScrollArea):
    """Shows one such source; ``opened`` bears a place to go to."""

    opened = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reader-cited")
        self.setWidgetResizable(True)
        self.setFrameShape(self.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._desk = desk
        self._work: CitedWork | None = None
        desk.theme.changed.connect(self._fill)

    def show_work(self, work: CitedWork) -> None:
        """Show a source without a text."""
        self._work = work
        self._fill()

    def _fill(self) -> None:
        work = self._work
        if work is None:
            return
        sheet = QWidget()
        sheet.setObjectName("cited-sheet")
        middle = QWidget()
        middle.setMaximumWidth(_WIDTH)
        row = QHBoxLayout(sheet)
        row.setContentsMargins(32, 48, 32, 48)
        row.addStretch(1)
        row.addWidget(middle, 4)
        row.addStretch(1)
        outer = QVBoxLayout(middle)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        title = self._label(work.source.title, "cited-title", self._desk.theme.tones.ink, 1.4)
        outer.addWidget(title)
        role = str(work.source.fields.get("role", ""))
        if role:
            outer.addWidget(self._label(role, "cited-role", self._desk.theme.tones.muted))
        none = self.tr("There is no text of this source here, so it cannot be read or quoted yet.")
        outer.addWidget(self._label(none, "cited-none", self._desk.theme.tones.ink))
        outer.addWidget(
            self._button("cited-import", self.tr("Import its text …"), self._choose), 0, _LEFT
        )
        about = self._button("cited-about", self.tr("About this source"), self._go_about)
        outer.addWidget(about, 0, _LEFT)
        if work.source.body.strip():
            outer.addSpacing(12)
            outer.addWidget(self._notes(work.source.body))
        if work.cited_by:
            outer.addSpacing(12)
            outer.addWidget(
                self._label(self.tr("Cited in"), "cited-in", self._desk.theme.tones.muted)
            )
            for citing in work.cited_by:
                outer.addWidget(self._citing(citing), 0, _LEFT)
        outer.addStretch(1)
        self._style(sheet)
        self.setWidget(sheet)

    def _notes(self, body: str) -> QLabel:
        notes = self._label("", "cited-notes", self._desk.theme.tones.ink)
        notes.setTextFormat(Qt.TextFormat.MarkdownText)
        notes.setText(body)
        return notes

    def _citing(self, citing: Citing) -> QPushButton:
        times = self.tr("once") if citing.count == 1 else self.tr("{0} times").format(citing.count)
        place = Place("source", item_id=citing.source_id, start=citing.start, end=citing.end)
        button = self._button(
            f"citing-{citing.source_id}",
            self.tr("{0}, {1}").format(self._shortened(citing.title), times),
            lambda: self.opened.emit(place),
        )
        go = self.tr("Go to the first citation")
        button.setToolTip(f"{citing.title}\n{go}")
        return button

    def _shortened(self, title: str) -> str:
        room = _WIDTH - 140
        return self.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room)

    def _label(self, words: str, name: str, colour: str, scale: float = 1.0) -> QLabel:
        label = QLabel(words)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setMaximumWidth(_WIDTH)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setFont(reading_font(self._desk.preferences.text_points * scale))
        label.setStyleSheet(f"color: {colour};")
        return label

    def _button(self, name: str, words: str, clicked: object) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setAutoDefault(True)
        button.clicked.connect(clicked)
        return button

    def _go_about(self) -> None:
        if self._work is not None:
            self.opened.emit(Place("card", item_id=self._work.source.id))

    def _choose(self) -> None:
        """Ask for a file, and read it in the background."""
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import the text of this source"))
        if name:
            self.import_file(Path(name))

    def import_file(self, path: Path) -> None:
        """Read a file, which becomes the text of the source shown."""
        assert self._work is not None
        from khiva_notes import importers

        source, library = self._work.source.id, self._desk.session.library

        def add(imported: ImportedText) -> None:
            self._desk.attempt(lambda: sources.add_text(library, source, imported, path.name))

        self._desk.session.tasks.start(
            lambda _: importers.read(path), add, self._desk.complained.emit
        )

    def _style(self, sheet: QWidget) -> None:
        tones = self._desk.theme.tones
        sheet.setStyleSheet(
            f"#cited-sheet {{ background: {tones.paper}; }}"
            f"QPushButton {{ color: {tones.accent}; background: transparent; text-align: left;"
            f" border: 1px solid {tones.line}; border-radius: 4px; padding: 6px 12px; }}"
            f"QPushButton:hover {{ border-color: {tones.accent}; }}"
            f"QPushButton:focus {{ border-color: {tones.focus}; background: {tones.surface}; }}"
        )


_LEFT = Qt.AlignmentFlag.AlignLeft
