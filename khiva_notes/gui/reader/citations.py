"""The citation marks of a text: what each says when pointed at, and the panel that resolves it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from khiva_notes.gui.cards.chooser import CardChooser
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.reader.contents import Contents
from khiva_notes.gui.reader.popover import Popover
from khiva_notes.gui.reader.text_view import TextView
from khiva_notes.model.passages import CitationMark
from khiva_notes.services import cards, sources


class Citations(QObject):
    """Answers for marks by position, and lets the user enter or pick the work cited."""

    opened = Signal(object)

    def __init__(self, desk: Desk, text: TextView, ground: QWidget) -> None:
        super().__init__(ground)
        self._desk = desk
        self._contents: Contents | None = None
        self._starts: list[int] = []
        self._panel = Popover(desk.theme, text, ground, "citation-panel")
        self._panel.setAccessibleName(self.tr("Citation"))

    def show_text(self, contents: Contents | None) -> None:
        """Answer for the marks of another text."""
        self._panel.close_panel()
        self._contents = contents
        self.refresh()

    def refresh(self) -> None:
        """Take over that the marks are other ones now."""
        contents = self._contents
        marks: Sequence[CitationMark] = contents.marks if contents else ()
        self._starts = [contents.offsets.to_qt(mark.start) for mark in marks] if contents else []

    def at(self, position: int) -> CitationMark | None:
        """Return the mark that a position of the document is in."""
        contents = self._contents
        number = bisect_right(self._starts, position) - 1
        if contents is None or number < 0:
            return None
        mark = contents.marks[number]
        return mark if position < contents.offsets.to_qt(mark.end) else None

    def words(self, mark: CitationMark) -> str:
        """Return what a mark says: the work if it is known, else its number, and the place."""
        assert self._contents is not None
        work = self._contents.works.get(mark.work_id or 0)
        place = self.tr(", {0}").format(mark.locator) if mark.locator else ""
        if work:
            return f"{work}{place}"
        return self.tr("Work {0}{1} (click to say which work this is)").format(mark.number, place)

    def open(self, mark: CitationMark) -> None:
        """Show the panel of a mark: which work it is, or a field to enter or pick it."""
        contents = self._contents
        assert contents is not None
        same = [one for one in contents.marks if one.number == mark.number]
        title = QLabel(self._heading(mark))
        title.setWordWrap(True)
        count = QLabel(self._told(len(same)))
        count.setProperty("quiet", "true")
        count.setWordWrap(True)
        widgets: list[QWidget] = [title, count]
        if contents.works.get(mark.work_id or 0):
            widgets.append(self._known(mark))
        chooser = CardChooser(self._desk, ("source",), allow_new=False)
        chooser.leave_out(frozenset({contents.source.id, mark.work_id or 0}))
        chooser.chosen.connect(lambda work: self._resolve(mark, work))
        chooser.cancelled.connect(lambda: self._panel.close_panel(given_up=True))
        enter = QPushButton(self.tr("Enter it as a new source"))
        enter.setObjectName("citation-new")
        enter.setToolTip(self.tr("Makes a source of what is typed above, to be filled in later"))
        enter.clicked.connect(lambda: self._make(mark, chooser.text()))
        self._panel.hold(contents.offsets.to_qt(mark.start), *widgets, chooser, enter)
        chooser.setFocus()

    def _heading(self, mark: CitationMark) -> str:
        assert self._contents is not None
        work = self._contents.works.get(mark.work_id or 0)
        place = self.tr(", at {0}").format(mark.locator) if mark.locator else ""
        if work:
            return self.tr("[{0}] {1}{2}").format(mark.number, work, place)
        return self.tr("Which work is [{0}]{1}?").format(mark.number, place)

    def _told(self, count: int) -> str:
        if count == 1:
            return self.tr("It is cited once in this text.")
        return self.tr("It is cited {0} times in this text; all marks follow.").format(count)

    def _known(self, mark: CitationMark) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        go = QPushButton(self.tr("Open the work"))
        go.setObjectName("citation-open")
        go.clicked.connect(lambda: self._open_work(mark.work_id or 0))
        forget = QPushButton(self.tr("It is not this work"))
        forget.setObjectName("citation-forget")
        forget.clicked.connect(lambda: self._resolve(mark, None))
        layout.addWidget(go)
        layout.addWidget(forget)
        layout.addStretch(1)
        return row

    def _open_work(self, work: int) -> None:
        self._panel.close_panel()
        self.opened.emit(Place("source", item_id=work))

    def _resolve(self, mark: CitationMark, work: int | None) -> None:
        library = self._desk.session.library
        self._panel.close_panel()
        self._desk.attempt(
            lambda: sources.resolve_citation(library, mark.version_id, mark.number, work)
        )

    def _make(self, mark: CitationMark, title: str) -> None:
        library = self._desk.session.library

        def command() -> bool:
            with library.change("Enter cited work"):
                work = cards.create(library, "source", title, fields={"role": "cited work"})
                sources.resolve_citation(library, mark.version_id, mark.number, work.id)
            return True

        if self._desk.attempt(command):
            self._panel.close_panel()
