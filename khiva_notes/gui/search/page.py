"""The page that searches everywhere: all hits of a query, and by what to narrow them down."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.lists.strip import Strip
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.page import Page
from khiva_notes.gui.search.asking import Asking
from khiva_notes.gui.search.facet_model import Tick, ticks_of
from khiva_notes.gui.search.facet_view import FacetView
from khiva_notes.gui.search.head import SearchHead
from khiva_notes.gui.search.hit_commands import HitCommands
from khiva_notes.gui.search.hit_list import HitList
from khiva_notes.gui.search.listings import rows_of_searches
from khiva_notes.gui.search.memory import SearchMemory
from khiva_notes.gui.search.rows import SEARCH, Row, in_text, row_of
from khiva_notes.gui.search.saving import Saving
from khiva_notes.model.changes import ChangeSet
from khiva_notes.services.facets import Facet
from khiva_notes.services.finding import Answer, Found
from khiva_notes.services.query_language import has_clause, with_clause, without_clause

_SIDE = 216
_NARROW = 640


class SearchPage(Page):
    """A line, the facets at its left, and the hits, best first; many can be chosen at once."""

    views = ("search",)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("search-page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._kinds: tuple[str, ...] = ()
        self._answer: Answer | None = None
        self._whole = False
        self._facets: tuple[Facet, ...] = ()
        self._memory = SearchMemory(desk)
        self._asking = Asking(desk, self)
        self.head = SearchHead(desk, self)
        self.strip = Strip(desk)
        self.facets = FacetView(desk.theme)
        self.hits = HitList(desk.theme)
        self._saving = Saving(desk, self.strip)
        self._commands = HitCommands(desk, self, self.strip, self.chosen)
        self._lay_out()
        self.setFocusProxy(self.head.line)
        self._connect()
        self._restyle()

    def open(self, place: Place) -> None:
        """Search for what the place names; without a query, wait for one."""
        kinds = tuple(kind for kind in place.kind.split(",") if kind)
        if not place.query:
            self.head.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.head.line.selectAll()
            self._ask()
            return
        if (place.query, kinds) != (self.head.line.text().strip(), self._kinds):
            self._kinds = kinds
            self._answer = None
            self.head.line.put(place.query)
        self.hits.setFocus(Qt.FocusReason.OtherFocusReason)
        self._memory.note(place.query)
        self._ask()

    def follow(self, change: ChangeSet) -> None:
        """Show how saved searches stand; hits wait until the index has caught up."""
        if self._saving.follow() and self.isVisible():
            self._tell()
            if not self.head.line.text().strip():
                self._list_searches()

    def actions_for(self, menu: str) -> list[QAction]:
        """Return what can be done with hits and with the search."""
        return self._commands.for_menu(menu)

    def title(self) -> str:
        """Return what is searched for."""
        query = self.head.line.text().strip()
        return self.tr("Search: {}").format(query) if query else self.tr("Search")

    def status(self) -> str:
        """Return how many hits there are."""
        return self.tr("{} found").format(f"{self._answer.total:,}") if self._answer else ""

    def chosen(self) -> list[Found]:
        """Return the hits that are chosen, from the best on."""
        if self._answer is None:
            return []
        found = self._answer.found
        numbers = sorted(index.row() for index in self.hits.selectedIndexes())
        return [found[number] for number in numbers if number < len(found)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the facets out where there is no room for them."""
        super().resizeEvent(event)
        self._show_side()

    def _lay_out(self) -> None:
        self.facets.setFixedWidth(_SIDE)
        middle = QHBoxLayout()
        middle.setContentsMargins(12, 0, 0, 0)
        middle.setSpacing(12)
        middle.addWidget(self.facets)
        middle.addWidget(self.hits, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.strip)
        column.addLayout(middle, 1)
        QWidget.setTabOrder(self.head.line, self.hits)
        QWidget.setTabOrder(self.hits, self.facets)

    def _connect(self) -> None:
        actions = self._commands.actions
        actions["open"].triggered.connect(lambda: self._open(self.hits.current, False))
        actions["own-page"].triggered.connect(lambda: self._open(self.hits.current, True))
        actions["all"].triggered.connect(self._select_all)
        actions["keep"].triggered.connect(self._keep)
        actions["export"].triggered.connect(
            lambda: self._commands.export(self.head.line.text(), self._kinds)
        )
        actions["copy"].triggered.connect(
            lambda: self._commands.copy(self.head.line.text(), self._kinds)
        )
        self.head.keep.clicked.connect(actions["keep"].trigger)
        self.head.line.textChanged.connect(self._typed)
        self.head.line.left.connect(self._to_hits)
        self.head.respelt.connect(self._respell)
        self.hits.opened.connect(self._open)
        self.hits.left.connect(self._to_line)
        self.hits.thrown.connect(self._forget)
        self.hits.chosen.connect(self._choose_some)
        self.hits.used_up.connect(self._asking.more)
        self.hits.customContextMenuRequested.connect(self._offer)
        self.facets.ticked.connect(self._tick)
        self.facets.left.connect(self._to_hits)
        self.strip.closed.connect(self._to_hits)
        self._asking.answered.connect(self._take)
        self._asking.faceted.connect(self._take_facets)
        self.desk.session.indexer.caught_up.connect(self._ask_again)
        self.desk.session.indexer.status.connect(self._tell)
        self.desk.theme.changed.connect(self._restyle)

    def _typed(self) -> None:
        if self.isVisible():
            self._ask()

    def _ask_again(self) -> None:
        if self.isVisible() and self.head.line.text().strip():
            self._ask()

    def _ask(self) -> None:
        query = self.head.line.text()
        self._asking.ask(query, self._kinds)
        if not query.strip():
            self._answer, self._facets, self._kinds = None, (), ()
            self.hits.show_rows(rows_of_searches(self.desk, self._memory), keep=False)
            self.facets.show_ticks([])
            self._show_side()
        if self.desk.navigator.current.view == "search":
            place = Place("search", query=query.strip(), kind=",".join(self._kinds))
            self.desk.navigator.stay(place)
        self._tell()

    def _take(self, answer: Answer) -> None:
        same = self._answer is not None and self._answer.query == answer.query
        whole = self._whole and same
        self._answer = answer
        self.hits.show_rows([row_of(found) for found in answer.found], keep=same)
        if whole:
            self._select_all()
        self._show_facets()
        self._tell()

    def _take_facets(self, facets: tuple[Facet, ...]) -> None:
        self._facets = facets
        self._show_facets()

    def _show_facets(self) -> None:
        query = self.head.line.text()
        by_kind = self._answer.by_kind if self._answer else {}
        clauses = frozenset(f.clause for f in self._facets if has_clause(query, f.clause))
        self.facets.show_ticks(ticks_of(by_kind, self._kinds, self._facets, clauses))
        self._show_side()

    def _show_side(self) -> None:
        wanted = bool(self.facets.facets.ticks) or self._answer is not None
        self.facets.setVisible(wanted and self.width() >= _NARROW)

    def _tell(self) -> None:
        """Say what was found, or why nothing is, and how the index stands."""
        query = self.head.line.text().strip()
        standing = self.desk.session.indexer.standing
        self.head.show_answer(
            self._answer if query else None,
            standing="" if standing.whole else standing.words,
            narrowed=bool(self._kinds),
        )
        name = self._saving.name(query, self._kinds)
        self._commands.actions["keep"].setEnabled(bool(query))
        self.head.show_kept(name, possible=bool(query))
        self._choose()

    def _select_all(self) -> None:
        """Choose all that was found, also what is not listed yet."""
        self.hits.selectAll()
        self._whole = self._answer is not None and self._answer.total > len(self._answer.found)
        self._choose()

    def _choose_some(self) -> None:
        self._whole = False
        self._choose()

    def _choose(self) -> None:
        total = self._answer.total if self._answer else 0
        whole = (self.head.line.text(), self._kinds) if self._whole else None
        kinds = self._kinds or (self._answer.by_kind if self._answer else ())
        self._commands.update(total, whole, frozenset(kinds))
        count = len(self.chosen())
        words = self.tr("{} chosen").format(count) if count > 1 else ""
        if self._whole:
            words = self.tr("All {} chosen").format(f"{total:,}")
        self.strip.offer(words, self._commands.for_strip() if words else [])

    def _tick(self, tick: Tick) -> None:
        if tick.kind:
            others = tuple(kind for kind in self._kinds if kind != tick.kind)
            self._kinds = others if tick.chosen else (*others, tick.kind)
            self._ask()
        elif tick.clause:
            change = without_clause if tick.chosen else with_clause
            self.head.line.put(change(self.head.line.text(), tick.clause))

    def _open(self, row: Row | None, own_page: bool) -> None:
        if row is None:
            return
        place = row.card if own_page and row.card is not None else row.place
        query = self.head.line.text() if row.item_id else ""
        if row.item_id:
            self._memory.note(query)
        if place is not None:
            self.desk.navigator.go(in_text(place, query) if query else place)

    def _respell(self, query: str) -> None:
        self.head.line.put(query)
        self.head.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        self._saving.ask(self.head.line.text().strip(), self._kinds)

    def _forget(self, row: Row) -> None:
        """Take a search out of those that are saved, or out of the recent ones."""
        if row.kind != SEARCH or row.place is None:
            return
        kinds = tuple(kind for kind in row.place.kind.split(",") if kind)
        if not self._saving.delete(row.place.query, kinds):
            self._memory.forget(row.place.query)
            self._list_searches()

    def _list_searches(self) -> None:
        """Show, while nothing is typed, which searches there are."""
        self.hits.show_rows(rows_of_searches(self.desk, self._memory), keep=True)

    def _to_hits(self) -> None:
        self.hits.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_line(self) -> None:
        self.head.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, point: QPoint) -> None:
        actions = [action for action in self._commands.actions.values() if action.isEnabled()]
        if not self.hits.indexAt(point).isValid() or not self.chosen():
            return
        menu = QMenu(self)
        menu.setObjectName("hits-menu")
        menu.addActions([action for action in actions if action.objectName() != "hits-keep"])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.hits.viewport().mapToGlobal(point))

    def _restyle(self) -> None:
        tones = self.desk.theme.tones
        self.setStyleSheet(
            f"QWidget#search-page {{ background: {tones.paper}; }}"
            f"QListView {{ background: {tones.paper}; outline: none; }}"
        )
