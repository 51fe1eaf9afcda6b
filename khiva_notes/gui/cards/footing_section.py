"""What the card rests on and what rests on it: quotations in context, disputes, notes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from khiva_notes.gui.cards.ask_panel import AskPanel
from khiva_notes.gui.cards.footing_rows import QuotationRow, UseRow
from khiva_notes.gui.cards.links_section import place_of
from khiva_notes.gui.cards.row import Row, RowList
from khiva_notes.gui.cards.section import Section
from khiva_notes.gui.desk import Desk
from khiva_notes.gui.item_actions.throwing import take_away
from khiva_notes.gui.navigation import Place, place_of_passage
from khiva_notes.gui.tasks import Task
from khiva_notes.model.changes import Touch
from khiva_notes.services import passages
from khiva_notes.services.evidence import Evidence, Footing, read_footing


class FootingSection(Section):
    """Read in the background, since a text of a megabyte may stand behind a quotation.

    ``wide`` shows the words around each quotation too.
    """

    parts = frozenset({"passages", "items.title", "items.key", "account_claims", "essay_parts"})

    def __init__(
        self, desk: Desk, item_id: int, *, wide: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, item_id, "Passages", parent)
        self.setObjectName("card-footing")
        self._wide = wide
        self._footing = Footing(item_id)
        self._task: Task[Footing] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._nothing = QLabel(
            self.tr("No passage yet. Select words in a text and attach them to this card.")
        )
        self._nothing.setObjectName("no-passages")
        self._nothing.setProperty("role", "muted")
        self._nothing.setWordWrap(True)
        self._quotations = RowList(self, spacing=4)
        self._used = QLabel(self.tr("Where it is used"))
        self._used.setProperty("role", "heading")
        self._uses = RowList(self)
        self._end = QLabel()
        self._end.setFixedHeight(0)
        for widget in (self._nothing, self._quotations, self._used, self._uses, self._end):
            self._column.addWidget(widget)
        self._nothing.hide()
        self._used.hide()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._start)
        desk.theme.changed.connect(self._show)
        self.refresh()

    def concerned(self, touched: dict[int, Touch]) -> bool:
        """Tell whether passages, sources or users of the card may have changed."""
        if super().concerned(touched):
            return True
        footing = self._footing
        others = {i.id for i in (*footing.disputes, *footing.essays, *footing.notes)}
        others |= {one.source.id for one in self._footing.evidence}
        return any(
            touch.item_id in others or bool(touch.parts & {"items.body", "accounts", "cells"})
            for touch in touched.values()
        )

    def refresh(self) -> None:
        """Read anew, once for however many changes come at a time."""
        self._later.start()

    def _start(self) -> None:
        if self._task is not None:
            self._task.cancel()
        path, item_id = self.desk.session.path, self.item_id
        self._task = self.desk.session.tasks.start(
            lambda task: read_footing(path, item_id, task.cancelled), self._take
        )

    def _take(self, footing: Footing) -> None:
        self._task = None
        if footing != self._footing or self._nothing.isHidden():
            self._footing = footing
            self._show()

    def _show(self) -> None:
        quotations: list[Row] = []
        for one in self._footing.evidence:
            row = QuotationRow(one, self.desk.theme, self.item.kind, wide=self._wide)
            row.opened.connect(partial(self._open_passage, one))
            row.assigned.connect(partial(self._ask_whose, one))
            row.removed.connect(partial(self._remove, one.passage.id))
            quotations.append(row)
        uses = [*self._disputes(), *self._essays(), *self._notes(), *self._citing()]
        self._nothing.setVisible(not quotations)
        self._used.setVisible(bool(uses))
        self._uses.replace(uses, self._end)
        self._quotations.replace(quotations, uses[0] if uses else self._end)

    def _disputes(self) -> list[Row]:
        return [
            self._use(item.kind, item.title, self.tr("dispute"), place_of(item))
            for item in self._footing.disputes
        ]

    def _essays(self) -> list[Row]:
        return [
            self._use(item.kind, item.title, self.tr("essay"), place_of(item))
            for item in self._footing.essays
        ]

    def _notes(self) -> list[Row]:
        return [
            self._use(item.kind, item.title, self.tr("in its notes"), place_of(item))
            for item in self._footing.notes
        ]

    def _citing(self) -> list[Row]:
        return [
            self._use(
                "source",
                one.title,
                self.tr("cites it {} times").format(one.count),
                Place("source", item_id=one.source_id, start=one.start, end=one.end),
            )
            for one in self._footing.cited_by
        ]

    def _use(self, kind: str, title: str, how: str, place: Place) -> Row:
        row = UseRow(kind, title, how, self.desk.theme)
        row.opened.connect(partial(self.opened.emit, place))
        return row

    def _open_passage(self, one: Evidence) -> None:
        self.opened.emit(place_of_passage(one.source.id, one.passage))

    def _ask_whose(self, one: Evidence) -> None:
        """Ask which card of the same kind the words mean: a mention is assigned, nothing merged."""
        words = self.tr("Who or what is meant by “{}”?").format(one.passage.exact)
        panel = AskPanel(self.desk, self.window(), words)
        panel.for_item((self.item.kind,), partial(self._assign, one.passage.id))

    def _assign(self, passage_id: int, item_id: int) -> None:
        library = self.desk.session.library
        if item_id != self.item_id:
            self.desk.attempt(lambda: passages.reassign(library, passage_id, item_id))
            title = library.data.items.get(item_id).title
            self.desk.said.emit(self.tr("The words belong to “{}” now.").format(title))

    def _remove(self, passage_id: int) -> None:
        take_away(self.desk, passage_id)
