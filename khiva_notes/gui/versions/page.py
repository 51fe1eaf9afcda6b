"""The page on which a corrected text's passages are confirmed, and its older versions kept."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QListView,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from khiva_notes.gui.desk import Desk
from khiva_notes.gui.item_actions.throwing import take_away
from khiva_notes.gui.item_actions.versions import choose_corrected_text
from khiva_notes.gui.navigation import Place
from khiva_notes.gui.page import Page
from khiva_notes.gui.tasks import Task
from khiva_notes.gui.versions.detail import Detail
from khiva_notes.gui.versions.files import VersionFiles
from khiva_notes.gui.versions.head import ReviewHead
from khiva_notes.gui.versions.keys import ReviewActions
from khiva_notes.gui.versions.model import DOUBT_ROLE, DoubtsModel
from khiva_notes.gui.versions.painter import DoubtPainter
from khiva_notes.gui.versions.picker import WordsPicker
from khiva_notes.model.changes import ChangeSet
from khiva_notes.services import versions
from khiva_notes.services.version_review import (
    Doubt,
    Review,
    likely_places,
    read_current,
    read_review,
)

_LIST_WIDTH = 380


class VersionReviewPage(Page):
    """Lists what is to be confirmed; Enter confirms and goes on to the next."""

    views = ("versions",)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("versions-page")
        self._source_id = 0
        self._review: Review | None = None
        self._task: Task[Review | None] | None = None
        self._model = DoubtsModel(self)
        self.head = ReviewHead(desk.theme)
        self.list = QListView()
        self.list.setObjectName("versions-list")
        self.list.setAccessibleName(self.tr("Passages to confirm"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(DoubtPainter(desk.theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.detail = Detail(desk.theme)
        self.picker = WordsPicker(desk.theme)
        self.picker.hide()
        self.files = VersionFiles(desk)
        self._empty = QLabel()
        self._empty.setObjectName("versions-empty")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._actions = ReviewActions(
            self.list,
            self,
            {
                "confirm": self._confirm,
                "open": self._open_in_text,
                "reattach": self._pick,
                "remove": self._remove,
                "confirm-all": lambda: self._confirm_these(self._confirmable()),
                "import": lambda: choose_corrected_text(self.desk, self._source_id, self),
            },
        )
        self._lay_out()
        self.setFocusProxy(self.list)
        self.head.filtered.connect(self._filter)
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.picker.chosen.connect(self._reattach)
        self.picker.closed.connect(self._close_picker)
        desk.theme.changed.connect(self._restyle)
        self._restyle()

    def open(self, place: Place) -> None:
        """Show the versions of a source."""
        if place.item_id != self._source_id:
            self._source_id = place.item_id
            self._model.show((), "")
            self._close_picker()
        self._load()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, change: ChangeSet) -> None:
        """Read anew what a step has touched."""
        cards = {d.card.id for d in self._review.doubts if d.card} if self._review else set()
        if self._source_id and change.item_ids & {self._source_id, *cards}:
            self._load()

    def actions_for(self, menu: str) -> list[QAction]:
        """Return what can be done with the passage in hand."""
        return self._actions.all() if menu == "Card" else []

    def title(self) -> str:
        """Return the source's title."""
        return self._review.source.title if self._review else ""

    def status(self) -> str:
        """Return how many passages are to be confirmed."""
        return self.tr("{:,} to confirm").format(self._model.count())

    def _load(self) -> None:
        if self._task is not None:
            self._task.cancel()
        path, source_id = self.desk.session.path, self._source_id
        self._task = self.desk.session.tasks.start(
            lambda _: read_review(path, source_id), self._take
        )

    def _take(self, review: Review | None) -> None:
        self._task = None
        if review is None or review.source.id != self._source_id:
            return
        current = self._current()
        row = self.list.currentIndex().row()
        self._review = review
        self._model.show(review.doubts)
        kept = self._model.row_of(current.passage.id) if current else -1
        self._go_to(kept if kept >= 0 else row)
        self.head.title.setText(self.tr("Versions of “{}”").format(review.source.title))
        self.files.show_versions(review.versions)
        self._tell()

    def _go_to(self, row: int) -> None:
        count = self._model.rowCount()
        if count:
            self.list.setCurrentIndex(self._model.index(max(0, min(row, count - 1)), 0))

    def _tell(self) -> None:
        review = self._review
        if review is None:
            return
        self.head.show_counts(self._model, review.settled)
        some = self._model.rowCount() > 0
        self._stack.setCurrentIndex(0 if some else 1)
        if not some:
            self._empty.setText(self._why_empty(review))
        self._enable()

    def _why_empty(self, review: Review) -> str:
        if self._model.count():
            return self.tr("None of these is left. Show all to see the others.")
        if len(review.versions) < 2:
            return self.tr(
                "This text has one version. Import a corrected text, and its passages move to it; "
                "those in doubt are listed here."
            )
        return self.tr("Every passage stands where it should in the newest version.")

    def _filter(self, status: str) -> None:
        if self._review is not None:
            self._model.show(self._model_doubts(), status)
            self._go_to(0)
            self._tell()

    def _model_doubts(self) -> tuple[Doubt, ...]:
        return self._review.doubts if self._review else ()

    def _current(self) -> Doubt | None:
        index = self.list.currentIndex()
        return index.data(DOUBT_ROLE) if index.isValid() else None

    def _choose(self, index: QModelIndex, before: QModelIndex) -> None:
        newest = self._review.versions[0].number if self._review and self._review.versions else 0
        self.detail.show_doubt(self._current(), newest)
        self._close_picker()
        self._enable()

    def _enable(self) -> None:
        doubt = self._current()
        found = doubt is not None and doubt.now is not None
        self._actions.enable(
            any_row=doubt is not None, found=found, some_found=bool(self._confirmable())
        )

    def _confirmable(self) -> list[int]:
        return [d.passage.id for d in self._model.doubts() if d.now is not None]

    def _confirm(self) -> None:
        doubt = self._current()
        if doubt is not None and doubt.now is not None:
            self._confirm_these([doubt.passage.id])

    def _confirm_these(self, ids: list[int]) -> None:
        library = self.desk.session.library
        row = self.list.currentIndex().row()
        self.desk.attempt(lambda: versions.confirm(library, ids))
        self._model.drop(ids)
        self._go_to(row)
        self._tell()

    def _open_in_text(self) -> None:
        doubt = self._current()
        if doubt is not None and doubt.now is not None:
            passage = doubt.passage
            self.desk.navigator.go(
                Place("source", self._source_id, start=passage.start, end=passage.end)
            )

    def _remove(self) -> None:
        doubt = self._current()
        if doubt is not None:
            said = self.tr("The passage is gone; Ctrl+Z brings it back.")
            take_away(self.desk, doubt.passage.id, lambda: self.desk.said.emit(said))

    def _pick(self) -> None:
        """Show the new text where the passage would stand, for choosing its words."""
        doubt = self._current()
        if doubt is None:
            return
        path, source_id, passage = self.desk.session.path, self._source_id, doubt.passage

        def read(task: Task[tuple[str, int]]) -> tuple[str, int]:
            text = read_current(path, source_id)
            if doubt.now is not None:
                return text, passage.start
            return text, likely_places(path, source_id, task.cancelled).get(passage.id, 0)

        def begin(found: tuple[str, int]) -> None:
            now = self._current()
            if now is not None and now.passage.id == passage.id:
                self.picker.show()
                self.picker.begin(*found)

        self.desk.session.tasks.start(read, begin)

    def _reattach(self, start: int, end: int) -> None:
        doubt = self._current()
        if doubt is None:
            return
        library, passage_id = self.desk.session.library, doubt.passage.id
        row = self.list.currentIndex().row()

        def tie() -> bool:
            versions.reattach(library, passage_id, start, end)
            return True

        if self.desk.attempt(tie):
            self._close_picker()
            self._model.drop([passage_id])
            self._go_to(row)
            self._tell()

    def _close_picker(self) -> None:
        if not self.picker.isHidden():
            self.picker.hide()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        for name in ("confirm-all", "import"):
            self.head.add_button(self._actions.button(name))
        for name in self._actions.near():
            self.detail.add_button(self._actions.button(name))
        area = QScrollArea()
        area.setObjectName("versions-area")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.detail)
        right = QWidget()
        right.setObjectName("versions-paper")
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addWidget(self.picker, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.list)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_LIST_WIDTH, 3 * _LIST_WIDTH])
        self._stack = QStackedWidget()
        self._stack.addWidget(splitter)
        self._stack.addWidget(self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self._stack, 1)
        whole.addWidget(self.files)

    def _restyle(self) -> None:
        tones = self.desk.theme.tones
        self.setStyleSheet(
            f"#versions-page, #versions-paper, #versions-area, #versions-detail, QListView {{"
            f" background: {tones.paper}; }}"
            f"QListView {{ color: {tones.ink}; border: none; outline: none; }}"
            f"QSplitter::handle {{ background: {tones.line}; }}"
            f"#version-files {{ border-top: 1px solid {tones.line}; }}"
            f"QToolButton[quiet=true] {{ color: {tones.accent}; background: transparent;"
            f" border: 1px solid {tones.line}; border-radius: 4px; padding: 3px 10px; }}"
            f"QToolButton[quiet=true]:hover {{ border-color: {tones.accent}; }}"
            f"QToolButton[quiet=true]:focus {{ border-color: {tones.focus};"
            f" background: {tones.surface}; }}"
            f"QToolButton[quiet=true]:disabled {{ color: {tones.muted}; }}"
            f"QLabel#versions-empty {{ color: {tones.muted}; padding: 48px; }}"
        )
